import type { Day, Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import {
  isIn,
  MOST_SEATS,
  memberIn,
  namedBesides,
  type PeerGroup,
  type PeerMember,
  type PeerRefusal,
  peopleIn,
  seatsTaken,
} from './peer.ts'

export type PeerChange = PeerGroup | Refusal<PeerRefusal>

export const newMember = (
  personId: PersonId,
  state: PeerMember['state'],
  askedBy: PersonId,
  now: Moment,
): PeerMember => ({
  personId,
  state,
  askedBy,
  askedAt: now,
  answeredAt: state === 'in' ? now : null,
  shows: false,
  brought: '',
})

/** With this member in the place of the one of before, or added. */
const withMember = (group: PeerGroup, member: PeerMember): PeerGroup => {
  const others = group.members.filter(({ personId }) => personId !== member.personId)
  return { ...group, members: [...others, member] }
}

const inState = (group: PeerGroup, person: PersonId, change: Partial<PeerMember>): PeerGroup => ({
  ...group,
  members: group.members.map((member) => (member.personId === person ? { ...member, ...change } : member)),
})

/**
 * Asks one more. While nobody said yes, who began asks at once; where two are in it, the other one agrees first, for
 * what they said they said to two.
 */
export function askMore(group: PeerGroup, by: PersonId, who: PersonId, now: Moment): PeerChange {
  if (group.closedAt !== null) return refuse('closed')
  if (who === by) return refuse('who-is-you', 'who')
  const before = memberIn(group, who)?.state
  if (before === 'declined') return refuse('who-said-no', 'who')
  if (before !== undefined && before !== 'taken-back') return refuse('who-asked', 'who')
  if (seatsTaken(group).length >= MOST_SEATS) return refuse('full', 'who')
  const state = peopleIn(group).length > 1 ? 'named' : 'asked'
  return withMember(group, newMember(who, state, by, now))
}

/** The other one agrees that the third is asked, or would rather not; a no is nobody's business but theirs. */
export function answerNamed(group: PeerGroup, me: PersonId, isYes: boolean, now: Moment): PeerChange {
  const third = namedBesides(group, me)
  if (!third) return refuse('not-named')
  const change = isYes ? ({ state: 'asked', askedAt: now } as const) : ({ state: 'taken-back' } as const)
  return inState(group, third.personId, change)
}

/** Who is asked says yes, or can't now. */
export function answer(group: PeerGroup, me: PersonId, isYes: boolean, now: Moment): PeerChange {
  if (group.closedAt !== null) return refuse('closed')
  if (memberIn(group, me)?.state !== 'asked') return refuse('not-asked')
  return inState(group, me, { state: isYes ? 'in' : 'declined', answeredAt: now })
}

/** Is asked, or thought of, no more. */
export function takeBack(group: PeerGroup, who: PersonId): PeerChange {
  const state = memberIn(group, who)?.state
  return state === 'asked' || state === 'named'
    ? inState(group, who, { state: 'taken-back' })
    : refuse('not-asked')
}

/** Goes out of it; where nobody is left to learn with, it is closed. */
export function leave(group: PeerGroup, me: PersonId, now: Moment): PeerChange {
  if (!isIn(group, me)) return refuse('not-asked')
  const after = inState(group, me, { state: 'left', answeredAt: now, shows: false })
  return endedWhenAlone(peopleIn(after).length < 2 ? withoutAsked(after, now) : after, now)
}

/** Nobody is asked any more, nobody is waited for. */
const withoutAsked = (group: PeerGroup, now: Moment): PeerGroup => ({
  ...cancelAhead(group, now),
  members: group.members.map((member) =>
    member.state === 'asked' || member.state === 'named'
      ? { ...member, state: 'taken-back' as const }
      : member,
  ),
})

const endedWhenAlone = (group: PeerGroup, now: Moment): PeerGroup =>
  peopleIn(group).length < 2 && group.closedAt === null ? { ...group, closedAt: now } : group

/** What was still to come does not go on. */
const cancelAhead = (group: PeerGroup, now: Moment): PeerGroup => ({
  ...group,
  moments: group.moments.map((moment) =>
    moment.cancelledAt === null && moment.startsAt > now
      ? { ...moment, cancelledAt: now, sequence: moment.sequence + 1 }
      : moment,
  ),
})

/** A light closing: what was still planned falls away, what was written stays for the members. */
export function close(group: PeerGroup, now: Moment): PeerChange {
  if (group.closedAt !== null) return refuse('closed')
  return { ...withoutAsked(group, now), closedAt: now }
}

export type GivenFrame = { readonly aim: string; readonly topic: PeerGroup['topic']; readonly to: Day }

/** Another aim or a longer term. */
export const reframe = (group: PeerGroup, given: GivenFrame): PeerChange =>
  group.closedAt === null ? { ...group, ...given } : refuse('closed')

/** What it brought me, for myself alone; also once it is closed, or after I left. */
export function writeBrought(group: PeerGroup, me: PersonId, brought: string): PeerChange {
  const state = memberIn(group, me)?.state
  return state === 'in' || state === 'left' ? inState(group, me, { brought }) : refuse('not-asked')
}

/** What we keep of it together; also once it is closed. */
export const writeKept = (group: PeerGroup, kept: string): PeerChange => ({ ...group, kept })

/** Whether the team may see that I learn here. */
export const show = (group: PeerGroup, me: PersonId, shows: boolean): PeerChange =>
  isIn(group, me) ? inState(group, me, { shows }) : refuse('not-asked')

/** Whether the team may see that they learn together: as long as it runs, when all who are in it say so. */
export const isShown = ({ members }: Pick<PeerGroup, 'members'>): boolean =>
  members.every(({ state, shows }) => state !== 'in' || shows)

/** Nobody but one ever took part, and that one goes too: nothing of it needs to stay. */
export const isNothing = ({ members, closedAt }: Pick<PeerGroup, 'members' | 'closedAt'>): boolean =>
  closedAt !== null && members.filter(({ state }) => state === 'in' || state === 'left').length < 2
