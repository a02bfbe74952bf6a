import { monthName } from '../kernel/day.ts'
import type { Language, Terms } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { BackLink, Button } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Actions, Form, HiddenFields } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { planningText } from './planning-text.ts'
import { type LineForm, MOST_LINES, type TemplateLine } from './template.ts'
import { ITEM_KINDS, LONGEST } from './year.ts'
import { yearActText, yearSentence } from './year-act-text.ts'
import type { YearNo } from './year-may.ts'
import { yearPageText } from './year-page-text.ts'
import { yearText } from './year-text.ts'

type Row = LineForm & { readonly key: string }
/** What was sent and not taken; `at`: which row it is about, -1 for all of it. */
export type TemplateTried = { readonly rows: readonly Row[]; readonly no: YearNo; readonly at: number }

type TemplateProps = {
  lines: readonly TemplateLine[]
  isOwn: boolean
  tried: TemplateTried | null
  schoolYear: SchoolYear
  language: Language
  terms: Terms
}

/** The template as one form: a row for each thing that comes back every year, and an empty one. */
export function TemplateView(props: TemplateProps) {
  const { lines, isOwn, tried, schoolYear, language, terms } = props
  const text = planningText(language)
  const rows = tried && tried.rows.length > 0 ? tried.rows : lines.map(rowOf)
  const withNew = rows.some(({ key }) => key === 'new') || rows.length >= MOST_LINES ? rows : [...rows, EMPTY]
  return (
    <>
      <PageHead title={text.templateTitle} under={text.templateUnder} />
      <p>
        <BackLink href={`/year/new?year=${schoolYear}`}>{yearActText(language).back}</BackLink>
      </p>
      {tried && (
        <Notice kind="refusal" title={yearActText(language).look}>
          <p>{yearSentence(tried.no, language, terms)}</p>
        </Notice>
      )}
      {!isOwn && <p class="noot">{text.builtIn}</p>}
      <p class="noot" id="week-hint">
        {text.weekHint}
      </p>
      <Form action="/year/template" label={text.templateTitle}>
        <HiddenFields values={{ year: schoolYear }} />
        {withNew.map((row, place) => (
          <RowFields {...props} row={row} place={place} />
        ))}
        <Actions>
          <Button name="act" value="save">
            {text.saveTemplate}
          </Button>
          {isOwn && (
            <Button kind="link" name="act" value="built-in">
              {text.toBuiltIn}
            </Button>
          )}
        </Actions>
      </Form>
    </>
  )
}

const EMPTY: Row = {
  key: 'new',
  kind: '',
  title: '',
  note: '',
  anchor: '9',
  week: '1',
  weekday: '1',
  days: '1',
}

const rowOf = (line: TemplateLine): Row => ({
  key: line.key,
  kind: line.kind,
  title: line.title,
  note: line.note,
  anchor: String(line.anchor),
  week: String(line.week),
  weekday: String(line.weekday),
  days: String(line.days),
})

function RowFields({ row, place, tried, language, terms }: TemplateProps & { row: Row; place: number }) {
  const text = planningText(language)
  const isNew = row.key === 'new'
  const no = tried?.at === place ? tried.no : null
  const field = (name: keyof LineForm) => ({
    name: `${name}.${row.key}`,
    id: `${name}-${row.key}`,
    value: row[name],
    error: no && 'field' in no && no.field === name ? yearSentence(no, language, terms) : null,
  })
  const kinds = ITEM_KINDS.map((kind) => ({ value: kind, label: yearText(language).kind[kind] }))
  return (
    <fieldset class="sjabloonregel">
      <legend>
        {isNew ? text.newLine : row.title || kinds.find(({ value }) => value === row.kind)?.label}
      </legend>
      <HiddenFields values={{ key: row.key }} />
      <div class="sjabloonwoorden">
        <SelectField {...field('kind')} label={text.kind} options={kinds} none={isNew ? '–' : undefined} />
        <Field {...field('title')} label={text.title} maxlength={LONGEST.title} />
        <Field {...field('note')} label={text.note} optional={language} maxlength={LONGEST.note} />
      </div>
      <div class="sjabloondag">
        <SelectField {...field('anchor')} label={text.anchor} options={anchors(language)} />
        <Field {...field('week')} label={text.week} type="number" min={-8} max={8} describedBy="week-hint" />
        <SelectField {...field('weekday')} label={text.weekday} options={weekdays(language)} />
        <Field {...field('days')} label={text.days} type="number" min={1} max={60} />
      </div>
      {!isNew && <Check name={`drop.${row.key}`} label={text.drop} />}
    </fieldset>
  )
}

/** August first, as the school year goes. */
function anchors(language: Language) {
  const { anchors: words } = planningText(language)
  const months = Array.from({ length: 12 }, (_, place) => ((place + 7) % 12) + 1)
  return [
    { value: 'start', label: words.start },
    ...months.map((month) => ({
      value: String(month),
      label: monthName(`2026-${String(month).padStart(2, '0')}`, language).split(' ')[0] ?? '',
    })),
    { value: 'end', label: words.end },
  ]
}

const weekdays = (language: Language) =>
  yearPageText(language)
    .weekdays.slice(0, 5)
    .map((label, place) => ({ value: String(place + 1), label }))
