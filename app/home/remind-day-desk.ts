import { longDay } from '../kernel/day.ts'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import { openDayProposals } from '../year/proposal-store.ts'
import type { RoomAsk } from './for-you.ts'
import type { ForYouAt } from './for-you-line-desk.ts'
import { remindText } from './remind-text.ts'

/** Another day that somebody proposes for an evaluation of which this reader chooses the day. */
export async function ofDayProposals({ desk, reader, plan }: ForYouAt, d: Drawing): Promise<RoomAsk[]> {
  const text = remindText(d.language).otherDay
  const open = await openDayProposals(desk.db, reader.actor, plan)
  return open.map(({ id, from, to, proposedBy }) => {
    const name = proposedBy && d.lookup.people.get(proposedBy)?.name
    return {
      key: `other-day:${id}`,
      title: name ? text.title(name) : text.someone,
      note: text.note(longDay(from, d.language), longDay(to, d.language)),
      act: text.act,
      href: '/year/proposals',
      letter: 'evaluations',
    }
  })
}
