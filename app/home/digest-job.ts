import type { Db } from '../db/database.ts'
import { type Day, dayOf, momentOf } from '../kernel/day.ts'
import type { SchoolId } from '../kernel/id.ts'
import { termsFor } from '../kernel/language.ts'
import { queueMail, takeBackLetter, type Unsent, unsentOf } from '../post/mail-store.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import { memberWithout } from '../session/session-store.ts'
import type { Asked } from './ask-view.tsx'
import { digestDay, newKeys, onceKeyOf } from './digest.ts'
import { digestLetter } from './digest-letter-view.ts'
import { offPath } from './digest-link-desk.ts'
import {
  type Addressee,
  addressee,
  addressees,
  forgetLettersOfLeft,
  readDigest,
  recordTold,
} from './digest-store.ts'
import { keyOf, letterKindOf } from './for-you.ts'
import { asksByMail } from './for-you-desk.ts'
import type { LetterKind } from './letter-kind.ts'
import { isQuietDay } from './quiet-day-desk.ts'

export type DigestRound = {
  readonly db: Db
  readonly now: () => Date
  readonly log: (line: string) => void
  /** The address of the server, without a slash at the end. */
  readonly baseUrl: string
}

const MINUTE = 60_000
const HOURS_USEFUL = 8

/** Looks every minute whether it is time for the daily letters, until it is stopped. */
export function startDigests(round: DigestRound): { stop(): Promise<void> } {
  let busy = Promise.resolve()
  const look = () => {
    busy = busy
      .then(() => sendDigests(round))
      .catch((error: unknown) =>
        round.log(`digest: ${error instanceof Error ? error.message : String(error)}`),
      )
  }
  look()
  const timer = setInterval(look, MINUTE)
  return {
    stop() {
      clearInterval(timer)
      return busy
    },
  }
}

/** The letters of this morning: one for each person for whom something new waits; none at any other time. */
export async function sendDigests(round: DigestRound): Promise<void> {
  const now = round.now()
  const day = digestDay(now)
  if (day === null) return
  for (const school of await schoolsOnServer(round.db))
    if (!school.demo) await apart(round, sendIn(round, school.id, day))
  for (const letter of await unsentOf(round.db, 'digest')) await apart(round, lookAgain(round, letter, day))
}

async function sendIn(round: DigestRound, schoolId: SchoolId, day: Day): Promise<void> {
  if (await isQuietDay(round.db, schoolId, day)) return
  await forgetLettersOfLeft(round.db, schoolId, day)
  for (const who of await addressees(round.db, schoolId, day)) await apart(round, sendOne(round, who, day))
}

/** A letter that can't be made keeps nobody else's back: it is said, and tried again a minute later. */
const apart = (round: DigestRound, letter: Promise<void>): Promise<void> =>
  letter.catch((error: unknown) =>
    round.log(`digest: ${error instanceof Error ? error.message : String(error)}`),
  )

/** Puts the letter in the queue and writes down what it tells, together; who was first makes it, the other sees so. */
async function sendOne(round: DigestRound, who: Addressee, day: Day): Promise<void> {
  const all = await asksFor(round, who)
  const off = await offPath(round.db, who.personId)
  await round.db.write(who, async (sql, tx) => {
    await tx.hold(`digest:${who.personId}`)
    const before = await readDigest(sql, who)
    if (before.off || before.toldOn === day) return
    const asks = wantedOf(all, before.unwanted)
    const keys = asks.map(({ ask }) => keyOf(ask))
    await recordTold(sql, who, keys, day)
    const fresh = newKeys(keys, before.told)
    if (fresh.length > 0)
      await queueMail(tx, letterFor(round, who, newestFirst(asks, fresh), off, day), round.now())
  })
}

/**
 * A letter that could not leave yet: what was handled or turned off meanwhile goes out of it, and an empty one does not
 * leave.
 */
async function lookAgain(round: DigestRound, letter: Unsent, day: Day): Promise<void> {
  const who = await addressee(round.db, letter)
  if (!who || letter.onceKey !== onceKeyOf(letter.personId, day)) return
  const all = await asksFor(round, who)
  const off = await offPath(round.db, who.personId)
  await round.db.write(who, async (sql, tx) => {
    await tx.hold(`digest:${who.personId}`)
    const row = await readDigest(sql, who)
    const asks = row.off ? [] : wantedOf(all, row.unwanted)
    const left = asks.filter(({ ask }) => row.told.includes(keyOf(ask)))
    if (left.length === row.told.length || !(await takeBackLetter(tx, letter))) return
    await recordTold(
      sql,
      who,
      left.map(({ ask }) => keyOf(ask)),
      day,
    )
    if (left.length > 0) await queueMail(tx, letterFor(round, who, left, off, day), round.now())
  })
}

const wantedOf = (asks: readonly Asked[], unwanted: ReadonlySet<LetterKind>) =>
  asks.filter(({ ask }) => {
    const kind = letterKindOf(ask)
    return kind !== null && !unwanted.has(kind)
  })

/** What there is to tell, as this person would see it now; nothing for who has left. */
async function asksFor({ db, now }: DigestRound, who: Addressee): Promise<Asked[]> {
  const found = await memberWithout(db, who, now())
  if (!found) return []
  const { language } = who
  const { actor, school } = found
  const terms = termsFor(language, school.coordinatorWord, school.teacherWord)
  const desk = { db, now: momentOf(now()), today: dayOf(now()) }
  return asksByMail({ desk, reader: { actor, school, language, terms } })
}

const newestFirst = (asks: readonly Asked[], fresh: readonly string[]) => [
  ...asks.filter(({ ask }) => fresh.includes(keyOf(ask))),
  ...asks.filter(({ ask }) => !fresh.includes(keyOf(ask))),
]

function letterFor(round: DigestRound, who: Addressee, asks: readonly Asked[], off: string, day: Day) {
  const at = { baseUrl: round.baseUrl, off: `${round.baseUrl}${off}`, today: day }
  return {
    schoolId: who.schoolId,
    personId: who.personId,
    kind: 'digest',
    to: who.address,
    ...digestLetter(asks, who, at),
    unsubscribe: at.off,
    onceKey: onceKeyOf(who.personId, day),
    usefulUntil: momentOf(new Date(round.now().getTime() + HOURS_USEFUL * 60 * MINUTE)),
  }
}
