import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { command, startServer, temporaryFolder } from './program.ts'

const DATABASE = 'rode-draad.sqlite'

test('help tells the commands on standard output, and nothing else', async () => {
  const { code, stdout, stderr } = await command(['help'], {})
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/backup BESTAND[\s\S]*restore BESTAND/)
})

test('an unknown command is refused in one line', async () => {
  const { code, stdout, stderr } = await command(['dans'], {})
  expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1])
})

test('backup beside a running server, restore once it has stopped', async () => {
  const folder = temporaryFolder()
  const env = { DATA_DIR: join(folder, 'data') }
  const copy = join(folder, 'kopie.sqlite')
  const server = await startServer(env)

  const backup = await command(['backup', copy], env)
  expect(backup).toMatchObject({ code: 0, stderr: '', stdout: `De reservekopie staat in ${copy}\n` })

  const beside = await command(['restore', copy], env)
  expect(beside.code).toBe(2)
  expect(beside.stderr).toContain(`(proces ${server.child.pid})`)

  await server.ends('SIGTERM')
  const restore = await command(['restore', copy], env)
  expect(restore).toMatchObject({ code: 0, stderr: '' })
  expect(restore.stdout).toContain('Wat er stond, is bewaard als')
  expect(readdirSync(env.DATA_DIR).some((name) => name.startsWith(`${DATABASE}.before-`))).toBe(true)

  const again = await startServer(env)
  expect((await fetch(again.url)).status).toBeLessThan(500)
})

test('a file that is no backup replaces nothing', async () => {
  const folder = temporaryFolder()
  const env = { DATA_DIR: join(folder, 'data') }
  await (await startServer(env)).ends('SIGTERM')
  const before = readFileSync(join(env.DATA_DIR, DATABASE))
  writeFileSync(join(folder, 'foto.jpg'), 'een foto van de klas, en nog wat meer bytes')
  const { code, stdout, stderr } = await command(['restore', join(folder, 'foto.jpg')], env)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain('geen reservekopie van Rode Draad')
  expect(readFileSync(join(env.DATA_DIR, DATABASE)).equals(before)).toBe(true)
})

test('a backup of nothing makes no file', async () => {
  const folder = temporaryFolder()
  const copy = join(folder, 'kopie.sqlite')
  const { code } = await command(['backup', copy], { DATA_DIR: join(folder, 'data') })
  expect([code, existsSync(copy)]).toEqual([2, false])
})

test('with PostgreSQL the commands name its own tools', async () => {
  const env = { DATABASE_URL: 'postgres://plan@127.0.0.1:1/plan' }
  expect((await command(['backup', 'kopie'], env)).stderr).toContain('pg_dump')
  expect((await command(['restore', 'kopie'], env)).stderr).toContain('pg_restore')
})

test('a backup holds what was written last', async () => {
  const folder = temporaryFolder()
  const env = { DATA_DIR: join(folder, 'data') }
  await startServer(env)
  const writer = new DatabaseSync(join(env.DATA_DIR, DATABASE), { timeout: 10_000 })
  writer.exec('create table scrap (number integer)')
  const insert = writer.prepare('insert into scrap values (?)')
  for (let number = 0; number < 500; number += 1) insert.run(number)
  await command(['backup', join(folder, 'kopie.sqlite')], env)
  writer.close()
  const copy = new DatabaseSync(join(folder, 'kopie.sqlite'))
  expect(copy.prepare('select count(*) as rows from scrap').get()).toEqual({ rows: 500 })
  copy.close()
})
