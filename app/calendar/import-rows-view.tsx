import { clock, weekDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { type SchoolYear, yearTitle } from '../kernel/school-year.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { Empty } from '../ui/notice.tsx'
import { FEAST_KEYS } from '../year/feast-days.ts'
import { freeDayText } from '../year/free-day-text.ts'
import { HOLIDAY_KEYS } from '../year/holiday-span.ts'
import { ITEM_KINDS } from '../year/year.ts'
import { yearText } from '../year/year-text.ts'
import type { ImportRow, ImportSheet } from './import.ts'
import { rowValue } from './import-form.ts'
import { becomesValue } from './import-kind.ts'
import { importText } from './import-text.ts'

export type ChooseRows = {
  readonly sheet: ImportSheet
  readonly year: SchoolYear
  readonly name: string
  readonly unreadable: number
  readonly zones: readonly string[]
  readonly language: Language
}

/** What was found in a file: what is recognised stands ticked, the rest does not. */
export function ChooseRowsView(props: ChooseRows) {
  const { sheet, year, name, language } = props
  const text = importText(language)
  if (sheet.rows.length === 0)
    return (
      <>
        <Empty sentence={text.none(yearTitle(year))} />
        <LeftOut {...props} />
      </>
    )
  const open = sheet.rows.filter(({ state }) => state !== 'there')
  const there = sheet.rows.filter(({ state }) => state === 'there')
  const known = open.filter(({ isKnown, state }) => isKnown || state === 'moved')
  const other = open.filter((row) => !known.includes(row))
  return (
    <Form action="/year/import" class="formulier inlees" label={text.title}>
      <HiddenFields values={{ act: 'take', year, name }} />
      <p class="noot">{text.noPupils}</p>
      {known.length > 0 && (
        <section aria-labelledby="k-bekend">
          <h2 id="k-bekend">{text.known}</h2>
          <Rows rows={known} sheet={sheet} language={language} />
        </section>
      )}
      {other.length > 0 && (
        <Fold summary={text.other(other.length)} open={known.length === 0}>
          <p class="noot">{text.otherNote}</p>
          <Rows rows={other} sheet={sheet} language={language} />
        </Fold>
      )}
      {open.length > 0 && <Button>{text.take}</Button>}
      <There rows={there} language={language} />
      <LeftOut {...props} />
    </Form>
  )
}

type RowsProps = { rows: readonly ImportRow[]; sheet: ImportSheet; language: Language }

function Rows({ rows, sheet, language }: RowsProps) {
  return (
    <ul class="inlees-rijen">
      {rows.map((row) => (
        <Row row={row} place={sheet.rows.indexOf(row)} language={language} />
      ))}
    </ul>
  )
}

function Row({ row, place, language }: { row: ImportRow; place: number; language: Language }) {
  const text = importText(language)
  const isTicked = row.state === 'moved' || (row.isKnown && row.state === 'new')
  return (
    <li>
      <label class="regel" for={`neem-${place}`}>
        <input
          type="checkbox"
          name="take"
          value={String(place)}
          id={`neem-${place}`}
          checked={isTicked ? true : undefined}
        />
        <span>
          <b>{row.title}</b>
          <small>{whenOf(row, language)}</small>
          {noteOf(row, language) && <small class="noot">{noteOf(row, language)}</small>}
        </span>
      </label>
      <input type="hidden" name={`row-${place}`} value={rowValue(row)} />
      <SelectField
        name={`as-${place}`}
        id={`als-${place}`}
        label={`${text.becomes}: ${row.title}`}
        hiddenLabel
        value={becomesValue(row.becomes)}
        options={becomesOptions(language)}
      />
    </li>
  )
}

function becomesOptions(language: Language) {
  const { name } = freeDayText(language)
  const { kind } = yearText(language)
  return [
    ...ITEM_KINDS.map((one) => ({ value: `item-${one}`, label: kind[one] })),
    ...[...HOLIDAY_KEYS, ...FEAST_KEYS].map((one) => ({ value: `free-${one}`, label: name[one] })),
    { value: 'free-own', label: importText(language).free },
  ]
}

function whenOf({ from, to, startsAt, endsAt, place }: ImportRow, language: Language) {
  const text = importText(language)
  const days =
    from === to ? weekDay(from, language) : text.span(weekDay(from, language), weekDay(to, language))
  const hours = startsAt && endsAt ? text.hours(clock(startsAt, language), clock(endsAt, language)) : ''
  return [days, hours, place].filter((part) => part !== '').join(', ')
}

function noteOf({ state, was, becomes }: ImportRow, language: Language) {
  const text = importText(language)
  if (state === 'removed') return text.removed
  if (!was) return null
  const before =
    was.from === was.to
      ? weekDay(was.from, language)
      : text.span(weekDay(was.from, language), weekDay(was.to, language))
  return becomes.as === 'free' ? text.holidayMoved(before) : text.moved(before)
}

function There({ rows, language }: { rows: readonly ImportRow[]; language: Language }) {
  const text = importText(language)
  if (rows.length === 0) return null
  return (
    <Fold summary={text.there(rows.length)}>
      <ul class="punten">
        {rows.map((row) => (
          <li>
            {row.title}, {whenOf(row, language)}
          </li>
        ))}
      </ul>
    </Fold>
  )
}

function LeftOut({ sheet: { leftOut }, unreadable, zones, language }: ChooseRows) {
  const text = importText(language)
  const lines = [
    leftOut.repeated > 0 && text.repeated(leftOut.repeated),
    leftOut.untitled > 0 && text.untitled(leftOut.untitled),
    leftOut.long > 0 && text.long(leftOut.long),
    leftOut.more > 0 && text.more(leftOut.more),
    unreadable > 0 && text.unreadable(unreadable),
    zones.length > 0 && text.zones(zones.join(', ')),
  ].filter((line) => line !== false)
  if (lines.length === 0) return null
  return (
    <Fold summary={text.leftOut}>
      <ul class="punten">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </Fold>
  )
}
