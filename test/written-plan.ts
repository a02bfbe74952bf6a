import { itemKey } from '../app/adoption/adoption.ts'
import { putForward, readAdoption } from '../app/adoption/adoption-store.ts'
import { itemWords } from '../app/adoption/item-view.ts'
import { adoptPlan } from '../app/adoption/seal-store.ts'
import type { Db } from '../app/db/database.ts'
import type { Moment } from '../app/kernel/day.ts'
import type { PlanId } from '../app/kernel/id.ts'
import { termsFor } from '../app/kernel/language.ts'
import { isRefusal } from '../app/kernel/refusal.ts'
import type { SchoolYear } from '../app/kernel/school-year.ts'
import { addEntry, agreeTrack } from '../app/plan/entry-store.ts'
import { entryOf, type Plan } from '../app/plan/plan.ts'
import { createPlan, movePlan, readPlan } from '../app/plan/plan-store.ts'
import { addPrinciple } from '../app/plan/principle-store.ts'
import type { Answer, Frame } from '../app/round/round.ts'
import { speakIn } from '../app/round/round-store.ts'
import { type Cast, NOW_MOMENT, settleCast } from './cast.ts'

/** What was asked for, or the refusal as the failure of the test. */
export function done<Value>(value: Value) {
  if (isRefusal(value)) throw new Error(`refused: ${value.refused}`)
  return value as Exclude<Value, { refused: string }>
}

export const planOf = async (db: Db, cast: Cast, id: PlanId) => (await readPlan(db, cast.keeper, id)) as Plan
export type Voter = 'karin' | 'paul' | 'anouk' | 'bram'

export const WORDS = itemWords({ language: 'nl', terms: termsFor('nl', 'ib', 'leraar') })
export const SEAL_WORDS = { why: (number: string) => `Versie ${number}`, schoolName: 'De Regenboog' }
/** When the rounds of these tests close, and a moment after it. */
export const CLOSES = '2026-11-24T15:00:00.000Z' as Moment
export const AFTER = '2026-11-25T08:00:00.000Z' as Moment

/** A plan in input with one principle, one goal, Anouk's agreed track and Bram's, which is still his own. */
export async function writtenPlan(db: Db) {
  const cast = await settleCast(db)
  const karin = cast.member('karin')
  const year = '2026-2027' as SchoolYear
  const id = done(
    await createPlan(db, karin, { schoolYear: year, title: 'Begeleidingsplan 2026–2027' }, NOW_MOMENT),
  )
  const plan = await planOf(db, cast, id)
  const principle = done(await addPrinciple(db, karin, plan, { text: 'We delen alles.' }, NOW_MOMENT))
  const texts = { title: 'Rekenen', approach: 'Samen kijken', coordinatorEffort: 'Elke week een uur' }
  const goal = done(await addEntry(db, karin, plan, { kind: 'general-goal', texts }, NOW_MOMENT))
  const trackOf = async (key: 'anouk' | 'bram') => {
    const track = {
      kind: 'teacher-track',
      personId: cast.people[key],
      texts: { goal: `Doel van ${key}` },
    } as const
    return done(await addEntry(db, cast.member(key), plan, track, NOW_MOMENT))
  }
  const anouk = await trackOf('anouk')
  const bram = await trackOf('bram')
  const before = await planOf(db, cast, id)
  const hers = entryOf(before, anouk)
  if (hers) done(await agreeTrack(db, cast.member('anouk'), before, hers, NOW_MOMENT))
  done(await movePlan(db, karin, await planOf(db, cast, id), 'input', 'Het team leest mee.', NOW_MOMENT))
  return { cast, id, principle, goal, anouk, bram }
}

/** Consent of four colleagues, three of whom have to answer; Karin leads. */
export function frameFor(cast: Cast): Frame {
  const { karin, paul, anouk, bram } = cast.people
  return {
    rule: { kind: 'consent' },
    quorum: 3,
    voters: [karin, paul, anouk, bram],
    chair: karin,
    unnamed: false,
    absentDays: null,
  }
}

const consent: Answer = { kind: 'consent' }
export const EVERYONE: Record<Voter, Answer> = {
  karin: consent,
  paul: consent,
  anouk: consent,
  bram: consent,
}

/** Lets people answer on the item whose name begins so; answers its decision. */
export async function say(
  db: Db,
  cast: Cast,
  id: PlanId,
  about: string,
  answers: Partial<Record<Voter, Answer>>,
  now: Moment = NOW_MOMENT,
) {
  const adoption = await readAdoption(db, cast.member('karin'), id, now)
  const asked = adoption?.states.find((state) => itemKey(state.item).startsWith(about))?.decision
  if (!asked) throw new Error(`nothing about ${about} was put to the team`)
  for (const [key, answer] of Object.entries(answers)) {
    done(await speakIn(db, cast.member(key as Voter), asked.id, answer, now))
  }
  return asked.id
}

type Written = Awaited<ReturnType<typeof writtenPlan>>

/** Adopted without any objection: the shortest way; `first` writes what the plan holds besides. */
export async function adoptedPlan(db: Db, first?: (made: Written) => Promise<unknown>) {
  const made = await writtenPlan(db)
  await first?.(made)
  const karin = made.cast.member('karin')
  const asked = {
    parts: [],
    frame: frameFor(made.cast),
    closesAt: CLOSES,
    words: WORDS,
    why: 'Voorgelegd.',
  }
  done(await putForward(db, karin, made.id, asked, NOW_MOMENT))
  await say(db, made.cast, made.id, 'plan', EVERYONE)
  return { ...made, version: done(await adoptPlan(db, karin, made.id, SEAL_WORDS, AFTER)) }
}
