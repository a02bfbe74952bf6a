import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import '../../test/seed.ts'
import {
  countWords,
  folded,
  isTypo,
  meant,
  pieceOf,
  questionWords,
  ranked,
  stemsOf,
  wordsIn,
} from './search.ts'

const vocabulary = (...words: string[]) => new Map(words.map((word) => [word, stemsOf(word)]))
const means = (asked: string, ...words: string[]) => [...meant(asked, vocabulary(...words)).keys()]

describe('what a word of a question means', () => {
  test('another form of the word', () => {
    expect(means('rekent', 'rekenen', 'lezen')).toEqual(['rekenen'])
    expect(means('leest', 'lezen')).toEqual(['lezen'])
    expect(means('schrijven', 'schrijft')).toEqual(['schrijft'])
    expect(means('lezen', 'les', 'lessen', 'lees', 'leren')).toEqual(['lees'])
    expect(means('kinderen', 'kind')).toEqual(['kind'])
    expect(means('dagen', 'dag')).toEqual(['dag'])
    expect(means('gesprek', 'gesprekken')).toEqual(['gesprekken'])
    expect(means('leraren', 'leraar', 'leerling')).toContain('leraar')
  })
  test('a word that begins so', () => {
    expect(means('instruc', 'instructie', 'instrument')).toEqual(['instructie'])
  })
  test('a typing error is forgiven in words of five letters and more', () => {
    expect(means('lezne', 'lezen')).toEqual(['lezen'])
    expect(means('begelijding', 'begeleiding')).toEqual(['begeleiding'])
    expect(means('doel', 'does')).toEqual([])
  })
  test('a short word is meant as it is typed', () => {
    expect(means('1f', '1f', '1s', '2f')).toEqual(['1f'])
  })
})

describe('the words of a question', () => {
  test('without the words that say nothing, accents and capitals', () => {
    expect(questionWords('Hoe gaat het met de Coördinator?')).toEqual(['gaat', 'coordinator'])
  })
  test.each([
    '',
    '   ',
    '%_',
    "'; drop table passage; --",
    '.*+?^${}()|[]\\',
    '\u0000\ud800',
    'a'.repeat(10_000),
  ])('whatever is typed: %j', (question) => {
    expect(questionWords(question).length).toBeLessThanOrEqual(8)
    expect(questionWords(question).every((word) => word.length <= 40)).toBe(true)
  })
})

test('every word of the question has to stand in the text; rare words say more', () => {
  const meanings = [new Map([['lezen', 1]]), new Map([['bram', 1]])]
  const postings = [
    { ownerId: 'a', field: 'goal', word: 'lezen', times: 3 },
    { ownerId: 'b', field: 'goal', word: 'lezen', times: 1 },
    { ownerId: 'b', field: 'goal', word: 'bram', times: 1 },
  ]
  expect(ranked(meanings, postings, 10).map(({ ownerId }) => ownerId)).toEqual(['b'])
})

const word = fc.stringMatching(/^[a-z]{5,12}$/)

test('a word with one typing error is found again', () => {
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom('drop', 'double', 'swap', 'other'), (one, place, way) => {
      const at = place % (one.length - 1)
      const typed = {
        drop: one.slice(0, at) + one.slice(at + 1),
        double: one.slice(0, at + 1) + one.slice(at),
        swap: one.slice(0, at) + one[at + 1] + one[at] + one.slice(at + 2),
        other: `${one.slice(0, at)}q${one.slice(at + 1)}`,
      }[way]
      fc.pre(typed.length >= 5)
      expect(meant(typed, vocabulary(one)).has(one)).toBe(true)
      expect(typed === one || isTypo(typed, one)).toBe(true)
    }),
  )
})

test('a piece of a text holds a found word and never more than the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.lorem({ maxCount: 8 }), { minLength: 1, maxLength: 30 }),
      fc.nat(),
      (lines, pick) => {
        const text = lines.join('\n')
        const words = [...wordsIn(text)].map((one) => one.word)
        const wanted = words[pick % words.length] ?? ''
        const pieces = pieceOf(text, (one) => one === wanted)
        expect(pieces.some((piece) => piece.found && folded(piece.text) === wanted)).toBe(true)
        const shown = pieces
          .map((piece) => piece.text)
          .join('')
          .replace(/^… | …$/g, '')
        expect(text.replace(/\s+/g, ' ')).toContain(shown.trim())
      },
    ),
  )
})

test('words that say nothing are not indexed', () => {
  expect([...countWords('De leraar en de leraar van groep 5')]).toEqual([
    ['leraar', 2],
    ['groep', 1],
    ['5', 1],
  ])
})
