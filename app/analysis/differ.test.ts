import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differences } from './differ.ts'
import { type Cell, EMPTY_PART, NUMBER_PARTS, type Report, type ReportTable, type Story } from './report.ts'

const EMPTY = Object.fromEntries(NUMBER_PARTS.map((part) => [part, EMPTY_PART])) as Report
const cell = (text: string, n: number | null): Cell => ({ text, n, was: null })
const table = (...rows: readonly (readonly [string, Cell])[]): ReportTable => ({
  caption: 'Midden 2027',
  head: ['Vak', 'Groep 6'],
  rows: rows.map(([name, one]) => ({ name, cells: [one] })),
  note: null,
})
const growth = (...tables: ReportTable[]): Report => ({ ...EMPTY, growth: { ...EMPTY_PART, tables } })
const talks = (...stories: Story[]): Report => ({ ...EMPTY, talks: { ...EMPTY_PART, stories } })
const story = (title: string, lines: string[] = []): Story => ({
  title,
  under: '',
  lines,
  href: `/t/${title}`,
})
const place = { part: 'growth', table: 'Midden 2027', row: 'Rekenen', column: 'Groep 6' }

describe('what differs since the day of a report', () => {
  test('is nothing when nothing does', () => {
    const report = growth(table(['Rekenen', cell('5,1', 30)]))
    expect(differences(report, report)).toEqual([])
  })

  test('is told with both numbers', () => {
    const [then, now] = [cell('5,1', 30), cell('5,4', 36)]
    expect(differences(growth(table(['Rekenen', then])), growth(table(['Rekenen', now])))).toEqual([
      { ...place, is: 'number', was: '5,1 (n 30)', now: '5,4 (n 36)' },
    ])
  })

  test('is told of rows and tables that came or went', () => {
    const [one, other] = [cell('5,1', 30), cell('7', 12)]
    expect(differences(growth(table()), growth(table(['Rekenen', one])))).toEqual([
      { ...place, is: 'number', was: null, now: '5,1 (n 30)' },
    ])
    expect(differences(growth(table(['Rekenen', other])), EMPTY)).toEqual([
      { part: 'growth', is: 'table-gone', title: 'Midden 2027' },
    ])
    expect(differences(EMPTY, growth(table()))).toEqual([
      { part: 'growth', is: 'table-new', title: 'Midden 2027' },
    ])
  })

  test('is told of talks and goals by where they stand', () => {
    const then = talks(story('a'), story('b'), story('c'))
    // What was said in a talk is read from it, in both.
    const now = talks(story('a', ['said']), { ...story('c'), under: 'Gedeeld op 1 mei' }, story('d'))
    expect(differences(then, now)).toEqual([
      { part: 'talks', is: 'story-gone', title: 'b' },
      { part: 'talks', is: 'story-other', title: 'c' },
      { part: 'talks', is: 'story-new', title: 'd' },
    ])
  })

  test('is told once of a proposal that became a goal, though it moved to another page', () => {
    const agreed = (...stories: Story[]): Report => ({ ...EMPTY, agreements: { ...EMPTY_PART, stories } })
    const proposed = { ...story('De tafels', ['Ambitie']), under: 'Voorgesteld', href: '/p/amendment/a' }
    const goal = { ...proposed, under: 'Algemeen doel', href: '/p?shown=b' }
    expect(differences(agreed(proposed), agreed(goal))).toEqual([
      { part: 'agreements', is: 'story-other', title: 'De tafels' },
    ])
    expect(differences(agreed(proposed), agreed({ ...proposed, href: '/p?shown=b' }))).toEqual([])
    // Another one of the same name is another one as long as both are there.
    const other = { ...goal, href: '/p?shown=c' }
    expect(differences(agreed(goal), agreed(other, goal))).toEqual([
      { part: 'agreements', is: 'story-new', title: 'De tafels' },
    ])
    const renamed = { ...goal, title: 'De tafels, elke dag' }
    expect(differences(agreed(goal), agreed(renamed))).toEqual([
      { part: 'agreements', is: 'story-other', title: 'De tafels, elke dag' },
    ])
  })

  test('tells that a number changed of as many pupils, for it can be of one of them', () => {
    const [then, now] = [cell('200,5', 24), cell('201,3', 24)]
    expect(differences(growth(table(['Rekenen', then])), growth(table(['Rekenen', now])))).toEqual([
      { ...place, is: 'changed' },
    ])
  })

  test('tells that the number of the year before changed, without the numbers', () => {
    const then = { ...cell('200,5', 24), was: 'was 190, n 22' }
    const now = { ...cell('200,5', 24), was: 'was 170, n 22' }
    expect(differences(growth(table(['Rekenen', then])), growth(table(['Rekenen', now])))).toEqual([
      { ...place, is: 'before' },
    ])
  })

  test('never puts two numbers side by side that can be apart by one to four pupils', () => {
    const pupils = fc.integer({ min: 5, max: 60 })
    const number = fc.integer({ min: 1, max: 99 })
    fc.assert(
      fc.property(pupils, pupils, number, number, (before, after, value, year) => {
        const then = growth(table(['Rekenen', cell('100', before)]))
        const cells = { ...cell(String(value), after), was: String(year) }
        const found = differences(then, growth(table(['Rekenen', cells])))
        const told = found.some((one) => one.is === 'number')
        expect(told).toBe(Math.abs(before - after) >= 5)
        expect(found).toHaveLength(2)
        if (!told) expect(JSON.stringify(found)).not.toMatch(/"(?:100|\d\d?)\b/)
      }),
    )
  })
})
