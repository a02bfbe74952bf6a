import type { Language } from '../kernel/language.ts'
import type { LineChart } from '../ui/chart.ts'
import { chartText, numberText, yearText } from './sentence-text.ts'
import { isValue, type ShownFigure } from './series.ts'
import type { SectionSheet } from './subject-sheet.ts'
import { subjectText } from './subject-text.ts'
import { trendText } from './trend-text.ts'

/** 'Groep 8, doorstroomtoets' */
export function sectionTitle({ section }: SectionSheet, language: Language): string {
  const text = subjectText(language)
  return text.section(section.yearGroup, text.moment[section.moment])
}

/** The chart of a year group over the years: a line for every series, not joined. */
export function sectionChart(sheet: SectionSheet, id: string, language: Language): LineChart {
  const { measure, stretches, statements, section } = sheet
  const points = stretches.flatMap((stretch) => stretch.points)
  const years = [...new Set(points.map(({ schoolYear }) => schoolYear))].sort()
  const title = `${section.subject}, ${sectionTitle(sheet, language)}: ${subjectText(language).measure[measure]}`
  const valuesOf = (some: typeof points) =>
    years.map((year) => {
      const at = some.find(({ schoolYear }) => schoolYear === year)?.at
      return at !== undefined && isValue(at) ? at : null
    })
  return {
    id,
    title,
    told: chartText(language, title, statements),
    steps: years.map((schoolYear, at) => {
      const n = stretches
        .map((stretch) => valuesOf([...stretch.points])[at]?.n)
        .find((one) => one !== undefined)
      return { label: yearText({ ...section, schoolYear }), under: n === undefined ? '' : `n ${n}` }
    }),
    lines: stretches.map((stretch) => {
      const values = valuesOf([...stretch.points])
      return {
        name: stretch.test,
        values: values.map((value) => value && value.value),
        bands: values.map((value) => value && value.band),
      }
    }),
    references: [],
    percent: measure === 'target' || measure === 'at1F',
    number: (value) => numberText(language, value, measure),
  }
}

/** The numbers of a year group, one row for each year and series. */
export function sectionTable({ figures, measure, section }: SectionSheet, language: Language) {
  const { column } = subjectText(language)
  const { hidden, none } = trendText(language)
  const told = <Of>(kept: Of | 'hidden' | null, of: (one: Of) => string) =>
    kept === 'hidden' ? hidden : kept === null ? none : of(kept)
  const share = (reached: number, n: number) => numberText(language, (100 * reached) / n, 'target')
  const score = (value: number | null) => (value === null ? none : numberText(language, value, 'mean'))
  const cells = ({ scores, references }: ShownFigure): string[] =>
    measure === 'target'
      ? [
          told(references, ({ n }) => String(n)),
          told(references, ({ at1F, n }) => share(at1F, n)),
          told(references, ({ atTarget, n }) => share(atTarget, n)),
        ]
      : [
          told(scores, ({ n }) => String(n)),
          told(scores, ({ mean }) => score(mean)),
          told(scores, ({ median }) => score(median)),
        ]
  const last = measure === 'target' ? [column.at1F, column.target] : [column.mean, column.median]
  return {
    head: [column.year, column.test, column.n, ...last],
    rows: figures.map((figure) => [
      yearText({ ...section, schoolYear: figure.schoolYear }),
      [figure.test, figure.norm].filter((part) => part !== '').join(', '),
      ...cells(figure),
    ]),
  }
}
