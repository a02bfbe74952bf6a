import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server as NetServer } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { start, startServer, temporaryFolder } from './program.ts'

const DATABASE = 'rode-draad.sqlite'

describe('start and stop', () => {
  test('one address is printed, and it answers', async () => {
    const server = await startServer({ DATA_DIR: temporaryFolder() })
    expect(server.output().match(/https?:\/\//g)).toHaveLength(1)
    expect((await fetch(server.url)).status).toBeLessThan(500)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends it cleanly, and the data folder is free again',
    async (signal) => {
      const dataDir = temporaryFolder()
      const server = await startServer({ DATA_DIR: dataDir })
      const { code, stdout } = await server.ends(signal)
      expect(code).toBe(0)
      expect(stdout).toContain('Rode Draad sluit af')
      expect(readdirSync(dataDir)).not.toContain('server.pid')
      const again = await startServer({ DATA_DIR: dataDir })
      expect((await again.ends('SIGTERM')).code).toBe(0)
    },
  )

  test('a Ctrl-C that npm passes on once more is still one Ctrl-C', async () => {
    const server = await startServer({ DATA_DIR: temporaryFolder() })
    server.child.kill('SIGINT')
    expect((await server.ends('SIGINT')).code).toBe(0)
  })

  test('after a kill -9 the next server starts as if nothing happened', async () => {
    const dataDir = temporaryFolder()
    await (await startServer({ DATA_DIR: dataDir })).ends('SIGKILL')
    const again = await startServer({ DATA_DIR: dataDir })
    expect((await fetch(again.url)).status).toBeLessThan(500)
  })

  test('the words are English where the environment is', async () => {
    const server = await startServer({ DATA_DIR: temporaryFolder(), LANG: 'en_GB.UTF-8' })
    expect(server.output()).toContain('Rode Draad is ready at')
  })
})

/** A start that is refused: one line on standard error, exit code not 0. */
async function refused(env: NodeJS.ProcessEnv) {
  const { code, stdout, stderr } = await start(['server'], env).ends()
  expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, stdout: '', lines: 1 })
  return stderr
}

describe('why it can not start', () => {
  test('port taken', async () => {
    const port = await taken()
    expect(await refused({ DATA_DIR: temporaryFolder(), PORT: String(port) })).toContain(
      `Poort ${port} is al in gebruik`,
    )
  })

  test('an address that this machine does not have', async () => {
    expect(await refused({ DATA_DIR: temporaryFolder(), HOST: '192.0.2.1' })).toContain('HOST=192.0.2.1')
  })

  test('data folder served by another server, which is named and goes on', async () => {
    const dataDir = temporaryFolder()
    const first = await startServer({ DATA_DIR: dataDir })
    expect(await refused({ DATA_DIR: dataDir, PORT: '0' })).toContain(`(proces ${first.child.pid})`)
    expect((await fetch(first.url)).status).toBeLessThan(500)
  })

  test('data folder that can not be made', async () => {
    const file = join(temporaryFolder(), 'a-file')
    writeFileSync(file, '')
    expect(await refused({ DATA_DIR: join(file, 'data'), PORT: '0' })).toContain('kan niet worden geschreven')
  })

  test('data that are no database stay as they are', async () => {
    const dataDir = temporaryFolder()
    writeFileSync(join(dataDir, DATABASE), 'een boodschappenlijst, lang genoeg voor een kop en nog wat')
    expect(await refused({ DATA_DIR: dataDir, PORT: '0' })).toContain('is geen database van Rode Draad')
    expect(readdirSync(dataDir)).toContain(DATABASE)
  })

  test('data of a newer program stay as they are', async () => {
    const dataDir = temporaryFolder()
    await (await startServer({ DATA_DIR: dataDir })).ends('SIGTERM')
    const file = join(dataDir, DATABASE)
    const newer = new DatabaseSync(file)
    newer.exec("insert into kysely_migration values ('9999-later', '2030'); create table later (word text)")
    newer.close()
    expect(await refused({ DATA_DIR: dataDir, PORT: '0' })).toContain('nieuwere Rode Draad (9999-later)')
    const after = new DatabaseSync(file)
    expect(after.prepare('select count(*) as rows from later').get()).toEqual({ rows: 0 })
    after.close()
  })

  test.each([
    [{ PORT: 'veel' }, 'PORT is geen poortnummer'],
    [{ BASE_URL: 'regenboog' }, 'BASE_URL is geen webadres'],
    [{ SMTP_URL: 'mail' }, 'SMTP_URL is geen mailserver'],
    [{ DATABASE_URL: 'regenboog' }, 'DATABASE_URL is geen PostgreSQL-adres'],
    [{ PORT: 'veel', LANG: 'en_US.UTF-8' }, 'PORT is not a port number'],
  ])('%o', async (env, line) => {
    const dataDir = join(temporaryFolder(), 'data')
    expect(await refused({ DATA_DIR: dataDir, ...env })).toContain(line)
    expect(() => readdirSync(dataDir)).toThrow('ENOENT')
  })

  test('a PostgreSQL that does not answer', async () => {
    const line = await refused({ DATABASE_URL: 'postgres://plan:geheim@127.0.0.1:1/plan', PORT: '0' })
    expect(line).toContain('De database van DATABASE_URL is niet te openen')
    expect(line).not.toContain('geheim')
  })

  test('an unknown verb', async () => {
    const { code, stderr } = await start(['dans']).ends()
    expect(code).toBe(1)
    expect(stderr).toContain('Known: server, cli')
  })
})

/** A port that somebody listens on. */
function taken() {
  return new Promise<number>((resolve) => {
    const other: NetServer = createServer().listen(0, '127.0.0.1', () => {
      const address = other.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
    onTestFinished(() => void other.close())
  })
}

test('the data folder may lie deep in folders that are not there yet', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'a'))
  const server = await startServer({ DATA_DIR: join(folder, 'a', 'b', 'c') })
  await server.ends('SIGTERM')
  expect(readdirSync(join(folder, 'a', 'b', 'c'))).toContain(DATABASE)
  rmSync(join(folder, 'a'), { recursive: true })
})
