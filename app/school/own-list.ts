import { type Refusal, refuse } from '../kernel/refusal.ts'
import { alike, lineOf } from './line.ts'

/** One of a list that every school begins with and adds to: a topic, a form of work. */
export type ListItem<Key extends string> = {
  readonly key: Key
  /** As the school calls it; null: built in, its words stand in the catalogue. */
  readonly name: string | null
  /** Put away: no longer offered, still named where it was used. */
  readonly isRetired: boolean
}

export type ListRefusal = 'item-name-missing' | 'item-name-long' | 'item-known' | 'items-many' | 'item-gone'

/** In characters. */
export const LONGEST_ITEM = 60
/** Of the school's own, those put away not counted. */
export const MOST_ITEMS = 40

/** What can still be chosen. */
export const stillOffered = <Item extends { readonly isRetired: boolean }>(items: readonly Item[]): Item[] =>
  items.filter(({ isRetired }) => !isRetired)

/** The key from a form field: null when it is none, or no longer offered. */
export const itemFrom = <Key extends string>(value: unknown, items: readonly ListItem<Key>[]): Key | null =>
  stillOffered(items).find(({ key }) => key === value)?.key ?? null

/**
 * The name of a new one of the school. `names`: what they are called now, built-in ones too, in every language; the same
 * words twice would be two piles for one thing. `own`: how many of its own the school has.
 */
export function parseItemName(
  raw: unknown,
  names: readonly string[],
  own: number,
): string | Refusal<ListRefusal> {
  const name = lineOf(raw)
  if (alike(name) === '') return refuse('item-name-missing', 'name')
  if (name.length > LONGEST_ITEM) return refuse('item-name-long', 'name')
  if (names.some((known) => alike(known) === alike(name))) return refuse('item-known', 'name')
  return own >= MOST_ITEMS ? refuse('items-many', 'name') : name
}
