import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { beforeEach, expect, test } from 'vitest'
import { door } from './door.ts'
import type { DoorEnv } from './door-env.ts'

let lines: string[]
let app: Hono<DoorEnv>

beforeEach(() => {
  lines = []
  app = new Hono<DoorEnv>()
  door(app, {
    baseUrl: null,
    log: (line) => lines.push(line),
    logAll: true,
    takes: (path) => (path === '/import' ? 'file' : path === '/large' ? 'large' : 'form'),
    sorry: async (c, wrong, elsewhere) => c.text(elsewhere ?? `sorry ${wrong}`, wrong),
  })
  app.get('/plan/:id', (c) => c.text(c.get('nonce')))
  app.post('/plan/:id', async (c) => c.text(String((await c.req.text()).length)))
  app.post('/import', async (c) => c.text(String((await c.req.arrayBuffer()).byteLength)))
  app.post('/form', async (c) => c.text(String((await c.req.formData()).get('name'))))
  app.get('/boom', () => {
    throw new Error('the database of Karin is gone')
  })
  app.post('/gone', () => {
    throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
  })
  app.get('/closed', () => {
    throw new HTTPException(403)
  })
})

test('a page gets a nonce, and a policy that lets in that nonce alone', async () => {
  const answer = await app.request('/plan/1')
  const nonce = await answer.text()
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(nonce).toMatch(/^[\w-]{22}$/)
  expect(policy).toContain(`script-src 'self' 'nonce-${nonce}'`)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(await (await app.request('/plan/1')).text()).not.toBe(nonce)
})

test('what is logged is the pattern of the URL, never who or what', async () => {
  await app.request('/plan/0192?name=Karin')
  expect(lines).toEqual([expect.stringMatching(/^GET \/plan\/:id 200 \d+ms$/)])
})

test('a bug is logged with its trace and becomes a calm 500', async () => {
  const answer = await app.request('/boom')
  expect([answer.status, await answer.text()]).toEqual([500, 'sorry 500'])
  expect(lines[0]).toContain('the database of Karin is gone')
})

test('a thrown 403 is an answer, not a bug', async () => {
  expect((await app.request('/closed')).status).toBe(403)
  expect(lines).toEqual([expect.stringMatching(/^GET \/closed 403/)])
})

test.each([
  ['no form at all', 'text/plain', 'x'],
  ['nothing', '', ''],
  ['JSON', 'application/json', '{"__proto__":{"name":"x"}}'],
  ['a form that breaks off', 'multipart/form-data; boundary=x', '--y\r\nnope'],
  ['a form without its boundary', 'multipart/form-data', '--y'],
])(
  '%s where a form belongs is the sender’s mistake, and leaves no trace in the log',
  async (_, type, body) => {
    const answer = await app.request('/form', { method: 'POST', body, headers: { 'content-type': type } })
    expect([answer.status, await answer.text()]).toEqual([400, 'sorry 400'])
    expect(lines).toEqual([expect.stringMatching(/^POST \/form 400/)])
  },
)

test('who goes away in the middle of sending is no bug of ours', async () => {
  expect((await app.request('/gone', { method: 'POST' })).status).toBe(400)
  expect(lines).toEqual([expect.stringMatching(/^POST \/gone 400/)])
})

test('what is not there is a 404', async () => {
  expect((await app.request('/elsewhere')).status).toBe(404)
})

test('a form of another website changes nothing', async () => {
  const answer = await app.request('/plan/1', {
    method: 'POST',
    body: 'x',
    headers: { origin: 'https://evil.example' },
  })
  expect([answer.status, await answer.text()]).toEqual([403, 'elsewhere'])
})

const sized = (bytes: number) => new Uint8Array(bytes)
const MEGABYTE = 1024 * 1024

test('a form of more than 1 MB is refused, whether it tells its size or not', async () => {
  const body = sized(MEGABYTE + 1)
  const told = await app.request('/plan/1', {
    method: 'POST',
    body,
    headers: { 'content-length': String(body.length) },
  })
  const untold = await app.request('/plan/1', { method: 'POST', body })
  expect([told.status, untold.status]).toEqual([413, 413])
  expect(told.headers.get('connection')).toBe('close')
  expect((await app.request('/plan/1', { method: 'POST', body: sized(MEGABYTE) })).status).toBe(200)
})

test('an import may weigh 20 MB, and no more than the form around it', async () => {
  expect((await app.request('/import', { method: 'POST', body: sized(20 * MEGABYTE) })).status).toBe(200)
  expect((await app.request('/import', { method: 'POST', body: sized(22 * MEGABYTE) })).status).toBe(413)
})
