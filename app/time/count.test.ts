import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, dayOf, type Moment, momentOf } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import type { EntryId, TimeEntryId } from '../kernel/id.ts'
import { DOMAINS } from '../plan/entry.ts'
import { adHocTally, domainsTally, goalTally, measure, RINGS, tallyOf, weekTallies } from './balance.ts'
import { countOnce } from './count.ts'
import { type Activity, AD_HOCS, type Subject } from './time.ts'
import { weeksBetween } from './week.ts'

const MONDAY = '2026-09-07' as Day
const START = Date.parse('2026-09-07T06:00:00Z')
const MINUTE = 60_000

const subject: fc.Arbitrary<Subject> = fc.oneof(
  fc.constantFrom<Subject>({ what: 'question' }, { what: 'care' }, { what: 'other' }),
  fc.constantFrom(...AD_HOCS).map((adHoc) => ({ what: 'ad-hoc', adHoc }) as const),
  fc.constantFrom('one', 'two').map((id) => ({ what: 'entry', entryId: id as EntryId }) as const),
)

/** Time over two weeks; clocks are drawn from a few hours, so that they lie over each other again and again. */
const activity = fc
  .record({
    subject,
    startsIn: fc.option(fc.integer({ min: 0, max: 13 * 24 * 60 }), { nil: null }),
    near: fc.integer({ min: 0, max: 90 }),
    day: fc.integer({ min: 0, max: 13 }),
    minutes: fc.integer({ min: 1, max: 240 }),
    aim: fc.constantFrom('preventive', 'curative', null),
    domains: fc.uniqueArray(fc.constantFrom(...DOMAINS), { maxLength: 4 }),
    made: fc.integer({ min: 0, max: 5 }),
    isEstimate: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  })
  .map(({ startsIn, near, day, made, isEstimate, ...rest }): Omit<Activity, 'id'> => {
    const at = startsIn === null || isEstimate ? null : START + (startsIn - (startsIn % 720) + near) * MINUTE
    return {
      ...rest,
      startedAt: at === null ? null : momentOf(new Date(at)),
      day: at === null ? plusDays(MONDAY, isEstimate ? day - (day % 7) : day) : dayOf(new Date(at)),
      source: isEstimate ? 'estimate' : 'tap',
      madeAt: `2026-09-2${made}T10:00:00.000Z` as Moment,
    }
  })

const activities = fc
  .array(activity, { maxLength: 40 })
  .map((all) => all.map((one, place): Activity => ({ ...one, id: `id-${place}` as TimeEntryId })))

/** The minutes of a set of activities, each minute once: minute by minute, without any cleverness. */
function minuteByMinute(all: readonly Activity[]) {
  const minutes = new Set<number>()
  let loose = 0
  for (const { startedAt, minutes: length } of all) {
    if (startedAt === null) loose += length
    else for (let one = 0; one < length; one += 1) minutes.add(Date.parse(startedAt) / MINUTE + one)
  }
  return minutes.size + loose
}

const withoutEstimates = (all: readonly Activity[]) => all.filter(({ source }) => source !== 'estimate')

describe('totals', () => {
  it('count each minute once, whatever lies over whatever', () => {
    fc.assert(
      fc.property(activities, (drawn) => {
        const all = withoutEstimates(drawn)
        expect(tallyOf(countOnce(all)).minutes).toBe(minuteByMinute(all))
      }),
      { numRuns: 300 },
    )
  })

  it('are the same however they are cut: aims, planned, kinds, goals, weeks and parts of the circles', () => {
    fc.assert(
      fc.property(activities, (all) => {
        const counted = countOnce(all)
        const tally = tallyOf(counted)
        const { minutes } = tally
        const sum = (ones: readonly { minutes: number }[]) =>
          ones.reduce((total, one) => total + one.minutes, 0)
        expect(tally.preventive + tally.curative + tally.neither).toBe(minutes)
        expect(tally.planned + tally.adHoc).toBe(minutes)
        expect(sum(adHocTally(counted))).toBe(tally.adHoc)
        expect(sum(goalTally(counted, (id) => id))).toBe(minutes)
        expect(sum(domainsTally(counted).regions)).toBe(minutes)
        const weeks = weeksBetween(MONDAY, plusDays(MONDAY, 20))
        expect(sum(weekTallies(counted, weeks, plusDays(MONDAY, 30), () => null))).toBe(minutes)
      }),
      { numRuns: 300 },
    )
  })

  it('hold every activity whole in each of its circles, and an overlap only as overlap', () => {
    fc.assert(
      fc.property(activities, (all) => {
        const counted = countOnce(all)
        const { rings, regions, total } = domainsTally(counted)
        for (const ring of RINGS) {
          // Process direction is where all three meet.
          const whole = counted.filter(
            ({ activity: { domains } }) => domains.includes(ring) || domains.includes('process'),
          )
          expect(rings[ring]).toBe(whole.reduce((sum, { minutes }) => sum + minutes, 0))
          expect(rings[ring]).toBeLessThanOrEqual(total)
        }
        const times = (ofRings: number) =>
          regions
            .filter((region) => region.rings.length === ofRings)
            .reduce((sum, { minutes }) => sum + minutes, 0)
        expect(rings.care + rings.learning + rings.trends).toBe(times(1) + 2 * times(2) + 3 * times(3))
        expect(total - times(0)).toBe(times(1) + times(2) + times(3))
        expect(measure(counted).domains.process).toBe(times(3))
      }),
      { numRuns: 300 },
    )
  })

  it('do not hang on the order in which things were written down', () => {
    fc.assert(
      fc.property(activities, (all) => {
        const ofEach = (ones: readonly Activity[]) =>
          Object.fromEntries(countOnce(ones).map(({ activity: { id }, minutes }) => [id, minutes]))
        expect(ofEach(all.toReversed())).toEqual(ofEach(all))
      }),
    )
  })

  it('never give an activity more than it had', () => {
    fc.assert(
      fc.property(activities, (all) => {
        for (const { activity: one, minutes } of countOnce(all)) {
          expect(minutes).toBeGreaterThan(0)
          expect(minutes).toBeLessThanOrEqual(one.minutes)
        }
      }),
    )
  })
})

let made = 0
const one = (given: Partial<Activity>): Activity => ({
  id: `made-${(made += 1)}` as TimeEntryId,
  subject: { what: 'other' },
  day: '2026-11-18' as Day,
  startedAt: null,
  minutes: 60,
  aim: null,
  domains: [],
  source: 'tap',
  madeAt: '2026-11-18T12:00:00.000Z' as Moment,
  ...given,
})

describe('what lies over each other on the clock', () => {
  it('is of what came in between: a call of ten minutes in a meeting of an hour', () => {
    const meeting = one({ startedAt: '2026-11-18T09:00:00.000Z' as Moment })
    const call = one({ startedAt: '2026-11-18T09:20:00.000Z' as Moment, minutes: 10 })
    const of = new Map(countOnce([meeting, call]).map(({ activity: { id }, minutes }) => [id, minutes]))
    expect(of.get(meeting.id)).toBe(50)
    expect(of.get(call.id)).toBe(10)
  })

  it('is the shorter one’s where both began together', () => {
    const long = one({ startedAt: '2026-11-18T09:00:00.000Z' as Moment })
    const short = one({ startedAt: '2026-11-18T09:00:00.000Z' as Moment, minutes: 15 })
    const of = new Map(countOnce([long, short]).map(({ activity: { id }, minutes }) => [id, minutes]))
    expect([of.get(long.id), of.get(short.id)]).toEqual([45, 15])
  })

  it('is counted alone where nobody said when it was', () => {
    expect(tallyOf(countOnce([one({ minutes: 30 }), one({ minutes: 30 })])).minutes).toBe(60)
  })
})

describe('the estimate of a week', () => {
  const estimate = one({
    day: '2026-11-16' as Day,
    minutes: 600,
    source: 'estimate',
    madeAt: '2026-11-20T15:00:00.000Z' as Moment,
  })

  it('holds what was written down before it, and not what came after', () => {
    const before = one({ minutes: 30 })
    const after = one({ minutes: 15, madeAt: '2026-11-20T16:00:00.000Z' as Moment })
    const other = one({ minutes: 5, day: '2026-11-10' as Day })
    const counted = countOnce([before, estimate, after, other])
    expect(counted.map(({ minutes }) => minutes).sort((a, b) => a - b)).toEqual([5, 15, 600])
  })
})
