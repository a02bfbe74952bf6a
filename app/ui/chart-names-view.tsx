import type { LineChart } from './chart.ts'
import type { Drawn } from './chart-lines-view.tsx'
import { spread } from './chart-place.ts'

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
export function Names({ drawn: { chart, size, x, y } }: { drawn: Drawn }) {
  const isWide = size.kind === 'wide'
  const ends = endsOf(chart, isWide)
  const step = chart.steps.length - 1
  const wished = ends.map(({ end }) => y(end, step) + (isWide ? 5 : -6))
  const heights = spread(wished, isWide ? 22 : 17, size.bottom)
  const last = x(step)
  return (
    <>
      {ends.map(({ name, look, end, own }, at) => (
        <text
          class={`rand naam-${look}`}
          x={own && staysBeside(heights[at], wished[at]) ? last + 18 : isWide ? size.right + 14 : size.right}
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

/** Pushed away from its dot a name goes to the others: below the dot stands its number. */
const staysBeside = (height = 0, wished = 0) => Math.abs(height - wished) < NEAR
const NEAR = 10
