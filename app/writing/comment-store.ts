import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Moment } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { type CommentId, parseComment, type TalkNo, type ThreadId } from './comment.ts'
import { tidyText } from './passage.ts'
import type { FindPassage, PassageKeeper, PassageSight } from './passage-keeper-desk.ts'
import { type Place, readPassage, readPastTexts } from './passage-store.ts'
import { type Anchor, anchorAt, isIn, type Range, wholeWords } from './suggestion-place.ts'

/** What is said about passages: this file and `comment-read-store.ts` write comment_thread, comment, comment_seen. */

export type Spot = { readonly ownerId: string; readonly field: string }
type Kept = { readonly keeper: PassageKeeper; readonly sight: PassageSight }

/** Why this actor may not comment on a passage; null when they may. */
const mute = ({ sight }: Kept): TalkNo | null =>
  sight.comment.may ? null : { refused: 'may-not', because: sight.comment.because }

/** The text that somebody had in sight: its revision, and (from the form) the text itself. */
export type Base = { readonly revision: number; readonly was?: string | null }

export type NewThread = {
  readonly text: string
  /** Which words it is about, in the text of this revision; null: the whole. */
  readonly about: (Base & { readonly range: Range }) | null
}

/** Begins a thread with its first comment. */
export async function openThread(
  db: Db,
  actor: Actor,
  find: FindPassage,
  at: Spot,
  given: NewThread,
  now: Moment,
): Promise<ThreadId | TalkNo> {
  const text = parseComment(given.text)
  if (isRefusal(text)) return text
  return db.write(actor, async (sql, tx): Promise<ThreadId | TalkNo> => {
    const kept = await find(tx, actor, at.ownerId, at.field)
    if (!kept) return refuse('no-longer-here')
    const no = mute(kept)
    if (no) return no
    const { place } = kept.sight
    if (await hasSaidEnough(sql, actor, place)) return refuse('enough-said')
    const anchor = given.about ? await anchorIn(sql, actor, place, given.about) : NO_WORDS
    if (anchor === null) return refuse('words-moved')
    const id = await insertThread(sql, actor, place, anchor, now)
    await insertComment(sql, actor, id, text, now)
    await kept.keeper.talked(tx, actor, place)
    return id
  })
}

/** So many threads one person begins at one text, and so much is said in one: more than anybody reads. */
const MOST_THREADS = 60
const MOST_SAID = 300

async function hasSaidEnough(sql: Sql, actor: Actor, { ownerId, field }: Spot) {
  const { count } = await sql
    .selectFrom('comment_thread')
    .select((of) => of.fn.countAll().as('count'))
    .where('owner_id', '=', ownerId)
    .where('field', '=', field)
    .where('school_id', '=', actor.schoolId)
    .where('opened_by', '=', personOf(actor))
    .executeTakeFirstOrThrow()
  return Number(count) >= MOST_THREADS
}

async function isFull(sql: Sql, actor: Actor, thread: ThreadId) {
  const { count } = await sql
    .selectFrom('comment')
    .select((of) => of.fn.countAll().as('count'))
    .where('thread_id', '=', thread)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirstOrThrow()
  return Number(count) >= MOST_SAID
}

const NO_WORDS: Anchor = { quote: '', before: '', after: '' }

async function anchorIn(sql: Sql, actor: Actor, place: Spot, about: NonNullable<NewThread['about']>) {
  const text = await textAt(sql, actor, place, about)
  if (text === null || !isIn(text, about.range)) return null
  const anchor = anchorAt(text, wholeWords(text, about.range))
  return (await stoodThere(sql, actor, place, anchor.quote)) ? anchor : null
}

/** Whether words stand in a passage or stood in a text of it that is kept: nobody lays words in another's text. */
export async function stoodThere(sql: Sql, actor: Actor, place: Spot, words: string): Promise<boolean> {
  const now = await readPassage(sql, actor, place)
  if (words === '' || now?.text.includes(words)) return true
  return (await readPastTexts(sql, actor, place)).some(({ text }) => text.includes(words))
}

/**
 * The text that was in sight. While people write together not every revision is kept: then it is what the form says
 * that it was drawn with. Words are only ever changed where they still stand, and only shown as words of the text when
 * they stood there (`stoodThere`), so this needs no trust.
 */
export async function textAt(
  sql: Sql,
  actor: Actor,
  place: Spot,
  { revision, was }: Base,
): Promise<string | null> {
  const passage = await readPassage(sql, actor, place)
  if (revision === (passage?.revision ?? 0)) return passage?.text ?? ''
  if (revision === 0) return ''
  const past = await readPastTexts(sql, actor, place)
  const kept = past.find((one) => one.revision === revision)?.text
  if (kept !== undefined || was === undefined || was === null) return kept ?? null
  const said = tidyText(was)
  return isRefusal(said) ? null : said
}

async function insertThread(sql: Sql, actor: Actor, place: Place, anchor: Anchor, now: Moment) {
  const id = newId<'comment-thread'>()
  await sql
    .insertInto('comment_thread')
    .values({
      id,
      school_id: actor.schoolId,
      owner_id: place.ownerId,
      field: place.field,
      scope_id: place.scopeId,
      quote: anchor.quote,
      words_before: anchor.before,
      words_after: anchor.after,
      opened_at: now,
      opened_by: personOf(actor),
      resolved_at: null,
      resolved_by: null,
    })
    .execute()
  return id
}

async function insertComment(sql: Sql, actor: Actor, thread: ThreadId, text: string, now: Moment) {
  const id = newId<'comment'>()
  await sql
    .insertInto('comment')
    .values({
      id,
      school_id: actor.schoolId,
      thread_id: thread,
      text,
      written_at: now,
      written_by: personOf(actor),
      changed_at: null,
      withdrawn_at: null,
    })
    .execute()
  return id
}

type Within = { readonly sql: Sql; readonly tx: Db; readonly thread: Selectable<Tables['comment_thread']> }

/** An act in a thread that the actor may read and speak in; afterwards its page is drawn anew. */
function inThread<Answer>(
  db: Db,
  actor: Actor,
  find: FindPassage,
  id: ThreadId,
  act: (within: Within) => Promise<Answer | TalkNo>,
): Promise<Answer | TalkNo> {
  return db.write(actor, async (sql, tx): Promise<Answer | TalkNo> => {
    await tx.hold(id)
    const thread = await sql
      .selectFrom('comment_thread')
      .selectAll()
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst()
    const kept = thread && (await find(tx, actor, thread.owner_id, thread.field))
    if (!kept) return refuse('no-longer-here')
    const no = mute(kept)
    if (no) return no
    const answer = await act({ sql, tx, thread })
    if (!isRefusal(answer)) await kept.keeper.talked(tx, actor, kept.sight.place)
    return answer
  })
}

/** Says something in a thread; one that was done is open again. */
export async function replyIn(
  db: Db,
  actor: Actor,
  find: FindPassage,
  id: ThreadId,
  raw: string,
  now: Moment,
): Promise<CommentId | TalkNo> {
  const text = parseComment(raw)
  if (isRefusal(text)) return text
  return inThread(db, actor, find, id, async ({ sql }) => {
    if (await isFull(sql, actor, id)) return refuse('enough-said')
    await setResolved(sql, actor, id, null)
    return insertComment(sql, actor, id, text, now)
  })
}

/** Calls a thread done, or opens it again. */
export function resolveThread(
  db: Db,
  actor: Actor,
  find: FindPassage,
  id: ThreadId,
  done: boolean,
  now: Moment,
): Promise<null | TalkNo> {
  return inThread(db, actor, find, id, async ({ sql }) => {
    await setResolved(sql, actor, id, done ? now : null)
    return null
  })
}

const setResolved = (sql: Sql, actor: Actor, id: ThreadId, at: Moment | null) =>
  sql
    .updateTable('comment_thread')
    .set({ resolved_at: at, resolved_by: at === null ? null : personOf(actor) })
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()

/** Changes the words of a comment of one's own. */
export async function changeComment(
  db: Db,
  actor: Actor,
  find: FindPassage,
  at: { readonly thread: ThreadId; readonly comment: CommentId },
  raw: string,
  now: Moment,
): Promise<null | TalkNo> {
  const text = parseComment(raw)
  if (isRefusal(text)) return text
  return ownComment(db, actor, find, at, { text, changed_at: now })
}

/** Takes a comment of one's own back: its words are gone, that something was said stays. */
export const withdrawComment = (
  db: Db,
  actor: Actor,
  find: FindPassage,
  at: { readonly thread: ThreadId; readonly comment: CommentId },
  now: Moment,
): Promise<null | TalkNo> => ownComment(db, actor, find, at, { text: '', withdrawn_at: now })

type Written = { text: string; changed_at?: Moment; withdrawn_at?: Moment }

const ownComment = (
  db: Db,
  actor: Actor,
  find: FindPassage,
  at: { readonly thread: ThreadId; readonly comment: CommentId },
  written: Written,
) =>
  inThread(db, actor, find, at.thread, async ({ sql }) => {
    const me = personOf(actor)
    if (me === null) return refuse('not-your-own')
    const done = await sql
      .updateTable('comment')
      .set(written)
      .where('id', '=', at.comment)
      .where('thread_id', '=', at.thread)
      .where('school_id', '=', actor.schoolId)
      .where('written_by', '=', me)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    return done.numUpdatedRows > 0n ? null : refuse('not-your-own')
  })
