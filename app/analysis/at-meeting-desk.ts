import type { Db } from '../db/database.ts'
import type { PointRoom } from '../deciding/item-point-slot-desk.ts'
import { longDay } from '../kernel/day.ts'
import { type AnalysisId, parseId, type SchoolId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { writeRich } from '../kernel/rich.ts'
import type { SheetPiece } from '../meeting/sheet-piece.ts'
import { anybodyOf } from '../plan/plan-sight.ts'
import { type Analysis, type AnalysisLine, dayOfVersion } from './analysis.ts'
import { loadLines, readAnalysis } from './analysis-read-store.ts'
import { analysisHref } from './analysis-sheet.ts'
import { analysisText } from './analysis-text.ts'
import { analysisTitle } from './report-words-view.ts'

/** What the room sees of an analysis on its agenda: what the whole team reads of it, in the newest shared version. */
export const analysisPoints: PointRoom = {
  pieces: async (db, schoolId, { subjectId }, language) => {
    const line = await lineOf(db, schoolId, parseId<'analysis'>(subjectId))
    if (line === null) return null
    const analysis = await readAnalysis(db, anybodyOf(schoolId), line.id)
    if (analysis) return piecesOf(analysis, language)
    return [{ label: '', before: null, text: analysisText(language).pointNotShared }]
  },

  titles: async (db, schoolId, { subjectId }) => {
    const line = await lineOf(db, schoolId, parseId<'analysis'>(subjectId))
    return line && { nl: analysisTitle(line, 'nl'), en: analysisTitle(line, 'en') }
  },
}

/** Also one that is not shared (any more). */
async function lineOf(db: Db, schoolId: SchoolId, id: AnalysisId | null): Promise<AnalysisLine | null> {
  if (id === null) return null
  const lines = await db.read({ schoolId }, (sql) => loadLines(sql, anybodyOf(schoolId)))
  return lines.find((one) => one.id === id) ?? null
}

/** The day of the numbers, where the school stands, and what the coordinator takes from it. */
function piecesOf(analysis: Analysis, language: Language): SheetPiece[] {
  const text = analysisText(language)
  const { standing, closing } = analysis.parts
  const said = standing.isIn ? analysis.reports[language].standing.sentences : []
  const day = longDay(dayOfVersion(analysis.version), language)
  const pieces = [
    pieceOf(text.point, [text.pointText(day)]),
    pieceOf(text.part.standing, said),
    { label: text.part.closing, before: null, text: closing.isIn ? closing.words : '' },
  ].filter((piece) => piece.text !== '')
  const more = { href: analysisHref(analysis.id), words: text.toAnalysis }
  return pieces.map((piece, at) => (at === pieces.length - 1 ? { ...piece, more } : piece))
}

const pieceOf = (label: string, lines: readonly string[]): SheetPiece => ({
  label,
  before: null,
  text: writeRich(lines.map((line) => ({ kind: 'paragraph', runs: [{ text: line }] }))),
})
