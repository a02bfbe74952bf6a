import { wrapped } from '../orchestra/letters.ts'
import type { Knot, Thread } from './thread.ts'
import { type Block, blocksOf, type Group, type Row } from './thread-blocks.ts'
import { placedGoal, placedLine, placedRow, roomBelow } from './thread-knots.ts'
import { EDGES, type Label, LETTERS, type Placed } from './thread-place.ts'
import { type Drawn, drawnTies } from './thread-ties.ts'

/** The drawing of a thread: where every knot stands and how every tie runs, in units of the drawing. */
export type Weave = {
  readonly width: number
  readonly height: number
  /** In reading order; every knot once. */
  readonly placed: readonly Placed[]
  /** Every tie once. */
  readonly ties: readonly Drawn[]
  /** The heights between one goal with its tracks and the next. */
  readonly seams: readonly number[]
}

const ROW = 38
const BETWEEN_GROUPS = 16
const BETWEEN_BLOCKS = 26
const TOP = 56

type Labels = (knot: Knot) => Label

/** A group with its place: `top` of its space, `y` of the thread of its goal. */
type Laid = {
  readonly group: Group
  readonly top: number
  readonly height: number
  readonly y: number
  readonly rowYs: readonly number[]
}

/** Draws a thread: lines at the left, then goals, tracks, and the days on which is looked back. */
export function weave(thread: Thread, labels: Labels): Weave {
  const { blocks, bareLines, looseGoals, looseRows } = blocksOf(thread)
  const placed: Placed[] = []
  const lanes = new Map<string, number>()
  let y = TOP
  for (const block of blocks) {
    const end = layBlock(block, y, labels, placed, lanes)
    y = end + BETWEEN_BLOCKS
  }
  const ends = [
    layBare(bareLines, y, labels, placed),
    layLoose(looseGoals, looseRows, y, labels, placed, lanes),
  ]
  const height = Math.max(...ends, y - BETWEEN_BLOCKS) + BETWEEN_BLOCKS
  const inOrder = new Map(thread.knots.map(({ key }, place) => [key, place]))
  placed.sort((one, other) => (inOrder.get(one.key) ?? 0) - (inOrder.get(other.key) ?? 0))
  return { width: EDGES.width, height, placed, ties: drawnTies(thread, placed, lanes), seams: seamsIn(lanes) }
}

const seamsIn = (lanes: ReadonlyMap<string, number>) =>
  [...new Set([...lanes].filter(([key]) => !key.startsWith('own ')).map(([, y]) => Math.floor(y)))].sort(
    (one, other) => one - other,
  )

function layBlock(
  { line, groups }: Block,
  top: number,
  labels: Labels,
  placed: Placed[],
  lanes: Map<string, number>,
) {
  const words = wrapped(labels(line).text, LETTERS.line, EDGES.lineWidth, 4)
  const needed = words.length * LETTERS.line.step + 8
  const total = groups.reduce((sum, group) => sum + heightOf(group, labels), 0)
  const height = Math.max(needed, total + BETWEEN_GROUPS * Math.max(0, groups.length - 1))
  let at = top + (height - total - BETWEEN_GROUPS * Math.max(0, groups.length - 1)) / 2
  const laid = groups.map((group) => {
    const one = layGroup(group, at, labels)
    at += one.height + BETWEEN_GROUPS
    return one
  })
  for (const one of laid) placeGroup(one, labels, placed, lanes)
  const middle = laid.length > 0 ? ((laid[0]?.y ?? 0) + (laid.at(-1)?.y ?? 0)) / 2 : top + height / 2
  const lineY = clamp(middle, top + needed / 2, top + height - needed / 2)
  placed.push(placedLine(line, lineY, words, labels(line).under ?? ''))
  return top + height
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)

const titleOf = (group: Group, labels: Labels) =>
  group.goal ? wrapped(labels(group.goal).text, LETTERS.goal, EDGES.goalWidth, 4) : []

const below = (group: Group, labels: Labels) => roomBelow(lookedAt(group.evaluation, labels))

const lookedAt = (of: Group['evaluation'], labels: Labels) => of && { of, label: labels(of) }

function heightOf(group: Group, labels: Labels) {
  const title = titleOf(group, labels).length * LETTERS.goal.step
  return Math.max(group.rows.length * ROW, group.goal ? title + 12 + below(group, labels) : 0)
}

function layGroup(group: Group, top: number, labels: Labels): Laid {
  const height = heightOf(group, labels)
  const title = titleOf(group, labels).length * LETTERS.goal.step
  const y = group.goal
    ? clamp(top + height / 2, top + title + 12, top + height - below(group, labels))
    : top + height / 2
  const first = top + (height - group.rows.length * ROW) / 2
  return { group, top, height, y, rowYs: group.rows.map((_, place) => first + (place + 0.5) * ROW) }
}

/** `lanes`: where a tie that comes from another line passes between the goals, by the key of what it goes to. */
function placeGroup(laid: Laid, labels: Labels, placed: Placed[], lanes: Map<string, number>) {
  const { group, y, top, rowYs } = laid
  if (group.goal) {
    const words = titleOf(group, labels)
    const evaluation = lookedAt(group.evaluation, labels)
    placed.push(...placedGoal(group.goal, y, words, evaluation, group.rows.length > 0))
  }
  for (const [place, row] of group.rows.entries()) {
    placed.push(...placeRow(row, rowYs[place] ?? y, labels))
    lanes.set(row.of.key, top - BETWEEN_GROUPS / 2)
    if (!group.goal) lanes.set(`own ${row.of.key}`, y)
  }
}

const placeRow = ({ of, evaluation }: Row, y: number, labels: Labels): Placed[] =>
  placedRow(of, y, labels(of), lookedAt(evaluation, labels))

/** Vision lines that carry nothing, one below the other beside what is loose. */
function layBare(lines: readonly Knot[], top: number, labels: Labels, placed: Placed[]): number {
  let y = top
  for (const line of lines) {
    const { text, under = '' } = labels(line)
    const words = wrapped(text, LETTERS.line, EDGES.lineWidth, 4)
    const height = words.length * LETTERS.line.step + (under ? LETTERS.small.step : 0)
    placed.push(placedLine(line, y + height / 2, words, under))
    y += height + BETWEEN_GROUPS
  }
  return y
}

/** Goals that hang on nothing, with their rows; then rows that hang on nothing. */
function layLoose(
  goals: readonly Group[],
  rows: readonly Row[],
  top: number,
  labels: Labels,
  placed: Placed[],
  lanes: Map<string, number>,
): number {
  let goalY = top
  let rowY = top
  for (const group of goals.toSorted(
    (one, other) => Number(other.rows.length > 0) - Number(one.rows.length > 0),
  )) {
    const laid = layGroup(group, goalY, labels)
    placeGroup(laid, labels, placed, lanes)
    goalY += laid.height + BETWEEN_GROUPS
    if (group.rows.length > 0) rowY = goalY
  }
  for (const row of rows) {
    placed.push(...placeRow(row, rowY + ROW / 2, labels))
    rowY += ROW
  }
  return Math.max(goalY, rowY)
}
