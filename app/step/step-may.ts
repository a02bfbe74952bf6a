import { mayReadEvaluation } from '../evaluation/evaluation-may.ts'
import { type May, no, type Refusal, yes } from '../kernel/refusal.ts'
import { type Entry, isGoal, ownersOf } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { isOwner, mayReadTexts } from '../plan/plan-may.ts'
import { type Actor, hasRole, personOf } from '../session/actor.ts'
import { partOf, type Step, type StepRefusal } from './step.ts'

/** Why somebody may or may not, with a step; each has a sentence in `step-text.ts`. */
export type StepBecause =
  | 'own-track'
  | 'member-of-learning-team'
  | 'nobodys-track'
  | 'coordinator-carries'
  | 'carries-it-out'
  | 'team-carries-it-out'
  | 'does-it'
  | 'made-it'
  | 'is-asked'
  | 'reads-entry'
  | 'teacher-holds-pen'
  | 'members-hold-pen'
  | 'only-executors'
  | 'only-who-is-asked'
  | 'only-who-does-it'
  | 'not-agreed-yet'
  | 'not-shared'
  | 'never-programs'
  | 'archived'

/** Every way in which a step is refused. */
export type StepNo =
  | Refusal<StepRefusal | 'stale'>
  | { readonly refused: 'may-not'; readonly because: StepBecause }

type StepMay = May<StepBecause>
type PlanPhase = Pick<Plan, 'phase'>

const isCoordinator = (actor: Actor) => actor.kind === 'keeper' || hasRole(actor, 'coordinator')

/**
 * Making a step. Of a track whoever holds its pen: the teacher, of a learning team its members
 * and the coordinator. Of a goal whoever carries it out: who is named for it, when nobody is the whole team, and the
 * coordinator.
 */
export function mayMakeStep(actor: Actor, plan: PlanPhase, entry: Entry): StepMay {
  if (actor.kind === 'program') return no('never-programs')
  if (plan.phase === 'archived') return no('archived')
  if (isGoal(entry)) return carriesOut(actor, entry)
  if (isOwner(actor, entry))
    return yes(entry.kind === 'teacher-track' ? 'own-track' : 'member-of-learning-team')
  if (entry.kind === 'learning-team-track')
    return isCoordinator(actor) ? yes('coordinator-carries') : no('members-hold-pen')
  const isNobodys = ownersOf(entry).length === 0
  return isNobodys && isCoordinator(actor) ? yes('nobodys-track') : no('teacher-holds-pen')
}

function carriesOut(actor: Actor, entry: Entry): StepMay {
  const executors = entry.people.filter(({ part }) => part === 'executor')
  if (executors.some(({ personId }) => personId === personOf(actor))) return yes('carries-it-out')
  if (isCoordinator(actor)) return yes('coordinator-carries')
  return executors.length === 0 ? yes('team-carries-it-out') : no('only-executors')
}

type OfStep = Pick<Step, 'people' | 'madeBy'>

/**
 * Ending a step, or opening it again. In a teacher's track that is up to who holds its pen; elsewhere many may make a
 * step, and one that is made is up to who does it, who made it, and the coordinator.
 */
export function mayEndStep(actor: Actor, plan: PlanPhase, entry: Entry, step: OfStep): StepMay {
  const may = mayMakeStep(actor, plan, entry)
  if (entry.kind === 'teacher-track' || (!may.may && may.because === 'archived')) return may
  if (may.may && isCoordinator(actor)) return may
  const me = personOf(actor)
  if (partOf(step, me) === 'doing') return yes('does-it')
  if (!may.may) return may
  return me !== null && step.madeBy === me ? yes('made-it') : no('only-who-does-it')
}

/** Changing a step or taking it out: who may end it, and make one here. */
export function mayChangeStep(actor: Actor, plan: PlanPhase, entry: Entry, step: OfStep): StepMay {
  const may = mayMakeStep(actor, plan, entry)
  return may.may ? mayEndStep(actor, plan, entry, step) : may
}

/** Saying yes or no thanks, also later on: only who is asked. */
export function mayAnswerStep(actor: Actor, plan: PlanPhase, step: Pick<Step, 'people'>): StepMay {
  if (plan.phase === 'archived') return no('archived')
  return partOf(step, personOf(actor)) === null ? no('only-who-is-asked') : yes('is-asked')
}

/** The steps of a goal or track: who reads its text. */
export const mayReadSteps = (actor: Actor, entry: Entry): StepMay =>
  mayReadTexts(actor, entry).may ? yes('reads-entry') : no('not-agreed-yet')

/** One step: who reads the steps there, and whoever is named in it. */
export function mayReadStep(actor: Actor, entry: Entry, step: Pick<Step, 'people'>): StepMay {
  const may = mayReadSteps(actor, entry)
  if (may.may) return may
  return partOf(step, personOf(actor)) === null ? may : yes('is-asked')
}

/** What was seen: who reads the evaluation, for it is a small one, and whoever did the step. */
export function mayReadSaw(actor: Actor, entry: Entry, step: Pick<Step, 'people'>): StepMay {
  if (mayReadEvaluation(actor, entry).may) return yes('reads-entry')
  return partOf(step, personOf(actor)) === 'doing' ? yes('does-it') : no('not-shared')
}
