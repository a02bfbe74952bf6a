import {
  type AbstractType,
  ContentAny,
  ContentDeleted,
  ContentFormat,
  ContentString,
  ContentType,
  type Doc,
  decodeUpdate,
  getItem,
  getState,
  ID,
  Item,
  XmlElement,
  XmlText,
} from 'yjs'
import { ROOT } from './document.ts'

/** How deep nodes may lie in each other: the words of a point of a list lie four deep. */
const DEEPEST = 8
/** No writer comes near so many signs; beyond it numbers are no longer exact. */
const MOST_SIGNS = 2 ** 40

/**
 * Whether an update from outside can be read to its end and writes nothing but words: no other shared types than the
 * text, no documents within it, no files, nothing deeper than an editor writes. Looked at before it is applied, so that
 * a broken one leaves nothing behind.
 */
export function checkUpdate(update: Uint8Array, doc: Doc): 'sound' | 'empty' | 'unsound' {
  try {
    const { structs, ds } = decodeUpdate(update)
    const deletes = [...ds.clients.values()].flat()
    const isFar = structs.some(({ id, length }) => id.clock + length > MOST_SIGNS)
    if (isFar || deletes.some(({ clock, len }) => clock + len > MOST_SIGNS)) return 'unsound'
    const items = structs.filter((struct) => struct instanceof Item)
    if (!items.every(isSoundItem) || !isFlat(items, doc)) return 'unsound'
    return structs.length + deletes.length === 0 ? 'empty' : 'sound'
  } catch {
    return 'unsound'
  }
}

function isSoundItem({ parent, content }: Item): boolean {
  if (typeof parent === 'string' && parent !== ROOT) return false
  if (content instanceof ContentType)
    return content.type instanceof XmlElement || content.type instanceof XmlText
  return [ContentString, ContentFormat, ContentAny, ContentDeleted].some((kind) => content instanceof kind)
}

/** Whether no node of these lies too deep: what takes nodes apart goes down step by step, and would not come back. */
function isFlat(items: readonly Item[], doc: Doc): boolean {
  if (!items.some(({ content }) => content instanceof ContentType)) return true
  const find = finder(items, doc)
  const known = new Map<Item, number>()
  return items.every((item) => depthOf(item, find, known) <= DEEPEST)
}

type Find = (id: ID) => Item | null

/** The item at an id, in the update or in the document; null when it is gone or not there yet. */
function finder(items: readonly Item[], doc: Doc): Find {
  const byClient = Map.groupBy(items, ({ id }) => id.client)
  const isInOrder = (own: readonly Item[]) =>
    own.every(({ id }, at) => at === 0 || id.clock > (own[at - 1]?.id.clock ?? 0))
  if (![...byClient.values()].every(isInOrder)) throw new Error('an update says two things of one place')
  return (id) => {
    const own = byClient.get(id.client) ?? []
    const [first] = own
    const within = first && id.clock >= first.id.clock ? itemAt(own, id.clock) : null
    if (within) return within
    if (id.clock >= getState(doc.store, id.client)) return null
    const stored = getItem(doc.store, id)
    return stored instanceof Item ? stored : null
  }
}

/** Items of one writer stand in order of their clocks. */
function itemAt(items: readonly Item[], clock: number): Item | null {
  let [low, high] = [0, items.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((items[middle]?.id.clock ?? 0) <= clock) low = middle
    else high = middle - 1
  }
  const found = items[low]
  return found && clock < found.id.clock + found.length ? found : null
}

/** How many nodes lie around an item. Neighbours have the same parent; only the first of them may name it. */
function depthOf(item: Item, find: Find, known: Map<Item, number>): number {
  const passed: { item: Item; deeper: number }[] = []
  let at: Item | null = item
  let depth = 0
  while (at && !known.has(at)) {
    passed.push({ item: at, deeper: at.parent ? 1 : 0 })
    at = besideOrAbove(at, find)
    if (passed.length > MOST_STEPS) return Number.POSITIVE_INFINITY
  }
  depth = (at && known.get(at)) ?? 0
  for (const { item: one, deeper } of passed.reverse()) {
    depth += deeper
    known.set(one, depth)
  }
  return depth
}

const MOST_STEPS = 2_000_000

/** The node in which an item lies when it says so, else a neighbour; null for what lies in the text itself. */
function besideOrAbove({ parent, origin, rightOrigin }: Item, find: Find): Item | null {
  const next: string | ID | AbstractType<unknown> | null = parent || (origin ?? rightOrigin)
  if (next === null || typeof next === 'string') return null
  return next instanceof ID ? find(next) : next._item
}
