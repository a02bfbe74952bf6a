import { describe, expect, it } from 'vitest'
import { NOW_MOMENT, TODAY } from '../../test/cast.ts'
import { at } from '../../test/visit-room.ts'
import type { Day } from '../kernel/day.ts'
import { type Id, newId, type PersonId } from '../kernel/id.ts'
import { freeOf, type Hours, parseHours, turnsAhead, turnsOn } from './hours.ts'
import { parseOwnTime, parseSlotKey } from './office-form.ts'
import { slotKey } from './office-sheet-view.ts'

const KARIN: PersonId = newId<'person'>()
const HOURS: Hours = {
  id: 'thursday' as Id<'office-hours'>,
  person: KARIN,
  weekday: 4,
  starts: '15:00',
  ends: '16:00',
  minutes: 20,
  place: 'kamer van Karin',
}
const day = (text: string) => text as Day
const GIVEN = { weekday: '4', starts: '15:00', ends: '16:00', minutes: '20', place: ' mijn  kamer ' }

describe('the turns of office hours', () => {
  it('follow each other on their weekday, on the clock of the Netherlands, before and after winter time came', () => {
    const clocks = (on: string) => turnsOn(HOURS, day(on)).map(({ startsAt }) => startsAt)
    expect(clocks('2026-11-19')).toEqual([
      '2026-11-19T14:00:00.000Z',
      '2026-11-19T14:20:00.000Z',
      '2026-11-19T14:40:00.000Z',
    ])
    expect(clocks('2026-10-22')[0]).toBe('2026-10-22T13:00:00.000Z')
    expect(clocks('2026-11-20')).toEqual([])
  })

  it('leave out what is left of the hour', () => {
    expect(turnsOn({ ...HOURS, ends: '15:50' }, day('2026-11-19'))).toHaveLength(2)
    expect(turnsOn({ ...HOURS, minutes: 15, ends: '15:50' }, day('2026-11-19'))).toHaveLength(3)
  })

  it('lie ahead for three weeks, without what has been and without days that are shut', () => {
    const open = turnsAhead([HOURS], NOW_MOMENT, () => false)
    expect(open.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([
      ...Array<string>(3).fill('2026-11-19'),
      ...Array<string>(3).fill('2026-11-26'),
      ...Array<string>(3).fill('2026-12-03'),
      ...Array<string>(3).fill('2026-12-10'),
    ])
    const half = turnsAhead([HOURS], at('2026-11-19T15:20'), () => false)
    expect(half[0]?.startsAt).toBe(at('2026-11-19T15:40'))
    const shut = turnsAhead([HOURS], NOW_MOMENT, (person, on) => person === KARIN && on === TODAY)
    expect(shut[0]?.startsAt.slice(0, 10)).toBe('2026-11-26')
  })

  it('are free when their host has nothing that overlaps; what only touches does not', () => {
    const turns = turnsOn(HOURS, TODAY)
    const busy = { person: KARIN, startsAt: at('2026-11-19T15:10'), endsAt: at('2026-11-19T15:20') }
    expect(freeOf(turns, [busy]).map(({ startsAt }) => startsAt)).toEqual([
      at('2026-11-19T15:20'),
      at('2026-11-19T15:40'),
    ])
    expect(freeOf(turns, [{ ...busy, person: newId<'person'>() }])).toHaveLength(3)
  })
})

describe('a form with office hours', () => {
  it('gives weekday, clocks, the length of a talk and a place', () => {
    expect(parseHours(GIVEN, [])).toEqual({
      weekday: 4,
      starts: '15:00',
      ends: '16:00',
      minutes: 20,
      place: 'mijn kamer',
    })
  })

  it.each([
    [{ weekday: '6' }, 'weekday-unknown', 'weekday'],
    [{ weekday: undefined }, 'weekday-unknown', 'weekday'],
    [{ starts: '25:00' }, 'clock-unknown', 'starts'],
    [{ starts: '<b>' }, 'clock-unknown', 'starts'],
    [{ ends: '' }, 'clock-unknown', 'ends'],
    [{ ends: '15:10' }, 'ends-early', 'ends'],
    [{ ends: '14:00' }, 'ends-early', 'ends'],
    [{ starts: '06:00' }, 'hours-outside', 'starts'],
    [{ ends: '19:00' }, 'hours-outside', 'ends'],
    [{ minutes: '7' }, 'turn-unknown', 'minutes'],
    [{ place: 'x'.repeat(61) }, 'place-too-long', 'place'],
  ])('refuses %o', (given, refused, field) => {
    expect(parseHours({ ...GIVEN, ...given }, [])).toEqual({ refused, field })
  })

  it('refuses what overlaps on the same day, and more than a week can hold', () => {
    expect(parseHours({ ...GIVEN, starts: '15:30', ends: '16:30' }, [HOURS])).toMatchObject({
      refused: 'hours-overlap',
    })
    expect(parseHours({ ...GIVEN, starts: '16:00', ends: '17:00' }, [HOURS])).toMatchObject({ weekday: 4 })
    const many = Array.from({ length: 10 }, () => ({ ...HOURS, weekday: 1 as const }))
    expect(parseHours(GIVEN, many)).toMatchObject({ refused: 'hours-many' })
  })
})

describe('a turn in an address', () => {
  it('comes back as it went, and is nothing when it can not be one', () => {
    const [turn] = turnsOn(HOURS, TODAY)
    expect(parseSlotKey(slotKey(turn!))).toEqual({ with: KARIN, startsAt: turn!.startsAt })
    for (const wrong of [
      '',
      'x',
      `${KARIN}.`,
      `${KARIN}.2026-02-30T10:00:00.000Z`,
      `${KARIN}.${'9'.repeat(24)}`,
    ])
      expect(parseSlotKey(wrong)).toBeNull()
  })

  it('a moment of one’s own has a place that fits on a line', () => {
    const form = { startsAt: '2026-11-24T12:15', minutes: '20', place: 'groep 6\u0000\n' }
    expect(parseOwnTime(form, NOW_MOMENT)).toMatchObject({
      startsAt: at('2026-11-24T12:15'),
      place: 'groep 6',
    })
    expect(parseOwnTime({ ...form, place: 'x'.repeat(61) }, NOW_MOMENT)).toMatchObject({ field: 'place' })
    expect(parseOwnTime({ ...form, startsAt: '2026-11-18T12:15' }, NOW_MOMENT)).toMatchObject({
      refused: 'time-past',
    })
  })
})
