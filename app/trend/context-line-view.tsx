import type { Language } from '../kernel/language.ts'
import { type SchoolYear, yearTitle } from '../kernel/school-year.ts'
import { contextAt, type SchoolContext } from './context.ts'
import { contextText, decimal } from './context-text.ts'

type LineProps = {
  context: SchoolContext
  language: Language
  /** The last year of the chart that it stands beside. */
  until: SchoolYear
  /** The reader may fill in what is missing. */
  mayChange: boolean
}

/** One line beside a chart: 'Schoolweging 31,5, spreiding 6,1, 212 leerlingen op school', and where it comes from. */
export function ContextLine({ context, language, until, mayChange }: LineProps) {
  const text = contextText(language).line
  const { weighting, spread, pupils } = contextAt(context, until)
  const known = [
    weighting && text.weighting(decimal(language, weighting.value), unless(until, weighting.schoolYear)),
    spread && text.spread(decimal(language, spread.value)),
    pupils && text.pupils(pupils.value),
  ].filter((part) => part !== null)
  return (
    <p class="noot">
      {weighting === null && `${text.none} `}
      {known.length > 0 && `${known.join(' · ')}. `}
      {(weighting !== null || mayChange) && (
        <a href="/trends/school">{weighting === null ? text.add : text.more}</a>
      )}
    </p>
  )
}

const unless = (until: SchoolYear, year: SchoolYear) => (year === until ? null : yearTitle(year))
