import type { Db } from '../../app/db/database.ts'
import { writeEvaluationText } from '../../app/evaluation/evaluation-store.ts'
import { writeLook } from '../../app/evaluation/team-look-store.ts'
import { promise } from '../../app/evaluation/yield-store.ts'
import type { Day } from '../../app/kernel/day.ts'
import { proposeOutcome } from '../../app/lookback/look-back-decide-store.ts'
import { choosePrinciples, writeTogether } from '../../app/lookback/look-back-room-store.ts'
import { addTheme, sayOfTheme } from '../../app/lookback/theme-store.ts'
import { attend } from '../../app/meeting/attend-store.ts'
import { entryOf } from '../../app/plan/plan.ts'
import { readToShare, shareTime } from '../../app/time/share-store.ts'
import { logTime } from '../../app/time/time-store.ts'
import { LOOKS_BACK, type LookBackRoom, lookBackRoom, sharesYield } from '../look-back-room.ts'
import { done } from '../written-plan.ts'

const SAID = [
  ['anouk', 'Het samen voorbereiden van rekenlessen gaf rust.', 'we'],
  ['bram', 'Rekenen is leuk als je het mag uitleggen aan een ander.', 'pupils'],
  ['petra', 'Fijn dat er in de ochtend gelezen wordt.', 'parents'],
  ['anouk', 'Kijken bij een collega lukte maar twee keer.', 'we'],
] as const

/** A school that looks back on its year: themes, a proposal, words of the team, promises; the themes are before the team. */
export async function lookedSchool(db: Db) {
  const room = await lookBackRoom(db)
  const { cast, id, href } = room
  await room.open()
  await sharesYield(db, cast, id, room.anouk)
  for (const key of ['anouk', 'bram'] as const)
    await attend(db, { seat: room.seatOf(key), person: cast.people[key], what: 'present', now: LOOKS_BACK })
  await themesOf(room)
  await togetherOf(room)
  await sharedTimeOf(room)
  return { cast, id, href, goal: room.goal }
}

async function themesOf({ db, bring, goTo, item, seatOf }: LookBackRoom) {
  const themes = await item('themes')
  await goTo(themes)
  const notes = []
  for (const [key, text, source] of SAID) notes.push(await bring(key, themes, text, source))
  const karin = seatOf('karin')
  const given = { title: 'Rekenen', notes: notes.slice(0, 2) }
  const theme = done(await addTheme(db, karin, themes, given, LOOKS_BACK))
  if (theme === null) throw new Error('no theme was made')
  done(await addTheme(db, karin, themes, { title: 'Rust in de ochtend' }, LOOKS_BACK))
  const said = { outcome: 'Eén keer per periode samen voorbereiden.', becomesGoal: true }
  done(await sayOfTheme(db, karin, themes, theme, said, LOOKS_BACK))
}

async function togetherOf({ db, cast, item, seatOf, plan: readPlan, goal, anouk, principle }: LookBackRoom) {
  const [karin, plan] = [seatOf('karin'), await readPlan()]
  const entry = entryOf(plan, goal)
  if (!entry) throw new Error('no goal to look back on')
  const place = { plan, entry, time: 'end' } as const
  const saw = 'In elke groep zien kinderen wat ze gaan leren.'
  done(await writeEvaluationText(db, cast.member('karin'), place, 'saw', saw, null, LOOKS_BACK))
  const adjust = { next: 'adjust', words: 'Per periode één stap.' }
  done(await proposeOutcome(db, karin, await item('evaluation', goal), adjust, LOOKS_BACK))
  const part = await item('coordinator-part')
  done(await writeTogether(db, karin, part, 'Het meekijken hielp.', 0, LOOKS_BACK))
  const drop = new Map([[principle, 'drop']])
  done(await choosePrinciples(db, karin, await item('plan-itself'), drop, LOOKS_BACK))
  const year = { plan, time: 'end' } as const
  done(await writeLook(db, cast.member('karin'), year, 'conditions', 'Twee uur was krap.', 0, LOOKS_BACK))
  const shared = { what: 'hoe ik met wisbordjes werk', withWhom: 'de onderbouw', dueOn: null }
  const hers = { ...shared, entryId: anouk, person: cast.people.anouk }
  done(await promise(db, cast.member('anouk'), plan, hers, false, LOOKS_BACK))
}

/** Karin wrote down a week of November and shared what it went to. */
async function sharedTimeOf({ db, cast, plan: readPlan }: LookBackRoom) {
  const [karin, plan, today] = [cast.member('karin'), await readPlan(), '2026-11-23' as Day]
  const piece = { day: '2026-11-17' as Day, startedAt: null, domains: ['learning'], source: 'tap' } as const
  const care = { ...piece, subject: { what: 'care' }, aim: 'curative', minutes: 60, once: 'care' } as const
  const other = {
    ...piece,
    subject: { what: 'other' },
    aim: 'preventive',
    minutes: 120,
    once: 'other',
  } as const
  for (const one of [care, other]) done(await logTime(db, karin, one, LOOKS_BACK))
  const read = (await readToShare(db, karin, plan, today))?.print ?? ''
  const sharing = { parts: ['balance', 'domains'], audience: 'team', read } as const
  done(await shareTime(db, karin, plan, sharing, today, LOOKS_BACK))
}
