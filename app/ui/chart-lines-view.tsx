import type { ChartLine, ChartReference, ChartSize, LineChart } from './chart.ts'
import { labelledSteps, markPlace, type Pane, type Place, piecesOf, standsBelow } from './chart-place.ts'

/** A chart with the places of its numbers. */
export type Drawn = {
  readonly chart: LineChart
  readonly size: ChartSize
  readonly panes: readonly Pane[]
  readonly x: (step: number) => number
  readonly y: (value: number, step: number) => number
}

type LineProps<Of> = { line: Of; drawn: Drawn }

/** From the first step that it is known of, to the edge of the plot; an ambition ends in a knot. */
export function ReferencePath({ line, drawn: { size, x, y } }: LineProps<ChartReference>) {
  const pieces = piecesOf(line.values, (step, value) => ({ x: x(step), y: y(value, step) }))
  const half = (size.right - x(line.values.length - 1)) / 2
  const end = line.values.at(-1)
  return (
    <>
      {pieces.map((piece) => (
        <path
          class={`ref ${line.look}`}
          d={pathOf([
            { x: (piece[0]?.x ?? 0) - half, y: piece[0]?.y ?? 0 },
            ...piece,
            { x: Math.min(size.right, (piece.at(-1)?.x ?? 0) + 2 * half), y: piece.at(-1)?.y ?? 0 },
          ])}
        />
      ))}
      {line.look === 'ambition' && typeof end === 'number' && (
        <circle class="aim" cx={size.right} cy={y(end, line.values.length - 1)} r="7" />
      )}
    </>
  )
}

const pathOf = (places: readonly Place[]) =>
  places.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')

/** The other lines, without dots and numbers. */
export function Behind({ drawn: { chart, x, y } }: { drawn: Drawn }) {
  return (
    <>
      {chart.behind.flatMap((values) =>
        piecesOf(values, (step, value) => ({ x: x(step), y: y(value, step) })).map((piece) => (
          <path class="achter" d={pathOf(piece)} />
        )),
      )}
    </>
  )
}

/** A thin upright between which the real value lies. */
export function Band({ line: { bands, values }, drawn: { x, y } }: LineProps<ChartLine>) {
  return (
    <>
      {bands.map((band, step) =>
        band === null || values[step] === null ? null : (
          <path class="band" d={`M${x(step)} ${y(band.low, step)}V${y(band.high, step)}`} />
        ),
      )}
    </>
  )
}

/** A line with its dots, and a number at as many of them as there is room for. */
export function LinePath({ line, drawn }: LineProps<ChartLine>) {
  const { chart, size, x, y } = drawn
  const pieces = piecesOf(line.values, (step, value) => ({ x: x(step), y: y(value, step) }))
  const labelled = labelledSteps(chart, line, size, x(1) - x(0))
  return (
    <>
      {pieces.map((piece) => (
        <path class="lijn" d={pathOf(piece)} />
      ))}
      {line.values.map((value, step) =>
        value === null ? null : (
          <>
            <circle
              class={line.few?.[step] ? 'stip weinig' : 'stip'}
              cx={x(step)}
              cy={y(value, step)}
              r={size.kind === 'small' ? 5 : 6.5}
            />
            {labelled.has(step) && (
              <text class="b rand" x={x(step)} y={numberHeight(value, step, drawn)} text-anchor="middle">
                {chart.number(value).replace(/\s?%$/, '')}
              </text>
            )}
          </>
        ),
      )}
    </>
  )
}

/** Where the number of a dot stands. */
export const numberHeight = (value: number, step: number, drawn: Drawn) =>
  drawn.y(value, step) + (isBelow(value, step, drawn) ? 28 : -15)

/** Of a small one numbers stand above the line, where they do not leave the drawing. */
function isBelow(value: number, step: number, { chart, size, x, y }: Drawn): boolean {
  const others = chart.references.flatMap(({ values }) => {
    const beside = values[step]
    return typeof beside === 'number' && size.kind !== 'small' ? [y(beside, step)] : []
  })
  const height = y(value, step)
  const below = size.kind !== 'small' && standsBelow({ x: x(step), y: height }, step, others)
  return below && height + 28 < size.bottom - 2
}

/** What begins between two steps: an upright, up to the line that goes on or all the way where it breaks. */
export function Marks({ drawn }: { drawn: Drawn }) {
  const { chart, size } = drawn
  return (
    <>
      {chart.marks.map(({ before, text, short }) => {
        const { x, line } = markPlace(chart, before, drawn)
        return (
          <>
            <path
              class={line === null ? 'grens breuk' : 'grens'}
              d={`M${x} ${size.bottom}V${line === null ? size.top - 22 : line + 5}`}
            />
            {size.kind !== 'small' && (
              <text class="zacht klein rand" x={x + 7} y={line === null ? size.top - 14 : size.bottom - 12}>
                {size.kind === 'wide' ? text : short}
              </text>
            )}
          </>
        )
      })}
    </>
  )
}
