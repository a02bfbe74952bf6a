import type { Language } from '../kernel/language.ts'
import { previousYear, type SchoolYear, yearTitle } from '../kernel/school-year.ts'
import { Fold } from '../ui/details.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Table } from '../ui/table.tsx'
import { shownCell } from './columns.ts'
import type { SheetLook } from './file-look.ts'
import { importText } from './import-text.ts'
import { incomingText, wholeNumber } from './incoming-text.ts'
import { MOMENTS } from './result.ts'
import type { Columns } from './result-columns.ts'
import { resultFrom } from './result-row.ts'
import { LONGEST_TEST, MEASURES, MOST_TESTS, type TestColumn, type Wide } from './wide.ts'
import { shownPlaces, type WideNo, type WideTrouble } from './wide-choice.ts'
import { columnName, wideText } from './wide-text.ts'
import { UNFOLDED, Unfolding } from './wide-unfold.ts'

export type WideProps = {
  readonly look: SheetLook
  readonly columns: Columns
  readonly wide: Wide
  readonly troubles: readonly WideTrouble[]
  /** The form came back: only then is said what is still to be done. */
  readonly isRefused: boolean
  /** The last school year of which there can be results. */
  readonly latest: SchoolYear
  readonly language: Language
}

/** The field in which a trouble is mended. */
export function fieldOf(
  { why, at }: WideTrouble,
  { look, columns, wide }: Omit<WideProps, 'troubles'>,
): string {
  if (why === 'year-unsaid') return 'f-year'
  const place = at ?? shownPlaces(look, columns, wide)[0]
  if (place === undefined) return 'f-column-pupil'
  return `f-test-${place}-${FIELD[why]}`
}

const FIELD: Readonly<Record<Exclude<WideNo, 'year-unsaid'>, string>> = {
  'no-tests': 'what',
  'test-unnamed': 'name',
  'when-unsaid': 'when',
  'test-twice': 'what',
}

/** Of which school year the tests are, and what each column with a test holds; what is known is closed. */
export function WideFields(props: WideProps) {
  const { look, columns, wide, troubles, isRefused, language } = props
  const text = wideText(language)
  const places = shownPlaces(look, columns, wide)
  const isUnsaid = isRefused && troubles.some(({ why }) => why === 'year-unsaid')
  return (
    <>
      <SelectField
        name="year"
        label={text.year}
        hint={text.yearHint}
        none={text.yearNone}
        value={wide.year ?? ''}
        options={yearsFor(props).map((year) => ({ value: year, label: yearTitle(year) }))}
        error={isUnsaid ? text.no['year-unsaid'] : null}
      />
      <section class="inlees-toetsen">
        <h2>{text.tests}</h2>
        <p class="noot">{text.testsHint}</p>
        {places.map((at) => (
          <TestFold {...props} at={at} />
        ))}
        {places.length === MOST_TESTS && <p class="noot">{text.more(String(MOST_TESTS))}</p>}
      </section>
    </>
  )
}

const YEARS_SHOWN = 12

function yearsFor({ latest, wide: { year } }: WideProps): SchoolYear[] {
  const years = [latest]
  while (years.length < YEARS_SHOWN) years.push(previousYear(years.at(-1) ?? latest))
  return year === null || years.includes(year) ? years : [...years, year]
}

type TestFoldProps = WideProps & { readonly at: number }

function TestFold(props: TestFoldProps) {
  const { at, look, wide, troubles, language } = props
  const test = wide.tests.find((one) => one.at === at)
  const name = columnName(look.headings, at, language)
  const said = test ? shortOf(test, language) : wideText(language).skip
  return (
    <Fold summary={<Becomes name={name} said={said} />} open={troubles.some((one) => one.at === at)}>
      <fieldset class="inlees-toets">
        <legend class="vh">{name}</legend>
        <WhatField {...props} test={test} />
        <TestFields {...props} test={test ?? look.guess.tests.find((one) => one.at === at)} />
      </fieldset>
    </Fold>
  )
}

/** A column, and what it is read as. */
const Becomes = ({ name, said }: { name: string; said: string }) => (
  <>
    {name} <small>→ {said}</small>
  </>
)

type OfTestProps = TestFoldProps & { readonly test: TestColumn | undefined }

/** What to do about a column, when the form came back. */
function noOf({ at, troubles, isRefused, language }: OfTestProps, why: WideNo): string | null {
  const isSo = isRefused && troubles.some((one) => one.at === at && one.why === why)
  return isSo ? wideText(language).no[why] : null
}

function WhatField(props: OfTestProps) {
  const { at, test, language } = props
  const text = wideText(language)
  return (
    <SelectField
      name={`test-${at}-what`}
      label={text.what}
      hint={cellsOf(props)}
      none={text.skip}
      value={test?.measure ?? ''}
      options={MEASURES.map((value) => ({ value, label: text.measure[value] }))}
      error={noOf(props, 'test-twice')}
    />
  )
}

/** Of which test it is; of a column that isn't taken in what it seems to be. */
function TestFields(props: OfTestProps) {
  const { at, test, language } = props
  const text = wideText(language)
  return (
    <>
      <Field
        name={`test-${at}-name`}
        label={text.name}
        hint={text.nameHint}
        value={test?.test ?? ''}
        maxlength={LONGEST_TEST}
        error={noOf(props, 'test-unnamed')}
      />
      <SelectField
        name={`test-${at}-when`}
        label={text.when}
        none={text.whenNone}
        value={test?.moment ? `${test.moment}${test.yearGroup ?? ''}` : ''}
        options={whens(language)}
        error={noOf(props, 'when-unsaid')}
      />
      <SelectField
        name={`test-${at}-ago`}
        label={text.ago}
        value={String(test?.yearsAgo ?? 0)}
        options={AGO.map((years) => ({ value: String(years), label: agoText(years, language) }))}
      />
    </>
  )
}

const AGO = [0, 1, 2, 3, 4, 5, 6, 7] as const
const GROUPS = [1, 2, 3, 4, 5, 6, 7, 8] as const

function agoText(years: number, language: Language): string {
  const text = wideText(language)
  return years === 0 ? text.agoNone : years === 1 ? text.agoOne : text.agoMore(years)
}

/** Each moment of each year group, and those of which the row says the year group; a doorstroomtoets is of group 8. */
function whens(language: Language) {
  const text = wideText(language)
  return MOMENTS.flatMap((moment) => {
    const name = text.moment[moment]
    if (moment === 'D') return [{ value: 'D8', label: name }]
    const own = { value: moment as string, label: text.ofPupil(name) }
    const named = GROUPS.map((group) => `${moment}${group}`)
    return [own, ...named.map((value, at) => ({ value, label: text.ofGroup(name, GROUPS[at] ?? 1) }))]
  })
}

function shortOf({ test, moment, yearGroup, measure, yearsAgo }: TestColumn, language: Language): string {
  const text = wideText(language)
  const name = moment && text.moment[moment].toLowerCase()
  const when = name && (moment === 'D' || yearGroup === null ? name : text.ofGroup(name, yearGroup))
  const ago = yearsAgo > 0 ? agoText(yearsAgo, language) : null
  return [test || '?', when, ago, text.short[measure]].filter((part) => part !== null).join(', ')
}

/** A few cells; of what is not taken in their shape alone. */
function cellsOf({ at, look, test, language }: OfTestProps): string | undefined {
  const cells = look.rows
    .map((row) => shownCell(row.cells[at] ?? '', test?.measure ?? null))
    .filter((cell) => cell !== '')
  if (cells.length === 0) return undefined
  return wideText(language).cells([...new Set(cells)].slice(0, CELLS_SHOWN).join(' · '))
}

const CELLS_SHOWN = 3
const MOST_SHOWN = 15

/** The results that come out of the first rows. */
export function WidePreview({ look, columns, wide, language }: Omit<WideProps, 'troubles' | 'isRefused'>) {
  const text = wideText(language)
  const { kind, row } = incomingText(language)
  const unfolding = new Unfolding(columns, wide)
  const rows = look.rows.flatMap(({ at, cells }) =>
    unfolding.rows(cells).map((one) => shownRow(at, one, language)),
  )
  const reached = [kind.score, text.level, kind.reference]
  const head = [row, kind.pupil, kind.test, text.when, ...reached, kind.schoolYear, kind.group, kind.subject]
  return (
    <section class="blok">
      <h2>{text.preview}</h2>
      <p class="noot">{rows.length === 0 ? text.previewNone : text.previewNote}</p>
      {rows.length > 0 && (
        <Table caption={text.preview} hiddenCaption head={head} rows={rows.slice(0, MOST_SHOWN)} />
      )}
    </section>
  )
}

type Unfolded = ReturnType<Unfolding['rows']>[number]

function shownRow(at: number, { cells, no }: Unfolded, language: Language): string[] {
  const read = no ?? resultFrom(cells, UNFOLDED)
  const pupil = shownCell(cells[UNFOLDED.pupil] ?? '', 'pupil')
  if (typeof read === 'string') {
    const test = `${cells[UNFOLDED.test]}: ${importText(language).row[read]}`
    return [String(at), pupil, test, '', '', '', '', '', '', '']
  }
  const { group, test, subject, moment, yearGroup, schoolYear, score, level, reference } = read
  const reached = [score === null ? '' : wholeNumber(language, score), level ?? '', reference ?? '']
  const of = [yearTitle(schoolYear), group ?? '', subject]
  return [String(at), pupil, test, `${moment}${yearGroup}`, ...reached, ...of]
}
