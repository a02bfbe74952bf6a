import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventIn, lineOf, unescaped } from '../../test/calendar.ts'
import type { Moment } from '../kernel/day.ts'
import { momentInAmsterdam } from '../round/round-form.ts'
import { type CalendarEvent, calendarFile, methodOf } from './calendar.ts'

const event = (rest: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'a@rode-draad',
  sequence: 0,
  startsAt: '2026-11-19T14:30:00.000Z' as Moment,
  endsAt: '2026-11-19T16:00:00.000Z' as Moment,
  title: 'Teamvergadering',
  place: 'Teamkamer',
  description: 'Agenda: https://school.example/meeting/1',
  url: 'https://school.example/meeting/1',
  organizer: { name: 'Karin', address: 'rode-draad@school.example' },
  attendee: { name: 'Petra', address: 'petra@school.example' },
  changedAt: '2026-11-01T08:00:00.000Z' as Moment,
  ...rest,
})

const octets = (line: string) => Buffer.byteLength(line, 'utf8')

describe('the file', () => {
  it.each([
    ['the last hour of winter', '2027-03-28T01:30', '20270328T003000Z'],
    ['the first hour of summer', '2027-03-28T03:30', '20270328T013000Z'],
    ['an afternoon in winter', '2026-12-03T15:30', '20261203T143000Z'],
    ['an afternoon in summer', '2027-06-24T15:30', '20270624T133000Z'],
    ['an hour that comes twice: the second', '2026-10-25T02:30', '20261025T013000Z'],
    ['after summer', '2026-10-25T03:30', '20261025T023000Z'],
  ])('%s: %s on the clock in the Netherlands is %s', (_what, local, utc) => {
    const startsAt = momentInAmsterdam(local)
    if (startsAt === null) throw new Error('that hour does not exist')
    const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString() as Moment
    const file = calendarFile(event({ startsAt, endsAt }), 'request')
    expect(lineOf(file, 'DTSTART')).toBe(utc)
    expect(file).not.toMatch(/TZID|VTIMEZONE/)
  })

  it('names one receiver and nobody else; a file to download names nobody', () => {
    const file = calendarFile(event(), 'request')
    expect(file.match(/ATTENDEE/g)).toHaveLength(1)
    expect(eventIn(file)['ATTENDEE']?.toLowerCase()).toBe('mailto:petra@school.example')
    const own = calendarFile(event(), 'file')
    expect(own).not.toMatch(/ATTENDEE|ORGANIZER|METHOD/)
  })

  it('says what a calendar program has to do with it', () => {
    expect(methodOf(calendarFile(event(), 'request'))).toBe('REQUEST')
    expect(methodOf(calendarFile(event({ title: 'METHOD:PUBLISH' }), 'cancel'))).toBe('CANCEL')
    expect(eventIn(calendarFile(event(), 'cancel'))).toMatchObject({ STATUS: 'CANCELLED' })
  })

  it.each([
    ['breaks', 'Een\r\nEND:VEVENT\nBEGIN:VALARM'],
    ['signs', 'a;b,c\\d"e:f\\n'],
    ['emoji', '👩‍🏫'.repeat(60)],
    ['three hundred characters', 'é'.repeat(300)],
    ['a line in another alphabet', 'шко́ла '.repeat(40)],
    ['halves of a character', 'a\ud83d'],
    ['control characters', 'a\u0000b\u001b[31m\u0085\u2028c'],
  ])('a title with %s stays one title', (_what, title) => {
    const file = calendarFile(event({ title }), 'request')
    expect(file.match(/^(?:BEGIN|END):VEVENT\r$/gm)).toHaveLength(2)
    for (const line of file.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75)
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Buffer.from(file, 'utf8').toString('utf8')).toBe(file)
  })

  it('any words come back as they went in', () => {
    const words = fc.string({ unit: 'grapheme-ascii', maxLength: 200 }).map((text) => text.trim())
    fc.assert(
      fc.property(words, words, (title, place) => {
        const read = eventIn(calendarFile(event({ title, place }), 'request'))
        expect(unescaped(read['SUMMARY'] ?? '')).toBe(title)
        expect(unescaped(read['LOCATION'] ?? '')).toBe(place)
      }),
    )
  })

  it('a name can’t leave its quotes', () => {
    const file = calendarFile(
      event({ organizer: { name: 'Ka"rin;\r\nX:y', address: 'k@x.example' } }),
      'request',
    )
    expect(file.replaceAll(/\r\n[ \t]/g, '')).toContain('ORGANIZER;CN="Ka rin; X:y":')
  })
})
