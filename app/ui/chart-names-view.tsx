import type { LineChart } from './chart.ts'
import { type Drawn, numberHeight } from './chart-lines-view.tsx'
import { isOver, spread } from './chart-place.ts'

/** What stands at the end of a line; `own`: the line that is followed, whose number stands at its dot. */
type End = {
  readonly name: string
  readonly look: string
  readonly end: number
  readonly own: boolean
}

const endsOf = ({ references, lines }: LineChart, isWide: boolean): End[] =>
  [
    ...references.map((one) => ({ ...one, own: false })),
    ...(isWide ? lines.map((one) => ({ ...one, look: 'eigen', own: true })) : []),
  ].flatMap(({ name, values, look, own }) => {
    const end = values.at(-1)
    return typeof end === 'number' ? [{ name, look, end, own }] : []
  })

/** The names at the end of the lines: beside the plot, or above the line where there is no room. */
export function Names({ drawn }: { drawn: Drawn }) {
  const { chart, size, x, y } = drawn
  const isWide = size.kind === 'wide'
  const ends = endsOf(chart, isWide)
  const step = chart.steps.length - 1
  const wished = ends.map(({ end }) => y(end, step) + (isWide ? 5 : -6))
  const heights = spread(wished, isWide ? 22 : 17, size.bottom)
  const last = x(step)
  const followed = ownEnds(drawn)
  const besideOf = (own: boolean, height = 0, wish = 0) => {
    if (isWide) return own && staysBeside(height, wish) ? last + 18 : size.right + 14
    return isOver(height, followed) ? last - HALF_NUMBER : size.right
  }
  return (
    <>
      {ends.map(({ name, look, end, own }, at) => (
        <text
          class={`rand naam-${look}`}
          x={besideOf(own, heights[at], wished[at])}
          y={heights[at]}
          text-anchor={isWide ? 'start' : 'end'}
        >
          {own ? (
            name
          ) : isWide ? (
            <>
              <tspan class="b">{chart.number(end).replace(/\s?%$/, '')}</tspan> {name}
            </>
          ) : (
            <>
              {name} <tspan class="b">{chart.number(end).replace(/\s?%$/, '')}</tspan>
            </>
          )}
        </text>
      ))}
    </>
  )
}

/** Half a number, and some air: so far before the last dot a name ends that would lie on it. */
const HALF_NUMBER = 24

/** Where the last dots of the lines that are followed stand, and their numbers. */
const ownEnds = (drawn: Drawn) =>
  drawn.chart.lines.flatMap(({ values }) => {
    const [end, step] = [values.at(-1), values.length - 1]
    return typeof end === 'number'
      ? [{ dot: drawn.y(end, step), number: numberHeight(end, step, drawn) }]
      : []
  })

/** Pushed away from its dot a name goes to the others: below the dot stands its number. */
const staysBeside = (height: number, wished: number) => Math.abs(height - wished) < NEAR
const NEAR = 10
