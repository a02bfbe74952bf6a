import { circleFor, WideCircle } from './circle-view.tsx'
import type { YearSheet } from './year-sheet.ts'

/** The look of the circle by itself, in the colours of paper: as in `circle.css`, for a file that stands alone. */
const LOOK = `
svg { font-family: "Atkinson Hyperlegible Next", Verdana, sans-serif; font-size: 16.5px; background: #fdfdfb; }
text { fill: #17202a; }
.zacht, .maand { fill: #4a535e; font-size: 16px; }
.b { font-weight: 600; }
.rand { fill: none; stroke: #dcdcd5; stroke-width: 1; }
.arceer { stroke: #767d85; stroke-width: 1; opacity: .55; }
.week { fill: #767d85; }
.week.volle { fill: #17202a; }
.vaknaam { font-size: 14.5px; fill: #4a535e; stroke: #fdfdfb; stroke-width: 6px; paint-order: stroke; }
.toets { fill: none; stroke: #795409; stroke-width: 9; }
.toets.smal { stroke-width: 5; }
.verg { stroke: #17202a; stroke-width: 3; fill: none; }
.groepb { fill: #fdfdfb; stroke: #27694f; stroke-width: 2.5; }
.d { fill: none; stroke: #bd1730; stroke-width: 3; stroke-linecap: round; }
.toekomst { fill: none; stroke: #767d85; stroke-width: 2; stroke-dasharray: .1 7; stroke-linecap: round; }
.kn { fill: #bd1730; stroke: #fdfdfb; stroke-width: 3; }
.kn.open { fill: #fdfdfb; stroke: #bd1730; stroke-width: 2.5; }
.kn.straks { fill: #fdfdfb; stroke: #767d85; stroke-width: 2; }
.leid { stroke: #dcdcd5; fill: none; stroke-width: 1; }
.leid.sterk { stroke: #17202a; stroke-width: 1.25; }
.naald { fill: #17202a; }
.oog { stroke: #fdfdfb; stroke-width: 2.4; stroke-linecap: round; }
.hart { font: 500 25px "Source Serif 4", Georgia, serif; }
`

/** The circle as an SVG file that needs nothing around it. */
export function circleImage(sheet: YearSheet): string {
  const drawn = String(<WideCircle sheet={sheet} circle={circleFor(sheet)} />)
  const open = drawn.indexOf('>')
  const head = drawn
    .slice(0, open)
    .replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" width="816" height="872"')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}><style>${LOOK}</style>${drawn.slice(open + 1)}\n`
}
