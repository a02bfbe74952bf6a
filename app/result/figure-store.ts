import type { Db } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Actor } from '../session/actor.ts'
import type { Figure, FiguresAsked, Growth, LevelPupils } from './figure.ts'
import { LEVELS, MOMENTS, REFERENCES, type TestMoment } from './result.ts'
import { SCORE_SCALE } from './result-pack.ts'
import { startOfYear, yearFrom } from './school-year-no.ts'

/** Reads the ready figures; `figure-make-store` makes them. No row of a pupil is read here. */

const FIRST = 0
const LAST = 9999

/** Figures of the actor's school, by subject, series, year, year group, moment and group; the whole school first. */
export async function figuresOf(db: Db, actor: Actor, asked: FiguresAsked): Promise<Figure[]> {
  const rows = await db.read(actor, (sql) => {
    const all = sql
      .selectFrom('figure')
      .innerJoin('result_series', (on) =>
        on
          .onRef('result_series.school_id', '=', 'figure.school_id')
          .onRef('result_series.no', '=', 'series_no'),
      )
      .leftJoin('result_group', (on) =>
        on
          .onRef('result_group.school_id', '=', 'figure.school_id')
          .onRef('result_group.no', '=', 'figure.group_no'),
      )
      .selectAll('figure')
      .select(['subject', 'test', 'supplier', 'norm', 'result_group.name as group_name'])
      .where('figure.school_id', '=', actor.schoolId)
      .where('school_year', '>=', asked.from ? startOfYear(asked.from) : FIRST)
      .where('school_year', '<=', asked.until ? startOfYear(asked.until) : LAST)
      .orderBy('subject')
      .orderBy('series_no')
      .orderBy('school_year')
      .orderBy('year_group')
      .orderBy('moment')
      .orderBy('group_no')
    const ofSubject = asked.subject === undefined ? all : all.where('subject', '=', asked.subject)
    return (asked.groups === 'school' ? ofSubject.where('group_no', '=', 0) : ofSubject).execute()
  })
  return rows.map(figureFrom)
}

const momentAt = (place: number): TestMoment => MOMENTS[place] ?? 'D'

type Counts = Readonly<Record<`level_${number}` | `ref_${number}`, number>>

function figureFrom(
  row: Counts & {
    series_no: number
    subject: string
    test: string
    supplier: string
    norm: string
    group_name: string | null
    school_year: number
    year_group: number
    moment: number
    n: number
    exempt: number
    scored: number
    score_sum: number | string
    median_twice: number | string | null
  },
): Figure {
  const { subject, test, supplier, norm, n, exempt, scored } = row
  return {
    subject,
    test,
    supplier,
    norm,
    n,
    exempt,
    scored,
    series: row.series_no,
    group: row.group_name,
    schoolYear: yearFrom(row.school_year),
    yearGroup: row.year_group,
    moment: momentAt(row.moment),
    scoreSum: Number(row.score_sum),
    median: row.median_twice === null ? null : Number(row.median_twice) / (2 * SCORE_SCALE),
    levels: counted(LEVELS, (place) => row[`level_${place}`]),
    references: counted(REFERENCES, (place) => row[`ref_${place}`]),
  }
}

/** Without noughts, as a tally counts. */
function counted<Name>(
  names: readonly Name[],
  count: (place: number) => number | undefined,
): Map<Name, number> {
  const found = new Map<Name, number>()
  for (const [place, name] of names.entries()) {
    const many = count(place) ?? 0
    if (many > 0) found.set(name, many)
  }
  return found
}

/** Growth of the same pupils in the actor's school, in the order of the figures. */
export async function growthOf(db: Db, actor: Actor, asked: FiguresAsked): Promise<Growth[]> {
  const rows = await db.read(actor, (sql) => {
    const all = sql
      .selectFrom('figure_growth')
      .innerJoin('result_series', (on) =>
        on
          .onRef('result_series.school_id', '=', 'figure_growth.school_id')
          .onRef('result_series.no', '=', 'series_no'),
      )
      .leftJoin('result_group', (on) =>
        on
          .onRef('result_group.school_id', '=', 'figure_growth.school_id')
          .onRef('result_group.no', '=', 'figure_growth.group_no'),
      )
      .selectAll('figure_growth')
      .select('result_group.name as group_name')
      .where('figure_growth.school_id', '=', actor.schoolId)
      .where('school_year', '>=', asked.from ? startOfYear(asked.from) : FIRST)
      .where('school_year', '<=', asked.until ? startOfYear(asked.until) : LAST)
      .orderBy('subject')
      .orderBy('series_no')
      .orderBy('school_year')
      .orderBy('year_group')
      .orderBy('moment')
      .orderBy('group_no')
      .orderBy('since_year')
      .orderBy('since_moment')
      .orderBy('since_year_group')
    const ofSubject = asked.subject === undefined ? all : all.where('subject', '=', asked.subject)
    return (asked.groups === 'school' ? ofSubject.where('group_no', '=', 0) : ofSubject).execute()
  })
  return rows.map(growthFrom)
}

type GrowthRow = Omit<Tables['figure_growth'], 'school_id' | 'group_no'> & { group_name: string | null }

const growthFrom = (row: GrowthRow): Growth => ({
  series: row.series_no,
  schoolYear: yearFrom(row.school_year),
  yearGroup: row.year_group,
  moment: momentAt(row.moment),
  group: row.group_name,
  since: {
    schoolYear: yearFrom(row.since_year),
    yearGroup: row.since_year_group,
    moment: momentAt(row.since_moment),
  },
  same: row.same,
  grown: row.grown,
  growthSum: Number(row.growth_sum),
})

/** How many pupils reached reference levels, by year, year group and moment; the oldest year first. */
export async function levelPupilsOf(db: Db, actor: Actor): Promise<LevelPupils[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('figure_pupils')
      .selectAll()
      .where('school_id', '=', actor.schoolId)
      .orderBy('school_year')
      .orderBy('year_group')
      .orderBy('moment')
      .execute(),
  )
  return rows.map((row) => ({
    schoolYear: yearFrom(row.school_year),
    yearGroup: row.year_group,
    moment: momentAt(row.moment),
    pupils: row.pupils,
    exempt: row.exempt,
  }))
}
