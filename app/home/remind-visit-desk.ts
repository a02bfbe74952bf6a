import { clock, dayOf, weekDay } from '../kernel/day.ts'
import { capital } from '../kernel/sentence.ts'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import { type OpenSwap, swapAsks } from '../visit/swap.ts'
import { openSwapsOf } from '../visit/swap-store.ts'
import { partOf, type Visit, type VisitAsks, visitAsks } from '../visit/visit.ts'
import { visitsOf } from '../visit/visit-store.ts'
import type { RoomAsk } from './for-you.ts'
import type { ForYouAt } from './for-you-line-desk.ts'
import { isFreeAround } from './quiet-day-desk.ts'
import { nearVisits, offVisits } from './remind.ts'
import { remindText } from './remind-text.ts'

/** Visits and swaps that wait for this person's answer, those that do not go on, and those of tomorrow or today. */
export async function ofVisits({ desk, reader }: ForYouAt, d: Drawing): Promise<RoomAsk[]> {
  const { db, now, today } = desk
  const { actor } = reader
  const visits = await visitsOf(db, actor)
  const swaps = await openSwapsOf(db, actor, now)
  if (visits.length === 0 && swaps.length === 0) return []
  const isFree = await isFreeAround(db, actor, today)
  return [
    ...visits.flatMap((visit) => {
      const asks = visitAsks(visit, actor.personId, now)
      return asks ? [askLine(visit, asks, d)] : []
    }),
    ...swaps.flatMap((open) => swapLine(open, d)),
    ...offVisits(visits, actor.personId, { now, today }).map((visit) => offLine(visit, d)),
    ...nearVisits(visits, actor.personId, { now, today, isFree }).map((visit) => nearLine(visit, today, d)),
  ]
}

const nameOf = (d: Drawing, id: Visit['cover']) =>
  ((id && d.lookup.people.get(id)?.name) || '').split(' ')[0] ?? ''

function askLine(visit: Visit, asks: VisitAsks, d: Drawing): RoomAsk {
  const text = remindText(d.language).visit
  if (asks === 'find-cover') return lineOf(visit, asks, text['find-cover'].title, d)
  const me = d.actor.personId
  const from = nameOf(d, asks === 'cover' || visit.visitor !== me ? visit.visitor : visit.host)
  const titleOf = asks === 'cover' ? text.coverOf : text.answerOf
  return lineOf(visit, asks, from ? titleOf(from) : text[asks].title, d)
}

function lineOf(visit: Visit, asks: VisitAsks, title: string, d: Drawing): RoomAsk {
  return {
    key: `visit-${asks}:${visit.id}:${visit.revision}`,
    title,
    note: whenOf(visit.next ?? visit, d),
    act: remindText(d.language).visit[asks].act,
    href: `/visits/${visit.id}`,
    letter: 'visits',
  }
}

function swapLine({ swap, one, other }: OpenSwap, d: Drawing): RoomAsk[] {
  const text = remindText(d.language).visit
  const me = d.actor.personId
  const asks = swapAsks(swap, one, other, me)
  if (asks === null) return []
  const here = other !== null && me === other.host ? other : one
  const title = text.swap[asks](nameOf(d, here.visitor))
  // To choose one sees the moment that is asked about; to say yes the moment that one's own visit would get.
  const note = whenOf(here === one && other !== null ? other : one, d)
  const key = `visit-swap:${swap.id}:${asks}`
  return [{ key, title, note, act: text.answer.act, href: '/visits#wacht', letter: 'visits' }]
}

/** By mail a letter of its own told it at once. */
function offLine(visit: Visit, d: Drawing): RoomAsk {
  const text = remindText(d.language).visit
  const part = partOf(visit, d.actor.personId)
  const words = text.off[part === 'host' || part === 'cover' ? part : 'visitor']
  return {
    key: `visit-off:${visit.id}`,
    title: words(nameOf(d, visit.visitor), nameOf(d, visit.host)),
    note: text.offNote(whenOf(visit, d)),
    act: text.act,
    href: `/visits/${visit.id}`,
    letter: null,
  }
}

function nearLine(visit: Visit, today: string, d: Drawing): RoomAsk {
  const text = remindText(d.language).visit
  const part = partOf(visit, d.actor.personId)
  const on = dayOf(new Date(visit.startsAt))
  const words = text.what[part === 'host' || part === 'cover' ? part : 'visitor']
  const what = words(nameOf(d, visit.visitor), nameOf(d, visit.host))
  return {
    key: `visit:${visit.id}:${visit.startsAt}`,
    title: on === today ? text.today(what) : text.coming(capital(weekDay(on, d.language)), what),
    note: whenOf(visit, d),
    act: text.act,
    href: `/visits/${visit.id}`,
    letter: 'visits',
    on,
    own: true,
    meets: true,
  }
}

function whenOf({ startsAt, endsAt }: Pick<Visit, 'startsAt' | 'endsAt'>, d: Drawing) {
  const day = capital(weekDay(dayOf(new Date(startsAt)), d.language))
  return remindText(d.language).visit.when(day, clock(startsAt, d.language), clock(endsAt, d.language))
}
