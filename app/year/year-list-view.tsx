import { type Day, longDay, monthName, shortDay } from '../kernel/day.ts'
import { daysBetween, mondayOf } from '../kernel/days.ts'
import { firstDay } from '../kernel/school-year.ts'
import { capital } from '../kernel/sentence.ts'
import { dayAndMonth } from './circle-view.tsx'
import { nameOfSpan } from './free-day-text.ts'
import type { FreeSpan } from './free-days.ts'
import { What } from './year-line-view.tsx'
import { monthsOf, type YearLine } from './year-list.ts'
import { yearPageText } from './year-page-text.ts'
import type { YearSheet } from './year-sheet.ts'

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
      <What line={line} sheet={sheet} />
    </li>
  )
}

const endOf = (line: Exclude<YearLine, { kind: 'today' | 'free' }>): Day =>
  line.kind === 'moment' ? line.moment.to : line.day

/** Under which choice of what to see it stays: evaluations, tests, meetings. */
function filterClasses(line: Exclude<YearLine, { kind: 'today' | 'free' }>): string[] {
  if (line.kind === 'together') return ['f-eval', 'f-overleg']
  if (line.kind === 'alone') return ['f-eval']
  const { kind } = line.moment
  if (kind === 'trend-talk') return ['f-eval', 'f-overleg']
  if (kind === 'tests' || kind === 'transition-test') return ['f-toets']
  return OVERLEG.includes(kind) ? ['f-overleg'] : []
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
