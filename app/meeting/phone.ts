import type { PollId } from '../kernel/id.ts'
import type { SeenRound } from '../round/round-standing.ts'
import { type SeenDecision, seenLast } from '../round/round-standing.ts'
import { currentItem, isHere, itemOf, type MeetingItem, type Scene } from './meeting.ts'
import type { Seat } from './seat.ts'

/** What a phone asks of its holder now: one thing, or nothing. */
export type Turn =
  /** Somebody speaks; nothing is asked. */
  | { readonly is: 'listen' }
  /** Questions to understand the text. */
  | { readonly is: 'ask' }
  | { readonly is: 'react' }
  /** The round is open: an answer by name, or a ballot without. */
  | { readonly is: 'voice' }
  | { readonly is: 'ballot' }
  /** A ballot was given; it can't be changed. */
  | { readonly is: 'voted' }
  /** The round is open, and one has no voice in it. */
  | { readonly is: 'no-voice' }
  /** The round closed: what came out of it. */
  | { readonly is: 'outcome' }
  /** It closed with an objection of one's own. */
  | { readonly is: 'my-objection' }

export type Phone =
  | { readonly is: 'waits' }
  | { readonly is: 'cancelled' }
  | { readonly is: 'before' }
  | { readonly is: 'between' }
  | { readonly is: 'item'; readonly item: MeetingItem; readonly number: number; readonly of: number }
  | { readonly is: 'closed' }

/** Where the meeting is, as one device sees it. */
export function phoneOf(seat: Pick<Seat, 'waitsAs'>, scene: Scene): Phone {
  const { meeting } = scene
  if (seat.waitsAs !== null) return { is: 'waits' }
  if (meeting.cancelledAt !== null) return { is: 'cancelled' }
  if (meeting.phase !== 'running') return { is: meeting.phase === 'closed' ? 'closed' : 'before' }
  const item = currentItem(scene)
  if (item === null) return { is: 'between' }
  return { is: 'item', item, number: scene.items.indexOf(item) + 1, of: scene.items.length }
}

/** `mine`: the decision on the item as this person may see it. A guest is asked nothing. */
export function turnOf(seat: Pick<Seat, 'person'>, item: MeetingItem, mine: SeenDecision | null): Turn {
  const round = mine && seenLast(mine)
  if (mine && round) {
    if (round.closed === null) return openTurn(seat, mine)
    if (item.stage === 'consent' || item.stage === null) return closedTurn(mine)
  }
  if (seat.person === null) return { is: 'listen' }
  if (item.stage === 'understanding') return { is: 'ask' }
  return item.stage === 'reactions' ? { is: 'react' } : { is: 'listen' }
}

function openTurn(seat: Pick<Seat, 'person'>, { frame, mine }: SeenDecision): Turn {
  if (seat.person === null) return { is: 'listen' }
  if (!mine.hasVoice) return { is: 'no-voice' }
  if (!frame.unnamed) return { is: 'voice' }
  return { is: mine.voted ? 'voted' : 'ballot' }
}

const closedTurn = ({ standing, mine }: SeenDecision): Turn =>
  standing.now.is === 'objection' && mine.answer?.kind === 'objection'
    ? { is: 'my-objection' }
    : { is: 'outcome' }

/** Where somebody is, in the words of the attendance list. */
export type Presence = 'unknown' | 'here' | 'remote' | 'left' | 'away'

export function presenceIn({ attendance }: Pick<Scene, 'attendance'>, seat: Pick<Seat, 'person'>): Presence {
  const mine = attendance.find(({ person }) => person === seat.person)
  if (!mine) return 'unknown'
  if (mine.leftAt !== null) return 'left'
  if (!isHere(mine)) return 'away'
  return mine.how === 'remote' ? 'remote' : 'here'
}

/** What can be said beforehand, in the order of the agenda. */
export const itemsAhead = ({ items }: Pick<Scene, 'items'>) =>
  items.filter(({ state }) => state === 'to-come')

/**
 * Who was in the room, or took part from elsewhere, when a round was counted by hand: their hand is among the counted,
 * so they do not come back on it as somebody who was away.
 */
export function wasCounted(
  { attendance }: Pick<Scene, 'attendance'>,
  seat: Pick<Seat, 'person'>,
  round: Pick<SeenRound, 'counted' | 'closed'>,
) {
  const mine = attendance.find(({ person }) => person === seat.person)
  if (!round.counted || !round.closed || !mine?.arrivedAt) return false
  const { at } = round.closed
  return mine.arrivedAt <= at && (mine.leftAt === null || mine.leftAt >= at)
}

/** An item of this scene by what a form says; null for any other. */
export const itemIn = (scene: Pick<Scene, 'items'>, id: string | undefined) => itemOf(scene, id)

export type PollAnswer = { readonly poll: PollId; readonly choice: Readonly<Record<string, number>> }
