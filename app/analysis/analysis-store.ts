import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type AnalysisId, type MeetingId, newId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Actor } from '../session/actor.ts'
import {
  type Analysis,
  type AnalysisKind,
  type AnalysisRefusal,
  isShared,
  LONGEST_WORDS,
  MOST_VERSIONS,
  type PartWords,
} from './analysis.ts'
import { type AnalysisBecause, mayWriteAnalysis } from './analysis-may.ts'
import { readAnalysis } from './analysis-read-store.ts'
import { isEmptyReport, PARTS, type PartName, type Reports } from './report.ts'

/** Sole writer of analysis, analysis_version and analysis_part. It holds nobody's name, and nothing of a pupil. */

export type AnalysisNo =
  | Refusal<AnalysisRefusal>
  | { readonly refused: 'may-not'; readonly because: AnalysisBecause }

type Begun = { readonly kind: AnalysisKind; readonly schoolYear: SchoolYear; readonly reports: Reports }

/** Begins an analysis with the numbers of now. Begun before, the one that is there: it is made once. */
export function beginAnalysis(
  db: Db,
  actor: Actor,
  { kind, schoolYear, reports }: Begun,
  now: Moment,
): Promise<AnalysisId | AnalysisNo> {
  return writing<AnalysisId>(db, actor, async (sql) => {
    const there = await sql
      .selectFrom('analysis')
      .select('id')
      .where('school_id', '=', actor.schoolId)
      .where('kind', '=', kind)
      .where('school_year', '=', schoolYear)
      .executeTakeFirst()
    if (there) return there.id
    if (isEmptyReport(reports.nl)) return refuse('nothing-yet')
    const id = newId<'analysis'>()
    const row = { id, school_id: actor.schoolId, kind, school_year: schoolYear }
    await sql
      .insertInto('analysis')
      .values({ ...row, made_at: now, meeting_id: null })
      .execute()
    await insertVersion(sql, actor, id, 1, reports, now)
    return id
  })
}

const insertVersion = (
  sql: Sql,
  actor: Actor,
  id: AnalysisId,
  number: number,
  reports: Reports,
  now: Moment,
) =>
  sql
    .insertInto('analysis_version')
    .values({
      analysis_id: id,
      number,
      school_id: actor.schoolId,
      taken_at: now,
      report: JSON.stringify(reports),
      shared_at: null,
    })
    .execute()

/** One writer at a time in a school, and only who may. */
async function writing<Done, No = never>(
  db: Db,
  actor: Actor,
  act: (sql: Sql, tx: Db) => Promise<Done | No | AnalysisNo>,
): Promise<Done | No | AnalysisNo> {
  const may = mayWriteAnalysis(actor)
  if (!may.may) return { refused: 'may-not', because: may.because }
  return db.write<Done | No | AnalysisNo>(actor, async (sql, tx) => {
    await tx.hold(`analyses ${actor.schoolId}`)
    return act(sql, tx)
  })
}

/** The version on which the page stood. */
export type WhichVersion = { readonly id: AnalysisId; readonly number: number }

export type InAnalysis = { readonly sql: Sql; readonly tx: Db; readonly analysis: Analysis }

/** An act on the newest version; refused when the page showed another one. */
export function onAnalysis<Done, No = never>(
  db: Db,
  actor: Actor,
  { id, number }: WhichVersion,
  act: (at: InAnalysis) => Promise<Done | No | AnalysisNo>,
): Promise<Done | No | AnalysisNo> {
  return writing<Done, No>(db, actor, async (sql, tx) => {
    const analysis = await readAnalysis(tx, actor, id)
    if (analysis === null) return refuse('gone')
    if (analysis.version.number !== number) return refuse('old-version')
    return act({ sql, tx, analysis })
  })
}

/** The numbers of now as a new version, with the same words; the one before it stays as it was. */
export const takeAnew = (
  db: Db,
  actor: Actor,
  which: WhichVersion,
  reports: Reports,
  now: Moment,
): Promise<'done' | AnalysisNo> =>
  onAnalysis<'done'>(db, actor, which, async ({ sql, analysis }) => {
    if (analysis.versions.length >= MOST_VERSIONS) return refuse('too-many-versions')
    const number = which.number + 1
    await insertVersion(sql, actor, which.id, number, reports, now)
    for (const part of PARTS) {
      const { isIn, words } = analysis.parts[part]
      if (!isIn || words !== '')
        await putPart(sql, actor, { id: which.id, number }, part, { isIn, words, revision: 1 })
    }
    return 'done'
  })

/** Words that were typed beside others that were saved since: nothing is stored. */
export type WordsClash = { readonly clash: PartWords }

/** What the coordinator says with a part. `base`: the revision from which was typed. */
export const writeWords = (
  db: Db,
  actor: Actor,
  which: WhichVersion,
  { part, words, base }: { readonly part: PartName; readonly words: string; readonly base: number },
): Promise<'done' | WordsClash | AnalysisNo> =>
  onAnalysis<'done' | WordsClash>(db, actor, which, async ({ sql, analysis }) => {
    const there = analysis.parts[part]
    if (words.length > LONGEST_WORDS) return refuse('words-too-long', part)
    if (words === there.words) return 'done'
    if (base !== there.revision) return { clash: there }
    await putPart(sql, actor, which, part, { ...there, words, revision: there.revision + 1 })
    return 'done'
  })

/** Takes a part in, or leaves it out. */
export const choosePart = (
  db: Db,
  actor: Actor,
  which: WhichVersion,
  part: PartName,
  isIn: boolean,
): Promise<'done' | AnalysisNo> =>
  onAnalysis<'done'>(db, actor, which, async ({ sql, analysis }) => {
    await putPart(sql, actor, which, part, { ...analysis.parts[part], isIn })
    return 'done'
  })

async function putPart(
  sql: Sql,
  actor: Actor,
  { id, number }: WhichVersion,
  part: PartName,
  { isIn, words, revision }: PartWords,
) {
  const set = { is_in: isIn ? 1 : 0, words, revision }
  await sql
    .insertInto('analysis_part')
    .values({ analysis_id: id, number, school_id: actor.schoolId, part, ...set })
    .onConflict((conflict) => conflict.columns(['analysis_id', 'number', 'part']).doUpdateSet(set))
    .execute()
}

/** From now on the team reads this version; or no longer. */
export const shareVersion = (
  db: Db,
  actor: Actor,
  which: WhichVersion,
  sharedAt: Moment | null,
): Promise<'done' | AnalysisNo> =>
  onAnalysis<'done'>(db, actor, which, async ({ sql, analysis }) => {
    if (sharedAt !== null && analysis.version.sharedAt !== null) return 'done'
    await sql
      .updateTable('analysis_version')
      .set({ shared_at: sharedAt })
      .where('analysis_id', '=', which.id)
      .where('number', '=', which.number)
      .where('school_id', '=', actor.schoolId)
      .execute()
    return 'done'
  })

/** Writes on which agenda it stands; inside an act on the analysis. */
export const writeMeeting = (sql: Sql, actor: Actor, id: AnalysisId, meetingId: MeetingId) =>
  sql
    .updateTable('analysis')
    .set({ meeting_id: meetingId })
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()

/** Throws an analysis away that the team does not read. */
export const discardAnalysis = (db: Db, actor: Actor, which: WhichVersion): Promise<'done' | AnalysisNo> =>
  onAnalysis<'done'>(db, actor, which, async ({ sql, analysis }) => {
    if (isShared(analysis)) return refuse('is-shared')
    await removeAnalyses(sql, actor, [which.id])
    return 'done'
  })

/** Inside the caller's transaction. */
export async function removeAnalyses(sql: Sql, actor: Actor, ids: readonly AnalysisId[]): Promise<void> {
  if (ids.length === 0) return
  for (const table of ['analysis_part', 'analysis_version'] as const)
    await sql
      .deleteFrom(table)
      .where('analysis_id', 'in', [...ids])
      .where('school_id', '=', actor.schoolId)
      .execute()
  await sql
    .deleteFrom('analysis')
    .where('id', 'in', [...ids])
    .where('school_id', '=', actor.schoolId)
    .execute()
}
