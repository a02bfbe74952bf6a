import { shortDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import type { Milestone } from './today.ts'
import { todayText } from './today-text.ts'

type YearLineProps = { language: Language; milestones: readonly Milestone[]; now: number }

/** The year as a thread: solid as far as it has come. Drawn without style attributes, which the page's policy refuses. */
export function YearLine({ language, milestones, now }: YearLineProps) {
  const text = todayText(language)
  return (
    <section class="jaarlijn" aria-labelledby="year-line">
      <h2 id="year-line" class="vh">
        {text.year}
      </h2>
      <svg class="jl" aria-hidden="true" focusable="false">
        <line class="jl-later" x1={`${now}%`} x2="100%" y1="40" y2="40" />
        <svg y="40" width="100%" height="24" viewBox="0 0 1000 24" preserveAspectRatio="none">
          <path class="jl-thread" d={sagging(milestones, now)} />
        </svg>
        {milestones.map((one) => (
          <Knot one={one} language={language} />
        ))}
        <Needle at={now} label={text.now} />
      </svg>
      <ol class="vh">
        {milestones.map((one) => (
          <li>
            {text.milestone[one.kind]}, {shortDay(one.day, language)}: {text.is[one.is]}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** From knot to knot the thread hangs a little. */
function sagging(milestones: readonly Milestone[], now: number) {
  const stops = [0, ...milestones.filter(({ is }) => is === 'past').map(({ at }) => at), now].map(
    (at) => at * 10,
  )
  return stops
    .slice(1)
    .reduce((path, to, place) => `${path} Q${((stops[place] ?? 0) + to) / 2} 18 ${to} 0`, `M${stops[0]} 0`)
}

const CLOSE_TO_EDGE = 8
const anchorAt = (at: number) => (at < CLOSE_TO_EDGE ? 'start' : at > 100 - CLOSE_TO_EDGE ? 'end' : 'middle')

function Knot({ one, language }: { one: Milestone; language: Language }) {
  const text = todayText(language)
  const x = `${one.at}%`
  return (
    <g class={`jl-knot ${one.is}`}>
      <circle cx={x} cy="40" r="6" />
      <text x={x} y="74" text-anchor={anchorAt(one.at)} class="jl-name">
        {text.milestone[one.kind]}
      </text>
      <text x={x} y="93" text-anchor={anchorAt(one.at)}>
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
