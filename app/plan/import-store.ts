import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { WordReading } from '../form/word-in.ts'
import type { Moment } from '../kernel/day.ts'
import { type ImportId, newId, type PlanId } from '../kernel/id.ts'
import type { Actor, Member } from '../session/actor.ts'
import { type Choices, type ImportLine, NO_CHOICES, type PlanImport } from './import.ts'
import type { Kept, KeptImport } from './import-kept.ts'
import { mayArrange } from './plan-may.ts'
import { type MayNot, unless } from './plan-no.ts'

const DAY = 86_400_000
/** What nobody took in goes away by itself. */
const DAYS_KEPT = 30
/** Of one school at once; the oldest makes room. */
const MOST_OPEN = 20
const LONGEST_NAME = 120

const mayRead = (actor: Actor) => mayArrange(actor, { phase: 'draft' })
const oldest = (now: Moment) => new Date(Date.parse(now) - DAYS_KEPT * DAY).toISOString() as Moment

/** Keeps what was read of a file, for the coordinators alone. */
export async function storeImport(
  db: Db,
  actor: Member,
  read: { readonly fileName: string; readonly reading: WordReading },
  now: Moment,
): Promise<ImportId | MayNot> {
  const no = unless(mayRead(actor))
  if (no) return no
  return db.write(actor, async (sql) => {
    const id = newId<'import'>()
    await forgetOpen(sql, actor, now)
    await sql
      .insertInto('plan_import')
      .values({
        id,
        school_id: actor.schoolId,
        made_by: actor.personId,
        file_name: tidyFileName(read.fileName),
        reading: JSON.stringify(read.reading),
        choices: JSON.stringify(NO_CHOICES),
        created_at: now,
        taken_at: null,
        plan_id: null,
      })
      .execute()
    return id
  })
}

/** The last part of a name, without what could not be shown. */
function tidyFileName(raw: string): string {
  const name = (raw.split(/[\\/]/).at(-1) ?? '').toWellFormed().replace(/\p{C}/gu, '').trim()
  return [...name].slice(0, LONGEST_NAME).join('') || 'plan.docx'
}

async function forgetOpen(sql: Sql, actor: Actor, now: Moment) {
  const open = await openRows(sql, actor)
  const gone = open.filter(({ created_at }, place) => created_at < oldest(now) || place >= MOST_OPEN - 1)
  for (const { id } of gone)
    await sql.deleteFrom('plan_import').where('id', '=', id).where('school_id', '=', actor.schoolId).execute()
}

const openRows = (sql: Sql, actor: Actor) =>
  sql
    .selectFrom('plan_import')
    .select(['id', 'file_name', 'created_at'])
    .where('school_id', '=', actor.schoolId)
    .where('taken_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute()

/** The files that were read and not taken in yet, newest first; none for who does not arrange the plan. */
export async function readImports(db: Db, actor: Actor, now: Moment): Promise<ImportLine[]> {
  if (!mayRead(actor).may) return []
  const rows = await db.read(actor, (sql) => openRows(sql, actor))
  return rows
    .filter(({ created_at }) => created_at >= oldest(now))
    .map((row) => ({ id: row.id, fileName: row.file_name, createdAt: row.created_at }))
}

/** What was read of one file; null when it is not there, is too old, was taken in, or is not for this reader. */
export async function readImport(
  db: Db,
  actor: Actor,
  id: ImportId,
  now: Moment,
): Promise<PlanImport | null> {
  if (!mayRead(actor).may) return null
  const row = await db.read(actor, (sql) =>
    sql
      .selectFrom('plan_import')
      .selectAll()
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .where('taken_at', 'is', null)
      .where('created_at', '>=', oldest(now))
      .executeTakeFirst(),
  )
  return row ? importOf(row) : null
}

const importOf = (row: Selectable<Tables['plan_import']>): PlanImport => ({
  id: row.id,
  fileName: row.file_name,
  reading: JSON.parse(row.reading) as WordReading,
  choices: JSON.parse(row.choices) as Choices,
  createdAt: row.created_at,
})

/** Where a file went that was taken in: its plan, for who comes back to the old address. */
export async function planOfImport(db: Db, actor: Actor, id: ImportId): Promise<PlanId | null> {
  if (!mayRead(actor).may) return null
  const row = await db.read(actor, (sql) =>
    sql
      .selectFrom('plan_import')
      .select('plan_id')
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst(),
  )
  return row?.plan_id ?? null
}

/** Keeps what was chosen while looking. */
export async function keepChoices(
  db: Db,
  actor: Actor,
  id: ImportId,
  choices: Choices,
): Promise<null | MayNot> {
  const no = unless(mayRead(actor))
  if (no) return no
  return db.write(actor, async (sql) => {
    await sql
      .updateTable('plan_import')
      .set({ choices: JSON.stringify(choices) })
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .where('taken_at', 'is', null)
      .execute()
    return null
  })
}

/** 'Gooi weg': nothing of what was read stays. */
export async function throwAway(db: Db, actor: Actor, id: ImportId): Promise<null | MayNot> {
  const no = unless(mayRead(actor))
  if (no) return no
  return db.write(actor, async (sql) => {
    await sql.deleteFrom('plan_import').where('id', '=', id).where('school_id', '=', actor.schoolId).execute()
    return null
  })
}

/**
 * For who takes it in: of what was read only what found no place stays with the plan. Answers false when somebody
 * else took it in just before.
 */
export async function markTaken(
  sql: Sql,
  actor: Actor,
  id: ImportId,
  planId: PlanId,
  kept: Kept,
  now: Moment,
): Promise<boolean> {
  const taken = await sql
    .updateTable('plan_import')
    .set({ reading: JSON.stringify(kept), choices: '{}', taken_at: now, plan_id: planId })
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .where('taken_at', 'is', null)
    .executeTakeFirst()
  return taken.numUpdatedRows > 0n
}

/** What stood in the Word file of a plan and found no place in it; null when it came from no file. */
export async function readKept(db: Db, actor: Actor, planId: PlanId): Promise<KeptImport | null> {
  if (!mayRead(actor).may) return null
  const row = await db.read(actor, (sql) =>
    sql
      .selectFrom('plan_import')
      .selectAll()
      .where('plan_id', '=', planId)
      .where('school_id', '=', actor.schoolId)
      .where('taken_at', 'is not', null)
      .executeTakeFirst(),
  )
  if (!row?.taken_at) return null
  return {
    id: row.id,
    fileName: row.file_name,
    takenAt: row.taken_at,
    kept: JSON.parse(row.reading) as Kept,
  }
}

/** Throws away, in every school, what was read and not taken in within its days. */
export async function forgetOldImports(db: Db, now: Date): Promise<void> {
  await db.write('server', async (sql) => {
    await sql
      .deleteFrom('plan_import')
      .where('taken_at', 'is', null)
      .where('created_at', '<', oldest(now.toISOString() as Moment))
      .execute()
  })
}
