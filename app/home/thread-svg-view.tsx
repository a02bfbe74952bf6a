import { html } from 'hono/html'
import type { Knot } from './thread.ts'
import { type Dot, EDGES, type Placed, type Words } from './thread-place.ts'
import type { Sheet } from './thread-sheets.ts'
import type { Drawn } from './thread-ties.ts'
import type { Weave } from './thread-weave.ts'
import { sentenceFor, type Telling } from './thread-words-view.ts'

type WeaveProps = { weave: Weave; telling: Telling; hrefOf: (knot: Knot) => string }

/** The thread as one drawing; a link for everything on it, in reading order. */
export function WeaveSvg({ weave, telling, hrefOf }: WeaveProps) {
  const { text } = telling
  const count = (kind: Knot['kind']) => telling.thread.knots.filter((knot) => knot.kind === kind).length
  const numbers = new Map(weave.placed.map(({ key }, place) => [key, place]))
  return (
    <svg
      class="weefsel"
      viewBox={`0 0 ${weave.width} ${Math.ceil(weave.height)}`}
      role="group"
      aria-label={text.drawing(count('line'), count('goal'), count('track'))}
      data-draad
    >
      <ColumnHeads telling={telling} />
      <g id="weefsel" class="draden">
        {weave.ties.map((tie) => (
          <TiePath tie={tie} numbers={numbers} />
        ))}
        {weave.placed.map((placed) => (
          <PlacedKnot placed={placed} numbers={numbers} telling={telling} href={hrefOf(placed.knot)} />
        ))}
      </g>
    </svg>
  )
}

function ColumnHeads({ telling: { text } }: { telling: Telling }) {
  const heads = [
    { x: EDGES.lineText, name: text.columns.line, anchor: 'end' },
    { x: EDGES.goalText, name: text.columns.goal, anchor: 'start' },
    { x: EDGES.trackText, name: text.columns.track, anchor: 'start' },
    { x: EDGES.evaluationText - 24, name: text.columns.evaluation, anchor: 'start' },
  ]
  return (
    <g class="draden" aria-hidden="true">
      <line class="kolomlijn" x1="0" x2={EDGES.width} y1="34" y2="34" />
      {heads.map(({ x, name, anchor }) => (
        <text class="kolomkop" x={x} y="18" text-anchor={anchor}>
          {name}
        </text>
      ))}
    </g>
  )
}

type Numbers = ReadonlyMap<string, number>
const TIES: Record<Drawn['look'], string> = { thick: 'd', thin: 'd dun', held: 'd dun', planned: 'd straks' }

const TiePath = ({ tie, numbers }: { tie: Drawn; numbers: Numbers }) => (
  <path class={TIES[tie.look]} d={tie.path} data-t={`${numbers.get(tie.from)} ${numbers.get(tie.to)}`} />
)

type PlacedProps = { placed: Placed; numbers: Numbers; telling: Telling; href: string }

/** Its title is no title of the page: as an element, hono would carry it to the head. */
function PlacedKnot({ placed, numbers, telling, href }: PlacedProps) {
  const { key, knot, wave, under, y } = placed
  const on = knot.on.map((one) => numbers.get(one)).join(' ')
  return (
    <a href={href} class={knot.loose ? 'los' : undefined} data-n={numbers.get(key)} data-op={on || undefined}>
      {html`<title>${sentenceFor(knot, telling)}</title>`}
      {under && <path class={knot.loose ? 'd rafel' : 'd'} d={`M${EDGES.goalIn} ${y}H${EDGES.goalOut}`} />}
      {wave && <path class="d rafel" d={waveFrom(wave)} />}
      {placed.dots.map((dot) => (
        <DotMark dot={dot} large={knot.kind === 'line'} asks={knot.ends.length > 0 && !knot.loose} />
      ))}
      {placed.words.map((words) => (
        <WordsLine words={words} />
      ))}
    </a>
  )
}

/** A thread that hangs down from nothing. */
const waveFrom = ({ x, y }: { x: number; y: number }) =>
  `M${x} ${y}c10 -8 17 3 26 6s20 -12 33 -${x > EDGES.lineKnot + 20 ? 7 : 4}`

const DOTS: Record<Dot['look'], string> = { full: 'k', open: 'k open', loose: 'k los' }

/** `asks`: fastened, and something about it is still open. */
function DotMark({ dot: { x, y, look }, large, asks }: { dot: Dot; large: boolean; asks: boolean }) {
  return (
    <>
      <circle class={DOTS[look]} cx={x} cy={y} r={large ? 7 : 6} />
      {asks && <circle class="k vraagt" cx={x} cy={y} r={large ? 11 : 10} />}
    </>
  )
}

const LOOKS = { line: 'vt', goal: 'dt', name: 'tn', soft: 'ts', small: 'tk' } as const

function WordsLine({ words: { x, y, end, parts } }: { words: Words }) {
  const [only] = parts
  if (parts.length === 1 && only) {
    return (
      <text class={LOOKS[only.look]} x={x} y={y} text-anchor={end ? 'end' : undefined}>
        {only.text}
      </text>
    )
  }
  return (
    <text x={x} y={y}>
      {parts.map(({ text, look }) => (
        <tspan class={LOOKS[look]}>{text}</tspan>
      ))}
    </text>
  )
}

/** The same drawing on paper: cut between two rows, the strips side by side on a sheet. */
export function PrintedWeave({
  sheets,
  width,
  telling,
}: {
  sheets: readonly Sheet[]
  width: number
  telling: Telling
}) {
  return (
    <div class="weefpapier" aria-hidden="true">
      {sheets.map((sheet) => (
        <div class="weefblad">
          {sheet.map(({ from, to }) => (
            <svg class="weefsel" viewBox={`0 0 ${width} ${Math.ceil(to - from + 40)}`}>
              <ColumnHeads telling={telling} />
              <svg
                y="40"
                width={width}
                height={Math.ceil(to - from)}
                viewBox={`0 ${from} ${width} ${Math.ceil(to - from)}`}
              >
                <use href="#weefsel" />
              </svg>
            </svg>
          ))}
        </div>
      ))}
    </div>
  )
}
