import { type Day, monthName, shortDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { firstDay, lastDay } from '../kernel/school-year.ts'
import { type Circle, circleOf, fullWeekIn, HEART, heartAt, type Point, RING } from './circle.ts'
import { type Label, type LabelWish, labelWishes, placeLabels } from './circle-labels.ts'
import { freeDayText } from './free-day-text.ts'
import { weeksOf } from './free-days.ts'
import { HOLIDAY_KEYS, type HolidayKey } from './holiday-span.ts'
import { yearPageText } from './year-page-text.ts'
import type { YearSheet } from './year-sheet.ts'
import { titleOf } from './year-text.ts'

/** The circle twice: with its words where there is room, and light for a narrow page. */
export function CircleView({ sheet }: { sheet: YearSheet }) {
  const circle = circleFor(sheet)
  return (
    <>
      <WideCircle sheet={sheet} circle={circle} />
      <NarrowCircle sheet={sheet} circle={circle} />
    </>
  )
}

export const circleFor = ({ schoolYear, moments, free, troubles, today }: YearSheet) =>
  circleOf(schoolYear, moments, free, troubles, today)

type DrawProps = { sheet: YearSheet; circle: Circle }

/** The whole circle with the words inside it. */
export function WideCircle({ sheet, circle }: DrawProps) {
  return (
    <svg class="cirkel graf-breed" viewBox="-8 -26 816 872" role="img" aria-labelledby="ct-g">
      <title id="ct-g">{spoken(sheet)}</title>
      <Hatch id="vak-g" />
      <Ring circle={circle} hatch="vak-g" language={sheet.language} short={false} />
      {circle.holidays.map(
        ({ span, name }) =>
          name && (
            <text class="vaknaam" x={name.x} y={name.y} dy=".34em" text-anchor="middle">
              {shortName(span.key, sheet.language)}
            </text>
          ),
      )}
      <Marks circle={circle} radius={7} />
      <Labels sheet={sheet} circle={circle} />
      <FullWeek sheet={sheet} circle={circle} />
      <Needle circle={circle} />
      <Heart sheet={sheet} circle={circle} />
    </svg>
  )
}

/** For a phone: without words inside, with large names of months. */
function NarrowCircle({ sheet, circle }: DrawProps) {
  return (
    <svg class="cirkel graf-smal" viewBox="-4 -4 808 808" role="img" aria-labelledby="ct-k">
      <title id="ct-k">{spoken(sheet)}</title>
      <Hatch id="vak-k" />
      <Ring circle={circle} hatch="vak-k" language={sheet.language} short />
      <Marks circle={circle} radius={9} />
      <Needle circle={circle} />
      {circle.needle !== null && (
        <text x={HEART} y="330" text-anchor="middle" class="hart">
          {dayAndMonth(sheet.today, sheet.language)}
        </text>
      )}
    </svg>
  )
}

function spoken({ schoolYear, today, language }: YearSheet) {
  const text = yearPageText(language)
  const month = (day: Day) => monthName(day.slice(0, 7), language)
  const isNow = today >= firstDay(schoolYear) && today <= lastDay(schoolYear)
  const parts = [
    text.circle(month(firstDay(schoolYear)), month(lastDay(schoolYear))),
    isNow ? text.circleToday(dayAndMonth(today, language)) : '',
    text.circleList,
  ]
  return parts.filter((part) => part).join(' ')
}

/** '19 november' */
export const dayAndMonth = (day: Day, language: Language) =>
  `${Number(day.slice(8))} ${monthName(day.slice(0, 7), language).split(' ')[0]}`

const shortName = (key: string, language: Language) =>
  HOLIDAY_KEYS.includes(key as HolidayKey) ? freeDayText(language).short[key as HolidayKey] : ''

const Hatch = ({ id }: { id: string }) => (
  <defs>
    <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0V7" class="arceer" />
    </pattern>
  </defs>
)

type RingProps = { circle: Circle; hatch: string; language: Language; short: boolean }

function Ring({ circle, hatch, language, short }: RingProps) {
  return (
    <>
      {circle.holidays.map(({ path }) => (
        <path class="vak" d={path} fill={`url(#${hatch})`} />
      ))}
      <circle class="rand" cx={HEART} cy={HEART} r={RING.outer} />
      <circle class="rand" cx={HEART} cy={HEART} r={RING.inner} />
      {circle.months.map(({ month, tick, at, turn }) => (
        <>
          <path class="rand" d={tick} />
          <text
            class="maand"
            transform={`translate(${at.x} ${at.y}) rotate(${turn})`}
            dy=".34em"
            text-anchor="middle"
          >
            {short
              ? shortDay(`${month}-01` as Day, language).replace(/[\d\s]+/g, '')
              : monthName(month, language).split(' ')[0]}
          </text>
        </>
      ))}
      {circle.dots.map(({ x, y, full }) => (
        <circle class={full ? 'week volle' : 'week'} cx={x} cy={y} r={full || short ? 3.4 : 2.8} />
      ))}
    </>
  )
}

const KNOT = { past: 'kn vol', next: 'kn open', later: 'kn straks' } as const

function Marks({ circle, radius }: { circle: Circle; radius: number }) {
  return (
    <>
      {circle.tests.map(({ path, slim }) => (
        <path class={slim ? 'toets smal' : 'toets'} d={path} />
      ))}
      {circle.meetings.map((path) => (
        <path class="verg" d={path} />
      ))}
      {circle.reviews.map(({ x, y }) => (
        <rect
          class="groepb"
          x="-6"
          y="-6"
          width="12"
          height="12"
          transform={`translate(${x} ${y}) rotate(45)`}
        />
      ))}
      {circle.future && <path class="toekomst" d={circle.future} />}
      {circle.thread && <path class="d" d={circle.thread} />}
      {circle.knots.map(({ x, y, is }) => (
        <circle class={KNOT[is]} cx={x} cy={y} r={radius} />
      ))}
    </>
  )
}

function Labels({ sheet, circle }: DrawProps) {
  const wishes = labelWishes(sheet.moments).map((wish) => {
    const [title, under] = labelWords(wish, sheet)
    return { wish, title, under, letters: Math.max(title.length, under.length) }
  })
  const placed = placeLabels(sheet.schoolYear, wishes, circle.needle)
  return (
    <>
      {placed.map((label) => (
        <Words label={label} sheet={sheet} />
      ))}
    </>
  )
}

const LONGEST_LABEL = 22

function labelWords({ group, moment, day }: LabelWish, { language }: YearSheet): readonly [string, string] {
  const text = yearPageText(language)
  const title = moment ? titleOf(moment, language) : text.occasion[group.together?.occasion ?? 'other']
  return [cut(title), shortDay(day, language)]
}

const cut = (text: string) =>
  text.length <= LONGEST_LABEL ? text : `${text.slice(0, LONGEST_LABEL - 1).trimEnd()}…`

function Words({ label, sheet }: { label: Label; sheet: YearSheet }) {
  const [title, under] = labelWords(label.wish, sheet)
  const { at, anchor, line } = label
  return (
    <>
      <path class="leid" d={line} />
      <text x={at.x} y={at.y} text-anchor={anchor} class="b">
        {title}
      </text>
      <text x={at.x} y={at.y + 19} text-anchor={anchor} class="zacht">
        {under}
      </text>
    </>
  )
}

const CORNERS = {
  upRight: { x: 806, y: -8, anchor: 'end' },
  downRight: { x: 806, y: 836, anchor: 'end' },
  downLeft: { x: -6, y: 836, anchor: 'start' },
  upLeft: { x: -6, y: -8, anchor: 'start' },
} as const

/** The first week that is too full, told in the nearest corner. */
function FullWeek({ sheet, circle }: DrawProps) {
  const full = fullWeekIn(sheet.troubles)
  const dot = circle.dots.findLast((one) => one.full)
  if (!full || !dot) return null
  const text = yearPageText(sheet.language)
  const corner = CORNERS[cornerOf(dot)]
  const up = corner.y < HEART
  return (
    <>
      <path
        class="leid sterk"
        d={`M${dot.x} ${dot.y}L${leadTo(corner, dot)} ${up ? corner.y + 8 : corner.y - 20}`}
      />
      <text x={corner.x} y={corner.y} text-anchor={corner.anchor} class="b">
        {text.fullWeek(dayAndMonth(full.monday, sheet.language), full.count)}
      </text>
    </>
  )
}

const cornerOf = ({ x, y }: Point): keyof typeof CORNERS =>
  y < HEART ? (x < HEART ? 'upLeft' : 'upRight') : x < HEART ? 'downLeft' : 'downRight'

const leadTo = (corner: { readonly x: number }, dot: Point) =>
  corner.x > HEART ? Math.min(742, Math.max(dot.x, 640)) : Math.max(58, Math.min(dot.x, 160))

const Needle = ({ circle }: { circle: Circle }) =>
  circle.needle === null ? null : (
    <>
      <path class="d" d="M397 398C360 384 338 426 366 440C392 452 398 416 404 401" />
      <g transform={`translate(400 400) rotate(${circle.needle})`}>
        <path class="naald" d="M-14 0Q-8 -5 6 -5L276 -.8L276 .8L6 5Q-8 5 -14 0Z" />
        <path class="oog" d="M-5 0H7" />
      </g>
    </>
  )

/** What day it is, in the middle; on the other side of it than the needle points. */
function Heart({ sheet, circle }: DrawProps) {
  if (circle.needle === null) return null
  const text = yearPageText(sheet.language)
  const { language, today, free, schoolYear } = sheet
  const week = weeksOf(schoolYear, free).findLast(({ monday }) => monday <= today)
  const y = heartAt(circle.needle)
  return (
    <>
      <text x="392" y={y} text-anchor="middle" class="hart">
        {text.heart}
      </text>
      <text x="392" y={y + 22} text-anchor="middle" class="zacht">
        {text.week(dayAndMonth(today, language), week?.schoolWeek ?? null, null)}
      </text>
    </>
  )
}
