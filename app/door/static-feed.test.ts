import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staticFeed } from './static-feed.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-static-'))
const app = new Hono()

beforeAll(() => {
  writeFileSync(join(folder, 'main-abc.js'), 'hello()')
  writeFileSync(join(folder, 'main-abc.js.gz'), gzipSync('hello()'))
  writeFileSync(join(folder, 'font-abc.woff2'), 'font')
  writeFileSync(join(folder, 'manifest.json'), '{}')
  writeFileSync(join(folder, '..', 'rode-draad-secret.js'), 'secret')
  app.get('/assets/*', staticFeed(folder))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
  rmSync(join(folder, '..', 'rode-draad-secret.js'))
})

test('a file comes packed when the browser can unpack it, and may be kept for ever', async () => {
  const answer = await app.request('/assets/main-abc.js', { headers: { 'accept-encoding': 'gzip, deflate' } })
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(answer.headers.get('vary')).toBe('accept-encoding')
})

test('and plain otherwise', async () => {
  const answer = await app.request('/assets/main-abc.js')
  expect([answer.headers.get('content-encoding'), await answer.text()]).toEqual([null, 'hello()'])
  expect((await app.request('/assets/font-abc.woff2')).headers.get('content-type')).toBe('font/woff2')
})

test.each([
  '/assets/../rode-draad-secret.js',
  '/assets/%2e%2e/rode-draad-secret.js',
  '/assets/..%2frode-draad-secret.js',
  '/assets/manifest.json',
  '/assets/',
])('%s is not there', async (path) => {
  expect((await app.request(path)).status).toBe(404)
})
