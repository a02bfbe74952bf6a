import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type EntryId, newId, type PersonId, type StepId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Entry } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { touchPlan } from '../plan/plan-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import {
  type GivenStep,
  MOST_OPEN_STEPS,
  MOST_STEPS,
  type MyStep,
  openSteps,
  partOf,
  personIn,
  type Step,
} from './step.ts'
import { loadSteps, loadStepsById } from './step-load.ts'
import { mayMakeStep, mayReadSaw, mayReadStep, type StepNo } from './step-may.ts'

/** With `step-end-store.ts` the sole writer of step and step_person. */

const known = new WeakMap<Plan, readonly Step[]>()

/**
 * The steps of a plan as this actor may read them, in the order in which they were made; what was seen is '' where the
 * actor may not read it. Whoever changes one raises the revision of its plan, and a plan of another revision is another
 * object: of one that was asked before nothing is read.
 */
export async function stepsOf(db: Db, actor: Actor, plan: Plan): Promise<Step[]> {
  const all = known.get(plan) ?? (await db.read(actor, (sql) => loadSteps(sql, actor, plan.id)))
  if (!db.isTransaction) known.set(plan, all)
  return all.flatMap((step) => seen(actor, entryOf(plan, step.entryId), step) ?? [])
}

/** A step as this actor may read it; null when not at all, or when its goal or track is no longer in the plan. */
function seen(actor: Actor, entry: Entry | null, step: Step): Step | null {
  if (entry === null || !mayReadStep(actor, entry, step).may) return null
  if (!step.ended || step.ended.saw === '' || mayReadSaw(actor, entry, step).may) return step
  return { ...step, ended: { ...step.ended, saw: '' } }
}

/**
 * What waits for this person, over all goals and tracks of plans that are not closed: steps to do, and steps that
 * somebody asked them for. By day, those without a day last.
 */
export async function openStepsOf(db: Db, actor: Actor): Promise<MyStep[]> {
  const person = personOf(actor)
  if (person === null) return []
  const steps = await db.read(actor, async (sql) => {
    const rows = await openOf(sql, actor, person)
    return loadStepsById(
      sql,
      actor,
      rows.map(({ id }) => id),
    )
  })
  return openSteps(
    steps.flatMap((step): MyStep[] => {
      const part = partOf(step, person)
      return part === 'doing' || part === 'asked' ? [{ ...step, part }] : []
    }),
  )
}

const openOf = (sql: Sql, actor: Actor, person: PersonId) =>
  sql
    .selectFrom('step_person')
    .innerJoin('step', 'step.id', 'step_person.step_id')
    .innerJoin('entry', 'entry.id', 'step.entry_id')
    .innerJoin('plan', 'plan.id', 'step.plan_id')
    .select('step.id')
    .where('step_person.person_id', '=', person)
    .where('step_person.school_id', '=', actor.schoolId)
    .where('step_person.declined_at', 'is', null)
    .where('step.ended_at', 'is', null)
    .where('entry.removed_at', 'is', null)
    .where('plan.phase', '!=', 'archived')
    .execute()

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
    const step = await stepOf(sql, actor, entryId, id)
    if (!step) return refuse('step-gone')
    if (step.ended) return refuse('ended-already')
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
    const step = await stepOf(sql, actor, entryId, id)
    if (!step) return refuse('step-gone')
    if (step.ended) return refuse('ended-already')
    const { schoolId } = actor
    await sql.deleteFrom('step_person').where('step_id', '=', id).where('school_id', '=', schoolId).execute()
    await sql.deleteFrom('step').where('id', '=', id).where('school_id', '=', schoolId).execute()
    return null
  })
}

/** A step of a goal or track, within a transaction. */
export async function stepOf(sql: Sql, actor: Actor, entryId: EntryId, id: StepId): Promise<Step | null> {
  const [step] = await loadStepsById(sql, actor, [id])
  return step?.entryId === entryId ? step : null
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
