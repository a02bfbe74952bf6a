import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startServer, temporaryFolder } from './program.ts'

/** Somebody of the demo school with a session of their own. */
async function enter(url: string, who: string) {
  const headers = { origin: url, 'sec-fetch-site': 'same-origin' }
  const body = new URLSearchParams({ who })
  const answer = await fetch(`${url}/demo/sign-in`, { method: 'POST', redirect: 'manual', headers, body })
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return {
    get: async (path: string) => (await fetch(`${url}${path}`, { headers: { cookie } })).text(),
    post: async (path: string, sent: URLSearchParams | FormData) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { ...headers, cookie },
        body: sent,
      }),
  }
}

type Someone = Awaited<ReturnType<typeof enter>>

function* rowsOf(pupils: number) {
  yield 'Leerlingnummer;Groep;Jaargroep;Toets;Vakgebied;Schooljaar;Vaardigheidsscore;Niveau\n'
  for (let pupil = 0; pupil < pupils; pupil += 1)
    for (const test of ['Rekenen M5', 'Rekenen E5', 'Spelling M5', 'Spelling E5'])
      yield `9${100_000 + pupil};5 Vossen;5;${test};${test.slice(0, -3)};2025-2026;${pupil % 300},5;III\n`
}

async function bring(karin: Someone, pupils: number) {
  const form = new FormData()
  form.set('file', new File([...rowsOf(pupils)], 'cito.csv'))
  const at = (await karin.post('/trends/import', form)).headers.get('location') ?? ''
  const columns = ['pupil', 'group', 'yearGroup', 'test', 'subject', 'schoolYear', 'score', 'level']
  const fields = Object.fromEntries(columns.map((kind, place) => [`column-${kind}`, String(place)]))
  await karin.post(
    at,
    new URLSearchParams({ act: 'check', supplier: 'Proef', ...fields, 'supplier-other': 'Proef' }),
  )
  return at
}

async function settled(karin: Someone, at: string) {
  for (;;) {
    const page = await karin.get(at)
    if (!page.includes('<ask-again>')) return page
    await pause(100)
  }
}

const countOf = (page: string) => page.split('Dan gaan').length - 1

test.each(['SIGKILL', 'SIGTERM'] as const)(
  'a server that ends (%s) in the middle of an import has taken in nothing, and left no file',
  async (signal) => {
    const folder = temporaryFolder()
    const env = { DATA_DIR: join(folder, 'data'), DEMO: 'on' }
    const incoming = join(env.DATA_DIR, 'incoming')
    const server = await startServer(env)
    const karin = await enter(server.url, 'karin')
    const before = countOf(await karin.get('/trends/import'))
    const at = await bring(karin, 20_000)
    expect(await settled(karin, at)).toContain('80.000 resultaten kunnen erin')
    const [one] = readdirSync(incoming)
    expect(statSync(join(incoming, one ?? '')).mode & 0o777).toBe(0o700)
    expect(statSync(join(incoming, one ?? '', 'file')).mode & 0o777).toBe(0o600)
    await karin.post(at, new URLSearchParams({ act: 'take' }))
    await pause(150)
    expect(await karin.get(at)).toContain('<ask-again>')
    await server.ends(signal)

    const again = await startServer(env)
    expect(existsSync(incoming)).toBe(false)
    const back = await enter(again.url, 'karin')
    expect(countOf(await back.get('/trends/import'))).toBe(before)
    expect(await back.get(at)).toContain('Dit bestand is er niet meer')
    const next = await bring(back, 50)
    expect(await settled(back, next)).toContain('200 resultaten kunnen erin')
    await back.post(next, new URLSearchParams({ act: 'take' }))
    expect(await settled(back, next)).toContain('200 resultaten staan erin')
  },
  240_000,
)
