import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTeam, largeTeam } from '../../test/random-team.ts'
import { widthOf } from './letters.ts'
import { LETTERS, type Notation, notation, type Row, SIZES } from './map-place.ts'
import { seatsOf, type TeamMap } from './team-map.ts'

const draw = (map: TeamMap): Notation =>
  notation(map, {
    topic: (topic) => `Onderwerp ${topic}`,
    bench: (name) => name ?? 'Voor de hele school',
    groups: ({ person }) => person.groups.join(', '),
  })

/** Every height at which a thread runs along its lane. */
const spanOf = (path: string) => {
  const heights = [...path.matchAll(/M\S+ ([\d.]+)|H\S*Q\S+ \S+ \S+ ([\d.]+)|V([\d.]+)/g)].map((found) =>
    Number(found[1] ?? found[2] ?? found[3]),
  )
  return { from: Math.min(...heights), to: Math.max(...heights) }
}

const endsOf = (path: string) => {
  const start = /^M([\d.]+) ([\d.]+)/.exec(path)
  const end = / ([\d.]+)H([\d.]+)$/.exec(path)
  return {
    start: { x: Number(start?.[1]), y: Number(start?.[2]) },
    end: { x: Number(end?.[2]), y: Number(end?.[1]) },
  }
}

describe.each([
  ['any team', anyTeam, 150],
  ['sixty people', largeTeam, 15],
])('the notation: %s', (_, teams, runs) => {
  const holds = (check: (map: TeamMap, drawn: Notation) => void) =>
    fc.assert(
      fc.property(teams, (map) => check(map, draw(map))),
      { numRuns: runs },
    )

  it('has everybody once, in the order in which they sit, whoever wrote nothing too', () => {
    holds((map, { rows }) => {
      expect(rows.map(({ seat }) => seat.person.id)).toEqual(seatsOf(map).map(({ person }) => person.id))
    })
  })

  it('lays no staff over another, and nothing outside the paper', () => {
    holds((_map, { rows, columns, width, height }) => {
      const below = (one: Row, other: Row | undefined) => !other || one.bottom <= other.top
      expect(rows.every((row, place) => below(row, rows[place + 1]))).toBe(true)
      for (const { top, bottom, y, ports } of rows) {
        for (const at of [y, ...ports.map((port) => port.y)]) expect(at > top && at < bottom).toBe(true)
        expect(bottom).toBeLessThanOrEqual(height)
      }
      for (const { x } of columns) expect(x + SIZES.lean).toBeLessThanOrEqual(width)
    })
  })

  it('keeps names and groups before the staff, and topics apart', () => {
    holds((_map, { rows, columns, namesX, staffX }) => {
      for (const { name, groups, groupsX } of rows) {
        const end = groups ? groupsX + widthOf(groups, LETTERS.groups) : namesX + widthOf(name, LETTERS.name)
        expect(end).toBeLessThanOrEqual(staffX)
        expect(groups === '' || groupsX > namesX + widthOf(name, LETTERS.name)).toBe(true)
      }
      for (const [place, { x }] of columns.entries()) {
        const next = columns[place + 1]
        if (next) expect(next.x - x).toBeGreaterThanOrEqual(SIZES.column.least - 0.2)
      }
    })
  })

  it('has a note for everything that somebody plays, in its own column, and for nothing else', () => {
    holds((_map, { rows, columns }) => {
      const at = new Map(columns.map(({ topic, x }) => [topic, x]))
      for (const { seat, notes } of rows) {
        expect(notes.map(({ topic }) => topic).toSorted()).toEqual([...seat.parts.keys()].toSorted())
        for (const { topic, x } of notes) expect(x).toBe(at.get(topic))
      }
    })
  })

  it('ties every two who learn from or with each other, from port to port', () => {
    holds((map, { rows, threads, portX }) => {
      const byId = new Map(rows.map((row) => [row.seat.person.id, row]))
      const looks = map.bonds.flatMap(({ from, people }) =>
        people.flatMap(({ id }, place) => {
          const before = people[place - 1]
          return from !== null ? [`${from} ${id}`] : before ? [`${before.id} ${id}`] : []
        }),
      )
      expect(threads.map(({ from, to }) => `${from} ${to}`).toSorted()).toEqual(looks.toSorted())
      for (const { from, to, path } of threads) {
        const { start, end } = endsOf(path)
        expect([start.x, end.x]).toEqual([portX, portX])
        expect(byId.get(from)?.ports.map(({ y }) => y)).toContain(start.y)
        expect(byId.get(to)?.ports.map(({ y }) => y)).toContain(end.y)
      }
    })
  })

  it('lets no two bonds share a lane past the same staff, and keeps every lane left of the names', () => {
    holds((map, { threads, namesX }) => {
      const bondOf = (from: string, to: string) =>
        map.bonds.findIndex(
          (bond) =>
            (bond.from === from && bond.people.some(({ id }) => id === to)) ||
            (bond.from === null && [from, to].every((end) => bond.people.some(({ id }) => id === end))),
        )
      const spans = threads.map(({ from, to, lane, x, path }) => ({
        bond: bondOf(from, to),
        lane,
        x,
        ...spanOf(path),
      }))
      for (const one of spans) {
        expect(one.x > 0 && one.x < namesX).toBe(true)
        for (const other of spans) {
          if (one.bond === other.bond || one.lane !== other.lane || sameTwo(map, one.bond, other.bond))
            continue
          expect(one.to < other.from || other.to < one.from).toBe(true)
        }
      }
    })
  })

  it('draws the same map always alike', () => {
    holds((map, drawn) => {
      expect(draw(map)).toEqual(drawn)
    })
  })
})

/** Two bonds of the same people can't be told apart by the two ends of a thread alone. */
function sameTwo(map: TeamMap, one: number, other: number): boolean {
  const ends = (place: number) => {
    const bond = map.bonds[place]
    return bond ? [bond.from, ...bond.people.map(({ id }) => id)].filter((id) => id !== null) : []
  }
  return ends(one).filter((id) => ends(other).includes(id)).length > 1
}
