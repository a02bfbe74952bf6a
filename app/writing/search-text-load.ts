import type { Sql } from '../db/database.ts'
import { parseId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import type { ThreadId } from './comment.ts'
import type { Hit } from './search.ts'

/** A text that the index does not hold as it is now; text null: it is gone. */
export type Stale = {
  readonly ownerId: string
  readonly field: string
  readonly text: string | null
  readonly revision: number | null
}

/** A comment thread is indexed with the owner of its passage, as a field of its own. */
const THREAD = 'thread:'
export const threadIn = (field: string) =>
  field.startsWith(THREAD) ? parseId<'comment-thread'>(field.slice(THREAD.length)) : null

/** Everything that was written, said or erased since the index was brought up to date. */
export async function staleTexts(within: Sql, actor: Actor): Promise<Stale[]> {
  const talk = await staleThreads(within, actor)
  return (await isUpToDate(within, actor)) ? talk : [...talk, ...(await stalePassages(within, actor))]
}

/** As many texts as passages, written as often: one look at two indexes instead of at every text. */
async function isUpToDate(within: Sql, actor: Actor) {
  const count = async (table: 'passage' | 'search_text') => {
    const { texts, revisions } = await within
      .selectFrom(table)
      .select((of) => [of.fn.countAll<number>().as('texts'), of.fn.sum<number>('revision').as('revisions')])
      .where('school_id', '=', actor.schoolId)
      .where('field', 'not like', `${THREAD}%`)
      .executeTakeFirstOrThrow()
    return `${texts} ${revisions}`
  }
  return (await count('passage')) === (await count('search_text'))
}

async function stalePassages(within: Sql, actor: Actor): Promise<Stale[]> {
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
    .where('search_text.field', 'not like', `${THREAD}%`)
    .where('passage.owner_id', 'is', null)
    .execute()
  return [...changed, ...gone.map((one) => ({ ...one, text: null, revision: null }))]
}

/** Threads of which a comment was written, changed or withdrawn since; only of those the words are read. */
async function staleThreads(within: Sql, actor: Actor): Promise<Stale[]> {
  const comments = await within
    .selectFrom('comment')
    .innerJoin('comment_thread', 'comment_thread.id', 'comment.thread_id')
    .select(['comment_thread.id', 'comment_thread.owner_id as ownerId'])
    .select([
      'comment.written_at as written',
      'comment.changed_at as changed',
      'comment.withdrawn_at as withdrawn',
    ])
    .where('comment.school_id', '=', actor.schoolId)
    .execute()
  const known = await within
    .selectFrom('search_text')
    .select(['owner_id as ownerId', 'field', 'revision'])
    .where('school_id', '=', actor.schoolId)
    .where('field', 'like', `${THREAD}%`)
    .execute()
  const revisions = new Map(known.map(({ field, revision }) => [field, revision]))
  const threads = [...Map.groupBy(comments, ({ id }) => `${THREAD}${id}`)]
  const gone = known.filter(({ field }) => !threads.some(([one]) => one === field))
  const stale = threads
    .map(([field, said]) => ({ ownerId: said[0]?.ownerId ?? '', field, revision: lastMoment(said) }))
    .filter(({ field, revision }) => revisions.get(field) !== revision)
  const written: Stale[] = []
  for (const one of stale) {
    const thread = threadIn(one.field)
    written.push({ ...one, text: thread && (await saidIn(within, actor, thread)) })
  }
  return [...written, ...gone.map(({ ownerId, field }) => ({ ownerId, field, text: null, revision: null }))]
}

type Said = { readonly written: string; readonly changed: string | null; readonly withdrawn: string | null }

/** A number that changes with every word that is said or taken back: the seconds of all moments together. */
const lastMoment = (said: readonly Said[]) =>
  said
    .flatMap(({ written, changed, withdrawn }) => [written, changed, withdrawn])
    .reduce(
      (sum, moment) => (moment ? (sum + Math.floor(Date.parse(moment) / 1000)) % 2_000_000_000 : sum),
      said.length,
    )

/** The texts of hits as they stand now. */
export async function readTexts(
  within: Sql,
  actor: Actor,
  hits: readonly Pick<Hit, 'ownerId' | 'field'>[],
): Promise<Map<string, string>> {
  if (hits.length === 0) return new Map()
  const passages = await within
    .selectFrom('passage')
    .select(['owner_id', 'field', 'text'])
    .where('school_id', '=', actor.schoolId)
    .where('owner_id', 'in', [...new Set(hits.map(({ ownerId }) => ownerId))])
    .execute()
  const texts = new Map(passages.map((row) => [`${row.owner_id} ${row.field}`, row.text]))
  for (const { ownerId, field } of hits) {
    const thread = threadIn(field)
    if (thread) texts.set(`${ownerId} ${field}`, await saidIn(within, actor, thread))
  }
  return texts
}

async function saidIn(within: Sql, actor: Actor, thread: ThreadId) {
  const rows = await within
    .selectFrom('comment')
    .select('text')
    .where('thread_id', '=', thread)
    .where('school_id', '=', actor.schoolId)
    .orderBy('id')
    .execute()
  return rows.map(({ text }) => text).join('\n')
}

/** The field of the passage that a thread is about, and when it began; null when the thread is gone. */
export async function headOfThread(within: Sql, actor: Actor, thread: ThreadId) {
  const row = await within
    .selectFrom('comment_thread')
    .select(['field', 'opened_at as openedAt'])
    .where('id', '=', thread)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  return row ?? null
}
