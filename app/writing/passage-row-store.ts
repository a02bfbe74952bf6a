import type { Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type Actor, personOf } from '../session/actor.ts'
import type { Place } from './document-store.ts'
import { beginsStretch, type Passage } from './passage.ts'

/** A passage with the moment since when it is being written without a pause. */
export type Standing = Passage & { readonly since: Moment | null }

export async function readStanding(
  sql: Sql,
  actor: Actor,
  place: Pick<Place, 'ownerId' | 'field'>,
): Promise<Standing | null> {
  const row = await sql
    .selectFrom('passage')
    .select(['text', 'revision', 'changed_at', 'changed_by', 'writing_since'])
    .where('owner_id', '=', place.ownerId)
    .where('field', '=', place.field)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  return row ? { ...passageOf(row), since: row.writing_since } : null
}

export const passageIn = ({ text, revision, changedAt, changedBy }: Standing): Passage => ({
  text,
  revision,
  changedAt,
  changedBy,
})

type Storing = { readonly now: Moment; readonly keepsPast: boolean }

/** Stores a text; of those that people write together only the first of a stretch stays in the history. */
export async function putText(
  sql: Sql,
  actor: Actor,
  place: Place,
  text: string,
  before: Standing | null,
  { now, keepsPast }: Storing,
): Promise<Passage> {
  const by = personOf(actor)
  const begins = before === null || keepsPast || beginsStretch(before, by, now)
  const passage = { text, revision: (before?.revision ?? 0) + 1, changedAt: now, changedBy: by }
  const row = {
    school_id: actor.schoolId,
    text,
    revision: passage.revision,
    changed_at: now,
    changed_by: by,
    writing_since: begins ? now : before.since,
  }
  if (before && begins) await keepPast(sql, actor, place, before)
  await sql
    .insertInto('passage')
    .values({ owner_id: place.ownerId, field: place.field, scope_id: place.scopeId, ...row })
    .onConflict((clash) => clash.columns(['owner_id', 'field']).doUpdateSet(row))
    .execute()
  return passage
}

async function keepPast(sql: Sql, actor: Actor, place: Place, before: Passage) {
  await sql
    .insertInto('passage_past')
    .values({
      owner_id: place.ownerId,
      field: place.field,
      revision: before.revision,
      school_id: actor.schoolId,
      text: before.text,
      changed_at: before.changedAt,
      changed_by: before.changedBy,
    })
    .execute()
}

export const passageOf = (row: {
  text: string
  revision: number
  changed_at: Moment
  changed_by: Passage['changedBy']
}): Passage => ({
  text: row.text,
  revision: row.revision,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
})
