import { setImmediate as breath } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Actor } from '../session/actor.ts'
import { LEVELS, REFERENCES } from './result.ts'

/** Sole writer of figure, figure_growth, figure_pupils and figure_stale. */

/** Of which series the figures of which year (in which it begins) are to be made anew. */
export type StalePair = { readonly series: number; readonly year: number }

const CELL = 'series_no, school_year, year_group, moment'
const levels = LEVELS.map((_, place) => `count(*) filter (where level = ${place})`)
const references = REFERENCES.map((_, place) => `count(*) filter (where reference = ${place} and exempt = 0)`)
const COUNTS = ['count(*)', 'sum(exempt)', 'count(score)', 'coalesce(sum(score), 0)']
const COUNTED = sql.raw([...COUNTS, ...levels, ...references].join(', '))
const COUNT_NAMES = sql.raw(
  [
    'n, exempt, scored, score_sum',
    ...LEVELS.map((_, place) => `level_${place}`),
    ...REFERENCES.map((_, place) => `ref_${place}`),
  ].join(', '),
)
const cell = sql.raw(CELL)

const ofStale = (schoolId: string) =>
  sql`school_id = ${schoolId} and (series_no, school_year) in
    (select series_no, school_year from figure_stale where school_id = ${schoolId})`

/**
 * Makes the figures of these series and years anew from the pupils' rows, inside the caller's transaction; growth since a
 * stale year lies in the year after it as well. Figures of years whose rows are gone stay as they are. On SQLite one
 * series and year at a time, so that others get a turn.
 */
export async function makeFigures(
  within: Sql,
  { dialect }: Pick<Db, 'dialect'>,
  actor: Actor,
  stale: readonly StalePair[],
): Promise<void> {
  const open = await withoutClosed(within, actor, stale)
  const pieces = dialect === 'postgres' ? [open] : open.map((pair) => [pair])
  for (const piece of pieces) {
    await mark(within, actor, piece)
    await makeCounts(within, dialect, actor)
    await makeGrowth(within, actor)
    if (dialect === 'sqlite') await breath()
  }
  await mark(within, actor, open)
  await makePupils(within, actor)
  await mark(within, actor, [])
}

async function withoutClosed(within: Sql, { schoolId }: Actor, stale: readonly StalePair[]) {
  const rows = await within
    .selectFrom('result_closed')
    .select('school_year')
    .where('school_id', '=', schoolId)
    .execute()
  const closed = new Set(rows.map(({ school_year }) => school_year))
  return stale.filter(({ year }) => !closed.has(year))
}

const MARKED_AT_ONCE = 500

async function mark(within: Sql, { schoolId: school_id }: Actor, pairs: readonly StalePair[]) {
  await within.deleteFrom('figure_stale').where('school_id', '=', school_id).execute()
  const values = pairs.map(({ series, year }) => ({ school_id, series_no: series, school_year: year }))
  for (let from = 0; from < values.length; from += MARKED_AT_ONCE)
    await within
      .insertInto('figure_stale')
      .values(values.slice(from, from + MARKED_AT_ONCE))
      .execute()
}

async function makeCounts(within: Sql, dialect: Db['dialect'], { schoolId }: Actor) {
  await sql`delete from figure where ${ofStale(schoolId)}`.execute(within)
  const into = sql`insert into figure (school_id, ${cell}, group_no, median_twice, ${COUNT_NAMES})`
  if (dialect === 'postgres') await sql`${into} ${setsOf(schoolId)}`.execute(within)
  else for (const isWhole of [true, false]) await sql`${into} ${windowed(schoolId, isWhole)}`.execute(within)
}

/** Groups and the whole school in one reading. */
const setsOf = (schoolId: string) => sql`
  select ${schoolId}, ${cell}, case when grouping(group_no) = 1 then 0 else group_no end,
    (2 * percentile_cont(0.5) within group (order by score))::bigint, ${COUNTED}
  from result where ${ofStale(schoolId)}
  group by grouping sets ((${cell}, group_no), (${cell}))
  having grouping(group_no) = 1 or group_no > 0`

/** The middle one twice, or the two around the middle: SQLite knows no median. */
function windowed(schoolId: string, isWhole: boolean) {
  const by = sql.raw(isWhole ? CELL : `${CELL}, group_no`)
  const asked = isWhole ? ofStale(schoolId) : sql`${ofStale(schoolId)} and group_no > 0`
  return sql`
    select ${schoolId}, ${cell}, ${sql.raw(isWhole ? '0' : 'group_no')}, sum(case when score is null then null
        when place * 2 = scores + 1 then score * 2 when place * 2 in (scores, scores + 2) then score end), ${COUNTED}
    from (select *, row_number() over (partition by ${by} order by score nulls last) as place,
        count(score) over (partition by ${by}) as scores from result where ${asked}) as placed
    group by ${by}`
}

/** Of a stale year, and of the year after it. */
const ofGrown = (schoolId: string) => sql`a.school_id = ${schoolId} and exists (select 1 from figure_stale s
  where s.school_id = ${schoolId} and s.series_no = a.series_no
    and s.school_year in (a.school_year, a.school_year - 1))`

async function makeGrowth(within: Sql, { schoolId }: Actor) {
  const isClosed = sql`exists (select 1 from result_closed c where c.school_id = ${schoolId} and c.school_year = `
  await sql`delete from figure_growth as a where ${ofGrown(schoolId)}
    and not ${isClosed} a.since_year) and not ${isClosed} a.school_year)`.execute(within)
  const what = sql.raw('series_no, school_year, year_group, moment')
  const since = sql.raw('since_year, since_year_group, since_moment')
  await sql`insert into figure_growth (school_id, ${what}, group_no, ${since}, same, grown, growth_sum)
    with grown_by_group as (
      select a.series_no, a.school_year, a.year_group, a.moment, a.group_no, b.school_year as since_year,
        b.year_group as since_year_group, b.moment as since_moment, count(*) as same,
        count(a.score - b.score) as grown, coalesce(sum(a.score - b.score), 0) as growth_sum
      from result a join result b on b.school_id = ${schoolId} and b.series_no = a.series_no
        and b.pupil = a.pupil and b.school_year between a.school_year - 1 and a.school_year
        and b.school_year * 4 + b.moment between a.school_year * 4 + a.moment - 4
          and a.school_year * 4 + a.moment - 1
      where ${ofGrown(schoolId)}
      group by a.series_no, a.school_year, a.year_group, a.moment, a.group_no, b.school_year, b.year_group, b.moment
    )
    select ${schoolId}, ${what}, group_no, ${since}, same, grown, growth_sum from grown_by_group where group_no > 0
    union all
    select ${schoolId}, ${what}, 0, ${since}, sum(same), sum(grown), sum(growth_sum) from grown_by_group
    group by ${what}, ${since}`.execute(within)
}

async function makePupils(within: Sql, { schoolId }: Actor) {
  const ofYears = sql`school_id = ${schoolId} and school_year in
    (select school_year from figure_stale where school_id = ${schoolId})`
  await sql`delete from figure_pupils where ${ofYears}`.execute(within)
  await sql`insert into figure_pupils (school_id, school_year, year_group, moment, pupils, exempt)
    select ${schoolId}, school_year, year_group, moment,
      count(distinct case when exempt = 0 then pupil end), count(distinct case when exempt = 1 then pupil end)
    from result where ${ofYears} and (reference is not null or exempt = 1)
    group by school_year, year_group, moment`.execute(within)
}

/** Makes all figures of a school anew from the pupils' rows that there are. */
export async function remakeFigures(db: Db, actor: Actor): Promise<void> {
  await db.write(actor, async (within, tx) => {
    await tx.hold(`results ${actor.schoolId}`)
    const rows = await within
      .selectFrom('result')
      .select(['series_no', 'school_year'])
      .distinct()
      .where('school_id', '=', actor.schoolId)
      .execute()
    const pairs = rows.map(({ series_no, school_year }) => ({ series: series_no, year: school_year }))
    await makeFigures(within, tx, actor, pairs)
  })
}
