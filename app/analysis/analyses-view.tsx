import { dayOf, longDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { type SchoolYear, yearTitle } from '../kernel/school-year.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { SelectField } from '../ui/field.tsx'
import { Actions, Form } from '../ui/form.tsx'
import { Empty } from '../ui/notice.tsx'
import { ANALYSIS_KINDS, type AnalysisKind, type AnalysisLine, dayOfVersion } from './analysis.ts'
import { ANALYSES, analysisHref } from './analysis-sheet.ts'
import { analysisText } from './analysis-text.ts'
import { analysisTitle } from './report-words-view.ts'

/** Which analysis would be begun, and of which school years one can be. */
export type BeginChoice = {
  readonly kind: AnalysisKind
  readonly schoolYear: SchoolYear
  readonly years: readonly SchoolYear[]
}

export type AnalysesProps = {
  lines: readonly AnalysisLine[]
  language: Language
  /** Null: the reader does not write them. */
  begin: BeginChoice | null
}

/** The analyses that the reader may read, and for who coordinates the way to a new one. */
export function AnalysesView({ lines, language, begin }: AnalysesProps) {
  const text = analysisText(language)
  return (
    <>
      {lines.length === 0 && <Empty sentence={begin ? text.emptyForYou : text.empty} />}
      {lines.length > 0 && (
        <ul class="analyselijst">
          {lines.map((line) => (
            <AnalysisRow line={line} language={language} />
          ))}
        </ul>
      )}
      {begin && <BeginForm begin={begin} language={language} />}
    </>
  )
}

function AnalysisRow({ line, language }: { line: AnalysisLine; language: Language }) {
  const text = analysisText(language)
  const [newest] = line.versions
  if (!newest) return null
  const shared = line.versions.find(({ sharedAt }) => sharedAt !== null)?.sharedAt ?? null
  return (
    <li>
      <a href={analysisHref(line.id)}>{analysisTitle(line, language)}</a>
      <span class="noot">
        {[
          text.standOf(longDay(dayOfVersion(newest), language)),
          shared === null ? text.draft : text.sharedOn(longDay(dayOf(new Date(shared)), language)),
        ].join('. ')}
        .
      </span>
    </li>
  )
}

function BeginForm({ begin, language }: { begin: BeginChoice; language: Language }) {
  const text = analysisText(language)
  return (
    <section class="blok" aria-labelledby="begin">
      <h2 id="begin">{text.begin}</h2>
      <Form action={ANALYSES} labelledBy="begin">
        <ChoiceGroup
          legend={text.which}
          name="kind"
          choices={ANALYSIS_KINDS.map((kind) => ({
            value: kind,
            title: text.kind[kind],
            note: text.kindNote[kind],
          }))}
          chosen={[begin.kind]}
        />
        <SelectField
          name="year"
          label={text.schoolYear}
          value={begin.schoolYear}
          options={begin.years.map((year) => ({ value: year, label: yearTitle(year) }))}
        />
        <Actions>
          <Button>{text.make}</Button>
        </Actions>
      </Form>
    </section>
  )
}
