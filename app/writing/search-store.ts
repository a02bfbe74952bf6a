import type { Db, Sql } from '../db/database.ts'
import { plainOf } from '../kernel/rich.ts'
import type { Actor } from '../session/actor.ts'
import {
  countWords,
  type Hit,
  isMistyped,
  maybeMeant,
  type Posting,
  questionWords,
  ranked,
  stemsOf,
  type Vocabulary,
} from './search.ts'
import { type Stale, staleTexts } from './search-text-load.ts'

/** So many texts are indexed in one transaction: others may write in between. */
const TEXTS_AT_ONCE = 40
const ROWS_AT_ONCE = 400
/** More words than this that a question could mean say nothing any more. */
const MOST_MEANT = 200

export type Found = {
  readonly hits: readonly Hit[]
  /** The words that the question may mean, and those for which one of it would have to be mistyped. */
  readonly meant: ReadonlySet<string>
  readonly mistyped: ReadonlySet<string>
}

/**
 * Texts of the actor's school that hold the words of a question, the best first. Who may read them is asked by the caller,
 * and only then whether a word was mistyped: that nothing says so would tell that it stands in a text of others.
 */
export async function findTexts(db: Db, actor: Actor, question: string): Promise<Found> {
  await indexTexts(db, actor)
  const asked = questionWords(question)
  if (asked.length === 0) return { hits: [], meant: new Set(), mistyped: new Set() }
  return db.read(actor, async (within) => {
    const { words, texts } = await vocabularyOf(db, within, actor)
    const meanings = asked.map((word) => mostLike(maybeMeant(word, words)))
    const all = [...new Set(meanings.flatMap((meaning) => [...meaning.keys()]))]
    const postings = await postingsOf(within, actor, all)
    return { hits: ranked(meanings, postings, texts), meant: new Set(all), mistyped: mistypedIn(meanings) }
  })
}

/**
 * For each word of a question the texts of the actor's school in which it stands, the best first: for who finds things
 * that consist of several texts. Who may read them is asked by the caller, and only then whether a word was mistyped.
 */
export async function findEachWord(
  db: Db,
  actor: Actor,
  question: string,
): Promise<readonly (readonly Hit[])[]> {
  await indexTexts(db, actor)
  return db.read(actor, async (within) => {
    const { words, texts } = await vocabularyOf(db, within, actor)
    const found: (readonly Hit[])[] = []
    for (const word of questionWords(question)) {
      const meaning = mostLike(maybeMeant(word, words))
      found.push(ranked([meaning], await postingsOf(within, actor, [...meaning.keys()]), texts))
    }
    return found
  })
}

function mistypedIn(meanings: readonly Map<string, number>[]) {
  const words = meanings.flatMap((meaning) => [...meaning])
  const known = new Set(words.flatMap(([word, weight]) => (isMistyped(weight) ? [] : word)))
  return new Set(words.flatMap(([word]) => (known.has(word) ? [] : word)))
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
  const { stale, stamp } = await db.read(actor, async (within) => ({
    stamp: await stampOf(within, actor),
    stale: await staleTexts(within, actor),
  }))
  if (stale.length === 0) return
  const words = new Set<string>()
  for (let at = 0; at < stale.length; at += TEXTS_AT_ONCE) {
    const some = stale.slice(at, at + TEXTS_AT_ONCE)
    await db.write(actor, async (within, tx) => {
      await tx.hold(`search ${actor.schoolId}`)
      for (const word of await indexSome(within, actor, some)) words.add(word)
    })
  }
  await learnWords(db, actor, stamp, words)
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
  return rows.map(({ word }) => word)
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

/** The words of the school; read anew only when another process has indexed a text since. */
async function vocabularyOf(db: Db, within: Sql, actor: Actor): Promise<Known> {
  const stamp = await stampOf(within, actor)
  const known = shelves.get(db)?.get(actor.schoolId)
  if (known?.stamp === stamp.of) return known
  return keep(db, actor, stamp, await distinctWords(within, actor))
}

/** What this process has indexed itself it need not read again. A word too many does no harm: nothing hangs on it. */
async function learnWords(db: Db, actor: Actor, before: Stamp, words: ReadonlySet<string>) {
  const known = shelves.get(db)?.get(actor.schoolId)
  if (known?.stamp !== before.of) return
  const stamp = await db.read(actor, (within) => stampOf(within, actor))
  keep(db, actor, stamp, [...new Set([...known.words.keys(), ...words])])
}

function keep(db: Db, actor: Actor, { of, texts }: Stamp, words: readonly string[]): Known {
  const shelf = shelves.get(db) ?? new Map<string, Known>()
  shelves.set(db, shelf)
  const known = { stamp: of, texts, words: new Map(words.map((word) => [word, stemsOf(word)])) }
  shelf.delete(actor.schoolId)
  if (shelf.size >= SCHOOLS_KEPT) shelf.delete(shelf.keys().next().value ?? '')
  shelf.set(actor.schoolId, known)
  return known
}

type Stamp = { readonly of: string; readonly texts: number }

async function stampOf(within: Sql, actor: Actor): Promise<Stamp> {
  const { texts, revisions } = await within
    .selectFrom('search_text')
    .select((of) => [
      of.fn.countAll<number | string>().as('texts'),
      of.fn.sum<number | string>('revision').as('revisions'),
    ])
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirstOrThrow()
  return { of: `${texts} ${revisions}`, texts: Number(texts) }
}

async function distinctWords(within: Sql, actor: Actor): Promise<string[]> {
  const rows = await within
    .selectFrom('search_word')
    .select('word')
    .distinct()
    .where('school_id', '=', actor.schoolId)
    .execute()
  return rows.map(({ word }) => word)
}

/** Indexes what was written in any school, so that the first to search does not wait. */
export async function indexSchools(db: Db): Promise<void> {
  const schools = await db.read('server', (within) =>
    within.selectFrom('school').select('id').where('gone_at', 'is', null).execute(),
  )
  for (const { id } of schools) await indexTexts(db, { kind: 'keeper', schoolId: id })
}
