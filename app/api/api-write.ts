import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { EntryId, LearningTeamId, PersonId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { type Entry, type EntryText, hasText, isGoal, ownersOf } from '../plan/entry.ts'
import { addEntry, writeEntryText } from '../plan/entry-store.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import type { PlanNo } from '../plan/plan-no.ts'
import { readPlan } from '../plan/plan-store.ts'
import { propose } from '../plan/proposal-store.ts'
import type { Roster } from '../plan/roster.ts'
import { setMoments, tieEntry } from '../plan/tie-store.ts'
import type { Program } from '../session/actor.ts'
import type { EntryBody, NewEntryBody } from './api-body.ts'
import { ApiProblem, notFound } from './problem.ts'

const NOT_TEXTS = new Set([
  'kind',
  'name',
  'personId',
  'learningTeamId',
  'visionLines',
  'parentId',
  'evaluationDays',
  'coordinatorHours',
])

/** Makes an entry; texts for somebody's track become a proposal. Answers the entry's id and whether one waits. */
export async function postEntry(
  db: Db,
  actor: Program,
  plan: Plan,
  roster: Roster,
  body: NewEntryBody,
  now: Moment,
) {
  const texts = textsOf(body)
  unknownFields(body.kind, texts)
  return db.write(actor, async (_sql, tx) => {
    const id = await addEntry(tx, actor, plan, { kind: body.kind, ...whose(body, roster) }, now)
    if (isRefusal(id)) throw problemOf(id)
    const proposed = await writeFields(tx, actor, plan.id, id, body, now)
    return { id, proposed }
  })
}

/** Changes an entry that still has the revision which the program saw. */
export async function patchEntry(
  db: Db,
  actor: Program,
  plan: Plan,
  entry: Entry,
  revision: number,
  body: EntryBody,
  now: Moment,
) {
  unknownFields(entry.kind, textsOf(body))
  return db.write(actor, async (_sql, tx) => {
    await tx.hold(entry.id)
    const current = entryOf((await readPlan(tx, actor, plan.id)) ?? plan, entry.id)
    if (!current) throw notFound()
    if (current.revision !== revision) throw staleProblem()
    return writeFields(tx, actor, plan.id, entry.id, body, now)
  })
}

export const staleProblem = () =>
  new ApiProblem({
    status: 412,
    code: 'stale',
    title: 'The entry has changed since you read it',
    detail: 'Read it again (GET) and send your change with the new ETag.',
  })

async function writeFields(
  tx: Db,
  actor: Program,
  planId: Plan['id'],
  id: EntryId,
  body: EntryBody,
  now: Moment,
) {
  const plan = await readPlan(tx, actor, planId)
  const entry = plan && entryOf(plan, id)
  if (!entry) throw notFound()
  ok(await tieEntry(tx, actor, plan, entry, tieOf(body, entry)))
  if (body.evaluationDays) {
    ok(
      await setMoments(
        tx,
        actor,
        plan,
        entry,
        [...new Set(body.evaluationDays)].map((onDay) => ({ onDay, occasion: 'other' })),
      ),
    )
  }
  const texts = textsOf(body)
  if (Object.keys(texts).length === 0) return false
  if (!isGoal(entry) && ownersOf(entry).length > 0) {
    ok(await propose(tx, actor, plan, entry, { texts, source: 'program' }, now))
    return true
  }
  for (const [field, text] of Object.entries(texts))
    ok(await writeEntryText(tx, actor, plan, entry, field, text ?? '', null, now))
  return false
}

const tieOf = (body: EntryBody, entry: Entry) => ({
  ...(body.visionLines ? { visionLineIds: body.visionLines } : {}),
  ...(body.parentId === undefined ? {} : { parentId: body.parentId }),
  ...(body.coordinatorHours === undefined || body.coordinatorHours === entry.coordinatorHours
    ? {}
    : { coordinatorHours: body.coordinatorHours }),
})

function textsOf(body: EntryBody | NewEntryBody): Partial<Record<EntryText, string>> {
  const texts = Object.entries(body).filter(([field, value]) => !NOT_TEXTS.has(field) && value !== undefined)
  return Object.fromEntries(texts.map(([field, value]) => [field, typeof value === 'string' ? value : '']))
}

function unknownFields(kind: Entry['kind'], texts: Partial<Record<string, string>>) {
  const field = Object.keys(texts).find((name) => !hasText(kind, name))
  if (field)
    throw new ApiProblem({ status: 422, code: 'no-such-field', title: `A ${kind} has no such field`, field })
}

/** Finds whose track is meant: by id, else by the name as the team has it; an unknown name stays a name. */
function whose(
  body: NewEntryBody,
  roster: Roster,
): { personId?: PersonId; learningTeamId?: LearningTeamId; name?: string | null } {
  const same = (one: string) => one.localeCompare(body.name ?? '', 'nl', { sensitivity: 'base' }) === 0
  if (body.kind === 'learning-team-track') {
    const team = roster.learningTeams.find((one) =>
      body.learningTeamId ? one.id === body.learningTeamId : same(one.name),
    )
    if (body.learningTeamId && !team) throw unknownOne('learningTeamId')
    return team ? { learningTeamId: team.id } : { name: needName(body) }
  }
  if (body.kind !== 'teacher-track') return {}
  const person = roster.people.find(
    (one) => !one.hasLeft && (body.personId ? one.id === body.personId : same(one.name)),
  )
  if (body.personId && !person) throw unknownOne('personId')
  return person ? { personId: person.id } : { name: needName(body) }
}

const unknownOne = (field: string) =>
  new ApiProblem({ status: 422, code: 'unknown', title: 'Nobody of this school has that id', field })

function needName(body: NewEntryBody) {
  if (body.name) return body.name
  throw new ApiProblem({ status: 422, code: 'name-missing', title: 'Say whose track it is', field: 'name' })
}

function ok(result: unknown) {
  if (isRefusal(result)) throw problemOf(result as PlanNo)
}

/** A refusal of the plan as a problem: 403 for what is not theirs, 409 for what is there already, 422 else. */
export function problemOf(no: PlanNo): ApiProblem {
  if (no.refused === 'may-not') {
    return new ApiProblem({
      status: 403,
      code: no.because,
      title: 'Not allowed',
      detail: `Because: ${no.because}.`,
    })
  }
  const status = no.refused === 'has-track-already' || no.refused === 'stale' ? 409 : 422
  return new ApiProblem({
    status,
    code: no.refused,
    title: 'This was refused',
    ...('field' in no ? { field: no.field } : {}),
  })
}
