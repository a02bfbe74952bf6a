import { dayOf, type Moment, weekDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { type ComingMeeting, comingMeetingsOf } from '../meeting/meetings-store.ts'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import type { RoomAsk } from './for-you.ts'
import type { ForYouAt } from './for-you-line-desk.ts'
import { forYouMeetingText } from './for-you-meeting-text.ts'

const TWO_WEEKS = 14 * 86_400_000

/** A meeting that runs, or that comes soon and to which this person has not said anything yet. Asked once, not again. */
export async function ofMeetings({ desk, reader, plan }: ForYouAt, d: Drawing): Promise<RoomAsk[]> {
  const coming = await comingMeetingsOf(desk.db, reader.actor, desk.now)
  return coming
    .filter(({ planId }) => planId === plan.id)
    .flatMap((meeting) => lineOf(meeting, d.language, desk.now) ?? [])
}

function lineOf(meeting: ComingMeeting, language: Language, now: Moment): RoomAsk | null {
  const text = forYouMeetingText(language)
  const { id, title, phase } = meeting
  if (phase === 'running') {
    const { running } = text
    const line = { title: running.title(title), note: running.note, act: running.act }
    return { key: `meeting-running:${id}`, ...line, href: `/meeting/${id}/phone` }
  }
  if (!meeting.isSilent || Date.parse(meeting.startsAt) - Date.parse(now) > TWO_WEEKS) return null
  const { coming } = text
  return {
    key: `meeting:${id}`,
    title: coming.title(title, weekDay(dayOf(new Date(meeting.startsAt)), language)),
    note: coming.note(meeting.place),
    act: coming.act,
    href: `/meeting/${id}`,
  }
}
