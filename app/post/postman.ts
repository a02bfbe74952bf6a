import type { Db } from '../db/database.ts'
import { LEASE } from './mail.ts'
import { forgetOldMail, leaseNext, markHanded, putAsideUnsure, settle, takeOver } from './mail-queue-store.ts'
import type { Sender } from './mail-sender.ts'

export type Postman = {
  /** Sends no new letter, gives those under way a few seconds, then lets go. */
  stop(): Promise<void>
}

type Round = {
  readonly db: Db
  readonly send: Sender
  readonly now: () => Date
  readonly log: (line: string) => void
  /** Milliseconds between two looks at an empty queue. */
  readonly pause?: number
  /** Letters under way at the same time: a slow server holds up few. */
  readonly lanes?: number
  /** No other server works on the same data. */
  readonly alone?: boolean
}

const GRACE = 8_000
const HOUR = 3_600_000

/** Walks the queue until it is stopped. Several may walk the same queue: each letter is held by one at a time. */
export function startPostman(round: Round): Postman {
  const { db, send, now, log, pause = 1_000, lanes = 3, alone = false } = round
  const stopping = new AbortController()
  const giveUp = new AbortController()
  const walk = async () => {
    while (!stopping.signal.aborted) {
      const worked = await carryOne(db, send, now, giveUp.signal).catch((error: unknown) => {
        log(`mail: ${error instanceof Error ? error.message : String(error)}`)
        return false
      })
      if (!worked) await rest(pause, stopping.signal)
    }
  }
  const start = async () => {
    if (alone) await takeOver(db, now())
    await Promise.all([...Array.from({ length: lanes }, walk), sweep(db, now, log, stopping.signal)])
  }
  const walks = start()
  return {
    async stop() {
      stopping.abort()
      const timer = setTimeout(() => giveUp.abort(), GRACE)
      await walks
      clearTimeout(timer)
    },
  }
}

/** Takes one letter and tries to deliver it; false when there was none. */
export async function carryOne(db: Db, send: Sender, now: () => Date, stop: AbortSignal): Promise<boolean> {
  const letter = await leaseNext(db, now())
  if (!letter) return false
  const outcome = await send(letter, () => markHanded(db, letter, now()), stop)
  await settle(db, letter, outcome, now())
  return true
}

/** Now and then: what a fallen server left half-way, and what may be forgotten. */
async function sweep(db: Db, now: () => Date, log: (line: string) => void, stop: AbortSignal) {
  while (!stop.aborted) {
    try {
      await putAsideUnsure(db, now(), new Date(now().getTime() - LEASE))
      await forgetOldMail(db, now())
    } catch (error) {
      log(`mail: ${error instanceof Error ? error.message : String(error)}`)
    }
    await rest(HOUR / 12, stop)
  }
}

function rest(milliseconds: number, stop: AbortSignal) {
  return new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stop.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    stop.addEventListener('abort', end, { once: true })
    if (stop.aborted) end()
  })
}
