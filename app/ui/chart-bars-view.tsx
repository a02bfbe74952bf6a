import { html } from 'hono/html'
import {
  type BarChart,
  type BarSize,
  type ChartBar,
  fits,
  NARROW_BARS,
  partsOf,
  SMALL_BARS,
  tintOf,
  WIDE_BARS,
} from './chart-bars.ts'

/** Bars of shares twice: with what they are beside them where there is room, and narrow. */
export function BarsView({ bars }: { bars: BarChart }) {
  return (
    <>
      <BarsDrawing bars={bars} size={WIDE_BARS} />
      <BarsDrawing bars={bars} size={NARROW_BARS} />
    </>
  )
}

/** One of several: parts with their names, no numbers. */
export const SmallBars = ({ bars }: { bars: BarChart }) => <BarsDrawing bars={bars} size={SMALL_BARS} />

const CLASSES = { wide: 'grafiek graf-breed', narrow: 'grafiek graf-smal', small: 'grafiek graf-klein' }

/** How high a drawing of bars is. */
export const barsHeight = ({ bars }: BarChart, { top, apart, tall }: BarSize) =>
  top + (bars.length - 1) * apart + tall + 4

/** Bars of shares in one size. */
export function BarsDrawing({ bars, size }: { bars: BarChart; size: BarSize }) {
  const id = `${bars.id}-${size.kind.slice(0, 1)}`
  return (
    <svg
      class={CLASSES[size.kind]}
      viewBox={`0 0 ${size.width} ${barsHeight(bars, size)}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      {html`<title id="${id}-t">${bars.title}</title><desc id="${id}-d">${bars.told}</desc>`}
      {bars.bars.map((bar, at) => (
        <Bar bar={bar} bars={bars} size={size} y={size.top + at * size.apart} />
      ))}
    </svg>
  )
}

type BarProps = { bar: ChartBar; bars: BarChart; size: BarSize; y: number }

function Bar({ bar, bars, size, y }: BarProps) {
  const middle = y + size.tall / 2 + 5
  const isAbove = size.kind === 'narrow'
  return (
    <>
      <text
        x={isAbove ? size.left : size.left - 10}
        y={isAbove ? y - 8 : middle}
        text-anchor={isAbove ? 'start' : 'end'}
      >
        {bar.label}
      </text>
      <text
        class="zacht klein"
        x={isAbove ? size.right : size.right + 10}
        y={isAbove ? y - 8 : middle}
        text-anchor={isAbove ? 'end' : 'start'}
      >
        {bar.under}
      </text>
      {bar.counts === null ? (
        <text class="zacht" x={size.left} y={middle}>
          {bar.instead}
        </text>
      ) : (
        <Parts bar={bar} bars={bars} size={size} y={y} counts={bar.counts} />
      )}
    </>
  )
}

function Parts({ bar, bars, size, y, counts }: BarProps & { counts: readonly number[] }) {
  return (
    <>
      {partsOf(counts, size).map(({ x, width, share }, at) => {
        const name = bars.parts[at] ?? ''
        const tint = tintOf(at, counts.length)
        const fit = fits(name, size.kind === 'small' ? '' : bars.number(share), width)
        return width === 0 ? null : (
          <>
            <rect
              class={bar.reference ? 'deel deel-leeg' : `deel deel-${tint}`}
              x={x}
              y={y}
              width={width}
              height={size.tall}
            />
            {fit !== 'nothing' && (
              <text
                class={!bar.reference && tint <= DARK ? 'licht' : undefined}
                x={x + width / 2}
                y={y + size.tall / 2 + 5}
                text-anchor="middle"
              >
                {name}
                {fit === 'both' && size.kind !== 'small' && <tspan class="b"> {bars.number(share)}</tspan>}
              </text>
            )}
          </>
        )
      })}
    </>
  )
}

/** Up to this tint words in it are light. */
const DARK = 3
