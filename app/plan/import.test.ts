import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { WordReading } from '../form/word-in.ts'
import { readWordPlan } from '../form/word-in-desk.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { type Choices, draftOf, isPlace, LOOSE, NO_CHOICES, piecesOf } from './import.ts'
import { keptOf } from './import-kept.ts'

const FIXTURES = ['01-figuur1-ingevuld', '02-tabellen', '03-eigen-stijl-18-leerkrachten'] as const
const readings = new Map<string, WordReading>()

beforeAll(async () => {
  for (const name of FIXTURES) {
    const file = new URL(`../../test/fixtures/word/${name}.docx`, import.meta.url)
    const reading = await readWordPlan(readFileSync(file))
    if (isRefusal(reading)) throw new Error(reading.refused)
    readings.set(name, reading)
  }
})

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []
/** Everything that the plan and what stays beside it would hold, as one bag of words. */
function held(reading: WordReading, choices: Choices): Set<string> {
  const draft = draftOf(reading, choices)
  const texts = [
    ...draft.principles.map(({ text }) => text),
    ...draft.entries.flatMap(({ fields }) => fields.map(({ text }) => text)),
    ...keptOf(reading, choices).pieces.map(({ text }) => text),
  ]
  return new Set(texts.flatMap(wordsOf))
}

describe.each(FIXTURES)('%s', (name) => {
  const reading = () => readings.get(name) as WordReading

  test('as read, the draft is the form', () => {
    const draft = draftOf(reading(), NO_CHOICES)
    const { form } = reading()
    expect(draft.principles.map(({ text }) => text)).toEqual(form.principles)
    const lists = [form.generalGoals, form.teamGoals, form.teacherTracks, form.learningTeamTracks]
    const wanted = lists.flat().map((entry) => Object.entries(entry).filter(([, text]) => text !== null))
    expect(draft.entries.map(({ fields }) => fields.map(({ field, text }) => [field, text]))).toEqual(wanted)
  })

  test('no word is lost, wherever the pieces are put', () => {
    const pieces = piecesOf(reading(), NO_CHOICES).filter(({ was }) => !was?.endsWith('.name'))
    const fields = pieces.flatMap(({ was }) => (was && isPlace(reading(), was) ? [was] : []))
    const places = [LOOSE, 'new-principle', 'new-general-goal', 'new-team-goal', ...fields]
    const all = new Set(piecesOf(reading(), NO_CHOICES).flatMap(({ text }) => wordsOf(text)))
    const started = held(reading(), NO_CHOICES)
    const words = [...all].filter((word) => started.has(word))
    expect(words.length).toBeGreaterThan(all.size * 0.98)
    const moves = fc.array(
      fc.tuple(fc.constantFrom(...pieces.map(({ key }) => key)), fc.constantFrom(...places)),
      { maxLength: 12 },
    )
    const cuts = fc.dictionary(fc.constantFrom('t0', 't1', 'r0'), fc.nat(6))
    fc.assert(
      fc.property(moves, cuts, (moved, cut) => {
        const now = held(reading(), { ...NO_CHOICES, placed: Object.fromEntries(moved), cuts: cut })
        expect(words.filter((word) => !now.has(word))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

test('a place is a field that was found or something new, nothing else', () => {
  const reading = readings.get('01-figuur1-ingevuld') as WordReading
  for (const place of ['g0.approach', 't3.teacherEffort', 'r1.memberEffort', 'new-principle'])
    expect(isPlace(reading, place)).toBe(true)
  for (const place of [
    'g9.approach',
    'g0.goal',
    't0.name',
    'g0.__proto__',
    'principles.0',
    'loose',
    '',
    null,
    'x',
  ])
    expect(isPlace(reading, place)).toBe(false)
})
