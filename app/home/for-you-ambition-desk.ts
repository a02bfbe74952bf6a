import { type Ambition, isRunning } from '../ambition/ambition.ts'
import { mayKeepAmbition } from '../ambition/ambition-may.ts'
import type { AmbitionSheet } from '../ambition/ambition-sheet.ts'
import { ambitionSheetsOf } from '../ambition/ambition-sheet-store.ts'
import { ambitionsOf } from '../ambition/ambition-store.ts'
import { ambitionText } from '../ambition/ambition-text.ts'
import { ambitionHref } from '../ambition/ambition-view.tsx'
import { ambitionTitle, standText } from '../ambition/stand-text.ts'
import { dayOf } from '../kernel/day.ts'
import { daysBetween } from '../kernel/days.ts'
import type { Member } from '../session/actor.ts'
import type { RoomAsk } from './for-you.ts'
import type { Eyes, ForYouWho } from './for-you-line-desk.ts'

/** In days: who has read it isn't kept, so it makes room by itself once everybody has been in school. */
const AS_LONG_AS_NEW = 7

/** The ambitions of one's own learning teams (for who coordinates: all) of which results brought a new figure. */
export async function ofAmbitions({ desk, reader }: ForYouWho, d: Eyes): Promise<RoomAsk[]> {
  const isOfMe = (ambition: Ambition) => isNews(ambition, reader.actor, desk.today)
  if (!(await ambitionsOf(desk.db, reader.actor)).some(isOfMe)) return []
  const sheets = await ambitionSheetsOf(desk.db, reader.actor)
  return sheets
    .filter(({ ambition, stand }) => isOfMe(ambition) && hasFigure(stand))
    .map((sheet) => lineOf(sheet, d))
}

/** A figure that can't be shown (any more) is no news. */
const hasFigure = (stand: AmbitionSheet['stand']) => 'at' in stand

const lineOf = (sheet: AmbitionSheet, { language }: Eyes): RoomAsk => ({
  key: `ambition:${sheet.ambition.id}:${sheet.ambition.news?.at ?? ''}`,
  title: ambitionText(language).news(ambitionTitle(language, sheet.ambition)),
  note: standText(language, sheet),
  act: ambitionText(language).newsAct,
  href: ambitionHref(sheet.ambition.id),
  letter: null,
  own: true,
})

function isNews(ambition: Ambition, actor: Member, today: ForYouWho['desk']['today']): boolean {
  const { news, teamId } = ambition
  if (news === null || !isRunning(ambition)) return false
  const isOwn = teamId === null || mayKeepAmbition(actor, teamId).may
  return isOwn && daysBetween(dayOf(new Date(news.at)), today) <= AS_LONG_AS_NEW
}
