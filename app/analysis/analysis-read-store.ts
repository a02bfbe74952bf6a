import type { Db, Sql } from '../db/database.ts'
import type { AnalysisId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import {
  type Analysis,
  type AnalysisKind,
  type AnalysisLine,
  NO_WORDS,
  type PartWords,
  type VersionLine,
} from './analysis.ts'
import { mayReadAnalyses, mayReadVersion, mayWriteAnalysis } from './analysis-may.ts'
import { PARTS, type PartName, type Reports } from './report.ts'

/** Reads analyses; `analysis-store` writes them. */

/**
 * The analyses of the actor's school that the actor may read, the newest first. Who does not write them reads of each
 * the newest version that was shared: two of them side by side would tell of the few pupils whose results came later.
 */
export async function analysesOf(db: Db, actor: Actor): Promise<AnalysisLine[]> {
  if (!mayReadAnalyses(actor).may) return []
  const lines = await db.read(actor, (sql) => loadLines(sql, actor))
  const most = mayWriteAnalysis(actor).may ? undefined : 1
  return lines.flatMap((line) => {
    const versions = line.versions.filter((version) => mayReadVersion(actor, version).may).slice(0, most)
    return versions.length === 0 ? [] : [{ ...line, versions }]
  })
}

/**
 * An analysis with one of its versions: `number`, else the newest that the actor may read. Null: there is no such one
 * for this reader.
 */
export async function readAnalysis(
  db: Db,
  actor: Actor,
  id: AnalysisId,
  number: number | null = null,
): Promise<Analysis | null> {
  const line = (await analysesOf(db, actor)).find((one) => one.id === id)
  const version = line?.versions.find((one) => number === null || one.number === number)
  if (!line || !version) return null
  return db.read(actor, async (sql) => ({
    ...line,
    version,
    reports: await loadReports(sql, actor, id, version.number),
    parts: await loadParts(sql, actor, id, version.number),
  }))
}

/** Every analysis of the school, whoever may read it. */
export async function loadLines(sql: Sql, actor: Actor): Promise<AnalysisLine[]> {
  const rows = await sql
    .selectFrom('analysis')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const versions = await sql
    .selectFrom('analysis_version')
    .select(['analysis_id', 'number', 'taken_at', 'shared_at'])
    .where('school_id', '=', actor.schoolId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ id, kind, school_year, made_at, meeting_id }) => ({
    id,
    kind: kind as AnalysisKind,
    schoolYear: school_year,
    madeAt: made_at,
    meetingId: meeting_id,
    versions: versions
      .filter(({ analysis_id }) => analysis_id === id)
      .map((one): VersionLine => ({ number: one.number, takenAt: one.taken_at, sharedAt: one.shared_at })),
  }))
}

async function loadReports(sql: Sql, actor: Actor, id: AnalysisId, number: number): Promise<Reports> {
  const { report } = await sql
    .selectFrom('analysis_version')
    .select('report')
    .where('analysis_id', '=', id)
    .where('number', '=', number)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirstOrThrow()
  return JSON.parse(report) as Reports
}

async function loadParts(sql: Sql, actor: Actor, id: AnalysisId, number: number) {
  const rows = await sql
    .selectFrom('analysis_part')
    .selectAll()
    .where('analysis_id', '=', id)
    .where('number', '=', number)
    .where('school_id', '=', actor.schoolId)
    .execute()
  const known = new Map(
    rows.map(({ part, is_in, words, revision }) => [part, { isIn: is_in === 1, words, revision }]),
  )
  return Object.fromEntries(PARTS.map((part) => [part, known.get(part) ?? NO_WORDS])) as Record<
    PartName,
    PartWords
  >
}
