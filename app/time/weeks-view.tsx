import { aimWords } from '../form/aim-text.ts'
import type { Language } from '../kernel/language.ts'
import { Fold } from '../ui/details.tsx'
import type { WeekTally } from './balance.ts'
import { tallyOf } from './balance.ts'
import { balanceText, roughWords } from './balance-text.ts'
import type { Counted } from './count.ts'
import { roughly } from './course.ts'
import { halfHours, hoursWords } from './time-text.ts'
import { NarrowList, nameOfWeek, WeekTable } from './week-list-view.tsx'
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
      <Hatch />
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
      {bars.map((bar) => (
        <Bar bar={bar} />
      ))}
      <AimLine bars={bars} />
      <Legend bars={bars} aim={aim} language={language} />
    </svg>
  )
}

/** In a drawing of its own: a pattern in one that is hidden on a phone would be gone there. */
const Hatch = () => (
  <svg class="patroon" width="0" height="0" aria-hidden="true" focusable="false">
    <pattern id="hs" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path class="arcering" d="M0 0V6" />
    </pattern>
  </svg>
)

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
          {nameOfWeek(week)}
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

type LegendProps = { bars: readonly WeekBar[]; aim: number | null; language: Language }

function Legend({ bars, aim, language }: LegendProps) {
  const text = balanceText(language)
  const label = (words: string, y: number, className: string) => (
    <text class={className} x={LABELS_AT} y={y}>
      {words}
    </text>
  )
  return (
    <g>
      {bars.some(({ neither }) => neither.height > 0) && label(text.neither, 24, 'zacht')}
      {label(text.curative, 48, 'b')}
      {aim !== null && <AimLabel bars={bars} aim={aim} language={language} />}
      {label(text.preventive, 190, 'b')}
      {label(text.week, 236, 'zacht')}
      {label(text.between, 286, 'b')}
      {label(text.hoursAWeek, 305, 'zacht')}
    </g>
  )
}

/** Beside the end of the thread, between the words above and below it. */
function AimLabel({ bars, aim, language }: LegendProps & { aim: number }) {
  const end = bars.findLast(({ aimAt }) => aimAt !== null)?.aimAt ?? null
  if (end === null) return null
  const y = Math.min(140, Math.max(78, end))
  return (
    <>
      <text class="amb-t" x={LABELS_AT} y={y - 4}>
        {balanceText(language).agreement}
      </text>
      <text class="zacht" x={LABELS_AT} y={y + 15}>
        {aimWords(aim, language)}
      </text>
    </>
  )
}
