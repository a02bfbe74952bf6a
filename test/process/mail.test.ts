import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { Db } from '../../app/db/database.ts'
import { openDatabase } from '../../app/db/open.ts'
import { queueMail } from '../../app/post/mail-store.ts'
import { type Cast, settleCast } from '../cast.ts'
import { fakeSmtp, type Script } from '../smtp.ts'
import { startServer, temporaryFolder } from './program.ts'

/** De Regenboog with one letter to Anouk in the queue. */
async function settled(dataDir: string) {
  const db = await openDatabase({ dataDir })
  const cast = await settleCast(db)
  await queueLetter(db, cast)
  await db.close()
}

const queueLetter = (db: Db, { schoolId }: Cast) =>
  db.write({ schoolId }, (_sql, tx) =>
    queueMail(
      tx,
      {
        schoolId,
        personId: null,
        kind: 'invitation',
        to: 'anouk@regenboog.example',
        subject: 'Doe mee',
        body: 'Beste Anouk',
      },
      new Date(),
    ),
  )

async function mailServer(script: Script) {
  const server = await fakeSmtp(script)
  onTestFinished(() => server.close())
  return server
}

const standing = async (dataDir: string) => {
  const db = await openDatabase({ dataDir })
  const row = await db.read('server', (sql) => sql.selectFrom('mail').selectAll().executeTakeFirstOrThrow())
  await db.close()
  return row
}

async function until(look: () => boolean) {
  while (!look()) await pause(20)
}

test('a server killed before it handed a letter over sends it after its restart, once', async () => {
  const dataDir = temporaryFolder()
  await settled(dataDir)
  let asked = 0
  const smtp = await mailServer({ recipient: () => (++asked === 1 ? '' : '250 ok') })
  const settings = { DATA_DIR: dataDir, DEMO: 'off', SMTP_URL: smtp.url }
  const first = await startServer(settings)
  await until(() => asked === 1)
  await first.ends('SIGKILL')
  expect(smtp.letters).toHaveLength(0)
  const second = await startServer(settings)
  await until(() => smtp.letters.length > 0)
  await second.ends('SIGINT')
  const third = await startServer(settings)
  await pause(2_500)
  await third.ends('SIGINT')
  expect(smtp.letters.map(({ to }) => to)).toEqual(['anouk@regenboog.example'])
  expect((await standing(dataDir)).sent_at).not.toBeNull()
})

test('a server killed while it hands a letter over never sends it a second time, and says that it is unsure', async () => {
  const dataDir = temporaryFolder()
  await settled(dataDir)
  let taken = 0
  const smtp = await mailServer({ taken: () => (++taken === 1 ? 'hang' : '250 ok') })
  const settings = { DATA_DIR: dataDir, DEMO: 'off', SMTP_URL: smtp.url }
  const first = await startServer(settings)
  await until(() => taken === 1)
  await first.ends('SIGKILL')
  const second = await startServer(settings)
  const unsure = { sent_at: null, last_error: expect.stringMatching(/^unsure/) }
  await expect.poll(() => standing(dataDir)).toMatchObject(unsure)
  // Some looks of the postman at the queue long.
  await pause(2_500)
  await second.ends('SIGINT')
  expect(taken).toBe(1)
  expect(await standing(dataDir)).toMatchObject(unsure)
})
