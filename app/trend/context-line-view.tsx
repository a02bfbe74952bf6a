import type { Language } from '../kernel/language.ts'
import { type SchoolYear, yearTitle } from '../kernel/school-year.ts'
import { contextAt, type SchoolContext } from './context.ts'
import { contextText, decimal } from './context-text.ts'
import { type Both, isSame } from './published-beside.ts'
import type { LevelShare } from './reference-line.ts'
import { percentText } from './sentence-text.ts'

type LineProps = {
  context: SchoolContext
  language: Language
  /** The last year of the chart that it stands beside. */
  until: SchoolYear
  /** The reader may fill in what is missing. */
  mayChange: boolean
  /** Of which share of the levels the chart is. */
  share: LevelShare
  /** What the Inspectie published beside our own sum of the same years; null where there is none to be shown. */
  both: Both | null
}

/** One line beside a chart: 'Schoolweging 31,5, spreiding 6,1, 212 leerlingen op school', and where it comes from. */
export function ContextLine({ context, language, until, mayChange, share, both }: LineProps) {
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
      {both && `${bothText(both, share, language)} `}
      {(weighting !== null || mayChange) && (
        <a href="/trends/school">{weighting === null ? text.add : text.more}</a>
      )}
    </p>
  )
}

const unless = (until: SchoolYear, year: SchoolYear) => (year === until ? null : yearTitle(year))

function bothText({ own, said }: Both, share: LevelShare, language: Language): string {
  const { publishedOver, sameAsOurs, oursIs } = contextText(language).line
  const percent = (value: number) => percentText(language, decimal(language, Math.round(10 * value) / 10))
  const published = share === 'at1F' ? said.pct1F : said.pctTarget
  const years = `${own.years[0]?.slice(0, 4)}–${own.years.at(-1)?.slice(5)}`
  return `${publishedOver(years, percent(published))} ${isSame(own, said) ? sameAsOurs : oursIs(percent(own[share].value))}`
}
