import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import type { Step } from './step.ts'

/** What stands on the line of time of a goal or track. */
export const STORY_KINDS = ['step', 'visit', 'evaluation', 'text'] as const
export type StoryKind = (typeof STORY_KINDS)[number]

/** One thing on the line of time, ready to be read; of another room it comes with words in the reader's language. */
export type StoryPiece = {
  readonly kind: StoryKind
  readonly on: Day
  /** When in the day, to tell two things of one day apart; null: it has no hour. */
  readonly at: Moment | null
  readonly title: string
  /** What was seen or said with it; '' when nothing. */
  readonly note: string
  readonly href: string | null
  /** Planned, and not said to be done; what lies in the future is so by itself. */
  readonly isOpen?: boolean
}

/** The line cut in two at today: what was, oldest first, and what comes. Two things of a day stand by the hour. */
export type Story = { readonly was: readonly StoryPiece[]; readonly comes: readonly StoryPiece[] }

export function storyOf(pieces: readonly StoryPiece[], today: Day): Story {
  const key = ({ on, at }: StoryPiece) => `${on} ${at ?? ''}`
  const sorted = pieces.toSorted((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0))
  return {
    was: sorted.filter((piece) => isBehind(piece, today)),
    comes: sorted.filter((piece) => !isBehind(piece, today)),
  }
}

/** What was planned for today and is not done yet still comes. */
const isBehind = ({ on, isOpen }: StoryPiece, today: Day) => on < today || (on === today && !isOpen)

/**
 * The day on which a step stands on the line: done, on the day for which it was planned, unless it was done before;
 * let go, on the day somebody did; open, on its day. Null: an open step without a day.
 */
export function dayOnLine({ onDay, ended }: Pick<Step, 'onDay' | 'ended'>): Day | null {
  if (!ended) return onDay
  const day = dayOf(new Date(ended.at))
  return ended.as === 'done' && onDay !== null && onDay < day ? onDay : day
}

/** A text of an entry was written: which field, and when. */
export type Written = { readonly field: string; readonly at: Moment }
/** The texts that were written on one day, as one thing. */
export type WrittenDay = {
  readonly on: Day
  /** The first and the last time on that day. */
  readonly since: Moment
  readonly at: Moment
  readonly fields: readonly string[]
}

/** The days on which texts were written, with the fields; a day that is told otherwise is left out. */
export function writtenDays(written: readonly Written[], told: ReadonlySet<Day>): WrittenDay[] {
  const days = Map.groupBy(written, ({ at }) => dayOf(new Date(at)))
  return [...days]
    .filter(([on]) => !told.has(on))
    .map(([on, those]) => ({
      on,
      since: those.map(({ at }) => at).reduce((first, at) => (at < first ? at : first)),
      at: those.map(({ at }) => at).reduce((last, at) => (at > last ? at : last)),
      fields: [...new Set(those.map(({ field }) => field))],
    }))
}

/** Where a day lies in a span, from 0 to 100: for a knot on a line. */
export function placeIn(day: Day, from: Day, to: Day): number {
  const [at, start, end] = [day, from, to].map((one) => Date.parse(`${one}T12:00:00Z`)) as [
    number,
    number,
    number,
  ]
  return Math.round(Math.min(1, Math.max(0, (at - start) / (end - start || 1))) * 1000) / 10
}
