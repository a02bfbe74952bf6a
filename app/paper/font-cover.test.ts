import { describe, expect, test } from 'vitest'
import { coverOf, showable } from './font-cover.ts'
import { fontFiles, fontFolder } from './font-files.ts'

const covers = coverOf(fontFiles())

describe('what the fonts of the house can show', () => {
  test('Dutch, Turkish and Polish names, quotes and arrows', () => {
    const text = 'Zoë Çağla Işıl Łukasz Świętosława Ðorđe ĳ “‘—–…•’” → ← ✓ ≥ € ½'
    expect(showable(text, covers)).toBe(text)
  })

  test('Greek, Cyrillic, Hebrew and Arabic', () => {
    expect(showable('Δήμητρα Ольга שרה مريم', covers)).toBe('Δήμητρα Ольга שרה مريم')
  })

  test('what they can not show becomes one square per sign', () => {
    expect(showable('a 😀 b 👩‍👩‍👧 c 漢字', covers)).toBe('a □ b □ c □□')
    expect(showable('\u0001\uE000\uFFFF', covers)).toBe('□□□')
  })

  test('a sign that only some faces of the house have is not counted on', () => {
    expect(showable('ʲ', covers)).toBe('□')
  })

  test('signs that turn the text around or hide in it are gone', () => {
    expect(showable('a\u202Eb\u2066c\u200Bd\u{E0041}e', covers)).toBe('abcde')
    expect(showable('a\tb\u2028c', covers)).toBe('a b\nc')
  })
})

test('the built server finds the fonts in the project', () => {
  expect(fontFolder('file:///house/dist/server/chunks/typst-x1.js')).toBe('/house/app/paper/fonts/')
})
