import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type EntryId, newId, type PersonId, type StepId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { touchPlan } from '../plan/plan-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { type GivenStep, MOST_OPEN_STEPS, MOST_STEPS, openSteps, personIn, type Step } from './step.ts'
import { loadSteps, stepOf } from './step-load.ts'
import { mayChangeStep, mayMakeStep, type StepNo } from './step-may.ts'

/** With `step-end-store` and `step-tidy-store` the sole writer of step and step_person. */

/** Makes a step. Without anybody named, it is of who makes it; others who are named are asked. */
export function makeStep(
  db: Db,
  actor: Actor,
  plan: Plan,
  entryId: EntryId,
  given: GivenStep,
  now: Moment,
): Promise<StepId | StepNo> {
  return withPen(db, actor, plan, entryId, async (sql, tx) => {
    const there = (await loadSteps(sql, actor, plan.id)).filter((step) => step.entryId === entryId)
    const twice = there.find((step) => isSentTwice(step, actor, given, now))
    if (twice) return twice.id
    if (there.length >= MOST_STEPS || openSteps(there).length >= MOST_OPEN_STEPS)
      return refuse('enough-steps')
    const self = personOf(actor)
    const people = given.people.length === 0 && self !== null ? [self] : given.people
    if (!(await areOfTeam(tx, actor, people))) return refuse('person-unknown', 'people')
    const id = newId<'step'>()
    await sql
      .insertInto('step')
      .values({ ...wordsOf(given), ...newRow(actor, plan, now), id, entry_id: entryId })
      .execute()
    for (const person of people) await ask(sql, actor, id, person, now)
    return id
  })
}

/** The same step of the same person within a minute: a form that was sent twice. In milliseconds. */
const ONE_SENDING = 60_000
const isSentTwice = (step: Step, actor: Actor, { what, onDay, form }: GivenStep, now: Moment) =>
  step.ended === null &&
  step.madeBy === personOf(actor) &&
  step.what === what &&
  step.onDay === onDay &&
  step.form === form &&
  Date.parse(now) - Date.parse(step.madeAt) < ONE_SENDING

const wordsOf = ({ what, form, onDay }: GivenStep) => ({ what, form, on_day: onDay })

const newRow = (actor: Actor, plan: Plan, now: Moment) => ({
  school_id: actor.schoolId,
  plan_id: plan.id,
  made_at: now,
  made_by: personOf(actor),
  changed_at: now,
  ended_at: null,
  ended_by: null,
  ended_as: null,
  saw: null,
})

/** Other words, another day, or other people: who was asked before keeps the answer, unless the day moved. */
export async function changeStep(
  db: Db,
  actor: Actor,
  plan: Plan,
  { id, entryId }: Pick<Step, 'id' | 'entryId'>,
  given: GivenStep,
  now: Moment,
): Promise<null | StepNo> {
  return withPen(db, actor, plan, entryId, async (sql, tx) => {
    const step = await openStep(sql, actor, plan, { id, entryId })
    if (isRefusal(step)) return step
    const fresh = given.people.filter((person) => personIn(step, person) === null)
    if (!(await areOfTeam(tx, actor, fresh))) return refuse('person-unknown', 'people')
    await sql
      .updateTable('step')
      .set({ ...wordsOf(given), changed_at: now })
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    await setPeople(sql, actor, step, given, now)
    return null
  })
}

/** Who is no longer named goes; who is new is asked; to another day everybody says yes again. */
async function setPeople(sql: Sql, actor: Actor, step: Step, given: GivenStep, now: Moment) {
  const self = personOf(actor)
  const people = given.people.length === 0 && self !== null ? [self] : given.people
  const moved = step.onDay !== given.onDay
  for (const { personId } of step.people)
    if (!people.includes(personId) || moved) await unask(sql, actor, step.id, personId)
  for (const person of people)
    if (moved || personIn(step, person) === null) await ask(sql, actor, step.id, person, now)
}

const unask = (sql: Sql, actor: Actor, id: StepId, person: PersonId) =>
  sql
    .deleteFrom('step_person')
    .where('step_id', '=', id)
    .where('person_id', '=', person)
    .where('school_id', '=', actor.schoolId)
    .execute()

/** Names somebody: who names oneself says yes with it. */
const ask = (sql: Sql, actor: Actor, id: StepId, person: PersonId, now: Moment) =>
  sql
    .insertInto('step_person')
    .values({
      step_id: id,
      school_id: actor.schoolId,
      person_id: person,
      asked_at: now,
      agreed_at: person === personOf(actor) ? now : null,
      declined_at: null,
    })
    .execute()

/** Takes out a step that was made by mistake; what was done stays. */
export function removeStep(
  db: Db,
  actor: Actor,
  plan: Plan,
  { id, entryId }: Pick<Step, 'id' | 'entryId'>,
): Promise<null | StepNo> {
  return withPen(db, actor, plan, entryId, async (sql) => {
    const step = await openStep(sql, actor, plan, { id, entryId })
    if (isRefusal(step)) return step
    const { schoolId } = actor
    await sql.deleteFrom('step_person').where('step_id', '=', id).where('school_id', '=', schoolId).execute()
    await sql.deleteFrom('step').where('id', '=', id).where('school_id', '=', schoolId).execute()
    return null
  })
}

/** The step as it stands now, for who may change it. */
async function openStep(
  sql: Sql,
  actor: Actor,
  plan: Plan,
  { id, entryId }: Pick<Step, 'id' | 'entryId'>,
): Promise<Step | StepNo> {
  const entry = entryOf(plan, entryId)
  const step = entry && (await stepOf(sql, actor, entryId, id))
  if (!entry || !step) return refuse('step-gone')
  const may = mayChangeStep(actor, plan, entry, step)
  if (!may.may) return { refused: 'may-not', because: may.because }
  return step.ended ? refuse('ended-already') : step
}

/** An act of whoever may make steps here: one at a time in a plan, and the plan page hears of it. */
async function withPen<Done extends StepId | null>(
  db: Db,
  actor: Actor,
  plan: Plan,
  entryId: EntryId,
  act: (sql: Sql, tx: Db) => Promise<Done | StepNo>,
): Promise<Done | StepNo> {
  const entry = entryOf(plan, entryId)
  if (!entry) return refuse('entry-gone')
  const may = mayMakeStep(actor, plan, entry)
  if (!may.may) return { refused: 'may-not', because: may.because }
  return db.write(actor, async (sql, tx) => {
    await tx.hold(plan.id)
    const done = await act(sql, tx)
    await touchPlan(sql, actor, plan)
    return done
  })
}

async function areOfTeam(tx: Db, actor: Actor, people: readonly PersonId[]) {
  if (people.length === 0) return true
  const rows = await tx.read(actor, (sql) =>
    sql
      .selectFrom('person')
      .select('id')
      .where('id', 'in', people)
      .where('school_id', '=', actor.schoolId)
      .where('left_on', 'is', null)
      .execute(),
  )
  return rows.length === people.length
}
