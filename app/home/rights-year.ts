import type { May } from '../kernel/refusal.ts'
import type { Entry } from '../plan/entry.ts'
import type { Phase } from '../plan/plan.ts'
import type { Actor } from '../session/actor.ts'
import { mayAnswerDay, mayMoveEvaluation, mayPlanYear, mayProposeDay, mayReadYear } from '../year/year-may.ts'

type Ask = (actor: Actor, plan: { phase: Phase }) => May
type Of = { readonly goal: Entry; readonly track: Entry; readonly teamTrack: Entry }

/** Every act with the year circle, with the one place that decides about it. */
export const yearActs = ({ goal, track, teamTrack }: Of): Record<string, Ask> => ({
  'read the year': (actor) => mayReadYear(actor),
  'put something in the year, its holidays and its template': (actor) => mayPlanYear(actor),
  'move the day on which a goal is looked back at': (actor, plan) => mayMoveEvaluation(actor, plan, goal),
  'move the day on which a teacher’s track is looked back at': (actor, plan) =>
    mayMoveEvaluation(actor, plan, track),
  'propose another day for a teacher’s track': (actor, plan) => mayProposeDay(actor, plan, track),
  'propose another day for a learning team’s track': (actor, plan) => mayProposeDay(actor, plan, teamTrack),
  'say yes to a day that was proposed for a teacher’s track': (actor) => mayAnswerDay(actor, track),
})
