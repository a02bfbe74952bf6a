import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day, Moment } from '../kernel/day.ts'
import type { EntryId, PersonId } from '../kernel/id.ts'
import { BUILT_IN_TOPICS, type TopicKey } from '../school/topic.ts'
import { type MatchPerson, MOST_OFFERED, match, middleOf, type Sought, yearsOf } from './match.ts'

const TODAY = '2026-11-19' as Day
const id = (name: string) => name as PersonId

const person = (name: string, what: Partial<MatchPerson> = {}): MatchPerson => ({
  id: id(name),
  specialties: [],
  helps: [],
  learns: [],
  mostAMonth: null,
  likes: false,
  groups: [],
  tracks: [],
  daysIn: null,
  freeAt: null,
  asked: [],
  ...what,
})

const sought = (what: Partial<Sought> = {}): Sought => ({
  key: 'question-1',
  asker: id('anouk'),
  topics: ['maths'],
  groups: ['groep 3'],
  notAgain: new Set(),
  ...what,
})

const asks = (number: number, on: Day, topic: TopicKey | null = null, helped = false) =>
  Array.from({ length: number }, () => ({ on, topic, helped }))

const names = (people: readonly MatchPerson[], what: Partial<Sought> = {}) =>
  match(sought(what), people, TODAY).map((one) => one.person)

const whys = (one: MatchPerson) => match(sought(), [one], TODAY)[0]?.because.map(({ why }) => why)

describe('which colleague is offered', () => {
  it('offers who wrote that they can help with this, with that as the reason', () => {
    const [first] = match(sought(), [person('youssef', { helps: ['maths'] })], TODAY)
    expect(first).toEqual({
      person: 'youssef',
      because: [{ why: 'helps', topic: 'maths' }],
      recommended: true,
      freeAt: null,
    })
  })

  it('never offers the asker, nor somebody of whom nothing speaks for this question', () => {
    expect(names([person('anouk', { helps: ['maths'] }), person('kees', { helps: ['reading'] })])).toEqual([])
  })

  it('never offers again who was asked for this question', () => {
    const both = [person('youssef', { helps: ['maths'] }), person('petra', { helps: ['maths'] })]
    expect(names(both, { notAgain: new Set([id('youssef')]) })).toEqual(['petra'])
  })

  it('leaves in peace who wants no questions now, and who had as many this month as they want', () => {
    const none = person('kees', { helps: ['maths'], mostAMonth: 0 })
    const full = person('petra', { helps: ['maths'], mostAMonth: 1, asked: asks(1, '2026-11-02' as Day) })
    const again = person('sem', { helps: ['maths'], mostAMonth: 1, asked: asks(1, '2026-10-02' as Day) })
    expect(names([none, full, again])).toEqual(['sem'])
  })

  it('does not offer who is not at school this week; who never said when is offered all the same', () => {
    const away = person('kees', { helps: ['maths'], daysIn: [] })
    const unknown = person('petra', { helps: ['maths'], daysIn: null })
    expect(names([away, unknown])).toEqual(['petra'])
  })

  it('knows a track of this year, who learns this too, who helped before and who is near', () => {
    expect(whys(person('a', { tracks: [{ entryId: 'e' as EntryId, topics: ['maths'] }] }))).toEqual([
      'works-on',
    ])
    expect(whys(person('b', { learns: ['maths'] }))).toEqual(['learns'])
    expect(whys(person('c', { asked: asks(1, '2026-02-01' as Day, 'maths', true) }))).toEqual([
      'helped-before',
    ])
    expect(whys(person('c', { asked: asks(1, '2026-02-01' as Day, 'maths', false) }))).toBeUndefined()
    expect(whys(person('d', { groups: ['groep 3'] }))).toEqual(['same-years'])
    expect(whys(person('e', { groups: ['groep 4/5'] }))).toEqual(['near-years'])
    expect(whys(person('f', { groups: ['groep 5'] }))).toBeUndefined()
  })

  it('says when somebody is there, but never offers anybody for that alone', () => {
    const free = '2026-11-24T14:15:00.000Z' as Moment
    expect(whys(person('a', { freeAt: free, daysIn: [TODAY] }))).toBeUndefined()
    expect(whys(person('b', { helps: ['maths'], freeAt: free }))).toEqual(['helps', 'free-at'])
    expect(whys(person('c', { helps: ['maths'], daysIn: [TODAY] }))).toEqual(['helps', 'in-today'])
    expect(whys(person('d', { helps: ['maths'], daysIn: ['2026-11-20' as Day] }))).toEqual(['helps', 'in-on'])
  })

  it('puts who is trained in it before who can help, and those before who is only near', () => {
    const near = person('lotte', { groups: ['groep 4'] })
    const helps = person('youssef', { helps: ['maths'] })
    const trained = person('hanneke', { specialties: ['maths'], helps: ['maths'] })
    expect(names([near, helps, trained])).toEqual(['hanneke', 'youssef', 'lotte'])
  })

  it('recommends nobody who is only near, unless nothing is known of the question', () => {
    const near = [person('lotte', { groups: ['groep 4'] })]
    expect(match(sought(), near, TODAY)[0]?.recommended).toBe(false)
    expect(match(sought({ topics: [] }), near, TODAY)[0]?.recommended).toBe(true)
  })
})

describe('fair turns', () => {
  it('gives the one who was asked lately a rest when another knows this as well', () => {
    const asked = person('youssef', { specialties: ['maths'], asked: asks(1, '2026-11-12' as Day) })
    expect(names([asked, person('petra', { helps: ['maths'] })])[0]).toBe('petra')
  })

  it('lets who would come above twice the middle stand back while others know this', () => {
    const team = ['a', 'b', 'c', 'd'].map((name) => person(name, { asked: asks(3, '2026-09-10' as Day) }))
    const often = person('hanneke', { specialties: ['maths'], asked: asks(6, '2026-09-10' as Day) })
    const other = person('petra', { helps: ['maths'], asked: asks(5, '2026-09-10' as Day) })
    expect(names([...team, often, other])).toEqual(['petra'])
    expect(names([...team, often])).toEqual(['hanneke'])
  })

  it('finds four times in a school year never too often, however seldom the others are asked', () => {
    const team = ['a', 'b', 'c'].map((name) => person(name, { helps: ['maths'] }))
    const asked = (times: number) =>
      person('hanneke', { specialties: ['maths'], asked: asks(times, '2026-09-10' as Day) })
    expect(names([...team, asked(3)])).toContain('hanneke')
    expect(names([...team, asked(4)])).not.toContain('hanneke')
  })

  it('counts this school year alone', () => {
    const last = person('hanneke', { specialties: ['maths'], asked: asks(30, '2026-05-10' as Day) })
    expect(names([last, person('petra', { helps: ['maths'] })])[0]).toBe('hanneke')
  })

  it('gives equals a different order from question to question, and always the same for one', () => {
    const equals = 'abcdefgh'.split('').map((name) => person(name, { helps: ['maths'] }))
    const firsts = Array.from({ length: 40 }, (_, number) => names(equals, { key: `question ${number}` })[0])
    expect(new Set(firsts).size).toBeGreaterThan(4)
    expect(names(equals)).toEqual(names([...equals].reverse()))
  })
})

describe('whatever the team', () => {
  const topics = fc.subarray(BUILT_IN_TOPICS.slice(0, 5))
  const group = fc.constantFrom('groep 1/2 A', 'groep 3', 'groep 4', 'groep 7', 'taalklas')
  const day = fc.integer({ min: 1, max: 30 }).map((date) => `2026-11-${String(date).padStart(2, '0')}` as Day)
  const anybody = fc.record({
    specialties: topics,
    helps: topics,
    learns: topics,
    mostAMonth: fc.constantFrom(null, 0, 1, 2, 4),
    likes: fc.boolean(),
    groups: fc.array(group, { maxLength: 2 }),
    daysIn: fc.option(fc.array(day, { maxLength: 3 })),
    asked: fc.array(
      fc.record({
        on: day,
        topic: fc.option(fc.constantFrom(...BUILT_IN_TOPICS.slice(0, 5))),
        helped: fc.boolean(),
      }),
    ),
  })
  const team = fc
    .array(anybody, { maxLength: 20 })
    .map((all) => all.map((what, place) => person(`p${place}`, what)))
  const question = fc
    .record({ topics, groups: fc.array(group, { maxLength: 2 }), key: fc.string() })
    .map((what) => sought({ ...what, asker: id('p0'), notAgain: new Set([id('p1')]) }))

  it('offers five at most, each once, each with a reason, never the asker or who was asked', () => {
    fc.assert(
      fc.property(team, question, (people, one) => {
        const offered = match(one, people, TODAY)
        const ids = offered.map((found) => found.person)
        expect(ids.length).toBeLessThanOrEqual(MOST_OFFERED)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).not.toContain('p0')
        expect(ids).not.toContain('p1')
        expect(offered.every(({ because }) => because.length > 0)).toBe(true)
        expect(offered.filter(({ recommended }) => recommended).length).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('does not look at the order in which the team stands', () => {
    fc.assert(
      fc.property(team, question, (people, one) => {
        expect(match(one, [...people].reverse(), TODAY)).toEqual(match(one, people, TODAY))
      }),
    )
  })

  it('never offers who wants no questions now', () => {
    fc.assert(
      fc.property(team, question, (people, one) => {
        const offered = match(one, people, TODAY).map((found) => found.person)
        expect(
          people.filter(({ id: mine, mostAMonth }) => mostAMonth === 0 && offered.includes(mine)),
        ).toEqual([])
      }),
    )
  })
})

describe('small rules', () => {
  it('knows the middle of a row', () => {
    expect([middleOf([]), middleOf([3]), middleOf([5, 1]), middleOf([9, 1, 2])]).toEqual([0, 3, 1, 2])
  })

  it('knows the years of a group by its name', () => {
    expect(['groep 3', 'groep 1/2 A', 'groep 7/8', 'taalklas', '1/2'].map(yearsOf)).toEqual([
      [3],
      [1, 2],
      [7, 8],
      [],
      [],
    ])
  })
})
