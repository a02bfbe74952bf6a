import type { Db } from '../db/database.ts'
import { dayOf, type Moment, momentOf } from '../kernel/day.ts'
import { parseId, type TimeEntryId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { isAim } from '../plan/domain.ts'
import type { Actor } from '../session/actor.ts'
import {
  countsOf,
  inBetween,
  parseLength,
  parseMinutes,
  parsePastDay,
  parseSubject,
  ranFor,
  type Typed,
} from './log.ts'
import { beginRunning, endRunning, runningOf } from './running-store.ts'
import { LENGTHS } from './time.ts'
import type { AtTime } from './time-desk.ts'
import { changeTime, lastActivity, logTime, removeTime, type TimeNo } from './time-store.ts'
import { wipeYear } from './time-tidy-store.ts'

/** What a tap did: wrote this down, or something of which nothing is shown. */
export type Did =
  | { readonly saved: TimeEntryId }
  | { readonly done: 'removed' | 'begun' | 'dropped' | 'wiped' }

/** Every tap on the page of one's own time, by the name of its act. */
export const TIME_ACTS: Readonly<Record<string, (at: AtTime, typed: Typed) => Promise<Did | TimeNo>>> = {
  log: logAct,
  done: doneAct,
  undo: undoAct,
  flip: flipAct,
  wipe: wipeAct,
}

async function logAct(at: AtTime, typed: Typed): Promise<Did | TimeNo> {
  const { desk, reader, plan } = at
  const subject = parseSubject(typed, plan)
  if (isRefusal(subject)) return subject
  if (typed('length') === 'begin')
    return started(await beginRunning(desk.db, reader.actor, subject, desk.now))
  const length = parseLength(typed, sinceIn(typed, desk.now), desk.now)
  if (isRefusal(length)) return length
  const begun = length.startedAt && dayOf(new Date(length.startedAt))
  const day = begun ?? parsePastDay(typed('day'), desk.today)
  if (isRefusal(day)) return day
  const given = {
    subject,
    day,
    ...inBetween(length, await runningOf(desk.db, reader.actor), day, desk.now),
    said: saidIn(typed),
    ...countsOf(subject, plan),
    source: 'tap',
    once: onceIn(typed),
  } as const
  return savedAs(await logTime(desk.db, reader.actor, given, desk.now))
}

const started = (no: null | TimeNo): Did | TimeNo => no ?? { done: 'begun' }
const savedAs = (id: TimeEntryId | TimeNo): Did | TimeNo => (isRefusal(id) ? id : { saved: id })

/** How long it was as the form says it: the same when it is sent again, also where the minutes go until now. */
const saidIn = (typed: Typed) =>
  ['length', 'since', 'from', 'minutes'].map((name) => typed(name).trim().slice(0, 30)).join(' ')

/** A form without a name of its own is always a new one. */
const onceIn = (typed: Typed) => typed('once').slice(0, 40) || crypto.randomUUID()

/** The moment that the form showed as the beginning; null when it can't be one. */
function sinceIn(typed: Typed, now: Moment): Moment | null {
  const time = Date.parse(typed('since'))
  return Number.isNaN(time) || time > Date.parse(now) ? null : momentOf(new Date(time))
}

/** What ran is over: written down with its beginning, or with a length where nobody can say; or let go. */
function doneAct({ desk, reader, plan }: AtTime, typed: Typed): Promise<Did | TimeNo> {
  const started = typed('started')
  return desk.db.write<Did | TimeNo>(reader.actor, async (_, tx) => {
    const running = await runningOf(tx, reader.actor)
    if (!running || running.startedAt !== started) return toldBefore(tx, reader.actor, started)
    const { subject, startedAt } = running
    if (typed('length') === 'drop') {
      const ended = await endRunning(tx, reader.actor)
      return isRefusal(ended) ? ended : { done: 'dropped' }
    }
    const length = lengthOf(typed, startedAt, desk.now)
    if (isRefusal(length)) return length
    const day = dayOf(new Date(startedAt))
    // Two taps at once: who waited for the other one finds that it is over.
    if (isRefusal(await endRunning(tx, reader.actor))) return toldBefore(tx, reader.actor, started)
    const given = {
      subject,
      day,
      ...length,
      ...countsOf(subject, plan),
      source: 'tap',
      once: startedAt,
    } as const
    return savedAs(await logTime(tx, reader.actor, given, desk.now))
  })
}

/** The same tap sent twice: the first one wrote it down. */
async function toldBefore(tx: Db, actor: Actor, started: string): Promise<Did | TimeNo> {
  const last = await lastActivity(tx, actor)
  return last && last.startedAt === started ? { saved: last.id } : refuse('nothing-runs')
}

function lengthOf(typed: Typed, startedAt: Moment, now: Moment) {
  const own = LENGTHS.some((minutes) => String(minutes) === typed('length'))
  const minutes = own ? parseMinutes(typed('length')) : ranFor(startedAt, now)
  return isRefusal(minutes) ? minutes : { minutes, startedAt }
}

async function undoAct({ desk, reader }: AtTime, typed: Typed): Promise<Did | TimeNo> {
  const id = parseId<'time-entry'>(typed('id'))
  const no = id === null ? refuse('gone') : await removeTime(desk.db, reader.actor, id)
  // Sent twice, the second finds nothing: it is gone, as was asked.
  return no === null || no.refused === 'gone' ? { done: 'removed' } : no
}

async function flipAct({ desk, reader }: AtTime, typed: Typed): Promise<Did | TimeNo> {
  const id = parseId<'time-entry'>(typed('id'))
  const aim = typed('aim')
  if (id === null || !isAim(aim)) return refuse('gone')
  return (await changeTime(desk.db, reader.actor, id, { aim })) ?? { saved: id }
}

/** All of the school year that the page is about. */
async function wipeAct({ desk, reader, year }: AtTime, typed: Typed): Promise<Did | TimeNo> {
  if (typed('sure') !== 'yes') return refuse('not-sure', 'sure')
  return (await wipeYear(desk.db, reader.actor, year)) ?? { done: 'wiped' }
}
