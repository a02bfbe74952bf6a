import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openDatabase } from '../../app/db/open.ts'
import { isRefusal } from '../../app/kernel/refusal.ts'
import { createPlan } from '../../app/plan/plan-store.ts'
import { makeToken } from '../../app/session/api-token-store.ts'
import { NOW_MOMENT, settleCast } from '../cast.ts'
import { startServer, temporaryFolder } from './program.ts'

const ROUNDS = 30
const WRITERS = 4

type Api = { url: string; token: string }

/** De Regenboog with an empty plan, and a token for each writer. */
async function settled(dataDir: string) {
  const db = await openDatabase({ dataDir })
  const { keeper } = await settleCast(db)
  const year = '2026-2027' as Parameters<typeof createPlan>[2]['schoolYear']
  const wish = {
    schoolYear: year,
    title: 'Begeleidingsplan',
    previousPlanId: null,
    why: 'Een nieuw schooljaar.',
  }
  const planId = await createPlan(db, keeper, wish, NOW_MOMENT)
  const tokens: string[] = []
  for (let writer = 0; writer < WRITERS; writer += 1) {
    const made = await makeToken(db, keeper, 'writer', NOW_MOMENT)
    if (!isRefusal(made)) tokens.push(made.token)
  }
  await db.close()
  if (isRefusal(planId)) throw new Error('the plan could not be made')
  return { planId, tokens }
}

async function send({ url, token }: Api, method: string, path: string, body: unknown, etag?: string) {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(etag && { 'if-match': etag }),
    },
    body: JSON.stringify(body),
  })
  return {
    status: answer.status,
    etag: answer.headers.get('etag') ?? '',
    body: (await answer.json()) as { id: string; approach: string },
  }
}

/** What a writer was told is kept, by goal: the last number written in it. */
type Acknowledged = Map<string, number>

/** Makes a goal and rewrites its approach, number after number, until the server is gone. */
async function writeUntilKilled(api: Api, planId: string, title: string, kept: Acknowledged) {
  const made = await send(api, 'POST', `/plans/${planId}/entries`, {
    kind: 'general-goal',
    title,
    approach: '0',
  })
  expect(made.status).toBe(201)
  kept.set(made.body.id, 0)
  let { etag } = made
  for (let number = 1; ; number += 1) {
    const changed = await send(api, 'PATCH', `/entries/${made.body.id}`, { approach: String(number) }, etag)
    expect(changed.status).toBe(200)
    kept.set(made.body.id, number)
    etag = changed.etag
    // Below what one token may ask in a second.
    await pause(2)
  }
}

const sumOf = (kept: Acknowledged) => [...kept.values()].reduce((sum, number) => sum + number, 0)

/** One round: several people write, and in the middle of it the server is gone. */
async function round(dataDir: string, tokens: string[], planId: string, number: number, kept: Acknowledged) {
  const server = await startServer({ DATA_DIR: dataDir })
  const before = sumOf(kept)
  const writers = tokens.map((token, one) =>
    writeUntilKilled({ url: server.url, token }, planId, `Doel ${number}.${one}`, kept).catch(
      (error: unknown) => error,
    ),
  )
  // Each came to writing, and they are in the middle of it.
  await expect.poll(() => sumOf(kept) - before > 2 * WRITERS, { interval: 5 }).toBe(true)
  await pause(Math.random() * 250)
  await server.ends('SIGKILL')
  // Each writer ends with a broken connection, never with a refusal of the server.
  for (const ended of await Promise.all(writers)) expect(ended).toBeInstanceOf(TypeError)
}

test('thirty times kill -9 in the middle of acknowledged writes, and nothing is lost', async () => {
  const dataDir = temporaryFolder()
  const { planId, tokens } = await settled(dataDir)
  const kept: Acknowledged = new Map()
  for (let number = 1; number <= ROUNDS; number += 1) await round(dataDir, tokens, planId, number, kept)

  const server = await startServer({ DATA_DIR: dataDir })
  for (const [id, number] of kept) {
    const answer = await fetch(`${server.url}/api/v1/entries/${id}`, {
      headers: { authorization: `Bearer ${tokens[0]}` },
    })
    expect(answer.status).toBe(200)
    const { approach } = (await answer.json()) as { approach: string }
    expect(Number(approach)).toBeGreaterThanOrEqual(number)
    // At most the one change that was under way may be there without its answer.
    expect(Number(approach)).toBeLessThanOrEqual(number + 1)
    await pause(6)
  }
  await server.ends('SIGTERM')
  const database = new DatabaseSync(join(dataDir, 'rode-draad.sqlite'))
  expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
  database.close()
}, 900_000)
