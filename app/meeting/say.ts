import type { PersonId, SayId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { SeenRound } from '../round/round-standing.ts'
import { cleanWords } from '../writing/passage.ts'
import {
  type Meeting,
  type MeetingItem,
  SAY_KINDS,
  SAY_SOURCES,
  type Say,
  type SayKind,
  type SaySource,
  type Scene,
} from './meeting.ts'
import type { Seat } from './seat.ts'

/** What one person says to an item in a few words: input beforehand, a question, a reaction. */
export type NewSay = {
  readonly kind: SayKind
  readonly text: string
  /** Whose words it brings in; kept for looking back by theme alone. */
  readonly source: SaySource | null
}

export type SayRefusal =
  | 'say-missing'
  | 'say-too-long'
  | 'say-kind-unknown'
  | 'said-enough'
  | 'item-gone'
  | 'item-not-now'
  | 'item-over'
  | 'meeting-over'
  | 'guest-watches'
  | 'say-gone'

/** In characters. */
export const LONGEST_SAY = 600
/** Of one person at one item, of one kind. */
export const MOST_SAYS = 20

export function parseSay(form: Readonly<Record<string, unknown>>): NewSay | Refusal<SayRefusal> {
  const kind = SAY_KINDS.find((known) => known === form['kind'])
  if (!kind) return refuse('say-kind-unknown')
  const text = tidySay(form['text'])
  if (text === '') return refuse('say-missing', 'text')
  if (text.length > LONGEST_SAY) return refuse('say-too-long', 'text')
  return { kind, text, source: SAY_SOURCES.find((known) => known === form['source']) ?? null }
}

/** Short words in one go: blank lines fall together. */
const tidySay = (raw: unknown) =>
  typeof raw === 'string'
    ? cleanWords(raw)
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n\s*/g, '\n')
        .trim()
    : ''

/** Why something can't be said to an item now; null when it can. Input comes before its turn, the rest during it. */
export function whyNotSaid(
  meeting: Pick<Meeting, 'phase' | 'cancelledAt'>,
  item: MeetingItem | null,
  kind: SayKind,
): Refusal<SayRefusal> | null {
  if (meeting.phase === 'closed' || meeting.cancelledAt !== null) return refuse('meeting-over')
  if (item === null) return refuse('item-gone')
  if (item.state === 'current') return null
  if (kind !== 'input') return refuse('item-not-now')
  return item.state === 'to-come' ? null : refuse('item-over')
}

/** Said before, and not yet talked through: a second tap is the same words once. */
export const alreadySaid = (says: readonly Say[], item: MeetingItem, person: PersonId, said: NewSay) =>
  says.find(
    (one) =>
      one.item === item.id &&
      one.person === person &&
      one.kind === said.kind &&
      one.text === said.text &&
      one.doneAt === null,
  )

/**
 * What somebody may read of what was said to an item, in the order in which it was said. Input stays silent until the
 * item has its turn, so that nobody writes after another; the own words are always there. Guests read what the room
 * reads.
 */
export function saysFor(
  seat: Pick<Seat, 'person'>,
  scene: Pick<Scene, 'says'>,
  item: Pick<MeetingItem, 'id' | 'state'>,
): Say[] {
  const isOpen = item.state === 'current' || item.state === 'done'
  return scene.says.filter(
    (say) => say.item === item.id && (isOpen || (seat.person !== null && say.person === seat.person)),
  )
}

/** The own words of one kind at an item. */
export const ownSays = (
  seat: Pick<Seat, 'person'>,
  scene: Pick<Scene, 'says'>,
  item: Pick<MeetingItem, 'id'>,
  kind: SayKind,
): Say[] =>
  seat.person === null
    ? []
    : scene.says.filter((say) => say.item === item.id && say.person === seat.person && say.kind === kind)

/** What objectors said, after the round that closed with their objection, of what would take it away. */
export function ideasOf(
  scene: Pick<Scene, 'says'>,
  item: Pick<MeetingItem, 'id'>,
  { closed, voices }: Pick<SeenRound, 'closed' | 'voices'>,
): Say[] {
  if (closed === null || voices === null) return []
  const objectors = voices.flatMap(({ person, answer }) => (answer.kind === 'objection' ? [person] : []))
  return scene.says.filter(
    (say) =>
      say.item === item.id &&
      say.kind === 'reaction' &&
      say.saidAt >= closed.at &&
      objectors.includes(say.person),
  )
}

/** One's own words, as long as the team has not talked them through. */
export const mayTakeBack = (says: readonly Say[], person: PersonId | null, id: SayId) =>
  says.find((say) => say.id === id && person !== null && say.person === person && say.doneAt === null) ?? null
