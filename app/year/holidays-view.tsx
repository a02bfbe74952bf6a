import { longDay } from '../kernel/day.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { REGIONS } from '../school/school.ts'
import { BackLink, Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Actions, Form, HiddenFields } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import type { FreeDays, FreeRow } from './free-days.ts'
import { type HolidayTried, longName, OwnDayForm, RowForm, triedOf } from './holiday-form-view.tsx'
import { holidaysOf } from './holidays.ts'
import { planningText } from './planning-text.ts'
import { yearActText, yearSentence } from './year-act-text.ts'

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
      <section class="blok vakanties" aria-labelledby="v-own">
        <h2 id="v-own">{text.own}</h2>
        <Rows {...props} rows={shown.filter((one) => one.kind === 'own')} />
        <OwnDayForm {...props} />
      </section>
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
  const isTried = triedOf(tried, row) !== null
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

function daysOf({ from, to }: FreeRow, language: Language) {
  if (from === null || to === null) return '–'
  return from === to ? longDay(from, language) : `${longDay(from, language)} – ${longDay(to, language)}`
}
