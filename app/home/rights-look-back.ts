import { mayDecideNext } from '../evaluation/evaluation-may.ts'
import { mayChooseTogether, mayWriteLook } from '../evaluation/team-look-may.ts'
import { mayEndPromise, mayPromise } from '../evaluation/yield-may.ts'
import type { PersonId } from '../kernel/id.ts'
import type { May } from '../kernel/refusal.ts'
import type { Entry } from '../plan/entry.ts'
import type { Phase } from '../plan/plan.ts'
import type { Actor } from '../session/actor.ts'

type Ask = (actor: Actor, plan: { phase: Phase }) => May

type Of = {
  readonly goal: Entry
  readonly track: Entry
  readonly teamTrack: Entry
  /** Whether somebody leads the meeting in which it is said. */
  readonly leads: (actor: Actor) => boolean
}

const TEACHER = 'teacher' as PersonId

/** Every act of looking back together, half-way and at the end, with the one place that decides about it. */
export const lookBackActs = ({ goal, track, teamTrack, leads }: Of): Record<string, Ask> => ({
  'say how a goal goes on, as the team decided there': (actor, plan) =>
    mayDecideNext(actor, plan, goal, leads(actor)),
  'say how a teacher’s track goes on': (actor, plan) => mayDecideNext(actor, plan, track, leads(actor)),
  'say how a learning team’s track goes on': (actor, plan) =>
    mayDecideNext(actor, plan, teamTrack, leads(actor)),
  'write down what the team says of the coordinator’s part': (actor, plan) =>
    mayWriteLook(actor, plan, 'coordinatorPart', leads(actor)),
  'write down what the team says of the plan itself': (actor, plan) =>
    mayWriteLook(actor, plan, 'planItself', leads(actor)),
  'write the coordinator’s conditions': (actor, plan) =>
    mayWriteLook(actor, plan, 'conditions', leads(actor)),
  'answer the coordinator’s conditions': (actor, plan) =>
    mayWriteLook(actor, plan, 'conditionsAnswer', leads(actor)),
  'write down which principles stay and which theme becomes a goal': (actor, plan) =>
    mayChooseTogether(plan, leads(actor)),
  'write down a promise of a teacher to share a yield': (actor) => mayPromise(actor, TEACHER, leads(actor)),
  'say that such a promise is done, or let it go': (actor) =>
    mayEndPromise(actor, TEACHER, false, leads(actor)),
  'say so of a teacher who left': (actor) => mayEndPromise(actor, TEACHER, true, leads(actor)),
})
