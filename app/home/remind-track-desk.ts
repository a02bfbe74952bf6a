import { type Day, dayOf, longDay, weekDay } from '../kernel/day.ts'
import { capital } from '../kernel/sentence.ts'
import type { Entry } from '../plan/entry.ts'
import { isAdopted, takesAmendments } from '../plan/plan.ts'
import { type Drawing, longName } from '../plan/plan-sheet-view.ts'
import { lastSignOf } from '../step/last-sign-store.ts'
import { hasBeen, type Visit } from '../visit/visit.ts'
import { visitsOf } from '../visit/visit-store.ts'
import type { RoomAsk } from './for-you.ts'
import type { ForYouAt } from './for-you-line-desk.ts'
import { isFreeAround } from './quiet-day-desk.ts'
import { type NearEvaluation, nearEvaluations, quietTracks } from './remind.ts'
import { remindText } from './remind-text.ts'

/** The evaluations of one's own that come within the week. */
export async function ofNearEvaluations({ desk, reader }: ForYouAt, d: Drawing): Promise<RoomAsk[]> {
  if (!isAdopted(d.plan.phase)) return []
  const isFree = await isFreeAround(desk.db, reader.actor, desk.today)
  return nearEvaluations(d.plan, reader.actor, desk.today, isFree).map((one) =>
    evaluationLine(one, d, desk.today),
  )
}

function evaluationLine({ day, entries, stage }: NearEvaluation, d: Drawing, today: string): RoomAsk {
  const text = remindText(d.language).evaluation
  const [first] = entries
  const own = first?.kind === 'teacher-track' && first.personId === d.actor.personId
  const name = first ? longName(first, d) : ''
  const what = entries.length > 1 ? text.several(String(entries.length)) : own ? text.own : name
  return {
    key: `evaluation:${day}:${stage}`,
    title: day === today ? text.today(what) : text.coming(capital(weekDay(day, d.language)), what),
    note: text.note,
    act: text.act,
    href: `${d.href}/evaluation`,
    letter: 'evaluations',
    on: day,
    own: true,
  }
}

/** A track of which nothing was heard for long asks whose it is, on Vandaag and not by mail; nobody else sees this. */
export async function ofQuietTracks({ desk, reader, plan }: ForYouAt, d: Drawing): Promise<RoomAsk[]> {
  const { db, today } = desk
  const { actor } = reader
  if (!takesAmendments(plan.phase)) return []
  const isFree = await isFreeAround(db, actor, today)
  const nothing = new Map<Entry['id'], Day>()
  if (quietTracks(plan, actor, nothing, { today, isFree }).length === 0) return []
  const signs = withVisits(await lastSignOf(db, actor, plan), await visitsOf(db, actor), desk)
  const text = remindText(d.language).quiet
  return quietTracks(plan, actor, signs, { today, isFree }).map(({ entry, since }) => ({
    key: `quiet:${entry.id}:${since}`,
    title: text.title,
    note: text.note(longDay(since, d.language)),
    act: text.act,
    href: `${d.href}/entry/${entry.id}/steps`,
    letter: null,
    own: true,
  }))
}

/** A visit that has been is a sign too, of the track that it belongs to. */
function withVisits(
  signs: ReadonlyMap<Entry['id'], Day>,
  visits: readonly Visit[],
  { now }: ForYouAt['desk'],
): ReadonlyMap<Entry['id'], Day> {
  const all = new Map(signs)
  for (const visit of visits) {
    if (!visit.entryId || !hasBeen(visit, now)) continue
    const on = dayOf(new Date(visit.endsAt))
    if (on > (all.get(visit.entryId) ?? '')) all.set(visit.entryId, on)
  }
  return all
}
