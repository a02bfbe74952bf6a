import type { PersonId } from '../kernel/id.ts'
import { comingMoments, memberIn, type PeerGroup, type PeerMoment, type PeerState, peopleIn } from './peer.ts'

/** What a letter says of a group. */
export const PEER_LETTERS = [
  'asked',
  'third',
  'yes',
  'no',
  'taken-back',
  'left',
  'closed',
  'moment',
  'moved',
  'called-off',
] as const
export type PeerLetter = (typeof PEER_LETTERS)[number]

export type PeerTelling = {
  readonly to: PersonId
  readonly kind: PeerLetter
  /** Of whom it speaks; null: of nobody in particular. */
  readonly about: PersonId | null
  readonly moment: PeerMoment | null
}

/** Whom a change concerns and what they are told; who did it hears nothing, but that a calendar changes. */
export function peerTellings(before: PeerGroup | null, after: PeerGroup, by: PersonId | null): PeerTelling[] {
  const told = [
    ...after.members.flatMap(({ personId }) => aboutMember(before, after, personId)),
    ...aboutClosing(before, after),
    ...after.moments.flatMap((moment) => aboutMoment(before, after, moment)),
  ]
  return told.filter(({ to, moment }) => to !== by || moment !== null)
}

const telling = (
  to: PersonId,
  kind: PeerLetter,
  about: PersonId | null,
  moment: PeerMoment | null = null,
): PeerTelling => ({ to, kind, about, moment })

/** By what became of a member: what the others, or that member, are told. */
function aboutMember(before: PeerGroup | null, after: PeerGroup, person: PersonId): PeerTelling[] {
  const was = before && memberIn(before, person)?.state
  const member = memberIn(after, person)
  if (!member || was === member.state) return []
  const { state, askedBy } = member
  const others = peopleIn(after).filter((one) => one !== person)
  if (state === 'asked') return [telling(person, 'asked', askedBy)]
  if (state === 'named')
    return others.filter((one) => one !== askedBy).map((one) => telling(one, 'third', person))
  if (state === 'declined') return askedBy ? [telling(askedBy, 'no', person)] : []
  if (state === 'taken-back') return was === 'asked' ? [telling(person, 'taken-back', null)] : []
  return [
    ...cameOrWent(was ?? null, state).flatMap((kind) => others.map((one) => telling(one, kind, person))),
    ...calendarOf(after, person, state),
  ]
}

/** Who comes in later hears of the moments that stand; of who goes while the others go on they leave the calendar. */
function calendarOf(after: PeerGroup, person: PersonId, state: PeerState): PeerTelling[] {
  const coming = after.closedAt === null ? comingMoments(after, after.changedAt) : []
  if (state === 'in') return coming.map((moment) => telling(person, 'moment', null, moment))
  if (state !== 'left') return []
  return coming.map((moment) => {
    const gone = { ...moment, sequence: moment.sequence + 1 }
    return telling(person, 'called-off', null, gone)
  })
}

function cameOrWent(was: PeerState | null, state: PeerState): PeerLetter[] {
  if (state === 'in') return was === 'asked' ? ['yes'] : []
  return state === 'left' ? ['left'] : []
}

/** Closed by hand; where somebody left, that letter says it. */
function aboutClosing(before: PeerGroup | null, after: PeerGroup): PeerTelling[] {
  if (!before || before.closedAt !== null || after.closedAt === null) return []
  const hasLeft = after.members.some(
    ({ personId, state }) => state === 'left' && stateIn(before, personId) === 'in',
  )
  return hasLeft ? [] : peopleIn(after).map((one) => telling(one, 'closed', null))
}

const stateIn = (group: PeerGroup, person: PersonId) => memberIn(group, person)?.state

function aboutMoment(before: PeerGroup | null, after: PeerGroup, moment: PeerMoment): PeerTelling[] {
  const was = before?.moments.find(({ id }) => id === moment.id)
  if (was?.sequence === moment.sequence) return []
  const kind = was === undefined ? 'moment' : moment.cancelledAt === null ? 'moved' : 'called-off'
  return concerned(before, after).map((one) => telling(one, kind, null, moment))
}

/** Who is in it, and of what falls away with somebody who leaves that one too. */
const concerned = (before: PeerGroup | null, after: PeerGroup): PersonId[] => [
  ...new Set([...peopleIn(after), ...(before ? peopleIn(before) : [])]),
]
