import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locate, replacedAt } from './suggestion-fit.ts'
import {
  anchorAt,
  anchored,
  differenceOf,
  piecesOf,
  placesOf,
  rangeOfWords,
  sentencesOf,
  wholeWords,
} from './suggestion-place.ts'

const TEXT = 'Wisbordjes en denktijd. Eerst bij rekenen, daarna bij spelling.\n\n- Ik kijk bij **Youssef**.'
const said = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end)
const at = (words: string, text = TEXT) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
})

/** Few different words, so that the same ones stand in several places. */
const words = fc.constantFrom('de', 'kat', 'Anouk', 'kijkt', 'mee', '*', '**', 'één', '1.', '-', 'bij')
const texts = fc
  .array(fc.tuple(words, fc.constantFrom(' ', '. ', '\n\n', ', ', '')), { maxLength: 30 })
  .map((all) => all.flat().join('').trim())
const wild = fc.string({ unit: 'grapheme', maxLength: 60 })

describe('where a suggestion stands', () => {
  it('finds what somebody changed in the whole text, and only that', () => {
    const after = TEXT.replace('daarna bij spelling', 'vanaf januari bij spelling')
    const change = differenceOf(TEXT, after)
    expect(change && [said(TEXT, change), change.replacement]).toEqual(['daarna', 'vanaf januari'])
    expect(differenceOf(TEXT, TEXT)).toBeNull()
  })

  it('gives the new text when it is put back, whatever was changed', () => {
    fc.assert(
      fc.property(fc.oneof(texts, wild), fc.oneof(texts, wild), (before, after) => {
        const change = differenceOf(before, after)
        if (change === null) {
          expect(before).toBe(after)
          return
        }
        expect(before.slice(0, change.start) + change.replacement + before.slice(change.end)).toBe(after)
        const { anchor, replacement } = anchored(before, change, change.replacement)
        const [one, ...more] = placesOf(before, anchor.quote)
        expect(more).toEqual([])
        if (one) expect(before.slice(0, one.start) + replacement + before.slice(one.end)).toBe(after)
        else expect([before, anchor.quote]).toEqual(['', ''])
      }),
    )
  })

  it('never cuts a word in two', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, one, other) => {
        const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].sort(
          (a, b) => a - b,
        )
        const range = wholeWords(text, { start, end })
        expect(range.start).toBeLessThanOrEqual(start)
        expect(range.end).toBeGreaterThanOrEqual(end)
        expect(
          piecesOf(text.slice(0, range.start))
            .concat(piecesOf(text.slice(range.start)))
            .join(''),
        ).toBe(text)
        expect(`${text[range.start - 1] ?? ' '}${text[range.start] ?? ' '}`).not.toMatch(/^\p{L}{2}$/u)
      }),
    )
  })

  it('names the sentences, without the marks of a list', () => {
    expect(sentencesOf(TEXT).map((range) => said(TEXT, range))).toEqual([
      'Wisbordjes en denktijd.',
      'Eerst bij rekenen, daarna bij spelling.',
      'Ik kijk bij **Youssef**.',
    ])
    expect(sentencesOf('')).toEqual([])
  })

  it('finds words that were selected on the page between the signs of the stored text', () => {
    const found = (selected: string, before: string) => {
      const range = rangeOfWords(TEXT, selected, before)
      return range && said(TEXT, range)
    }
    expect(found('kijk bij Youssef.', 'Ik ')).toBe('kijk bij **Youssef')
    expect(found('bij', 'daarna ')).toBe('bij')
    expect(rangeOfWords(TEXT, 'bij', 'daarna ')?.start).toBe(TEXT.indexOf('bij spelling'))
    expect(found('bij', '')).toBeNull()
    expect(found('staat er niet', '')).toBeNull()
    expect(found(' .*+?^${}()|[]\\ ', '')).toBeNull()
  })
})

describe('words in a text', () => {
  it('are found as whole words wherever they stand, also in one endless word', () => {
    const places = (text: string, words: string) => placesOf(text, words).map(({ start }) => start)
    expect(places('rekenen, ook rekenen en voorrekenen', 'rekenen')).toEqual([0, 13])
    expect(places('a a a', 'a a')).toEqual([0, 2])
    expect(places('aa-aa aaa', 'aa')).toEqual([0, 3])
    expect(places('** ** **', '**')).toEqual([0, 3, 6])
    expect(places('a'.repeat(20_000), 'a'.repeat(9000))).toEqual([])
    fc.assert(
      fc.property(fc.stringMatching(/^[ab .]{0,40}$/), fc.stringMatching(/^[ab .]{1,6}$/), (text, words) => {
        const isWord = (sign = '') => /[ab]/.test(sign)
        const whole = [...text].flatMap((_, at) => {
          const end = at + words.length
          const cuts =
            (isWord(text[at - 1]) && isWord(text[at])) || (isWord(text[end - 1]) && isWord(text[end]))
          return text.startsWith(words, at) && !cuts ? at : []
        })
        expect(places(text, words)).toEqual(whole)
      }),
    )
  })
})

describe('a text that moved on', () => {
  const spelling = anchored(TEXT, at('daarna bij spelling'), 'vanaf januari bij spelling')
  const fitIn = (text: string) => locate(text, spelling.anchor)

  it('still fits where the same words stand, further on or back', () => {
    const moved = `Een nieuw begin. ${TEXT}\n\nEn een slot.`
    const fit = fitIn(moved)
    expect(fit.fits && said(moved, fit.at)).toBe('daarna bij spelling')
  })

  it('says so when the words are no longer there, and shows what looks most like them', () => {
    const moved = TEXT.replace('daarna bij spelling', 'daarna ook bij spellen')
    const fit = fitIn(moved)
    expect(fit).toMatchObject({ fits: false })
    expect(!fit.fits && fit.nearest && said(moved, fit.nearest)).toContain('daarna')
    expect(fitIn('Iets heel anders, over lezen in de kring.')).toEqual({ fits: false, nearest: null })
    expect(fitIn('')).toEqual({ fits: false, nearest: null })
  })

  it('does not take another place where the same words happen to stand', () => {
    const anchor = anchorAt('Ik lees voor. Ik kijk mee.', { start: 14, end: 16 })
    expect(locate('Ik lees voor.', anchor)).toMatchObject({ fits: false })
    expect(locate('Ja', anchorAt('Ja', { start: 0, end: 2 }))).toMatchObject({ fits: true })
    expect(locate('Nee. Ja, misschien.', anchorAt('Ja', { start: 0, end: 2 }))).toMatchObject({ fits: false })
  })

  it('leaves a text on an empty field alone once something stands there', () => {
    const { anchor } = anchored('', { start: 0, end: 0 }, 'Een eerste zin.')
    expect(locate('', anchor)).toEqual({ fits: true, at: { start: 0, end: 0 } })
    expect(locate('Al iets.', anchor)).toEqual({ fits: false, nearest: null })
  })

  /** Sentences of words that each stand once, so that we know afterwards which place is which. */
  const known = fc
    .array(fc.array(fc.constant('w'), { minLength: 2, maxLength: 6 }), { minLength: 3, maxLength: 8 })
    .map((rows) => rows.map((row, line) => row.map((_, place) => `zin${line}woord${place}`)))
  const edits = fc.array(fc.record({ cut: fc.nat(), count: fc.nat(3), put: fc.nat(3), move: fc.boolean() }), {
    maxLength: 6,
  })

  it('is only ever changed in the place that was meant, whatever colleagues cut, add or move', () => {
    fc.assert(
      fc.property(known, fc.nat(), edits, (rows, pick, changes) => {
        const base = rows.flat()
        const row = rows[pick % rows.length] ?? []
        const text = base.join(' ')
        const quote = row.join(' ')
        const { anchor } = anchored(text, at(quote, text), 'NIEUW')
        const moved = [...base]
        for (const [turn, { cut, count, put, move }] of changes.entries()) {
          const taken = moved.splice(cut % (moved.length + 1), count)
          const fresh = Array.from({ length: put }, (_, place) => `vers${turn}x${place}`)
          moved.splice((cut * 7) % (moved.length + 1), 0, ...fresh, ...(move ? taken : []))
        }
        const now = moved.join(' ')
        const fit = locate(now, anchor)
        const stillThere = now === quote || ` ${now} `.includes(` ${quote} `)
        if (!fit.fits) return
        expect(stillThere).toBe(true)
        expect(replacedAt(now, fit.at, 'NIEUW')).toBe(
          ` ${now} `.replace(` ${quote} `, ' NIEUW ').slice(1, -1),
        )
      }),
    )
  })

  it('does not fit when exactly the meant words are gone, however often others like them stand there', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, one, other) => {
        fc.pre(text.trim() !== '')
        const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].sort(
          (a, b) => a - b,
        )
        const { anchor } = anchored(text, { start, end }, 'NIEUW')
        fc.pre(/\p{L}/u.test(anchor.quote))
        const [place] = placesOf(text, anchor.quote)
        if (!place) throw new Error('the words stand in the text they were taken from')
        expect(locate(text, anchor)).toEqual({ fits: true, at: place })
        const without = text.slice(0, place.start) + text.slice(place.end)
        const fit = locate(without, anchor)
        if (fit.fits) expect([text, anchor.quote, without]).toBe('not there')
      }),
      { numRuns: 2000 },
    )
  })

  it('stays calm on any text', () => {
    fc.assert(
      fc.property(wild, wild, wild, wild, (text, quote, before, after) => {
        const fit = locate(text, { quote, before, after })
        const place = fit.fits ? fit.at : fit.nearest
        if (!place) return
        expect(place.start).toBeGreaterThanOrEqual(0)
        expect(place.end).toBeLessThanOrEqual(text.length)
        if (fit.fits) expect(said(text, place)).toBe(quote)
      }),
    )
  })

  it('is quick about the longest text that a field holds', () => {
    const long = 'de kat kijkt mee '.repeat(1170)
    const { anchor } = anchored(long, { start: 9000, end: 9003 }, 'hond')
    expect(locate(long.replaceAll('kijkt', 'loopt'), anchor)).toMatchObject({ fits: false })
  })
})
