import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedPart } from './changed-part.ts'

describe('the part that changed', () => {
  it('leaves out the lines that both begin and end with', () => {
    expect(changedPart('a\nb\nc\nd', 'a\nB\nc\nd')).toEqual({ before: 'b', after: 'B' })
    expect(changedPart('a\nc', 'a\nb\nc')).toEqual({ before: '', after: 'b' })
    expect(changedPart('a', 'b')).toEqual({ before: 'a', after: 'b' })
    expect(changedPart('a\na', 'a\na\na')).toEqual({ before: '', after: 'a' })
  })

  it('stands in both texts as it was, and is empty only when they are the same', () => {
    const lines = fc.array(fc.constantFrom('een', 'twee', 'drie', ''), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        const [before, after] = [one.join('\n'), other.join('\n')]
        const part = changedPart(before, after)
        expect(before).toContain(part.before)
        expect(after).toContain(part.after)
        if (before === after) expect(part).toEqual({ before: '', after: '' })
      }),
    )
  })
})
