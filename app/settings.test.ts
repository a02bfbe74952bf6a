import { describe, expect, test } from 'vitest'
import { isLoopback, parseSettings } from './settings.ts'

test('without anything given: this machine alone, the demo school on', () => {
  expect(parseSettings({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: './data',
    databaseUrl: null,
    notesKeyFile: './data/notes.key',
    baseUrl: null,
    smtpUrl: null,
    demo: true,
    logAll: false,
  })
})

test('an empty value counts as not given', () => {
  expect(parseSettings({ PORT: '', BASE_URL: ' ' })).toMatchObject({ port: 3000, baseUrl: null })
})

test('the key of the notes lies with the data unless it is put elsewhere', () => {
  expect(parseSettings({ DATA_DIR: '/srv/plan' })).toMatchObject({ notesKeyFile: '/srv/plan/notes.key' })
  const apart = { DATA_DIR: '/srv/plan', NOTES_KEY_FILE: '/etc/rode-draad/notes.key' }
  expect(parseSettings(apart)).toMatchObject({ notesKeyFile: '/etc/rode-draad/notes.key' })
})

describe('the demo school is off unless asked for, once others can reach the server', () => {
  const reachable = [
    { BASE_URL: 'https://plan.regenboog.nl' },
    { DATABASE_URL: 'postgres://plan@db/plan' },
    { HOST: '0.0.0.0' },
    { HOST: '192.168.1.10' },
    { HOST: '::' },
  ]
  test.each(reachable)('%o', (env) => {
    expect(parseSettings(env)).toMatchObject({ demo: false })
    expect(parseSettings({ ...env, DEMO: 'on' })).toMatchObject({ demo: true })
  })

  test('and can be switched off on one machine', () => {
    expect(parseSettings({ DEMO: 'off' })).toMatchObject({ demo: false })
  })
})

test.each([
  [{ PORT: 'drieduizend' }, 'port', 'PORT'],
  [{ PORT: '70000' }, 'port', 'PORT'],
  [{ PORT: '-1' }, 'port', 'PORT'],
  [{ PORT: '30.5' }, 'port', 'PORT'],
  [{ HOST: 'mijn school' }, 'host', 'HOST'],
  [{ DATABASE_URL: 'mysql://a/b' }, 'database-url', 'DATABASE_URL'],
  [{ DATABASE_URL: 'plan' }, 'database-url', 'DATABASE_URL'],
  [{ BASE_URL: 'plan.regenboog.nl' }, 'base-url', 'BASE_URL'],
  [{ BASE_URL: 'https://regenboog.nl/plan' }, 'base-url', 'BASE_URL'],
  [{ BASE_URL: 'javascript:alert(1)' }, 'base-url', 'BASE_URL'],
  [{ SMTP_URL: 'mail.regenboog.nl' }, 'smtp-url', 'SMTP_URL'],
  [{ DEMO: 'misschien' }, 'demo', 'DEMO'],
  [{ LOG: 'alles' }, 'log', 'LOG'],
])('%o can not be used', (env, refused, field) => {
  expect(parseSettings(env)).toEqual({ refused, field })
})

test('BASE_URL loses its last slash', () => {
  expect(parseSettings({ BASE_URL: 'https://plan.regenboog.nl/' })).toMatchObject({
    baseUrl: 'https://plan.regenboog.nl',
  })
})

test('loopback is this machine and nothing beyond it', () => {
  for (const here of ['127.0.0.1', '127.3.2.1', '::1', '[::1]', 'localhost', '::ffff:127.0.0.1'])
    expect(isLoopback(here)).toBe(true)
  for (const there of ['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.nip.io', 'localhost.evil.example'])
    expect(isLoopback(there)).toBe(false)
})
