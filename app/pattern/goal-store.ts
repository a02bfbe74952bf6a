import type { MadeGoal } from '../adoption/goal-place.ts'
import { makeTeamGoal, type NewGoalNo } from '../adoption/new-goal-store.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { PlanId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import type { WhichPattern } from './pattern.ts'
import { onPattern, type PatternNo, writeRecord } from './pattern-store.ts'
import type { PatternCard } from './scene.ts'

/** The words of the goal: theme and number, nothing of what anybody wrote. */
export type GoalWords = { readonly title: string; readonly situation: string }
export type GoalNo = PatternNo | NewGoalNo

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
    const made = await makeTeamGoal(at, actor, { planId: given.planId, ...given.words(at.card) }, now)
    if (isRefusal(made)) return made
    const { planId, entryId, amendmentId } = made
    const goal = { plan_id: planId, entry_id: entryId, amendment_id: amendmentId, goal_at: now }
    await writeRecord(at.sql, actor, at.id, { ...goal, kept_at: null, dismissed_at: null }, now)
    return made
  })
