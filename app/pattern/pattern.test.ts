import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goalPlaces } from '../adoption/goal-place.ts'
import type { Day } from '../kernel/day.ts'
import { mondayOf, plusDays } from '../kernel/days.ts'
import type { PlanId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Phase, PlanLine } from '../plan/plan.ts'
import { BUILT_IN_TOPICS, type BuiltInTopic } from '../school/topic.ts'
import { effectOf } from './effect.ts'
import { type Counted, topicCounts } from './pattern.ts'
import { sceneOf } from './scene.ts'
import { solvedShares } from './solved.ts'
import { solvedText } from './solved-text.ts'
import { isInTerm, schoolWeeks, TERMS, type Term, termAt, termsOf } from './term.ts'
import { topicInside } from './topic-inside.ts'

const day = (text: string) => text as Day
const YEAR = '2026-2027' as SchoolYear
const LAST = '2025-2026' as SchoolYear
const HERE = termsOf(YEAR, { christmas: day('2026-12-19'), may: day('2027-04-24') })
const THEN = termsOf(LAST, { christmas: day('2025-12-20'), may: day('2026-04-25') })
const AUTUMN = HERE[0] as Term
const AUTUMN_BEFORE = THEN[0] as Term

const asked = (
  topic: BuiltInTopic | null,
  askedOn: string,
  asker: string | null = null,
  solvedOn: Counted['solvedOn'] = null,
): Counted => on({ topic, askedOn: day(askedOn), solvedOn, asker })
const on = (one: Omit<Counted, 'week'>): Counted => ({ ...one, week: mondayOf(one.askedOn) })
/** So many on a topic in this autumn, by so many askers in turn. */
const many = (topic: BuiltInTopic, number: number, askers: number): Counted[] =>
  Array.from({ length: number }, (_, at) => asked(topic, '2026-10-06', `${topic} ${at % askers}`))
const before = (topic: BuiltInTopic, number: number): Counted[] =>
  Array.from({ length: number }, () => asked(topic, '2025-10-06'))
const counts = (all: readonly Counted[]) => topicCounts(all, AUTUMN, AUTUMN_BEFORE)

describe('the terms of a school year', () => {
  it('go from holiday to holiday, each from a Monday to a Sunday', () => {
    expect(HERE.map(({ from, to }) => [from, to])).toEqual([
      ['2026-08-03', '2026-12-20'],
      ['2026-12-21', '2027-04-25'],
      ['2027-04-26', '2027-08-01'],
    ])
  })

  it('go by the month where the school has said no dates', () => {
    expect(termsOf(YEAR, { christmas: null, may: null }).map(({ from }) => from)).toEqual([
      '2026-08-03',
      '2027-01-04',
      '2027-05-03',
    ])
  })

  it('have every day in one term, and the day of an erased question in the term of its week', () => {
    const all = [...THEN, ...HERE]
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 720 }), (days) => {
        const on = plusDays(day('2025-08-05'), days)
        if (on > '2027-08-01') return
        const term = termAt(all, on)
        expect(all.filter((one) => isInTerm(one, on))).toEqual([term])
        expect(TERMS).toContain(term?.number)
      }),
    )
    expect(termAt(all, day('2026-12-19'))).toBe(AUTUMN)
  })

  it('count weeks with a school day in them', () => {
    const isFree = (on: Day) => on >= '2026-10-17' && on <= '2026-10-25'
    expect(schoolWeeks(day('2026-10-12'), day('2026-10-30'), isFree)).toBe(2)
    expect(schoolWeeks(day('2026-10-30'), day('2026-10-12'), isFree)).toBe(0)
    expect(schoolWeeks(day('2026-10-19'), day('2026-10-23'), isFree)).toBe(0)
  })
})

describe('a topic that comes back', () => {
  it('is a pattern from five alike in a term', () => {
    expect(counts(many('parents', 5, 3))).toEqual([
      { topic: 'parents', number: 5, before: null, pattern: 'alike' },
    ])
    expect(counts(many('parents', 4, 3))[0]?.pattern).toBeNull()
  })

  it('is one when it rose by three since last year, and last year was counted', () => {
    const lastYear = [...before('maths', 9), ...before('parents', 1)]
    expect(counts([...many('parents', 4, 4), ...lastYear])[0]).toMatchObject({
      pattern: 'rise',
      before: null,
    })
    expect(counts([...many('parents', 3, 3), ...lastYear])[0]).toMatchObject({ pattern: null })
    expect(counts([...many('parents', 4, 4), ...before('maths', 8)])[0]).toMatchObject({ pattern: null })
  })

  it('tells last year only when that number points at nobody', () => {
    const lastYear = before('maths', 10)
    expect(counts([...many('parents', 6, 3), ...lastYear, ...before('parents', 3)])[0]?.before).toBe(3)
    expect(counts([...many('parents', 6, 3), ...lastYear, ...before('parents', 2)])[0]?.before).toBeNull()
  })

  it('is not shown when one or two asked it, however often, nor when nobody confirmed it', () => {
    expect(counts(many('parents', 9, 2))).toEqual([])
    expect(counts(many('parents', 2, 2))).toEqual([])
    expect(counts([1, 2, 3, 4, 5].map((n) => asked(null, '2026-10-06', `asker ${n}`)))).toEqual([])
    expect(counts(many('parents', 5, 3).map((one) => on({ ...one, askedOn: day('2027-01-12') })))).toEqual([])
  })

  it('never shows a number below three, nor of fewer than three askers, whatever was asked', () => {
    const question = fc.record({
      topic: fc.option(fc.constantFrom(...BUILT_IN_TOPICS)),
      askedOn: fc.integer({ min: 0, max: 480 }).map((days) => plusDays(day('2025-08-05'), days)),
      solvedOn: fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const)),
      asker: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e')),
    })
    fc.assert(
      fc.property(fc.array(question.map(on), { maxLength: 80 }), (all) => {
        for (const { topic, number, before: then } of counts(all)) {
          const mine = all.filter((one) => one.topic === topic && isInTerm(AUTUMN, one.askedOn))
          expect(mine).toHaveLength(number)
          expect(number).toBeGreaterThanOrEqual(3)
          expect(new Set(mine.flatMap(({ asker }) => asker ?? [])).size).toBeGreaterThanOrEqual(3)
          expect(then ?? 3).toBeGreaterThanOrEqual(3)
        }
      }),
    )
  })

  it('stays on the page in the next term as long as nothing was done with it', () => {
    const terms = {
      now: HERE[1] as Term,
      previous: AUTUMN,
      before: (term: Term) => THEN[term.number - 1] ?? null,
      find: (year: SchoolYear, number: number) => (year === YEAR ? HERE : THEN)[number - 1] ?? null,
      isFree: () => false,
    }
    const parts = { records: [], standing: new Set<never>(), terms, today: day('2027-01-20') }
    const scene = sceneOf({ ...parts, counted: many('parents', 5, 3) })
    expect(scene.cards.map(({ count, term }) => [count.topic, term.number])).toEqual([['parents', 1]])
    expect(scene.others).toEqual([])
  })
})

describe('where questions get solved', () => {
  const solved = (...numbers: readonly number[]) =>
    numbers.flatMap((number, at) =>
      Array.from({ length: number }, () => asked('maths', '2026-10-06', null, (at + 1) as 1 | 2 | 3)),
    )

  it('is shown from ten solved on, in tenths that add up', () => {
    expect(solvedShares(solved(5, 3, 1))).toBeNull()
    expect(solvedShares([...solved(5, 3, 1), asked('maths', '2026-10-06')])).toBeNull()
    expect(solvedShares(solved(6, 3, 1))).toMatchObject({ tenths: [6, 3, 1], number: 10 })
    expect(solvedShares(solved(30, 0, 1))).toMatchObject({ tenths: [10, 0, 0], few: [false, false, true] })
  })

  it('adds up to ten for any numbers', () => {
    const number = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(number, number, number, (one, two, three) => {
        const shares = solvedShares(solved(one, two, three))
        if (one + two + three < 10) expect(shares).toBeNull()
        else expect(shares?.tenths.reduce((sum, tenth) => sum + tenth, 0)).toBe(10)
      }),
      { numRuns: 60 },
    )
  })

  it('is said in words', () => {
    const { solved: text } = solvedText('nl')
    expect(text.share([6, 3, 1], [false, false, false], 'intern begeleider')).toBe(
      'Van elke tien vragen die opgelost raakten: ongeveer zes zelf, drie met een collega, één met de intern begeleider.',
    )
    expect(text.share([10, 0, 0], [false, false, true], 'intern begeleider')).toContain(
      'tien zelf, een enkele met de intern begeleider',
    )
  })
})

describe('what came of a goal', () => {
  it('says nothing before four school weeks', () => {
    expect(effectOf({ number: 9, weeks: 12 }, { number: 0, weeks: 3 })).toEqual({
      says: 'too-soon',
      mayBeChance: true,
    })
  })

  it('counts by the week, and says when it may be chance', () => {
    expect(effectOf({ number: 20, weeks: 10 }, { number: 4, weeks: 20 })).toEqual({
      says: 'fewer',
      mayBeChance: false,
    })
    expect(effectOf({ number: 5, weeks: 12 }, { number: 3, weeks: 12 })).toMatchObject({ mayBeChance: true })
    expect(effectOf({ number: 12, weeks: 12 }, { number: 10, weeks: 12 })).toEqual({
      says: 'fewer',
      mayBeChance: true,
    })
    expect(effectOf({ number: 6, weeks: 12 }, { number: 6, weeks: 12 }).says).toBe('same')
    expect(effectOf({ number: 4, weeks: 20 }, { number: 20, weeks: 10 })).toEqual({
      says: 'more',
      mayBeChance: false,
    })
  })
})

describe('the place of a goal', () => {
  const plan = (schoolYear: SchoolYear, phase: Phase): PlanLine => ({
    id: `${schoolYear} ${phase}` as PlanId,
    schoolYear,
    title: '',
    phase,
    revision: 1,
  })
  const places = (...plans: readonly PlanLine[]) =>
    goalPlaces(plans, YEAR).map(({ kind, year }) => [kind, year])

  it('is the plan that is written, an amendment of the adopted one, and next year’s; else nowhere', () => {
    const next = '2027-2028' as SchoolYear
    expect(places(plan(YEAR, 'input'))).toEqual([['draft', YEAR]])
    expect(places(plan(YEAR, 'mid-evaluation'))).toEqual([['amendment', YEAR]])
    expect(places(plan(next, 'draft'), plan(YEAR, 'adopted'))).toEqual([
      ['amendment', YEAR],
      ['draft', next],
    ])
    expect(places(plan(YEAR, 'end-evaluation'), plan(next, 'draft'))).toEqual([['draft', next]])
    expect(places(plan(YEAR, 'decision'), plan(LAST, 'draft'))).toEqual([])
    expect(places()).toEqual([])
  })
})

it('writes the name of a topic small inside a sentence, and abbreviations as they are', () => {
  expect(topicInside('Ouders en gesprekken')).toBe('ouders en gesprekken')
  expect(topicInside('EDI op school')).toBe('EDI op school')
})
