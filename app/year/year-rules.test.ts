import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day, Moment } from '../kernel/day.ts'
import { plusDays, weekdayOf } from '../kernel/days.ts'
import type { EntryId, MeetingId, PlanId, YearItemId } from '../kernel/id.ts'
import { firstDay, isWithin, type SchoolYear } from '../kernel/school-year.ts'
import { REGIONS } from '../school/school.ts'
import { circleOf, HEART, RING } from './circle.ts'
import { type Label, labelWishes, placeLabels } from './circle-labels.ts'
import { byDay, countOf } from './day-group.ts'
import { freeDays } from './free-days.ts'
import { layTemplate, layYear, parseLine } from './template.ts'
import { builtInTemplate } from './template-text.ts'
import { troublesOf } from './trouble.ts'
import { ITEM_KINDS, type ItemKind, type YearItem, type YearMoment } from './year.ts'
import { monthsOf, sheetOf } from './year-list.ts'

const YEAR = '2026-2027' as SchoolYear
const TODAY = '2026-11-19' as Day
const FREE = freeDays(YEAR, 'middle', [])
const AT = '2026-08-01T08:00:00.000Z' as Moment

const BLANK = {
  startsAt: null,
  endsAt: null,
  about: '',
  note: '',
  place: '',
  href: '',
  personIds: null,
  changedAt: AT,
}

let made = 0
const item = (kind: ItemKind, from: string, to = from, title = ''): YearMoment => {
  made += 1
  const id = `${made}` as YearItemId
  return {
    ...BLANK,
    uid: `item-${made}`,
    kind,
    title,
    from: from as Day,
    to: to as Day,
    source: { kind: 'item', id },
  }
}
const evaluation = (
  about: string,
  on: string,
  given: { goal?: true; occasion?: 'mid' | 'end' | 'other' } = {},
) => {
  const { goal, occasion = 'mid' } = given
  const source = {
    kind: 'evaluation' as const,
    planId: 'p' as PlanId,
    entryId: about as EntryId,
    occasion,
    isGoal: goal ?? false,
  }
  const uid = `evaluation-${about}-${occasion}-1`
  return {
    ...BLANK,
    uid,
    kind: 'evaluation',
    title: '',
    about,
    from: on as Day,
    to: on as Day,
    source,
  } as YearMoment
}
const meeting = (
  on: string,
  template: 'ordinary' | 'mid-evaluation',
  hours = ['14:00', '15:00'],
): YearMoment => ({
  ...BLANK,
  uid: `meeting-${on}`,
  kind: 'meeting',
  title: 'Teamvergadering',
  from: on as Day,
  to: on as Day,
  startsAt: `${on}T${hours[0]}:00.000Z` as Moment,
  endsAt: `${on}T${hours[1]}:00.000Z` as Moment,
  source: { kind: 'meeting', id: `m-${on}` as MeetingId, template },
})

/** The week of the reports as the story has it. */
const DECEMBER = [
  ...['Anouk', 'Fatima', 'Ineke', 'Eva'].map((name) => evaluation(name, '2026-12-01')),
  item('reports', '2026-12-03'),
  item('other', '2026-12-04', '2026-12-04', 'Sinterklaas'),
]

describe('what is looked at in one go', () => {
  it('is everything of the occasion on a day with a goal', () => {
    const [day] = byDay([
      evaluation('1', '2026-11-26', { goal: true }),
      evaluation('Bram', '2026-11-26'),
      evaluation('Kees', '2026-11-26', { occasion: 'end' }),
    ])
    expect(day?.together).toMatchObject({ occasion: 'mid', meeting: null })
    expect(day?.together?.evaluations.map(({ about }) => about)).toEqual(['1', 'Bram'])
    expect(day?.alone.map(({ about }) => about)).toEqual(['Kees'])
    expect(countOf(day!)).toBe(2)
  })

  it('is what belongs to a meeting that looks back, and none of an ordinary one', () => {
    const [looksBack] = byDay([meeting('2026-11-26', 'mid-evaluation'), evaluation('Bram', '2026-11-26')])
    expect(looksBack?.together?.meeting?.uid).toBe('meeting-2026-11-26')
    expect(countOf(looksBack!)).toBe(1)
    const [ordinary] = byDay([meeting('2026-11-26', 'ordinary'), evaluation('Bram', '2026-11-26')])
    expect(ordinary?.together).toBeNull()
    expect(countOf(ordinary!)).toBe(2)
  })
})

describe('a week that is too full', () => {
  it('is told with two evaluations that could go to quieter days, each to its own', () => {
    const [first, ...others] = troublesOf(DECEMBER, FREE, TODAY)
    expect(others).toEqual([])
    expect(first).toMatchObject({ kind: 'full-week', monday: '2026-11-30', count: 6 })
    const ways = first!.ways.map(({ moment, to }) => [moment.about, to])
    expect(ways).toEqual([
      ['Eva', '2026-12-08'],
      ['Ineke', '2026-12-10'],
    ])
  })

  it('is also one with three evaluations beside the reports, but not with two', () => {
    const few = DECEMBER.filter(({ kind }) => kind !== 'other')
    const without = (...names: string[]) => few.filter(({ about }) => !names.includes(about))
    expect(troublesOf(without('Eva'), FREE, TODAY)).toHaveLength(1)
    expect(troublesOf(without('Eva', 'Ineke'), FREE, TODAY)).toEqual([])
  })

  it('is left alone once it has been', () => {
    expect(troublesOf(DECEMBER, FREE, '2026-12-07' as Day)).toEqual([])
  })

  it('is no longer full when its ways out are taken, and makes no other week full', () => {
    const [full] = troublesOf(DECEMBER, FREE, TODAY)
    const moved = DECEMBER.map((one) => {
      const way = full!.ways.find(({ moment }) => moment === one)
      return way ? { ...one, from: way.to, to: way.to } : one
    })
    expect(troublesOf(moved, FREE, TODAY)).toEqual([])
  })

  it('never sends anything to a free day, the past, another year or a day that is taken', () => {
    const days = fc.integer({ min: 0, max: 364 }).map((days) => plusDays(firstDay(YEAR), days))
    const some = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), days), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(some, days, (list, today) => {
        const moments = [...new Map(list.map(([name, on], at) => [`${name}${at}`, on]))].map(([name, on]) =>
          evaluation(name, on),
        )
        for (const { ways } of troublesOf(moments, FREE, today)) {
          const days = ways.map(({ to }) => to)
          expect(new Set(days).size).toBe(days.length)
          for (const day of days) {
            expect([FREE.isFree(day), isWithin(YEAR, day), day >= today]).toEqual([false, true, true])
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('what stands where it can’t be', () => {
  it('is a moment on a free day, with the school days on both sides, the nearest first', () => {
    const waysOf = (on: string, today = TODAY) =>
      troublesOf([item('parents', on)], FREE, today).map(({ ways }) => ways.map(({ to }) => to))
    const found = troublesOf([item('trend-talk', '2027-02-23')], FREE, TODAY)
    expect(found).toMatchObject([{ kind: 'free-day', free: { key: 'spring' } }])
    expect(waysOf('2027-02-23')).toEqual([['2027-02-19', '2027-03-01']])
    expect(troublesOf([item('parents', '2026-11-28')], FREE, TODAY)).toMatchObject([{ free: null }])
    expect(waysOf('2026-12-20')).toEqual([['2026-12-18', '2027-01-04']])
    expect(waysOf('2026-12-20', '2026-12-19' as Day)).toEqual([['2027-01-04']])
  })

  it('is not a start meeting before school begins, nor a period over a holiday', () => {
    const fine = [item('start', '2026-08-27'), item('tests', '2027-02-15', '2027-03-05')]
    expect(troublesOf(fine, FREE, '2026-08-01' as Day)).toEqual([])
  })

  it('is two things on the clock at once', () => {
    const evening = { ...item('parents', '2027-01-14'), ...hours('2027-01-14', '14:30', '16:00') }
    const found = troublesOf([meeting('2027-01-14', 'ordinary'), evening], FREE, TODAY)
    expect(found).toMatchObject([{ kind: 'same-time', ways: [{ to: '2027-01-15' }] }])
    const later = { ...evening, ...hours('2027-01-14', '15:00', '16:00') }
    expect(troublesOf([meeting('2027-01-14', 'ordinary'), later], FREE, TODAY)).toEqual([])
  })
})

const hours = (on: string, from: string, to: string) => ({
  startsAt: `${on}T${from}:00.000Z` as Moment,
  endsAt: `${on}T${to}:00.000Z` as Moment,
})

describe('the year as a list', () => {
  it('tells every moment once, holidays where they begin, and where we are', () => {
    const moments = [...DECEMBER, item('tests', '2027-01-25', '2027-02-12')]
    const months = monthsOf(YEAR, moments, FREE, TODAY)
    expect(months.map(({ month }) => month.slice(5))).toEqual([
      '08',
      '09',
      '10',
      '11',
      '12',
      '01',
      '02',
      '03',
      '04',
      '05',
      '06',
      '07',
    ])
    const lines = months.flatMap((month) => month.lines)
    expect(lines.filter(({ kind }) => kind === 'today')).toHaveLength(1)
    expect(lines.filter(({ kind }) => kind === 'alone')).toMatchObject([{ day: '2026-12-01' }])
    expect(lines.filter(({ kind }) => kind === 'moment')).toHaveLength(3)
    expect(months[0]?.lines).toMatchObject([{ kind: 'free', day: '2026-08-30' }])
  })

  it('draws a month as whole weeks, each of its days once', () => {
    for (const month of ['2026-08', '2026-11', '2027-02', '2027-05']) {
      const weeks = sheetOf(month, DECEMBER, FREE, TODAY)
      const days = weeks.flat().filter(({ isOfMonth }) => isOfMonth)
      expect(days.map(({ day }) => Number(day.slice(8)))).toEqual(days.map((_, place) => place + 1))
      expect(weeks.every((week) => week.length === 7 && weekdayOf(week[0]!.day) === 1)).toBe(true)
    }
  })
})

describe('the template', () => {
  it.each(['2025-2026', '2026-2027', '2027-2028'])('falls on school days of %s in every region', (year) => {
    for (const region of REGIONS) {
      const free = freeDays(year as SchoolYear, region, [])
      for (const { kind, from, to } of layTemplate(builtInTemplate('nl'), free)) {
        expect(isWithin(year as SchoolYear, from) && isWithin(year as SchoolYear, to)).toBe(true)
        expect(weekdayOf(from)).toBeLessThan(6)
        if (kind !== 'start') expect(free.isFree(from)).toBe(false)
      }
    }
  })

  it('lays the year of the story where the school knows it', () => {
    const laid = new Map(layTemplate(builtInTemplate('nl'), FREE).map((one) => [one.key, one]))
    expect(laid.get('line-start')?.from).toBe('2026-08-27')
    expect(laid.get('line-tests-m')).toMatchObject({ from: '2027-01-25', to: '2027-02-12' })
    expect(laid.get('line-tests-e')).toMatchObject({ from: '2027-05-31', to: '2027-06-18' })
    expect(laid.get('line-reports-1')?.from).toBe('2026-12-03')
  })

  it('takes the next year from this one on the same weekdays, off the holidays', () => {
    const kept = (kind: ItemKind, from: string, to = from): YearItem => ({
      id: `${kind}-${from}` as YearItemId,
      schoolYear: YEAR,
      kind,
      title: '',
      note: '',
      place: '',
      from: from as Day,
      to: to as Day,
      startsAt: null,
      endsAt: null,
      madeFrom: null,
      revision: 1,
      changedAt: AT,
    })
    const next = freeDays('2027-2028' as SchoolYear, 'middle', [])
    const items = [kept('trend-talk', '2027-03-04'), kept('tests', '2027-01-25', '2027-02-12')]
    const [tests, talk] = layYear(items, next)
    expect(tests).toMatchObject({ from: '2028-01-24', to: '2028-02-11' })
    // 2 March 2028 lies in the spring holiday.
    expect(talk?.from).toBe('2028-03-09')
  })

  it('takes no line that means nothing', () => {
    const row = { kind: 'tests', title: '', note: '', anchor: '1', week: '4', weekday: '1', days: '19' }
    expect(parseLine('a', row)).toMatchObject({ anchor: 1, week: 4, days: 19 })
    const wrong = [
      { ...row, kind: 'constructor' },
      { ...row, anchor: '13' },
      { ...row, week: '1e3' },
      { ...row, weekday: '7' },
      { ...row, days: '-1' },
      { ...row, kind: 'other' },
      { ...row, title: 'x'.repeat(121) },
    ]
    for (const one of wrong) expect(parseLine('a', one)).toHaveProperty('refused')
  })
})

type Box = { left: number; right: number; top: number; bottom: number }
const boxOf = ({ at, anchor }: Label, width: number): Box => {
  const left = anchor === 'end' ? at.x - width : at.x
  return { left, right: left + width, top: at.y - 12, bottom: at.y + 21 }
}

describe('the circle', () => {
  const days = fc.integer({ min: 0, max: 364 }).map((days) => plusDays(firstDay(YEAR), days))
  const one = fc.tuple(fc.constantFrom(...ITEM_KINDS), days, fc.integer({ min: 0, max: 20 }))
  const some = fc.array(one, { maxLength: 60 }).map((list) =>
    list.map(([kind, from, length]) => {
      const to = plusDays(from, length)
      return item(kind, from, isWithin(YEAR, to) ? to : from, 'Iets')
    }),
  )

  it('has every number in its field, whatever stands in the year', () => {
    fc.assert(
      fc.property(some, days, (moments, today) => {
        const circle = circleOf(YEAR, moments, FREE, troublesOf(moments, FREE, today), today)
        const points = [
          ...circle.dots,
          ...circle.knots,
          ...circle.reviews,
          ...circle.months.map(({ at }) => at),
        ]
        for (const { x, y } of points) expect(Math.hypot(x - HEART, y - HEART)).toBeLessThan(412)
        const paths = [...circle.tests.map(({ path }) => path), ...circle.holidays.map(({ path }) => path)]
        expect(`${paths.join()}${circle.thread}${circle.future}${circle.needle}`).not.toMatch(
          /NaN|Infinity|null/,
        )
      }),
      { numRuns: 80 },
    )
  })

  it('puts words within the ring, none over another and none under the needle', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: -90, max: 270 }), (moments, needle) => {
        const wishes = labelWishes(moments).map((wish) => ({ wish, letters: 14 }))
        const boxes = placeLabels(YEAR, wishes, needle).map((label) => boxOf(label, 14 * 8.6))
        for (const [place, box] of boxes.entries()) {
          for (const x of [box.left, box.right])
            for (const y of [box.top, box.bottom])
              expect(Math.hypot(x - HEART, y - HEART)).toBeLessThan(RING.inner)
          for (const other of boxes.slice(place + 1)) {
            const apart =
              box.right < other.left ||
              other.right < box.left ||
              box.bottom < other.top ||
              other.bottom < box.top
            expect(apart).toBe(true)
          }
        }
      }),
      { numRuns: 80 },
    )
  })

  it('names the M-tests and the evaluations of the story', () => {
    const moments = [
      evaluation('1', '2026-11-26', { goal: true }),
      evaluation('1', '2027-06-24', { goal: true, occasion: 'end' }),
      evaluation('2', '2027-03-04', { goal: true }),
      item('tests', '2027-01-25', '2027-02-12'),
      item('study-day', '2027-04-08'),
    ]
    const wishes = labelWishes(moments).map((wish) => ({ wish, letters: 15 }))
    expect(
      placeLabels(YEAR, wishes, 20)
        .map(({ wish }) => wish.day)
        .toSorted(),
    ).toEqual(['2026-11-26', '2027-01-25', '2027-03-04', '2027-04-08', '2027-06-24'])
  })

  it('has a needle in its own year only, and a thread that is whole once the year is over', () => {
    const at = (today: string) => circleOf(YEAR, [], FREE, [], today as Day)
    expect(at('2026-11-19').needle).toBeCloseTo(18.5, 0)
    expect(at('2026-07-01')).toMatchObject({ needle: null, thread: null })
    expect(at('2027-08-15')).toMatchObject({ needle: null, future: null })
  })
})
