import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typedInto } from './typed-before.ts'

describe('what was typed while the editor was on its way', () => {
  it.each([
    ['nobody else wrote', 'Elke dag.', 'Elke dag lezen.', 'Elke dag.', 'Elke dag lezen.'],
    ['in front of what another wrote', 'Een. Twee.', 'Eén. Twee.', 'Een. Twee. Drie.', 'Eén. Twee. Drie.'],
    [
      'behind what another wrote',
      'Een. Twee.',
      'Een. Twee. Drie.',
      'Nul. Een. Twee.',
      'Nul. Een. Twee. Drie.',
    ],
    ['both at the end', 'Een.', 'Een. Ik.', 'Een. Jij.', 'Een. Jij. Ik.'],
    ['both from nothing', '', 'Ik.', 'Jij.', 'Jij.Ik.'],
    ['both the same', 'Een.', 'Een. Wij.', 'Een. Wij.', 'Een. Wij.'],
  ])('is put into the text: %s', (_, before, mine, now, both) => {
    expect(typedInto(before, mine, now)).toBe(both)
  })

  it('is not put anywhere when both changed the same words', () => {
    expect(typedInto('Elke dag lezen.', 'Elke week lezen.', 'Elke ochtend lezen.')).toBeNull()
  })

  it('takes nothing away that another wrote, and nothing that was typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, mine, now) => {
        const both = typedInto(before, mine, now)
        if (both === null || mine === now) return
        expect(both.length - now.length).toBe(mine.length - before.length)
      }),
    )
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, mine) => {
        expect(typedInto(before, mine, before)).toBe(mine)
        expect(typedInto(before, before, mine)).toBe(mine)
      }),
    )
  })
})
