import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedWords } from './word-diff.ts'

const without = (kind: string, before: string, after: string) =>
  changedWords(before, after)
    .filter((change) => change.kind !== kind)
    .map(({ text }) => text)
    .join('')

describe('changed words', () => {
  it('shows what goes and what comes', () => {
    const changes = changedWords('We kijken twee keer bij elkaar.', 'We kijken drie keer bij elkaar.')
    expect(changes).toEqual([
      { kind: 'same', text: 'We kijken ' },
      { kind: 'gone', text: 'twee' },
      { kind: 'added', text: 'drie' },
      { kind: 'same', text: ' keer bij elkaar.' },
    ])
  })

  it('takes words that change side by side together', () => {
    expect(changedWords('We delen alles eerlijk samen.', 'We kiezen zelf samen.')).toEqual([
      { kind: 'same', text: 'We ' },
      { kind: 'gone', text: 'delen alles eerlijk ' },
      { kind: 'added', text: 'kiezen zelf ' },
      { kind: 'same', text: 'samen.' },
    ])
  })

  it('has nothing to show for a text that stayed the same', () => {
    expect(changedWords('Elke dag.', 'Elke dag.')).toEqual([{ kind: 'same', text: 'Elke dag.' }])
  })

  it('gives both texts back, whatever they are', () => {
    const text = fc.oneof(fc.string(), fc.lorem())
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(without('added', before, after)).toBe(before)
        expect(without('gone', before, after)).toBe(after)
      }),
    )
  })

  it('replaces the whole when two long texts have little in common', () => {
    const before = Array.from({ length: 3000 }, (_, at) => `oud${at}`).join(' ')
    const after = Array.from({ length: 3000 }, (_, at) => `nieuw${at}`).join(' ')
    expect(changedWords(before, after)).toEqual([
      { kind: 'gone', text: before },
      { kind: 'added', text: after },
    ])
  })
})
