import type { Child } from 'hono/jsx'
import { type ChartSize, type LineChart, WIDE } from './chart.ts'
import { type BarChart, type BarSize, barsHeight, WIDE_BARS } from './chart-bars.ts'
import { BarsDrawing } from './chart-bars-view.tsx'
import { ChartDrawing } from './chart-view.tsx'

const FONT = '"Atkinson Hyperlegible Next", Verdana, sans-serif'

/** The look of a chart by itself, in the colours of paper: as in `chart.css`, for a file that stands alone. */
const LOOK = `
text { fill: #17202a; }
.zacht { fill: #4a535e; }
.klein { font-size: 14px; }
.b { font-weight: 600; }
.kop { font-size: 20px; font-weight: 600; }
.licht { fill: #fdfdfb; }
.rand { paint-order: stroke; stroke: #fdfdfb; stroke-width: 5px; stroke-linejoin: round; }
.as { stroke: #dcdcd5; }
.band { stroke: #e8e9e8; stroke-width: 18; }
.grens { stroke: #767d85; stroke-width: 1.25; fill: none; }
.grens.breuk { stroke-dasharray: 4 4; }
.achter { fill: none; stroke: #aab0b5; stroke-width: 1.5; stroke-linejoin: round; }
.lijn { fill: none; stroke: #17202a; stroke-width: 3; stroke-linejoin: round; stroke-linecap: round; }
.stip { fill: #17202a; stroke: #fdfdfb; stroke-width: 3; }
.stip.weinig { fill: #fdfdfb; stroke: #17202a; stroke-width: 2.5; }
.ref { fill: none; stroke: #4a535e; stroke-width: 1.75; }
.ref.signal { stroke-dasharray: 2 5; stroke-linecap: round; stroke-width: 3; }
.ref.comparable { stroke-dasharray: 10 5; }
.ref.national { stroke-dasharray: 10 4 2 4; }
.ref.ambition { stroke: #bd1730; stroke-width: 2.5; }
.doel-rand { fill: none; stroke: #fdfdfb; stroke-width: 6; }
.aim { fill: #bd1730; stroke: #fdfdfb; stroke-width: 3; }
.naam-ambition { fill: #bd1730; font-weight: 600; }
.naam-eigen { font-weight: 600; }
.deel { stroke: #fdfdfb; stroke-width: 2; }
.deel-1 { fill: #2e363f; }
.deel-2 { fill: #4e565d; }
.deel-3 { fill: #676d73; }
.deel-4 { fill: #a6a9ac; }
.deel-5 { fill: #c1c4c5; }
.deel-6 { fill: #d8dad9; }
.deel-7 { fill: #edeeec; }
.deel-leeg { fill: none; stroke: #767d85; stroke-width: 1.25; stroke-dasharray: 4 3; }
`

/** A line chart as an SVG file that needs nothing around it; `title` stands above it, where nothing else says what it is. */
export const chartImage = (
  chart: LineChart,
  size: ChartSize = WIDE,
  font = FONT,
  title: string | null = null,
  notes: readonly string[] = [],
): string => fileOf(<ChartDrawing chart={chart} size={size} />, size, font, { title, notes })

/** Bars of shares as an SVG file that needs nothing around it. */
export const barsImage = (
  bars: BarChart,
  size: BarSize = WIDE_BARS,
  font = FONT,
  title: string | null = null,
  notes: readonly string[] = [],
): string =>
  fileOf(
    <BarsDrawing bars={bars} size={size} />,
    { width: size.width, height: barsHeight(bars, size) },
    font,
    { title, notes },
  )

type Size = { readonly width: number; readonly height: number }

/** So much room does a title take above the drawing. */
const TITLE = 44

/** What stands around a drawing: its title above it, what must be said of it below. */
type Around = { readonly title: string | null; readonly notes: readonly string[] }

/** So much room does a line of a note take, and a letter in it. */
const NOTE = 22
const LETTER = 7.5

function fileOf(drawing: Child, { width, height }: Size, font: string, { title, notes }: Around): string {
  const above = title === null ? 0 : TITLE
  const lines = notes.flatMap((note) => linesOf(note, Math.floor(width / LETTER)))
  const room = lines.length === 0 ? 0 : NOTE * (lines.length + 1)
  const tall = height + above + room
  const drawn = String(drawing)
  const open = drawn.indexOf('>')
  const head = drawn
    .slice(0, open)
    .replace('<svg', `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${tall}"`)
    .replace(/viewBox="[^"]*"/, `viewBox="0 ${-above} ${width} ${tall}"`)
  const look = `svg { font-family: ${font}; font-size: 15px; background: #fdfdfb; }${LOOK}`
  const words =
    title === null
      ? ''
      : String(
          <text class="kop" x="4" y="-16">
            {title}
          </text>,
        )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}><style>${look}</style>${words}${drawn.slice(open + 1, -CLOSE.length)}${below(lines, height)}${CLOSE}\n`
}

const CLOSE = '</svg>'

const below = (lines: readonly string[], height: number): string =>
  lines
    .map((line, at) =>
      String(
        <text class="zacht klein" x="4" y={height + NOTE * (at + 1)}>
          {line}
        </text>,
      ),
    )
    .join('')

/** A sentence in lines of at most so many letters. */
function linesOf(text: string, most: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trimStart()
    if (longer.length > most) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}
