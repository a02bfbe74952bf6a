import { describe, expect, it } from 'vitest'
import type { Day } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { emptyProfile, type Profile } from '../profile/profile.ts'
import { freeDays } from '../year/free-days.ts'
import { MOST_PROPOSED, proposePeers } from './peer-match.ts'
import { termEnds } from './peer-terms.ts'

const profile = (name: string, given: Partial<Profile> = {}): Profile => ({
  ...emptyProfile(name as PersonId),
  ...given,
})
const NOBODY = { notAgain: new Set<PersonId>(), groups: new Map<PersonId, number>() }
const PETRA = profile('petra', { learns: ['behaviour', 'maths'], helps: ['reading'] })
const people = (given: ReturnType<typeof proposePeers>) => given.map((one) => one.people.join('+'))

describe('who could learn together', () => {
  it('is first who can teach one another, then who knows it, then who wants the same', () => {
    const others = [
      profile('anouk', { learns: ['maths'] }),
      profile('bram', { helps: ['maths'] }),
      profile('lotte', { specialties: [{ topic: 'behaviour', words: 'master SEN' }], learns: ['reading'] }),
      profile('noor', { helps: ['gifted'] }),
    ]
    const proposed = proposePeers(PETRA, [PETRA, ...others], NOBODY)
    expect(people(proposed)).toEqual(['lotte', 'bram', 'anouk'])
    expect(proposed[0]).toEqual({
      people: ['lotte'],
      topic: 'behaviour',
      because: [
        { kind: 'helps-me', topics: ['behaviour'] },
        { kind: 'i-help', topics: ['reading'] },
      ],
    })
  })

  it('is a triad where two others want the same', () => {
    const others = [profile('anouk', { learns: ['maths'] }), profile('bram', { learns: ['maths'] })]
    expect(people(proposePeers(PETRA, others, NOBODY))).toEqual(['anouk', 'bram', 'anouk+bram'])
  })

  it('leaves alone who does not want to be asked now, said no, or learns with me already', () => {
    const others = [
      profile('bram', { helps: ['maths'], often: 'not-now' }),
      profile('kees', { helps: ['maths'] }),
    ]
    expect(proposePeers(PETRA, others, { ...NOBODY, notAgain: new Set(['kees' as PersonId]) })).toEqual([])
  })

  it('puts who learns with nobody yet first, and is the same every time', () => {
    const others = ['anouk', 'bram', 'eva', 'kees', 'lotte', 'noor'].map((name) =>
      profile(name, { helps: ['maths'] }),
    )
    const groups = new Map([['anouk' as PersonId, 1]])
    const first = proposePeers(PETRA, others, { ...NOBODY, groups })
    expect(people(first)).toEqual(['bram', 'eva', 'kees', 'lotte'])
    expect(first).toHaveLength(MOST_PROPOSED)
    expect(proposePeers(PETRA, others.toReversed(), { ...NOBODY, groups })).toEqual(first)
  })

  it('is nobody when nothing is written', () => {
    expect(proposePeers(profile('sem'), [PETRA], NOBODY)).toEqual([])
  })
})

describe('until when', () => {
  const YEAR = '2026-2027' as SchoolYear
  const spans = freeDays(YEAR, 'middle', []).spans

  it('is the last school day before a holiday that is three weeks away or more', () => {
    const ends = termEnds(spans, '2026-11-19' as Day)
    expect(ends.map(({ to, before }) => [to, before?.key])).toEqual([
      ['2026-12-18', 'christmas'],
      ['2027-02-19', 'spring'],
      ['2027-04-23', 'may'],
      ['2027-07-16', 'summer'],
    ])
    expect(ends[0]?.weeks).toBe(4)
    expect(termEnds(spans, '2026-12-01' as Day)[0]?.to).toBe('2027-02-19')
  })

  it('is counted in weeks where no holidays are known, and ends on a Friday', () => {
    expect(termEnds([], '2026-11-19' as Day).map(({ to }) => to)).toEqual([
      '2027-01-01',
      '2027-01-29',
      '2027-04-09',
    ])
  })
})
