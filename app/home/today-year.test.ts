import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day, Moment } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import { newId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { freeDays, weeksOf } from '../year/free-days.ts'
import type { YearKind, YearMoment } from '../year/year.ts'
import { wayThrough } from './today.ts'
import { comingUp, knotsOf, MOST_COMING, nameAt, schoolWeekOf } from './today-year.ts'

const YEAR = '2026-2027' as SchoolYear
const TODAY = '2026-11-19' as Day
const wayTo = (day: Day) => wayThrough({ schoolYear: YEAR }, day)

const moment = (from: string, title: string, more: Partial<YearMoment> = {}): YearMoment => ({
  uid: `item-${from}-${title}`,
  kind: 'tests',
  from: from as Day,
  to: from as Day,
  startsAt: null,
  endsAt: null,
  title,
  about: '',
  note: '',
  place: '',
  href: '/year',
  personIds: null,
  changedAt: '2026-08-01T00:00:00.000Z' as Moment,
  source: { kind: 'item', id: newId<'year-item'>() },
  ...more,
})

describe('the week of school', () => {
  const weeks = weeksOf(YEAR, freeDays(YEAR, 'middle', []))
  it('counts from the first one, without holidays, and is none in a holiday', () => {
    expect(schoolWeekOf(weeks, '2026-08-31' as Day)).toEqual({ number: 1, of: 41 })
    expect(schoolWeekOf(weeks, '2026-10-16' as Day)?.number).toBe(7)
    expect(schoolWeekOf(weeks, '2026-10-20' as Day)).toBeNull()
    expect(schoolWeekOf(weeks, '2026-10-26' as Day)?.number).toBe(8)
    expect(schoolWeekOf(weeks, '2027-07-16' as Day)).toEqual({ number: 41, of: 41 })
  })
})

describe('the line of the year', () => {
  const nameOf = (of: Parameters<Parameters<typeof knotsOf>[2]['nameOf']>[0]) =>
    'plan' in of ? of.plan : of.moment.title
  const knots = (moments: readonly YearMoment[]) =>
    knotsOf(
      [
        { kind: 'adopted', day: TODAY, at: wayTo(TODAY), is: 'past' },
        { kind: 'mid', day: '2026-11-26' as Day, at: wayTo('2026-11-26' as Day), is: 'next' },
      ],
      moments,
      { today: TODAY, wayTo, nameOf },
    )

  it('shows what the school plans by day; a council is for the circle; what was adopted today has been', () => {
    const shown = knots([
      moment('2027-01-25', 'M-toetsen'),
      moment('2026-10-06', 'Groepsgesprekken', { kind: 'group-review' }),
      moment('2027-02-01', 'MR', { kind: 'council' }),
    ])
    expect(shown.map(({ of, is }) => [nameOf(of), is])).toEqual([
      ['Groepsgesprekken', 'past'],
      ['adopted', 'past'],
      ['mid', 'next'],
      ['M-toetsen', 'later'],
    ])
  })

  it('names never run into each other or off the line, and the plan’s own days come first', () => {
    const day = fc.integer({ min: 0, max: 364 }).map((days) => plusDays('2026-08-01' as Day, days))
    const one = fc.tuple(day, fc.string({ maxLength: 18 })).map(([on, title]) => moment(on, title))
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (moments) => {
        const named = knots(moments)
          .filter((knot) => knot.named)
          .map(({ at, of }) => nameAt(at, nameOf(of)))
          .toSorted((a, b) => a.from - b.from)
        for (const [place, { from, to }] of named.entries()) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeLessThanOrEqual(100)
          expect(from).toBeGreaterThan(named[place - 1]?.to ?? -1)
        }
        expect(knots(moments).some(({ of, named: isNamed }) => 'plan' in of && isNamed)).toBe(true)
        expect(knots(moments)).toHaveLength(moments.length + 2)
      }),
    )
  })
})

describe('what comes', () => {
  const me = newId<'person'>()
  const coming = (moments: readonly YearMoment[]) =>
    comingUp({ evaluations: [], visits: [], moments }, me, TODAY).map((one) =>
      'moment' in one ? one.moment.title : '',
    )

  it('is by day and clock, for this person, what goes on still too, and six at most', () => {
    const own = { kind: 'meeting' as YearKind, personIds: [newId<'person'>()] }
    expect(
      coming([
        moment('2026-12-01', 'middag', { startsAt: '2026-12-01T14:00:00.000Z' as Moment }),
        moment('2026-12-01', 'hele dag'),
        moment('2026-11-18', 'was gisteren'),
        moment('2026-11-16', 'loopt nog', { to: '2026-11-27' as Day }),
        moment('2026-11-24', 'van een ander', own),
        moment('2026-11-25', 'evaluatie', { kind: 'evaluation' }),
      ]),
    ).toEqual(['loopt nog', 'hele dag', 'middag'])
    const many = Array.from({ length: 9 }, (_, place) => moment(`2026-12-0${place + 1}`, String(place)))
    expect(coming(many)).toEqual(many.slice(0, MOST_COMING).map(({ title }) => title))
  })
})
