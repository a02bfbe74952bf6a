import { html } from 'hono/html'
import {
  aimPlace,
  type BarChart,
  type BarPart,
  type BarSize,
  barsHeight,
  barsTop,
  type ChartBar,
  fits,
  NARROW_BARS,
  partsOf,
  roomIn,
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
        <Bar bar={bar} bars={bars} size={size} y={barsTop(bars, size) + at * size.apart} />
      ))}
      {bars.aim && <AimName aim={bars.aim} size={size} />}
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
  const parts = partsOf(counts, size)
  const line = bars.aim && bar.aimed ? aimPlace(bars.aim.share, size) : null
  return (
    <>
      {parts.map(({ x, width }, at) =>
        width === 0 ? null : (
          <rect
            class={bar.reference ? 'deel deel-leeg' : `deel deel-${tintOf(at, counts.length)}`}
            x={x}
            y={y}
            width={width}
            height={size.tall}
          />
        ),
      )}
      {line !== null && <AimLine x={line} size={size} y={y} />}
      {parts.map((part, at) => (
        <PartName
          room={roomIn(part, line)}
          share={part.share}
          name={bars.parts[at] ?? ''}
          isLight={isLight(bar, at)}
          {...{ bars, size, y }}
        />
      ))}
    </>
  )
}

/** Up to this tint words in it are light. */
const DARK = 3

const isLight = ({ reference, counts }: ChartBar, part: number) =>
  !reference && tintOf(part, counts?.length ?? 0) <= DARK

type NameProps = Omit<BarProps, 'bar'> & {
  room: Pick<BarPart, 'x' | 'width'>
  share: number
  name: string
  isLight: boolean
}

function PartName({ room: { x, width }, share, name, isLight, bars, size, y }: NameProps) {
  const fit = fits(name, size.kind === 'small' ? '' : bars.number(share), width)
  if (width === 0 || fit === 'nothing') return null
  return (
    <text
      class={isLight ? 'licht' : undefined}
      x={x + width / 2}
      y={y + size.tall / 2 + 5}
      text-anchor="middle"
    >
      {name}
      {fit === 'both' && size.kind !== 'small' && <tspan class="b"> {bars.number(share)}</tspan>}
    </text>
  )
}

/** Through a bar and half of the room to the next, so that one line runs through bars beneath each other. */
function AimLine({ x, size, y }: { x: number; size: BarSize; y: number }) {
  const beside = size.kind === 'narrow' ? 5 : (size.apart - size.tall) / 2
  const path = `M${x} ${y - beside}V${y + size.tall + beside}`
  return (
    <>
      <path class="doel-rand" d={path} />
      <path class="ref ambition" d={path} />
    </>
  )
}

/** Above the bars, at the side where there is room. */
function AimName({ aim, size }: { aim: NonNullable<BarChart['aim']>; size: BarSize }) {
  const isRight = size.kind === 'wide' && aim.share < MIDDLE
  return (
    <text
      class="naam-ambition"
      x={size.kind === 'wide' ? aimPlace(aim.share, size) : size.right}
      y={size.kind === 'wide' ? size.top + AIM_NAME_DOWN : AIM_NAME_DOWN}
      text-anchor={isRight ? 'start' : 'end'}
    >
      {aim.name}
    </text>
  )
}

const MIDDLE = 50
const AIM_NAME_DOWN = 14
