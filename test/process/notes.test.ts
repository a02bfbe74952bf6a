import { readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { command, type Server, startServer, temporaryFolder } from './program.ts'

const CANARY = 'kanarie-werknotitie-die-niemand-mag-lezen'
const DATABASE = 'rode-draad.sqlite'

/** Anouk of the demo school: cookie in hand, with an own proof, the address of the notes at her track, and its year. */
async function anoukOf(server: Server, dataDir: string) {
  const jar = new Map<string, string>()
  const ask = async (path: string, fields?: Record<string, string>) => {
    const answer = await fetch(server.url + path, {
      redirect: 'manual',
      method: fields ? 'POST' : 'GET',
      ...(fields ? { body: new URLSearchParams(fields) } : {}),
      headers: {
        origin: server.url,
        accept: 'text/html',
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    return { status: answer.status, text: await answer.text() }
  }
  await ask('/demo/sign-in', { who: 'anouk' })
  const { notes, year } = trackIn(dataDir)
  await ask('/account/proof', { act: 'send', to: notes })
  const { text } = await ask('/account/proof?sent=yes')
  const code = /anders: (\d{6})/.exec(text)?.[1] ?? ''
  expect((await ask('/account/proof', { act: 'open', to: notes, code })).status).toBe(303)
  return { ask, notes, year }
}

function trackIn(dataDir: string) {
  const database = new DatabaseSync(join(dataDir, DATABASE), { readOnly: true })
  const row = database
    .prepare(
      `select entry.id, entry.plan_id, plan.school_year from entry join person on person.id = entry.person_id
       join plan on plan.id = entry.plan_id where person.email = 'anouk@regenboog.example'
       order by plan.school_year desc`,
    )
    .get()
  database.close()
  const notes = `/plan/${String(row?.['plan_id'])}/entry/${String(row?.['id'])}/notes`
  return { notes, year: String(row?.['school_year']) }
}

/** Every file below a folder that holds these bytes in clear. */
const holding = (folder: string, word: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((file) => readFileSync(file).includes(word))

test('a working note is nowhere in clear: not in the data, a backup, a log or an export; the key is apart', async () => {
  const folder = temporaryFolder()
  const dataDir = join(folder, 'data')
  const key = join(folder, 'sleutel', 'notes.key')
  const env = { DATA_DIR: dataDir, NOTES_KEY_FILE: key, LOG: 'all', DEMO: 'on' }
  const server = await startServer(env)
  const { ask, notes, year } = await anoukOf(server, dataDir)
  await ask(notes, { act: 'add', text: CANARY })
  expect((await ask(notes)).text).toContain(CANARY)
  await ask(notes, { act: 'add', text: ' ' })

  const copy = join(folder, 'kopie.sqlite')
  expect((await command(['backup', copy], env)).code).toBe(0)
  for (const format of ['json', 'docx']) {
    const out = ['export-plan', '--school', 'demo', '--year', year, '--format', format]
    const made = await command([...out, '--out', join(folder, `plan.${format}`)], env)
    expect(made).toMatchObject({ code: 0, stderr: '' })
  }
  expect(holding(folder, CANARY)).toEqual([])
  await server.says(/\/plan\/:plan\/entry\/:entry\/notes/)
  expect(server.output()).not.toContain('kanarie')
  const bytes = /^[\w-]{43}$/m.exec(readFileSync(key, 'utf8'))?.[0] ?? 'none'
  expect(holding(folder, bytes)).toEqual([key])
  if (process.platform !== 'win32') expect(statSync(key).mode & 0o777).toBe(0o600)

  await server.ends('SIGTERM')
  expect(holding(folder, CANARY)).toEqual([])
})

test('a changed key opens what was written; a lost one closes the notes alone, and comes back by its copy', async () => {
  const folder = temporaryFolder()
  const dataDir = join(folder, 'data')
  const env = { DATA_DIR: dataDir, DEMO: 'on' }
  const key = join(dataDir, 'notes.key')
  const server = await startServer(env)
  const { ask, notes } = await anoukOf(server, dataDir)
  // The results of the example school made the key: notes have none of their own.
  expect((await command(['notes-key', 'status'], env)).stdout).toContain(': 0 notities, in gebruik')
  await ask(notes, { act: 'add', text: CANARY })

  const changed = await command(['notes-key', 'change'], env)
  expect(changed).toMatchObject({ code: 0, stderr: '' })
  expect(changed.stdout).toContain('Opnieuw versleuteld: 1.')
  expect((await ask(notes)).text).toContain(CANARY)
  const status = await command(['notes-key', 'status'], env)
  expect(status.stdout).toMatch(
    /sleutel [0-9a-f]{16}: 0 notities\nsleutel [0-9a-f]{16}: 1 notitie, in gebruik/,
  )
  expect(status.stdout).toContain('NOTES_KEY_FILE')

  renameSync(key, join(folder, 'kopie.key'))
  const closed = await ask(notes)
  expect([closed.status, closed.text.includes(CANARY)]).toEqual([200, false])
  expect(closed.text).toContain('De sleutel van de notities ligt niet waar de server hem zoekt.')
  expect((await command(['notes-key', 'change'], env)).code).toBe(2)
  expect((await ask('/plan')).status).toBe(303)
  renameSync(join(folder, 'kopie.key'), key)
  expect((await ask(notes)).text).toContain(CANARY)
})
