import { setImmediate as breath } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Actor } from '../session/actor.ts'
import { LEVELS, MOMENTS, REFERENCES } from './result.ts'
import { dropIncoming, ofSchool } from './result-write-store.ts'

/** Sole writer of figure, figure_growth, figure_pupils and figure_stale. */

/** Of which series the figures of which year (in which it begins) are to be made anew. */
export type StalePair = { readonly series: number; readonly year: number }

/** The table that figures are made from. */
type From = RawBuilder<unknown>

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

/** Of the series and years that are marked. */
const ofMarked = (schoolId: string) =>
  sql`school_id = ${schoolId} and (series_no, school_year) in
    (select series_no, school_year from figure_stale where school_id = ${schoolId})`

/**
 * Makes the figures of these series and years anew from the pupils' rows, inside the caller's transaction; growth since a
 * stale year lies in the year after it as well. Figures of years whose rows are gone stay as they are. On SQLite one
 * series and year at a time, so that others get a turn.
 *
 * @param all a table that holds every result of the school, laid there by the import; it is dropped
 */
export async function makeFigures(
  within: Sql,
  { dialect }: Pick<Db, 'dialect'>,
  actor: Actor,
  stale: readonly StalePair[],
  all: 'result_incoming' | null = null,
): Promise<void> {
  const open = await withoutClosed(within, actor, stale)
  if (dialect === 'postgres') await spend(within)
  if (all === null) await makeRoom(within, dialect)
  await sql`create temp table result_step (series_no integer, at integer, since_at integer)`.execute(within)
  const from = sql.table(all ?? 'result_now')
  for (const piece of dialect === 'postgres' ? [open] : open.map((pair) => [pair])) {
    await mark(within, actor, piece)
    if (all === null) await gather(within, actor)
    if (dialect === 'postgres') await sql`analyze ${from}`.execute(within)
    await makeCounts(within, dialect, actor, from)
    await findSteps(within, dialect, actor)
    await makeGrowth(within, dialect, actor, from)
    if (dialect === 'sqlite') await breath()
  }
  await sql`drop table result_step`.execute(within)
  if (all === null) await sql`drop table result_now`.execute(within)
  else await dropIncoming(within, { dialect })
  await mark(within, actor, open)
  await makePupils(within, actor)
  await mark(within, actor, [])
}

/** For this transaction only: a million rows in memory, and growth by hashing, for which the planner expects too much. */
async function spend(within: Sql) {
  for (const setting of ["work_mem = '128MB'", 'enable_mergejoin = off', 'jit = off'])
    await sql`set local ${sql.raw(setting)}`.execute(within)
}

/**
 * A table beside the results for as long as the figures are made: narrow, only of one school and of the years that
 * matter. `at`: moments in the order of time, four to a year.
 */
async function makeRoom(within: Sql, dialect: Db['dialect']) {
  const key = sql.raw(dialect === 'sqlite' ? ', primary key (series_no, pupil, at, year_group)' : '')
  await sql`create temp table result_now (series_no integer, pupil bigint, at integer, school_year smallint,
    year_group smallint, moment smallint, group_no integer, score bigint, level smallint, reference smallint,
    exempt smallint, is_stale smallint, is_grown smallint${key})`.execute(within)
}

/** The marked years, and those before and after them: growth comes from the one and goes to the other. */
async function gather(within: Sql, { schoolId }: Actor) {
  await sql`delete from result_now`.execute(within)
  const marked = (name: string, year: string) => sql`left join figure_stale ${sql.ref(name)} on
    ${sql.ref(name)}.school_id = ${schoolId} and ${sql.ref(name)}.series_no = r.series_no
    and ${sql.ref(name)}.school_year = ${sql.raw(year)}`
  await sql`insert into result_now select r.series_no, r.pupil, r.school_year * 4 + r.moment, r.school_year,
      r.year_group, r.moment, r.group_no, r.score, r.level, r.reference, r.exempt,
      case when this.series_no is null then 0 else 1 end,
      case when this.series_no is null and earlier.series_no is null then 0 else 1 end
    from result r ${marked('this', 'r.school_year')} ${marked('earlier', 'r.school_year - 1')}
      ${marked('later', 'r.school_year + 1')}
    where r.school_id = ${schoolId} and r.series_no in
      (select series_no from figure_stale where school_id = ${schoolId})
      and coalesce(this.series_no, earlier.series_no, later.series_no) is not null`.execute(within)
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

async function makeCounts(within: Sql, dialect: Db['dialect'], { schoolId }: Actor, from: From) {
  await sql`delete from figure where ${ofMarked(schoolId)}`.execute(within)
  const into = sql`insert into figure (school_id, ${cell}, group_no, median_twice, ${COUNT_NAMES})`
  if (dialect === 'postgres') await sql`${into} ${setsOf(schoolId, from)}`.execute(within)
  else
    for (const isWhole of [true, false])
      await sql`${into} ${windowed(schoolId, isWhole, from)}`.execute(within)
}

/** Groups and the whole school in one reading. */
const setsOf = (schoolId: string, from: From) => sql`
  select ${schoolId}, ${cell}, case when grouping(group_no) = 1 then 0 else group_no end,
    (2 * percentile_cont(0.5) within group (order by score))::bigint, ${COUNTED}
  from ${from} where is_stale = 1
  group by grouping sets ((${cell}, group_no), (${cell}))
  having grouping(group_no) = 1 or group_no > 0`

/** The middle one twice, or the two around the middle: SQLite knows no median. */
function windowed(schoolId: string, isWhole: boolean, from: From) {
  const by = sql.raw(isWhole ? CELL : `${CELL}, group_no`)
  return sql`
    select ${schoolId}, ${cell}, ${sql.raw(isWhole ? '0' : 'group_no')}, sum(case when score is null then null
        when place * 2 = scores + 1 then score * 2 when place * 2 in (scores, scores + 2) then score end), ${COUNTED}
    from (select *, row_number() over (partition by ${by} order by score nulls last) as place,
        count(score) over (partition by ${by}) as scores from ${from}
        where is_stale = 1 and ${sql.raw(isWhole ? 'group_no >= 0' : 'group_no > 0')}) as placed
    group by ${by}`
}

/**
 * From which moment to which one can have grown, by the figures that there are: so that no pupil is looked for at a
 * moment at which nobody did the test.
 */
async function findSteps(within: Sql, dialect: Db['dialect'], { schoolId }: Actor) {
  await sql`delete from result_step`.execute(within)
  await sql`insert into result_step
    with moments as (select distinct series_no, school_year * 4 + moment as at from figure
      where school_id = ${schoolId} and group_no = 0
        and series_no in (select series_no from figure_stale where school_id = ${schoolId}))
    select this.series_no, this.at, before.at from moments this
    join moments before on before.series_no = this.series_no and before.at between this.at - 4 and this.at - 1`.execute(
    within,
  )
  if (dialect === 'postgres') await sql`analyze result_step`.execute(within)
}

async function makeGrowth(within: Sql, dialect: Db['dialect'], { schoolId }: Actor, from: From) {
  // PostgreSQL takes the steps first then, and not all moments of a pupil with each other.
  const fence = sql.raw(dialect === 'postgres' ? 'offset 0' : '')
  // Growth since a year whose rows are gone can't be made anew.
  await sql`delete from figure_growth where school_id = ${schoolId} and exists (select 1 from figure_stale s
      where s.school_id = ${schoolId} and s.series_no = figure_growth.series_no
        and s.school_year in (figure_growth.school_year, figure_growth.school_year - 1))
    and not exists (select 1 from result_closed c where c.school_id = ${schoolId}
      and c.school_year in (figure_growth.school_year, figure_growth.since_year))`.execute(within)
  const since = sql.raw('since_year, since_year_group, since_moment')
  await sql`insert into figure_growth (school_id, ${cell}, group_no, ${since}, same, grown, growth_sum)
    with grown_by_group as (
      select a.series_no, a.school_year, a.year_group, a.moment, a.group_no, b.school_year as since_year,
        b.year_group as since_year_group, b.moment as since_moment, count(*) as same,
        count(a.score - b.score) as grown, coalesce(sum(a.score - b.score), 0) as growth_sum
      from (select later.*, since_at from ${from} later
        join result_step step on step.series_no = later.series_no and step.at = later.at
        where is_grown = 1 ${fence}) a
      join ${from} b on b.series_no = a.series_no and b.pupil = a.pupil and b.at = a.since_at
      group by a.series_no, a.school_year, a.year_group, a.moment, a.group_no, b.school_year, b.year_group, b.moment
    )
    select ${schoolId}, ${cell}, group_no, ${since}, same, grown, growth_sum from grown_by_group where group_no > 0
    union all
    select ${schoolId}, ${cell}, 0, ${since}, sum(same), sum(grown), sum(growth_sum) from grown_by_group
    group by ${cell}, ${since}`.execute(within)
}

/** Of the doorstroomtoets alone: no rule asks it of other tests. */
async function makePupils(within: Sql, { schoolId }: Actor) {
  const ofYears = sql`school_id = ${schoolId} and school_year in
    (select school_year from figure_stale where school_id = ${schoolId})`
  await sql`delete from figure_pupils where ${ofYears}`.execute(within)
  await sql`insert into figure_pupils (school_id, school_year, year_group, moment, pupils, exempt)
    select ${schoolId}, school_year, year_group, moment,
      count(distinct case when exempt = 0 then pupil end), count(distinct case when exempt = 1 then pupil end)
    from result where ${ofSchool({ schoolId })} and ${ofYears} and moment = ${sql.lit(MOMENTS.indexOf('D'))}
      and (reference is not null or exempt = 1)
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
      .where(ofSchool(actor))
      .execute()
    const pairs = rows.map(({ series_no, school_year }) => ({ series: series_no, year: school_year }))
    await makeFigures(within, tx, actor, pairs)
  })
}
