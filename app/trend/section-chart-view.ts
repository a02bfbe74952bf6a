import type { Language } from '../kernel/language.ts'
import type { Level } from '../result/result.ts'
import { subjectName } from '../result/subject-name.ts'
import type { LineChart } from '../ui/chart.ts'
import { isOnScale } from './levels.ts'
import { numberText, yearText } from './sentence-text.ts'
import type { Place, ShownFigure } from './series.ts'
import type { SectionSheet } from './subject-sheet.ts'
import { subjectText } from './subject-text.ts'
import { fewWords, type TrendTable, worstOf } from './trend-table-view.ts'
import { trendText } from './trend-text.ts'
import { seriesText, withTrack, yearsChart } from './years-chart-view.ts'

/** 'Groep 8, doorstroomtoets'; of one group with its name: 'Groep 6, midden van het jaar (6A)' */
export function sectionTitle(
  { section, track }: Pick<SectionSheet, 'section' | 'track'>,
  language: Language,
): string {
  const text = subjectText(language)
  const title = withTrack(text.section(section.yearGroup, text.moment[section.moment]), track)
  return section.group ? `${title} (${section.group})` : title
}

/** With its subject in front: 'Rekenen, groep 8, doorstroomtoets'. */
export const sectionName = (sheet: Pick<SectionSheet, 'section' | 'track'>, language: Language): string =>
  inSubject(sheet.section.subject, sectionTitle(sheet, language), language)

/** What is seen of a subject, behind its name: 'Rekenen, van M6 naar E6'. */
export const inSubject = (subject: string, seen: string, language: Language): string =>
  `${subjectName(language, subject)}, ${seen.charAt(0).toLowerCase()}${seen.slice(1)}`

/** The chart of a year group over the years: a line for every series, not joined. */
export function sectionChart(sheet: SectionSheet, id: string, language: Language): LineChart {
  const { measure, section } = sheet
  const title = `${sectionName(sheet, language)}: ${subjectText(language).measure[measure]}`
  return yearsChart({ ...sheet, id, title, moment: section.moment }, language)
}

/** The numbers of a year group, one row for each year and series. */
export function sectionTable({ figures, measure, section }: SectionSheet, language: Language): TrendTable {
  const part = measure === 'target' || measure === 'at1F' ? levelCells : scoreCells
  return tableOf(figures, section, [part], language)
}

/** All numbers of a year group, for a file: scores, reference levels, and how pupils spread over these levels. */
export const sectionFile = (
  { figures, section }: SectionSheet,
  levels: readonly Level[],
  language: Language,
): TrendTable => tableOf(figures, section, [fileScores, fileLevels, spreadCells(levels)], language)

/** Cells of a figure; `head` names them. */
type Cells = {
  readonly head: (column: Column) => string[]
  readonly cells: (figure: ShownFigure, language: Language) => string[]
  /** Which part of a figure they are of. */
  readonly of: 'scores' | 'levels' | 'references'
}
type Column = ReturnType<typeof subjectText>['column']

function tableOf(
  figures: readonly ShownFigure[],
  { moment }: Pick<Place, 'moment'>,
  parts: readonly Cells[],
  language: Language,
): TrendTable {
  const { column } = subjectText(language)
  return {
    head: [
      column.year,
      column.test,
      ...parts.flatMap(({ head }) => head(column)),
      trendText(language).column.note,
    ],
    rows: figures.map((figure) => [
      yearText({ moment, schoolYear: figure.schoolYear }),
      seriesText(figure, language),
      ...parts.flatMap(({ cells }) => cells(figure, language)),
      fewWords(worstOf(...parts.map(({ of }) => figure[of])), language),
    ]),
  }
}

const scoreCells: Cells = {
  of: 'scores',
  head: ({ n, mean, median }) => [n, mean, median],
  cells: ({ scores }, language) => {
    const score = (value: number | null) =>
      value === null ? trendText(language).none : numberText(language, value, 'mean')
    return told(scores, 3, ({ n, mean, median }) => [String(n), score(mean), score(median)], language)
  },
}

const levelCells: Cells = {
  of: 'references',
  head: ({ n, at1F, target }) => [n, at1F, target],
  cells: ({ references }, language) => {
    const share = (reached: number, n: number) => numberText(language, (100 * reached) / n, 'target')
    return told(
      references,
      3,
      ({ n, at1F, atTarget }) => [String(n), share(at1F, n), share(atTarget, n)],
      language,
    )
  },
}

const fileScores: Cells = {
  ...scoreCells,
  head: ({ nScore, mean, median }) => [nScore, mean, median],
}

const percent = (language: Language, part: number, n: number) =>
  numberText(language, (100 * part) / n, 'mean')

const fileLevels: Cells = {
  of: 'references',
  head: ({ nLevel, at1F, target }) => [nLevel, `${at1F} (%)`, `${target} (%)`],
  cells: ({ references }, language) =>
    told(
      references,
      3,
      ({ n, at1F, atTarget }) => [String(n), percent(language, at1F, n), percent(language, atTarget, n)],
      language,
    ),
}

const spreadCells = (names: readonly Level[]): Cells => ({
  of: 'levels',
  head: () => names.map((name) => `${name} (%)`),
  cells: ({ levels }, language) =>
    told(
      levels,
      names.length,
      ({ n, counts }) =>
        names.map((name) =>
          isOnScale(counts, name) ? percent(language, counts.get(name) ?? 0, n) : trendText(language).none,
        ),
      language,
    ),
})

/** Cells of what may be shown; the same word in each when it may not, or wasn't measured. */
function told<Of>(
  kept: Of | 'hidden' | null,
  cells: number,
  of: (one: Of) => string[],
  language: Language,
): string[] {
  if (kept !== null && kept !== 'hidden') return of(kept)
  const { hidden, none } = trendText(language)
  return Array.from({ length: cells }, () => (kept === 'hidden' ? hidden : none))
}
