import { describe, expect, it } from 'vitest'
import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import {
  type Attending,
  arrivalOf,
  attendanceAfter,
  cameLater,
  leftBefore,
  type Noting,
} from './attendance.ts'
import type { Attendance, Meeting } from './meeting.ts'

const at = (time: string) => `2026-11-19T${time}:00.000Z` as Moment
const [anouk, karin] = ['anouk', 'karin'] as PersonId[] as [PersonId, PersonId]
const running = { phase: 'running', cancelledAt: null } as Meeting
const prepare = { phase: 'prepare', cancelledAt: null } as Meeting
const closed = { phase: 'closed', cancelledAt: null } as Meeting

const noting = (what: Attending, rest: Partial<Noting> = {}): Noting => ({
  person: anouk,
  what,
  at: at('15:00'),
  now: at('15:00'),
  by: null,
  doorIsOpen: true,
  ...rest,
})
const here: Attendance = {
  person: anouk,
  how: 'present',
  arrivedAt: at('14:30'),
  leftAt: null,
  notedAt: at('14:30'),
  notedBy: null,
}

describe('who says to be there', () => {
  it('is there from now', () => {
    expect(attendanceAfter(undefined, running, noting('present'))).toEqual({
      ...here,
      arrivedAt: at('15:00'),
      notedAt: at('15:00'),
    })
  })

  it('keeps the time of coming, also when going on from elsewhere, or said twice', () => {
    expect(attendanceAfter(here, running, noting('remote'))).toMatchObject({
      how: 'remote',
      arrivedAt: at('14:30'),
    })
    expect(attendanceAfter(here, running, noting('present'))).toMatchObject({ arrivedAt: at('14:30') })
  })

  it('can say so from an hour before, no earlier', () => {
    const early = noting('present', { doorIsOpen: false })
    expect(attendanceAfter(undefined, prepare, early)).toEqual({ refused: 'not-open-yet' })
    expect(attendanceAfter(undefined, prepare, noting('present'))).toMatchObject({ how: 'present' })
  })

  it('comes after all, though it was said not to', () => {
    const away = { ...here, how: 'absent-notice' as const, arrivedAt: null }
    expect(attendanceAfter(away, running, noting('present'))).toMatchObject({
      how: 'present',
      arrivedAt: at('15:00'),
    })
  })
})

describe('who goes', () => {
  it('was there until now; said twice, the first time stays', () => {
    const left = attendanceAfter(here, running, noting('left')) as Attendance
    expect(left).toMatchObject({ how: 'present', arrivedAt: at('14:30'), leftAt: at('15:00') })
    expect(attendanceAfter(left, running, noting('left', { at: at('15:20') }))).toMatchObject({
      leftAt: at('15:00'),
    })
  })

  it('was there first', () => {
    expect(attendanceAfter(undefined, running, noting('left'))).toEqual({ refused: 'not-here' })
    const away = { ...here, how: 'absent' as const, arrivedAt: null }
    expect(attendanceAfter(away, running, noting('left'))).toEqual({ refused: 'not-here' })
  })

  it('can come back, and came when they first came', () => {
    const left = { ...here, leftAt: at('15:00') }
    expect(attendanceAfter(left, running, noting('present'))).toMatchObject({
      arrivedAt: at('14:30'),
      leftAt: null,
    })
  })
})

describe('who is not there', () => {
  it('says so with notice, and can take that back', () => {
    expect(attendanceAfter(undefined, prepare, noting('absent-notice', { doorIsOpen: false }))).toMatchObject(
      {
        how: 'absent-notice',
        arrivedAt: null,
      },
    )
    const away = { ...here, how: 'absent-notice' as const, arrivedAt: null }
    expect(attendanceAfter(away, prepare, noting('open', { doorIsOpen: false }))).toBe(null)
  })

  it('does not undo having been there; that is going', () => {
    expect(attendanceAfter(here, running, noting('absent-notice'))).toEqual({ refused: 'already-here' })
    expect(attendanceAfter(here, running, noting('open'))).toEqual({ refused: 'already-here' })
  })

  it('without notice is written down by who takes the minutes alone', () => {
    expect(attendanceAfter(undefined, running, noting('absent'))).toEqual({ refused: 'only-minute-taker' })
    const byKarin = noting('absent', { by: karin })
    expect(attendanceAfter(undefined, running, byKarin)).toMatchObject({ how: 'absent', notedBy: karin })
  })

  it('puts a mistake of the minute-taker right', () => {
    const byKarin = noting('absent-notice', { by: karin })
    expect(attendanceAfter(here, running, byKarin)).toMatchObject({
      how: 'absent-notice',
      arrivedAt: null,
      leftAt: null,
    })
  })
})

describe('after the meeting', () => {
  it('nobody says anything of themselves any more; the minute-taker completes the list', () => {
    expect(attendanceAfter(undefined, closed, noting('present'))).toEqual({ refused: 'meeting-over' })
    const byKarin = noting('present', { by: karin, at: at('14:30'), doorIsOpen: false })
    expect(attendanceAfter(undefined, closed, byKarin)).toMatchObject({ arrivedAt: at('14:30') })
  })

  it('of a cancelled meeting there is nothing to say', () => {
    const cancelled = { phase: 'prepare', cancelledAt: at('10:00') } as Meeting
    expect(attendanceAfter(undefined, cancelled, noting('present', { by: karin }))).toEqual({
      refused: 'meeting-over',
    })
  })
})

describe('who speaks takes part', () => {
  it('in the room, where nothing else was said', () => {
    expect(arrivalOf(undefined, running, anouk, at('15:00'))).toMatchObject({
      how: 'present',
      arrivedAt: at('15:00'),
    })
  })

  it('from elsewhere, for who had said not to come', () => {
    const away = { ...here, how: 'absent-notice' as const, arrivedAt: null }
    expect(arrivalOf(away, running, anouk, at('15:00'))).toMatchObject({ how: 'remote' })
  })

  it('is back, for who had gone', () => {
    const left = { ...here, leftAt: at('14:50') }
    expect(arrivalOf(left, running, anouk, at('15:00'))).toMatchObject({
      arrivedAt: at('14:30'),
      leftAt: null,
    })
  })

  it('changes nothing for who is there, nor before and after the meeting', () => {
    expect(arrivalOf(here, running, anouk, at('15:00'))).toBe(null)
    expect(arrivalOf(undefined, prepare, anouk, at('15:00'))).toBe(null)
    expect(arrivalOf(undefined, closed, anouk, at('15:00'))).toBe(null)
  })
})

describe('coming later and going earlier', () => {
  const opened = { opened: { at: at('14:30'), by: karin } } as Meeting

  it('is later than five minutes after the opening', () => {
    expect(cameLater(opened, { arrivedAt: at('14:35') })).toBe(false)
    expect(cameLater(opened, { arrivedAt: at('14:36') })).toBe(true)
    expect(cameLater(opened, { arrivedAt: null })).toBe(false)
  })

  it('is going before the end', () => {
    const ended = { closed: { at: at('16:00'), by: karin } } as Meeting
    expect(leftBefore(ended, { leftAt: at('15:40') })).toBe(true)
    expect(leftBefore(ended, { leftAt: at('16:00') })).toBe(false)
    expect(leftBefore(ended, { leftAt: null })).toBe(false)
  })
})
