import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { ReferenceLine } from '../trend/reference-line.ts'
import type { References, ShownFigure } from '../trend/series.ts'
import type { Standing } from '../trend/standing.ts'
import { checkClaim } from './claim.ts'
import { type Claim, factKey, factsOf, type Numbers, type Saying, yearsOf } from './fact.ts'
import { sayFact } from './fact-text.ts'
import { claimChoices } from './numbers-desk.ts'

const year = (text: string) => text as SchoolYear
const YEARS = ['2023-2024', '2024-2025', '2025-2026'].map(year)

/** So many of a hundred levels reached, of so many pupils. */
const standing = (until: SchoolYear, percent: number): Standing => {
  const reached = { reached: percent, all: 100, value: percent, band: null }
  const together = { years: [until], pupils: 120, caution: null, at1F: reached, target: reached }
  return { until, together: { ...together, signal: { why: 'no-weighting' } as never }, alone: null }
}

const figure = (schoolYear: SchoolYear, reached: number | 'hidden', series = 1): ShownFigure => {
  const counted: References = {
    n: 20,
    caution: null,
    counts: new Map(),
    at1F: 20,
    atTarget: reached === 'hidden' ? 0 : reached,
    exempt: 0,
  }
  return {
    schoolYear,
    yearGroup: 8,
    moment: 'D',
    series,
    subject: 'Rekenen',
    test: `toets ${series}`,
    supplier: 'Doorstroomtoets',
    norm: '',
    group: null,
    scores: null,
    levels: null,
    references: reached === 'hidden' ? 'hidden' : counted,
  }
}

const signal = (value: number): ReferenceLine => ({
  kind: 'signal',
  points: YEARS.map((schoolYear) => ({ schoolYear, value, table: year('2024-2025') })),
})

const numbers = (more: Partial<Numbers> = {}): Numbers => ({
  shown: [],
  standings: [],
  lines: { target: [], at1F: [] },
  aims: [],
  ...more,
})

const aim = (value: number) =>
  ({
    about: 'section',
    subject: 'Rekenen',
    yearGroup: 8,
    moment: 'D',
    measure: 'target',
    series: 1,
    value,
    by: year('2027-2028'),
    href: '/trends/ambitions/x',
  }) as const

const SCHOOL = { of: 'school', share: 'target' } as const
const SECTION = { of: 'section', subject: 'Rekenen', yearGroup: 8, moment: 'D', measure: 'target' } as const
const claim = (about: Claim['about'], says: Saying, at = YEARS[2] as SchoolYear): Claim => ({
  about,
  year: at,
  says,
})
const way = (one: 'up' | 'down' | 'same', since: SchoolYear | null = null): Saying => ({ way: one, since })

describe('what somebody thinks the numbers say', () => {
  it('is true of exactly one way, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (before, now) => {
        const of = numbers({
          standings: [standing(YEARS[1] as SchoolYear, before), standing(YEARS[2] as SchoolYear, now)],
        })
        const is = (['up', 'down', 'same'] as const).map((one) => checkClaim(of, claim(SCHOOL, way(one))).is)
        expect(is.filter((one) => one === 'true')).toHaveLength(1)
        expect(is.indexOf('true')).toBe(now > before ? 0 : now < before ? 1 : 2)
      }),
    )
  })

  it('lies on exactly one side of a line; equal counts as above, as the Inspectie has it', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (percent, line) => {
        const of = numbers({
          standings: [standing(YEARS[2] as SchoolYear, percent)],
          lines: { target: [signal(line)], at1F: [] },
        })
        const sides = (['above', 'below'] as const).map(
          (side) => checkClaim(of, claim(SCHOOL, { side, line: 'signal' })).is,
        )
        expect(sides).toEqual(percent >= line ? ['true', 'untrue'] : ['untrue', 'true'])
      }),
    )
  })

  it('says what the numbers are, also when it is not so', () => {
    const of = numbers({
      standings: [standing(YEARS[1] as SchoolYear, 51), standing(YEARS[2] as SchoolYear, 53)],
    })
    const checked = checkClaim(of, claim(SCHOOL, way('down')))
    expect(checked.is).toBe('untrue')
    if (checked.is === 'not-known') throw new Error('the numbers are there')
    expect(sayFact('nl', checked.fact)).toMatch(
      /^Groep 8, alle vakken samen, op 1S\/2F: van 51\s% in 2025 naar 53\s% in 2026/,
    )
    expect(sayFact('en', checked.fact)).toMatch(
      /^Year group 8, all subjects together, at 1S\/2F: from 51% in 2025 to 53% in 2026/,
    )
  })

  it('is compared with the year before, or with another one', () => {
    const of = numbers({ standings: YEARS.map((one, at) => standing(one, [60, 50, 55][at] as number)) })
    expect(checkClaim(of, claim(SCHOOL, way('up'))).is).toBe('true')
    expect(checkClaim(of, claim(SCHOOL, way('up', YEARS[0] as SchoolYear))).is).toBe('untrue')
    expect(checkClaim(of, claim(SCHOOL, way('down', YEARS[0] as SchoolYear))).is).toBe('true')
  })

  it('does not compare three years together with five', () => {
    const [first, second, third] = YEARS as [SchoolYear, SchoolYear, SchoolYear]
    const small = standing(third, 60)
    const together = typeof small.together === 'object' ? small.together : null
    if (!together) throw new Error('the numbers are there')
    const five = { ...small, together: { ...together, years: [first, second, third] } }
    const of = numbers({ standings: [standing(second, 50), five] })
    expect(checkClaim(of, claim(SCHOOL, way('up')))).toEqual({ is: 'not-known', why: 'other-years' })
  })

  it('is not known of a year without numbers, and of a line that is not there', () => {
    const of = numbers({ standings: [standing(YEARS[2] as SchoolYear, 50)] })
    expect(checkClaim(of, claim(SCHOOL, way('up')))).toEqual({ is: 'not-known', why: 'not-measured-since' })
    const beside = { side: 'above', line: 'national' } as const
    expect(checkClaim(of, claim(SCHOOL, beside))).toEqual({ is: 'not-known', why: 'no-line' })
    const shown = [figure(YEARS[2] as SchoolYear, 10)]
    const section = checkClaim(
      numbers({ shown, lines: { target: [signal(40)], at1F: [] } }),
      claim(SECTION, beside),
    )
    expect(section).toEqual({ is: 'not-known', why: 'school-line' })
  })

  it('lies on exactly one side of an ambition of the same figure, in whole pupils; exactly as high counts as above', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(1000), (reached, tenths) => {
        const of = numbers({ shown: [figure(YEARS[2] as SchoolYear, reached)], aims: [aim(tenths / 10)] })
        const sides = (['above', 'below'] as const).map(
          (side) => checkClaim(of, claim(SECTION, { side, line: 'ambition' })).is,
        )
        const isAbove = 1000 * reached >= tenths * 20
        expect(sides).toEqual(isAbove ? ['true', 'untrue'] : ['untrue', 'true'])
      }),
    )
  })

  it('is said beside an ambition with both numbers, on the scale of the test', () => {
    const mean = { ...SECTION, yearGroup: 6, moment: 'M', measure: 'mean' } as const
    const scores = { n: 30, caution: null, mean: 84.2, median: null }
    const six = {
      ...figure(YEARS[2] as SchoolYear, 0),
      yearGroup: 6,
      moment: 'M' as const,
      references: null,
      scores,
    }
    const of = numbers({ shown: [six], aims: [{ ...aim(87), yearGroup: 6, moment: 'M', measure: 'mean' }] })
    const checked = checkClaim(of, claim(mean, { side: 'below', line: 'ambition' }))
    if (checked.is !== 'true') throw new Error('84.2 lies below 87')
    expect(sayFact('nl', checked.fact)).toMatch(/84,2 in 2025–2026: onder onze ambitie \(87\)\.$/)
    expect(sayFact('en', checked.fact)).toMatch(/84.2 in 2025–2026: below our ambition \(87\)\.$/)
    expect(checkClaim(of, claim(mean, { side: 'above', line: 'ambition' })).is).toBe('untrue')
    const choices = claimChoices(of, 'Rekenen')
    expect(choices?.lines).toEqual(['ambition'])
    // Another test, or another measure, is another figure.
    const strange = {
      ...of,
      aims: [{ ...aim(87), yearGroup: 6, moment: 'M' as const, measure: 'mean' as const, series: 2 }],
    }
    const no = { is: 'not-known', why: 'no-ambition' }
    expect(checkClaim(strange, claim(mean, { side: 'below', line: 'ambition' }))).toEqual(no)
    const early = claim(mean, { side: 'below', line: 'ambition' }, YEARS[0])
    expect(checkClaim(of, early)).toEqual({ is: 'not-known', why: 'not-measured' })
  })

  it('is never compared with the same year, or a later one', () => {
    const of = numbers({
      standings: YEARS.map((one) => standing(one, 50)),
      shown: YEARS.map((one) => figure(one, 10)),
    })
    for (const about of [SCHOOL, SECTION])
      for (const since of [YEARS[1], YEARS[2]] as SchoolYear[])
        expect(checkClaim(of, claim(about, way('same', since), YEARS[1]))).toEqual({
          is: 'not-known',
          why: 'not-earlier',
        })
  })

  it('tells nothing of what is hidden: neither the number nor the way', () => {
    const hidden: Standing = { ...standing(YEARS[1] as SchoolYear, 40), together: 'hidden' }
    const of = numbers({
      standings: [hidden, standing(YEARS[2] as SchoolYear, 50)],
      shown: [figure(YEARS[1] as SchoolYear, 'hidden'), figure(YEARS[2] as SchoolYear, 12)],
      lines: { target: [signal(45)], at1F: [] },
      aims: [aim(50)],
    })
    for (const about of [SCHOOL, SECTION])
      for (const one of ['up', 'down', 'same'] as const)
        expect(checkClaim(of, claim(about, way(one)))).toEqual({ is: 'not-known', why: 'hidden' })
    const at = YEARS[1] as SchoolYear
    for (const side of ['above', 'below'] as const)
      expect(checkClaim(of, claim(SCHOOL, { side, line: 'signal' }, at))).toEqual({
        is: 'not-known',
        why: 'hidden',
      })
    for (const side of ['above', 'below'] as const)
      expect(checkClaim(of, claim(SECTION, { side, line: 'ambition' }, at)).is).toBe('not-known')
    expect(JSON.stringify(factsOf(of, 'Rekenen'))).not.toContain('40')
  })

  it('never compares over another test or other norms', () => {
    const of = numbers({
      shown: [figure(YEARS[1] as SchoolYear, 8, 1), figure(YEARS[2] as SchoolYear, 12, 2)],
    })
    for (const one of ['up', 'down', 'same'] as const)
      expect(checkClaim(of, claim(SECTION, way(one)))).toEqual({ is: 'not-known', why: 'new-series' })
  })
})

describe('what the numbers offer', () => {
  const of = numbers({
    standings: YEARS.map((one, at) => standing(one, [48, 51, 53][at] as number)),
    shown: YEARS.map((one, at) => figure(one, [6, 7, 9][at] as number)),
    lines: { target: [signal(44)], at1F: [] },
  })

  it('is said once each, and holds when it is asked again', () => {
    const facts = factsOf(of, 'Rekenen')
    expect(new Set(facts.map(factKey)).size).toBe(facts.length)
    const said = facts.map((fact) => sayFact('nl', fact).replaceAll('\u00a0', ' '))
    expect(said).toContainEqual(
      expect.stringMatching(
        /^Groep 8, alle vakken samen, op 1S\/2F: twee jaar op rij omhoog, van 48 % in 2024 naar 53 % in 2026\. /,
      ),
    )
    expect(said).toContain(
      'Groep 8, alle vakken samen, op 1S/2F 53 % in 2026: boven de signaleringswaarde (44 %).',
    )
    expect(said).toContainEqual(
      expect.stringMatching(
        /^Rekenen, groep 8, doorstroomtoets, op 1S\/2F: twee jaar op rij omhoog, van 30 % in 2024 naar 45 % in 2026\. /,
      ),
    )
  })

  it('is of the subject of the talk, and of the years that there are', () => {
    expect(factsOf(of, 'Lezen').some(({ about }) => about.of === 'section')).toBe(false)
    expect(yearsOf(of, '')).toEqual([...YEARS].reverse())
    expect(factsOf(numbers(), '')).toEqual([])
  })

  it('has the nearest year group in front, and leaves the rest in order', () => {
    const of = numbers({
      shown: [5, 6, 7, 8].flatMap((yearGroup) =>
        YEARS.map((one, at) => ({ ...figure(one, 5 + at), yearGroup })),
      ),
    })
    const near = (yearGroup: number) => (yearGroup === 7 ? 0 : 1)
    const groups = (facts: readonly { about: object }[]) => [
      ...new Set(facts.map(({ about }) => ('yearGroup' in about ? about.yearGroup : null))),
    ]
    expect(groups(factsOf(of, 'Rekenen', near)).slice(0, 4)).toEqual([7, 5, 6, 8])
    expect(groups(claimChoices(of, 'Rekenen', near)?.abouts ?? [])).toEqual([7, 5, 6, 8])
    expect(groups(factsOf(of, 'Rekenen')).slice(0, 4)).toEqual([5, 6, 7, 8])
  })

  it('of a talk on one subject the subject comes first, asked of a year in which it was tested', () => {
    const other = { ...figure(year('2025-2026'), 8), subject: 'Lezen' }
    const own = [figure(year('2023-2024'), 6), figure(year('2024-2025'), 9)]
    const of = numbers({
      shown: [...own, other],
      standings: YEARS.map((until, at) => standing(until, 40 + at)),
    })
    expect(factsOf(of, 'Rekenen')[0]?.about).toMatchObject({ of: 'section', subject: 'Rekenen' })
    expect(factsOf(of, '')[0]?.about).toMatchObject({ of: 'school' })
    expect(yearsOf({ ...of, standings: [] }, 'Rekenen')).toEqual(['2024-2025', '2023-2024'])
    const choices = claimChoices(of, 'Rekenen')
    expect(choices?.abouts[0]?.about).toMatchObject({ of: 'section', subject: 'Rekenen' })
    expect(choices?.year).toBe('2024-2025')
    expect(claimChoices(of, '')?.year).toBe('2025-2026')
  })
})
