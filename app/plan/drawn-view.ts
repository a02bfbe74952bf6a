import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { inOnePiece } from '../ui/compiled.ts'
import type { Entry } from './entry.ts'
import type { Drawing } from './plan-sheet-view.ts'
import type { Roster } from './roster.ts'

type Html = ReturnType<typeof raw>
type Shelf = { readonly roster: Roster; readonly pieces: Map<string, Html> }

/** Pieces of cards that were drawn before: an entry is a new object as soon as anything in it has changed. */
const shelves = new WeakMap<Entry, Shelf>()

/** More looks of one entry than readers with different rights have. */
const MOST_KEPT = 40

/**
 * A piece of a card, drawn once for everyone for whom it is the same. `key` names the piece and all that it hangs on
 * beside the entry, the roster and the language: rights of the reader, the number of a goal.
 */
export function drawnOnce(entry: Entry, d: Drawing, key: string, draw: () => Child): Html {
  const name = `${d.voice} ${key}`
  const shelf = shelfOf(entry, d.sheet.roster)
  const known = shelf.pieces.get(name)
  if (known) return known
  const html = raw(inOnePiece(String(draw())))
  if (shelf.pieces.size >= MOST_KEPT) shelf.pieces.clear()
  shelf.pieces.set(name, html)
  return html
}

/** What a higher room put in a card, as one piece of text: cards in which it is the same are the same. */
export const inText = (margin: Child): string =>
  margin === null || margin === undefined || typeof margin === 'boolean' ? '' : String(margin)

function shelfOf(entry: Entry, roster: Roster): Shelf {
  const known = shelves.get(entry)
  if (known?.roster === roster) return known
  const made: Shelf = { roster, pieces: new Map() }
  shelves.set(entry, made)
  return made
}
