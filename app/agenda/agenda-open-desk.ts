import { readAdoption } from '../adoption/adoption-store.ts'
import type { Amendment } from '../adoption/amendment.ts'
import { readAllAmendments } from '../adoption/amendment-store.ts'
import type { Wording } from '../adoption/item-view.ts'
import type { Db } from '../db/database.ts'
import { readEvaluations } from '../evaluation/evaluation-store.ts'
import { countOpenYields } from '../evaluation/yield-store.ts'
import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import type { PlanId } from '../kernel/id.ts'
import type { MeetingItem, Template } from '../meeting/meeting.ts'
import { type NewItem, sameSubject } from '../meeting/meeting-plan.ts'
import { openActions } from '../minutes/action-store.ts'
import { unconfirmedMinutes } from '../minutes/minutes-list-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Actor } from '../session/actor.ts'
import { readTalk } from '../writing/conversation-store.ts'
import { type Offer, offerFor } from './agenda.ts'
import { type OpenScene, openPoints, type Point, pointKey } from './agenda-open.ts'
import { itemFromPoint } from './agenda-point-view.ts'
import { readCarried } from './carried-store.ts'

type Desk = { readonly db: Db; readonly now: Moment }

/** Everything that a meeting about this plan on this day could talk about. */
export async function readOpen(
  { db, now }: Desk,
  actor: Actor,
  planId: PlanId | null,
  day: Day,
): Promise<OpenScene> {
  const adoption = planId && (await readAdoption(db, actor, planId, now))
  const roster = adoption ? adoption.roster : await readRoster(db, actor)
  const shared = {
    roster,
    day,
    carried: await readCarried(db, actor, now),
    minutes: await unconfirmedMinutes(db, actor),
    actions: await openActions(db, actor),
  }
  if (!adoption) return { ...shared, plan: null, states: [], ...NO_PLAN }
  const { plan, states } = adoption
  return {
    ...shared,
    plan,
    states,
    amendments: await readAllAmendments(db, actor, plan),
    talk: await readTalk(db, actor, plan, [plan.id]),
    evaluations: await readEvaluations(db, actor, plan),
    openYields: await countOpenYields(db, actor, plan),
  }
}

const NO_PLAN = {
  amendments: [] as readonly Amendment[],
  talk: { threads: [], suggestions: [] },
  evaluations: [],
  openYields: 0,
} as const

/** A point as one can tick it: its name in the form, and how it would stand on the agenda. */
export type OfferedPoint = { readonly key: string; readonly point: Point; readonly item: NewItem }
export type Offered = { readonly suggested: readonly OfferedPoint[]; readonly rest: readonly OfferedPoint[] }

/** What is open for a meeting of this kind; without what stands on its agenda already. */
export function offered(
  scene: OpenScene,
  template: Template,
  there: readonly MeetingItem[],
  wording: Wording,
): Offered {
  const of = ({ suggested, rest }: Offer) => ({ suggested: suggested.map(asItem), rest: rest.map(asItem) })
  const asItem = (point: Point) => ({
    key: pointKey(point),
    point,
    item: itemFromPoint(scene, point, wording),
  })
  const all = of(offerFor(template, openPoints(scene)))
  const isNew = ({ item }: OfferedPoint) =>
    !there.some(
      (one) => sameSubject(one, item) || (item.carriedFrom !== null && one.carriedFrom === item.carriedFrom),
    )
  return { suggested: all.suggested.filter(isNew), rest: all.rest.filter(isNew) }
}

export const dayOfMoment = (moment: Moment): Day => dayOf(new Date(moment))
