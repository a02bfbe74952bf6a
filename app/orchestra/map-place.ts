import type { PersonId } from '../kernel/id.ts'
import type { TopicKey } from '../school/topic.ts'
import { fitted, widthOf } from './letters.ts'
import { type Bond, type Part, type Seat, seatsOf, type TeamMap } from './team-map.ts'

/** The map as a score: a staff for everybody, a column for every topic, at the left who learns from whom. Units of the drawing. */

export const SIZES = {
  width: 1180,
  /** From one staff to the next, as long as not many threads end there. */
  row: 28,
  port: 9,
  bench: 46,
  /** Lanes stand closer when there are many. */
  lane: { least: 7, most: 14, together: 170 },
  names: 216,
  column: { least: 32, most: 56 },
  /** Topics stand on their side, at this slant. */
  slant: 52,
  heads: 182,
  /** How far they lean out of their column. */
  lean: 126,
} as const

export const LETTERS = {
  name: { size: 15, bold: true },
  groups: { size: 13.5 },
  bench: { size: 13.5, bold: true },
  topic: { size: 14.5 },
} as const

export type Column = { readonly topic: TopicKey; readonly x: number; readonly words: string }
export type Note = { readonly x: number; readonly topic: TopicKey; readonly part: Part }
/** Where a thread ends at somebody's name: who gives, who learns, or who learns together. */
export type Port = { readonly y: number; readonly look: 'gives' | 'learns' | 'together' }
export type Row = {
  readonly seat: Seat
  readonly y: number
  readonly top: number
  readonly bottom: number
  readonly name: string
  /** What of the groups fits behind the name; empty when nothing does. */
  readonly groups: string
  readonly groupsX: number
  readonly notes: readonly Note[]
  readonly ports: readonly Port[]
}
/** A thread from one row to another, along its own lane. */
export type Thread = {
  readonly from: PersonId
  readonly to: PersonId
  readonly lane: number
  /** Where its lane runs. */
  readonly x: number
  readonly path: string
}
export type BenchHead = {
  readonly words: string
  readonly y: number
  readonly top: number
  readonly bottom: number
}

export type Score = {
  readonly width: number
  readonly height: number
  readonly namesX: number
  readonly portX: number
  readonly staffX: number
  readonly headsY: number
  readonly columns: readonly Column[]
  readonly benches: readonly BenchHead[]
  readonly rows: readonly Row[]
  readonly threads: readonly Thread[]
}

/** What stands on the map in the reader's language. */
export type Words = {
  readonly topic: (topic: TopicKey) => string
  readonly bench: (name: string | null) => string
  readonly groups: (seat: Seat) => string
}

/** The whole drawing, by rules alone: the same map always gives the same drawing. */
export function score(map: TeamMap, words: Words): Score {
  const lanes = lanesOf(map)
  const count = Math.max(0, ...lanes.values()) + (lanes.size > 0 ? 1 : 0)
  const lane = between(SIZES.lane.together / Math.max(1, count), SIZES.lane)
  const portX = round(count * lane + 14)
  const namesX = portX + 12
  const staffX = namesX + SIZES.names
  const columns = columnsOf(map, staffX, words)
  const headsY = columns.length > 0 ? SIZES.heads : 10
  const { rows, benches, bottom } = rowsOf(map, { namesX, headsY, columns, lanes }, words)
  return {
    width: Math.max(SIZES.width, (columns.at(-1)?.x ?? 0) + SIZES.lean),
    height: bottom + 10,
    namesX,
    portX,
    staffX,
    headsY,
    columns,
    benches,
    rows,
    threads: threadsOf(map, rows, lanes, { portX, lane }),
  }
}

const between = (size: number, { least, most }: { readonly least: number; readonly most: number }) =>
  Math.min(most, Math.max(least, size))

function columnsOf({ topics }: TeamMap, staffX: number, words: Words): Column[] {
  const room = SIZES.width - SIZES.lean - staffX
  const step = between(room / Math.max(1, topics.length), SIZES.column)
  const longest = (SIZES.heads - 24) / Math.sin((SIZES.slant * Math.PI) / 180)
  return topics.map((topic, place) => ({
    topic,
    x: round(staffX + step * (place + 0.5)),
    words: fitted(words.topic(topic), LETTERS.topic, longest),
  }))
}

type Lanes = ReadonlyMap<Bond, number>
const endsOf = (bond: Bond): PersonId[] => [
  ...(bond.from === null ? [] : [bond.from]),
  ...bond.people.map(({ id }) => id),
]

/** Every bond a lane beside the names, short ones nearest; no two that pass the same staff share one. */
function lanesOf(map: TeamMap): Lanes {
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

type Ground = Pick<Score, 'namesX' | 'headsY' | 'columns'> & { readonly lanes: Lanes }

function rowsOf(map: TeamMap, ground: Ground, words: Words) {
  const rows: Row[] = []
  const benches: BenchHead[] = []
  let y = ground.headsY
  for (const { name, seats } of map.benches) {
    const top = y
    y += SIZES.bench
    for (const seat of seats) {
      const row = rowAt(seat, y, map, ground, words)
      rows.push(row)
      y = row.bottom
    }
    benches.push({ words: words.bench(name), y: top + SIZES.bench - 14, top: top + SIZES.bench, bottom: y })
  }
  return { rows, benches, bottom: y }
}

function rowAt(seat: Seat, top: number, map: TeamMap, ground: Ground, words: Words): Row {
  const bonds = bondsAt(map, seat.person.id, ground.lanes)
  const height = Math.max(SIZES.row, bonds.length * SIZES.port + 8)
  const y = round(top + height / 2)
  const name = fitted(seat.person.name, LETTERS.name, SIZES.names - 12)
  const groupsX = round(ground.namesX + widthOf(name, LETTERS.name) + 8)
  const room = ground.namesX + SIZES.names - 8 - groupsX
  const groups = words.groups(seat)
  return {
    seat,
    y,
    top,
    bottom: top + height,
    name,
    groups: room > 24 ? fitted(groups, LETTERS.groups, room) : '',
    groupsX,
    notes: ground.columns.flatMap(({ topic, x }) => {
      const part = seat.parts.get(topic)
      return part ? [{ topic, x, part }] : []
    }),
    ports: bonds.map((bond, place) => ({
      y: round(y + (place - (bonds.length - 1) / 2) * SIZES.port),
      look: lookOf(bond, seat.person.id),
    })),
  }
}

/** What ends at somebody's name, from the outermost lane to the nearest. */
const bondsAt = (map: TeamMap, id: PersonId, lanes: Lanes): Bond[] =>
  map.bonds
    .filter((bond) => endsOf(bond).includes(id))
    .toSorted((one, other) => (lanes.get(other) ?? 0) - (lanes.get(one) ?? 0))

const lookOf = (bond: Bond, id: PersonId): Port['look'] =>
  bond.from === null ? 'together' : bond.from === id ? 'gives' : 'learns'

const CORNER = 5

type Side = { readonly portX: number; readonly lane: number }

function threadsOf(map: TeamMap, rows: readonly Row[], lanes: Lanes, side: Side): Thread[] {
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
const round = (value: number) => Math.round(value * 10) / 10
