import type { Updateable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Moment } from '../kernel/day.ts'
import { type DataTalkId, newId, type TalkLineId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { type Fact, factKey, factKeys } from './fact.ts'
import {
  lineIn,
  parseWords,
  type Talk,
  type TalkLine,
  type TalkPart,
  wrongPlace,
  wrongTakingBack,
} from './talk.ts'
import { mayReadTalk, mayTendLine } from './talk-may.ts'
import { type InTalk, ONE_SENDING, onTalk, type TalkNo, unless } from './talk-write-store.ts'

/** What people lay in a talk, line by line. */

export type NewLine = { readonly part: TalkPart; readonly under: TalkLineId | null; readonly words: unknown }

/** Adds a line in words. */
export const addLine = (db: Db, actor: Actor, id: DataTalkId, { part, under, words }: NewLine, now: Moment) =>
  onTalk<TalkLineId>(db, actor, { id, now }, async ({ sql, talk }) => {
    const parsed = parseWords(words)
    if (typeof parsed !== 'string') return parsed
    const no = wrongPlace(talk, part, under)
    if (no) return no
    const twice = talk.lines.find(
      (line) =>
        line.part === part &&
        line.under === under &&
        line.words === parsed &&
        line.author === personOf(actor) &&
        Date.parse(now) - Date.parse(line.writtenAt) < ONE_SENDING,
    )
    return twice?.id ?? insertLine(sql, actor, talk, { part, under, words: parsed, fact: null }, now)
  })

/** Lays a fact in, that the caller has found true of the numbers of today. */
export const layFact = (db: Db, actor: Actor, id: DataTalkId, fact: Fact, now: Moment) =>
  onTalk<TalkLineId>(db, actor, { id, now }, async ({ sql, talk }) => {
    const no = wrongPlace(talk, 'data', null)
    if (no) return no
    const keys = factKeys(fact)
    if (talk.lines.some((line) => line.fact !== null && keys.includes(factKey(line.fact))))
      return refuse('fact-there')
    return insertLine(sql, actor, talk, { part: 'data', under: null, words: '', fact }, now)
  })

async function insertLine(
  sql: Sql,
  actor: Actor,
  talk: Talk,
  { part, under, words, fact }: Pick<TalkLine, 'part' | 'under' | 'words' | 'fact'>,
  now: Moment,
): Promise<TalkLineId> {
  const id = newId<'talk-line'>()
  await sql
    .insertInto('data_talk_line')
    .values({
      id,
      school_id: actor.schoolId,
      talk_id: talk.id,
      part,
      under_id: under,
      fact: fact === null ? null : JSON.stringify(fact),
      words,
      author_id: personOf(actor),
      written_at: now,
      changed_at: now,
      revision: 1,
      step_id: null,
    })
    .execute()
  return id
}

/** A line as it was read, so that nobody writes over what was saved meanwhile on another screen. */
export type WhichLine = { readonly id: TalkLineId; readonly revision: number }

/** Other words for a line of one's own. */
export const changeLine = (
  db: Db,
  actor: Actor,
  id: DataTalkId,
  which: WhichLine,
  words: unknown,
  now: Moment,
) =>
  onLine<'done'>(db, actor, id, which, now, async ({ sql }, line) => {
    if (line.fact !== null) return refuse('line-gone')
    const parsed = parseWords(words)
    if (typeof parsed !== 'string') return parsed
    await writeLine(sql, actor, line, { words: parsed, revision: line.revision + 1, changed_at: now })
    return 'done'
  })

/** Takes a line of one's own back; it is gone. */
export const takeLineBack = (db: Db, actor: Actor, id: DataTalkId, which: WhichLine, now: Moment) =>
  onLine<'done'>(db, actor, id, which, now, async ({ sql, talk }, line) => {
    const no = wrongTakingBack(talk, line.id)
    if (no) return no
    await sql
      .deleteFrom('data_talk_line')
      .where('id', '=', line.id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    return 'done'
  })

function onLine<Done>(
  db: Db,
  actor: Actor,
  id: DataTalkId,
  which: WhichLine,
  now: Moment,
  act: (at: InTalk, line: TalkLine) => Promise<Done | TalkNo>,
) {
  return onTalk<Done>(db, actor, { id, now, may: mayReadTalk }, async (at) => {
    const line = lineIn(at.talk, which.id)
    if (line === null) return refuse('line-gone')
    const no = unless(mayTendLine(actor, at.talk, line))
    if (no) return no
    return line.revision === which.revision ? act(at, line) : refuse('line-changed', 'words')
  })
}

type LineChange = Partial<Omit<Updateable<Tables['data_talk_line']>, 'id' | 'school_id'>>

/** Writes what became of a line, inside an act on its talk. */
export const writeLine = (sql: Sql, actor: Actor, { id }: Pick<TalkLine, 'id'>, change: LineChange) =>
  sql
    .updateTable('data_talk_line')
    .set(change)
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()
