import { describe, expect, it } from 'vitest'
import type { Day } from '../kernel/day.ts'
import { isAround, mayBeThere, type PersonDays, parseWeek, presenceOn } from './days.ts'

const day = (text: string) => text as Day
const days = (week: PersonDays['week'], single: [string, boolean][] = []): PersonDays => ({
  week,
  single: new Map(single.map(([on, isIn]) => [day(on), isIn])),
})
const MONDAY = day('2026-11-16')
const SATURDAY = day('2026-11-21')

describe('when somebody is in school', () => {
  it('is as they said of the weekday, and nobody knows when they never said so', () => {
    expect(presenceOn(undefined, MONDAY)).toBe('unknown')
    expect(presenceOn(days({}), MONDAY)).toBe('unknown')
    expect(presenceOn(days({ 1: 'all' }), MONDAY)).toBe('in')
    expect(presenceOn(days({ 1: 'morning' }), MONDAY)).toBe('morning')
    expect(presenceOn(days({ 2: 'all' }), MONDAY)).toBe('out')
    expect(presenceOn(days({ 1: 'all' }), SATURDAY)).toBe('out')
  })

  it('a single day goes before the weekday', () => {
    expect(presenceOn(days({ 1: 'all' }, [['2026-11-16', false]]), MONDAY)).toBe('away')
    expect(presenceOn(days({ 2: 'all' }, [['2026-11-16', true]]), MONDAY)).toBe('in')
    expect(presenceOn(days({}, [['2026-11-17', false]]), MONDAY)).toBe('unknown')
  })

  it('tells who is there for a part, and who may be there at a clock', () => {
    expect((['in', 'morning', 'afternoon', 'out', 'away', 'unknown'] as const).map(isAround)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
    expect(mayBeThere('morning', '10:42')).toBe(true)
    expect(mayBeThere('morning', '14:00')).toBe(false)
    expect(mayBeThere('afternoon', '10:42')).toBe(false)
    expect(mayBeThere('afternoon', '12:30')).toBe(true)
    expect(mayBeThere('unknown', '10:42')).toBe(true)
    expect(mayBeThere('away', '10:42')).toBe(false)
  })

  it('comes from a form that can hold anything', () => {
    expect(
      parseWeek({ 'day-1': 'all', 'day-2': '', 'day-3': 'toString', 'day-4': 'afternoon', 'day-6': 'all' }),
    ).toEqual({ 1: 'all', 4: 'afternoon' })
  })
})
