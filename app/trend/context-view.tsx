import type { Language } from '../kernel/language.ts'
import { type SchoolYear, yearTitle } from '../kernel/school-year.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Actions, Form, HiddenFields } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { type ContextRefusal, LONGEST_NOTE, type YearContext } from './context.ts'
import { contextText, decimal } from './context-text.ts'

type TableProps = {
  years: readonly YearContext[]
  language: Language
  /** In words: who filled a year in, and when. */
  saidBy: (year: YearContext) => string
}

/** Weighting, spread and numbers of every school year that has any, and below them where they come from. */
export function ContextTable({ years, language, saidBy }: TableProps) {
  const text = contextText(language)
  if (years.length === 0) return <p>{text.noYears}</p>
  const shown = (value: number | null | undefined) => (value == null ? text.none : decimal(language, value))
  const { column } = text
  return (
    <div class="schoolnaast">
      <Table
        caption={text.caption}
        hiddenCaption
        head={[column.year, column.weighting, column.spread, column.pupils]}
        figures={[1, 2, 3]}
        rows={years.map((year) => [
          yearTitle(year.schoolYear),
          shown(year.weighting?.value),
          shown(year.spread),
          shown(year.pupils),
        ])}
      />
      <h3>{text.from}</h3>
      <ul class="bronnen noot">
        {sourcesOf(years, (year) => sourceOf(year, text, saidBy)).map((source) => (
          <li>{`${source.years}: ${source.words}.`}</li>
        ))}
      </ul>
    </div>
  )
}

const sourceOf = (year: YearContext, text: ReturnType<typeof contextText>, saidBy: TableProps['saidBy']) =>
  [
    ...(year.weighting?.from === 'inspection' ? [text.fromInspection] : []),
    ...(hasTyped(year) ? [saidBy(year)] : []),
    ...(year.note === null ? [] : [year.note]),
  ].join('. ')

const hasTyped = ({ weighting, spread, pupils }: YearContext) =>
  weighting?.from === 'typed' || spread !== null || pupils !== null

type Source = { readonly years: string; readonly words: string }

/** Years with the same source stand together. */
const sourcesOf = (years: readonly YearContext[], wordsOf: (year: YearContext) => string): Source[] =>
  [...Map.groupBy(years, wordsOf)].map(([words, some]) => ({
    words,
    years: some.map(({ schoolYear }) => yearTitle(schoolYear)).join(', '),
  }))

/** What stands in the fields: as it was typed, or as it is stored. */
export type YearValues = {
  readonly weighting: string
  readonly spread: string
  readonly pupils: string
  readonly note: string
}

type FormProps = {
  schoolYear: SchoolYear
  /** The years that can be filled in, newest first. */
  choices: readonly SchoolYear[]
  values: YearValues
  /** When the year was last changed, as the form knows it; '' when nothing stands there. */
  changedAt: string
  refusals: readonly ContextRefusal[]
  language: Language
}

/** The numbers of one school year, to fill in. */
export function YearForm({ schoolYear, choices, values, changedAt, refusals, language }: FormProps) {
  const text = contextText(language)
  const error = (field: string) => {
    const found = refusals.find((one) => one.field === field)
    return found ? text.refused[found.refused] : null
  }
  const title = text.changeYear(yearTitle(schoolYear))
  return (
    <section class="blok" aria-labelledby="change">
      <h2 id="change">{text.change}</h2>
      <YearLinks choices={choices} now={schoolYear} label={text.otherYear} />
      <Form action="/trends/school" label={title}>
        <h3>{title}</h3>
        <p class="noot">{text.mayBeEmpty}</p>
        <HiddenFields values={{ year: schoolYear, changedAt }} />
        <Numbers {...{ values, error, language }} />
        <Field
          name="note"
          label={text.note}
          hint={text.noteHint}
          value={values.note}
          error={error('note')}
          maxlength={LONGEST_NOTE}
        />
        <Actions>
          <Button name="act" value="save">
            {text.save}
          </Button>
        </Actions>
      </Form>
    </section>
  )
}

type NumbersProps = Pick<FormProps, 'values' | 'language'> & { error: (field: string) => string | null }

function Numbers({ values, error, language }: NumbersProps) {
  const text = contextText(language)
  return (
    <div class="schoolgetallen">
      <Field
        name="weighting"
        label={text.weighting}
        hint={text.weightingHint}
        value={values.weighting}
        error={error('weighting')}
        inputmode="decimal"
        maxlength={8}
      />
      <Field
        name="spread"
        label={text.spread}
        hint={text.spreadHint}
        value={values.spread}
        error={error('spread')}
        inputmode="decimal"
        maxlength={8}
      />
      <Field
        name="pupils"
        label={text.pupils}
        hint={text.pupilsHint}
        value={values.pupils}
        error={error('pupils')}
        inputmode="numeric"
        maxlength={6}
      />
    </div>
  )
}

type LinksProps = { choices: readonly SchoolYear[]; now: SchoolYear; label: string }

function YearLinks({ choices, now, label }: LinksProps) {
  return (
    <nav aria-label={label}>
      <ul class="schooljaren">
        {choices.map((year) => (
          <li>
            <a href={`/trends/school?year=${year}#change`} aria-current={year === now ? 'true' : undefined}>
              {yearTitle(year)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
