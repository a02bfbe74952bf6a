import { setImmediate as breath } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Actor } from '../session/actor.ts'
import { FigureCounts } from './figure-count.ts'
import { FIGURE, figureLine, GROWTH, growthLine, insertLines, type Line } from './figure-line-store.ts'
import { MOMENTS, REFERENCES } from './result.ts'
import type { Packed } from './result-pack.ts'
import { ofSchool } from './result-write-store.ts'
import { newestSeries, RULE_YEAR_GROUP } from './rule-subject.ts'

/** Sole writer of figure, figure_growth, figure_pupils and figure_stale, with `figure-line-store`. */

/** Of which series the figures of which year (in which it begins) are to be made anew. */
export type StalePair = { readonly series: number; readonly year: number }

/**
 * Makes the figures of these series and years anew from the pupils' rows, inside the caller's transaction; growth since a
 * stale year lies in the year after it as well. Figures of years whose rows are gone stay as they are.
 *
 * @param all every result of the school, counted while they came in; null: they are read
 */
export async function makeFigures(
  within: Sql,
  { dialect }: Pick<Db, 'dialect'>,
  actor: Actor,
  stale: readonly StalePair[],
  all: FigureCounts | null = null,
): Promise<void> {
  const open = await withoutClosed(within, actor, stale)
  await mark(within, actor, open)
  await takeAway(within, actor)
  const made: Made = { figures: [], growth: [] }
  if (all) await keep(made, all, open)
  else
    for (const [series, pairs] of Map.groupBy(open, (pair) => pair.series)) {
      const years = pairs.map(({ year }) => year)
      await keep(made, await countsOf(within, actor, series, years), pairs)
    }
  await insertLines(within, dialect, actor, FIGURE, made.figures)
  await insertLines(within, dialect, actor, GROWTH, made.growth)
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

/** Growth of a year whose rows are gone stays. What since then comes out of a year that changes would no longer be true. */
async function takeAway(within: Sql, { schoolId }: Actor) {
  await sql`delete from figure where school_id = ${schoolId} and (series_no, school_year) in
    (select series_no, school_year from figure_stale where school_id = ${schoolId})`.execute(within)
  await sql`delete from figure_growth where school_id = ${schoolId} and exists (select 1 from figure_stale s
      where s.school_id = ${schoolId} and s.series_no = figure_growth.series_no
        and s.school_year in (figure_growth.school_year, figure_growth.school_year - 1))
    and not exists (select 1 from result_closed c where c.school_id = ${schoolId}
      and c.school_year = figure_growth.school_year)`.execute(within)
}

/** The results of a series in these years, and in those before and after them: growth comes from the one and goes to the other. */
async function countsOf(within: Sql, actor: Actor, series: number, years: readonly number[]) {
  const rows = await within
    .selectFrom('result')
    .select([
      'school_year',
      'year_group',
      'moment',
      'pupil',
      'group_no',
      'score',
      'level',
      'reference',
      'exempt',
    ])
    .where('school_id', '=', actor.schoolId)
    .where('series_no', '=', series)
    .where('school_year', '>=', Math.min(...years) - 1)
    .where('school_year', '<=', Math.max(...years) + 1)
    .execute()
  const counts = new FigureCounts()
  for (const row of rows)
    counts.add({
      series,
      year: row.school_year,
      yearGroup: row.year_group,
      moment: row.moment,
      pupil: Number(row.pupil),
      group: row.group_no,
      score: row.score === null ? Number.NaN : Number(row.score),
      level: row.level ?? -1,
      reference: row.reference ?? -1,
      exempt: row.exempt,
    } satisfies Packed)
  return counts
}

type Made = { readonly figures: Line[]; readonly growth: Line[] }

/** So many figures of a large school before others have a turn. */
const AT_A_TIME = 200

/** Of the pairs that are made anew, and growth in the year after them. */
async function keep(made: Made, counts: FigureCounts, pairs: readonly StalePair[]) {
  const stale = new Set(pairs.map(({ series, year }) => pairName(series, year)))
  let since = 0
  for (const figure of counts.figures()) {
    if (stale.has(pairName(figure.series, figure.year))) made.figures.push(figureLine(figure))
    if (++since % AT_A_TIME === 0) await breath()
  }
  for (const growth of counts.growth())
    if (
      stale.has(pairName(growth.series, growth.year)) ||
      stale.has(pairName(growth.series, growth.year - 1))
    )
      made.growth.push(growthLine(growth))
  await breath()
}

const pairName = (series: number, year: number) => `${series} ${year}`

/** Of the doorstroomtoets by the rule alone: nothing else asks it. The figures say which series of a year count. */
async function makePupils(within: Sql, { schoolId }: Actor) {
  const moment = sql.lit(MOMENTS.indexOf('D'))
  const ofYears = sql`school_id = ${schoolId} and school_year in
    (select school_year from figure_stale where school_id = ${schoolId})`
  await sql`delete from figure_pupils where ${ofYears}`.execute(within)
  const levels = sql.join(
    REFERENCES.map((_, place) => sql.ref(`ref_${place}`)),
    sql` + `,
  )
  const { rows } =
    await sql<Tested>`select school_year, series_no as series, subject, ${levels} + exempt as pupils
    from figure join result_series on result_series.school_id = figure.school_id and no = series_no
    where figure.school_id = ${schoolId} and school_year in
      (select school_year from figure_stale where school_id = ${schoolId})
      and moment = ${moment} and year_group = ${sql.lit(RULE_YEAR_GROUP)}
      and group_no = 0 and ${levels} + exempt > 0`.execute(within)
  const counting = seriesThatCount(rows)
  if (counting.length === 0) return
  await sql`insert into figure_pupils (school_id, school_year, year_group, moment, pupils, exempt)
    select ${schoolId}, school_year, year_group, moment,
      count(distinct case when exempt = 0 then pupil end), count(distinct case when exempt = 1 then pupil end)
    from result where ${ofYears} and moment = ${moment} and year_group = ${sql.lit(RULE_YEAR_GROUP)}
      and (reference is not null or exempt = 1) and (series_no, school_year) in (${sql.join(counting)})
    group by school_year, year_group, moment`.execute(within)
}

type Tested = {
  readonly school_year: number
  readonly series: number
  readonly subject: string
  readonly pupils: number
}

const seriesThatCount = (tested: readonly Tested[]) =>
  [...Map.groupBy(tested, (one) => one.school_year)].flatMap(([year, tests]) =>
    [...newestSeries(tests).values()].map((series) => sql`(${sql.lit(series)}, ${sql.lit(year)})`),
  )

/** Makes all figures of a school anew from the pupils' rows that there are. */
export async function remakeFigures(db: Db, actor: Actor): Promise<void> {
  await db.write(actor, async (within, tx) => {
    await tx.hold(`results ${actor.schoolId}`)
    const rows = await within
      .selectFrom('result')
      .select(['series_no', 'school_year'])
      .distinct()
      .where(ofSchool(actor))
      .execute()
    const pairs = rows.map(({ series_no, school_year }) => ({ series: series_no, year: school_year }))
    await makeFigures(within, tx, actor, pairs)
  })
}
