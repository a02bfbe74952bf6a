import type { Moment } from '../kernel/day.ts'
import type { Id, PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { LONGEST_PASSAGE } from './passage.ts'
import { isWaitingSuggestion, type Suggestion } from './suggestion.ts'
import type { Anchor } from './suggestion-place.ts'

export type ThreadId = Id<'comment-thread'>
export type CommentId = Id<'comment'>

/** What somebody said about a passage; `by` null is the product itself. A withdrawn one has lost its words. */
export type Comment = {
  readonly id: CommentId
  readonly text: string
  readonly at: Moment
  readonly by: PersonId | null
  readonly changedAt: Moment | null
  readonly withdrawnAt: Moment | null
}

/** A talk about a passage or (with a quote) about some of its words, until somebody calls it done. */
export type Thread = {
  readonly id: ThreadId
  readonly ownerId: string
  readonly field: string
  readonly anchor: Anchor
  readonly openedAt: Moment
  readonly openedBy: PersonId | null
  readonly resolvedAt: Moment | null
  readonly resolvedBy: PersonId | null
  /** Oldest first. */
  readonly comments: readonly Comment[]
}

/** Everything that can go wrong in the talk about a passage; `may-not` carries why, in the words of its room. */
export type TalkRefusal =
  | 'nothing-said'
  | 'comment-too-long'
  | 'no-longer-here'
  | 'not-your-own'
  | 'nothing-suggested'
  | 'suggestion-too-long'
  | 'words-moved'
  | 'point-first'
  | 'text-moved-on'
  | 'already-answered'
  | 'enough-waiting'
  | 'enough-said'
export type TalkNo = Refusal<TalkRefusal> | { readonly refused: 'may-not'; readonly because: string }

/** More than anybody reads under a text. In characters. */
export const LONGEST_COMMENT = 4_000

/** What somebody said, as it is stored; refused when it is nothing or too much. */
export function parseComment(raw: string): string | Refusal<TalkRefusal> {
  const text = tidyWords(raw)
  if (text === '') return refuse('nothing-said', 'text')
  return text.length > LONGEST_COMMENT ? refuse('comment-too-long', 'text') : text
}

/** Words that may stay away: a reason, an answer. */
export function parseAside(
  raw: string | null | undefined,
  field: string,
): string | null | Refusal<TalkRefusal> {
  const text = tidyWords(raw ?? '')
  return text.length > LONGEST_COMMENT ? refuse('comment-too-long', field) : text || null
}

/** One form of accents and line ends, no control characters, no blank space at the ends. */
const tidyWords = (raw: string) =>
  raw
    .slice(0, LONGEST_PASSAGE * 4)
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
    .trim()

export const isOpenThread = ({ resolvedAt, comments }: Thread) =>
  resolvedAt === null && comments.some(({ withdrawnAt }) => withdrawnAt === null)

/** Nothing of it is left to read. */
export const isWithdrawn = ({ comments }: Thread) => comments.every(({ withdrawnAt }) => withdrawnAt !== null)

/** What was said last and still stands. */
const lastSaid = ({ comments }: Thread): Comment | null =>
  comments.findLast(({ withdrawnAt }) => withdrawnAt === null) ?? null

/**
 * The comment that waits for somebody: the last one in an open thread, of somebody else, not read yet, where this
 * person spoke or holds the pen. Null when nothing waits.
 */
export function waitsFor(
  thread: Thread,
  person: PersonId,
  holdsPen: boolean,
  seen: CommentId | null,
): Comment | null {
  const last = lastSaid(thread)
  if (!isOpenThread(thread) || !last || last.by === person) return null
  const spoke = thread.comments.some(({ by, withdrawnAt }) => by === person && withdrawnAt === null)
  if (!spoke && !holdsPen) return null
  // Ids sort by the moment they were made.
  return seen !== null && seen >= last.id ? null : last
}

/** All that was said about the passages of a whole, whoever may read it: the caller leaves out what is not for a reader. */
export type Talk = { readonly threads: readonly Thread[]; readonly suggestions: readonly Suggestion[] }

export type OpenTalk = { readonly comments: number; readonly suggestions: number }

const counted = new WeakMap<Talk, ReadonlyMap<string, OpenTalk>>()

/** How much of it still waits at these owners: comments in open threads, and suggestions without an answer. */
export function openTalk(talk: Talk, ...ownerIds: string[]): OpenTalk {
  const known = counted.get(talk) ?? countOpen(talk)
  counted.set(talk, known)
  const all = ownerIds.flatMap((id) => known.get(id) ?? [])
  return {
    comments: all.reduce((sum, one) => sum + one.comments, 0),
    suggestions: all.reduce((sum, one) => sum + one.suggestions, 0),
  }
}

function countOpen({ threads, suggestions }: Talk): ReadonlyMap<string, OpenTalk> {
  const counts = new Map<string, OpenTalk>()
  const add = (ownerId: string, comments: number, waiting: number) => {
    const before = counts.get(ownerId)
    counts.set(ownerId, {
      comments: (before?.comments ?? 0) + comments,
      suggestions: (before?.suggestions ?? 0) + waiting,
    })
  }
  for (const thread of threads.filter(isOpenThread))
    add(thread.ownerId, thread.comments.filter(({ withdrawnAt }) => withdrawnAt === null).length, 0)
  for (const { ownerId } of suggestions.filter(isWaitingSuggestion)) add(ownerId, 0, 1)
  return counts
}
