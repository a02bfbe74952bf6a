import type { Db } from '../app/db/database.ts'
import { type DecideAt } from '../app/deciding/decide-desk.ts'
import { sheetOfItem } from '../app/deciding/item-sheet-desk.ts'
import type { Moment } from '../app/kernel/day.ts'
import { termsFor } from '../app/kernel/language.ts'
import type { ItemKind, MeetingItem, Scene } from '../app/meeting/meeting.ts'
import type { NewItem, NewMeeting } from '../app/meeting/meeting-plan.ts'
import { planMeeting } from '../app/meeting/meeting-write-store.ts'
import { markOf } from '../app/meeting/run.ts'
import { leadMeeting } from '../app/meeting/run-store.ts'
import { readScene } from '../app/meeting/scene-store.ts'
import type { Seat } from '../app/meeting/seat.ts'
import type { Answer } from '../app/round/round.ts'
import { speakAs } from '../app/round/round-room-store.ts'
import type { Cast } from './cast.ts'
import { testApp } from './house.ts'
import { type MeetingVisit, newMeeting, visitMeeting } from './meeting-visit.ts'
import { asMember } from './request.ts'
import { done, planOf } from './written-plan.ts'

export const WORDING = { language: 'nl', terms: termsFor('nl', 'ib', 'leraar') } as const

/** A minute of the afternoon of the meeting: `at(7)` is seven minutes after it began. */
export const at = (minute: number) =>
  new Date(Date.parse('2026-11-19T14:30:00.000Z') + minute * 60_000).toISOString() as Moment

/** A meeting that is running, with the acts of who leads and of who has a voice. */
export type LedMeeting = MeetingVisit & {
  seat(key: keyof Cast['people']): Seat
  /** At an item, by who leads (Karin) or somebody else. */
  deciding(kind: ItemKind, minute: number, key?: keyof Cast['people']): Promise<DecideAt>
  goTo(kind: ItemKind, minute: number): Promise<MeetingItem>
  speak(kind: ItemKind, key: keyof Cast['people'], answer: Answer, minute: number): Promise<void>
  everyone(kind: ItemKind, minute: number, ...keys: (keyof Cast['people'])[]): Promise<void>
  sheet(kind: ItemKind, minute: number): ReturnType<typeof sheetOfItem>
}

export const leadMeetingOf = async (db: Db, rest: Partial<NewMeeting> = {}): Promise<LedMeeting> =>
  ledFrom(await visitMeeting(db, rest))

type Ground = Pick<MeetingVisit, 'db' | 'cast' | 'plan'>

/** Another meeting of the same school, on the same plan. */
export async function leadAnother(
  { db, cast, plan }: Ground,
  items: readonly NewItem[],
): Promise<LedMeeting> {
  const given = newMeeting(cast, { planId: plan, items })
  const meeting = done(await planMeeting(db, cast.member('karin'), given, at(0)))
  const now = async () => (await readScene(db, cast.keeper, meeting)) as Scene
  const item = async (kind: ItemKind) => {
    const found = (await now()).items.find((one) => one.kind === kind)
    if (!found) throw new Error(`no ${kind} on this agenda`)
    return found
  }
  const app = testApp(db)
  const { principles, entries } = await planOf(db, cast, plan)
  const [principle] = principles
  const goal = entries.find(({ kind }) => kind === 'general-goal')
  if (!principle || !goal) throw new Error('this plan has no principle or no goal')
  const as = (key: keyof Cast['people']) => asMember(app, db, cast, key)
  const href = `/meeting/${meeting}`
  return ledFrom({
    app,
    db,
    cast,
    plan,
    meeting,
    href,
    principle: principle.id,
    goal: goal.id,
    as,
    now,
    item,
  })
}

async function ledFrom(visit: MeetingVisit): Promise<LedMeeting> {
  const { db } = visit
  const seat = (key: keyof Cast['people']): Seat => ({
    meetingId: visit.meeting,
    schoolId: visit.cast.schoolId,
    person: visit.cast.people[key],
    via: 'session',
    waitsAs: null,
    pass: null,
    actor: visit.cast.member(key),
  })
  done(await leadMeeting(db, seat('karin'), { act: 'open' }, at(0)))
  const led: LedMeeting = {
    ...visit,
    seat,
    deciding: async (kind, minute, key = 'karin') => ({
      db,
      seat: seat(key),
      meetingId: visit.meeting,
      itemId: (await visit.item(kind)).id,
      now: at(minute),
      wording: WORDING,
    }),
    goTo: async (kind, minute) => {
      const scene = await visit.now()
      const item = await visit.item(kind)
      const mark = markOf({ items: scene.items, current: scene.meeting.current })
      done(await leadMeeting(db, seat('karin'), { act: 'go', mark, item: item.id }, at(minute)))
      return visit.item(kind)
    },
    speak: async (kind, key, answer, minute) => {
      const { decisionId } = await visit.item(kind)
      if (decisionId === null) throw new Error('no round on this item')
      const given = { how: 'phone', enteredBy: null } as const
      const actor = visit.cast.member(key)
      const person = visit.cast.people[key]
      done(await speakAs(db, actor, decisionId, person, answer, { ...given, how: 'self' }, at(minute)))
    },
    everyone: async (kind, minute, ...keys) => {
      for (const key of keys) await led.speak(kind, key, { kind: 'consent' }, minute)
    },
    sheet: async (kind, minute) =>
      sheetOfItem(
        { db, now: at(minute) },
        visit.cast.keeper,
        await visit.now(),
        await visit.item(kind),
        WORDING,
      ),
  }
  return led
}
