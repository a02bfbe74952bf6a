import { sql } from 'kysely'
import type { Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Actor } from '../session/actor.ts'
import type { StandsAlready } from './import.ts'
import { MOMENTS } from './result.ts'
import { ruleSubjectOf } from './rule-subject.ts'

type Series = Tables['result_series']

/** What came in: under which number, and which series it brought. */
type Brought = { readonly no: number; readonly series: ReadonlySet<number>; readonly mayStandBeside: boolean }

/**
 * Whether results that an import brought stand in the school already under another name, norm or supplier. A pupil does
 * the doorstroomtoets once a year: a second level of a subject would count twice. Any other test may stand there with
 * other norms, when somebody says so. Inside the caller's transaction; null: it stands nowhere else.
 */
export async function standsAlready(
  within: Sql,
  actor: Actor,
  { no, series, mayStandBeside }: Brought,
): Promise<StandsAlready | null> {
  const known = await within
    .selectFrom('result_series')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .orderBy('no')
    .execute()
  for (const one of known.filter((each) => series.has(each.no)))
    for (const other of known) {
      if (other.no === one.no) continue
      const stands = { supplier: other.supplier, norm: other.norm, test: other.test, subject: other.subject }
      if (isSameOfRule(one, other) && (await holdsSame(within, actor, no, one, other, LEVELS_OF_RULE)))
        return { refused: 'level-twice', stands }
      if (mayStandBeside || !isSameTest(one, other)) continue
      if (await holdsSame(within, actor, no, one, other, SAME_YEAR_GROUP))
        return { refused: 'other-norm', stands }
    }
  return null
}

function isSameOfRule(one: Series, other: Series): boolean {
  const subject = ruleSubjectOf(one.subject)
  return subject !== null && subject === ruleSubjectOf(other.subject)
}

const named = (name: string) => name.toLowerCase()
const isSameTest = (one: Series, other: Series) =>
  named(one.subject) === named(other.subject) && named(one.test) === named(other.test)

const LEVELS_OF_RULE = sql`one.moment = ${sql.lit(MOMENTS.indexOf('D'))} and one.reference is not null
  and other.reference is not null and one.exempt = 0 and other.exempt = 0`
const SAME_YEAR_GROUP = sql`one.year_group = other.year_group`

/** The first is enough: along the key of the other series. */
async function holdsSame(
  within: Sql,
  { schoolId }: Actor,
  no: number,
  one: Series,
  other: Series,
  also: typeof SAME_YEAR_GROUP,
): Promise<boolean> {
  const { rows } = await sql`select 1 from result one join result other
      on other.series_no = ${sql.lit(other.no)} and other.pupil = one.pupil
        and other.school_year = one.school_year and other.moment = one.moment and other.school_id = ${schoolId}
    where one.series_no = ${sql.lit(one.no)} and one.school_id = ${schoolId} and one.import_no = ${sql.lit(no)}
      and ${also} limit 1`.execute(within)
  return rows.length > 0
}
