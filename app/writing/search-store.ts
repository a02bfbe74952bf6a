import { sql } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import { plainOf } from '../kernel/rich.ts'
import type { Actor } from '../session/actor.ts'
import {
  countWords,
  type Hit,
  meant,
  type Posting,
  questionWords,
  ranked,
  stemOf,
  type Vocabulary,
} from './search.ts'

/** So many texts are indexed in one transaction: others may write in between. */
const TEXTS_AT_ONCE = 40
const ROWS_AT_ONCE = 400
/** More words than this that a question could mean say nothing any more. */
const MOST_MEANT = 200

export type Found = { readonly hits: readonly Hit[]; readonly meant: ReadonlySet<string> }

/** Texts of the actor's school that hold the words of a question, the best first. Who may read them is asked by the caller. */
export async function findTexts(db: Db, actor: Actor, question: string): Promise<Found> {
  await indexTexts(db, actor)
  const asked = questionWords(question)
  if (asked.length === 0) return { hits: [], meant: new Set() }
  return db.read(actor, async (within) => {
    const { words, texts } = await vocabularyOf(db, within, actor)
    const meanings = asked.map((word) => mostLike(meant(word, words)))
    const all = [...new Set(meanings.flatMap((meaning) => [...meaning.keys()]))]
    const postings = await postingsOf(within, actor, all)
    return { hits: ranked(meanings, postings, texts), meant: new Set(all) }
  })
}

const mostLike = (meaning: Map<string, number>) =>
  new Map([...meaning].sort((a, b) => b[1] - a[1]).slice(0, MOST_MEANT))

async function postingsOf(within: Sql, actor: Actor, words: readonly string[]): Promise<Posting[]> {
  if (words.length === 0) return []
  const rows = await within
    .selectFrom('search_word')
    .select(['owner_id as ownerId', 'field', 'word', 'times'])
    .where('school_id', '=', actor.schoolId)
    .where('word', 'in', words)
    .execute()
  return rows
}

/** Brings the index up to date with what was written since; a text that is gone leaves it. */
export async function indexTexts(db: Db, actor: Actor): Promise<void> {
  const stale = await db.read(actor, (within) => staleTexts(within, actor))
  for (let at = 0; at < stale.length; at += TEXTS_AT_ONCE) {
    const some = stale.slice(at, at + TEXTS_AT_ONCE)
    await db.write(actor, async (within, tx) => {
      await tx.hold(`search ${actor.schoolId}`)
      await indexSome(within, actor, some)
    })
  }
}

type Stale = {
  readonly ownerId: string
  readonly field: string
  readonly text: string | null
  readonly revision: number | null
}

async function staleTexts(within: Sql, actor: Actor): Promise<Stale[]> {
  const changed = await within
    .selectFrom('passage')
    .leftJoin('search_text', (on) =>
      on
        .onRef('search_text.owner_id', '=', 'passage.owner_id')
        .onRef('search_text.field', '=', 'passage.field'),
    )
    .select(['passage.owner_id as ownerId', 'passage.field', 'passage.text', 'passage.revision'])
    .where('passage.school_id', '=', actor.schoolId)
    .where((is) =>
      is.or([
        is('search_text.revision', 'is', null),
        is('search_text.revision', '<>', is.ref('passage.revision')),
      ]),
    )
    .execute()
  const gone = await within
    .selectFrom('search_text')
    .leftJoin('passage', (on) =>
      on
        .onRef('search_text.owner_id', '=', 'passage.owner_id')
        .onRef('search_text.field', '=', 'passage.field'),
    )
    .select(['search_text.owner_id as ownerId', 'search_text.field'])
    .where('search_text.school_id', '=', actor.schoolId)
    .where('passage.owner_id', 'is', null)
    .execute()
  return [...changed, ...gone.map((one) => ({ ...one, text: null, revision: null }))]
}

async function indexSome(within: Sql, actor: Actor, some: readonly Stale[]) {
  for (const one of some) await forgetText(within, actor, one)
  const kept = some.filter((one) => one.text !== null && one.revision !== null)
  const rows = kept.flatMap(({ ownerId, field, text }) =>
    [...countWords(plainOf(text ?? ''))].map(([word, times]) => ({
      school_id: actor.schoolId,
      word,
      owner_id: ownerId,
      field,
      times,
    })),
  )
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await within
      .insertInto('search_word')
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .execute()
  for (const { ownerId, field, revision } of kept)
    await within
      .insertInto('search_text')
      .values({ owner_id: ownerId, field, school_id: actor.schoolId, revision: revision ?? 0 })
      .execute()
}

async function forgetText(within: Sql, actor: Actor, one: Pick<Stale, 'ownerId' | 'field'>) {
  for (const table of ['search_word', 'search_text'] as const)
    await within
      .deleteFrom(table)
      .where('owner_id', '=', one.ownerId)
      .where('field', '=', one.field)
      .where('school_id', '=', actor.schoolId)
      .execute()
}

/** The words of texts that are erased go at once, in the same transaction. */
export async function forgetWords(within: Sql, actor: Actor, ownerId: string): Promise<void> {
  for (const table of ['search_word', 'search_text'] as const)
    await within
      .deleteFrom(table)
      .where('owner_id', '=', ownerId)
      .where('school_id', '=', actor.schoolId)
      .execute()
}

type Known = { readonly stamp: string; readonly words: Vocabulary; readonly texts: number }
const shelves = new WeakMap<Db, Map<string, Known>>()
const SCHOOLS_KEPT = 5

/** The words of the school, read anew when a text has been indexed since. */
async function vocabularyOf(db: Db, within: Sql, actor: Actor): Promise<Known> {
  const shelf = shelves.get(db) ?? new Map<string, Known>()
  shelves.set(db, shelf)
  const { texts, revisions } = await within
    .selectFrom('search_text')
    .select((of) => [of.fn.countAll<number>().as('texts'), of.fn.sum<number>('revision').as('revisions')])
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirstOrThrow()
  const stamp = `${texts} ${revisions}`
  const known = shelf.get(actor.schoolId)
  if (known?.stamp === stamp) return known
  const words = new Map((await distinctWords(within, actor)).map((word) => [word, stemOf(word)]))
  const fresh = { stamp, words, texts: Number(texts) }
  shelf.delete(actor.schoolId)
  if (shelf.size >= SCHOOLS_KEPT) shelf.delete(shelf.keys().next().value ?? '')
  shelf.set(actor.schoolId, fresh)
  return fresh
}

/** Each word once, by hopping along the key from one word to the next: both databases would else read every row. */
async function distinctWords(within: Sql, actor: Actor): Promise<string[]> {
  const { rows } = await sql<{ word: string | null }>`
    with recursive hop(word) as (
      select min(word) from search_word where school_id = ${actor.schoolId}
      union all
      select (select min(word) from search_word where school_id = ${actor.schoolId} and word > hop.word)
      from hop where hop.word is not null
    ) select word from hop`.execute(within)
  return rows.flatMap(({ word }) => word ?? [])
}

/** Indexes what was written in any school, so that the first to search does not wait. */
export async function indexSchools(db: Db): Promise<void> {
  const schools = await db.read('server', (within) =>
    within.selectFrom('school').select('id').where('gone_at', 'is', null).execute(),
  )
  for (const { id } of schools) await indexTexts(db, { kind: 'keeper', schoolId: id })
}
