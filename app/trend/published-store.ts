import type { Selectable } from 'kysely'
import type { Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import { momentOf } from '../kernel/day.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { type Actor, personOf } from '../session/actor.ts'
import type { Published, PublishedTogether, PublishedYear } from './published.ts'
import { VERDICTS } from './signal.ts'

/** Sole writer of published_standing and published_year. */

const HUNDRED = 100
const hundredths = (value: number) => Math.round(HUNDRED * value)
const maybe = (value: number | null | undefined) => (value == null ? null : hundredths(value))
const whole = (value: number | null) => (value === null ? null : value / HUNDRED)

/** What the Inspectie published of the school, newest first; inside the caller's reading. */
export async function publishedOf(sql: Sql, { schoolId }: Actor): Promise<Published[]> {
  const standings = await sql
    .selectFrom('published_standing')
    .selectAll()
    .where('school_id', '=', schoolId)
    .orderBy('school_year', 'desc')
    .execute()
  if (standings.length === 0) return []
  const years = await sql
    .selectFrom('published_year')
    .selectAll()
    .where('school_id', '=', schoolId)
    .orderBy('school_year')
    .execute()
  return standings.map((row) => ({
    until: row.school_year,
    ovt: row.ovt,
    weighting: whole(row.weighting),
    together: togetherFrom(row),
    years: years.filter(({ until }) => until === row.school_year).map(yearFrom),
  }))
}

function togetherFrom(row: Selectable<Tables['published_standing']>): PublishedTogether | null {
  if (row.pupils === null || row.pct_1f === null || row.pct_target === null) return null
  return {
    pupils: row.pupils,
    pct1F: row.pct_1f / HUNDRED,
    pctTarget: row.pct_target / HUNDRED,
    value1F: whole(row.value_1f),
    valueTarget: whole(row.value_target),
    verdict1F: verdictFrom(row.verdict_1f),
    verdictTarget: verdictFrom(row.verdict_target),
  }
}

const verdictFrom = (value: string | null) => VERDICTS.find((verdict) => verdict === value) ?? null

const yearFrom = (row: Selectable<Tables['published_year']>): PublishedYear => ({
  schoolYear: row.school_year,
  pupils: row.pupils,
  pct1F: row.pct_1f / HUNDRED,
  pctTarget: row.pct_target / HUNDRED,
})

/** Writes it down in the place of what stood there of the same year, inside the caller's transaction. */
export async function savePublished(
  sql: Sql,
  actor: Actor,
  { until, ovt, weighting, together, years }: Published,
  now: Date,
): Promise<void> {
  const { schoolId } = actor
  await forgetPublished(sql, actor, until)
  const standing = {
    weighting: maybe(weighting),
    pupils: together?.pupils ?? null,
    pct_1f: maybe(together?.pct1F),
    pct_target: maybe(together?.pctTarget),
    value_1f: maybe(together?.value1F),
    value_target: maybe(together?.valueTarget),
    verdict_1f: together?.verdict1F ?? null,
    verdict_target: together?.verdictTarget ?? null,
  }
  const taken = { school_year: until, ovt, taken_at: momentOf(now), taken_by: personOf(actor) }
  await sql
    .insertInto('published_standing')
    .values({ school_id: schoolId, ...taken, ...standing })
    .execute()
  const rows = years.map(({ schoolYear, pupils, pct1F, pctTarget }) => ({
    school_id: schoolId,
    until,
    school_year: schoolYear,
    pupils,
    pct_1f: hundredths(pct1F),
    pct_target: hundredths(pctTarget),
  }))
  if (rows.length > 0) await sql.insertInto('published_year').values(rows).execute()
}

async function forgetPublished(sql: Sql, { schoolId }: Actor, until: SchoolYear) {
  await sql
    .deleteFrom('published_standing')
    .where('school_id', '=', schoolId)
    .where('school_year', '=', until)
    .execute()
  await sql
    .deleteFrom('published_year')
    .where('school_id', '=', schoolId)
    .where('until', '=', until)
    .execute()
}
