import { type May, no, yes } from '../kernel/refusal.ts'
import type { Entry } from '../plan/entry.ts'
import { type Plan, takesAmendments } from '../plan/plan.ts'
import { isOwner } from '../plan/plan-may.ts'
import type { Roster } from '../plan/roster.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import { type Actor, hasRole } from '../session/actor.ts'
import { type Amendment, isOfTeam, type Side } from './amendment.ts'
import { secondsFor, sideOf } from './seconds.ts'

/** Why somebody may or may not, with an amendment. */
export type AmendmentBecause =
  | 'team-decides'
  | 'these-two-agree'
  | 'speaks-for-track'
  | 'speaks-for-school'
  | 'stands-in'
  | 'made-it'
  | 'holds-pen'
  | 'invited'
  | 'was-agreed'
  | 'only-these-two'
  | 'never-programs'
  | 'has-ended'
  | 'rests'
  | 'before-team'

/** Everything on which a right about an amendment hangs. */
export type Scene = {
  readonly plan: Pick<Plan, 'phase'>
  readonly amendment: Amendment
  /** The track that it is about; null for a goal that went, a principle or something new. */
  readonly entry: Entry | null
  readonly roster: Roster
  /** The round on it, when it was put to the team. */
  readonly decision: Pick<SeenDecision, 'standing' | 'frame'> | null
  /** The plan was opened and adopted anew meanwhile: it starts from a text that is no longer agreed. */
  readonly isOvertaken: boolean
}

/** Of a goal the team reads along; of a track its owner, who agrees with them, and who was invited, until both agreed. */
export function mayReadAmendment(actor: Actor, scene: Scene): May<AmendmentBecause> {
  if (actor.kind === 'program') return no('never-programs')
  if (isOfTeam(scene.amendment)) return yes('team-decides')
  if (scene.amendment.ended?.is === 'agreed') return yes('was-agreed')
  if (sideOfActor(actor, scene) !== null || isHouse(actor, scene)) return yes('these-two-agree')
  return isInvited(actor, scene) ? yes('invited') : no('only-these-two')
}

/** The product itself, and the coordinator on a track whose owner left. */
const isHouse = (actor: Actor, { entry }: Scene) =>
  actor.kind === 'keeper' || (hasRole(actor, 'coordinator') && entry !== null)

const isInvited = (actor: Actor, { entry }: Scene) =>
  actor.kind === 'member' &&
  entry !== null &&
  entry.people.some((named) => named.part === 'invited' && named.personId === actor.personId)

/** For which side of a track somebody speaks; null for who is not asked, and for what is the team's. */
export function sideOfActor(actor: Actor, { amendment, entry, roster }: Scene): Side | null {
  if (actor.kind !== 'member' || entry === null || isOfTeam(amendment)) return null
  return sideOf(actor.personId, entry, roster, amendment.standIn !== null)
}

/** Nothing moves once it has ended, or while the plan is not in force. */
function stopped({ amendment, plan }: Scene): May<AmendmentBecause> | null {
  if (amendment.ended !== null) return no('has-ended')
  return takesAmendments(plan.phase) ? null : no('rests')
}

/** Its text: of a track both sides write; of a goal who made it and the coordinator, until the team has it before it. */
export function mayWriteAmendment(actor: Actor, scene: Scene): May<AmendmentBecause> {
  const stop = stopped(scene)
  if (stop) return stop
  if (isOfTeam(scene.amendment)) return mayWriteForTeam(actor, scene)
  if (scene.entry !== null && isOwner(actor, scene.entry)) return yes('speaks-for-track')
  return hasRole(actor, 'coordinator') && scene.entry !== null
    ? yes('speaks-for-school')
    : no('only-these-two')
}

function mayWriteForTeam(actor: Actor, { amendment, decision }: Scene): May<AmendmentBecause> {
  if (isBeforeTeam(decision)) return no('before-team')
  if (hasRole(actor, 'coordinator')) return yes('holds-pen')
  return actor.kind === 'member' && amendment.madeBy === actor.personId
    ? yes('made-it')
    : no('only-these-two')
}

/** While a round is open, and once it has decided, the text stands still. */
export const isBeforeTeam = (decision: Scene['decision']) =>
  decision !== null && ['open', 'stands'].includes(decision.standing.now.is)

/** Suggesting another text, and talking about it: whoever reads it, while it can still change. */
export function maySuggestOn(actor: Actor, scene: Scene): May<AmendmentBecause> {
  const stop = stopped(scene)
  if (stop) return stop
  const reads = mayReadAmendment(actor, scene)
  return reads.may && isBeforeTeam(scene.decision) ? no('before-team') : reads
}

/** Saying yes to the text of a track, or no: only whose two sides it is. */
export function mayAgreeOn(actor: Actor, scene: Scene): May<AmendmentBecause> {
  const stop = stopped(scene)
  if (stop) return stop
  const side = sideOfActor(actor, scene)
  if (side === 'owner') return yes('speaks-for-track')
  if (side === null) return no('only-these-two')
  return hasRole(actor, 'coordinator') ? yes('speaks-for-school') : yes('stands-in')
}

/** Asking the principal to stand in: the owner, once, when there is one who does not agree already. */
export function mayAskPrincipal(actor: Actor, scene: Scene): May<AmendmentBecause> {
  const stop = stopped(scene)
  if (stop) return stop
  const { entry, roster, amendment } = scene
  if (entry === null || sideOfActor(actor, scene) !== 'owner' || amendment.standIn !== null)
    return no('only-these-two')
  const now = secondsFor(entry, roster, false)
  return now.as === 'coordinator' && secondsFor(entry, roster, true).as === 'principal'
    ? yes('speaks-for-track')
    : no('only-these-two')
}

/** Putting a goal or principle to the team, with its frame: the coordinator, or who leads the meeting about it. */
export function mayPutAmendment(actor: Actor, scene: Scene, isLed = false): May<AmendmentBecause> {
  const stop = stopped(scene)
  if (stop) return stop
  if (!isOfTeam(scene.amendment)) return no('these-two-agree')
  if (scene.decision !== null) return no('before-team')
  return isLed || hasRole(actor, 'coordinator') ? yes('holds-pen') : no('only-these-two')
}

/** A new round, and sealing what the team decided: the coordinator, or who led the round or the meeting about it. */
export function mayLeadAmendment(actor: Actor, scene: Scene, isLed = false): May<AmendmentBecause> {
  const stop = stopped(scene)
  if (stop) return stop
  const leads = isLed || (actor.kind === 'member' && scene.decision?.frame.chair === actor.personId)
  return hasRole(actor, 'coordinator') || leads ? yes('holds-pen') : no('only-these-two')
}

/**
 * Taking it back, in whatever phase the plan is: of a track the side that made it, of a goal who made it and the
 * coordinator; not while the team is answering, and not once it has decided.
 */
export function mayWithdrawAmendment(actor: Actor, scene: Scene): May<AmendmentBecause> {
  const { amendment, decision } = scene
  if (amendment.ended !== null) return no('has-ended')
  if (isBeforeTeam(decision) && !(decision?.standing.now.is === 'stands' && scene.isOvertaken))
    return no('before-team')
  if (actor.kind === 'member' && amendment.madeBy === actor.personId) return yes('made-it')
  if (isOfTeam(amendment)) return hasRole(actor, 'coordinator') ? yes('holds-pen') : no('only-these-two')
  const side = sideOfActor(actor, scene)
  return side !== null && side === makersSide(scene) ? yes('made-it') : no('only-these-two')
}

const makersSide = ({ amendment, entry, roster }: Scene) =>
  entry && amendment.madeBy ? sideOf(amendment.madeBy, entry, roster, amendment.standIn !== null) : null

/** Saying that it is not done, with words: the side that did not make it. */
export function mayDecline(actor: Actor, scene: Scene): May<AmendmentBecause> {
  const may = mayAgreeOn(actor, scene)
  return may.may && mayWithdrawAmendment(actor, scene).may ? no('made-it') : may
}
