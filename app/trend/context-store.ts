import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import { momentOf } from '../kernel/day.ts'
import { refuse } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { type Actor, personOf } from '../session/actor.ts'
import {
  type ContextRefusal,
  type SchoolContext,
  type TypedYear,
  type WeightingFrom,
  weightingsIn,
  type YearContext,
} from './context.ts'
import { type ContextBecause, mayChangeContext } from './context-may.ts'
import type { Published } from './published.ts'
import { publishedOf, savePublished } from './published-store.ts'

/** Sole writer of school_context. */

export type ContextNo =
  | ContextRefusal
  | { readonly refused: 'may-not'; readonly because: ContextBecause; readonly field?: never }

/** Weighting, spread and numbers of every school year that has any, and what the Inspectie published of the school. */
export const contextOf = (db: Db, actor: Actor): Promise<SchoolContext> =>
  db.read(actor, async (sql) => ({
    years: await yearsOf(sql, actor),
    published: await publishedOf(sql, actor),
  }))

/** The school weighting of each school year that has one. */
export const weightingsOf = async (db: Db, actor: Actor): Promise<ReadonlyMap<SchoolYear, number>> =>
  weightingsIn({ years: await db.read(actor, (sql) => yearsOf(sql, actor)) })

async function yearsOf(sql: Sql, { schoolId }: Actor): Promise<YearContext[]> {
  const rows = await sql
    .selectFrom('school_context')
    .selectAll()
    .where('school_id', '=', schoolId)
    .orderBy('school_year', 'desc')
    .execute()
  return rows.map(yearFrom)
}

const HUNDRED = 100
const hundredths = (value: number | null) => (value === null ? null : Math.round(HUNDRED * value))
const whole = (value: number | null) => (value === null ? null : value / HUNDRED)

const yearFrom = (row: Selectable<Tables['school_context']>): YearContext => ({
  schoolYear: row.school_year,
  weighting:
    row.weighting === null
      ? null
      : {
          value: row.weighting / HUNDRED,
          from: row.weighting_from === 'inspection' ? 'inspection' : 'typed',
        },
  spread: whole(row.spread),
  pupils: row.pupils,
  note: row.note,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
})

/** The year as it was when somebody began to type; null: nothing stood there. */
export type Seen = { readonly changedAt: string | null }

/**
 * Writes down what somebody typed of a school year; with everything empty the year is taken out. A weighting that was
 * left as the Inspectie's file gave it stays the Inspectie's. Refused when somebody else changed the year meanwhile.
 */
export function saveYear(
  db: Db,
  actor: Actor,
  schoolYear: SchoolYear,
  typed: TypedYear & Seen,
  now: Date,
): Promise<'done' | ContextNo> {
  const may = mayChangeContext(actor)
  if (!may.may) return Promise.resolve({ refused: 'may-not', because: may.because })
  return db.write<'done' | ContextNo>(actor, async (sql, tx) => {
    await tx.hold(`context ${actor.schoolId}`)
    const before = (await yearsOf(sql, actor)).find((year) => year.schoolYear === schoolYear)
    if ((before?.changedAt ?? null) !== typed.changedAt) return refuse('changed-meanwhile')
    const { weighting, spread, pupils, note } = typed
    if (weighting === null && spread === null && pupils === null) {
      if (!before) return refuse('nothing-typed', 'weighting')
      await ofYear(sql, actor, schoolYear).execute()
      return 'done'
    }
    const stays = before?.weighting?.from === 'inspection' && before.weighting.value === weighting
    await putYear(sql, actor, {
      school_year: schoolYear,
      weighting: hundredths(weighting),
      weighting_from: weighting === null ? null : fromOf(stays),
      spread: hundredths(spread),
      pupils,
      note,
      changed_at: momentOf(now),
    })
    return 'done'
  })
}

const fromOf = (stays: boolean): WeightingFrom => (stays ? 'inspection' : 'typed')

const ofYear = (sql: Sql, { schoolId }: Actor, schoolYear: SchoolYear) =>
  sql.deleteFrom('school_context').where('school_id', '=', schoolId).where('school_year', '=', schoolYear)

type YearRow = Omit<Selectable<Tables['school_context']>, 'school_id' | 'changed_by'>

async function putYear(sql: Sql, actor: Actor, row: YearRow) {
  const told = { ...row, changed_by: personOf(actor) }
  await sql
    .insertInto('school_context')
    .values({ school_id: actor.schoolId, ...told })
    .onConflict((clash) => clash.columns(['school_id', 'school_year']).doUpdateSet(told))
    .execute()
}

/**
 * Takes over what the Inspectie published of the school: its weighting becomes that of the year, the outcomes stand beside
 * the school's own. The same file again changes nothing but the day.
 */
export function takePublished(
  db: Db,
  actor: Actor,
  published: Published,
  now: Date,
): Promise<'done' | ContextNo> {
  const may = mayChangeContext(actor)
  if (!may.may) return Promise.resolve({ refused: 'may-not', because: may.because })
  return db.write<'done' | ContextNo>(actor, async (sql, tx) => {
    await tx.hold(`context ${actor.schoolId}`)
    await savePublished(sql, actor, published, now)
    if (published.weighting === null) return 'done'
    const before = (await yearsOf(sql, actor)).find((year) => year.schoolYear === published.until)
    await putYear(sql, actor, {
      school_year: published.until,
      weighting: hundredths(published.weighting),
      weighting_from: 'inspection',
      spread: hundredths(before?.spread ?? null),
      pupils: before?.pupils ?? null,
      note: before?.note ?? null,
      changed_at: momentOf(now),
    })
    return 'done'
  })
}
