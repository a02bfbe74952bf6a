import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import type { Id, PeerGroupId, PersonId } from '../kernel/id.ts'
import type { TopicKey } from '../school/topic.ts'
import type { OfferRefusal } from '../visit/offer.ts'

export type PeerMomentId = Id<'peer-moment'>
export type AgreementId = Id<'peer-agreement'>

/**
 * `named`: a third one whom one of two would like to ask, until the other agrees; `asked`: has to answer; `in`: takes
 * part; `declined`: can't now, without a reason; `taken-back`: is asked no more; `left`: went out of it.
 */
export const PEER_STATES = ['named', 'asked', 'in', 'declined', 'taken-back', 'left'] as const
export type PeerState = (typeof PEER_STATES)[number]

export type PeerMember = {
  readonly personId: PersonId
  readonly state: PeerState
  readonly askedBy: PersonId | null
  readonly askedAt: Moment
  readonly answeredAt: Moment | null
  /** Whether the team may see that this person learns here; it does only when all members say so. */
  readonly shows: boolean
  /** What it brought: for this member alone, '' for everybody else. */
  readonly brought: string
}

/** When they see one another. */
export type PeerMoment = {
  readonly id: PeerMomentId
  readonly startsAt: Moment
  readonly endsAt: Moment
  readonly place: string
  readonly cancelledAt: Moment | null
  readonly sequence: number
}

export type PeerAgreement = { readonly id: AgreementId; readonly text: string; readonly addedAt: Moment }

/** A pair or a triad that learns together for a term. What stands in it is read by its members alone. */
export type PeerGroup = {
  readonly id: PeerGroupId
  readonly topic: TopicKey | null
  /** What they want to become better at, in one line. */
  readonly aim: string
  readonly from: Day
  readonly to: Day
  readonly startedBy: PersonId | null
  readonly madeAt: Moment
  readonly members: readonly PeerMember[]
  /** In the order in which they were made. */
  readonly agreements: readonly PeerAgreement[]
  /** By time. */
  readonly moments: readonly PeerMoment[]
  /** What they keep of it together. */
  readonly kept: string
  readonly closedAt: Moment | null
  readonly revision: number
  readonly changedAt: Moment
}

/** That two or three learn together, and until when; nothing of what about. */
export type PeersSeen = {
  readonly id: PeerGroupId
  readonly people: readonly PersonId[]
  readonly from: Day
  readonly to: Day
}

export type PeerRefusal =
  | OfferRefusal
  | 'who-missing'
  | 'who-unknown'
  | 'who-is-you'
  | 'who-twice'
  | 'who-asked'
  | 'who-said-no'
  | 'full'
  | 'aim-missing'
  | 'aim-long'
  | 'topic-unknown'
  | 'until-unknown'
  | 'agreement-missing'
  | 'agreement-long'
  | 'agreements-many'
  | 'place-long'
  | 'moment-outside'
  | 'moments-many'
  | 'moment-gone'
  | 'member-busy'
  | 'brought-long'
  | 'kept-long'
  | 'not-asked'
  | 'not-named'
  | 'alone'
  | 'closed'
  | 'changed'
  | 'groups-many'

/** A pair or a triad: a fourth one makes it a meeting. Who left keeps the seat, for what was said was said to three. */
export const MOST_SEATS = 3
/** In characters. */
export const LONGEST_AIM = 160
export const LONGEST_AGREEMENT = 160
export const LONGEST_PLACE = 60
export const LONGEST_BROUGHT = 400
export const MOST_AGREEMENTS = 12
export const MOST_MOMENTS = 40
/** That run at the same time for one person. */
export const MOST_GROUPS = 6

export const memberIn = ({ members }: Pick<PeerGroup, 'members'>, person: PersonId | null) =>
  members.find(({ personId }) => personId === person) ?? null

const inState = ({ members }: Pick<PeerGroup, 'members'>, ...states: readonly PeerState[]): PersonId[] =>
  members.filter(({ state }) => states.includes(state)).map(({ personId }) => personId)

/** Who takes part now. */
export const peopleIn = (group: Pick<PeerGroup, 'members'>) => inState(group, 'in')
/** Who has to answer. */
export const peopleAsked = (group: Pick<PeerGroup, 'members'>) => inState(group, 'asked')
/** Who sits, sat, or is asked to sit in it. */
export const seatsTaken = (group: Pick<PeerGroup, 'members'>) =>
  inState(group, 'in', 'left', 'asked', 'named')

export const isIn = (group: Pick<PeerGroup, 'members'>, person: PersonId | null) =>
  memberIn(group, person)?.state === 'in'

/** `waiting`: nobody said yes yet; `running`; `over`: its term is past, nobody closed it; `closed`. */
export type PeerPhase = 'waiting' | 'running' | 'over' | 'closed'

export function phaseOf(group: Pick<PeerGroup, 'members' | 'closedAt' | 'to'>, today: Day): PeerPhase {
  if (group.closedAt !== null) return 'closed'
  if (peopleIn(group).length < 2) return 'waiting'
  return group.to < today ? 'over' : 'running'
}

/** What a group asks of somebody now: an answer, a yes to asking a third one, a light closing; null: nothing. */
export function peerAsks(
  group: Pick<PeerGroup, 'members' | 'closedAt' | 'to'>,
  me: PersonId,
  today: Day,
): 'answer' | 'agree-third' | 'close' | null {
  const state = memberIn(group, me)?.state
  if (group.closedAt !== null) return null
  if (state === 'asked') return 'answer'
  if (state !== 'in') return null
  if (namedBesides(group, me)) return 'agree-third'
  return phaseOf(group, today) === 'over' ? 'close' : null
}

/** The third one whom somebody else of the two would like to ask. */
export const namedBesides = ({ members }: Pick<PeerGroup, 'members'>, me: PersonId) =>
  members.find(({ state, askedBy }) => state === 'named' && askedBy !== me) ?? null

/** The moments that go on and are not over, by time. */
export const comingMoments = ({ moments }: Pick<PeerGroup, 'moments'>, now: Moment) =>
  moments.filter(({ cancelledAt, endsAt }) => cancelledAt === null && endsAt > now)

export const dayOfMoment = ({ startsAt }: Pick<PeerMoment, 'startsAt'>): Day => dayOf(new Date(startsAt))

/** The same for every calendar that holds this moment. */
export const peerUid = ({ id }: Pick<PeerMoment, 'id'>) => `${id}@rode-draad`
