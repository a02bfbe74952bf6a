import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRich, anyTypedText } from '../../test/rich.ts'
import { parseRich, tidyRich, writeRich } from '../kernel/rich.ts'
import { richChanges, sideOf } from './word-diff-rich.ts'

describe('changes of a long text', () => {
  it('are words, without signs', () => {
    expect(richChanges('We **kijken** twee keer.', 'We **kijken** drie keer.')).toEqual([
      { kind: 'start', is: 'same', start: 'paragraph' },
      { kind: 'same', runs: [{ text: 'We ' }, { text: 'kijken', bold: true }, { text: ' ' }] },
      { kind: 'gone', runs: [{ text: 'twee' }] },
      { kind: 'added', runs: [{ text: 'drie' }] },
      { kind: 'same', runs: [{ text: ' keer.' }] },
    ])
  })

  it('of the look alone are no other words', () => {
    expect(richChanges('We kijken samen.', 'We **kijken samen**.')).toEqual([
      { kind: 'start', is: 'same', start: 'paragraph' },
      { kind: 'same', runs: [{ text: 'We ' }] },
      { kind: 'look', before: [{ text: 'kijken samen' }], after: [{ text: 'kijken samen', bold: true }] },
      { kind: 'same', runs: [{ text: '.' }] },
    ])
  })

  it('tell a paragraph that became a list', () => {
    expect(
      richChanges('kijken\n\npraten', '- kijken\n- praten').filter(({ kind }) => kind !== 'start'),
    ).toEqual([
      { kind: 'same', runs: [{ text: 'kijken' }] },
      { kind: 'same', runs: [{ text: 'praten' }] },
    ])
  })

  it('give both texts back, whatever they are', () => {
    const text = fc.oneof(anyRich.map(writeRich), anyTypedText)
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = richChanges(before, after)
        expect(sideOf(changes, 'before')).toEqual(tidyRich(parseRich(before)))
        expect(sideOf(changes, 'after')).toEqual(tidyRich(parseRich(after)))
      }),
      { numRuns: 1000 },
    )
  })

  it('between texts that differ in little are little', () => {
    fc.assert(
      fc.property(anyRich.map(writeRich), (text) => {
        const changes = richChanges(text, text)
        expect(
          changes.every((change) => (change.kind === 'start' ? change.is : change.kind) === 'same'),
        ).toBe(true)
      }),
    )
  })
})
