import type { Db } from '../app/db/database.ts'
import type { Moment } from '../app/kernel/day.ts'
import type { EntryId, MeetingItemId, SayId } from '../app/kernel/id.ts'
import { isRefusal } from '../app/kernel/refusal.ts'
import { currentItem, type ItemKind, type SaySource, type Scene } from '../app/meeting/meeting.ts'
import type { NewMeeting } from '../app/meeting/meeting-plan.ts'
import { planMeeting } from '../app/meeting/meeting-write-store.ts'
import { markOf } from '../app/meeting/run.ts'
import { leadMeeting, readRun } from '../app/meeting/run-store.ts'
import { addSay } from '../app/meeting/say-store.ts'
import { readScene } from '../app/meeting/scene-store.ts'
import type { Seat } from '../app/meeting/seat.ts'
import { addEntry } from '../app/plan/entry-store.ts'
import { entryOf } from '../app/plan/plan.ts'
import { movePlan } from '../app/plan/plan-store.ts'
import { tieEntry } from '../app/plan/tie-store.ts'
import type { Cast } from './cast.ts'
import { testApp } from './house.ts'
import { newItem, newMeeting } from './meeting-visit.ts'
import { asMember } from './request.ts'
import { adoptedPlan, done, planOf } from './written-plan.ts'

/** The afternoon on which the team looks back on the year. */
export const LOOKS_BACK = '2027-06-17T13:00:00.000Z' as Moment

type Key = keyof Cast['people']

/** The learning team of Bram, with a track of its own in the adopted plan. */
async function teamTrack(db: Db, cast: Cast, id: Awaited<ReturnType<typeof adoptedPlan>>['id']) {
  const bram = cast.member('bram')
  const [learningTeamId] = bram.learningTeams
  if (!learningTeamId) throw new Error('Bram is in no learning team')
  const track = { kind: 'learning-team-track', learningTeamId, texts: { goal: 'Samen leren' } } as const
  return done(await addEntry(db, bram, await planOf(db, cast, id), track, LOOKS_BACK))
}

/** Anouk shares her yield from here on. */
export async function sharesYield(db: Db, cast: Cast, id: Parameters<typeof planOf>[2], track: EntryId) {
  const plan = await planOf(db, cast, id)
  const entry = entryOf(plan, track)
  if (!entry) throw new Error('no such track')
  const no = await tieEntry(db, cast.member('anouk'), plan, entry, { shareChoice: 'share' })
  if (no) throw new Error(no.refused)
}

/** The end evaluation of an adopted plan: Karin leads, Paul takes the minutes; nothing is shared yet. */
export async function lookBackRoom(db: Db, rest: (cast: Cast) => Partial<NewMeeting> = () => ({})) {
  const made = await adoptedPlan(db)
  const { cast, id, goal, anouk } = made
  const karin = cast.member('karin')
  const team = await teamTrack(db, cast, id)
  for (const phase of ['mid-evaluation', 'end-evaluation'] as const)
    done(await movePlan(db, karin, await planOf(db, cast, id), phase, 'We kijken terug.', LOOKS_BACK))
  const items = [
    newItem('themes', null, { purpose: 'opinion', title: 'Wat nemen we mee?' }),
    newItem('evaluation', goal, { title: 'Terugkijken op doel 1' }),
    newItem('evaluation', anouk, { purpose: 'opinion', title: 'Anouk vertelt' }),
    newItem('evaluation', team, { purpose: 'opinion', title: 'Leerteam Rekenen' }),
    newItem('coordinator-part', null, { purpose: 'opinion', title: 'Wat hebben we aan elkaar gehad?' }),
    newItem('plan-itself', null, { purpose: 'opinion', title: 'Het plan zelf' }),
    newItem('conditions', null, { purpose: 'informing', title: 'De voorwaarden' }),
    newItem('yields', null, { purpose: 'informing', title: 'Wat delen we?' }),
  ]
  const given = newMeeting(cast, {
    template: 'end-evaluation',
    planId: id,
    title: 'Terugkijken op het jaar',
    startsAt: LOOKS_BACK,
    minuteTaker: cast.people.paul,
    items,
    ...rest(cast),
  })
  const meeting = done(await planMeeting(db, karin, given, LOOKS_BACK))
  const now = async () => (await readScene(db, cast.keeper, meeting)) as Scene
  const app = testApp(db, { now: () => new Date(LOOKS_BACK) })
  const seatOf = (key: Key): Seat => ({
    meetingId: meeting,
    schoolId: cast.schoolId,
    person: cast.people[key],
    via: 'session',
    pass: null,
    waitsAs: null,
    actor: cast.member(key),
  })
  const led = async (act: Parameters<typeof leadMeeting>[2]) => {
    const answer = await leadMeeting(db, seatOf('karin'), act, LOOKS_BACK)
    if (answer === null || isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  }
  const mark = async () => markOf(await readRun(db, karin, await now(), LOOKS_BACK))
  const itemFor = async (kind: ItemKind, subject: string | null = null) => {
    const { items } = await now()
    const found = items.find((one) => one.kind === kind && (subject === null || one.subjectId === subject))
    if (!found) throw new Error(`no ${kind} on this agenda`)
    return found.id
  }
  return {
    ...made,
    db,
    app,
    team,
    meeting,
    href: `/meeting/${meeting}`,
    now,
    seatOf,
    led,
    mark,
    item: itemFor,
    plan: () => planOf(db, cast, id),
    as: (key: Key) => asMember(app, db, cast, key, new Date(LOOKS_BACK)),
    open: () => led({ act: 'open' }),
    /** On until this item is before the team. */
    goTo: async (item: MeetingItemId) => {
      for (let step = 0; step < items.length && currentItem(await now())?.id !== item; step++)
        await led({ act: 'next', mark: await mark(), leave: 'done' })
    },
    /** Brings something in, by name. */
    bring: async (key: Key, item: MeetingItemId, text: string, source: SaySource | null = null) =>
      done(await addSay(db, seatOf(key), item, { kind: 'input', text, source }, LOOKS_BACK)) as SayId,
  }
}
export type LookBackRoom = Awaited<ReturnType<typeof lookBackRoom>>
