import { wasThereAt } from '../meeting/attendance.ts'
import { currentItem, isHere, type MeetingItem, type Scene } from '../meeting/meeting.ts'
import type { Seat } from '../meeting/seat.ts'
import type { SeenPoll } from '../round/poll.ts'
import { type SeenDecision, type SeenRound, seenLast } from '../round/round-standing.ts'

/** What a phone asks of its holder now: one thing, or nothing. */
export type Turn =
  /** Somebody speaks; nothing is asked. */
  | { readonly is: 'listen' }
  /** Questions to understand the text. */
  | { readonly is: 'ask' }
  | { readonly is: 'react' }
  /** Looking back: everybody brings something in. */
  | { readonly is: 'bring' }
  /** Dots or a check that one still has to give. */
  | { readonly is: 'poll' }
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

/** What lies before somebody at an item: `mine` is the decision as this person may see it. */
export type Asked = {
  readonly mine: SeenDecision | null
  readonly polls: readonly Pick<SeenPoll, 'isOpen' | 'mine'>[]
  /** The item gathers what everybody brings in. */
  readonly gathers: boolean
}

/** The one thing that is asked of somebody at the current item. A guest is asked nothing. */
export function turnOf(seat: Pick<Seat, 'person'>, item: MeetingItem, { mine, polls, gathers }: Asked): Turn {
  const round = mine && seenLast(mine)
  if (mine && round?.closed === null) return openTurn(seat, mine)
  if (polls.some(({ isOpen, mine }) => isOpen && mine.hasVoice && !mine.answered)) return { is: 'poll' }
  if (mine && (item.stage === 'consent' || item.stage === null)) return closedTurn(seat, mine)
  if (seat.person === null) return { is: 'listen' }
  if (item.stage === 'understanding') return { is: 'ask' }
  if (item.stage === 'reactions') return { is: 'react' }
  return { is: gathers ? 'bring' : 'listen' }
}

/** One's own objection in the last round was taken back. */
export const tookBack = (decision: SeenDecision, { person }: Pick<Seat, 'person'>) =>
  (seenLast(decision).voices ?? []).some((voice) => voice.person === person && voice.withdrawnAt !== null)

function openTurn(seat: Pick<Seat, 'person'>, { frame, mine }: SeenDecision): Turn {
  if (seat.person === null) return { is: 'listen' }
  if (!mine.hasVoice) return { is: 'no-voice' }
  if (!frame.unnamed) return { is: 'voice' }
  return { is: mine.voted ? 'voted' : 'ballot' }
}

function closedTurn(seat: Pick<Seat, 'person'>, decision: SeenDecision): Turn {
  const { standing, mine } = decision
  const isMine = mine.answer?.kind === 'objection' && !tookBack(decision, seat)
  return { is: isMine && standing.now.is === 'objection' ? 'my-objection' : 'outcome' }
}

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
 * Whether somebody was in the room, or took part from elsewhere, when a round closed: they do not come back on it as
 * somebody who was away, also when they gave no answer or had their hand counted.
 */
export function wasThere(
  { attendance }: Pick<Scene, 'attendance'>,
  seat: Pick<Seat, 'person'>,
  { closed }: Pick<SeenRound, 'closed'>,
) {
  const mine = attendance.find(({ person }) => person === seat.person)
  return closed !== null && mine !== undefined && wasThereAt(mine, closed.at)
}
