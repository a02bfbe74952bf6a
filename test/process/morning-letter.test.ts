import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Db } from '../../app/db/database.ts'
import { openDatabase } from '../../app/db/open.ts'
import { sendDigests } from '../../app/home/digest-job.ts'
import type { Moment } from '../../app/kernel/day.ts'
import { joinAs } from '../../app/session/account-store.ts'
import { ownTrack, visitPlan } from '../plan-visit.ts'
import { type Arrived, smtpHouse } from '../smtp-house.ts'
import { temporaryFolder } from './program.ts'

/** Half past seven on Friday 20 November 2026 in the Netherlands. */
const FRIDAY = '2026-11-20T06:30:00.000Z' as Moment
const LATER = '2026-11-20T06:45:00.000Z' as Moment
/** When the server that was killed is up again. */
const AGAIN = '2026-11-20T06:50:00.000Z' as Moment

const round = (db: Db, moment: Moment) =>
  sendDigests({
    db,
    now: () => new Date(moment),
    log: (line) => console.error(line),
    baseUrl: 'https://regenboog.example',
  })

/** A folder with De Regenboog in it, where a suggestion of Karin waits for Anouk and her morning letter is queued. */
async function withLetter(): Promise<string> {
  const dataDir = temporaryFolder()
  const db = await openDatabase({ dataDir })
  const visit = await visitPlan(db)
  const { cast } = visit
  const anouk = { schoolId: cast.schoolId, personId: cast.people.anouk }
  await db.write(cast, (sql) => joinAs(sql, anouk, FRIDAY))
  const id = await ownTrack(visit, 'anouk', 'Geheim doel van Anouk.')
  await (await visit.as('anouk')).post(`${visit.href}/entry/${id}/agreed`, { agreed: 'yes' })
  await visit.karin.post(`${visit.href}/entry/${id}/conversation`, {
    act: 'suggest',
    passage: `${id}.goal`,
    revision: '1',
    text: 'Geheim voorstel.',
    reason: 'Geheime reden.',
  })
  await round(db, FRIDAY)
  await db.close()
  return dataDir
}

const house = async (moments: Parameters<typeof smtpHouse>[0]) => {
  const made = await smtpHouse(moments)
  onTestFinished(() => made.close())
  return made
}

type Postman = { child: ChildProcess; ended: Promise<NodeJS.Signals | null> }

/** The postman in a process of its own, with its clock at this moment. */
async function postman(dataDir: string, url: string, clock: Moment): Promise<Postman> {
  const program = join(import.meta.dirname, 'postman-program.ts')
  const child = spawn(process.execPath, [program, dataDir, url, clock], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('exit', (_code, signal) => resolve(signal))
  })
  await new Promise<void>((resolve) => {
    child.stdout?.once('data', () => resolve())
  })
  return { child, ended }
}

const letterIn = async (dataDir: string) => {
  const db = await openDatabase({ dataDir })
  const rows = await db.read('server', (sql) =>
    sql.selectFrom('mail').selectAll().where('kind', '=', 'digest').execute(),
  )
  await db.close()
  return rows
}

/** Waits until the queue says how it went with the one letter. */
const settled = (dataDir: string) =>
  expect
    .poll(
      async () => (await letterIn(dataDir)).every((one) => one.sent_at !== null || one.failed_at !== null),
      {
        timeout: 20_000,
        interval: 100,
      },
    )
    .toBe(true)

const header = (letter: Arrived | undefined, name: string) => letter?.headers.get(name) ?? ''

test('the morning letter as a mail server gets it: once, with the way out of it, and nothing personal in its subject', async () => {
  const dataDir = await withLetter()
  const smtp = await house({})
  const { child, ended } = await postman(dataDir, smtp.url, LATER)
  await settled(dataDir)
  child.kill('SIGTERM')
  await ended
  const [letter, ...more] = smtp.letters
  expect(more).toEqual([])
  expect(letter?.to).toEqual(['anouk@regenboog.example'])
  expect(header(letter, 'subject')).toBe('Er wacht één ding op jou')
  expect(header(letter, 'auto-submitted')).toBe('auto-generated')
  const way = /<(https:\/\/regenboog\.example\/digest\/[^>]+)>/.exec(header(letter, 'list-unsubscribe'))?.[1]
  expect(way).toBeDefined()
  expect(header(letter, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  expect(letter?.text).toContain('Karin stelt iets voor bij jouw traject')
  expect(letter?.text).toContain(`Niets meer over wat op je wacht: ${way}?kind=waits`)
  expect(letter?.text).toContain(`Helemaal geen bericht meer: ${way}`)
  expect(`${header(letter, 'subject')} ${letter?.text}`.toLowerCase()).not.toContain('geheim')
  // what has left is not kept
  expect(await letterIn(dataDir)).toMatchObject([{ body: '', sent_at: expect.any(String) }])
})

test('killed between sending and writing down that it was sent: never a second letter, and the queue says it is unsure', async () => {
  const dataDir = await withLetter()
  let kill: () => Promise<unknown> = async () => undefined
  const smtp = await house({ taken: async () => void (await kill()) })
  const first = await postman(dataDir, smtp.url, LATER)
  kill = () => {
    first.child.kill('SIGKILL')
    return first.ended
  }
  expect(await first.ended).toBe('SIGKILL')
  const [before] = await letterIn(dataDir)
  expect([before?.handed_at === null, before?.sent_at]).toEqual([false, null])
  kill = async () => undefined
  const second = await postman(dataDir, smtp.url, AGAIN)
  await settled(dataDir)
  const db = await openDatabase({ dataDir })
  await round(db, '2026-11-20T07:00:00.000Z' as Moment)
  await db.close()
  second.child.kill('SIGTERM')
  await second.ended
  expect(smtp.letters).toHaveLength(1)
  expect(await letterIn(dataDir)).toMatchObject([
    { sent_at: null, last_error: expect.stringMatching(/^unsure/) },
  ])
})

test('killed before the text has left: after the restart it goes, once', async () => {
  const dataDir = await withLetter()
  let first: Postman | null = null
  const smtp = await house({
    recipient: async (_to, time) => {
      if (time === 1) {
        first?.child.kill('SIGKILL')
        await first?.ended
      }
      return null
    },
  })
  first = await postman(dataDir, smtp.url, LATER)
  expect(await first.ended).toBe('SIGKILL')
  expect(smtp.letters).toEqual([])
  const second = await postman(dataDir, smtp.url, AGAIN)
  await settled(dataDir)
  second.child.kill('SIGTERM')
  await second.ended
  expect(smtp.letters).toHaveLength(1)
  expect(await letterIn(dataDir)).toMatchObject([{ sent_at: expect.any(String) }])
})

test('an address that no longer exists is not tried again', async () => {
  const dataDir = await withLetter()
  const no = Object.assign(new Error('no such user'), { responseCode: 550 })
  const smtp = await house({ recipient: () => no })
  const { child, ended } = await postman(dataDir, smtp.url, LATER)
  await settled(dataDir)
  child.kill('SIGTERM')
  await ended
  expect(smtp.letters).toEqual([])
  expect(await letterIn(dataDir)).toMatchObject([
    { sent_at: null, last_error: expect.stringMatching(/^refused/) },
  ])
})
