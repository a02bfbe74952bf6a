import { expect, it, vi } from 'vitest'
import { calendarWith, eventLines, regenboogCalendar } from '../../test/school-calendar.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { readCalendar } from '../post/calendar-reading.ts'
import { readCalendarFile } from './calendar-reading-desk.ts'

/** A busy machine reads slowly; the limits themselves are the desk's. */
vi.setConfig({ testTimeout: 30_000 })

const YEAR = { from: '2026-08-01' as Day, until: '2027-07-31' as Day }
const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding)

it('a file is read in a thread as it is without one', async () => {
  expect(await readCalendarFile(bytes(regenboogCalendar()), YEAR)).toEqual(
    readCalendar(regenboogCalendar(), YEAR),
  )
})

it('as Windows wrote it, and as an old Outlook did', async () => {
  const file = calendarWith(eventLines('DTSTART;VALUE=DATE:20261103', 'SUMMARY:Financiën en café'))
  for (const written of [bytes(`\uFEFF${file}`, 'utf16le'), bytes(file, 'latin1')]) {
    const reading = await readCalendarFile(written, YEAR)
    expect(isRefusal(reading) ? reading : reading.items.map(({ title }) => title)).toEqual([
      'Financiën en café',
    ])
  }
})

it('a rule that never comes to a day is stopped, and the server goes on meanwhile', async () => {
  // Each seventh day from a Tuesday on, as long as that is a Wednesday.
  const never = calendarWith(eventLines('DTSTART:20261103T150000Z', 'RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=WE'))
  let turns = 0
  const clock = setInterval(() => (turns += 1), 5)
  const answers = await Promise.all([
    readCalendarFile(bytes(never), YEAR, 2),
    readCalendarFile(bytes(regenboogCalendar()), YEAR, 20),
  ])
  clearInterval(clock)
  expect(answers[0]).toEqual({ refused: 'too-slow' })
  expect(isRefusal(answers[1])).toBe(false)
  expect(turns).toBeGreaterThan(10)
})

it('more files than can wait: the rest is asked to come back', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => readCalendarFile(bytes('geen agenda'), YEAR)),
  )
  const count = (no: string) => answers.filter((one) => isRefusal(one) && one.refused === no).length
  expect(count('busy')).toBe(8)
  expect(count('no-calendar')).toBe(22)
})
