import type { Language } from '../kernel/language.ts'
import type { LineChart } from '../ui/chart.ts'
import type { BarChart } from '../ui/chart-bars.ts'
import type { Aim } from './aim.ts'
import { cohortStatements, cohortsOf, isFollowed } from './cohort.ts'
import { cohortChart, cohortTable, cohortTitle } from './cohort-chart-view.ts'
import type { ShownGrowth } from './growth.ts'
import { growthChart, growthTable, growthTitle } from './growth-chart-view.ts'
import { growthSections, growthStatements, growthStretches, hasValues } from './growth-line.ts'
import { levelStatements, levelsIn, scalesIn } from './levels.ts'
import { aimSentences, fewBars, levelBars, levelTable, referenceBars } from './levels-chart-view.ts'
import { sectionChart, sectionFile, sectionTable, sectionTitle } from './section-chart-view.ts'
import type { Statement } from './sentence.ts'
import { yearText } from './sentence-text.ts'
import type { ShownFigure } from './series.ts'
import type { Choice } from './subject-choice.ts'
import { type SectionSheet, trackSheets } from './subject-sheet.ts'
import { subjectText } from './subject-text.ts'
import type { TrendTable } from './trend-table-view.ts'
import { withTrack } from './years-chart-view.ts'

/** One thing to see of a subject: a chart, what it shows, its numbers, and what to choose to see it large. */
export type Panel = {
  readonly id: string
  /** Panels of one row stand beneath one heading. */
  readonly row: string
  readonly title: string
  /** What it is called where it stands alone. */
  readonly full: string
  /** Null: nothing of it may be shown. */
  readonly chart: LineChart | null
  readonly statements: readonly Statement[]
  readonly table: TrendTable
  readonly file: TrendTable
  readonly spreads: readonly Spread[]
  readonly choice: Choice
}

/** How pupils spread over levels. */
export type Spread = {
  /** `earlier`: on another scale, that the school used before. */
  readonly of: 'levels' | 'earlier' | 'references'
  readonly bars: BarChart
  readonly statements: readonly Statement[]
  /** What the school aims at on this scale, and where one reads more of it. */
  readonly aims: readonly { readonly href: string; readonly said: string }[]
  /** Which bars are of few pupils. */
  readonly few: readonly string[]
  /** Null: the numbers stand in the table of the panel. */
  readonly table: TrendTable | null
}

/** What may be shown of a school, as far as one subject needs it. */
export type Known = {
  readonly shown: readonly ShownFigure[]
  readonly growth: readonly ShownGrowth[]
  readonly aims: readonly Aim[]
}

/** What is to be seen of a subject, in the order of the school; one when one thing was chosen. */
export function panelsOf(subject: string, known: Known, choice: Choice, language: Language): Panel[] {
  if (choice.show === 'pupils') return cohortPanels(subject, known, choice, language)
  if (choice.show === 'growth') return growthPanels(subject, known, choice, language)
  const sheets = trackSheets(known.shown, subject, choice, known.aims)
  const levels = levelsIn(sheets.flatMap(({ figures }) => figures))
  return sheets.map((sheet, at) => sectionPanel(sheet, { at, levels, choice }, language))
}

type Where = { readonly at: number; readonly levels: ReturnType<typeof levelsIn>; readonly choice: Choice }

function sectionPanel(sheet: SectionSheet, { at, levels, choice }: Where, language: Language): Panel {
  const text = subjectText(language)
  const { yearGroup, moment } = sheet.section
  const id = `panel-${at + 1}`
  return {
    id,
    row: text.groupShort(yearGroup),
    title: withTrack(capital(text.moment[moment]), sheet.track),
    full: `${sectionTitle(sheet, language)}: ${text.measure[sheet.measure]}`,
    chart: hasValues(sheet.stretches) ? sectionChart(sheet, `${id}-chart`, language) : null,
    statements: sheet.statements,
    table: sectionTable(sheet, language),
    file: sectionFile(sheet, levels, language),
    spreads: spreadsOf(sheet, id, language),
    choice: { ...choice, yearGroup, moment },
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function spreadsOf(sheet: SectionSheet, id: string, language: Language): Spread[] {
  const [now = [], before] = scalesIn(sheet.figures)
  const references = referenceBars(sheet, `${id}-references`, language)
  return [
    ...levelSpread({ ...sheet, figures: now }, 'levels', id, language),
    ...(before ? levelSpread({ ...sheet, figures: before, levelAims: [] }, 'earlier', id, language) : []),
    ...(references
      ? [
          {
            of: 'references' as const,
            bars: references,
            statements: [],
            aims: [],
            few: fewIn(sheet, 'references', language),
            table: null,
          },
        ]
      : []),
  ]
}

function levelSpread(
  sheet: SectionSheet,
  of: 'levels' | 'earlier',
  id: string,
  language: Language,
): Spread[] {
  const bars = levelBars(sheet, `${id}-${of}`, language)
  if (!bars) return []
  const aims = sheet.levelAims.flatMap((aim) =>
    aimSentences([aim], language).map((said) => ({ href: aim.href, said })),
  )
  const statements = levelStatements(sheet.figures).filter(({ says }) => says !== 'few')
  const few = fewIn(sheet, 'levels', language)
  return [{ of, bars, statements, aims, few, table: levelTable(sheet, language) }]
}

const fewIn = ({ figures, section }: SectionSheet, of: 'levels' | 'references', language: Language) =>
  fewBars(figures, of, ({ schoolYear }) => yearText({ ...section, schoolYear }), language)

function cohortPanels(
  subject: string,
  { shown, growth }: Known,
  choice: Choice,
  language: Language,
): Panel[] {
  const measure = choice.measure ?? 'mean'
  const cohorts = cohortsOf(shown, growth, subject, measure).filter(isFollowed)
  return cohorts
    .filter(({ leaves }) => choice.leaves === null || leaves === choice.leaves)
    .map((cohort, at) => {
      const id = `panel-${at + 1}`
      const title = cohortTitle(cohort, language)
      const table = cohortTable(cohort, measure, language)
      const drawn = hasValues(cohort.stretches)
      return {
        id,
        row: '',
        title,
        full: `${title}: ${subjectText(language).measure[measure]}`,
        chart: drawn ? cohortChart({ id: `${id}-chart`, cohort, cohorts, subject, measure }, language) : null,
        statements: cohortStatements(cohort, measure),
        table,
        file: table,
        spreads: [],
        choice: { ...choice, leaves: cohort.leaves },
      }
    })
}

function growthPanels(subject: string, { growth }: Known, choice: Choice, language: Language): Panel[] {
  const text = subjectText(language)
  const { yearGroup, moment } = choice
  return growthSections(growth, subject)
    .filter(
      (one) =>
        (yearGroup === null || one.yearGroup === yearGroup) && (moment === null || one.moment === moment),
    )
    .map((section, at) => {
      const id = `panel-${at + 1}`
      const title = growthTitle(section, language)
      const table = growthTable(section, language)
      const drawn = hasValues(growthStretches(section))
      return {
        id,
        row: text.groupShort(section.yearGroup),
        title,
        full: `${title}: ${text.meanGrowth}`,
        chart: drawn ? growthChart(section, { id: `${id}-chart`, subject }, language) : null,
        statements: growthStatements(section),
        table,
        file: table,
        spreads: [],
        choice: { ...choice, yearGroup: section.yearGroup, moment: section.moment },
      }
    })
}

/** All numbers of several panels beneath each other, each row with what it is of. */
export function togetherTable(panels: readonly Panel[], language: Language): TrendTable {
  const head = panels[0]?.file.head ?? []
  return {
    head: [subjectText(language).column.what, ...head],
    rows: panels.flatMap(({ row, title, file }) =>
      file.rows.map((cells) => [[row, title].filter((part) => part !== '').join(', '), ...cells]),
    ),
  }
}
