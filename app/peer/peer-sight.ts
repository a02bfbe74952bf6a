import type { PersonId } from '../kernel/id.ts'
import { memberIn, type PeerGroup, type PeerMember } from './peer.ts'

/**
 * What somebody may see of a group: a member all of it but what the others wrote for themselves; who is asked what it is
 * about and with whom; who left only that it was, and the own words. Null for everybody else, who said no too.
 */
export function sightOf(group: PeerGroup, me: PersonId | null): PeerGroup | null {
  const state = memberIn(group, me)?.state
  if (state === 'in') return { ...group, members: group.members.map((member) => hidden(member, me)) }
  if (state === 'asked') return { ...group, ...NOTHING, members: shownToAsked(group, me) }
  return state === 'left' ? { ...group, ...NOTHING, members: shownToLeft(group, me) } : null
}

const NOTHING = { agreements: [], moments: [], kept: '' } as const

const hidden = (member: PeerMember, me: PersonId | null): PeerMember =>
  member.personId === me ? member : { ...member, brought: '' }

/** Who said no, or is only thought of, is nothing to who still has to answer. */
const shownToAsked = ({ members }: PeerGroup, me: PersonId | null) =>
  members.filter(({ state }) => state === 'in' || state === 'asked').map((member) => hidden(member, me))

const shownToLeft = ({ members }: PeerGroup, me: PersonId | null) =>
  members.filter(({ state }) => state === 'in' || state === 'left').map((member) => hidden(member, me))
