import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWithIcalJs } from '../../test/read-calendar.ts'
import type { Day, Moment } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import { type WrittenEvent, writeCalendar } from './calendar-writing.ts'

const event = (rest: Partial<WrittenEvent> = {}): WrittenEvent => ({
  uid: 'a@rode-draad',
  sequence: 0,
  from: '2026-11-19' as Day,
  to: '2026-11-19' as Day,
  startsAt: null,
  endsAt: null,
  title: 'Studiedag',
  place: '',
  url: 'https://school.example/year',
  isCancelled: false,
  isTentative: false,
  changedAt: '2026-11-01T08:00:00.000Z' as Moment,
  ...rest,
})

const write = (...events: WrittenEvent[]) => writeCalendar({ name: 'Rode Draad', language: 'nl', events })
const readBack = (...events: WrittenEvent[]) => readWithIcalJs(write(...events)).events
const hours = (startsAt: string, endsAt: string) =>
  event({ startsAt: startsAt as Moment, endsAt: endsAt as Moment })

it('what is asked and not agreed yet is told so, and Outlook in its own way too', () => {
  const asked = { ...hours('2026-12-03T14:30:00.000Z', '2026-12-03T15:00:00.000Z'), isTentative: true }
  expect(readBack(asked)[0]?.status).toBe('TENTATIVE')
  expect(write(asked)).toContain('X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE\r\n')
  expect(readBack({ ...asked, isCancelled: true })[0]?.status).toBe('CANCELLED')
})

describe('times, over both changes of the clock', () => {
  it.each([
    ['a winter afternoon', '2026-12-03T14:30:00.000Z', '20261203T153000'],
    ['a summer afternoon', '2027-06-24T13:30:00.000Z', '20270624T153000'],
    ['the last hour of winter', '2027-03-28T00:30:00.000Z', '20270328T013000'],
    ['the first hour of summer', '2027-03-28T01:30:00.000Z', '20270328T033000'],
    ['the last hour of summer that is there once', '2026-10-24T23:30:00.000Z', '20261025T013000'],
    ['the hour that comes twice: the first', '2026-10-25T00:30:00.000Z', '20261025T023000'],
    ['the first hour after it', '2026-10-25T02:30:00.000Z', '20261025T033000'],
  ])('%s', (_what, startsAt, onClock) => {
    const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString()
    expect(write(hours(startsAt, endsAt))).toContain(`DTSTART;TZID=Europe/Amsterdam:${onClock}\r\n`)
  })

  it('the hour that comes twice, the second time, is told in UTC', () => {
    const file = write(hours('2026-10-25T01:30:00.000Z', '2026-10-25T02:30:00.000Z'))
    expect(file).toContain('DTSTART:20261025T013000Z\r\n')
    expect(file).toContain('DTEND;TZID=Europe/Amsterdam:20261025T033000\r\n')
  })

  it('each quarter of an hour of the two nights is read back as the moment that it was', () => {
    for (const night of ['2026-10-24T22:00:00.000Z', '2027-03-27T22:00:00.000Z'])
      for (let quarter = 0; quarter < 24; quarter += 1) {
        const at = (count: number) => new Date(Date.parse(night) + count * 900_000).toISOString()
        // Of the hour that comes twice a reader may take either; only what is told in UTC is certain.
        if (at(quarter) >= '2026-10-25T00:00' && at(quarter) < '2026-10-25T01:00') continue
        expect(readBack(hours(at(quarter), at(quarter + 12)))[0]?.starts).toBe(at(quarter))
      }
  })

  it('a year of appointments comes back as it was', () => {
    const starts = Array.from(
      { length: 365 },
      (_, day) => Date.parse('2026-08-01T06:30:00.000Z') + day * 86_400_000,
    )
    const events = starts.map((start, place) => ({
      ...hours(new Date(start).toISOString(), new Date(start + 5_400_000).toISOString()),
      uid: `${place}@rode-draad`,
    }))
    expect(readBack(...events).map(({ starts: one }) => Date.parse(one))).toEqual(starts)
  })
})

describe('whole days', () => {
  it('any days, over whatever change: the end is the day after, and nobody is busy', () => {
    const start = fc.integer({ min: 0, max: 800 }).map((days) => plusDays('2026-01-01' as Day, days))
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 60 }), (from, length) => {
        const [read] = readBack(event({ from, to: plusDays(from, length) }))
        expect(read).toMatchObject({ starts: from, ends: plusDays(from, length + 1) })
      }),
    )
    const file = write(event())
    expect(file).toContain('TRANSP:TRANSPARENT')
    expect(file).toContain('X-MICROSOFT-CDO-BUSYSTATUS:FREE')
    expect(file).not.toContain('VTIMEZONE')
  })
})

describe('words', () => {
  it('come back as they went in, whatever signs are in them', () => {
    const words = fc
      .string({ unit: 'grapheme', maxLength: 120 })
      .map((text) => text.replace(/\p{C}|\p{Z}/gu, ' ').trim())
    fc.assert(
      fc.property(words, words, (title, place) => {
        const [read] = readBack(event({ title, place }))
        expect(read).toMatchObject({ title, place })
      }),
    )
  })

  it.each([
    ['breaks', 'Een\r\nEND:VEVENT\r\nBEGIN:VALARM'],
    ['signs', 'a;b,c\\d"e:f\\n'],
    ['three hundred characters', 'é'.repeat(300)],
    ['emoji', '👩‍🏫'.repeat(60)],
    ['halves of a character', 'a\ud83d'],
    ['control characters', 'a\u0000b\u001b[31m\u0085\u2028c'],
  ])('a title with %s stays one title, in lines that every program takes', (_what, title) => {
    const file = write(event({ title }))
    expect(file.match(/^(?:BEGIN|END):VEVENT\r$/gm)).toHaveLength(2)
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Buffer.from(file, 'utf8').toString('utf8')).toBe(file)
    expect(readWithIcalJs(file).events).toHaveLength(1)
  })

  it('what does not go on is said as such', () => {
    expect(readBack(event({ isCancelled: true, sequence: 4 }))[0]).toMatchObject({
      status: 'CANCELLED',
      sequence: 4,
    })
  })

  it('a calendar without anything in it is a calendar', () => {
    expect(readWithIcalJs(write())).toEqual({ name: 'Rode Draad', events: [] })
  })
})
