import { lastOf } from '../evaluation/evaluation.ts'
import { readEvaluations } from '../evaluation/evaluation-store.ts'
import type { YieldPromise } from '../evaluation/yield.ts'
import { donePromisesOf } from '../evaluation/yield-store.ts'
import type { PieceId, PromiseId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { isOwner } from '../plan/plan-may.ts'
import { readPlan } from '../plan/plan-store.ts'
import { gradesOf } from './piece.ts'
import { beginPiece } from './piece-begin-store.ts'
import { draftOf } from './piece-draft.ts'
import type { PieceNo } from './piece-may.ts'
import type { AtShelf } from './shelf-desk.ts'

/** One's own promise that is done, as the ground of a piece. */
export async function beginFromPromise(at: AtShelf, id: PromiseId): Promise<PieceId | PieceNo> {
  const { desk, reader } = at
  const promise = (await donePromisesOf(desk.db, reader.actor)).find((one) => one.id === id)
  if (!promise) return refuse('promise-open')
  const plan = await readPlan(desk.db, reader.actor, promise.planId)
  const { planId, entryId } = promise
  const texts = draftOf(await sourceOf(at, plan, promise))
  const schoolYear = plan?.schoolYear ?? schoolYearOf(desk.today)
  const given = { planId, entryId, promiseId: id, schoolYear, grades: ownGrades(at), texts }
  return beginPiece(desk.db, reader.actor, given, desk.now)
}

/** Only what is one's own goes along: one's own track with its evaluation, a goal of the team. */
async function sourceOf({ desk, reader }: AtShelf, plan: Plan | null, promise: YieldPromise) {
  const entry = plan && entryOf(plan, promise.entryId)
  if (!plan || !entry || !(isGoal(entry) || isOwner(reader.actor, entry)))
    return { promise, entry: null, evaluation: null }
  const evaluations = await readEvaluations(desk.db, reader.actor, plan)
  return { promise, entry, evaluation: lastOf(evaluations, entry.id) }
}

/** An empty draft, of a goal or track of a plan or of none. */
export function beginEmpty(at: AtShelf, plan: Plan | null, entry: Entry | null) {
  const { desk, reader } = at
  const given = {
    planId: entry && plan ? plan.id : null,
    entryId: entry?.id ?? null,
    promiseId: null,
    schoolYear: plan?.schoolYear ?? schoolYearOf(desk.today),
    grades: ownGrades(at),
    texts: {},
  }
  return beginPiece(desk.db, reader.actor, given, desk.now)
}

const ownGrades = ({ reader, roster }: AtShelf) =>
  gradesOf(roster.people.find(({ id }) => id === reader.actor.personId)?.groups ?? [])
