import { setTimeout as pause } from 'node:timers/promises'
import { answerFor } from '../../app/calendar/feed-answer-desk.ts'
import { feedByToken, makeFeed } from '../../app/calendar/feed-store.ts'
import type { Db } from '../../app/db/database.ts'
import { openDatabase, type Where } from '../../app/db/open.ts'
import { momentOf } from '../../app/kernel/day.ts'
import { newId, type SchoolId } from '../../app/kernel/id.ts'
import { isRefusal } from '../../app/kernel/refusal.ts'
import type { Member } from '../../app/session/actor.ts'
import type { Line } from './line.ts'
import { type Measured, measure, type Target } from './load-run.ts'
import { memoryOf } from './process-cost.ts'
import { growYears, type SchoolYears } from './school-years.ts'
import { serve, signIn } from './served.ts'
import { spreadOf } from './spread.ts'

const CONNECTIONS = [1, 10, 50]
const SECONDS = 6
const WARM_UP = 3
const ROUNDS = 60
/** How often a colleague saves something while the page is asked for. */
const WRITES_A_SECOND = 4

/** The working year after three years of it: Vandaag, the circle and a feed, on one database. */
export async function theYear(
  name: string,
  where: Where,
  env: NodeJS.ProcessEnv,
  others: readonly number[] = [],
): Promise<Line[]> {
  const db = await openDatabase(where)
  const years = await growYears(db).finally(() => db.close())
  const feed = await feedLine(name, where)
  const server = await serve(env)
  try {
    const cookie = await signIn(server.url, 'karin')
    const page = { url: `${server.url}/`, cookie }
    await answerOf(page)
    const pids = [server.pid, ...others]
    return [
      ...(await underLoad(name, page, years, pids)),
      ...(await whileWritten(name, page, pids, where)),
      await anew(name, page, where),
      circleLine(name, await timesOf({ url: `${server.url}/year`, cookie })),
      feed,
      [`${name}: memory of the server in all this, highest`, memoryWords(server.pid), '250 MB'],
    ]
  } finally {
    await server.stop()
  }
}

const memoryWords = (pid: number) => {
  const memory = memoryOf(pid)
  return memory ? `${memory.peak} MB` : '-'
}

async function answerOf({ url, cookie }: Target) {
  const answer = await fetch(url, { headers: { cookie } })
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`)
  return text
}

const figureOf = ({ perSecond, p50, p99, cpuMs }: Measured) =>
  `${perSecond} requests/s, p50 ${p50} ms, p99 ${p99} ms, ${cpuMs ?? '-'} ms of CPU each`

async function underLoad(name: string, page: Target, years: SchoolYears, pids: number[]): Promise<Line[]> {
  await measure(page, 10, WARM_UP, pids)
  const lines: Line[] = []
  for (const connections of CONNECTIONS) {
    const load = await measure(page, connections, SECONDS, pids)
    if (load.failed > 0) throw new Error(`${name}: ${load.failed} answers of Vandaag failed`)
    const of = `three years, ${years.people} people, ${years.activities} activities`
    const what = `${name}: Vandaag of a coordinator (${of}), ${connections} connection${connections === 1 ? '' : 's'}`
    lines.push([what, figureOf(load), connections === 10 && name === 'PostgreSQL' ? '500 requests/s' : ''])
  }
  return lines
}

/** What is drawn is kept until something is stored: here something is, four times a second. */
async function whileWritten(name: string, page: Target, pids: number[], where: Where): Promise<Line[]> {
  const db = await openDatabase(where)
  const stop = new AbortController()
  const writing = (async () => {
    while (!stop.signal.aborted) {
      await storeSomething(db)
      await pause(1000 / WRITES_A_SECOND)
    }
  })()
  const load = await measure(page, 10, SECONDS, pids)
  stop.abort()
  await writing
  await db.close()
  return [
    [
      `${name}: the same at 10, while something is stored ${WRITES_A_SECOND} times a second`,
      figureOf(load),
      '',
    ],
  ]
}

/** A commit of another program on the same data. */
const storeSomething = (db: Db) =>
  db.write('server', (sql) =>
    sql
      .updateTable('year_item')
      .set((set) => ({ revision: set('revision', '+', 1) }))
      .where('title', '=', 'Moment 1')
      .execute(),
  )

/** One reader at a time, each time after something was stored: everything is read and drawn anew. */
async function anew(name: string, page: Target, where: Where): Promise<Line> {
  const db = await openDatabase(where)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await storeSomething(db)
    const began = performance.now()
    await answerOf(page)
    times.push(performance.now() - began)
  }
  await db.close()
  return [`${name}: Vandaag read and drawn anew`, spreadWords(times), '']
}

async function timesOf(page: Target) {
  for (let round = 0; round < ROUNDS; round += 1) await answerOf(page)
  const times: number[] = []
  for (let round = 0; round < ROUNDS * 3; round += 1) {
    const began = performance.now()
    await answerOf(page)
    times.push(performance.now() - began)
  }
  return times
}

const circleLine = (name: string, times: readonly number[]): Line => [
  `${name}: the year circle (106 moments of the school, 60 tracks)`,
  spreadWords(times),
  '30 ms',
]

const spreadWords = (times: readonly number[]) => {
  const { p50, p95 } = spreadOf(times)
  return `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`
}

/** The feed of the whole team, made anew each time: in this process, for an address may be asked only now and then. */
async function feedLine(name: string, where: Where): Promise<Line> {
  const db = await openDatabase(where)
  try {
    const made = await makeFeed(db, await coordinatorOf(db), 'team', momentOf(new Date()))
    if (isRefusal(made)) throw new Error(`no feed: ${JSON.stringify(made)}`)
    const feed = await feedByToken(db, made.token)
    if (!feed) throw new Error('the feed is not found')
    const times: number[] = []
    let events = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      await storeSomething(db)
      const began = performance.now()
      const answer = await answerFor(db, feed, 'https://regenboog.example', new Date())
      times.push(performance.now() - began)
      events = (String(answer?.body).match(/BEGIN:VEVENT/g) ?? []).length
    }
    return [`${name}: a feed of ${events} events, made anew`, spreadWords(times.slice(ROUNDS / 3)), '30 ms']
  } finally {
    await db.close()
  }
}

async function coordinatorOf(db: Db): Promise<Member> {
  const row = await db.read('server', (sql) =>
    sql
      .selectFrom('person')
      .innerJoin('person_role', 'person_role.person_id', 'person.id')
      .innerJoin('school', 'school.id', 'person.school_id')
      .select(['person.id', 'person.name', 'person.school_id'])
      .where('person_role.role', '=', 'coordinator')
      .where('school.demo_since', 'is not', null)
      .executeTakeFirstOrThrow(),
  )
  const schoolId: SchoolId = row.school_id
  const rest = {
    roles: ['coordinator'],
    learningTeams: [],
    sessionId: newId<'session'>(),
    demo: true,
  } as const
  return { kind: 'member', schoolId, personId: row.id, name: row.name, ...rest }
}
