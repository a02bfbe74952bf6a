import { type Thread, tiesIn } from './thread.ts'
import { EDGES, type Placed } from './thread-place.ts'

/** A tie as it runs: thick from the vision to a goal, thin to a track, dotted to a day that is to come. */
export type Drawn = {
  readonly from: string
  readonly to: string
  readonly path: string
  readonly look: 'thick' | 'thin' | 'held' | 'planned'
}

/** Every tie of the thread as a path between its two knots; no path runs through words. */
export function drawnTies(
  thread: Thread,
  placed: readonly Placed[],
  lanes: ReadonlyMap<string, number>,
): Drawn[] {
  const at = new Map(placed.map((one) => [one.key, one]))
  return tiesIn(thread).flatMap(({ from, to }) => {
    const above = at.get(from)
    const below = at.get(to)
    return above && below ? [{ from, to, ...wayOf(above, below, lanes) }] : []
  })
}

function wayOf(
  above: Placed,
  below: Placed,
  lanes: ReadonlyMap<string, number>,
): Pick<Drawn, 'path' | 'look'> {
  if (below.knot.kind === 'evaluation') return toEvaluation(above, below)
  if (above.knot.kind === 'goal') {
    const way = sag(EDGES.goalOut, above.y, EDGES.trackIn, below.y, 6)
    return { path: `M${EDGES.goalOut} ${above.y}${way}`, look: 'thin' }
  }
  if (below.knot.kind === 'goal') {
    const way = sag(EDGES.lineOut, above.y, EDGES.goalIn, below.y, 10)
    return { path: `M${EDGES.lineOut} ${above.y}${way}`, look: 'thick' }
  }
  return { path: pastTheGoals(above, below, lanes), look: 'thin' }
}

/** From a line to a track straight away: between two goals, where no words stand. */
function pastTheGoals(above: Placed, below: Placed, lanes: ReadonlyMap<string, number>) {
  const own = below.knot.on[0] === above.key ? lanes.get(`own ${below.key}`) : undefined
  const lane = own ?? lanes.get(below.key) ?? below.y
  const to = sag(EDGES.lineOut, above.y, EDGES.goalIn, lane, own === undefined ? 0 : 10)
  const on = sag(EDGES.goalOut, lane, EDGES.trackIn, below.y, own === undefined ? 0 : 6)
  return `M${EDGES.lineOut} ${above.y}${to}H${EDGES.goalOut}${on}`
}

function toEvaluation(above: Placed, below: Placed): Pick<Drawn, 'path' | 'look'> {
  const dot = below.dots[0]
  const look = dot?.look === 'full' ? 'held' : 'planned'
  if (above.knot.kind !== 'goal')
    return { path: `M${EDGES.evaluationFrom} ${below.y}H${(dot?.x ?? 0) - 8}`, look }
  return { path: `M${dot?.x ?? 0} ${above.y}V${below.y - 7}`, look }
}

/** A curve from left to right that hangs through a little, as a thread does. */
function sag(fromX: number, fromY: number, toX: number, toY: number, depth: number): string {
  const middle = (fromX + toX) / 2
  return `C${middle} ${round(fromY + depth)} ${middle} ${round(toY + depth)} ${toX} ${toY}`
}

const round = (value: number) => Math.round(value * 10) / 10
