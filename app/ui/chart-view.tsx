import { html } from 'hono/html'
import { type ChartSize, type LineChart, NARROW, SMALL, WIDE } from './chart.ts'
import { Band, Behind, type Drawn, LinePath, Marks, ReferencePath } from './chart-lines-view.tsx'
import { Names } from './chart-names-view.tsx'
import { markPlace, type Pane, panesOf, placing } from './chart-place.ts'

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
  const panes = panesOf(chart)
  const drawn: Drawn = { chart, size, panes, ...placing(chart, size, panes) }
  const id = `${chart.id}-${size.kind.slice(0, 1)}`
  return (
    <svg
      class={CLASSES[size.kind]}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      {html`<title id="${id}-t">${chart.title}</title><desc id="${id}-d">${chart.told}</desc>`}
      {size.kind === 'small' ? (
        <line class="as" x1={size.left} x2={size.right} y1={size.bottom} y2={size.bottom} />
      ) : (
        panes.map((pane) => <Axis pane={pane} drawn={drawn} />)
      )}
      {chart.lines.map((line) => (
        <Band line={line} drawn={drawn} />
      ))}
      <Steps drawn={drawn} />
      <Marks drawn={drawn} />
      {size.kind !== 'small' && chart.references.map((line) => <ReferencePath line={line} drawn={drawn} />)}
      <Behind drawn={drawn} />
      {chart.lines.map((line) => (
        <LinePath line={line} drawn={drawn} />
      ))}
      {size.kind !== 'small' && <Names drawn={drawn} />}
    </svg>
  )
}

/** The lines of one scale across its part of the plot, with their numbers before them. */
function Axis({ pane, drawn }: { pane: Pane; drawn: Drawn }) {
  const { chart, size, y } = drawn
  const { from, until, axis } = pane
  const left = from === 0 ? size.left : markPlace(chart, from, drawn).x
  const right = until === chart.steps.length ? size.right : markPlace(chart, until, drawn).x
  const last = axis.at(-1)
  return (
    <>
      {axis.map((value) => (
        <>
          <line class="as" x1={left} x2={right} y1={y(value, from)} y2={y(value, from)} />
          <text
            class="zacht rand"
            x={from === 0 ? left - (size.kind === 'wide' ? 10 : 6) : left + 5}
            y={y(value, from) + 5}
            text-anchor={from === 0 ? 'end' : 'start'}
          >
            {value === last ? chart.number(value) : bare(chart.number(value))}
          </text>
        </>
      ))}
    </>
  )
}

const bare = (number: string) => number.replace(/\s?%$/, '')

/** Below the axis: when, and of how many pupils. Of a small one the first and the last, and how many the last time. */
function Steps({ drawn }: { drawn: Drawn }) {
  const { chart, size, x } = drawn
  if (size.kind === 'small') return <SmallSteps drawn={drawn} />
  return (
    <>
      {chart.steps.map(({ label, under }, step) => (
        <>
          <text x={x(step)} y={size.bottom + 28} text-anchor="middle">
            {size.kind === 'wide' ? label : shortened(label, chart.steps.length)}
          </text>
          <text class="zacht klein" x={x(step)} y={size.bottom + 49} text-anchor="middle">
            {size.kind === 'wide' || step === 0 ? under : under.replace(/^n /, '')}
          </text>
        </>
      ))}
    </>
  )
}

function SmallSteps({ drawn: { chart, size, x } }: { drawn: Drawn }) {
  const { steps } = chart
  const [first, last] = [steps[0], steps.at(-1)]
  const known = steps.findLastIndex(({ under }) => under !== '')
  return (
    <>
      {steps.length > 1 && (
        <text x={size.left} y={size.bottom + 24} text-anchor="start">
          {first?.label}
        </text>
      )}
      <text x={size.right} y={size.bottom + 24} text-anchor="end">
        {last?.label}
      </text>
      {known >= 0 && (
        <text
          class="zacht klein"
          x={known === steps.length - 1 ? size.right : x(known)}
          y={size.bottom + 44}
          text-anchor={known === steps.length - 1 ? 'end' : 'middle'}
        >
          {steps[known]?.under}
        </text>
      )}
    </>
  )
}

/** '2024–2025' is too long for a phone, where it would stand past the edge: '24–25'; one alone stands in the middle. */
const shortened = (label: string, steps: number) =>
  steps > 1 ? label.replace(/\b20(\d\d)–20(\d\d)\b/, '$1–$2') : label
