import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { MOST_FEEDS } from '../../app/hall/live.ts'
import { VOTERS } from '../meeting-visit.ts'
import {
  type Feed,
  meetingOnDisk,
  type OnDisk,
  openTheRound,
  type Voter,
  visitorAt,
} from './meeting-school.ts'
import { type Server, startServer, temporaryFolder } from './program.ts'

const KILLS = 6
const SPEAKERS = VOTERS.filter((key) => key !== 'karin')
const UNTIL = { timeout: 20_000, interval: 20 }

const served = (dataDir: string) => startServer({ DATA_DIR: dataDir, DEMO: 'off' })

/** The last answer of each that was acknowledged, by its number. */
type Acknowledged = Map<Voter, number>

/** Changes the answer again and again, number after number, until the server is gone. */
async function speakUntilKilled(url: string, school: OnDisk, key: Voter, kept: Acknowledged) {
  const who = visitorAt(url, school, school.cookies[key])
  for (;;) {
    const number = (kept.get(key) ?? 0) + 1
    const status = await who.speak(`zorg nummer ${number}`)
    expect(status).toBe(303)
    kept.set(key, number)
    await pause(1)
  }
}

/** The number of the answer that somebody's own phone shows; 0 for none. */
async function numberOf(url: string, school: OnDisk, key: Voter) {
  const { page } = await visitorAt(url, school, school.cookies[key]).ask('/phone')
  return Number(/<blockquote[^>]*>\s*zorg nummer (\d+)/.exec(page)?.[1] ?? 0)
}

async function checkKept(server: Server, school: OnDisk, kept: Acknowledged) {
  for (const [key, number] of kept) {
    const found = await numberOf(server.url, school, key)
    // At most the one answer that was under way may be there without its acknowledgement.
    expect({ key, kept: found === number || found === number + 1 }).toEqual({ key, kept: true })
    kept.set(key, found)
  }
}

test('kill -9 in the middle of a round: no acknowledged voice is lost, and the round goes on', async () => {
  const dataDir = temporaryFolder()
  const school = await meetingOnDisk(dataDir)
  const kept: Acknowledged = new Map()
  let server = await served(dataDir)
  await openTheRound(server.url, school)
  for (let kill = 0; kill < KILLS; kill += 1) {
    const feed = await visitorAt(server.url, school, school.cookies.karin).feed()
    const before = new Map(kept)
    const speakers = SPEAKERS.map((key) =>
      speakUntilKilled(server.url, school, key, kept).catch((error: unknown) => error),
    )
    await expect
      .poll(() => SPEAKERS.every((key) => (kept.get(key) ?? 0) > (before.get(key) ?? 0)), UNTIL)
      .toBe(true)
    await pause(Math.random() * 150)
    await server.ends('SIGKILL')
    // Each ends with a broken connection, never with a refusal of the server.
    for (const ended of await Promise.all(speakers)) expect(ended).toBeInstanceOf(TypeError)
    await feed.over
    server = await served(dataDir)
    await checkKept(server, school, kept)
    await feedComesBack(server, school)
  }
  const karin = visitorAt(server.url, school, school.cookies.karin)
  expect(await karin.lead('round-close')).toBe(303)
  expect((await karin.ask('/board')).page).toContain('Het besluit staat')
  expect(await visitorAt(server.url, school, school.cookies.bram).speak('na het sluiten')).toBeNull()
})

/** Says the revision at once, and a higher one when somebody speaks. */
async function feedComesBack(server: Server, school: OnDisk) {
  const feed = await visitorAt(server.url, school, school.cookies.karin).feed()
  await expect.poll(() => revisions(feed).length, UNTIL).toBeGreaterThan(0)
  const [first = 0] = revisions(feed)
  expect(await visitorAt(server.url, school, school.cookies.petra).speak(`tussendoor ${first}`)).toBe(303)
  await expect.poll(() => revisions(feed).at(-1) ?? 0, UNTIL).toBeGreaterThan(first)
  feed.leave()
  // Petra counts on from where she was.
  const number = await numberOf(server.url, school, 'petra')
  expect(number).toBe(0)
}

const revisions = ({ said }: Feed) =>
  said.flatMap((line) => /^data: (\d+)$/.exec(line)?.[1] ?? []).map(Number)

test('feeds that are opened by the thousand, broken off, never read and half asked for: the meeting goes on', async () => {
  const dataDir = temporaryFolder()
  const school = await meetingOnDisk(dataDir)
  const server = await served(dataDir)
  await openTheRound(server.url, school)
  const bram = visitorAt(server.url, school, school.cookies.bram)
  const path = `/meeting/${school.meeting}/live`

  const many: Feed[] = []
  for (let times = 0; times < 20; times += 1)
    many.push(...(await Promise.all(Array.from({ length: 50 }, () => bram.feed()))))
  expect(many.filter(({ status }) => status === 200)).toHaveLength(MOST_FEEDS.seat)
  expect(new Set(many.map(({ status }) => status))).toEqual(new Set([200, 429]))
  expect((await visitorAt(server.url, school, school.cookies.petra).feed()).status).toBe(200)

  const { hostname, port } = new URL(server.url)
  const ask = `GET ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${school.cookies.paul}\r\n`
  for (let times = 0; times < 200; times += 1) {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined)
    // Broken off at once, after a moment, in the middle of asking, and never.
    socket.write(times % 4 === 2 ? ask : `${ask}\r\n`)
    if (times % 4 === 0) socket.destroy()
    else if (times % 4 === 1) setTimeout(() => socket.resetAndDestroy(), Math.random() * 50)
    else socket.pause()
  }
  for (const feed of many) feed.leave()

  expect(await bram.speak('Ik doe nog mee.')).toBe(303)
  // Who left made room.
  await expect.poll(async () => (await bram.feed()).status, UNTIL).toBe(200)
  expect((await server.ends('SIGTERM')).code).toBe(0)
})

test('a server that stops does not wait for a hundred open feeds', async () => {
  const dataDir = temporaryFolder()
  const school = await meetingOnDisk(dataDir, 100)
  const server = await served(dataDir)
  const feeds = await Promise.all(school.phones.map((cookie) => visitorAt(server.url, school, cookie).feed()))
  expect(feeds.map(({ status }) => status)).toEqual(feeds.map(() => 200))
  expect((await server.ends('SIGTERM')).code).toBe(0)
  // What a server waits for in vain it cuts.
  const ends = await Promise.all(feeds.map(({ over }) => over))
  expect(ends).toEqual(feeds.map(() => true))
  expect(feeds.every(({ said }) => said.includes('event: again\ndata:'))).toBe(true)
})
