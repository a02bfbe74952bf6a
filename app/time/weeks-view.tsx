import type { Language } from '../kernel/language.ts'
import { aimWords } from '../plan/aim-text.ts'
import { Fold } from '../ui/details.tsx'
import { Table } from '../ui/table.tsx'
import type { WeekTally } from './balance.ts'
import { preventiveShare, tallyOf } from './balance.ts'
import { balanceText, roughWords } from './balance-text.ts'
import type { Counted } from './count.ts'
import { roughly } from './course.ts'
import { halfHours, hoursWords, tableHours } from './time-text.ts'
import { depthOf, type WeekBar, WIDE, weekBars } from './weeks.ts'

type WeeksProps = {
  weeks: readonly WeekTally[]
  counted: readonly Counted[]
  isThisWeekOnly: boolean
  /** What the team agreed to prevent, in per cent. */
  aim: number | null
  language: Language
}

/** The shape over the weeks against the agreement, what came between under it; the figures in a table behind it. */
export function WeeksView(props: WeeksProps) {
  const { weeks, aim, language, isThisWeekOnly } = props
  const text = balanceText(language)
  const shown = isThisWeekOnly ? weeks : weeks.filter(({ isWhole }) => isWhole)
  return (
    <section class="tijdblok" aria-labelledby="wk-kop">
      <h2 id="wk-kop">{text.weeks}</h2>
      <WidePicture weeks={shown} aim={aim} language={language} />
      <NarrowList weeks={shown} aim={aim} language={language} />
      <p class="noot">{sentences(props, shown)}</p>
      <Fold summary={text.table}>
        <WeekTable weeks={weeks} language={language} />
      </Fold>
    </section>
  )
}

function sentences({ counted, aim, language, isThisWeekOnly }: WeeksProps, shown: readonly WeekTally[]) {
  const text = balanceText(language)
  const tally = tallyOf(counted)
  const hours = (minutes: number) => hoursWords(minutes, language)
  const told = shown.filter(({ minutes }) => minutes > 0).length
  return [
    text.summary(
      isThisWeekOnly ? text.thisWeekOnly.replace(/\.$/, '') : text.wholeWeeks(told),
      hours(tally.minutes),
      hours(tally.preventive),
      hours(tally.curative),
    ),
    tally.neither > 0 && text.neitherToo(hours(tally.neither)),
    aim === null ? text.noAim : text.aimIs(aimWords(aim, language)),
    tally.adHoc > 0 && text.unplanned(roughWords(roughly(tally.adHoc / tally.minutes), language)),
    text.noVerdict,
    !isThisWeekOnly && text.thisWeekLater,
    shown.some(({ isEstimated }) => isEstimated) && text.estimated,
  ]
    .filter(Boolean)
    .join(' ')
}

type PictureProps = Pick<WeeksProps, 'weeks' | 'aim' | 'language'>

function WidePicture({ weeks, aim, language }: PictureProps) {
  const text = balanceText(language)
  const bars = weekBars(weeks, aim)
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (!first || !last) return null
  return (
    <svg
      class="tijdgrafiek weken breedbeeld"
      viewBox={`0 0 ${WIDE.width} ${depthOf(bars)}`}
      role="img"
      aria-labelledby="wk-t"
    >
      <title id="wk-t">{text.picture(first.number, last.number)}</title>
      <Hatch />
      {bars.map((bar) => (
        <Bar bar={bar} />
      ))}
      <AimLine bars={bars} />
      <Legend bars={bars} aim={aim} language={language} />
    </svg>
  )
}

const Hatch = () => (
  <defs>
    <pattern id="hs" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path class="arcering" d="M0 0V6" />
    </pattern>
  </defs>
)

const nameOf = ({ number, isEstimated }: WeekTally) => `${isEstimated ? '±' : ''}${number}`

function Bar({ bar }: { bar: WeekBar }) {
  const { week, left, width, middle } = bar
  const part = (className: string, box: WeekBar['adHoc']) =>
    box.height > 0 && <rect class={className} x={left} y={box.y} width={width} height={box.height} />
  return (
    <g>
      {week.minutes === 0 && bar.tellsHoliday && (
        <text
          class="zacht"
          text-anchor="middle"
          dy=".34em"
          transform={`translate(${middle} 150) rotate(-90)`}
        >
          {week.holiday}
        </text>
      )}
      {part('prev', bar.preventive)}
      {part('cur', bar.curative)}
      {part('geen', bar.neither)}
      {part('adhoc', bar.adHoc)}
      {bar.hasLabel && week.minutes > 0 && (
        <text class="zacht" x={middle} y="236" text-anchor="middle">
          {nameOf(week)}
        </text>
      )}
      {bar.hasLabel && week.adHoc > 0 && (
        <text x={middle} y={bar.adHoc.y + bar.adHoc.height + 18} text-anchor="middle">
          {halfHours(week.adHoc)}
        </text>
      )}
    </g>
  )
}

/** The agreement as a thread through the weeks; a week without anything to lay it against it passes by. */
function AimLine({ bars }: { bars: readonly WeekBar[] }) {
  const stops = bars.flatMap(({ middle, aimAt }) => (aimAt === null ? [] : [{ x: middle, y: aimAt }]))
  const [first, last] = [stops[0], stops.at(-1)]
  if (!first || !last) return null
  const line = `M0 ${first.y}${stops.map(({ x, y }) => `L${x} ${y}`).join('')}L${WIDE.plot + 4} ${last.y}`
  return (
    <>
      <path class="ref bleek" d={line} />
      <path class="ref amb" d={line} />
      <circle class="amb-k" cx={WIDE.plot + 10} cy={last.y} r="8" />
    </>
  )
}

const LABELS_AT = WIDE.plot + 30

function Legend({
  bars,
  aim,
  language,
}: {
  bars: readonly WeekBar[]
  aim: number | null
  language: Language
}) {
  const text = balanceText(language)
  const aimAt = bars.findLast((bar) => bar.aimAt !== null)?.aimAt ?? null
  const at = aimAt === null ? null : Math.min(140, Math.max(78, aimAt))
  return (
    <g>
      {bars.some(({ neither }) => neither.height > 0) && (
        <text class="zacht" x={LABELS_AT} y="24">
          {text.neither}
        </text>
      )}
      <text class="b" x={LABELS_AT} y="48">
        {text.curative}
      </text>
      {aim !== null && at !== null && (
        <>
          <text class="amb-t" x={LABELS_AT} y={at - 4}>
            {text.agreement}
          </text>
          <text class="zacht" x={LABELS_AT} y={at + 15}>
            {aimWords(aim, language)}
          </text>
        </>
      )}
      <text class="b" x={LABELS_AT} y="190">
        {text.preventive}
      </text>
      <text class="zacht" x={LABELS_AT} y="236">
        {text.week}
      </text>
      <text class="b" x={LABELS_AT} y="286">
        {text.between}
      </text>
      <text class="zacht" x={LABELS_AT} y="305">
        {text.hoursAWeek}
      </text>
    </g>
  )
}

/** On a phone every week is a line, the newest first. */
function NarrowList({ weeks, aim, language }: PictureProps) {
  const text = balanceText(language)
  return (
    <ol class="weeklijst smalbeeld">
      {weeks
        .toReversed()
        .filter(({ minutes, holiday }) => minutes > 0 || holiday !== null)
        .map((week) => (
          <li>
            <span>
              {week.isEstimated && '± '}
              {text.weekOf(week.number)}
            </span>
            {week.minutes > 0 && <BalanceBar share={preventiveShare(week)} aim={aim} />}
            <small>
              {week.minutes === 0
                ? text.free(week.holiday ?? '')
                : text.weekLine(hoursWords(week.preventive, language), hoursWords(week.curative, language))}
            </small>
          </li>
        ))}
    </ol>
  )
}

/** Preventing solid, repairing hatched, the agreement as a line. The words beside it say the same. */
export function BalanceBar({ share, aim }: { share: number | null; aim: number | null }) {
  if (share === null) return null
  const percent = Math.round(share * 100)
  return (
    <svg class="weekbalk" width="100%" height="28" aria-hidden="true" focusable="false">
      <rect class="prev" x="0" y="4" width={`${percent}%`} height="20" />
      <rect class="cur" x={`${percent}%`} y="4.75" width={`${100 - percent}%`} height="18.5" />
      {aim !== null && <line class="amb" x1={`${aim}%`} x2={`${aim}%`} y1="0" y2="28" />}
    </svg>
  )
}

function WeekTable({ weeks, language }: { weeks: readonly WeekTally[]; language: Language }) {
  const { columns, tableOf } = balanceText(language)
  const hasNeither = weeks.some(({ neither }) => neither > 0)
  const cell = (minutes: number) => tableHours(minutes, language)
  return (
    <Table
      caption={tableOf}
      head={[
        columns.week,
        columns.preventive,
        columns.curative,
        ...(hasNeither ? [columns.neither] : []),
        columns.planned,
        columns.adHoc,
      ]}
      figures={[1, 2, 3, 4, 5]}
      rows={weeks.map((week) => [
        week.minutes === 0 ? (
          `${week.number} ${week.holiday ?? ''}`
        ) : (
          <a href={`/time/entries?week=${week.week}`}>{nameOf(week)}</a>
        ),
        ...(week.minutes === 0
          ? ['', '', ...(hasNeither ? [''] : []), '', '']
          : [
              cell(week.preventive),
              cell(week.curative),
              ...(hasNeither ? [cell(week.neither)] : []),
              cell(week.planned),
              cell(week.adHoc),
            ]),
      ])}
    />
  )
}
