import type { Db } from '../db/database.ts'
import { readAllEvaluations } from '../evaluation/evaluation-store.ts'
import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'
import type { Plan } from '../plan/plan.ts'
import type { Actor } from '../session/actor.ts'
import { readTalk } from '../writing/conversation-store.ts'
import { loadSteps } from './step-load.ts'

type Sign = { readonly entryId: string; readonly at: Moment }

const known = new WeakMap<Plan, ReadonlyMap<EntryId, Day>>()

/**
 * The day on which something last happened with each goal and track: a text, a step made or ended, an answer in the
 * talk, an evaluation. Only days, no words: a track that was quiet for long asks its own teacher. Read once as long as
 * the plan stands still.
 */
export async function lastSignOf(db: Db, actor: Actor, plan: Plan): Promise<ReadonlyMap<EntryId, Day>> {
  const there = known.get(plan)
  if (there) return there
  const signs: Sign[] = [
    ...ofPlan(plan),
    ...(await db.read(actor, (sql) => loadSteps(sql, actor, plan.id))).map(
      ({ entryId, changedAt: at }): Sign => ({ entryId, at }),
    ),
    ...(await readAllEvaluations(db, actor, plan)).map(({ entryId, at }): Sign => ({ entryId, at })),
    ...(await ofTalk(db, actor, plan)),
  ]
  const last = lastDays(plan, signs)
  if (!db.isTransaction) known.set(plan, last)
  return last
}

const ofPlan = (plan: Plan): Sign[] =>
  plan.entries.flatMap((entry) => [
    ...Object.values(entry.texts).map(({ changedAt }) => ({ entryId: entry.id, at: changedAt })),
    ...(entry.agreedAt ? [{ entryId: entry.id, at: entry.agreedAt }] : []),
  ])

async function ofTalk(db: Db, actor: Actor, plan: Plan): Promise<Sign[]> {
  const { threads, suggestions } = await readTalk(db, actor, plan, [plan.id])
  return [
    ...threads.flatMap(({ ownerId, comments }) => comments.map(({ at }) => ({ entryId: ownerId, at }))),
    ...suggestions.map(({ ownerId, madeAt }) => ({ entryId: ownerId, at: madeAt })),
  ]
}

function lastDays({ entries }: Plan, signs: readonly Sign[]): ReadonlyMap<EntryId, Day> {
  const latest = new Map<string, Moment>()
  for (const { entryId, at } of signs) if (at > (latest.get(entryId) ?? '')) latest.set(entryId, at)
  return new Map(
    entries.flatMap(({ id }): [EntryId, Day][] => {
      const at = latest.get(id)
      return at ? [[id, dayOf(new Date(at))]] : []
    }),
  )
}
