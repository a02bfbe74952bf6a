import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { compress, packingFor } from './compress.ts'

const plan = '<p>Wij leren van elkaar.</p>'.repeat(500)
const app = new Hono()
app.use(compress())
app.get('/plan', (c) => c.html(plan, 200, { 'set-cookie': 'a=1' }))
app.get('/short', (c) => c.html('<p>kort</p>'))
app.get('/file', (c) => c.body(new Uint8Array(5000), 200, { 'content-type': 'application/pdf' }))
app.get('/feed', (c) => c.body(`data: ${plan}`, 200, { 'content-type': 'text/event-stream' }))
app.get('/slow', async (c) => {
  await new Promise((resolve) => setTimeout(resolve, 20))
  return c.html(plan)
})
app.get('/away', (c) => c.redirect('/plan', 303))

const ask = async (path: string, accepts?: string, method = 'GET') => {
  const answer = await app.request(path, { method, headers: accepts ? { 'accept-encoding': accepts } : {} })
  return {
    answer,
    encoding: answer.headers.get('content-encoding'),
    body: new Uint8Array(await answer.arrayBuffer()),
  }
}

test('a page is packed as the browser takes it, and is whole when unpacked', async () => {
  const brotli = await ask('/plan', 'gzip, deflate, br, zstd')
  expect(brotli.encoding).toBe('br')
  expect(brotliDecompressSync(brotli.body).toString()).toBe(plan)
  expect(brotli.body.length).toBeLessThan(plan.length / 10)
  const gzipped = await ask('/plan', 'gzip')
  expect(gunzipSync(gzipped.body).toString()).toBe(plan)
  expect(gzipped.answer.headers.get('vary')).toBe('accept-encoding')
  expect(gzipped.answer.headers.getSetCookie()).toEqual(['a=1'])
})

test('and goes as it is when the browser takes no packing, or only asks for the head', async () => {
  expect((await ask('/plan')).encoding).toBeNull()
  expect((await ask('/plan', 'br;q=0, identity')).encoding).toBeNull()
  expect((await ask('/plan', 'br', 'HEAD')).encoding).toBeNull()
})

test('short pages, files, feeds and redirects are left alone', async () => {
  for (const path of ['/short', '/file', '/feed', '/away'])
    expect((await ask(path, 'br')).encoding).toBeNull()
  expect((await ask('/away', 'br')).answer.status).toBe(303)
})

test('with many at once pages go out as they are', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => ask('/slow', 'br')))
  expect(answers.filter(({ encoding }) => encoding === 'br')).toHaveLength(7)
  expect((await ask('/slow', 'br')).encoding).toBe('br')
})

test.each([
  ['br', 'br'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['GZIP', 'gzip'],
  ['deflate', null],
  ['brr', null],
  [undefined, null],
])('%s: %s', (accepts, packing) => {
  expect(packingFor(accepts)).toBe(packing)
})
