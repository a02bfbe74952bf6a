import { describe, expect, it } from 'vitest'
import { schoolYear } from '../../test/ambition-room.ts'
import type { Day } from '../kernel/day.ts'
import { yearsAhead } from './height.ts'
import { nextMeasured, type TestDays } from './next-test.ts'

const THIS = schoolYear('2026-2027')
const NEXT = schoolYear('2027-2028')
const days = (from: string, to: string, transition = false): TestDays => ({
  transition,
  from: from as Day,
  to: to as Day,
})
const next = (moment: 'B' | 'M' | 'E' | 'D', today: string, tests: TestDays[] = [], last = '2025-2026') =>
  nextMeasured({ ahead: yearsAhead(schoolYear(last), THIS), moment, tests, today: today as Day })

describe('the school year that is proposed for an ambition', () => {
  it('is this one while its test is still to come', () => {
    expect(next('M', '2026-11-19')).toBe(THIS)
    expect(next('D', '2026-11-19')).toBe(THIS)
    expect(next('E', '2027-05-01')).toBe(THIS)
    expect(next('B', '2026-11-19')).toBe(THIS)
  })

  it('is the next one once schools have taken that test', () => {
    expect(next('B', '2026-12-01')).toBe(NEXT)
    expect(next('M', '2027-04-01')).toBe(NEXT)
    expect(next('D', '2027-04-01')).toBe(NEXT)
    expect(next('E', '2027-04-01')).toBe(THIS)
  })

  it('goes by the year circle where that says when', () => {
    const circle = [
      days('2027-01-18', '2027-02-05'),
      days('2027-06-01', '2027-06-18'),
      days('2027-02-02', '2027-02-03', true),
    ]
    expect(next('M', '2027-02-05', circle)).toBe(THIS)
    expect(next('M', '2027-02-06', circle)).toBe(NEXT)
    expect(next('D', '2027-02-04', circle)).toBe(NEXT)
    expect(next('E', '2027-06-18', circle)).toBe(THIS)
    expect(next('E', '2027-06-19', circle)).toBe(NEXT)
    // Of another moment it says nothing.
    expect(next('D', '2027-02-04', circle.slice(0, 2))).toBe(THIS)
  })

  it('is the first after the last figure, when that one is of this year', () => {
    expect(next('M', '2027-02-01', [], '2026-2027')).toBe(NEXT)
    expect(next('M', '2027-02-01', [], '2027-2028')).toBe(schoolYear('2028-2029'))
  })
})
