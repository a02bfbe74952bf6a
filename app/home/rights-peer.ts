import type { Day, Moment } from '../kernel/day.ts'
import type { PeerGroupId, PersonId } from '../kernel/id.ts'
import type { May } from '../kernel/refusal.ts'
import type { PeerGroup, PeerMember } from '../peer/peer.ts'
import {
  mayAnswerNamed,
  mayAnswerPeers,
  mayKeepPeers,
  mayReadBrought,
  mayReadPeers,
  mayReadWithin,
  maySeePeers,
  mayStartPeers,
} from '../peer/peer-may.ts'
import { mayReadProfiles, mayWriteProfile } from '../profile/profile-may.ts'
import type { Actor } from '../session/actor.ts'

type Ask = (actor: Actor) => May

const person = (name: string) => name as PersonId
const AT = '2026-11-19T09:42:00.000Z' as Moment

const member = (name: string, state: PeerMember['state'], askedBy: string, shows = false): PeerMember => ({
  personId: person(name),
  state,
  askedBy: person(askedBy),
  askedAt: AT,
  answeredAt: null,
  shows,
  brought: '',
})

const groupOf = (...members: readonly PeerMember[]): PeerGroup => ({
  id: 'peers' as PeerGroupId,
  topic: null,
  aim: '',
  from: '2026-11-19' as Day,
  to: '2026-12-18' as Day,
  startedBy: person('owner'),
  madeAt: AT,
  members,
  agreements: [],
  moments: [],
  kept: '',
  closedAt: null,
  revision: 1,
  changedAt: AT,
})

/** The owner and the teacher learn together; the owner would like to ask the expert too. */
const PAIR = groupOf(
  member('owner', 'in', 'owner'),
  member('teacher', 'in', 'owner'),
  member('expert', 'named', 'owner'),
)
/** The owner asked the teacher; the expert said no. */
const ASKED = groupOf(
  member('owner', 'in', 'owner'),
  member('teacher', 'asked', 'owner'),
  member('expert', 'declined', 'owner'),
)
const SHOWN = groupOf(member('owner', 'in', 'owner', true), member('teacher', 'in', 'owner', true))

/** Every act with profiles and with learning together, with the one place that decides about it. */
export const profileAndPeerActs = (): Record<string, Ask> => ({
  'write the owner’s own profile': (actor) => mayWriteProfile(actor, person('owner')),
  'read what colleagues say of themselves': (actor) => mayReadProfiles(actor),
  'ask a colleague to learn together': (actor) => mayStartPeers(actor),
  'answer such a question (asked of the teacher; the expert said no)': (actor) =>
    mayAnswerPeers(actor, ASKED),
  'read what a question to learn together is about': (actor) => mayReadPeers(actor, ASKED),
  'read and write what a pair agreed, when it meets, what it keeps (the owner and the teacher)': (actor) =>
    mayReadWithin(actor, PAIR),
  'change something of a pair': (actor) => mayKeepPeers(actor, PAIR),
  'agree that a third one is asked (the owner proposed the expert)': (actor) => mayAnswerNamed(actor, PAIR),
  'read what learning together brought the owner': (actor) => mayReadBrought(actor, PAIR, person('owner')),
  'see that a pair learns together, and until when': (actor) => maySeePeers(actor, PAIR),
  'see that a pair learns together when both show it': (actor) => maySeePeers(actor, SHOWN),
})
