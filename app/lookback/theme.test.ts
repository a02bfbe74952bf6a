import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MeetingItemId, PersonId, SayId, ThemeId } from '../kernel/id.ts'
import { grouped, type LookNote, parseThemeOutcome, parseThemeTitle, type Theme } from './theme.ts'
import { proposeGroups } from './theme-words.ts'

const ITEM = 'item' as MeetingItemId

const theme = (id: string, position: number): Theme => ({
  id: id as ThemeId,
  item: ITEM,
  title: id,
  position,
  outcome: '',
  becomesGoal: false,
})

const note = (id: string, text: string, of: string | null = null): LookNote => ({
  id: id as SayId,
  text,
  source: null,
  person: 'anouk' as PersonId,
  theme: of as ThemeId | null,
})

const anyThemes = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 })
  .chain((ids) => fc.tuple(...ids.map((id) => fc.nat(9).map((position) => theme(id, position)))))
const anyNotes = fc.uniqueArray(fc.nat(500), { maxLength: 30 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          text: fc.string({ maxLength: 60 }),
          // 'gone' is a theme that was taken away.
          of: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'gone')),
        })
        .map(({ text, of }) => note(String(id), text, of)),
    ),
  ),
)

const idsOf = (notes: readonly LookNote[]) => notes.map(({ id }) => id).sort()

describe('grouping', () => {
  it('never loses or doubles a note, whatever became of its theme', () => {
    fc.assert(
      fc.property(anyNotes, anyThemes, (notes, themes) => {
        const { groups, loose } = grouped(notes, themes)
        expect(idsOf([...loose, ...groups.flatMap((group) => group.notes)])).toEqual(idsOf(notes))
        expect(groups.map((group) => group.theme.id).sort()).toEqual(themes.map(({ id }) => id).sort())
      }),
    )
  })

  it('lays a note only under its own theme', () => {
    fc.assert(
      fc.property(anyNotes, anyThemes, (notes, themes) => {
        for (const group of grouped(notes, themes).groups)
          for (const one of group.notes) expect(one.theme).toBe(group.theme.id)
      }),
    )
  })

  it('keeps the themes in their order', () => {
    const { groups } = grouped([], [theme('b', 2), theme('a', 1), theme('c', 2)])
    expect(groups.map((group) => group.theme.id)).toEqual(['a', 'b', 'c'])
  })
})

describe('a first proposal of groups', () => {
  it('names words that several notes share, and puts no note in two groups', () => {
    const notes = [
      note('1', 'Het rekenen met de rekenmuur ging goed.'),
      note('2', 'Rekenen kostte veel tijd.'),
      note('3', 'Lezen in de ochtend werkt.'),
      note('4', 'Het leesmoment is fijn.'),
      note('5', 'Er was weinig rust.'),
    ]
    expect(proposeGroups(notes)[0]).toEqual({ title: 'Rekenen', notes: ['1', '2'] })
    expect(proposeGroups([note('1', 'Er was rust.'), note('2', 'Er was weinig.')])).toEqual([])
  })

  it('holds for any words', () => {
    const anyWords = fc.array(
      fc.array(
        fc.constantFrom('rekenen', 'Rekenles', 'lezen', 'ouders', 'spel', 'é', '', '<b>', 'toString'),
        {
          maxLength: 6,
        },
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(anyWords, (texts) => {
        const notes = texts.map((words, place) => note(String(place), words.join(' ')))
        const placed = proposeGroups(notes).flatMap((group) => {
          expect(group.notes.length).toBeGreaterThan(1)
          expect(group.title).not.toBe('')
          return group.notes
        })
        expect(new Set(placed).size).toBe(placed.length)
      }),
    )
  })
})

describe('the words of a theme', () => {
  it('are one line for its name, and refused when there is nothing or too much', () => {
    expect(parseThemeTitle('  Rust \n in de klas ')).toBe('Rust in de klas')
    expect(parseThemeTitle(' \u0000 ')).toMatchObject({ refused: 'theme-missing' })
    expect(parseThemeTitle('x'.repeat(121))).toMatchObject({ refused: 'theme-too-long' })
    expect(parseThemeOutcome('x'.repeat(1001))).toMatchObject({ refused: 'theme-too-long' })
    expect(parseThemeOutcome('Eén.\r\n\r\nTwee.')).toBe('Eén.\n\nTwee.')
  })
})
