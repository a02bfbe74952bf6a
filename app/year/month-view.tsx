import { type Day, monthName, weekDay } from '../kernel/day.ts'
import { weekNumber } from '../kernel/days.ts'
import { capital } from '../kernel/sentence.ts'
import { ArrowLink, BackLink } from '../ui/button.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { dayAndMonth } from './circle-view.tsx'
import { nameOfSpan } from './free-day-text.ts'
import { Troubles } from './trouble-view.tsx'
import type { YearMoment } from './year.ts'
import { moveHref, timeOf } from './year-line-view.tsx'
import { monthNames, type SheetDay, sheetOf } from './year-list.ts'
import { yearPageText } from './year-page-text.ts'
import { actOf, type YearSheet } from './year-sheet.ts'
import { titleOf } from './year-text.ts'
import { Around, Says, YearHead } from './year-view.tsx'

type MonthProps = { sheet: YearSheet; month: string }

/** One month as a sheet of weeks. With script a moment is dragged to another day, or moved with the arrow keys. */
export function MonthView({ sheet, month }: MonthProps) {
  const text = yearPageText(sheet.language)
  return (
    <>
      <YearHead sheet={sheet} view="month" />
      <Says sheet={sheet} />
      <MonthNavigation sheet={sheet} month={month} />
      <year-mover data-started={text.dragStarted('%')} data-stopped={text.dragStopped}>
        <p class="vh" role="status" />
        <MonthSheet sheet={sheet} month={month} />
        <form action="/year/move" method="post" hidden>
          <HiddenFields values={{ uid: '', from: '', day: '', month }} />
        </form>
      </year-mover>
      <MoveHint sheet={sheet} month={month} />
      <Troubles sheet={sheet} />
      <Around sheet={sheet} />
    </>
  )
}

function MonthSheet({ sheet, month }: MonthProps) {
  const { language, moments, free, today } = sheet
  const text = yearPageText(language)
  return (
    <table class="maandblad">
      <caption>{capital(monthName(month, language))}</caption>
      <thead>
        <tr>
          <th scope="col" class="weeknr">
            <span class="vh">{text.weekColumn}</span>
          </th>
          {text.weekdays.map((name, place) => (
            <th scope="col" abbr={name}>
              {text.weekdaysShort[place]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sheetOf(month, moments, free, today).map((week) => (
          <tr>
            <th scope="row" class="weeknr">
              <span class="vh">{text.weekColumn} </span>
              {weekNumber(week[0]?.day ?? today)}
            </th>
            {week.map((one) => (
              <DayCell one={one} sheet={sheet} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MoveHint({ sheet, month }: MonthProps) {
  const movable = sheet.moments.some(
    (one) => one.from.startsWith(month) && one.from >= sheet.today && isMovable(sheet, one),
  )
  return movable ? <p class="noot sleepzin">{yearPageText(sheet.language).dragHint}</p> : null
}

const isMovable = (sheet: YearSheet, moment: YearMoment) => {
  const act = actOf(sheet, moment)
  return act === 'move' || act === 'propose'
}

function MonthNavigation({ sheet, month }: MonthProps) {
  const { schoolYear, language } = sheet
  const text = yearPageText(language)
  const months = monthNames(schoolYear)
  const place = months.indexOf(month)
  const [before, after] = [months[place - 1], months[place + 1]]
  const href = (one: string) => `/year?month=${one}`
  return (
    <nav class="maandweg" aria-label={text.months}>
      {before && <BackLink href={href(before)}>{monthOnly(before, language)}</BackLink>}
      {after && <ArrowLink href={href(after)}>{monthOnly(after, language)}</ArrowLink>}
    </nav>
  )
}

const monthOnly = (month: string, language: YearSheet['language']) =>
  capital(monthName(month, language).split(' ')[0] ?? '')

/** A free day that begins a holiday, or the month: the others are left out where days stand one below the other. */
const beginsFree = ({ day, free }: SheetDay) => free !== null && (free.from === day || day.endsWith('-01'))

const DayName = ({ day, language }: { day: Day; language: YearSheet['language'] }) => (
  <>
    <time datetime={day}>{Number(day.slice(8))}</time>
    <span class="dagnaam">{capital(weekDay(day, language))}</span>
  </>
)

type CellProps = { one: SheetDay; sheet: YearSheet }

function DayCell({ one, sheet }: CellProps) {
  const { language, mayPlan, schoolYear } = sheet
  const text = yearPageText(language)
  if (!one.isOfMonth) return <td class="elders" data-day={one.day} />
  const classes = [one.free || one.isWeekend ? 'vrij' : '', one.isToday ? 'nu' : '']
  const isEmpty = one.moments.length === 0 && !one.isToday && !beginsFree(one)
  return (
    <td
      class={[...classes, isEmpty ? 'leeg' : ''].filter((part) => part).join(' ') || undefined}
      data-day={one.day}
    >
      <span class="dagnr">
        {mayPlan ? (
          <a href={`/year/item/new?year=${schoolYear}&day=${one.day}`}>
            <span class="vh">{text.addOn} </span>
            <DayName day={one.day} language={language} />
          </a>
        ) : (
          <DayName day={one.day} language={language} />
        )}
      </span>
      {one.free && (
        <small class="vrijnaam">
          {nameOfSpan(one.free, language)}
          {beginsFree(one) && one.free.to > one.day && (
            <span class="vrijtot"> {text.untilShort(dayAndMonth(one.free.to, language))}</span>
          )}
        </small>
      )}
      {one.moments.length > 0 && (
        <ul>
          {one.moments.map((moment) => (
            <InCell moment={moment} day={one.day} sheet={sheet} />
          ))}
        </ul>
      )}
    </td>
  )
}

const SIGNS: Readonly<Record<string, string>> = {
  evaluation: 'm-eval',
  adopted: 'm-eval',
  'trend-talk': 'm-eval',
  tests: 'm-toets',
  'transition-test': 'm-toets',
  meeting: 'm-overleg',
  start: 'm-overleg',
}

type InCellProps = { moment: YearMoment; day: Day; sheet: YearSheet }

function InCell({ moment, day, sheet }: InCellProps) {
  const { language, today } = sheet
  const text = yearPageText(language)
  const title = titleOf(moment, language)
  const sign = SIGNS[moment.kind]
  if (moment.from !== day) {
    return (
      <li class={['verder', sign].filter((part) => part).join(' ')}>
        {title} <small>{text.goesOn}</small>
      </li>
    )
  }
  const moves = moment.to >= today && isMovable(sheet, moment)
  const opens = moment.source.kind !== 'item' || sheet.mayPlan
  return (
    <li
      class={sign}
      data-uid={moves ? moment.uid : undefined}
      data-from={moves ? moment.from : undefined}
      data-title={moves ? title : undefined}
    >
      {opens ? <a href={moment.href}>{title}</a> : title}
      {moment.startsAt && <small>{timeOf(moment, sheet)}</small>}
      {moves && (
        <small class="verzet">
          <a href={`${moveHref(moment)}&month=${day.slice(0, 7)}`}>
            {text.move}
            <span class="vh"> {text.moveAbout(title, dayAndMonth(day, language))}</span>
          </a>
        </small>
      )}
    </li>
  )
}
