import { html } from 'hono/html'
import { type ChartSize, type LineChart, NARROW, SMALL, WIDE } from './chart.ts'
import { Band, Behind, type Drawn, LinePath, Marks, ReferencePath } from './chart-lines-view.tsx'
import { Names } from './chart-names-view.tsx'
import { axisOf, placing } from './chart-place.ts'

/** A line chart twice: with its words beside it where there is room, and narrow. */
export function ChartView({ chart }: { chart: LineChart }) {
  return (
    <>
      <ChartDrawing chart={chart} size={WIDE} />
      <ChartDrawing chart={chart} size={NARROW} />
    </>
  )
}

/** One of several: its first and its last number, no more. */
export const SmallChart = ({ chart }: { chart: LineChart }) => <ChartDrawing chart={chart} size={SMALL} />

const CLASSES = { wide: 'grafiek graf-breed', narrow: 'grafiek graf-smal', small: 'grafiek graf-klein' }

/** A line chart in one size. */
export function ChartDrawing({ chart, size }: { chart: LineChart; size: ChartSize }) {
  const axis = axisOf(chart)
  const drawn: Drawn = { chart, size, axis, ...placing(chart, size, axis) }
  const id = `${chart.id}-${size.kind.slice(0, 1)}`
  return (
    <svg
      class={CLASSES[size.kind]}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      {html`<title id="${id}-t">${chart.title}</title><desc id="${id}-d">${chart.told}</desc>`}
      <Axis drawn={drawn} />
      <Steps drawn={drawn} />
      <Marks drawn={drawn} />
      {size.kind !== 'small' && chart.references.map((line) => <ReferencePath line={line} drawn={drawn} />)}
      <Behind drawn={drawn} />
      {chart.lines.map((line) => (
        <Band line={line} drawn={drawn} />
      ))}
      {chart.lines.map((line) => (
        <LinePath line={line} drawn={drawn} />
      ))}
      {size.kind !== 'small' && <Names drawn={drawn} />}
    </svg>
  )
}

/** A small one has but the lowest and the highest line. */
function Axis({ drawn: { chart, size, axis, y } }: { drawn: Drawn }) {
  const last = axis.at(-1)
  const shown = size.kind === 'small' ? axis.filter((_, at) => at === 0 || at === axis.length - 1) : axis
  return (
    <>
      {shown.map((value) => (
        <>
          <line class="as" x1={size.left} x2={size.right} y1={y(value)} y2={y(value)} />
          <text
            class="zacht"
            x={size.left - (size.kind === 'wide' ? 10 : 6)}
            y={y(value) + 5}
            text-anchor="end"
          >
            {value === last && size.kind !== 'small' ? chart.number(value) : bare(chart.number(value))}
          </text>
        </>
      ))}
    </>
  )
}

const bare = (number: string) => number.replace(/\s?%$/, '')

/** Below the axis: when, and of how many pupils. */
function Steps({ drawn: { chart, size, x } }: { drawn: Drawn }) {
  const last = chart.steps.length - 1
  const { kind } = size
  const anchor = (step: number) => (kind !== 'small' || last === 0 ? 'middle' : step === 0 ? 'start' : 'end')
  const at = (step: number) =>
    anchor(step) === 'start' ? size.left : anchor(step) === 'end' ? size.right : x(step)
  return (
    <>
      {chart.steps.map(({ label, under }, step) =>
        kind === 'small' && step !== 0 && step !== last ? null : (
          <>
            <text x={at(step)} y={size.bottom + 26} text-anchor={anchor(step)}>
              {kind === 'wide' ? label : shortened(label, chart.steps.length, kind)}
            </text>
            <text class="zacht klein" x={at(step)} y={size.bottom + 46} text-anchor={anchor(step)}>
              {kind !== 'narrow' || step === 0 ? under : under.replace(/^n /, '')}
            </text>
          </>
        ),
      )}
    </>
  )
}

/** '2024–2025' is too long for a phone when there are more than three: '24–25'. */
const shortened = (label: string, steps: number, kind: 'narrow' | 'small') =>
  kind === 'narrow' && steps > 3 ? label.replace(/\b20(\d\d)–20(\d\d)\b/, '$1–$2') : label
