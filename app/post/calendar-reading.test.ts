import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarWith, days, eventLines, regenboogCalendar } from '../../test/school-calendar.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { type CalendarItem, type CalendarReading, readCalendar } from './calendar-reading.ts'

const YEAR = { from: '2026-08-01' as Day, until: '2027-07-31' as Day }

function read(file: string, window = YEAR): CalendarReading {
  const reading = readCalendar(file, window)
  if (isRefusal(reading)) throw new Error(reading.refused)
  return reading
}

const when = ({ from, to, startsAt, endsAt }: CalendarItem) =>
  startsAt === null ? `${from}/${to}` : `${startsAt}/${endsAt}`
const times = (...lines: string[]) => read(calendarWith(eventLines(...lines))).items.map(when)

const AMSTERDAM = 'DTSTART;TZID=Europe/Amsterdam'

describe('when something is', () => {
  it.each([
    ['a day', ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261226'], '2026-12-25/2026-12-25'],
    ['a day without an end', ['DTSTART;VALUE=DATE:20261225'], '2026-12-25/2026-12-25'],
    [
      'days over a change of the clock',
      ['DTSTART;VALUE=DATE:20261024', 'DTEND;VALUE=DATE:20261027'],
      '2026-10-24/2026-10-26',
    ],
    ['days as a length', ['DTSTART;VALUE=DATE:20261224', 'DURATION:P2D'], '2026-12-24/2026-12-25'],
    [
      'hours in winter',
      [`${AMSTERDAM}:20261203T153000`, 'DURATION:PT90M'],
      '2026-12-03T14:30:00.000Z/2026-12-03T16:00:00.000Z',
    ],
    [
      'hours in summer',
      [`${AMSTERDAM}:20270624T153000`, 'DURATION:PT1H'],
      '2027-06-24T13:30:00.000Z/2027-06-24T14:30:00.000Z',
    ],
    [
      'hours without a clock',
      ['DTSTART:20270624T153000', 'DURATION:PT1H'],
      '2027-06-24T13:30:00.000Z/2027-06-24T14:30:00.000Z',
    ],
    [
      'hours in UTC',
      ['DTSTART:20270624T133000Z', 'DTEND:20270624T143000Z'],
      '2027-06-24T13:30:00.000Z/2027-06-24T14:30:00.000Z',
    ],
    [
      'as Outlook calls the clock',
      ['DTSTART;TZID="W. Europe Standard Time":20270624T153000', 'DURATION:PT1H'],
      '2027-06-24T13:30:00.000Z/2027-06-24T14:30:00.000Z',
    ],
    [
      'as an old program calls it',
      ['DTSTART;TZID=/mozilla.org/20050126_1/Europe/Brussels:20261203T153000', 'DURATION:PT1H'],
      '2026-12-03T14:30:00.000Z/2026-12-03T15:30:00.000Z',
    ],
    [
      'the hour after the change in spring',
      [`${AMSTERDAM}:20270328T033000`, 'DURATION:PT1H'],
      '2027-03-28T01:30:00.000Z/2027-03-28T02:30:00.000Z',
    ],
    [
      'the hour after the change in autumn',
      [`${AMSTERDAM}:20261025T033000`, 'DURATION:PT1H'],
      '2026-10-25T02:30:00.000Z/2026-10-25T03:30:00.000Z',
    ],
    [
      'midnight to midnight',
      [`${AMSTERDAM}:20261024T000000`, 'DTEND;TZID=Europe/Amsterdam:20261027T000000'],
      '2026-10-24/2026-10-26',
    ],
    [
      'midnight to midnight in UTC',
      ['DTSTART:20270513T220000Z', 'DTEND:20270514T220000Z'],
      '2027-05-14/2027-05-14',
    ],
    [
      'what Outlook calls a whole day',
      [
        `${AMSTERDAM}:20270208T000000`,
        'DTEND;TZID=Europe/Amsterdam:20270209T000000',
        'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      ],
      '2027-02-08/2027-02-08',
    ],
    [
      'an evening until midnight',
      [`${AMSTERDAM}:20270208T193000`, 'DTEND;TZID=Europe/Amsterdam:20270209T000000'],
      '2027-02-08T18:30:00.000Z/2027-02-08T23:00:00.000Z',
    ],
  ])('%s', (_what, lines, expected) => {
    expect(times(...lines)).toEqual([expected])
  })

  it('an evening until midnight is of one day', () => {
    const [item] = read(calendarWith(eventLines(`${AMSTERDAM}:20270208T193000`, 'DURATION:PT4H30M'))).items
    expect(item).toMatchObject({ from: '2027-02-08', to: '2027-02-08' })
  })

  it('a clock that the file describes is that clock; one that nobody knows is read as ours, and said', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Paramaribo',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:-0300',
      'TZOFFSETTO:-0300',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\r\n')
    const file = calendarWith(
      zone,
      eventLines('DTSTART;TZID=Paramaribo:20261203T103000', 'SUMMARY:Bellen'),
      eventLines('DTSTART;TZID=Mars/Olympus:20261203T103000', 'SUMMARY:Wie weet'),
    )
    const { items, leftOut } = read(file)
    expect(items.map(({ title, startsAt }) => `${title} ${startsAt}`)).toEqual([
      'Wie weet 2026-12-03T09:30:00.000Z',
      'Bellen 2026-12-03T13:30:00.000Z',
    ])
    expect(leftOut.zones).toEqual(['Mars/Olympus'])
  })
})

describe('what repeats', () => {
  it('keeps its hour on the clock over both changes', () => {
    const all = times(
      `${AMSTERDAM}:20261019T083000`,
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY;UNTIL=20270405T235959Z',
    )
    expect(all).toHaveLength(25)
    expect(all.filter((one) => one.startsWith('2026-10-'))).toEqual([
      '2026-10-19T06:30:00.000Z/2026-10-19T07:30:00.000Z',
      '2026-10-26T07:30:00.000Z/2026-10-26T08:30:00.000Z',
    ])
    expect(all.filter((one) => one > '2027-03-21')).toEqual([
      '2027-03-22T07:30:00.000Z/2027-03-22T08:30:00.000Z',
      '2027-03-29T06:30:00.000Z/2027-03-29T07:30:00.000Z',
      '2027-04-05T06:30:00.000Z/2027-04-05T07:30:00.000Z',
    ])
  })

  it.each([
    ['each other week', 'FREQ=WEEKLY;INTERVAL=2;COUNT=3', ['2026-11-03', '2026-11-17', '2026-12-01']],
    [
      'on two days',
      'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4',
      ['2026-11-03', '2026-11-05', '2026-11-10', '2026-11-12'],
    ],
    ['the first Tuesday', 'FREQ=MONTHLY;BYDAY=1TU;COUNT=3', ['2026-11-03', '2026-12-01', '2027-01-05']],
    ['the last day', 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2', ['2026-11-30', '2026-12-31']],
    ['until and with a day', 'FREQ=DAILY;UNTIL=20261105', ['2026-11-03', '2026-11-04', '2026-11-05']],
    ['each year', 'FREQ=YEARLY', ['2026-11-03']],
  ])('%s', (_what, rule, expected) => {
    expect(times('DTSTART;VALUE=DATE:20261103', `RRULE:${rule}`).map((one) => one.slice(0, 10))).toEqual(
      expected,
    )
    const hours = times(`${AMSTERDAM}:20261103T153000`, `RRULE:${rule}`)
    expect(hours.map((one) => one.slice(0, 10))).toEqual(expected)
  })

  it('began long ago: only this year is shown', () => {
    const all = times('DTSTART;VALUE=DATE:19990101', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=1')
    expect(all[0]).toBe('2026-08-01/2026-08-01')
    expect(all).toHaveLength(12)
  })

  it('without the times that were left out, and with the one that was moved', () => {
    const series = [
      'UID:reeks',
      `${AMSTERDAM}:20261103T153000`,
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY;COUNT=5',
      'SUMMARY:Overleg',
    ]
    const { items } = read(
      calendarWith(
        eventLines(...series, 'EXDATE;TZID=Europe/Amsterdam:20261110T153000', 'EXDATE;VALUE=DATE:20261117'),
        eventLines(
          'UID:reeks',
          'RECURRENCE-ID;TZID=Europe/Amsterdam:20261124T153000',
          `${AMSTERDAM}:20261126T090000`,
          'DURATION:PT1H',
          'SUMMARY:Overleg, later',
        ),
        eventLines(
          'UID:reeks',
          'RECURRENCE-ID;TZID=Europe/Amsterdam:20261201T153000',
          `${AMSTERDAM}:20261201T153000`,
          'STATUS:CANCELLED',
          'SUMMARY:Overleg',
        ),
      ),
    )
    expect(items.map((item) => `${item.title} ${item.startsAt}`)).toEqual([
      'Overleg 2026-11-03T14:30:00.000Z',
      'Overleg, later 2026-11-26T08:00:00.000Z',
    ])
    expect(items.every(({ repeats }) => repeats)).toBe(true)
    expect(new Set(items.map(({ series: one }) => one)).size).toBe(1)
  })

  it('has one key for one time, whichever file it is in', () => {
    const one = ['UID:reeks', 'DTSTART;VALUE=DATE:20261103', 'RRULE:FREQ=WEEKLY;COUNT=3']
    const keys = (...lines: string[]) => read(calendarWith(eventLines(...lines))).items.map(({ key }) => key)
    expect(keys(...one, 'SUMMARY:A')).toEqual(keys(...one, 'SUMMARY:B'))
    expect(new Set(keys(...one)).size).toBe(3)
  })
})

describe('files as programs write them', () => {
  it('the calendar of De Regenboog', () => {
    const { name, items, leftOut } = read(regenboogCalendar())
    expect(name).toBe('De Regenboog 2026-2027')
    expect(items.filter(({ repeats }) => !repeats).map(({ title, from }) => `${from} ${title}`)).toEqual([
      '2026-10-17 Herfstvakantie',
      '2026-12-01 MR',
      '2027-01-18 M-toetsen Leerling in beeld',
      '2027-02-08 Studiedag taal',
      '2027-02-19 Rapport mee',
      '2027-03-01 Taart voor Ada',
      '2027-05-10 Margedag: alle kinderen vrij',
    ])
    expect(leftOut).toEqual({ unreadable: 0, outside: 0, zones: [] })
  })

  it.each([
    ['line feeds', (file: string) => file.replaceAll('\r\n', '\n')],
    ['old line ends', (file: string) => file.replaceAll('\r\n', '\r')],
    ['a mark in front', (file: string) => `\uFEFF${file}`],
    [
      'small letters',
      (file: string) =>
        file.replace(/BEGIN:VEVENT|END:VEVENT|SUMMARY|DTSTART/g, (word) => word.toLowerCase()),
    ],
    ['empty lines', (file: string) => file.replaceAll('\r\n', '\r\n\r\n')],
    ['two calendars in one file', (file: string) => `${calendarWith()}${file}`],
  ])('with %s', (_what, change) => {
    expect(read(change(regenboogCalendar())).items).toEqual(read(regenboogCalendar()).items)
  })

  it('a title that was folded, broken off or written with signs is one line', () => {
    const title = (...lines: string[]) =>
      read(calendarWith(eventLines('DTSTART;VALUE=DATE:20261103', ...lines))).items[0]?.title
    expect(title('SUMMARY:Studie', ' dag')).toBe('Studiedag')
    expect(title('SUMMARY:Studiedag', 'en rekenen samen')).toBe('Studiedagen rekenen samen')
    expect(title('SUMMARY:Taal\\, lezen\\; en\\nrekenen \\\\ meer')).toBe('Taal, lezen; en rekenen \\ meer')
    expect(title('SUMMARY;LANGUAGE=nl;X-A="b:c;d":Studiedag: taal')).toBe('Studiedag: taal')
    expect(title(`SUMMARY:a\u0000b\u202ec\u200bd${'x'.repeat(9_000)}`)).toHaveLength(300)
    expect(title('DESCRIPTION:x')).toBe('')
  })

  it('an alarm inside an event is no event, and what it says is not the event’s', () => {
    const alarm = ['BEGIN:VALARM', 'TRIGGER:-PT10M', 'SUMMARY:Let op', 'DURATION:PT5M', 'END:VALARM']
    const { items } = read(
      calendarWith(eventLines('DTSTART;VALUE=DATE:20261103', 'SUMMARY:Studiedag', ...alarm)),
    )
    expect(items.map(({ title }) => title)).toEqual(['Studiedag'])
  })

  it('what is free or cancelled, and what takes a calendar back', () => {
    const one = (...more: string[]) => eventLines('DTSTART;VALUE=DATE:20261103', 'SUMMARY:Iets', ...more)
    expect(read(calendarWith(one('TRANSP:TRANSPARENT'))).items[0]?.isFree).toBe(true)
    expect(read(calendarWith(one())).items[0]?.isFree).toBe(false)
    expect(read(calendarWith(one('STATUS:CANCELLED'))).items).toEqual([])
    expect(read(calendarWith('METHOD:CANCEL', one())).items).toEqual([])
  })

  it('of an event that is in it twice the last version counts', () => {
    const version = (number: number, title: string) =>
      eventLines('UID:een', `SEQUENCE:${number}`, 'DTSTART;VALUE=DATE:20261103', `SUMMARY:${title}`)
    expect(
      read(calendarWith(version(2, 'Nieuw'), version(1, 'Oud'))).items.map(({ title }) => title),
    ).toEqual(['Nieuw'])
  })
})

describe('a file that is wrong or means harm', () => {
  it.each([
    ['nothing', '', 'empty-file'],
    ['blanks', ' \r\n ', 'empty-file'],
    ['a letter', 'Beste ouders, de agenda staat online.', 'no-calendar'],
    ['a page', '<!doctype html><title>BEGIN:VCALENDAR</title>', 'no-calendar'],
    ['too much', calendarWith(`X-A:${'a'.repeat(3 * 2 ** 20)}`), 'too-large'],
    [
      'too many',
      calendarWith(
        ...Array.from({ length: 14 }, (_, n) =>
          eventLines(`UID:${n}`, 'DTSTART;VALUE=DATE:20250101', 'RRULE:FREQ=DAILY'),
        ),
      ),
      'too-many',
    ],
  ])('%s is refused', (_what, file, no) => {
    expect(readCalendar(file, YEAR)).toEqual({ refused: no })
  })

  it.each([
    ['a day that does not exist', ['DTSTART;VALUE=DATE:20270231']],
    ['a month that does not exist', ['DTSTART;VALUE=DATE:20271301']],
    ['no day', ['SUMMARY:x']],
    ['words for a day', ['DTSTART:morgen']],
    ['a year before all', ['DTSTART;VALUE=DATE:00010101', 'DTEND;VALUE=DATE:99991231']],
    ['an end before its beginning', ['DTSTART:20261103T150000Z', 'DTEND:20261103T140000Z']],
    ['a life long', ['DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20290101']],
    ['each second', ['DTSTART:20261103T150000Z', 'RRULE:FREQ=SECONDLY']],
    ['a rule that is none', ['DTSTART:20261103T150000Z', 'RRULE:FREQ=SOMETIMES']],
    ['an empty rule', ['DTSTART:20261103T150000Z', 'RRULE:']],
    ['a day that no month has', ['DTSTART:20261103T150000Z', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30']],
    ['a quote that never ends', ['DTSTART;TZID="Europe:20261103T150000']],
  ])('%s is left out and counted, the rest is read', (_what, lines) => {
    const good = days('Studiedag', '20270208', '20270209')
    const { items, leftOut } = read(calendarWith(eventLines(...lines), good))
    expect(items.map(({ title }) => title)).toEqual(['Studiedag'])
    expect(leftOut.unreadable).toBe(1)
  })

  it('an event that is broken off is counted, and so is one in which another begins', () => {
    const whole = regenboogCalendar()
    const cut = read(whole.slice(0, whole.indexOf('SUMMARY:Gym')))
    expect(cut.items.map(({ title }) => title)).toContain('Studiedag taal')
    expect(cut.leftOut.unreadable).toBe(1)
    const nested = read(calendarWith('BEGIN:VEVENT', days('Studiedag', '20270208', '20270209')))
    expect(nested.leftOut.unreadable).toBe(1)
    expect(nested.items).toHaveLength(1)
  })

  it('names that are something to a program are only names', () => {
    const file = calendarWith(
      eventLines(
        'UID:__proto__',
        'DTSTART;TZID=__proto__:20261103T150000',
        'SUMMARY:__proto__',
        'CONSTRUCTOR:x',
      ),
      eventLines(
        'UID:constructor',
        'DTSTART;TZID=constructor;__proto__=x:20261103T150000',
        'SUMMARY:toString',
      ),
    )
    expect(read(file).items.map(({ title }) => title)).toEqual(['__proto__', 'toString'])
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  it('whatever is in it, there is an answer', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        'BEGIN:VTIMEZONE',
        'END:VTIMEZONE',
        'BEGIN:STANDARD',
        'END:STANDARD',
        'TZID:x',
        'BEGIN:VALARM',
        'END:VALARM',
        'END:VCALENDAR',
      ),
      fc
        .tuple(
          fc.constantFrom(
            'DTSTART',
            'DTEND',
            'EXDATE',
            'RDATE',
            'RECURRENCE-ID',
            'DURATION',
            'SUMMARY',
            'DTSTART;TZID=x',
            'DTSTART;VALUE=DATE',
            'TZOFFSETTO',
            'SEQUENCE',
          ),
          fc.oneof(
            fc.constantFrom(
              '20261103',
              '20261103T150000',
              '20261103T150000Z',
              'P1D',
              '+0100',
              '99999999T999999Z',
              '-P1D',
              '20261103T150000Z/PT1H',
            ),
            fc.string({ maxLength: 30 }),
          ),
        )
        .map((pair) => pair.join(':')),
      fc.string({ maxLength: 60 }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const reading = readCalendar(calendarWith(...lines), YEAR)
        expect(isRefusal(reading) || Array.isArray(reading.items)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
