import type { Language } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { TestMoment } from '../result/result.ts'
import { subjectName } from '../result/subject-name.ts'
import type { Section } from '../trend/cross-section.ts'
import type { ShownGrowth } from '../trend/growth.ts'
import { sectionText } from '../trend/section-text.ts'
import { type Statement, shown, spanOf } from '../trend/sentence.ts'
import { fewIn, numberText, say, yearText } from '../trend/sentence-text.ts'
import type { Kept, Measure, Place, Scores, Series, ShownFigure } from '../trend/series.ts'
import { type MatrixRow, matrixOf, yearBefore } from './matrix.ts'
import { numbersText } from './numbers-text.ts'
import { type Cell, EMPTY_PART, type ReportPart, type ReportTable } from './report.ts'

/** What is looked at: one school year, at the moments that the analysis is about. */
export type Focus = { readonly schoolYear: SchoolYear; readonly moments: readonly TestMoment[] }

/** What is said of the figures of a year: which subject stays behind, and what goes up or down year after year. */
export type SubjectsSaid = {
  readonly lowest: readonly Statement[]
  readonly runs: readonly { readonly section: Section; readonly measure: Measure; readonly run: Run }[]
}

type Run = Extract<Statement, { says: 'run' }>

/** Subject by subject: every year group at the moments of the analysis, each beside the year before. */
export function subjectsPart(
  shown: readonly ShownFigure[],
  said: SubjectsSaid,
  focus: Focus,
  language: Language,
): ReportPart {
  const { moments, schoolYear } = focus
  return {
    ...EMPTY_PART,
    sentences: [
      ...said.lowest.map((one) => say(language, one)),
      ...said.runs.map((one) => runText(one, language)),
    ],
    tables: moments.flatMap((moment) => {
      const now = shown.filter((one) => one.schoolYear === schoolYear && one.moment === moment)
      return [...levelTable(shown, now, language), ...scoreTable(shown, now, language)]
    }),
  }
}

function runText({ section, measure, run }: SubjectsSaid['runs'][number], language: Language): string {
  const span = spanOf(run)
  const few = span ? fewIn(language, [span.from, span.to]) : ''
  const said = lowered(say(language, run, 'bare'))
  return `${sectionText(language, { ...section, measure })}: ${said}${few === '' ? '' : ` ${few}`}`
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

const momentText = ({ moment, schoolYear }: Place, language: Language) =>
  numbersText(language).moment[moment](yearText({ moment, schoolYear }))

const bare = (text: string): Cell => ({ text, n: null, was: null })
const rowName = ({ subject, test }: Pick<MatrixRow<unknown>, 'subject' | 'test'>, language: Language) => {
  const name = subjectName(language, subject)
  return test === null ? name : `${name} (${test})`
}

/** The doorstroomtoets is of year group 8 alone; any other row says of which one it is. */
const placedName = (row: MatrixRow<unknown>, { moment, yearGroup }: Place, language: Language) =>
  moment === 'D'
    ? rowName(row, language)
    : `${rowName(row, language)}, ${lowered(numbersText(language).group(yearGroup))}`

/** Of tests with reference levels: how many reach them, a column for each. */
function levelTable(
  all: readonly ShownFigure[],
  now: readonly ShownFigure[],
  language: Language,
): ReportTable[] {
  const text = numbersText(language)
  const rows = matrixOf(now.filter(({ references }) => references !== null)).rows.flatMap((row) =>
    [...row.byGroup.values()].map((figure) => ({ row, figure })),
  )
  const [first] = rows
  if (!first || rows.every(({ figure }) => figure.references === 'hidden')) return []
  const cell = (figure: ShownFigure, share: 'at1F' | 'target') =>
    cellOf(
      figure.references,
      yearBefore(all, figure)?.references ?? null,
      language,
      ({ n, [REACHED[share]]: reached }) => numberText(language, (100 * reached) / n, share),
    )
  return [
    {
      caption: text.levels(momentText(first.figure, language)),
      head: [text.subject, text.levelColumn.at1F, text.levelColumn.target],
      rows: rows.map(({ row, figure }) => ({
        name: placedName(row, figure, language),
        cells: [cell(figure, 'at1F'), cell(figure, 'target')],
      })),
      note: text.levelNote,
    },
  ]
}

const REACHED = { at1F: 'at1F', target: 'atTarget' } as const

/** The mean of every year group; of a doorstroomtoets its levels say enough. */
function scoreTable(
  all: readonly ShownFigure[],
  now: readonly ShownFigure[],
  language: Language,
): ReportTable[] {
  const text = numbersText(language)
  const scored = now.filter(
    ({ moment, scores, references }) => scores !== null && (moment !== 'D' || references === null),
  )
  if (scored.every(({ scores }) => scores === 'hidden')) return []
  return matrixTable(scored, language, {
    caption: text.scores,
    note: text.scoreNote,
    cell: (figure) =>
      cellOf<Scores>(figure.scores, yearBefore(all, figure)?.scores ?? null, language, ({ mean }) =>
        numberText(language, mean, 'mean'),
      ),
  })
}

/** How much the same pupils grew, every year group beside the year before. */
export function growthPart(growth: readonly ShownGrowth[], focus: Focus, language: Language): ReportPart {
  const text = numbersText(language)
  const of = growth.filter(
    (one) => one.schoolYear === focus.schoolYear && focus.moments.includes(one.moment) && one.group === null,
  )
  const tables = focus.moments.flatMap((moment) => {
    const now = of.filter((one) => one.moment === moment)
    if (now.every((one) => one.growth === 'hidden')) return []
    return matrixTable(now, language, {
      caption: text.growth,
      note: text.growthNote,
      cell: (one) =>
        cellOf(one.growth, yearBefore(growth, one)?.growth ?? null, language, ({ mean }) =>
          signed(numberText(language, mean, 'mean'), mean),
        ),
    })
  })
  const hides = of.some((one) => one.growth === 'hidden')
  return { ...EMPTY_PART, tables, sentences: hides ? [text.growthHidden] : [] }
}

const signed = (text: string, value: number) => (shown(value) > 0 ? `+${text}` : text.replace('-', '−'))

type Drawn<Of> = {
  readonly caption: (moment: string) => string
  readonly note: string
  readonly cell: (one: Of) => Cell
}

function matrixTable<Of extends Place & Series>(
  things: readonly Of[],
  language: Language,
  drawn: Drawn<Of>,
): ReportTable[] {
  const [first] = things
  if (!first) return []
  const text = numbersText(language)
  const { yearGroups, rows } = matrixOf(things)
  return [
    {
      caption: drawn.caption(momentText(first, language)),
      head: [text.subject, ...yearGroups.map((yearGroup) => text.group(yearGroup))],
      rows: rows.map((row) => ({
        name: rowName(row, language),
        cells: yearGroups.map((yearGroup) => {
          const one = row.byGroup.get(yearGroup)
          return one ? drawn.cell(one) : bare(text.none)
        }),
      })),
      note: drawn.note,
    },
  ]
}

/** What may be shown of now, and of the year before beside it. */
function cellOf<Of extends { readonly n: number }>(
  now: Kept<Of>,
  before: Kept<Of>,
  language: Language,
  told: (one: Of) => string,
): Cell {
  const text = numbersText(language)
  if (now === 'hidden' || now === null) return bare(now === null ? text.none : text.hidden)
  const was = before === null || before === 'hidden' ? null : text.was(told(before), before.n)
  return { text: told(now), n: now.n, was }
}
