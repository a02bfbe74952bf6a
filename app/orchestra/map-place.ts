import type { PersonId } from '../kernel/id.ts'
import type { TopicKey } from '../school/topic.ts'
import { fitted, widthOf } from './letters.ts'
import { bondsAt, type Lanes, lanesOf, round, type Thread, threadsOf } from './map-lane.ts'
import type { Bond, Part, Seat, TeamMap } from './team-map.ts'

/** The map as notation: a staff for everybody, a column for every topic, at the left who learns from whom. Units of the drawing. */

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
export type BenchHead = {
  readonly words: string
  readonly y: number
  readonly top: number
  readonly bottom: number
}

export type Notation = {
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
export function notation(map: TeamMap, words: Words): Notation {
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

type Ground = Pick<Notation, 'namesX' | 'headsY' | 'columns'> & { readonly lanes: Lanes }

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

const lookOf = (bond: Bond, id: PersonId): Port['look'] =>
  bond.from === null ? 'together' : bond.from === id ? 'gives' : 'learns'
