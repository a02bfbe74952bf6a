import type { Db } from '../app/db/database.ts'
import type { Moment } from '../app/kernel/day.ts'
import type { EntryId, MeetingId, PlanId, PrincipleId } from '../app/kernel/id.ts'
import type { Deciding, ItemKind, MeetingItem, Scene } from '../app/meeting/meeting.ts'
import type { NewItem, NewMeeting } from '../app/meeting/meeting-plan.ts'
import { planMeeting } from '../app/meeting/meeting-write-store.ts'
import { readScene } from '../app/meeting/scene-store.ts'
import type { Cast } from './cast.ts'
import { NOW_MOMENT } from './cast.ts'
import { testApp } from './house.ts'
import { type App, asMember, type Visitor } from './request.ts'
import { done, writtenPlan } from './written-plan.ts'

/** Who has a voice in the meeting of these tests. */
export const VOTERS = ['karin', 'paul', 'anouk', 'bram', 'petra', 'youssef'] as const

/** A meeting that is planned for this afternoon, on a plan in input, with Karin in the chair and Anouk at the minutes. */
export type MeetingVisit = {
  readonly app: App
  readonly db: Db
  readonly cast: Cast
  readonly plan: PlanId
  readonly meeting: MeetingId
  /** '/meeting/…' */
  readonly href: string
  readonly principle: PrincipleId
  readonly goal: EntryId
  as(key: keyof Cast['people']): Promise<Visitor>
  /** The meeting as it lies in the database now. */
  now(): Promise<Scene>
  /** The first item of a kind. */
  item(kind: ItemKind): Promise<MeetingItem>
}

/** Half past three in Amsterdam on the fixed day. */
export const STARTS = '2026-11-19T14:30:00.000Z' as Moment

/** An item of the agenda with sensible minutes and purpose. */
export const newItem = (
  kind: ItemKind,
  subjectId: string | null = null,
  rest: Partial<NewItem> = {},
): NewItem => ({
  kind,
  subjectId,
  title: { principle: 'Principe 1', goal: 'Doel 1', plan: 'Het plan als geheel' }[kind as string] ?? kind,
  text: '',
  purpose: 'decision',
  minutes: 10,
  carriedFrom: null,
  ...rest,
})

/** Consent of six colleagues, four of whom have to answer. */
export const decidingOf = (cast: Cast, rest: Partial<Deciding> = {}): Deciding => ({
  rule: { kind: 'consent' },
  quorum: 4,
  unnamed: false,
  absentDays: null,
  voters: VOTERS.map((key) => cast.people[key]),
  ...rest,
})

/** An adoption meeting of the cast: Karin leads, Anouk takes the minutes. */
export const newMeeting = (cast: Cast, rest: Partial<NewMeeting> = {}): NewMeeting => ({
  template: 'adoption',
  planId: null,
  title: 'Vaststelling van het begeleidingsplan',
  startsAt: STARTS,
  minutes: 90,
  place: 'Teamkamer',
  chair: cast.people.karin,
  minuteTaker: cast.people.anouk,
  deciding: decidingOf(cast),
  items: [],
  ...rest,
})

/** Plans it: one principle, one goal and the plan as a whole, on a plan in input. */
export async function visitMeeting(db: Db, rest: Partial<NewMeeting> = {}): Promise<MeetingVisit> {
  const { cast, id: plan, principle, goal } = await writtenPlan(db)
  const app = testApp(db)
  const items = [newItem('principle', principle), newItem('goal', goal), newItem('plan')]
  const given = newMeeting(cast, { planId: plan, items, ...rest })
  const meeting = done(await planMeeting(db, cast.member('karin'), given, NOW_MOMENT))
  const now = async () => (await readScene(db, cast.keeper, meeting)) as Scene
  return {
    app,
    db,
    cast,
    plan,
    meeting,
    href: `/meeting/${meeting}`,
    principle,
    goal,
    as: (key) => asMember(app, db, cast, key),
    now,
    item: async (kind) => itemOfKind(await now(), kind),
  }
}

function itemOfKind({ items }: Scene, kind: ItemKind) {
  const found = items.find((item) => item.kind === kind)
  if (!found) throw new Error(`no ${kind} on this agenda`)
  return found
}
