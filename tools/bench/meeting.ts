import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Where } from '../../app/db/open.ts'
import type { LoopDelay } from './loop-watch.ts'
import { fieldsOf, Screen } from './meeting-phone.ts'
import { meetingSchool } from './meeting-school.ts'
import { type WakeTimes, wakeTimes } from './meeting-wake.ts'
import { cpuOf } from './process-cost.ts'
import { type Served, serve } from './served.ts'
import { spreadOf } from './spread.ts'

const PHONES = 100
/** All voices within so long, at moments of chance. In milliseconds. */
const WITHIN = 10_000
/** Rounds that are measured, after one that is not. */
const ROUNDS = 3

type Spread = { readonly p50: number; readonly p95: number }
type Figures = {
  /** Milliseconds from the tap of a voice to what came of it. */
  readonly acknowledged: number[]
  readonly board: number[]
  /** Every phone's page that holds this voice, or the answer that nothing changed there; and the new pages alone. */
  readonly phones: number[]
  readonly newPages: number[]
  /** From the tap that closes the round to every phone's new page. */
  readonly closing: number[]
  readonly bytes: number[]
  readonly loop: LoopDelay
  /** Of one core, in per cent; null where it can't be seen. */
  readonly cpu: number | null
}
export type MeetingTimes = {
  readonly [Name in 'acknowledged' | 'board' | 'phones' | 'newPages' | 'closing']: Spread & {
    /** The p95 of the best and of the worst round. */
    readonly between: readonly [number, number]
  }
} & {
  readonly bytes: Spread
  readonly loop: LoopDelay
  readonly cpu: number | null
  /** Null without a browser on this machine. */
  readonly woken: WakeTimes | null
}

/** A meeting of a hundred phones and one presenter on one process; each round a hundred voices within ten seconds. */
export async function meetingTimes(
  where: Where,
  env: NodeJS.ProcessEnv,
  others: readonly number[] = [],
): Promise<MeetingTimes> {
  const school = await meetingSchool(where, PHONES, ROUNDS + 1)
  const watch = `--import=${join(import.meta.dirname, 'loop-watch.ts')}`
  const server = await serve({ ...env, NODE_OPTIONS: watch })
  const board = new Screen(server.url, school.meeting, 'board', school.chair)
  const phones = school.voters.map((cookie) => new Screen(server.url, school.meeting, 'phone', cookie))
  try {
    await board.open()
    await lead(board, 'open')
    for (const phone of phones) await phone.open()
    const rounds: Figures[] = []
    for (let round = 0; round <= ROUNDS; round += 1)
      rounds.push(await oneRound(server, board, phones, round, others))
    return { ...summed(rounds.slice(1)), woken: await woken(server, board, phones[1]) }
  } finally {
    for (const screen of [board, ...phones]) screen.close()
    await server.stop()
  }
}

/** A phone that slept through a break, or through the end of one. */
function woken(server: Served, board: Screen, phone: Screen | undefined) {
  let isBreak = false
  const change = async () => {
    await lead(board, isBreak ? null : 'rest')
    isBreak = !isBreak
    return board.revision
  }
  if (!phone) return null
  return wakeTimes({ url: server.url, path: phone.path, cookie: phone.cookie }, change)
}

/** Whoever leads presses the button of this act, or the one that goes forward; answers when. */
async function lead(board: Screen, act: string | null) {
  await settled([board])
  const fields = fieldsOf(board.page, (form, does) =>
    act ? does === act : form.includes('data-verder="ja"'),
  )
  if (!fields) throw new Error(`the board offers no ${act ?? 'way forward'}`)
  const meeting = /^\/meeting\/[^/]+/.exec(board.path)?.[0] ?? ''
  const at = performance.now()
  await board.send(`${meeting}/act`, fields)
  return at
}

/** To the next item, through its stages, until its round is open. */
async function toRound(board: Screen, isFirst: boolean) {
  if (!isFirst) await lead(board, 'next')
  const offers = () => fieldsOf(board.page, (_form, does) => does === 'round-open') !== null
  for (let step = 0; step < 6 && !offers(); step += 1) await lead(board, null)
  await lead(board, 'round-open')
}

/** Until every screen shows the newest revision that any of them knows. */
async function settled(screens: readonly Screen[]) {
  for (let quiet = 0; quiet < 3; ) {
    const newest = Math.max(...screens.map(({ revision }) => revision))
    quiet = screens.every(({ revision }) => revision === newest) ? quiet + 1 : 0
    await pause(150)
  }
}

async function oneRound(
  server: Served,
  board: Screen,
  phones: readonly Screen[],
  round: number,
  others: readonly number[],
): Promise<Figures> {
  await toRound(board, round === 0)
  await settled([board, ...phones])
  await loopDelay(server)
  const bytes = phones.map((phone) => phone.bytes)
  const [cpu, began, from] = [cpuSum([server.pid, ...others]), performance.now(), board.revision]
  const taps = await voices(phones)
  await settled([board, ...phones])
  const took = performance.now() - began
  const spent = cpuSum([server.pid, ...others])
  const loop = await loopDelay(server)
  const grown = phones.map((phone, place) => phone.bytes - (bytes[place] ?? 0))
  if (board.revision - from !== phones.length)
    throw new Error(`${board.revision - from} changes of ${phones.length} voices`)
  const sent = taps.map(({ at }) => at).sort((one, other) => one - other)
  return {
    acknowledged: taps.map(({ at, acknowledged }) => acknowledged - at),
    board: waited(board, sent, from, true),
    phones: phones.flatMap((phone) => waited(phone, sent, from, false)),
    newPages: phones.flatMap((phone, place) =>
      waited(phone, sent, from, true, taps[place]?.acknowledged ?? 0),
    ),
    closing: await closing(board, phones),
    bytes: grown,
    loop,
    cpu: cpu === null || spent === null ? null : ((spent - cpu) / took) * 100,
  }
}

type Tap = { readonly at: number; readonly acknowledged: number }

function voices(phones: readonly Screen[]): Promise<Tap[]> {
  return Promise.all(
    phones.map(async (phone) => {
      await pause(Math.random() * WITHIN)
      const fields = fieldsOf(phone.page, (_form, does) => does === 'speak')
      if (!fields) throw new Error('a phone shows no round')
      const at = performance.now()
      return { at, acknowledged: await phone.send(phone.path, { ...fields, answer: 'consent' }) }
    }),
  )
}

/**
 * How long each voice took to a screen. Every voice raises the revision by one, so the n-th tap is in the page whose
 * revision is n higher; of two voices that cross under way the earlier tap counts for the earlier revision.
 *
 * @param newOnly whether only whole new pages count, and not 'nothing changed here'
 * @param since only voices after this moment: who answered sees how many have, who did not yet sees nothing of it
 */
function waited(
  screen: Screen,
  sent: readonly number[],
  from: number,
  newOnly: boolean,
  since = 0,
): number[] {
  return sent.flatMap((at, place) => {
    if (at < since) return []
    const shown = screen.shown.find(
      (one) => one.revision >= from + place + 1 && one.at >= at && (one.isNew || !newOnly),
    )
    return shown ? [shown.at - at] : []
  })
}

async function closing(board: Screen, phones: readonly Screen[]) {
  const from = board.revision
  const at = await lead(board, 'round-close')
  await settled([board, ...phones])
  return phones.map((phone) => {
    const shown = phone.shown.find((one) => one.isNew && one.revision > from)
    if (!shown) throw new Error('a phone did not show that the round is closed')
    return shown.at - at
  })
}

function cpuSum(pids: readonly number[]): number | null {
  const each = pids.map(cpuOf)
  return each.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0)
}

/** How late the server's event loop was since it was asked the last time. */
async function loopDelay(server: Served): Promise<LoopDelay> {
  const told = () => [...server.output().matchAll(/^loop (\{.*\})$/gm)]
  const before = told().length
  process.kill(server.pid, 'SIGUSR2')
  while (told().length === before) await pause(20)
  return JSON.parse(told().at(-1)?.[1] ?? '{}') as LoopDelay
}

function summed(rounds: readonly Figures[]): Omit<MeetingTimes, 'woken'> {
  const all = (name: 'acknowledged' | 'board' | 'phones' | 'newPages' | 'closing') => {
    const each = rounds.map((round) => spreadOf(round[name]).p95)
    return {
      ...spreadOf(rounds.flatMap((round) => round[name])),
      between: [Math.min(...each), Math.max(...each)] as const,
    }
  }
  const worst = (name: keyof LoopDelay) => Math.max(...rounds.map(({ loop }) => loop[name]))
  const cpus = rounds.flatMap(({ cpu }) => (cpu === null ? [] : [cpu]))
  return {
    acknowledged: all('acknowledged'),
    board: all('board'),
    phones: all('phones'),
    newPages: all('newPages'),
    closing: all('closing'),
    bytes: spreadOf(rounds.flatMap(({ bytes }) => bytes)),
    loop: { p50: worst('p50'), p99: worst('p99'), most: worst('most') },
    cpu: cpus.length > 0 ? cpus.reduce((sum, one) => sum + one, 0) / cpus.length : null,
  }
}
