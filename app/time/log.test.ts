import { describe, expect, it } from 'vitest'
import type { Day, Moment } from '../kernel/day.ts'
import type { TimeEntryId } from '../kernel/id.ts'
import { courseOf, roughly } from './course.ts'
import { parseEstimate, parseWeek } from './estimate.ts'
import { parseLength, parseMinutes, parsePastDay, parseSubject, ranFor, untilNowFrom } from './log.ts'
import { parseConfirmed, proposalsOf, sentProposals, subjectInTitle, windowOf } from './proposals.ts'
import type { Activity } from './time.ts'
import { exactly, halfHours, hoursWords, tableHours } from './time-text.ts'
import { weekBars } from './weeks.ts'

const TODAY = '2026-11-19' as Day
const NOW = '2026-11-19T09:42:00.000Z' as Moment
const typed = (values: Record<string, string>) => (name: string) => values[name] ?? ''

describe('what it was for', () => {
  it('is asked when nothing was chosen', () => {
    expect(parseSubject(typed({}), null)).toEqual({ refused: 'what-missing', field: 'what' })
  })

  it('is something else when no kind was tapped', () => {
    expect(parseSubject(typed({ what: 'ad-hoc' }), null)).toEqual({ what: 'ad-hoc', adHoc: 'other' })
    expect(parseSubject(typed({ what: 'ad-hoc', adHoc: 'pupil' }), null)).toMatchObject({ adHoc: 'pupil' })
  })

  it('is never an entry that the plan does not have', () => {
    for (const what of ['entry:', 'entry:nonsense', 'entry:01890f00-0000-7000-8000-000000000000'])
      expect(parseSubject(typed({ what }), null)).toEqual({ refused: 'entry-unknown', field: 'what' })
    expect(parseSubject(typed({ what: 'pick', entry: '../x' }), null)).toMatchObject({
      refused: 'entry-unknown',
    })
    expect(parseSubject(typed({ what: 'pick', entry: '' }), null)).toEqual({ what: 'other' })
  })
})

describe('how long', () => {
  it('is one tap, or a number of whole minutes up to a working day', () => {
    expect(parseLength(typed({ length: '15' }), null, NOW)).toEqual({ minutes: 15, startedAt: null })
    expect(parseLength(typed({ length: '7', minutes: '' }), null, NOW)).toMatchObject({
      refused: 'length-missing',
    })
    for (const bad of ['0', '-5', '721', '1e3', '5.5', 'veel', '９'])
      expect(parseMinutes(bad)).toMatchObject({ refused: 'length-unknown' })
    expect(parseMinutes(' 720 ')).toBe(720)
  })

  it('goes until now from what was written down last, unless that was long ago', () => {
    const last = { day: TODAY, madeAt: '2026-11-19T09:00:00.000Z' } as Activity
    const since = untilNowFrom(last, NOW)
    expect(since).toBe(last.madeAt)
    expect(parseLength(typed({ length: 'now' }), since, NOW)).toEqual({ minutes: 42, startedAt: since })
    expect(untilNowFrom({ ...last, madeAt: '2026-11-19T05:00:00.000Z' as Moment }, NOW)).toBeNull()
    expect(untilNowFrom({ ...last, day: '2026-11-18' as Day }, NOW)).toBeNull()
    expect(untilNowFrom(null, NOW)).toBeNull()
  })

  it('is not worked out over the night', () => {
    expect(ranFor('2026-11-19T09:41:50.000Z' as Moment, NOW)).toBe(1)
    expect(ranFor('2026-11-18T22:00:00.000Z' as Moment, NOW)).toMatchObject({ refused: 'ran-too-long' })
  })

  it('knows that a day of summer time ends an hour later', () => {
    // 25 October 2026: 02.59 comes twice.
    expect(ranFor('2026-10-25T00:30:00.000Z' as Moment, '2026-10-25T01:30:00.000Z' as Moment)).toBe(60)
  })
})

describe('the day', () => {
  it('is today or before, in this school year or the last', () => {
    expect(parsePastDay('', TODAY)).toBe(TODAY)
    expect(parsePastDay('2025-08-01', TODAY)).toBe('2025-08-01')
    expect(parsePastDay('2025-07-31', TODAY)).toMatchObject({ refused: 'day-too-old' })
    expect(parsePastDay('2026-11-20', TODAY)).toMatchObject({ refused: 'day-to-come' })
    expect(parsePastDay('2026-02-30', TODAY)).toMatchObject({ refused: 'day-unknown' })
  })
})

describe('an estimate', () => {
  it('takes what was slid open, once each', () => {
    const guesses = parseEstimate(
      [
        ['m:care', '90'],
        ['m:question', '0'],
        ['m:ad-hoc:call-parents', '45'],
        ['week', '2026-11-16'],
      ],
      null,
    )
    expect(guesses).toMatchObject([
      { subject: { what: 'care' }, minutes: 90, aim: 'curative' },
      { subject: { what: 'ad-hoc', adHoc: 'call-parents' }, minutes: 45 },
    ])
  })

  it('refuses more than a week can hold, and nothing at all', () => {
    expect(parseEstimate([['m:care', '1201']], null)).toMatchObject({ refused: 'length-unknown' })
    expect(parseEstimate([['m:care', '-15']], null)).toMatchObject({ refused: 'length-unknown' })
    expect(parseEstimate([['m:care', '0']], null)).toMatchObject({ refused: 'nothing-chosen' })
    expect(parseEstimate([['m:entry:x', '15']], null)).toMatchObject({ refused: 'entry-unknown' })
  })

  it('is of a week that has begun', () => {
    expect(parseWeek('2026-11-19' as Day, TODAY)).toBe('2026-11-16')
    expect(parseWeek('2026-11-23' as Day, TODAY)).toMatchObject({ refused: 'week-unknown' })
    expect(parseWeek(null, TODAY)).toMatchObject({ refused: 'week-unknown' })
  })
})

const words = { plan: null, lookup: { people: new Map(), teams: new Map(), lines: new Map() } }
const at = (from: string, to: string, title = '', isFree = false) => ({
  title,
  isFree,
  startsAt: `2026-11-18T${from}:00.000Z` as Moment,
  endsAt: `2026-11-18T${to}:00.000Z` as Moment,
})

describe('proposals from a calendar', () => {
  it('leave out what is free, lasts whole days, is to come or was own time', () => {
    const proposals = proposalsOf(
      [
        at('08:00', '09:00', 'Oudergesprek Daan'),
        at('10:00', '10:30', 'Tandarts'),
        at('11:00', '12:00', 'Focus', true),
        { title: 'Studiedag', isFree: false, startsAt: null, endsAt: null },
        { ...at('08:00', '09:00', 'Morgen'), endsAt: '2026-11-20T09:00:00.000Z' as Moment },
      ],
      [],
      words,
      NOW,
    )
    expect(proposals.map(({ title, subject }) => [title, subject])).toEqual([
      ['Oudergesprek Daan', { what: 'care' }],
      ['Tandarts', null],
    ])
  })

  it('know what was taken before, and what lies in an estimated week', () => {
    const known = {
      id: 'one' as TimeEntryId,
      subject: { what: 'care' },
      day: '2026-11-18',
      startedAt: '2026-11-18T08:00:00.000Z',
      minutes: 60,
      source: 'calendar',
    } as Activity
    const [there] = proposalsOf([at('08:00', '09:00')], [known], words, NOW)
    expect(there).toMatchObject({ isThere: true, isEstimated: false })
    const estimate = { ...known, startedAt: null, source: 'estimate' } as Activity
    const [estimated] = proposalsOf([at('08:00', '09:00', 'MDO')], [estimate], words, NOW)
    expect(estimated).toMatchObject({ isThere: false, isEstimated: true, subject: null })
  })

  it('guess nothing where the words say nothing', () => {
    expect(subjectInTitle('Overleg', words)).toBeNull()
    expect(subjectInTitle('Spreekuur', words)).toEqual({ what: 'question' })
    expect(subjectInTitle('a'.repeat(300), words)).toBeNull()
  })

  it('come back as beginning, length and choice alone', () => {
    const from = Date.parse('2026-11-18T08:00:00.000Z')
    const sent = sentProposals([
      [`k:0:${from}:60`, 'care'],
      [`k:1:${from}:30`, ''],
      ['k:2:1:60', 'care'],
      ['title', 'Oudergesprek'],
    ])
    expect(parseConfirmed(sent, null, NOW)).toEqual([
      {
        subject: { what: 'care' },
        day: '2026-11-18',
        startedAt: '2026-11-18T08:00:00.000Z',
        minutes: 60,
        aim: 'curative',
        domains: ['care'],
      },
    ])
    expect(parseConfirmed(sentProposals([[`k:0:${from}:60`, '']]), null, NOW)).toMatchObject({
      refused: 'nothing-chosen',
    })
    expect(parseConfirmed(sentProposals([[`k:0:${from}:800`, 'care']]), null, NOW)).toMatchObject({
      refused: 'length-unknown',
    })
    const later = Date.parse(NOW) + 60_000
    expect(parseConfirmed(sentProposals([[`k:0:${later}:10`, 'care']]), null, NOW)).toMatchObject({
      refused: 'day-to-come',
    })
  })

  it('look at whole weeks', () => {
    expect(windowOf('1', TODAY)).toEqual({ from: '2026-11-16', until: TODAY })
    expect(windowOf('<script>', TODAY)).toEqual({ from: '2026-10-26', until: TODAY })
  })
})

describe('in words', () => {
  it('a length is exact in a line, by half hours in a picture, by the clock in a table', () => {
    expect([1, 45, 60, 75, 121].map((minutes) => exactly(minutes, 'nl'))).toEqual([
      '1 minuut',
      '45 minuten',
      '1 uur',
      '1 uur en 15 minuten',
      '2 uur en 1 minuut',
    ])
    expect([0, 20, 30, 60, 95, 570].map(halfHours)).toEqual(['0', '½', '½', '1', '1½', '9½'])
    expect([hoursWords(45, 'en'), hoursWords(60, 'en'), hoursWords(570, 'en')]).toEqual([
      '45 minutes',
      '1 hour',
      '9½ hours',
    ])
    expect([tableHours(65, 'nl'), tableHours(65, 'en')]).toEqual(['1.05', '1:05'])
  })

  it('a share is the nearest fraction', () => {
    expect(roughly(0.39)).toEqual({ is: 'over', fraction: 'third' })
    expect(roughly(0.63)).toEqual({ is: 'under', fraction: 'two-thirds' })
    expect(roughly(0.5)).toEqual({ is: 'about', fraction: 'half' })
    expect([roughly(0.01), roughly(0.99)]).toEqual([{ is: 'little' }, { is: 'nearly-all' }])
    expect([roughly(0), roughly(1)]).toEqual([{ is: 'none' }, { is: 'all' }])
  })
})

const week = (number: number, preventive: number, curative: number, more = {}) => ({
  week: `2026-09-${String(number).padStart(2, '0')}` as Day,
  number,
  minutes: preventive + curative,
  preventive,
  curative,
  neither: 0,
  planned: preventive,
  adHoc: curative,
  holiday: null,
  isEstimated: false,
  isWhole: true,
  ...more,
})

describe('the shape over the weeks', () => {
  it('is told from four whole weeks on', () => {
    const weeks = [week(1, 300, 500), week(2, 300, 500), week(3, 400, 300), week(4, 500, 300)]
    expect(courseOf(weeks.slice(0, 3))).toEqual({ is: 'begun' })
    expect(courseOf([])).toEqual({ is: 'empty' })
    expect(courseOf(weeks)).toMatchObject({ is: 'up', since: '2026-09-01' })
    expect(courseOf(weeks.toReversed())).toMatchObject({ is: 'down' })
    expect(courseOf([1, 2, 3, 4].map((number) => week(number, 300, 300)))).toMatchObject({ is: 'even' })
  })

  it('lays the agreement against what prevents and repairs, and tells a holiday once', () => {
    const [first, second, third] = weekBars(
      [week(1, 400, 200), week(2, 0, 0, { holiday: 'Herfst' }), week(3, 0, 0, { holiday: 'Herfst' })],
      50,
    )
    expect(first?.preventive.height).toBeGreaterThan(first?.curative.height ?? 0)
    expect(first?.aimAt).toBe(214 - 184 / 2)
    expect([second?.aimAt, second?.tellsHoliday, third?.tellsHoliday]).toEqual([null, true, false])
  })

  it('fits a whole school year', () => {
    const bars = weekBars(
      Array.from({ length: 47 }, (_, place) => week(place + 1, 100, 100)),
      67,
    )
    for (const bar of bars) expect(bar.left + bar.width).toBeLessThanOrEqual(1020)
    expect(bars.filter(({ hasLabel }) => hasLabel).length).toBeLessThan(30)
  })
})
