import type { PersonId } from '../kernel/id.ts'
import { type Profile, topicsKnown } from '../profile/profile.ts'
import type { TopicKey } from '../school/topic.ts'

/** Why two could learn together; each has words in `peer-text.ts`. Topics in the order of the reader's own profile. */
export type PeerReason =
  | { readonly kind: 'helps-me'; readonly topics: readonly TopicKey[] }
  | { readonly kind: 'i-help'; readonly topics: readonly TopicKey[] }
  | { readonly kind: 'same-wish'; readonly topics: readonly TopicKey[] }

/** A colleague to learn with, or two who want the same; with why. */
export type PeerProposal = {
  readonly people: readonly PersonId[]
  readonly because: readonly PeerReason[]
  /** What it would be about. */
  readonly topic: TopicKey
}

/** At most this many are proposed: a choice, not a list of the team. */
export const MOST_PROPOSED = 4

/** With whom somebody learns already, and who said no or is asked: they are not proposed. */
export type Around = {
  readonly notAgain: ReadonlySet<PersonId>
  /** In how many groups somebody takes part now: who is in none goes before. */
  readonly groups: ReadonlyMap<PersonId, number>
}

type Scored = PeerProposal & { readonly score: number; readonly busy: number }

/**
 * Who could learn with whom, out of what they wrote themselves: first who can teach one another, then who knows what I
 * want to learn, then who wants to learn the same. Who does not want to be asked now is left alone. The same profiles
 * always give the same proposals.
 */
export function proposePeers(mine: Profile, profiles: readonly Profile[], around: Around): PeerProposal[] {
  const others = profiles.filter(
    ({ personId, often }) =>
      personId !== mine.personId && often !== 'not-now' && !around.notAgain.has(personId),
  )
  const pairs = others.flatMap((other) => pairWith(mine, other, around))
  const three = threeWith(mine, others, around)
  const best = pairs.sort(better).slice(0, three ? MOST_PROPOSED - 1 : MOST_PROPOSED)
  return [...best, ...(three ? [three] : [])].map(({ people, because, topic }) => ({
    people,
    because,
    topic,
  }))
}

const better = (one: Scored, other: Scored) =>
  other.score - one.score ||
  one.busy - other.busy ||
  ((one.people[0] ?? '') < (other.people[0] ?? '') ? -1 : 1)

function pairWith(mine: Profile, other: Profile, around: Around): Scored[] {
  const helpsMe = mine.learns.filter((topic) => topicsKnown(other).includes(topic))
  const iHelp = topicsKnown(mine).filter((topic) => other.learns.includes(topic))
  const same = mine.learns.filter((topic) => other.learns.includes(topic) && !helpsMe.includes(topic))
  const because = reasons(helpsMe, iHelp, same)
  const topic = [...helpsMe, ...same, ...iHelp][0]
  if (topic === undefined) return []
  const isMutual = helpsMe.length > 0 && iHelp.length > 0
  const score =
    (isMutual ? 8 : 0) + (helpsMe.length > 0 ? 4 : 0) + (same.length > 0 ? 2 : 0) + Number(iHelp.length > 0)
  return [{ people: [other.personId], because, topic, score, busy: around.groups.get(other.personId) ?? 0 }]
}

const reasons = (
  helpsMe: readonly TopicKey[],
  iHelp: readonly TopicKey[],
  same: readonly TopicKey[],
): PeerReason[] =>
  [
    { kind: 'helps-me', topics: helpsMe } as const,
    { kind: 'i-help', topics: iHelp } as const,
    { kind: 'same-wish', topics: same } as const,
  ].filter(({ topics }) => topics.length > 0)

/** Two others who want to learn the same as I do: the first topic of mine for which there are two. */
function threeWith(mine: Profile, others: readonly Profile[], around: Around): Scored | null {
  const busy = ({ personId }: Profile) => around.groups.get(personId) ?? 0
  for (const topic of mine.learns) {
    const same = others
      .filter(({ learns }) => learns.includes(topic))
      .sort((one, other) => busy(one) - busy(other) || (one.personId < other.personId ? -1 : 1))
      .slice(0, 2)
    if (same.length < 2) continue
    const people = same.map(({ personId }) => personId)
    return { people, because: [{ kind: 'same-wish', topics: [topic] }], topic, score: 0, busy: 0 }
  }
  return null
}
