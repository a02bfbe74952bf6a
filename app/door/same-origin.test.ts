import { expect, test } from 'vitest'
import { isSameOrigin, type Origins } from './same-origin.ts'

const post = (from: Partial<Origins>): Origins => ({
  method: 'POST',
  origin: undefined,
  site: undefined,
  host: 'localhost:3000',
  ...from,
})
const school = 'https://plan.regenboog.nl'

test('reading is never refused', () => {
  expect(
    isSameOrigin({ ...post({ origin: 'https://evil.example', site: 'cross-site' }), method: 'GET' }, school),
  ).toBe(true)
})

test('our own page may change things', () => {
  expect(isSameOrigin(post({ origin: 'http://localhost:3000', site: 'same-origin' }), null)).toBe(true)
})

test('behind a TLS proxy our own address is BASE_URL, whatever the inner Host header says', () => {
  expect(isSameOrigin(post({ origin: school, host: '10.0.0.3:3000' }), school)).toBe(true)
  expect(isSameOrigin(post({ origin: 'http://10.0.0.3:3000', host: '10.0.0.3:3000' }), school)).toBe(false)
})

test.each([
  'https://evil.example',
  'null',
  '',
  'http://localhost:3001',
  'https://localhost.evil.example:3000',
])('a page of %s may not', (origin) => {
  expect(isSameOrigin(post({ origin }), null)).toBe(false)
  expect(isSameOrigin(post({ origin }), school)).toBe(false)
})

test('without Origin the browser’s own word on the site counts', () => {
  expect(isSameOrigin(post({ site: 'cross-site' }), null)).toBe(false)
  expect(isSameOrigin(post({ site: 'same-site' }), null)).toBe(false)
  expect(isSameOrigin(post({ site: 'same-origin' }), null)).toBe(true)
})

test('a program without either header is no browser', () => {
  expect(isSameOrigin(post({}), null)).toBe(true)
})
