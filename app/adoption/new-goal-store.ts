import type { Db, Sql } from '../db/database.ts'
import { dayOf, type Moment } from '../kernel/day.ts'
import type { PlanId, VisionLineId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import { addEntry } from '../plan/entry-store.ts'
import { noteAct } from '../plan/own-change-store.ts'
import { entryOf } from '../plan/plan.ts'
import type { PlanNo } from '../plan/plan-no.ts'
import { readPlan, readPlans } from '../plan/plan-store.ts'
import type { NewMoment } from '../plan/tie.ts'
import { setMoments, tieEntry } from '../plan/tie-store.ts'
import type { Actor } from '../session/actor.ts'
import type { AmendmentNo } from './adoption-no.ts'
import { tieAmendment } from './amendment-agree-store.ts'
import { beginAmendment } from './amendment-begin-store.ts'
import { goalPlaces, type MadeGoal } from './goal-place.ts'

/** A team goal that comes from elsewhere: questions that come back, a data talk. */
export type GivenGoal = {
  /** In which plan; refused when that one takes no goal (any more). */
  readonly planId: PlanId
  readonly title: string
  readonly situation: string
  readonly approach?: string
  /** Left out: it hangs on nothing yet. */
  readonly visionLineIds?: readonly VisionLineId[]
  readonly moments?: readonly NewMoment[]
}

export type NewGoalNo = PlanNo | AmendmentNo | Refusal<'no-place'>

/**
 * Makes a preventive team goal, inside the caller's transaction: a draft in a plan that is being written, an amendment
 * that proposes it in one that is adopted. Who may is what the plan says.
 */
export async function makeTeamGoal(
  at: { readonly sql: Sql; readonly tx: Db },
  actor: Actor,
  given: GivenGoal,
  now: Moment,
): Promise<MadeGoal | NewGoalNo> {
  const plans = await readPlans(at.tx, actor)
  const places = goalPlaces(plans, schoolYearOf(dayOf(new Date(now))))
  const place = places.find(({ planId }) => planId === given.planId)
  if (!place) return refuse('no-place')
  return (place.kind === 'draft' ? draft : amend)(at, actor, given, now)
}

type Making = (
  at: { readonly sql: Sql; readonly tx: Db },
  actor: Actor,
  given: GivenGoal,
  now: Moment,
) => Promise<MadeGoal | NewGoalNo>

const textsOf = ({ title, situation, approach }: GivenGoal) => ({
  title,
  startSituation: situation,
  ...(approach ? { approach } : {}),
})

const draft: Making = async ({ tx, sql }, actor, given, now) => {
  const { planId, visionLineIds, moments } = given
  const plan = await readPlan(tx, actor, planId)
  if (plan === null) return refuse('no-place')
  const id = await addEntry(tx, actor, plan, { kind: 'team-goal', texts: textsOf(given) }, now)
  if (isRefusal(id)) return id
  await noteAct(sql, actor, plan, id, { is: 'added' }, now)
  const after = await readPlan(tx, actor, planId)
  const entry = after && entryOf(after, id)
  if (!after || !entry) return refuse('no-place')
  const tie = { ownAim: 'preventive', ...(visionLineIds ? { visionLineIds } : {}) } as const
  const no = await tieEntry(tx, actor, after, entry, tie)
  if (no) return no
  const wrong = moments ? await setMoments(tx, actor, after, entry, moments) : null
  return wrong ?? { planId, entryId: id, amendmentId: null }
}

const amend: Making = async ({ tx }, actor, given, now) => {
  const { planId, title, situation, visionLineIds = [], moments = [] } = given
  const asked = { kind: 'new', about: 'team-goal', subjectId: null, why: situation, first: title } as const
  const id = await beginAmendment(tx, actor, planId, { ...asked, texts: textsOf(given) }, now)
  if (isRefusal(id)) return id
  const hangs = visionLineIds.length > 0 || moments.length > 0
  const no = hangs ? await tieAmendment(tx, actor, { planId, id }, { visionLineIds, moments }, now) : null
  return no ?? { planId, entryId: null, amendmentId: id }
}
