import { clock, type Day, longDay, monthName, shortDay } from '../kernel/day.ts'
import { daysBetween, mondayOf } from '../kernel/days.ts'
import { firstDay } from '../kernel/school-year.ts'
import { dayAndMonth } from './circle-view.tsx'
import { nameOfSpan } from './free-day-text.ts'
import type { FreeSpan } from './free-days.ts'
import { proposalAbout } from './proposal.ts'
import type { YearMoment } from './year.ts'
import { monthsOf, type YearLine } from './year-list.ts'
import { capital, yearPageText } from './year-page-text.ts'
import { actOf, type YearSheet } from './year-sheet.ts'
import { titleOf } from './year-text.ts'

/** The year by month: what stands where, with the way to move it. */
export function YearList({ sheet }: { sheet: YearSheet }) {
  const { schoolYear, moments, free, today, language } = sheet
  const text = yearPageText(language)
  const full = new Set(sheet.troubles.flatMap((one) => (one.kind === 'full-week' ? [one.monday] : [])))
  return (
    <>
      <h2 class="vh">{text.perMonth}</h2>
      <div class="maanden">
        {monthsOf(schoolYear, moments, free, today)
          .filter(({ lines }) => lines.length > 0)
          .map(({ month, isNow, lines }) => (
            <section class={isNow ? 'maandblok nu-maand' : 'maandblok'} id={`m-${month}`}>
              <h3>{capital(monthName(month, language).split(' ')[0] ?? '')}</h3>
              <ul class="data">
                {lines.map((line) => (
                  <Line line={line} sheet={sheet} isFull={full.has(mondayOf(line.day))} />
                ))}
              </ul>
            </section>
          ))}
      </div>
    </>
  )
}

type LineProps = { line: YearLine; sheet: YearSheet; isFull: boolean }

function Line({ line, sheet, isFull }: LineProps) {
  const { language, today } = sheet
  const text = yearPageText(language)
  if (line.kind === 'today') {
    return (
      <li class="vandaag-streep">
        <span>{text.today(dayAndMonth(line.day, language))}</span>
      </li>
    )
  }
  if (line.kind === 'free') return <FreeLine span={line.span} sheet={sheet} />
  const past = endOf(line) < today
  const classes = [...filterClasses(line), past ? 'af' : '', isFull && !past ? 'drukte' : '']
  return (
    <li class={classes.filter((one) => one).join(' ')}>
      <time datetime={line.day}>{shortDay(line.day, language)}</time>
      <div>
        <What line={line} sheet={sheet} />
      </div>
    </li>
  )
}

const endOf = (line: Exclude<YearLine, { kind: 'today' | 'free' }>): Day =>
  line.kind === 'moment' ? line.moment.to : line.day

/** Under which choice of what to see it stays: evaluations, tests, meetings. */
function filterClasses(line: Exclude<YearLine, { kind: 'today' | 'free' }>): string[] {
  if (line.kind === 'together') return ['eval', 'overleg']
  if (line.kind === 'alone') return ['eval']
  const { kind } = line.moment
  if (kind === 'trend-talk') return ['eval', 'overleg']
  if (kind === 'tests' || kind === 'transition-test') return ['toetsen']
  return OVERLEG.includes(kind) ? ['overleg'] : ['overig']
}
const OVERLEG: readonly string[] = [
  'start',
  'group-review',
  'study-day',
  'meeting',
  'council',
  'adopted',
  'parents',
]

type WhatProps = { line: Exclude<YearLine, { kind: 'today' | 'free' }>; sheet: YearSheet }

function What({ line, sheet }: WhatProps) {
  if (line.kind === 'together') return <TogetherLine together={line.together} sheet={sheet} />
  if (line.kind === 'alone') return <Alone moments={line.moments} sheet={sheet} />
  return <One moment={line.moment} sheet={sheet} />
}

function TogetherLine({
  together,
  sheet,
}: {
  together: Extract<YearLine, { kind: 'together' }>['together']
  sheet: YearSheet
}) {
  const text = yearPageText(sheet.language)
  const { meeting, occasion, evaluations } = together
  const title = text.occasion[occasion]
  return (
    <>
      <b>{meeting ? <a href={meeting.href}>{meeting.title || title}</a> : title}</b>
      <p>{[timeOf(meeting, sheet), text.withTeam(evaluations.length)].filter((part) => part).join(' · ')}</p>
    </>
  )
}

const NAMED = 2

/** One or two by name in the line; more as a number, the names below. Each can be moved by itself. */
function Alone({ moments, sheet }: { moments: readonly YearMoment[]; sheet: YearSheet }) {
  const { language } = sheet
  const text = yearPageText(language)
  const [first] = moments
  if (!first) return null
  if (moments.length === 1) return <One moment={first} sheet={sheet} />
  const names = text.and(moments.map(({ about }) => about))
  const many = moments.length > NAMED
  return (
    <>
      {many ? <b>{capital(text.evaluations(moments.length))}</b> : `${text.evaluations(1)} ${names}`}
      {many && <p>{names}</p>}
      {moments.map((one) => (
        <Mover moment={one} sheet={sheet} name={one.about} />
      ))}
    </>
  )
}

function One({ moment, sheet }: { moment: YearMoment; sheet: YearSheet }) {
  const { language } = sheet
  const text = yearPageText(language)
  const until = moment.to > moment.from ? text.until(dayAndMonth(moment.to, language)) : ''
  const notes = [timeOf(moment, sheet), until, moment.place, moment.note].filter((part) => part)
  const title = titleOf(moment, language)
  return (
    <>
      {linksTo(moment, sheet) ? <a href={moment.href}>{title}</a> : title}
      {notes.length > 0 && <p>{notes.join(' · ')}</p>}
      <Mover moment={moment} sheet={sheet} name={null} />
    </>
  )
}

/** An item is opened by who may change it; what comes from elsewhere is read there by everybody. */
const linksTo = (moment: YearMoment, sheet: YearSheet) => moment.source.kind !== 'item' || sheet.mayPlan

export function timeOf(moment: YearMoment | null, { language }: Pick<YearSheet, 'language'>) {
  if (!moment?.startsAt || !moment.endsAt) return ''
  return `${clock(moment.startsAt, language)}–${clock(moment.endsAt, language)}`
}

type MoverProps = {
  moment: YearMoment
  sheet: YearSheet
  /** Where several stand in one line: whose it is. */
  name: string | null
}

/** The way to another day, for who may move it or propose one; of what lies open the day that was proposed. */
function Mover({ moment, sheet, name }: MoverProps) {
  const { language, today } = sheet
  const text = yearPageText(language)
  const act = actOf(sheet, moment)
  if (moment.to < today || (act !== 'move' && act !== 'propose')) return null
  const open = proposalAbout(sheet.proposals, moment)
  const about = text.moveAbout(titleOf(moment, language), dayAndMonth(moment.from, language))
  return (
    <small class="verzet">
      <a href={moveHref(moment)}>
        {name ? `${text.move}: ${name}` : text.move}
        <span class="vh"> {about}</span>
      </a>
      {open && <span>{text.proposed(dayAndMonth(open.to, language))}</span>}
    </small>
  )
}

export const moveHref = ({ uid, from }: Pick<YearMoment, 'uid' | 'from'>) =>
  `/year/move?uid=${encodeURIComponent(uid)}&from=${from}`

function FreeLine({ span, sheet }: { span: FreeSpan; sheet: YearSheet }) {
  const { schoolYear, language } = sheet
  const text = yearPageText(language)
  const fromBefore = span.from < firstDay(schoolYear)
  const days = daysBetween(span.from, span.to)
  const short = days > 0 && days < 12 && span.from.slice(0, 7) === span.to.slice(0, 7)
  const when = fromBefore
    ? text.untilShort(String(Number(span.to.slice(8))))
    : short
      ? `${Number(span.from.slice(8))}–${Number(span.to.slice(8))}`
      : shortDay(span.from, language)
  return (
    <li class="vak">
      <time datetime={fromBefore ? span.to : span.from}>{when}</time>
      <div>
        {nameOfSpan(span, language)}
        {!fromBefore && !short && days > 0 && <p>{text.until(untilOf(span.to, sheet))}</p>}
      </div>
    </li>
  )
}

/** With the year where it lies in another one than most of the list. */
const untilOf = (day: Day, { schoolYear, language }: YearSheet) =>
  day.slice(0, 4) > schoolYear.slice(5) ? longDay(day, language) : dayAndMonth(day, language)
