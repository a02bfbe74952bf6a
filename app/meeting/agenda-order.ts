import type { MeetingItemId } from '../kernel/id.ts'
import type { MeetingItem } from './meeting.ts'

/** One place earlier or later, or to a place from 1. */
export type Move = 'up' | 'down' | number

/**
 * The ids in their new order. What has begun or is over stays where it is: an item moves among those to come.
 * Null: there is no such item to come.
 */
export function ordered(
  items: readonly Pick<MeetingItem, 'id' | 'state'>[],
  id: MeetingItemId,
  move: Move,
): MeetingItemId[] | null {
  const open = items.flatMap(({ state }, place) => (state === 'to-come' ? [place] : []))
  const from = open.findIndex((place) => items[place]?.id === id)
  if (from < 0) return null
  const wanted = typeof move === 'number' ? openAt(open, move - 1) : from + (move === 'up' ? -1 : 1)
  const to = Math.min(Math.max(wanted, 0), open.length - 1)
  const moving = open.map((place) => items[place]?.id as MeetingItemId)
  moving.splice(to, 0, ...moving.splice(from, 1))
  const places = new Map(open.map((place, at) => [place, moving[at] as MeetingItemId]))
  return items.map((item, place) => places.get(place) ?? item.id)
}

/** Which of the items to come stands at this place of the whole agenda, or first after it. */
function openAt(open: readonly number[], place: number) {
  const found = open.findIndex((one) => one >= place)
  return found < 0 ? open.length - 1 : found
}
