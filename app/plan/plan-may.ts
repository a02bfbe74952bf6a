import type { PersonId } from '../kernel/id.ts'
import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole } from '../session/actor.ts'
import { type Entry, type EntryText, isGoal, ownersOf } from './entry.ts'
import { isAdopted, isOpen, type Phase, type Plan, takesAmendments } from './plan.ts'
import type { Proposal } from './proposal.ts'

/** Why somebody may or may not; each has a sentence in both languages in `plan-may-text.ts`. */
export type Because =
  | 'team-reads'
  | 'program-reads'
  | 'own-track'
  | 'own-effort'
  | 'coordinator-holds-pen'
  | 'member-of-learning-team'
  | 'invited-by-teacher'
  | 'nobodys-track'
  | 'not-agreed-yet'
  | 'between-these-two'
  | 'teacher-holds-pen'
  | 'only-coordinator'
  | 'only-owner'
  | 'not-invited'
  | 'decided-by-team'
  | 'adopted-already'
  | 'in-decision'
  | 'archived'
  | 'only-proposes'
  | 'anyone-of-team'
  | 'own-proposal'
  | 'asked-for-support'
  | 'by-amendment'
  | 'looking-back'
  | 'not-sealed'

type PlanPhase = Pick<Plan, 'phase'>

/** Everyone of the team reads the plan; what a teacher has not agreed to yet is `mayReadEntry`'s. */
export const mayReadPlan = (actor: Actor): May<Because> =>
  actor.kind === 'program' ? yes('program-reads') : yes('team-reads')

/** Principles and goals. */
export function mayWritePlan(actor: Actor, plan: PlanPhase): May<Because> {
  if (!isOpen(plan.phase)) return no(closedBecause(plan.phase))
  return isCoordinator(actor) || isProgram(actor) ? yes('coordinator-holds-pen') : no('only-coordinator')
}

/** The text of a track is seen by the team once its owner stands behind it; before, by owner, coordinator, invited. */
export function mayReadTexts(actor: Actor, entry: Entry): May<Because> {
  if (isGoal(entry) || entry.agreedAt !== null) return yes('team-reads')
  if (actor.kind === 'keeper') return yes('team-reads')
  if (isOwner(actor, entry)) return yes('own-track')
  if (entry.kind === 'learning-team-track')
    return actor.kind === 'program' ? no('not-agreed-yet') : yes('team-reads')
  if (isInvited(actor, entry)) return yes('invited-by-teacher')
  return hasRole(actor, 'coordinator') ? yes('coordinator-holds-pen') : no('not-agreed-yet')
}

/** Who writes a text of an entry straight away. */
export function mayWriteText(actor: Actor, plan: PlanPhase, entry: Entry, field: EntryText): May<Because> {
  if (isGoal(entry)) return mayWritePlan(actor, plan)
  if (plan.phase === 'archived') return no('archived')
  if (plan.phase === 'decision') return no('in-decision')
  if (isAgreedText(plan, entry)) return no(agreedBecause(plan.phase))
  if (field === 'coordinatorEffort' && isCoordinator(actor)) return effortOfCoordinator(plan)
  return mayHoldPen(actor, entry)
}

const effortOfCoordinator = (plan: PlanPhase): May<Because> =>
  isOpen(plan.phase) ? yes('own-effort') : no(closedBecause(plan.phase))

/** Once agreed and sealed, the text of a track is of teacher and coordinator together. */
export const isAgreedText = (plan: PlanPhase, entry: Entry) =>
  isAdopted(plan.phase) && entry.isSealed && !isGoal(entry)

const agreedBecause = (phase: Phase): Because => (takesAmendments(phase) ? 'by-amendment' : 'looking-back')

/**
 * Beginning an amendment of something in an adopted plan: of a goal everyone of the team, for the team decides; of a
 * sealed track its owner and the coordinator, who agree on it.
 */
export function mayAmend(actor: Actor, plan: PlanPhase, entry: Entry): May<Because> {
  const may = mayAmendGoals(actor, plan)
  if (isGoal(entry) || !may.may) return may
  if (!entry.isSealed) return no('not-sealed')
  if (isOwner(actor, entry))
    return yes(entry.kind === 'teacher-track' ? 'own-track' : 'member-of-learning-team')
  return isCoordinator(actor) ? yes('coordinator-holds-pen') : no('only-owner')
}

/** Principles and goals of an adopted plan, new ones too: the team decides in a round. */
export function mayAmendGoals(actor: Actor, plan: PlanPhase): May<Because> {
  if (actor.kind === 'program') return no('only-owner')
  if (takesAmendments(plan.phase)) return yes('anyone-of-team')
  return no(plan.phase === 'archived' ? 'archived' : isAdopted(plan.phase) ? 'looking-back' : 'not-sealed')
}

/**
 * The text of a track while the team talks about it in a meeting: its owner alone, also when the plan lies before the
 * team, for the text of a track is no part of what the team decides. Sealed, it changes by an amendment.
 */
export function mayTypeInMeeting(actor: Actor, plan: PlanPhase, entry: Entry): May<Because> {
  if (isGoal(entry)) return no('decided-by-team')
  if (plan.phase === 'archived') return no('archived')
  if (isAgreedText(plan, entry)) return no(agreedBecause(plan.phase))
  return actor.kind === 'member' && isOwner(actor, entry) ? mayHoldPen(actor, entry) : no('only-owner')
}

/** Laying a text before the owner of a track in a meeting, for who leads it. */
export function mayProposeInMeeting(actor: Actor, plan: PlanPhase, entry: Entry): May<Because> {
  if (plan.phase === 'archived') return no('archived')
  if (isAgreedText(plan, entry)) return no(agreedBecause(plan.phase))
  if (entry.kind !== 'teacher-track' || ownersOf(entry).length === 0 || actor.kind !== 'member')
    return no('only-owner')
  return isOwner(actor, entry) ? no('own-track') : yes('only-proposes')
}

/** Who holds the pen of a track: its owner; of a learning team its members; of nobody's track the coordinator. */
export function mayHoldPen(actor: Actor, entry: Entry): May<Because> {
  if (isOwner(actor, entry))
    return yes(entry.kind === 'teacher-track' ? 'own-track' : 'member-of-learning-team')
  if (entry.kind === 'learning-team-track') {
    return isCoordinator(actor) || isProgram(actor) ? yes('coordinator-holds-pen') : no('only-owner')
  }
  if (ownersOf(entry).length === 0 && isCoordinator(actor)) return yes('nobodys-track')
  return no('teacher-holds-pen')
}

/** Laying texts before the owner of a track: the coordinator and programs always, others when invited. */
export function mayPropose(actor: Actor, plan: PlanPhase, entry: Entry): May<Because> {
  if (plan.phase === 'archived') return no('archived')
  if (entry.kind !== 'teacher-track' || ownersOf(entry).length === 0) return no('only-owner')
  if (isOwner(actor, entry)) return no('own-track')
  if (isAgreedText(plan, entry)) return no(agreedBecause(plan.phase))
  if (isCoordinator(actor) || isProgram(actor)) return yes('only-proposes')
  return isInvited(actor, entry) ? yes('invited-by-teacher') : no('not-invited')
}

/** A proposal is seen by its maker and the owner of the track, nobody else; without a maker, the coordinator too. */
export function mayReadProposal(actor: Actor, entry: Entry, proposal: Proposal): May<Because> {
  if (actor.kind !== 'member') return no('between-these-two')
  if (isOwner(actor, entry) || proposal.madeBy === actor.personId) return yes('between-these-two')
  return proposal.madeBy === null && isCoordinator(actor)
    ? yes('coordinator-holds-pen')
    : no('between-these-two')
}

/** Declining: only the owner of the track. */
export function mayAnswer(actor: Actor, plan: PlanPhase, entry: Entry): May<Because> {
  if (plan.phase === 'archived') return no('archived')
  return isOwner(actor, entry) ? yes('own-track') : no('only-owner')
}

/** Accepting or changing writes the text: the owner, whenever that text may be written. */
export function mayTakeOver(actor: Actor, plan: PlanPhase, entry: Entry): May<Because> {
  if (!isOwner(actor, entry)) return no('only-owner')
  return mayWriteText(actor, plan, entry, 'goal')
}

/** Standing behind the text of a track, inviting colleagues, sharing the pen. */
export const mayAgree = (actor: Actor, plan: PlanPhase, entry: Entry) => mayAnswer(actor, plan, entry)

/** Taking a text back out of sight of the team: not once it is agreed and sealed. */
export function mayTakeBack(actor: Actor, plan: PlanPhase, entry: Entry): May<Because> {
  if (isAgreedText(plan, entry)) return no(agreedBecause(plan.phase))
  const may = mayAgree(actor, plan, entry)
  return may.may ? mayTie(actor, plan, entry) : may
}

/** Making a track of one's own, or of one's learning team, for who has no place yet. */
export function mayBeginOwn(plan: PlanPhase): May<Because> {
  if (plan.phase === 'archived') return no('archived')
  return plan.phase === 'decision' ? no('in-decision') : yes('own-track')
}

/** Saying whose a track is: only while it is nobody's, for a track never changes hands. */
export function mayAppoint(actor: Actor, plan: PlanPhase, entry: Entry): May<Because> {
  const isNobodys = entry.kind === 'teacher-track' && ownersOf(entry).length === 0
  return isNobodys ? mayWritePlan(actor, plan) : no('teacher-holds-pen')
}

/** To what a track hangs, its days and light or full: the owner, and the coordinator while the plan is written. */
export function mayTie(actor: Actor, plan: PlanPhase, entry: Entry): May<Because> {
  if (plan.phase === 'archived') return no('archived')
  if (isGoal(entry)) return mayWritePlan(actor, plan)
  if (isOwner(actor, entry)) return yes('own-track')
  return mayWritePlan(actor, plan)
}

/** Giving someone a place, taking an empty one away, reading in a Word file, moving phases, letting loose. */
export const mayArrange = (actor: Actor, plan: PlanPhase) => mayWritePlan(actor, plan)
export const mayMove = (actor: Actor): May<Because> =>
  isCoordinator(actor) ? yes('coordinator-holds-pen') : no('only-coordinator')
export function mayLetLoose(actor: Actor, plan: PlanPhase): May<Because> {
  if (plan.phase === 'archived') return no('archived')
  return isCoordinator(actor) ? yes('coordinator-holds-pen') : no('only-coordinator')
}

/** Saying yes or no to being named as support: only the one who is asked. */
export function mayAnswerSupport(actor: Actor, plan: PlanPhase, asked: PersonId): May<Because> {
  if (plan.phase === 'archived') return no('archived')
  return actor.kind === 'member' && actor.personId === asked ? yes('asked-for-support') : no('only-owner')
}

export function isOwner(actor: Actor, entry: Entry) {
  if (actor.kind !== 'member') return actor.kind === 'keeper'
  if (entry.learningTeamId) return actor.learningTeams.includes(entry.learningTeamId)
  return ownersOf(entry).includes(actor.personId)
}

const isInvited = (actor: Actor, entry: Entry) =>
  actor.kind === 'member' &&
  entry.people.some((named) => named.part === 'invited' && named.personId === actor.personId)

const isCoordinator = (actor: Actor) => actor.kind === 'keeper' || hasRole(actor, 'coordinator')
const isProgram = (actor: Actor) => actor.kind === 'program'

function closedBecause(phase: Phase): Because {
  if (phase === 'archived') return 'archived'
  return phase === 'decision' ? 'in-decision' : 'adopted-already'
}
