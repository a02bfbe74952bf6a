import { longDay } from '../kernel/day.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { firstDay, lastDay, nextYear } from '../kernel/school-year.ts'
import { REGIONS } from '../school/school.ts'
import { BackLink, Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Field } from '../ui/field.tsx'
import { Actions, Form, HiddenFields } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { nameOfSpan } from './free-day-text.ts'
import type { FreeDays, FreeRow } from './free-days.ts'
import { holidaysOf } from './holidays.ts'
import { planningText } from './planning-text.ts'
import { LONGEST } from './year.ts'
import { yearActText, yearSentence } from './year-act-text.ts'
import type { YearNo } from './year-may.ts'

export type HolidayTried = {
  readonly key: string
  readonly form: { readonly name: string; readonly from: string; readonly to: string }
  readonly no: YearNo
}

type HolidaysProps = {
  free: FreeDays
  shown: readonly FreeRow[]
  tried: HolidayTried | null
  title: string
  language: Language
  terms: Terms
}

/** When the school is free: its region, the published holidays, feast days, and what it adds itself. */
export function HolidaysView(props: HolidaysProps) {
  const { free, shown, tried, title, language, terms } = props
  const text = planningText(language)
  const published = holidaysOf(free.schoolYear)
  const parts = [
    ['holiday', text.published],
    ['feast', text.feasts],
  ] as const
  return (
    <>
      <PageHead title={title} under={text.holidaysUnder} />
      <p>
        <BackLink href={`/year?year=${free.schoolYear}`}>{yearActText(language).back}</BackLink>
      </p>
      {tried && (
        <Notice kind="refusal" title={yearActText(language).look}>
          <p>{yearSentence(tried.no, language, terms)}</p>
        </Notice>
      )}
      <RegionForm free={free} language={language} />
      {!published && <Notice>{text.noDates}</Notice>}
      {parts.map(([kind, head]) => (
        <section class="blok vakanties" aria-labelledby={`v-${kind}`}>
          <h2 id={`v-${kind}`}>{head}</h2>
          <Rows {...props} rows={shown.filter((one) => one.kind === kind)} />
        </section>
      ))}
      <OwnDays {...props} />
      {published && (
        <p class="noot">
          {(published.isReadThere ? text.source : text.unsure)(longDay(published.readOn, language))}
        </p>
      )}
    </>
  )
}

function RegionForm({ free, language }: Pick<HolidaysProps, 'free' | 'language'>) {
  const text = planningText(language)
  return (
    <Form action="/year/holidays" label={text.region}>
      <HiddenFields values={{ year: free.schoolYear }} />
      <ChoiceGroup
        legend={text.region}
        hint={text.regionHint}
        name="region"
        choices={REGIONS.map((region) => ({ value: region, title: text.regions[region] }))}
        chosen={free.regionIsGuessed ? [] : [free.region]}
      />
      <Actions>
        <Button name="act" value="region">
          {text.keepRegion}
        </Button>
      </Actions>
    </Form>
  )
}

function Rows({ rows, ...props }: HolidaysProps & { rows: readonly FreeRow[] }) {
  return (
    <ul class="data">
      {rows.map((row) => (
        <li>
          <Row {...props} row={row} />
        </li>
      ))}
    </ul>
  )
}

/** One line with its days, and folded the form that changes them. */
function Row({ row, ...props }: HolidaysProps & { row: FreeRow }) {
  const { tried, language } = props
  const text = planningText(language)
  const name = longName(row, props.free, language)
  const isTried = tried?.key === row.key
  return (
    <>
      <b>{name}</b>
      <div>
        <span>{daysOf(row, language)}</span>
        {row.isOwn && row.kind !== 'own' && (
          <small> · {row.from === null ? text.notFreeNow : text.changedByYou}</small>
        )}
        <Fold summary={text.change} open={isTried} id={`h-${row.schoolYear}-${row.key}`}>
          <RowForm {...props} row={row} />
        </Fold>
      </div>
    </>
  )
}

/** The summer before has the year behind its name: there are two. */
const longName = (row: FreeRow, free: FreeDays, language: Language) =>
  row.schoolYear === free.schoolYear
    ? nameOfSpan(row, language)
    : `${nameOfSpan(row, language)} ${row.schoolYear.slice(5)}`

function daysOf({ from, to }: FreeRow, language: Language) {
  if (from === null || to === null) return '–'
  return from === to ? longDay(from, language) : `${longDay(from, language)} – ${longDay(to, language)}`
}

function RowForm({ row, free, tried, language, terms }: HolidaysProps & { row: FreeRow }) {
  const text = planningText(language)
  const mine = tried?.key === row.key ? tried : null
  const error = (name: string) =>
    mine && 'field' in mine.no && mine.no.field === name ? yearSentence(mine.no, language, terms) : null
  const id = (name: string) => `${name}-${row.schoolYear}-${row.key}`
  const most = row.key === 'summer' ? lastDay(nextYear(row.schoolYear)) : lastDay(row.schoolYear)
  const day = { type: 'date' as const, narrow: true, min: firstDay(row.schoolYear), max: most }
  return (
    <Form action="/year/holidays" label={longName(row, free, language)}>
      <HiddenFields values={{ year: free.schoolYear, of: row.schoolYear, key: row.key, name: row.name }} />
      <div class="rij dagvelden">
        <Field
          name="from"
          id={id('from')}
          {...day}
          label={text.from}
          value={mine?.form.from ?? row.from}
          error={error('from')}
        />
        <Field
          name="to"
          id={id('to')}
          {...day}
          label={text.to}
          value={mine?.form.to ?? row.to}
          error={error('to')}
        />
      </div>
      <Actions>
        <Button name="act" value="give" about={text.saveAbout(nameOfSpan(row, language))}>
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

function OwnDays(props: HolidaysProps) {
  const { free, shown, tried, language, terms } = props
  const text = planningText(language)
  const mine = tried && tried.key === '' ? tried : null
  const error = (name: string) =>
    mine && 'field' in mine.no && mine.no.field === name ? yearSentence(mine.no, language, terms) : null
  const day = {
    type: 'date' as const,
    narrow: true,
    min: firstDay(free.schoolYear),
    max: lastDay(free.schoolYear),
  }
  return (
    <section class="blok vakanties" aria-labelledby="v-own">
      <h2 id="v-own">{text.own}</h2>
      <Rows {...props} rows={shown.filter((one) => one.kind === 'own')} />
      <Form action="/year/holidays" labelledBy="v-own">
        <HiddenFields values={{ year: free.schoolYear, key: '' }} />
        <Field
          name="name"
          label={text.name}
          value={mine?.form.name}
          error={error('name')}
          maxlength={LONGEST.title}
        />
        <div class="rij dagvelden">
          <Field name="from" {...day} label={text.from} value={mine?.form.from} error={error('from')} />
          <Field
            name="to"
            {...day}
            label={text.to}
            optional={language}
            value={mine?.form.to}
            error={error('to')}
          />
        </div>
        <Actions>
          <Button kind="quiet" name="act" value="give" icon="plus">
            {text.addOwn}
          </Button>
        </Actions>
      </Form>
    </section>
  )
}
