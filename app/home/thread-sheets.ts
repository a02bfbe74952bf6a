import { boxOf } from './thread-place.ts'
import type { Weave } from './thread-weave.ts'

/** A part of the drawing from one height to another. */
export type Strip = { readonly from: number; readonly to: number }
/** What comes on one sheet of paper, side by side. */
export type Sheet = readonly Strip[]

/** A3, landscape, within its margins and below the title: in points of 1/96 inch. */
const PAPER = { width: 1520, height: 985 }
const BETWEEN = 40
const HEAD = 40
/** Letters that are smaller than this part of their size on the screen are no longer read on paper. */
const LEAST = 0.58
const MOST_STRIPS = 4
const BEGIN = 40

/** How large the drawing comes out when it is cut in so many strips beside each other on so many sheets. */
function scaleOf({ width, height }: Weave, sheets: number, strips: number): number {
  const wide = PAPER.width / (strips * width + (strips - 1) * BETWEEN)
  return Math.min(1, wide, PAPER.height / ((height - BEGIN) / (sheets * strips) + HEAD))
}

/** The drawing on as few sheets of A3 as can be read, and on those as large as it comes. */
export function sheetsOf(weave: Weave): Sheet[] {
  for (let sheets = 1; ; sheets += 1) {
    const ways = Array.from({ length: MOST_STRIPS }, (_, place) => place + 1)
    const best = ways.reduce((one, other) =>
      scaleOf(weave, sheets, other) > scaleOf(weave, sheets, one) + 0.01 ? other : one,
    )
    if (scaleOf(weave, sheets, best) >= LEAST) return inSheets(cut(weave, sheets * best), best)
  }
}

const inSheets = (strips: readonly Strip[], each: number): Sheet[] =>
  Array.from({ length: Math.ceil(strips.length / each) }, (_, place) =>
    strips.slice(place * each, (place + 1) * each),
  )

/** Cuts where no words stand, as near as can be to equal parts; between two goals where one of these is near. */
function cut(weave: Weave, count: number): Strip[] {
  const free = freeHeights(weave)
  const seams = new Set(weave.seams)
  const near = (weave.height - BEGIN) / count / 6
  const farFrom = (y: number, ideal: number) => Math.abs(y - ideal) + (seams.has(y) ? 0 : near)
  const ideal = Array.from(
    { length: count - 1 },
    (_, place) => BEGIN + ((weave.height - BEGIN) * (place + 1)) / count,
  )
  const cuts = ideal.map((y) =>
    free.reduce((one, other) => (farFrom(other, y) < farFrom(one, y) ? other : one), BEGIN),
  )
  const edges = [...new Set([BEGIN, ...cuts, Math.ceil(weave.height)])].sort((one, other) => one - other)
  return edges.slice(1).map((to, place) => ({ from: edges[place] ?? BEGIN, to }))
}

/** The heights at which a cut goes through no words and no knot. */
function freeHeights({ placed, height }: Weave): number[] {
  const taken = new Set<number>()
  const take = (top: number, bottom: number) => {
    for (let y = Math.floor(top); y <= Math.ceil(bottom); y += 1) taken.add(y)
  }
  for (const { words, dots } of placed) {
    for (const one of words.map(boxOf)) take(one.top - 2, one.bottom + 2)
    for (const { y } of dots) take(y - 12, y + 12)
  }
  return Array.from({ length: Math.ceil(height) }, (_, y) => y).filter((y) => y > BEGIN && !taken.has(y))
}
