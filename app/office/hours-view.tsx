import { clock, type Day, weekDay } from '../kernel/day.ts'
import { BackLink, Button } from '../ui/button.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { LONGEST_PLACE } from './appointment.ts'
import { WEEKDAYS } from './days.ts'
import { daysText } from './days-text.ts'
import type { DaysTried } from './days-view.tsx'
import { type Hours, type OfficeLine, TURNS } from './hours.ts'
import { byDay, dayWords, type OfficeEyes } from './office-sheet-view.ts'

export type HoursSheet = {
  readonly hours: readonly Hours[]
  /** Days without office hours, from today on. */
  readonly closed: readonly Day[]
  readonly ahead: readonly OfficeLine[]
  readonly tried: DaysTried | null
  readonly eyes: OfficeEyes
}
type Props = { sheet: HoursSheet }

const ACTION = '/office/hours'

/** Office hours of each week, days without, and what comes. */
export function HoursView({ sheet }: Props) {
  const { tried, eyes } = sheet
  return (
    <>
      <p>
        <BackLink href="/office">{daysText(eyes.language).back}</BackLink>
      </p>
      {tried && tried.field === null && (
        <Notice kind="refusal">
          <p>{tried.says}</p>
        </Notice>
      )}
      <div class="twee">
        <div class="kolom">
          <List sheet={sheet} />
          <Add sheet={sheet} />
          <Closed sheet={sheet} />
        </div>
        <div class="kolom">
          <Ahead lines={sheet.ahead} eyes={eyes} />
        </div>
      </div>
    </>
  )
}

/** '15:00' as the reader writes a clock. */
const clockIn = (value: string, { language }: OfficeEyes) =>
  language === 'nl' ? value.replace(':', '.') : value

function List({ sheet: { hours, eyes } }: Props) {
  const all = daysText(eyes.language)
  const text = all.hours
  const lineOf = ({ weekday, starts, ends }: Hours) =>
    text.line(all.weekdays[weekday - 1] ?? '', clockIn(starts, eyes), clockIn(ends, eyes))
  return (
    <section class="blok" aria-labelledby="k-uren">
      <h2 id="k-uren">{text.list}</h2>
      {hours.length === 0 ? (
        <p class="noot">{text.none}</p>
      ) : (
        <ul class="lossedagen">
          {hours.map((one) => (
            <li>
              <span>
                <b>{lineOf(one)}</b>
                <small>
                  {text.turns(one.minutes)}
                  {one.place && ` · ${one.place}`}
                </small>
              </span>
              <PostButton
                action={ACTION}
                hidden={{ act: 'drop', hours: one.id }}
                kind="link"
                about={lineOf(one)}
              >
                {text.drop}
              </PostButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Add({ sheet: { tried, eyes } }: Props) {
  const text = daysText(eyes.language).hours
  const mine = tried?.act === 'add' ? tried : null
  const field = (name: string, first = '') => ({
    name,
    value: mine?.values[name] ?? first,
    error: mine?.field === name ? mine.says : null,
  })
  return (
    <section class="blok" aria-labelledby="k-nieuw">
      <h2 id="k-nieuw">{text.add}</h2>
      <Form action={ACTION} id="hours" labelledBy="k-nieuw">
        <HiddenFields values={{ act: 'add' }} />
        <HoursFields field={field} eyes={eyes} />
        <Button icon="plus">{text.save}</Button>
      </Form>
    </section>
  )
}

type FieldOf = (name: string, first?: string) => { name: string; value: string; error: string | null }

function HoursFields({ field, eyes }: { field: FieldOf; eyes: OfficeEyes }) {
  const all = daysText(eyes.language)
  const text = all.hours
  return (
    <>
      <SelectField
        {...field('weekday', '1')}
        label={text.weekday}
        options={WEEKDAYS.map((day) => ({ value: String(day), label: all.weekdays[day - 1] ?? '' }))}
        narrow
      />
      <div class="tweeveld">
        <Field {...field('starts', '15:00')} type="time" label={text.starts} narrow />
        <Field {...field('ends', '16:00')} type="time" label={text.ends} narrow />
      </div>
      <SelectField
        {...field('minutes', '20')}
        label={text.minutes}
        options={TURNS.map((count) => ({ value: String(count), label: text.minute(count) }))}
        narrow
      />
      <Field
        {...field('place')}
        label={text.place}
        hint={text.placeHint}
        maxlength={LONGEST_PLACE}
        optional={eyes.language}
      />
    </>
  )
}

function Closed({ sheet: { closed, tried, eyes } }: Props) {
  const text = daysText(eyes.language).hours
  const mine = tried?.act === 'close' ? tried : null
  return (
    <section class="blok" aria-labelledby="k-dicht">
      <h2 id="k-dicht">{text.closed}</h2>
      <p class="noot">{text.closedNote}</p>
      <Form action={ACTION} id="closed" labelledBy="k-dicht">
        <HiddenFields values={{ act: 'close' }} />
        <Field
          type="date"
          name="day"
          label={text.closedDay}
          value={mine?.values['day']}
          error={mine?.says}
          narrow
        />
        <Button kind="quiet">{text.close}</Button>
      </Form>
      {closed.length > 0 && (
        <ul class="lossedagen">
          {closed.map((day) => (
            <li>
              <span>{weekDay(day, eyes.language)}</span>
              <PostButton
                action={ACTION}
                hidden={{ act: 'open', day }}
                kind="link"
                about={weekDay(day, eyes.language)}
              >
                {text.open}
              </PostButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Free turns and appointments by day, as they lie ahead. */
function Ahead({ lines, eyes }: { lines: readonly OfficeLine[]; eyes: OfficeEyes }) {
  const text = daysText(eyes.language).hours
  return (
    <section class="blok" aria-labelledby="k-komt">
      <h2 id="k-komt">{text.ahead}</h2>
      {lines.length === 0 && <p class="noot">{text.aheadNone}</p>}
      <OfficeLines lines={lines} eyes={eyes} />
    </section>
  )
}

/** The lines of office hours, with a knot for what is taken and an open one for what is free. */
export function OfficeLines({ lines, eyes }: { lines: readonly OfficeLine[]; eyes: OfficeEyes }) {
  const text = daysText(eyes.language).hours
  if (lines.length === 0) return null
  return (
    <ul class="spreek">
      {byDay(lines).map(({ first, ones }) => (
        <>
          <li class="dag">{dayWords(first, eyes)}</li>
          {ones.map(({ startsAt, appointment }) => (
            <li>
              <span class={appointment ? 'knoop' : 'knoop open'} aria-hidden="true" />
              <time datetime={startsAt}>{clock(startsAt, eyes.language)}</time>
              {appointment ? (
                <a href={`/office#a-${appointment.id}`}>{eyes.nameOf(appointment.guest)}</a>
              ) : (
                <span class="zacht">{text.free}</span>
              )}
            </li>
          ))}
        </>
      ))}
    </ul>
  )
}
