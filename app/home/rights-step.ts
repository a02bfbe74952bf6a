import type { PersonId } from '../kernel/id.ts'
import type { May } from '../kernel/refusal.ts'
import type { Entry } from '../plan/entry.ts'
import type { Phase } from '../plan/plan.ts'
import { mayAddItem, mayOfferItem } from '../school/own-list-may.ts'
import type { Actor } from '../session/actor.ts'
import type { StepPerson } from '../step/step.ts'
import {
  mayAnswerStep,
  mayChangeStep,
  mayEndStep,
  mayMakeStep,
  mayReadSaw,
  mayReadStep,
} from '../step/step-may.ts'

type Ask = (actor: Actor, plan: { phase: Phase }) => May
type Of = { readonly goal: Entry; readonly track: Entry; readonly teamTrack: Entry }

const NOW = '2026-11-19T09:42:00.000Z' as StepPerson['askedAt']
const named = (person: string, agreed: boolean): StepPerson => ({
  personId: person as PersonId,
  askedAt: NOW,
  agreedAt: agreed ? NOW : null,
  declinedAt: null,
})

/** A step that the staff member does, and for which the expert teacher is asked. */
const STEP = { madeBy: null, people: [named('staff', true), named('expert', false)] }

/** Every act with small next steps, with the one place that decides about it. */
export function stepActs({ goal, track, teamTrack }: Of): Record<string, Ask> {
  const carried: Entry = {
    ...goal,
    people: [{ ...named('owner', false), part: 'executor' }],
  }
  return {
    'make a step of a teacher’s track': (actor, plan) => mayMakeStep(actor, plan, track),
    'make a step of a learning team’s track': (actor, plan) => mayMakeStep(actor, plan, teamTrack),
    'make a step with a goal for which nobody is named': (actor, plan) => mayMakeStep(actor, plan, goal),
    'make a step with a goal that the owner is named for': (actor, plan) => mayMakeStep(actor, plan, carried),
    'end a step of a teacher’s track that the staff member does too': (actor, plan) =>
      mayEndStep(actor, plan, track, STEP),
    'end a step with a goal that the staff member does': (actor, plan) =>
      mayEndStep(actor, plan, carried, STEP),
    'change a step with a goal that another made and does': (actor, plan) =>
      mayChangeStep(actor, plan, goal, STEP),
    'say yes or no to a step for which the expert teacher is asked': (actor, plan) =>
      mayAnswerStep(actor, plan, STEP),
    'read a step of a track that its teacher does not stand behind yet': (actor) =>
      mayReadStep(actor, { ...track, agreedAt: null }, STEP),
    'read what was seen with a step of a track that is not shared': (actor) => mayReadSaw(actor, track, STEP),
    'add a form of work': (actor) => mayAddItem(actor),
    'put a form of work away': (actor) => mayOfferItem(actor),
  }
}
