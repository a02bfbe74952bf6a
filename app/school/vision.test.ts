import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VisionLineId } from '../kernel/id.ts'
import {
  mayRetireLine,
  moved,
  parseVision,
  parseVisionLine,
  proposedShort,
  type VisionLine,
} from './vision.ts'

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

const line = (id: string, retiredAt: VisionLine['retiredAt'] = null): VisionLine => ({
  id: id as VisionLineId,
  text: id,
  short: id,
  retiredAt,
})

describe('the vision', () => {
  it.each([
    ['Elk kind krijgt elke dag goede instructie.', 'Goede instructie'],
    ['Iedereen hoort erbij en voelt zich veilig.', 'Iedereen hoort erbij'],
    ['We leren van en met elkaar, ook de volwassenen.', 'Leren van en met elkaar'],
    ['Ouders en school trekken samen op.', 'Ouders en school trekken samen'],
    ['Every child gets good instruction every day.', 'Good instruction every day'],
  ])('proposes a short name for %j', (sentence, short) => expect(proposedShort(sentence)).toBe(short))

  it('always proposes a short name that it takes itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
        const read = parseVisionLine(form({ text }))
        if ('refused' in read) return
        expect(parseVisionLine(form(read))).toEqual(read)
      }),
    )
  })

  it('has three to nine lines when it is written at once', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, place) => `${place + 1}. Zin ${place}`).join('\n')
    expect(parseVision(lines(2))).toMatchObject({ refused: 'too-few-lines' })
    expect(parseVision(lines(10))).toMatchObject({ refused: 'too-many-lines' })
    expect(parseVision(lines(9))).toHaveLength(9)
    expect(parseVision(`- Zin\n${'x'.repeat(201)}\nZin`)).toMatchObject({ refused: 'line-long' })
  })

  it('moves a line a place, and nothing at the edge or when it is closed', () => {
    const lines = [
      line('a'),
      line('b'),
      line('c'),
      line('d', '2026-01-01T00:00:00.000Z' as VisionLine['retiredAt']),
    ]
    const order = (id: string, step: -1 | 1) =>
      moved(lines, id as VisionLineId, step)
        .map((one) => one.id)
        .join('')
    expect(order('b', -1)).toBe('bac')
    expect(order('b', 1)).toBe('acb')
    expect(order('a', -1)).toBe('abc')
    expect(order('c', 1)).toBe('abc')
    expect(order('d', -1)).toBe('abc')
  })

  it('keeps three lines', () => {
    const [a, b, c] = [line('a'), line('b'), line('c')]
    expect(mayRetireLine([a, b, c], a)).toMatchObject({ refused: 'too-few-lines' })
    expect(mayRetireLine([a, b, c, line('d')], a)).toBeNull()
  })
})
