import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day, Moment } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import type { FeedEvent } from './feed.ts'
import { retell, type Told } from './told.ts'

const TODAY = '2026-11-19' as Day
const event = (uid: string, from = '2026-12-01', title = 'Iets'): FeedEvent => ({
  uid,
  from: from as Day,
  to: from as Day,
  startsAt: null,
  endsAt: null,
  title,
  place: '',
  href: '/year',
})
const printOf = ({ from, title }: FeedEvent) => `${from} ${title}`

/** What is known after telling: as the store keeps it. */
class Calendar {
  known: Told[] = []
  day = TODAY

  tell(...events: FeedEvent[]) {
    const now = { moment: `${this.day}T10:00:00.000Z` as Moment, today: this.day }
    const told = retell(this.known, events, printOf, now)
    const changed = new Map(told.changed.map((one) => [one.uid, one]))
    const fresh = told.changed.filter(({ uid }) => !this.known.some((one) => one.uid === uid))
    this.known = [...this.known.map((one) => changed.get(one.uid) ?? one), ...fresh].filter(
      ({ uid }) => !told.forgotten.includes(uid),
    )
    return told.shown.map((one) => `${one.uid} ${one.sequence}${one.event ? '' : ' gone'}`)
  }
}

describe('what a calendar is told', () => {
  it('the same stays the same; a change has a higher number', () => {
    const calendar = new Calendar()
    expect(calendar.tell(event('a'))).toEqual(['a 0'])
    expect(calendar.tell(event('a'))).toEqual(['a 0'])
    expect(calendar.tell(event('a', '2026-12-02'))).toEqual(['a 1'])
    expect(calendar.tell(event('a', '2026-12-02', 'Anders'))).toEqual(['a 2'])
  })

  it('what does not go on is said for thirty days, and comes back with a higher number', () => {
    const calendar = new Calendar()
    calendar.tell(event('a'), event('b'))
    expect(calendar.tell(event('b'))).toEqual(['b 0', 'a 1 gone'])
    expect(calendar.tell(event('b'))).toEqual(['b 0', 'a 1 gone'])
    expect(calendar.tell(event('a'), event('b'))).toEqual(['a 2', 'b 0'])
    calendar.tell(event('b'))
    calendar.day = plusDays(TODAY, 30)
    expect(calendar.tell(event('b'))).toContain('a 3 gone')
    calendar.day = plusDays(TODAY, 31)
    expect(calendar.tell()).not.toContain('a 3 gone')
  })

  it('what is over leaves without a word', () => {
    const calendar = new Calendar()
    calendar.tell(event('a', '2026-11-20'))
    calendar.day = plusDays(TODAY, 2)
    expect(calendar.tell()).toEqual([])
    expect(calendar.known).toEqual([])
  })

  it('whatever happens, a number never falls and each thing stands in it once', () => {
    const step = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('2026-12-01', '2026-12-09')),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const calendar = new Calendar()
        const last = new Map<string, number>()
        for (const things of steps) {
          const events = [...new Map(things).entries()].map(([uid, from]) => event(uid, from))
          const shown = calendar.tell(...events).map((line) => line.split(' '))
          expect(new Set(shown.map(([uid]) => uid)).size).toBe(shown.length)
          for (const [uid = '', sequence] of shown) {
            expect(Number(sequence)).toBeGreaterThanOrEqual(last.get(uid) ?? 0)
            last.set(uid, Number(sequence))
          }
          expect(calendar.tell(...events)).toEqual(shown.map((line) => line.join(' ')))
        }
      }),
    )
  })
})
