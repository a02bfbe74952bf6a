import { describe, expect, it } from 'vitest'
import { type Day, type Moment, parseDay } from '../kernel/day.ts'
import { daysBetween, mondayOf, plusDays, weekdayOf, weekNumber } from '../kernel/days.ts'
import { firstDay, nextYear, type SchoolYear } from '../kernel/school-year.ts'
import { REGIONS } from '../school/school.ts'
import { easterOf, feastDaysOf } from './feast-days.ts'
import { nameOfDay, spanInSentence } from './free-day-text.ts'
import { freeDays, freeRows, type HolidayChange, weeksOf } from './free-days.ts'
import { HOLIDAY_KEYS } from './holiday-span.ts'
import { holidaysOf } from './holidays.ts'

const YEARS = ['2025-2026', '2026-2027', '2027-2028'] as SchoolYear[]
const YEAR = '2026-2027' as SchoolYear
const day = (text: string) => text as Day
const change = (key: string, from: string | null, to: string | null, name = ''): HolidayChange => ({
  schoolYear: YEAR,
  key,
  name,
  from: from as Day | null,
  to: to as Day | null,
  changedAt: '2026-09-01T08:00:00.000Z' as Moment,
})

describe('counting in days', () => {
  it('goes over months, leap days and summer time alike', () => {
    expect(plusDays(day('2028-02-28'), 1)).toBe('2028-02-29')
    expect(plusDays(day('2027-03-27'), 2)).toBe('2027-03-29')
    expect(plusDays(day('2026-10-26'), -2)).toBe('2026-10-24')
    expect(daysBetween(day('2026-10-24'), day('2026-10-26'))).toBe(2)
    expect(daysBetween(day('2026-03-30'), day('2026-03-28'))).toBe(-2)
  })

  it('knows Mondays and the numbers of weeks', () => {
    expect(weekdayOf(day('2026-11-19'))).toBe(4)
    expect(weekdayOf(day('2026-11-22'))).toBe(7)
    expect(mondayOf(day('2026-11-22'))).toBe('2026-11-16')
    expect(mondayOf(day('2026-11-16'))).toBe('2026-11-16')
    expect(weekNumber(day('2026-11-19'))).toBe(47)
    expect(weekNumber(day('2027-01-03'))).toBe(53)
    expect(weekNumber(day('2027-01-04'))).toBe(1)
    expect(weekNumber(day('2025-12-29'))).toBe(1)
  })
})

describe('the files of holidays', () => {
  it.each(YEARS)(
    'of %s hold days that exist, from a Saturday to a Sunday, in the order of the year',
    (year) => {
      const file = holidaysOf(year)
      for (const region of REGIONS) {
        const spans = HOLIDAY_KEYS.map((key) => file?.holidays[key][region] ?? [day(''), day('')])
        for (const [from, to] of spans) {
          expect([parseDay(from), parseDay(to)]).toEqual([from, to])
          expect([weekdayOf(from), weekdayOf(to)]).toEqual([6, 7])
          expect(from >= firstDay(year) && from < firstDay(nextYear(year))).toBe(true)
        }
        expect(spans.toSorted(([one], [other]) => (one < other ? -1 : 1))).toEqual(spans)
        const lengths = spans.map(([from, to]) => (daysBetween(from, to) + 1 - 2) / 7)
        expect(lengths.map(Math.ceil)).toEqual([1, 2, 1, 1, 6])
      }
    },
  )

  it('spread the regions over autumn, spring and summer as published', () => {
    const spans = holidaysOf(YEAR)!.holidays
    expect(spans.autumn.north).toEqual(['2026-10-10', '2026-10-18'])
    expect(spans.autumn.south).toEqual(['2026-10-17', '2026-10-25'])
    expect(spans.spring.south).toEqual(['2027-02-13', '2027-02-21'])
    expect(spans.summer.south).toEqual(['2027-07-24', '2027-09-05'])
  })
})

describe('feast days', () => {
  it('follow Easter, which a table of the church tells too', () => {
    const known = [
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2028-04-16',
      '2038-04-25',
      '2035-03-25',
    ]
    expect(known.map((one) => easterOf(Number(one.slice(0, 4))))).toEqual(known)
    const feasts = feastDaysOf(YEAR)
    expect(feasts['easter-monday'][0]).toBe('2027-03-29')
    expect(feasts.ascension).toEqual(['2027-05-06', '2027-05-07'])
    expect(feasts['whit-monday'][0]).toBe('2027-05-17')
  })

  it('keep the King’s birthday off a Sunday', () => {
    expect(feastDaysOf('2024-2025' as SchoolYear)['kings-day'][0]).toBe('2025-04-26')
    expect(feastDaysOf(YEAR)['kings-day'][0]).toBe('2027-04-27')
  })
})

describe('the free days of a school', () => {
  const free = freeDays(YEAR, 'middle', [])

  it('are holidays, feast days and weekends, and no others', () => {
    expect(free.isFree(day('2026-10-19'))).toBe(true)
    expect(free.isFree(day('2027-05-17'))).toBe(true)
    expect(free.isFree(day('2026-11-21'))).toBe(true)
    expect(free.isHoliday(day('2026-11-21'))).toBe(false)
    expect(free.isFree(day('2026-11-19'))).toBe(false)
    expect(nameOfDay(free, day('2026-12-25'), 'nl')).toBe('Kerstvakantie')
    expect(nameOfDay(free, day('2027-05-17'), 'en')).toBe('Whit Monday')
    expect(nameOfDay(free, day('2026-11-21'), 'nl')).toBeNull()
  })

  it('begin with the rest of the summer before, of the region', () => {
    expect(free.isFree(day('2026-08-28'))).toBe(true)
    expect(free.isFree(day('2026-08-31'))).toBe(false)
    expect(freeDays(YEAR, 'north', []).isFree(day('2026-08-17'))).toBe(false)
    expect(free.isFree(day('2027-08-15'))).toBe(true)
    expect(freeDays('2025-2026' as SchoolYear, 'middle', []).isFree(day('2025-08-29'))).toBe(true)
  })

  it('are counted as of the middle until the region is said', () => {
    const unsaid = freeDays(YEAR, null, [])
    expect([unsaid.region, unsaid.regionIsGuessed]).toEqual(['middle', true])
  })

  it('follow what the school changed: longer, not free, one of its own', () => {
    const own = freeDays(YEAR, 'middle', [
      change('may', '2027-04-24', '2027-05-09'),
      change('good-friday', null, null),
      change('own-1', '2026-11-23', '2026-11-23', 'Studiedag van de stichting'),
    ])
    expect(own.isFree(day('2027-05-04'))).toBe(true)
    expect(free.isFree(day('2027-05-04'))).toBe(false)
    expect(own.isFree(day('2027-03-26'))).toBe(false)
    expect(nameOfDay(own, day('2026-11-23'), 'nl')).toBe('Studiedag van de stichting')
  })

  it('tell no feast day apart within a holiday', () => {
    const long = freeDays(YEAR, 'middle', [change('may', '2027-04-24', '2027-05-09')])
    expect(long.spans.map(({ key }) => key)).not.toContain('liberation-day')
    expect(nameOfDay(long, day('2027-04-27'), 'nl')).toBe('Meivakantie')
  })

  it('of a year without a file are weekends and feast days, until the school gives its own', () => {
    const later = '2031-2032' as SchoolYear
    const bare = freeDays(later, 'south', [])
    expect(bare.spans.every(({ kind }) => kind === 'feast')).toBe(true)
    const given = { ...change('autumn', '2031-10-18', '2031-10-26'), schoolYear: later }
    expect(freeDays(later, 'south', [given]).isFree(day('2031-10-20'))).toBe(true)
    expect(freeRows(later, bare, []).find(({ key }) => key === 'autumn')?.from).toBeNull()
  })
})

describe('the weeks of a school year', () => {
  const weeks = weeksOf(YEAR, freeDays(YEAR, 'middle', []))

  it('are counted from the first school day, free weeks left out', () => {
    const of = (monday: string) => weeks.find((one) => one.monday === monday)
    expect(of('2026-08-31')?.schoolWeek).toBe(1)
    expect(of('2026-10-19')).toMatchObject({ schoolWeek: null, isFree: true, schoolDays: [] })
    expect(of('2026-11-16')).toMatchObject({ schoolWeek: 11, number: 47 })
    expect(of('2026-11-16')?.schoolDays).toHaveLength(5)
    expect(of('2027-05-03')?.schoolDays).toEqual(['2027-05-03', '2027-05-04'])
  })

  it('cover the whole school year once, each day in one week', () => {
    for (const year of YEARS) {
      for (const region of REGIONS) {
        const all = weeksOf(year, freeDays(year, region, []))
        expect(all[0]!.monday <= firstDay(year) && all.at(-1)!.monday <= `${year.slice(5)}-07-31`).toBe(true)
        for (const [place, one] of all.entries()) {
          if (place > 0) expect(daysBetween(all[place - 1]!.monday, one.monday)).toBe(7)
        }
        const counted = all.filter(({ schoolWeek }) => schoolWeek !== null)
        expect(counted.map(({ schoolWeek }) => schoolWeek)).toEqual(counted.map((_, place) => place + 1))
        expect(counted.length).toBeGreaterThan(37)
        expect(counted.length).toBeLessThan(45)
      }
    }
  })
})

describe('a free day in a sentence', () => {
  it('is in small letters when it is a holiday; a feast and the school’s own word stay as they are', () => {
    const called = (key: string, kind: 'holiday' | 'feast', name = '') =>
      spanInSentence({ key, kind, name }, 'nl')
    expect(called('christmas', 'holiday')).toBe('kerstvakantie')
    expect(called('kings-day', 'feast')).toBe('Koningsdag')
    expect(called('christmas', 'holiday', 'Winterweken')).toBe('Winterweken')
    expect(spanInSentence({ key: 'may', kind: 'holiday', name: '' }, 'en')).toBe('the May holiday')
  })
})
