import type { Language, Terms } from '../kernel/language.ts'
import { firstDay, lastDay, nextYear, type SchoolYear } from '../kernel/school-year.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Actions, Form, HiddenFields } from '../ui/form.tsx'
import { nameOfSpan } from './free-day-text.ts'
import type { FreeDays, FreeRow } from './free-days.ts'
import { planningText } from './planning-text.ts'
import { LONGEST } from './year.ts'
import { yearSentence } from './year-act-text.ts'
import type { YearNo } from './year-may.ts'

/** What was sent about free days and not taken; `key` is '' for a new day of the school's own. */
export type HolidayTried = {
  readonly key: string
  readonly of: string
  readonly form: { readonly name: string; readonly from: string; readonly to: string }
  readonly no: YearNo
}

export type HolidayFormProps = {
  free: FreeDays
  tried: HolidayTried | null
  language: Language
  terms: Terms
}

/** What was sent about this row; null: about another one, or nothing. */
export const triedOf = (tried: HolidayTried | null, { key, schoolYear }: FreeRow) =>
  tried?.key === key && tried.of === schoolYear ? tried : null

/** The summer before has the year behind its name: there are two. */
export const longName = (row: FreeRow, free: FreeDays, language: Language) =>
  row.schoolYear === free.schoolYear
    ? nameOfSpan(row, language)
    : `${nameOfSpan(row, language)} ${row.schoolYear.slice(5)}`

type DaysProps = HolidayFormProps & {
  /** Makes the ids of the fields of one row. */
  row: { readonly schoolYear: SchoolYear; readonly key: string }
  mine: HolidayTried | null
  from: string | null
  to: string | null
}

/** First and last day; a summer may end in the next school year. */
function DaysFields({ row, mine, from, to, language, terms }: DaysProps) {
  const text = planningText(language)
  const { schoolYear, key } = row
  const max = lastDay(key === 'summer' ? nextYear(schoolYear) : schoolYear)
  const field = (name: 'from' | 'to', stands: string | null) => ({
    name,
    id: `${name}-${schoolYear}-${key}`,
    type: 'date' as const,
    narrow: true,
    min: firstDay(schoolYear),
    max,
    value: mine?.form[name] ?? stands,
    error: errorAt(mine, name, language, terms),
  })
  return (
    <div class="rij dagvelden">
      <Field {...field('from', from)} label={text.from} />
      <Field {...field('to', to)} label={text.to} />
    </div>
  )
}

const errorAt = (mine: HolidayTried | null, name: string, language: Language, terms: Terms) =>
  mine && 'field' in mine.no && mine.no.field === name ? yearSentence(mine.no, language, terms) : null

/** The form that changes one row of free days. */
export function RowForm({ row, ...props }: HolidayFormProps & { row: FreeRow }) {
  const { free, tried, language } = props
  const text = planningText(language)
  const name = longName(row, free, language)
  return (
    <Form action="/year/holidays" label={name}>
      <HiddenFields values={{ year: free.schoolYear, of: row.schoolYear, key: row.key, name: row.name }} />
      <DaysFields {...props} row={row} mine={triedOf(tried, row)} from={row.from} to={row.to} />
      <Actions>
        <Button name="act" value="give" about={text.saveAbout(name)}>
          {text.save}
        </Button>
        {row.kind !== 'own' && row.from !== null && (
          <Button kind="link" name="act" value="not-free">
            {text.notFree}
          </Button>
        )}
        {row.isOwn && (
          <Button kind="link" name="act" value="reset">
            {row.kind === 'own' ? text.take : text.asPublished}
          </Button>
        )}
      </Actions>
    </Form>
  )
}

/** A free day of the school's own. */
export function OwnDayForm(props: HolidayFormProps) {
  const { free, tried, language, terms } = props
  const text = planningText(language)
  const mine = tried?.key === '' ? tried : null
  return (
    <Form action="/year/holidays" labelledBy="v-own">
      <HiddenFields values={{ year: free.schoolYear, key: '' }} />
      <Field
        name="name"
        label={text.name}
        value={mine?.form.name}
        error={errorAt(mine, 'name', language, terms)}
        maxlength={LONGEST.title}
      />
      <DaysFields
        {...props}
        row={{ schoolYear: free.schoolYear, key: 'new' }}
        {...{ mine, from: null, to: null }}
      />
      <Actions>
        <Button kind="quiet" name="act" value="give" icon="plus">
          {text.addOwn}
        </Button>
      </Actions>
    </Form>
  )
}
