import { expect, test } from 'vitest'
import { gapOf, waitFor } from './live.ts'

const QUIET = { at: 0, took: 2 }

test('after a while of silence a change is told at once, and only what comes together is gathered', () => {
  expect(waitFor('front', 1, QUIET, 10_000)).toBe(8)
  expect(waitFor('rest', 100, QUIET, 10_000)).toBe(8)
})

test('who leads hears first; phones wait longer the more of them there are, but never long', () => {
  expect(waitFor('front', 1, { at: 1_000, took: 2 }, 1_010)).toBe(50)
  expect(waitFor('rest', 6, { at: 1_000, took: 2 }, 1_010)).toBe(50)
  expect(waitFor('rest', 100, { at: 1_000, took: 2 }, 1_010)).toBe(290)
  expect(gapOf('rest', 400, 2)).toBe(400)
})

test('phones give a server that has much to do some air, and who leads still hears', () => {
  expect(gapOf('rest', 100, 200)).toBe(800)
  expect(gapOf('rest', 100, 10_000)).toBe(1_000)
  expect(gapOf('front', 1, 10_000)).toBe(60)
})
