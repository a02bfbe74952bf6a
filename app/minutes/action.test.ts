import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { dayIn, LONGEST_ACTION, openOnes, parseActionLine } from './action.ts'

const TODAY = '2026-11-19' as Day
const people = [
  { id: 'anouk' as PersonId, name: 'Anouk' },
  { id: 'kees' as PersonId, name: 'Kees Bakker' },
  { id: 'kees-2' as PersonId, name: 'Kees de Wit' },
  { id: 'zoe' as PersonId, name: 'Zoë' },
]
const read = (line: string) => parseActionLine(line, people, TODAY)

describe('an action in one line', () => {
  it('is who, what and by when', () => {
    expect(read('Anouk: leeslijst maken, 3 dec')).toEqual({
      owner: 'anouk',
      what: 'leeslijst maken',
      due: '2026-12-03',
    })
  })

  it('needs no day', () => {
    expect(read('anouk :  leeslijst maken')).toEqual({ owner: 'anouk', what: 'leeslijst maken', due: null })
  })

  it('keeps a last part that is no day as words', () => {
    expect(read('Zoe: potloden, gummen, linialen')).toEqual({
      owner: 'zoe',
      what: 'potloden, gummen, linialen',
      due: null,
    })
  })

  it('takes a day of which the month has been for next year', () => {
    expect(dayIn('12 januari', TODAY)).toBe('2027-01-12')
    expect(dayIn('19 nov', TODAY)).toBe('2026-11-19')
    expect(dayIn('18 nov', TODAY)).toBe('2027-11-18')
  })

  it.each([
    ['3-12', '2026-12-03'],
    ['3/12/2027', '2027-12-03'],
    ['voor 3 dec.', '2026-12-03'],
    ['2026-12-03', '2026-12-03'],
    ['31 feb', null],
    ['3 dagen', null],
    ['3', null],
  ])('reads %s', (said, day) => {
    expect(dayIn(said, TODAY)).toBe(day)
  })

  it('asks for the whole name when two have the first name', () => {
    expect(read('Kees: bellen')).toEqual({ refused: 'owner-ambiguous', field: 'line' })
    expect(read('Kees de Wit: bellen')).toMatchObject({ owner: 'kees-2', what: 'bellen' })
  })

  it.each([
    ['leeslijst maken', 'action-unclear'],
    [': leeslijst', 'action-unclear'],
    ['Piet: leeslijst', 'owner-unknown'],
    ['Anouk: ', 'what-missing'],
    ['Anouk: , 3 dec', 'what-missing'],
    [`Anouk: ${'a'.repeat(LONGEST_ACTION + 1)}`, 'action-too-long'],
  ])('refuses %s', (line, refused) => {
    expect(read(line)).toEqual({ refused, field: 'line' })
  })

  it('never throws, and answers one line without control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const answer = read(`Anouk: ${text}`)
        if (isRefusal(answer)) return
        expect(answer.what).not.toMatch(/[\n\r\0]/)
        expect(answer.what.isWellFormed()).toBe(true)
      }),
    )
  })
})

describe('what is still to do', () => {
  it('stands by its day, those without one last', () => {
    const action = (id: string, due: string | null, doneAt: string | null = null) =>
      ({ id, due, doneAt }) as never
    const open = openOnes([action('b', null), action('a', '2026-12-03'), action('x', '2026-11-20', 'done')])
    expect(open.map(({ id }) => id)).toEqual(['a', 'b'])
  })
})
