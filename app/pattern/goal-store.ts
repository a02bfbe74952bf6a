import type { AmendmentNo } from '../adoption/adoption-no.ts'
import { beginAmendment } from '../adoption/amendment-begin-store.ts'
import type { Db } from '../db/database.ts'
import { dayOf, type Moment } from '../kernel/day.ts'
import type { AmendmentId, EntryId, PlanId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import { addEntry } from '../plan/entry-store.ts'
import { noteAct } from '../plan/own-change-store.ts'
import { entryOf } from '../plan/plan.ts'
import type { PlanNo } from '../plan/plan-no.ts'
import { readPlan, readPlans } from '../plan/plan-store.ts'
import { tieEntry } from '../plan/tie-store.ts'
import type { Actor } from '../session/actor.ts'
import type { WhichPattern } from './pattern.ts'
import { type InPattern, onPattern, type PatternNo, writeRecord } from './pattern-store.ts'
import { type GoalPlace, goalPlaces } from './place.ts'
import type { PatternCard } from './scene.ts'

/** The words of the goal: theme and number, nothing of what anybody wrote. */
export type GoalWords = { readonly title: string; readonly situation: string }
export type MadeGoal = {
  readonly planId: PlanId
  readonly entryId: EntryId | null
  readonly amendmentId: AmendmentId | null
}
export type GoalNo = PatternNo | PlanNo | AmendmentNo

type Given = {
  /** In which plan; it is refused when that one takes no goal (any more). */
  readonly planId: PlanId
  words(card: PatternCard): GoalWords
}

/**
 * Makes a preventive team goal of a pattern: a draft in a plan that is being written, where it hangs on nothing yet; or an
 * amendment that proposes it, in a plan that is adopted. Who may is what the plan says. One goal on a topic at a time.
 */
export const makeGoal = (
  db: Db,
  actor: Actor,
  which: WhichPattern,
  given: Given,
  now: Moment,
): Promise<MadeGoal | GoalNo> =>
  onPattern<MadeGoal, GoalNo>(db, actor, which, now, async (at) => {
    if (at.card.goal) return refuse('goal-made')
    const plans = await readPlans(at.tx, actor)
    const place = goalPlaces(plans, schoolYearOf(dayOf(new Date(now)))).find(
      ({ planId }) => planId === given.planId,
    )
    if (!place) return refuse('no-place')
    const words = given.words(at.card)
    const made = await (place.kind === 'draft' ? draft : amend)(at, actor, place, words, now)
    if (isRefusal(made)) return made
    const { planId, entryId, amendmentId } = made
    const goal = { plan_id: planId, entry_id: entryId, amendment_id: amendmentId, goal_at: now }
    await writeRecord(at.sql, actor, at.id, { ...goal, kept_at: null, dismissed_at: null }, now)
    return made
  })

type Making = (
  at: InPattern,
  actor: Actor,
  place: GoalPlace,
  words: GoalWords,
  now: Moment,
) => Promise<MadeGoal | GoalNo>

const draft: Making = async ({ tx, sql }, actor, { planId }, { title, situation }, now) => {
  const plan = await readPlan(tx, actor, planId)
  if (plan === null) return refuse('no-place')
  const texts = { title, startSituation: situation }
  const id = await addEntry(tx, actor, plan, { kind: 'team-goal', texts }, now)
  if (isRefusal(id)) return id
  await noteAct(sql, actor, plan, id, { is: 'added' }, now)
  const after = await readPlan(tx, actor, planId)
  const entry = after && entryOf(after, id)
  const no = after && entry ? await tieEntry(tx, actor, after, entry, { ownAim: 'preventive' }) : null
  return no ?? { planId, entryId: id, amendmentId: null }
}

const amend: Making = async ({ tx }, actor, { planId }, { title, situation }, now) => {
  const asked = { kind: 'new', about: 'team-goal', subjectId: null, why: situation, first: title } as const
  const id = await beginAmendment(tx, actor, planId, asked, now)
  return isRefusal(id) ? id : { planId, entryId: null, amendmentId: id }
}
