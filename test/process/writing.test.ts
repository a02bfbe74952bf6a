import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openDatabase } from '../../app/db/open.ts'
import { entryOf } from '../../app/plan/plan.ts'
import { readPlan } from '../../app/plan/plan-store.ts'
import { asMember } from '../request.ts'
import { openText, until, type Writer } from '../writers.ts'
import { writtenPlan } from '../written-plan.ts'
import { lastingPort, type Server, startServer, temporaryFolder } from './program.ts'

const ROUNDS = 4
/** What the server has had for so long may not be lost, whatever happens to it. */
const KEPT_WITHIN = 2000

type School = Awaited<ReturnType<typeof settled>>

async function settled(dataDir: string) {
  const db = await openDatabase({ dataDir })
  const made = await writtenPlan(db)
  const karin = await asMember({ request: () => new Response() }, db, made.cast, 'karin', new Date())
  await db.close()
  return { ...made, dataDir, cookie: karin.cookie, name: `${made.goal}:approach` }
}

/** The text as it lies on disk, read while no server runs. */
async function onDisk({ dataDir, cast, id, goal }: School) {
  const db = await openDatabase({ dataDir })
  const plan = await readPlan(db, cast.keeper, id)
  await db.close()
  return (plan && entryOf(plan, goal)?.texts.approach?.text) ?? ''
}

type Typed = { readonly word: string; had: number | null }

/** Types word after word until told to stop; notes in `typed` when the server said that it has them. */
async function typeOn(writer: Writer, words: string, typed: Typed[], goesOn: () => boolean) {
  for (let number = 0; goesOn(); number++) {
    const word = ` ${words}${number};`
    writer.type(word)
    typed.push({ word, had: null })
    await pause(25)
    // now and then a breath, so that a slow server comes to say what it has
    if (number % 8 === 7) while (goesOn() && writer.provider.hasUnsyncedChanges) await pause(5)
    if (writer.provider.hasUnsyncedChanges) continue
    for (const one of typed) one.had ??= performance.now()
  }
}

/** Two browsers type, and in the middle of it the server is gone. */
async function killedWhileTyping(school: School, server: Server, writers: readonly Writer[], round: number) {
  let goesOn = true
  const typed = writers.map((): Typed[] => [])
  const typing = writers.map((writer, one) =>
    typeOn(writer, `${round}${'ab'[one]}`, typed[one] ?? [], () => goesOn),
  )
  const dueAt = (moment: number) =>
    typed.flat().filter(({ had }) => had !== null && had < moment - KEPT_WITHIN)
  await until('words that the server has had for long', () => dueAt(performance.now()).length > 10)
  await pause(Math.random() * 800)
  const killed = performance.now()
  await server.ends('SIGKILL')
  goesOn = false
  for (const writer of writers) writer.loseLine()
  await Promise.all(typing)
  const kept = await onDisk(school)
  const due = dueAt(killed)
  for (const { word } of due) expect(kept).toContain(word)
  return typed.flat()
}

test('kill -9 while two people type: nothing older than two seconds is lost, and what browsers hold comes back', async () => {
  const school = await settled(temporaryFolder())
  // Browsers find the next server where the last one was.
  const env = { DATA_DIR: school.dataDir, PORT: String(await lastingPort()) }
  let server = await startServer(env)
  const asked = { url: server.url, cookie: school.cookie, name: school.name }
  const writers = [await openText(asked), await openText(asked)] as const
  const words: string[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    words.push(...(await killedWhileTyping(school, server, writers, round)).map(({ word }) => word))
    server = await startServer(env)
    for (const writer of writers) writer.findLine()
    await until('both to be one again', () =>
      writers.every((writer) => writer.provider.isSynced && !writer.provider.hasUnsyncedChanges),
    )
    await until('the same words', () => writers[0].text() === writers[1].text())
    expect(await writers[0].store()).toMatchObject({ is: 'stored' })
  }
  for (const writer of writers) writer.leave()
  await server.ends('SIGTERM')
  const kept = await onDisk(school)
  for (const word of words) expect(kept.split(word).length).toBe(2)
})
