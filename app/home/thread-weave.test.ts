import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPlan, bigPlan, drawn, idAt, type Made, sentence, threadFor } from '../../test/random-plan.ts'
import { fitted, widthOf, wrapped } from '../orchestra/letters.ts'
import { tiesIn } from './thread.ts'
import { type Box, boxOf, type Placed } from './thread-place.ts'
import { sheetsOf } from './thread-sheets.ts'
import type { Weave } from './thread-weave.ts'

const overlap = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

function overlapping({ placed }: Weave) {
  const boxes = placed.flatMap(({ key, words }) => words.map((line) => ({ key, box: boxOf(line), line })))
  return boxes.flatMap((one, place) =>
    boxes.slice(place + 1).flatMap((other) => (overlap(one.box, other.box) ? [[one.line, other.line]] : [])),
  )
}

/** Points along a path of `M`, `C`, `H` and `V`. */
function pointsOf(path: string): { x: number; y: number }[] {
  const points: { x: number; y: number }[] = []
  let [x, y] = [0, 0]
  for (const [, sign, rest = ''] of path.matchAll(/([MCHV])([^MCHV]*)/g)) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = rest.trim().split(/\s+/).map(Number)
    const to =
      sign === 'H' ? { x: a, y } : sign === 'V' ? { x, y: a } : sign === 'C' ? { x: e, y: f } : { x: a, y: b }
    for (let step = sign === 'M' ? 21 : 0; step <= 20; step += 1) {
      const t = step / 20
      const u = 1 - t
      points.push(
        sign === 'C'
          ? {
              x: u ** 3 * x + 3 * u * u * t * a + 3 * u * t * t * c + t ** 3 * e,
              y: u ** 3 * y + 3 * u * u * t * b + 3 * u * t * t * d + t ** 3 * f,
            }
          : { x: u * x + t * to.x, y: u * y + t * to.y },
      )
    }
    ;({ x, y } = to)
  }
  return points
}

/** The same plan with everything fastened: goals over the lines, tracks over the goals. */
const fastened = ({ plan, roster }: Made): Made => ({
  roster,
  plan: {
    ...plan,
    entries: plan.entries.map((entry, place) => ({
      ...entry,
      personId: entry.kind === 'general-goal' ? null : idAt('person', place - 12),
      moments: entry.moments.slice(0, 2),
      visionLineIds: entry.kind === 'general-goal' ? [idAt('vision-line', place % 7)] : [],
      parentId: entry.kind === 'general-goal' ? null : idAt('entry', place % 12),
    })),
  },
})

describe('the drawing of the thread', () => {
  it.each([
    ['any plan', anyPlan, 150],
    ['seven lines, twelve goals and sixty tracks', bigPlan, 25],
  ])('draws every knot once, every tie as a line, and no words over other words: %s', (_, plans, runs) => {
    fc.assert(
      fc.property(plans, (made) => {
        const thread = threadFor(made)
        const woven = drawn(thread)
        expect(woven.placed.map(({ key }) => key)).toEqual(thread.knots.map(({ key }) => key))
        expect(overlapping(woven)).toEqual([])
        expect(woven.ties.map(({ from, to }) => `${from} ${to}`)).toEqual(
          tiesIn(thread).map(({ from, to }) => `${from} ${to}`),
        )
      }),
      { numRuns: runs },
    )
  })

  it('lets no thread run through words, and begins and ends each at its knots', () => {
    fc.assert(
      fc.property(anyPlan, (made) => {
        const { placed, ties } = drawn(threadFor(made))
        const at = new Map(placed.map((one) => [one.key, one]))
        const boxes = placed.flatMap(({ words }) => words.map(boxOf))
        for (const { path, from, to } of ties) {
          const points = pointsOf(path)
          for (const { x, y } of points)
            expect(
              boxes.filter((box) => x > box.left && x < box.right && y > box.top && y < box.bottom),
            ).toEqual([])
          expect(points[0]?.y).toBeCloseTo((at.get(from) as Placed).y, 0)
          expect(Math.abs((points.at(-1)?.y ?? 0) - (at.get(to) as Placed).y)).toBeLessThanOrEqual(8)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('stays within its width and height', () => {
    fc.assert(
      fc.property(anyPlan, (made) => {
        const { placed, width, height } = drawn(threadFor(made))
        for (const box of placed.flatMap(({ words }) => words.map(boxOf))) {
          expect(box.left).toBeGreaterThanOrEqual(0)
          expect(box.right).toBeLessThanOrEqual(width)
          expect(box.bottom).toBeLessThanOrEqual(height)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is cut for paper where no words stand, with nothing left out, and on one sheet for a large school', () => {
    fc.assert(
      fc.property(fc.oneof(anyPlan, bigPlan), (made) => {
        const woven = drawn(threadFor(made))
        const strips = sheetsOf(woven).flat()
        for (const { words, dots } of woven.placed) {
          const whole = words.map(boxOf).map(({ top, bottom }) => ({ top, bottom }))
          for (const { top, bottom } of [...whole, ...dots.map(({ y }) => ({ top: y - 7, bottom: y + 7 }))])
            expect(strips.filter(({ from, to }) => from <= top && bottom <= to)).toHaveLength(1)
        }
      }),
      { numRuns: 40 },
    )
    const [big] = fc.sample(bigPlan, { numRuns: 1, seed: 7 }) as [Made]
    expect(sheetsOf(drawn(threadFor(big))).length).toBeLessThanOrEqual(2)
    expect(sheetsOf(drawn(threadFor(fastened(big))))).toHaveLength(1)
  })
})

describe('letters', () => {
  it('fit in the room they have', () => {
    fc.assert(
      fc.property(
        sentence(20),
        fc.integer({ min: 40, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, most) => {
          const letters = { size: 15 }
          const lines = wrapped(text, letters, width, most)
          expect(lines.length).toBeLessThanOrEqual(most)
          for (const line of lines) expect(widthOf(line, letters)).toBeLessThanOrEqual(width)
          expect(widthOf(fitted(text, letters, width), letters)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})
