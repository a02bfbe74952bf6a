import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import { LEVELS, MOMENTS, REFERENCES, type Result } from '../../app/result/result.ts'
import { ROWS_EACH, seededResults } from './trends-rows.ts'

const SUBJECTS = ['Rekenen', 'Begrijpend lezen', 'Spelling', 'Technisch lezen', 'Woordenschat']
const SCHOOL = '019a0000-0000-7000-8000-000000000000'

/**
 * What PostgreSQL needs for the same rows at the least: COPY into a table without index, and one GROUP BY into counts,
 * sum and median, by group and for the whole school. Milliseconds; the lines are made beforehand.
 */
export async function bareTimes(url: string, count: number): Promise<{ copy: number; group: number }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`create table bare (school_id text not null, series_no integer not null,
      school_year smallint not null, year_group smallint not null, moment smallint not null, pupil bigint not null,
      group_no integer not null, score bigint, level smallint, reference smallint, exempt smallint not null,
      import_no integer not null)`)
    const lines = [...linesOf(count)]
    let began = performance.now()
    await pipeline(Readable.from(lines), client.query(from('copy bare from stdin')))
    const copy = performance.now() - began
    began = performance.now()
    await client.query(`create table bare_figures as select series_no, school_year, year_group, moment, group_no,
      count(*) as n, sum(exempt) as exempt, count(score) as scored, sum(score) as score_sum,
      percentile_cont(0.5) within group (order by score) as median,
      ${LEVELS.map((_, place) => `count(*) filter (where level = ${place}) as level_${place}`).join(', ')},
      ${REFERENCES.map((_, place) => `count(*) filter (where reference = ${place}) as ref_${place}`).join(', ')}
      from bare group by grouping sets ((series_no, school_year, year_group, moment, group_no),
        (series_no, school_year, year_group, moment))`)
    const group = performance.now() - began
    await client.query('drop table bare, bare_figures')
    return { copy, group }
  } finally {
    await client.end()
  }
}

/** Pieces of some thousand lines. */
function* linesOf(count: number): Generator<string> {
  const groups = new Map<string, number>()
  let piece = ''
  let inPiece = 0
  for (const rows of seededResults(count / ROWS_EACH, 42)) {
    for (const one of rows) piece += `${lineOf(one, groups)}\n`
    inPiece += rows.length
    if (inPiece < 2000) continue
    yield piece
    piece = ''
    inPiece = 0
  }
  if (piece !== '') yield piece
}

function lineOf(one: Result, groups: Map<string, number>): string {
  const group = groups.get(one.group ?? '') ?? groups.size + 1
  groups.set(one.group ?? '', group)
  const place = <Of>(list: readonly Of[], value: Of | null) => (value === null ? '\\N' : list.indexOf(value))
  // biome-ignore format: the columns in the order of the table
  return [
    SCHOOL, SUBJECTS.indexOf(one.subject) + 1, one.schoolYear.slice(0, 4), one.yearGroup,
    MOMENTS.indexOf(one.moment), 4_000_000_000_000 + Number(one.pupil) * 17, group,
    one.score === null ? '\\N' : Math.round(one.score * 10_000), place(LEVELS, one.level),
    place(REFERENCES, one.reference), one.exempt ? 1 : 0, 1,
  ].join('\t')
}
