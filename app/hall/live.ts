/**
 * How often open screens hear that what they follow changed. Each change tells at once when the last telling is long
 * enough ago; else it waits until it is, together with whatever comes meanwhile: nothing is dropped, and nobody waits
 * longer than the gap.
 */

/** Who is told first: the screen at the wall and who leads. */
export type Lane = 'front' | 'rest'

/** So much is gathered before anybody is told: a tap is often more than one change. In milliseconds. */
const GATHER = 8
const GAP = { front: 60, least: 60, each: 3, most: 400 }
/** A server that takes long to read the meeting itself has enough to do: then phones wait so many times as long. */
const BUSY = { times: 4, most: 1_000 }

/** The last telling: when it was, and how long its reading took. In milliseconds. */
export type LastTold = { readonly at: number; readonly took: number }

/** The least time between two tellings, in milliseconds: a hundred phones ask for a page each time they are told. */
export function gapOf(lane: Lane, feeds: number, took: number): number {
  if (lane === 'front') return GAP.front
  const usual = Math.min(GAP.most, Math.max(GAP.least, feeds * GAP.each))
  return Math.max(usual, Math.min(BUSY.most, took * BUSY.times))
}

/** How long from now the next telling waits, in milliseconds. */
export const waitFor = (lane: Lane, feeds: number, { at, took }: LastTold, now: number) =>
  Math.max(GATHER, at + gapOf(lane, feeds, took) - now)

/** Phones are told so many at a time, and so many milliseconds apart: else all of them ask at once. */
export const SLICE = { feeds: 10, apart: 12 }

/** So many open feeds at most: of one session or pass (its tabs), of one meeting or talk, and of all of them. */
export const MOST_FEEDS = { seat: 8, room: 400, all: 2_000 }

/**
 * The revision is said again so often, to feeds that nothing was told: it keeps proxies from closing the line, shows
 * the page that the line lives, and tells what another process changed. In milliseconds.
 */
export const BEAT = 15_000

/** A feed that is older begins anew, and whoever has it is asked once more whether it may. In milliseconds. */
export const OLDEST = 15 * 60_000

/** One message of the feed; a page that hears `again` asks for itself and comes back. */
export const revisionMessage = (revision: number) => `data: ${revision}\n\n`
export const AGAIN = 'event: again\ndata:\n\n'
