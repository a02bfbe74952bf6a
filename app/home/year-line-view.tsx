import { type Day, shortDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { titleOf } from '../year/year-text.ts'
import { todayText } from './today-text.ts'
import { nameAt, type YearKnot } from './today-year.ts'

type YearLineProps = {
  language: Language
  knots: readonly YearKnot[]
  /** How far the year is, in per cent. */
  now: number
  /** Stretches in which the school is free, in per cent. */
  free: readonly { readonly from: number; readonly to: number }[]
}

/** The year as a thread: solid as far as it has come. Drawn without style attributes, which the page's policy refuses. */
export function YearLine({ language, knots, now, free }: YearLineProps) {
  const text = todayText(language)
  return (
    <section class="jaarlijn" aria-labelledby="year-line">
      <h2 id="year-line" class="vh">
        {text.year}
      </h2>
      <svg class="jl" aria-hidden="true" focusable="false">
        {free.map(({ from, to }) => (
          <rect class="jl-free" x={`${from}%`} width={`${to - from}%`} y="32" height="16" rx="3" />
        ))}
        <line class="jl-later" x1={`${now}%`} x2="100%" y1="40" y2="40" />
        <svg y="40" width="100%" height="24" viewBox="0 0 1000 24" preserveAspectRatio="none">
          <path class="jl-thread" d={sagging(knots, now)} />
        </svg>
        {knots.map((one) => (
          <Knot one={one} language={language} />
        ))}
        <Needle at={now} label={text.now} />
      </svg>
      <ol class="vh">
        {knots.map((one) => (
          <li>
            {wholeName(one.of, language)}, {daysOf(one, language)}: {text.is[one.is]}
          </li>
        ))}
      </ol>
    </section>
  )
}

const LONGEST_NAME = 18

/** What a knot is called on the line: short enough to stand there. */
export function knotName(of: YearKnot['of'], language: Language): string {
  const name = wholeName(of, language)
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name
}

const wholeName = (of: YearKnot['of'], language: Language) =>
  'plan' in of ? todayText(language).milestone[of.plan] : titleOf(of.moment, language)

function daysOf({ of, day }: YearKnot, language: Language) {
  const to: Day = 'plan' in of ? day : of.moment.to
  return to > day
    ? todayText(language).fromTo(shortDay(day, language), shortDay(to, language))
    : shortDay(day, language)
}

/** From knot to knot the thread hangs a little. */
function sagging(knots: readonly YearKnot[], now: number) {
  const stops = [0, ...knots.filter(({ is, named }) => is === 'past' && named).map(({ at }) => at), now].map(
    (at) => at * 10,
  )
  return stops
    .slice(1)
    .reduce((path, to, place) => `${path} Q${((stops[place] ?? 0) + to) / 2} 18 ${to} 0`, `M${stops[0]} 0`)
}

function Knot({ one, language }: { one: YearKnot; language: Language }) {
  const x = `${one.at}%`
  const kind = `jl-knot ${one.is}${'moment' in one.of ? ' jl-school' : ''}`
  if (!one.named)
    return (
      <g class={kind}>
        <circle cx={x} cy="40" r="3.5" />
      </g>
    )
  const name = knotName(one.of, language)
  const { anchor } = nameAt(one.at, name)
  return (
    <g class={kind}>
      <circle cx={x} cy="40" r="6" />
      <text x={x} y="74" text-anchor={anchor} class="jl-name">
        {name}
      </text>
      <text x={x} y="93" text-anchor={anchor}>
        {shortDay(one.day, language)}
      </text>
    </g>
  )
}

/** The needle stands where we are now. */
const Needle = ({ at, label }: { at: number; label: string }) => (
  <svg x={`${at}%`} y="0" width="1" height="48" overflow="visible">
    <path class="jl-needle" d="M0 40 L22 14" />
    <text x={at > 85 ? -6 : 26} y="14" text-anchor={at > 85 ? 'end' : 'start'} class="jl-name">
      {label}
    </text>
  </svg>
)
