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
  | 'is-asked'
  | 'reads-entry'
  | 'teacher-holds-pen'
  | 'members-hold-pen'
  | 'only-executors'
  | 'only-who-is-asked'
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
 * Making, changing and taking out a step. Of a track whoever holds its pen: the teacher, of a learning team its members
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

/** Ending a step, or opening it again: who may make it; of goals and learning teams also who does it. */
export function mayEndStep(actor: Actor, plan: PlanPhase, entry: Entry, step: Pick<Step, 'people'>): StepMay {
  const may = mayMakeStep(actor, plan, entry)
  if (may.may || may.because === 'archived' || entry.kind === 'teacher-track') return may
  return partOf(step, personOf(actor)) === 'doing' ? yes('does-it') : may
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
