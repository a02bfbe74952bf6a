import type { Language } from '../kernel/language.ts'
import { nextYear, type SchoolYear } from '../kernel/school-year.ts'
import { wilson } from '../trend/wilson.ts'
import type { ChartValues, LineChart } from '../ui/chart.ts'
import { isShareMeasure, measureOf } from './ambition.ts'
import type { AmbitionSheet } from './ambition-sheet.ts'
import { ambitionText } from './ambition-text.ts'
import type { Measured, YearOf } from './measured.ts'
import { ambitionTitle, byText, placeText, standText, valueText } from './stand-text.ts'

/** The years that were measured, up to the one for which it is meant, with the ambition as the line to get to. */
export function ambitionChart(sheet: AmbitionSheet, years: readonly YearOf[], language: Language): LineChart {
  const { ambition } = sheet
  const { about, to, by } = ambition
  const text = ambitionText(language)
  const title = ambitionTitle(language, ambition)
  const steps = stepsUntil(years, by)
  const at = steps.map((year) => seenIn(years, year))
  const isShare = isShareMeasure(measureOf(about))
  const values: ChartValues = at.map((one) => one?.value ?? null)
  return {
    id: 'ambition',
    title,
    told: text.chart(title, standText(language, sheet)),
    steps: steps.map((year, step) => ({
      label: byText(about, year),
      under: at[step] ? `n ${at[step].n}` : '',
    })),
    lines: [
      {
        name: placeText(language, about),
        values,
        few: at.map((one) => one !== null && one.caution !== null),
        bands: at.map((one) => (one && isShare ? wilson(one.value / 100, one.n) : null)),
      },
    ],
    behind: [],
    references: [{ look: 'ambition', name: text.oneOf, values: steps.map(() => to) }],
    marks: [],
    scale: isShare ? 'share' : 'score',
    number: (value) => valueText(language, about, value),
  }
}

const seenIn = (years: readonly YearOf[], year: SchoolYear): Measured | null => {
  const at = years.find(({ schoolYear }) => schoolYear === year)?.at
  return at === undefined || at === 'hidden' ? null : at
}

/** Every school year from the first figure on. */
function stepsUntil(years: readonly YearOf[], by: SchoolYear): SchoolYear[] {
  const last = years.at(-1)?.schoolYear ?? by
  const steps = [years[0]?.schoolYear ?? by]
  while ((steps.at(-1) ?? by) < (last > by ? last : by)) steps.push(nextYear(steps.at(-1) ?? by))
  return steps
}
