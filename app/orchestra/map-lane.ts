import type { PersonId } from '../kernel/id.ts'
import { type Bond, seatsOf, type TeamMap } from './team-map.ts'

/** Beside the names, who learns from whom: each bond has a lane of its own. */

/** A thread from one row to another, along its own lane. */
export type Thread = {
  readonly from: PersonId
  readonly to: PersonId
  readonly lane: number
  /** Where its lane runs. */
  readonly x: number
  readonly path: string
}
export type Lanes = ReadonlyMap<Bond, number>
const endsOf = (bond: Bond): PersonId[] => [
  ...(bond.from === null ? [] : [bond.from]),
  ...bond.people.map(({ id }) => id),
]

/** Every bond a lane beside the names, short ones nearest; no two that pass the same staff share one. */
export function lanesOf(map: TeamMap): Lanes {
  const places = new Map(seatsOf(map).map(({ person }, place) => [person.id, place]))
  const spans = map.bonds.map((bond) => {
    const at = endsOf(bond).map((id) => places.get(id) ?? 0)
    return { bond, from: Math.min(...at), to: Math.max(...at) }
  })
  spans.sort((one, other) => one.to - one.from - (other.to - other.from) || one.from - other.from)
  const taken: { from: number; to: number }[][] = []
  const lanes = new Map<Bond, number>()
  for (const span of spans) {
    const free = taken.findIndex((lane) => lane.every(({ from, to }) => to < span.from || from > span.to))
    const lane = free < 0 ? taken.length : free
    taken[lane] = [...(taken[lane] ?? []), span]
    lanes.set(span.bond, lane)
  }
  return lanes
}

/** What ends at somebody's name, from the outermost lane to the nearest. */
export const bondsAt = (map: TeamMap, id: PersonId, lanes: Lanes): Bond[] =>
  map.bonds
    .filter((bond) => endsOf(bond).includes(id))
    .toSorted((one, other) => (lanes.get(other) ?? 0) - (lanes.get(one) ?? 0))

const CORNER = 5

/** Where threads end at the names, and how far lanes lie apart. */
type Side = { readonly portX: number; readonly lane: number }
type Ported = {
  readonly seat: { readonly person: { readonly id: PersonId } }
  readonly ports: readonly { readonly y: number }[]
}

export function threadsOf(map: TeamMap, rows: readonly Ported[], lanes: Lanes, side: Side): Thread[] {
  const byId = new Map(rows.map((row) => [row.seat.person.id, row]))
  const portY = (bond: Bond, id: PersonId) => {
    const row = byId.get(id)
    return row?.ports[bondsAt(map, id, lanes).indexOf(bond)]?.y ?? 0
  }
  return map.bonds.flatMap((bond) => {
    const lane = lanes.get(bond) ?? 0
    const x = round(side.portX - 12 - lane * side.lane)
    return pairsOf(bond).map(([from, to]) => ({
      from,
      to,
      lane,
      x,
      path: pathOf(side.portX, x, portY(bond, from), portY(bond, to)),
    }))
  })
}

/** Who gives with each who learns; who learn together one after the other. */
function pairsOf({ from, people }: Bond): [PersonId, PersonId][] {
  const ids = people.map(({ id }) => id)
  if (from !== null) return ids.map((id) => [from, id])
  return ids.slice(1).map((id, place) => [ids[place] ?? id, id])
}

/** Out to the lane, along it, and back in, with round corners. */
function pathOf(portX: number, x: number, fromY: number, toY: number): string {
  const way = toY > fromY ? 1 : -1
  const bend = Math.min(CORNER, Math.abs(toY - fromY) / 2) * way
  return [
    `M${portX} ${fromY}H${round(x + CORNER)}`,
    `Q${x} ${fromY} ${x} ${round(fromY + bend)}`,
    `V${round(toY - bend)}`,
    `Q${x} ${toY} ${round(x + CORNER)} ${toY}H${portX}`,
  ].join('')
}

/** To a tenth of a unit: the drawing is not finer. */
export const round = (value: number) => Math.round(value * 10) / 10
