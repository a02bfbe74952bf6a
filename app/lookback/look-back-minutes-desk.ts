import type { Db } from '../db/database.ts'
import { longDay, type Moment } from '../kernel/day.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { writeRich } from '../kernel/rich.ts'
import type { Meeting, MeetingItem, Scene } from '../meeting/meeting.ts'
import type { Actor } from '../session/actor.ts'
import type { LookOf, RoomLook, SeenPromise } from './look-back.ts'
import { lookBackSheet } from './look-back-desk.ts'
import { lookBackText } from './look-back-text.ts'
import type { LookNote } from './theme.ts'
import { themeText } from './theme-text.ts'

/** One line of the minutes: what it is, and the words. */
export type LookLine = { readonly label: string; readonly text: string }
type Desk = { readonly db: Db; readonly now: Moment }
type Wording = { readonly language: Language; readonly terms: Terms }

/** What the team concluded at an item that looks back, without names of who brought what in; [] for any other item. */
export async function lookBackMinutes(
  desk: Desk,
  actor: Actor,
  scene: Scene,
  item: MeetingItem,
  wording: Wording,
): Promise<readonly LookLine[]> {
  const sheet = await lookBackSheet(desk, actor, scene, item, wording)
  if (!sheet?.look) return []
  const lines = linesOf(sheet.look, scene.meeting, wording)
  const outcome = sheet.look.kind === 'evaluation' && sheet.look.outcome ? sheet.pieces.slice(-1) : []
  return [...lines, ...outcome.map(({ label, text }) => ({ label, text }))]
}

function linesOf(look: RoomLook, meeting: Meeting, wording: Wording): LookLine[] {
  const text = lookBackText(wording.language)
  switch (look.kind) {
    case 'themes':
      return themeLines(look.grouped, wording)
    case 'coordinator-part':
      return [...themeLines(look.grouped, wording), ...said(text.together['coordinator-part'], look.text)]
    case 'plan-itself':
      return [
        ...themeLines(look.grouped, wording),
        ...said(text.together['plan-itself'], look.text),
        ...look.principles.flatMap(({ text: words, choice }) =>
          choice === null ? [] : [{ label: text.principle[choice], text: words }],
        ),
      ]
    case 'conditions':
      return [...said(text.conditions, look.text), ...said(text.answer, look.answer)]
    case 'yields':
      return promiseLines(look, meeting, wording)
    case 'evaluation':
      return []
  }
}

const said = (label: string, text: string): LookLine[] => (text === '' ? [] : [{ label, text }])

function themeLines({ groups }: LookOf<'themes'>['grouped'], { language }: Wording): LookLine[] {
  const { goalNextYear } = themeText(language)
  return groups.map(({ theme, notes }) => ({
    label: theme.title,
    text: [noteList(notes, language), theme.outcome, theme.becomesGoal ? `${goalNextYear}.` : '']
      .filter(Boolean)
      .join('\n\n'),
  }))
}

/** What was gathered under a theme, of nobody and in the order of the letters: the order it came in would tell who. */
function noteList(notes: readonly LookNote[], language: Language): string {
  const { source: from } = lookBackText(language)
  const points = notes
    .map(({ text, source }) => (source === null || source === 'we' ? text : `${from[source]}: ${text}`))
    .map((words) => words.replace(/\s+/g, ' ').trim())
    .toSorted()
  return points.length === 0 ? '' : writeRich([{ kind: 'bullets', items: points.map((text) => [{ text }]) }])
}

/** What was promised or done while the meeting was open. */
function promiseLines(look: LookOf<'yields'>, { opened, closed }: Meeting, wording: Wording): LookLine[] {
  const text = lookBackText(wording.language)
  const isIn = (at: Moment | undefined) =>
    at !== undefined && opened !== null && at >= opened.at && (closed === null || at <= closed.at)
  const line = (label: string, one: SeenPromise, more: string | undefined) => ({
    label,
    text: [`${one.name}: ${one.what}`, one.withWhom, one.dueOn && longDay(one.dueOn, wording.language), more]
      .filter(Boolean)
      .join(' · '),
  })
  return [
    ...look.open.filter(({ madeAt }) => isIn(madeAt)).map((one) => line(text.yieldsOpen, one, undefined)),
    ...look.ended
      .filter(({ ended }) => isIn(ended?.at))
      .map((one) => line(text.yieldsEnded, one, one.ended?.cameOf)),
  ]
}
