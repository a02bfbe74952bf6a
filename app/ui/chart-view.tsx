import { html } from 'hono/html'
import {
  axisOf,
  type ChartLine,
  type ChartReference,
  type ChartSize,
  type LineChart,
  NARROW,
  type Place,
  piecesOf,
  placing,
  spread,
  standsBelow,
  WIDE,
} from './chart.ts'

/** A line chart twice: with its words beside it where there is room, and narrow. */
export function ChartView({ chart }: { chart: LineChart }) {
  return (
    <>
      <ChartDrawing chart={chart} size={WIDE} />
      <ChartDrawing chart={chart} size={NARROW} />
    </>
  )
}

type Drawn = {
  chart: LineChart
  size: ChartSize
  axis: readonly number[]
  x: (step: number) => number
  y: (value: number) => number
}

function ChartDrawing({ chart, size }: { chart: LineChart; size: ChartSize }) {
  const axis = axisOf(chart)
  const drawn: Drawn = { chart, size, axis, ...placing(chart, size, axis) }
  const id = `${chart.id}-${size.side ? 'w' : 'n'}`
  return (
    <svg
      class={size.side ? 'grafiek graf-breed' : 'grafiek graf-smal'}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      {html`<title id="${id}-t">${chart.title}</title><desc id="${id}-d">${chart.told}</desc>`}
      <Axis drawn={drawn} />
      {chart.references.map((line) => (
        <ReferencePath line={line} drawn={drawn} />
      ))}
      {chart.lines.map((line) => (
        <Band line={line} drawn={drawn} />
      ))}
      {chart.lines.map((line) => (
        <LinePath line={line} drawn={drawn} />
      ))}
      <Names drawn={drawn} />
    </svg>
  )
}

function Axis({ drawn: { chart, size, axis, x, y } }: { drawn: Drawn }) {
  const last = axis.at(-1)
  return (
    <>
      {axis.map((value) => (
        <>
          <line class="as" x1={size.left} x2={size.right} y1={y(value)} y2={y(value)} />
          <text class="zacht" x={size.left - 10} y={y(value) + 5} text-anchor="end">
            {value === last ? chart.number(value) : chart.number(value).replace(/\s?%$/, '')}
          </text>
        </>
      ))}
      {chart.steps.map(({ label, under }, step) => (
        <>
          <text x={x(step)} y={size.bottom + 28} text-anchor="middle">
            {label}
          </text>
          <text class="zacht klein" x={x(step)} y={size.bottom + 49} text-anchor="middle">
            {size.side || step === 0 ? under : under.replace(/^n /, '')}
          </text>
        </>
      ))}
    </>
  )
}

type LineProps<Of> = { line: Of; drawn: Drawn }

/** From the first step that it is known of, to the edge of the plot. */
function ReferencePath({ line, drawn: { size, x, y } }: LineProps<ChartReference>) {
  const pieces = piecesOf(line.values, (step, value) => ({ x: x(step), y: y(value) }))
  const half = (size.right - x(line.values.length - 1)) / 2
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
    </>
  )
}

const pathOf = (places: readonly Place[]) =>
  places.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')

/** A thin upright between which the real value lies. */
function Band({ line: { bands, values }, drawn: { x, y } }: LineProps<ChartLine>) {
  return (
    <>
      {bands.map((band, step) =>
        band === null || values[step] === null ? null : (
          <path class="band" d={`M${x(step)} ${y(band.low)}V${y(band.high)}`} />
        ),
      )}
    </>
  )
}

function LinePath({ line, drawn }: LineProps<ChartLine>) {
  const { chart, x, y } = drawn
  const pieces = piecesOf(line.values, (step, value) => ({ x: x(step), y: y(value) }))
  return (
    <>
      {pieces.map((piece) => (
        <path class="lijn" d={pathOf(piece)} />
      ))}
      {line.values.map((value, step) => {
        if (value === null) return null
        const at = { x: x(step), y: y(value) }
        const others = chart.references.flatMap(({ values }) => {
          const beside = values[step]
          return typeof beside === 'number' ? [y(beside)] : []
        })
        return (
          <>
            <circle class="stip" cx={at.x} cy={at.y} r="6.5" />
            <text
              class="b rand"
              x={at.x}
              y={at.y + (standsBelow(at, step, others) ? 28 : -15)}
              text-anchor="middle"
            >
              {chart.number(value).replace(/\s?%$/, '')}
            </text>
          </>
        )
      })}
    </>
  )
}

/** The names at the end of the lines: beside the plot, or above the line where there is no room. */
function Names({ drawn: { chart, size, y } }: { drawn: Drawn }) {
  const ends = [
    ...chart.references.map(({ name, values, look }) => ({ name, look, end: lastOf(values) })),
    ...(size.side
      ? chart.lines.map(({ name, values }) => ({ name, look: 'eigen', end: lastOf(values) }))
      : []),
  ].flatMap(({ end, ...one }) => (end === null ? [] : [{ ...one, end }]))
  const lift = size.side ? 5 : -6
  const heights = spread(
    ends.map(({ end }) => y(end) + lift),
    size.side ? 22 : 17,
    size.bottom,
  )
  return (
    <>
      {ends.map(({ name, look, end }, at) => (
        <text
          class={`rand naam-${look}`}
          x={size.side ? size.right + 12 : size.right}
          y={heights[at]}
          text-anchor={size.side ? 'start' : 'end'}
        >
          {name} <tspan class="b">{chart.number(end)}</tspan>
        </text>
      ))}
    </>
  )
}

const lastOf = (values: readonly (number | null)[]) => values.at(-1) ?? null

/** The look of a chart by itself, in the colours of paper: as in `chart.css`, for a file that stands alone. */
const LOOK = `
svg { font-family: "Atkinson Hyperlegible Next", Verdana, sans-serif; font-size: 15px; background: #fdfdfb; }
text { fill: #17202a; }
.zacht { fill: #4a535e; }
.klein { font-size: 14px; }
.b { font-weight: 600; }
.rand { paint-order: stroke; stroke: #fdfdfb; stroke-width: 5px; stroke-linejoin: round; }
.as { stroke: #dcdcd5; }
.band { stroke: #767d85; stroke-width: 2; }
.lijn { fill: none; stroke: #17202a; stroke-width: 3; stroke-linejoin: round; stroke-linecap: round; }
.stip { fill: #17202a; stroke: #fdfdfb; stroke-width: 3; }
.ref { fill: none; stroke: #4a535e; stroke-width: 1.75; }
.ref.signal { stroke-dasharray: 2 5; stroke-linecap: round; stroke-width: 3; }
.ref.comparable { stroke-dasharray: 10 5; }
.ref.national { stroke-dasharray: 10 4 2 4; }
.ref.ambition { stroke: #bd1730; stroke-width: 2.5; }
.naam-ambition { fill: #bd1730; font-weight: 600; }
`

/** A chart as an SVG file that needs nothing around it. */
export function chartImage(chart: LineChart): string {
  const drawn = String(<ChartDrawing chart={chart} size={WIDE} />)
  const open = drawn.indexOf('>')
  const head = drawn
    .slice(0, open)
    .replace('<svg', `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDE.width}" height="${WIDE.height}"`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}><style>${LOOK}</style>${drawn.slice(open + 1)}\n`
}
