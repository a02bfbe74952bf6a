import { clock, dayOf, weekDay } from '../kernel/day.ts'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import { capital } from '../plan/plan-text.ts'
import { partOf, type Visit, visitAsks } from '../visit/visit.ts'
import { visitsOf } from '../visit/visit-store.ts'
import type { RoomAsk } from './for-you.ts'
import type { ForYouAt } from './for-you-line-desk.ts'
import { isFreeAround } from './quiet-day-desk.ts'
import { nearVisits } from './remind.ts'
import { remindText } from './remind-text.ts'

/** Visits that wait for this person's answer, and those that come tomorrow or today. */
export async function ofVisits({ desk, reader }: ForYouAt, d: Drawing): Promise<RoomAsk[]> {
  const { db, now, today } = desk
  const { actor } = reader
  const visits = await visitsOf(db, actor)
  if (visits.length === 0) return []
  const isFree = await isFreeAround(db, actor, today)
  return [
    ...visits.flatMap((visit) => {
      const asks = visitAsks(visit, actor.personId, now)
      return asks ? [askLine(visit, asks, d)] : []
    }),
    ...nearVisits(visits, actor.personId, { now, today, isFree }).map((visit) => nearLine(visit, today, d)),
  ]
}

const nameOf = (d: Drawing, id: Visit['cover']) =>
  ((id && d.lookup.people.get(id)?.name) || '').split(' ')[0] ?? ''

function askLine(visit: Visit, asks: 'answer' | 'cover', d: Drawing): RoomAsk {
  const text = remindText(d.language).visit
  const me = d.actor.personId
  const from = nameOf(d, asks === 'cover' || visit.visitor !== me ? visit.visitor : visit.host)
  const titleOf = asks === 'cover' ? text.coverOf : text.answerOf
  return {
    key: `visit-${asks}:${visit.id}:${visit.revision}`,
    title: from ? titleOf(from) : text[asks].title,
    note: whenOf(visit.next ?? visit, d),
    act: text[asks].act,
    href: `/visits/${visit.id}`,
    letter: 'visits',
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
  }
}

function whenOf({ startsAt, endsAt }: Pick<Visit, 'startsAt' | 'endsAt'>, d: Drawing) {
  const day = capital(weekDay(dayOf(new Date(startsAt)), d.language))
  return remindText(d.language).visit.when(day, clock(startsAt, d.language), clock(endsAt, d.language))
}
