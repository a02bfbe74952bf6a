import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Moment } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { parseAside, type TalkNo } from './comment.ts'
import { type Base, type Spot, stoodThere, textAt } from './comment-store.ts'
import { LONGEST_PASSAGE, type Passage, tidyText } from './passage.ts'
import type { FindPassage, PassageSight } from './passage-keeper-desk.ts'
import { readPassage } from './passage-store.ts'
import { MOST_WAITING, type Suggestion, type SuggestionId, type SuggestionOutcome } from './suggestion.ts'
import { locate, replacedAt } from './suggestion-fit.ts'
import { anchored, type Change, differenceOf, isIn, type Range } from './suggestion-place.ts'

/** Sole writer of suggestion. */

/** With the text that its maker had in sight. */
export type NewSuggestion = Base & {
  /** The words that should change, in that text; null: `text` is the whole text as it should be. */
  readonly range: Range | null
  readonly text: string
  readonly reason?: string | null
}

/** Lays other words before whoever holds the pen of a passage. */
export async function suggest(
  db: Db,
  actor: Actor,
  find: FindPassage,
  at: Spot,
  given: NewSuggestion,
  now: Moment,
): Promise<SuggestionId | TalkNo> {
  const text = tidyText(given.text)
  if (isRefusal(text)) return refuse('suggestion-too-long', 'text')
  const reason = parseAside(given.reason, 'reason')
  if (isRefusal(reason)) return reason
  return db.write(actor, async (sql, tx): Promise<SuggestionId | TalkNo> => {
    const kept = await find(tx, actor, at.ownerId, at.field)
    if (!kept) return refuse('no-longer-here')
    const { place, suggest: may } = kept.sight
    if (!may.may) return { refused: 'may-not', because: may.because }
    await tx.hold(place.ownerId)
    const base = await textAt(sql, actor, place, given)
    if (base === null || (given.range && !isIn(base, given.range))) return refuse('words-moved')
    const change = changeIn(base, given.range, text)
    if (change === null) return refuse('nothing-suggested', 'text')
    if (!(await stoodThere(sql, actor, place, change.anchor.quote))) return refuse('words-moved')
    if (await hasEnough(sql, actor, place)) return refuse('enough-waiting')
    const id = await insert(sql, actor, { ...place, ...change, revision: given.revision, reason }, now)
    await kept.keeper.talked(tx, actor, place)
    return id
  })
}

function changeIn(base: string, range: Range | null, text: string): Change | null {
  if (range === null) {
    const change = differenceOf(base, text)
    return change && anchored(base, change, change.replacement)
  }
  if (base.slice(range.start, range.end) === text) return null
  return anchored(base, range, text)
}

async function hasEnough(sql: Sql, actor: Actor, { ownerId, field }: Spot) {
  const { count } = await sql
    .selectFrom('suggestion')
    .select((of) => of.fn.countAll().as('count'))
    .where('owner_id', '=', ownerId)
    .where('field', '=', field)
    .where('school_id', '=', actor.schoolId)
    .where('outcome', 'is', null)
    .where('made_by', actor.kind === 'member' ? '=' : 'is', personOf(actor))
    .executeTakeFirstOrThrow()
  return Number(count) >= MOST_WAITING
}

type Row = Change &
  Spot & { readonly scopeId: string; readonly revision: number; readonly reason: string | null }

async function insert(sql: Sql, actor: Actor, made: Row, now: Moment) {
  const id = newId<'suggestion'>()
  await sql
    .insertInto('suggestion')
    .values({
      id,
      school_id: actor.schoolId,
      owner_id: made.ownerId,
      field: made.field,
      scope_id: made.scopeId,
      revision: made.revision,
      quote: made.anchor.quote,
      words_before: made.anchor.before,
      words_after: made.anchor.after,
      replacement: made.replacement,
      reason: made.reason,
      made_by: personOf(actor),
      made_at: now,
      outcome: null,
      answered_at: null,
      answered_by: null,
      answer: null,
    })
    .execute()
  return id
}

/** Which suggestion, and how it is answered. */
export type SuggestionAnswer = {
  readonly id: SuggestionId
  readonly answer?: string | null
} & (
  | { readonly outcome: 'declined' | 'withdrawn' }
  | {
      readonly outcome: 'accepted'
      /** Where a person pointed, in the text of this revision; null: where the words stand. */
      readonly pointed: { readonly range: Range; readonly revision: number } | null
    }
)

/**
 * Accepts, declines (whoever holds the pen) or takes back (its maker). Accepted words go into the text through its
 * keeper, where they stood or where a person pointed, and nowhere else.
 */
export async function answerSuggestion(
  db: Db,
  actor: Actor,
  find: FindPassage,
  given: SuggestionAnswer,
  now: Moment,
): Promise<null | TalkNo | Refusal<string>> {
  const answer = parseAside(given.answer, 'answer')
  if (isRefusal(answer)) return answer
  return db.write(actor, async (sql, tx): Promise<null | TalkNo | Refusal<string>> => {
    const row = await sql
      .selectFrom('suggestion')
      .selectAll()
      .where('id', '=', given.id)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst()
    const kept = row && (await find(tx, actor, row.owner_id, row.field))
    if (!kept) return refuse('no-longer-here')
    const { keeper, sight } = kept
    await tx.hold(sight.place.ownerId)
    const no = mayNotAnswer(actor, given, row.made_by, sight)
    if (no) return no
    if (!(await close(sql, actor, given, answer, now))) return refuse('already-answered')
    if (given.outcome === 'accepted') {
      const passage = await readPassage(sql, actor, sight.place)
      const text = textWith(suggestionOf(row), passage, given.pointed)
      if (isRefusal(text)) return text
      const written = await keeper.write(tx, actor, sight.place, text, passage?.revision ?? 0, now)
      if (isRefusal(written)) return written
      if ('collision' in written) return refuse('text-moved-on')
    }
    await keeper.talked(tx, actor, sight.place)
    return null
  })
}

/** Taking back is for its maker, leaving aside for whose text it is, taking over for who writes. */
function mayNotAnswer(
  actor: Actor,
  { outcome }: SuggestionAnswer,
  madeBy: Suggestion['madeBy'],
  sight: PassageSight,
): TalkNo | null {
  if (outcome === 'withdrawn') return ownOnly(actor, madeBy)
  const may = outcome === 'accepted' ? sight.write : sight.decline
  return may.may ? null : { refused: 'may-not', because: may.because }
}

const ownOnly = (actor: Actor, madeBy: Suggestion['madeBy']): TalkNo | null =>
  madeBy !== null && personOf(actor) === madeBy ? null : refuse('not-your-own')

type Pointed = { readonly range: Range; readonly revision: number } | null

/** The text with the suggestion in it, or why it can't be said where. */
function textWith(
  { anchor, replacement }: Suggestion,
  passage: Passage | null,
  pointed: Pointed,
): string | TalkNo {
  const text = passage?.text ?? ''
  if (pointed === null) {
    const fit = locate(text, anchor)
    return fit.fits ? within(replacedAt(text, fit.at, replacement)) : refuse('point-first')
  }
  const { range, revision } = pointed
  if (revision !== (passage?.revision ?? 0) || !isIn(text, range)) return refuse('text-moved-on')
  return within(replacedAt(text, range, replacement))
}

const within = (text: string) => (text.length > LONGEST_PASSAGE ? refuse('suggestion-too-long') : text)

async function close(
  sql: Sql,
  actor: Actor,
  { id, outcome }: SuggestionAnswer,
  answer: string | null,
  now: Moment,
) {
  const closed = await sql
    .updateTable('suggestion')
    .set({ outcome, answered_at: now, answered_by: personOf(actor), answer })
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return closed.numUpdatedRows > 0n
}

/** The suggestions in whole scopes, oldest first. What may be shown is the caller's to say. */
export async function readSuggestions(
  sql: Sql,
  actor: Actor,
  scopeIds: readonly string[],
): Promise<Suggestion[]> {
  const rows = await sql
    .selectFrom('suggestion')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where('scope_id', 'in', [...scopeIds])
    .orderBy('id')
    .execute()
  return rows.map(suggestionOf)
}

const suggestionOf = (row: Selectable<Tables['suggestion']>): Suggestion => ({
  id: row.id,
  ownerId: row.owner_id,
  field: row.field,
  revision: row.revision,
  anchor: { quote: row.quote, before: row.words_before, after: row.words_after },
  replacement: row.replacement,
  reason: row.reason,
  madeBy: row.made_by,
  madeAt: row.made_at,
  outcome: row.outcome as SuggestionOutcome | null,
  answeredAt: row.answered_at,
  answeredBy: row.answered_by,
  answer: row.answer,
})

/** Wipes what was suggested for something: a track whose term has come. Inside the caller's transaction. */
export const eraseSuggestions = (sql: Sql, actor: Actor, ownerId: string) =>
  sql
    .deleteFrom('suggestion')
    .where('owner_id', '=', ownerId)
    .where('school_id', '=', actor.schoolId)
    .execute()
