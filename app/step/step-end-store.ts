import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { touchPlan } from '../plan/plan-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { parseSaw, type Step, type StepEnd } from './step.ts'
import { stepOf } from './step-load.ts'
import { mayAnswerStep, mayEndStep, type StepNo } from './step-may.ts'

type At = Pick<Step, 'id' | 'entryId'>

/**
 * Done, with a line of what was seen, or let go. Ended once: the same sent twice is one end, something else is refused.
 * What was seen can be written and changed later too.
 */
export async function endStep(
  db: Db,
  actor: Actor,
  plan: Plan,
  at: At,
  given: { readonly as: StepEnd['as']; readonly saw: string },
  now: Moment,
): Promise<null | StepNo> {
  const saw = parseSaw(given.saw)
  if (isRefusal(saw)) return saw
  const end = { saw, ended_as: given.as, ended_at: now, ended_by: personOf(actor), changed_at: now }
  return ending(db, actor, plan, at, ({ ended }) => {
    if (ended === null) return end
    return ended.as === given.as && ended.saw === saw ? 'as-it-is' : refuse('ended-already')
  })
}

/** Writes what was seen with a step that has ended, or other words for it. */
export async function writeSaw(
  db: Db,
  actor: Actor,
  plan: Plan,
  at: At,
  raw: string,
  now: Moment,
): Promise<null | StepNo> {
  const saw = parseSaw(raw)
  if (isRefusal(saw)) return saw
  return ending(db, actor, plan, at, (step) => (step.ended ? { saw, changed_at: now } : refuse('still-open')))
}

/** It was not the end: the step is open again, and what was written with it goes. */
export const reopenStep = (db: Db, actor: Actor, plan: Plan, at: At, now: Moment): Promise<null | StepNo> =>
  ending(db, actor, plan, at, (step) =>
    step.ended
      ? { saw: null, ended_as: null, ended_at: null, ended_by: null, changed_at: now }
      : refuse('still-open'),
  )

type Change = {
  readonly saw: string | null
  readonly changed_at: Moment
  readonly ended_as?: string | null
  readonly ended_at?: Moment | null
  readonly ended_by?: PersonId | null
}

function ending(
  db: Db,
  actor: Actor,
  plan: Plan,
  { id, entryId }: At,
  change: (step: Step) => Change | StepNo | 'as-it-is',
): Promise<null | StepNo> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(plan.id)
    const entry = entryOf(plan, entryId)
    const step = entry && (await stepOf(sql, actor, entryId, id))
    if (!entry || !step) return refuse('step-gone')
    const may = mayEndStep(actor, plan, entry, step)
    if (!may.may) return { refused: 'may-not', because: may.because }
    const made = change(step)
    if (made === 'as-it-is') return null
    if (isRefusal(made)) return made
    await update(sql, actor, step, made)
    await touchPlan(sql, actor, plan)
    return null
  })
}

const update = (sql: Sql, actor: Actor, { id }: Step, change: Change) =>
  sql.updateTable('step').set(change).where('id', '=', id).where('school_id', '=', actor.schoolId).execute()

/** Yes, or no thanks: of who is asked, and to be changed as long as the step is open. */
export function answerStep(
  db: Db,
  actor: Actor,
  plan: Plan,
  { id, entryId }: At,
  isYes: boolean,
  now: Moment,
): Promise<null | StepNo> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(plan.id)
    const step = await stepOf(sql, actor, entryId, id)
    const person = personOf(actor)
    if (!step || person === null) return refuse('step-gone')
    const may = mayAnswerStep(actor, plan, step)
    if (!may.may) return { refused: 'may-not', because: may.because }
    if (step.ended) return refuse('ended-already')
    await sql
      .updateTable('step_person')
      .set({ agreed_at: isYes ? now : null, declined_at: isYes ? null : now })
      .where('step_id', '=', id)
      .where('person_id', '=', person)
      .where('school_id', '=', actor.schoolId)
      .execute()
    await update(sql, actor, step, { saw: null, changed_at: now })
    await touchPlan(sql, actor, plan)
    return null
  })
}
