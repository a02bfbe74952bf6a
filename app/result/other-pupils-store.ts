import { sql } from 'kysely'
import type { Sql } from '../db/database.ts'
import type { Actor } from '../session/actor.ts'
import type { OtherPupils } from './import.ts'
import { MOMENTS } from './result.ts'
import { yearFrom } from './school-year-no.ts'

/** Of a series in a school year: which year group, at which moment. */
export type Place = {
  readonly series: number
  readonly year: number
  readonly yearGroup: number
  /** Its place in `MOMENTS`. */
  readonly moment: number
}

/** A place as one number, to count by. */
export const placeNo = ({ series, year, yearGroup, moment }: Place): number =>
  ((series * 10_000 + year) * 10 + yearGroup) * 10 + moment

/** What came in: under which number, and how many results of which places the file held (`placeNo`). */
type Brought = { readonly no: number; readonly places: ReadonlyMap<number, number> }

/** Fewer pupils than this tell nothing: some came new, or caught up. */
const ENOUGH = 5
/** At most this part of a file's pupils may be known by chance. */
const BY_CHANCE = 0.1

/**
 * Whether an import brought wholly other pupils to places that have results already: numbers of another system, or a file of
 * another school, make every child count twice there. Pupils that the school knows from elsewhere (a second group of the
 * year, brought in apart) are its own. Inside the caller's transaction, before the figures are made anew: they still say
 * what stood there. Null: nothing of the kind.
 */
export async function otherPupils(
  within: Sql,
  actor: Actor,
  { no, places }: Brought,
): Promise<OtherPupils | null> {
  const stood = (await standing(within, actor)).filter((one) => places.has(placeNo(one)))
  const inFile = (one: Place) => places.get(placeNo(one)) ?? 0
  const held = sum(stood.map(inFile))
  if (held < ENOUGH || sum(stood.map(({ pupils }) => pupils)) < ENOUGH) return null
  const added = await addedAt(within, actor, no, stood)
  if (held - added > held * BY_CHANCE) return null
  const most = stood.reduce((one, other) => (inFile(other) > inFile(one) ? other : one))
  if ((await knownAt(within, actor, no, most)) > inFile(most) * BY_CHANCE) return null
  const { subject, test } = await within
    .selectFrom('result_series')
    .select(['subject', 'test'])
    .where('school_id', '=', actor.schoolId)
    .where('no', '=', most.series)
    .executeTakeFirstOrThrow()
  const { yearGroup, pupils } = most
  const moment = MOMENTS[most.moment] ?? 'M'
  const place = { subject, test, yearGroup, moment, schoolYear: yearFrom(most.year), pupils }
  return { refused: 'other-pupils', place, isNobody: held === added }
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)

type Standing = Place & { readonly pupils: number }

async function standing(within: Sql, { schoolId }: Actor): Promise<Standing[]> {
  const rows = await within
    .selectFrom('figure')
    .select(['series_no', 'school_year', 'year_group', 'moment', 'n'])
    .where('school_id', '=', schoolId)
    .where('group_no', '=', 0)
    .execute()
  return rows.map(({ series_no, school_year, year_group, moment, n }) => ({
    series: series_no,
    year: school_year,
    yearGroup: year_group,
    moment,
    pupils: n,
  }))
}

/** How many results of these places are new with this import: a value that was replaced is of a pupil who stood there. */
async function addedAt(
  within: Sql,
  { schoolId }: Actor,
  no: number,
  places: readonly Place[],
): Promise<number> {
  const wanted = new Set(places.map(placeNo))
  let added = 0
  for (const series of new Set(places.map((one) => one.series))) {
    const { rows } = await sql<Place & { count: number | string }>`
      select school_year as year, year_group as "yearGroup", moment, count(*) as count from result r
      where school_id = ${schoolId} and series_no = ${sql.lit(series)} and import_no = ${sql.lit(no)}
        and not exists (select 1 from result_before b where b.school_id = ${schoolId}
          and b.series_no = r.series_no and b.pupil = r.pupil and b.school_year = r.school_year
          and b.moment = r.moment and b.year_group = r.year_group)
      group by school_year, year_group, moment`.execute(within)
    for (const one of rows) if (wanted.has(placeNo({ ...one, series }))) added += Number(one.count)
  }
  return added
}

/** How many of the pupils that this import brought to a place have results of another import, anywhere in the school. */
async function knownAt(within: Sql, { schoolId }: Actor, no: number, place: Place): Promise<number> {
  const { series, year, yearGroup, moment } = place
  const all = await within
    .selectFrom('result_series')
    .select('no')
    .where('school_id', '=', schoolId)
    .execute()
  const { rows } = await sql<{ count: number | string }>`select count(*) as count from result r
    where school_id = ${schoolId} and series_no = ${sql.lit(series)} and school_year = ${sql.lit(year)}
      and year_group = ${sql.lit(yearGroup)} and moment = ${sql.lit(moment)} and import_no = ${sql.lit(no)}
      and exists (select 1 from result o where o.school_id = ${schoolId} and o.pupil = r.pupil
        and o.series_no in (${sql.join(all.map((one) => sql.lit(one.no)))})
        and o.import_no <> ${sql.lit(no)})`.execute(within)
  return Number(rows[0]?.count ?? 0)
}
