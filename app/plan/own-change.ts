import type { Moment } from '../kernel/day.ts'
import type { Id, PersonId } from '../kernel/id.ts'
import type { Entry, Part } from './entry.ts'
import type { NewMoment, Tie } from './tie.ts'

/**
 * What somebody did to an entry or a principle, beside writing: kept for a day, so that it can be undone. Who and when
 * of texts stands with the texts themselves.
 */
export type OwnAct =
  | { readonly is: 'added' | 'removed' | 'restored' }
  /** Past which neighbour. */
  | { readonly is: 'moved'; readonly direction: 'up' | 'down'; readonly past: string }
  | { readonly is: 'tied'; readonly before: Tie; readonly after: Tie }
  | { readonly is: 'days'; readonly before: readonly NewMoment[]; readonly after: readonly NewMoment[] }
  | { readonly is: 'named' | 'unnamed'; readonly personId: PersonId; readonly part: Part }
  /** A text was put back: its revision is an act of its own, apart from the writing before it. */
  | { readonly is: 'text-back'; readonly field: string; readonly revision: number }

export type OwnChange = {
  readonly id: Id<'own-change'>
  /** The entry or principle. */
  readonly subjectId: string
  readonly act: OwnAct
  readonly at: Moment
  readonly undoneAt: Moment | null
}

/** How far back one undoes. In milliseconds. */
export const UNDO_SPAN = 3_600_000
/** A record of an act goes after this. In milliseconds. */
export const KEPT_FOR = 24 * 3_600_000

export const undoFrom = (now: Moment) => new Date(Date.parse(now) - UNDO_SPAN).toISOString() as Moment

/** What of an entry a tie would change, with how it was; null when nothing. */
export function tieChange(entry: Entry, tie: Tie): { before: Tie; after: Tie } | null {
  const names = (Object.keys(tie) as (keyof Tie)[]).filter((name) => !isSame(entry[name], tie[name]))
  if (names.length === 0) return null
  const pick = (from: Tie) => Object.fromEntries(names.map((name) => [name, from[name]])) as Tie
  return { before: pick(entry), after: pick(tie) }
}

/** Whether an entry still hangs as it was left. */
export const hangsSo = (entry: Entry, tie: Tie) =>
  (Object.keys(tie) as (keyof Tie)[]).every((name) => isSame(entry[name], tie[name]))

export const daysOf = (entry: Entry): NewMoment[] =>
  entry.moments.map(({ onDay, occasion }) => ({ onDay, occasion }))

export const areSameDays = (one: readonly NewMoment[], other: readonly NewMoment[]) => isSame(one, other)

/** Lists of lines, domains and days are sets. */
const isSame = (one: unknown, other: unknown) => sorted(one) === sorted(other)
const sorted = (value: unknown) =>
  JSON.stringify(Array.isArray(value) ? value.map((part) => JSON.stringify(part)).sort() : value)

/** The act by which an act is undone; null for what is undone otherwise. */
export function inverse(act: OwnAct): OwnAct | null {
  switch (act.is) {
    case 'added':
    case 'restored':
      return { is: 'removed' }
    case 'removed':
      return { is: 'restored' }
    case 'moved':
      return { ...act, direction: act.direction === 'up' ? 'down' : 'up' }
    case 'tied':
      return { is: 'tied', before: act.after, after: act.before }
    case 'days':
      return { is: 'days', before: act.after, after: act.before }
    case 'named':
      return { ...act, is: 'unnamed' }
    case 'unnamed':
      return { ...act, is: 'named' }
    case 'text-back':
      return null
  }
}

/** One of the texts that stood in a field, oldest first. */
export type PastText = {
  readonly text: string
  readonly revision: number
  readonly changedAt: Moment
  readonly changedBy: PersonId | null
}

/** A stretch of writing by oneself in one field: what stood there before, and what came of it. */
export type OwnText = {
  readonly before: string
  readonly after: string
  /** The last revision of the stretch. */
  readonly revision: number
  readonly at: Moment
}

/** Saves of one person in one field less than this apart are one stretch. In milliseconds. */
const PAUSE = 600_000

/**
 * What this person wrote in a field since a moment, newest first. `apart` are revisions that never join a stretch:
 * a text that was put back can be undone by itself.
 */
export function ownTexts(
  texts: readonly PastText[],
  me: PersonId,
  since: Moment,
  apart: ReadonlySet<number>,
): OwnText[] {
  const stretches: OwnText[] = []
  for (const [at, { text, revision, changedAt, changedBy }] of texts.entries()) {
    if (changedBy !== me || changedAt < since) continue
    const before = texts[at - 1]
    const last = stretches.at(-1)
    const isNext = last !== undefined && before?.revision === last.revision
    const goesOn =
      isNext && !apart.has(revision) && !apart.has(last.revision) && isSoonAfter(last.at, changedAt)
    if (goesOn) stretches.pop()
    stretches.push({
      before: goesOn ? last.before : (before?.text ?? ''),
      after: text,
      revision,
      at: changedAt,
    })
  }
  return stretches.filter(({ before, after }) => before !== after).reverse()
}

const isSoonAfter = (one: Moment, other: Moment) => Date.parse(other) - Date.parse(one) < PAUSE
