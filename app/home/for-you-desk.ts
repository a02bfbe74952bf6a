import type { Plan } from '../plan/plan.ts'
import { drawingFor } from '../plan/plan-desk.tsx'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import { planOfToday, readPlan, readPlans } from '../plan/plan-store.ts'
import { readDecisionsOf } from '../round/round-store.ts'
import { isOpenThread } from '../writing/comment.ts'
import { readSeen } from '../writing/comment-read-store.ts'
import type { Asked } from './ask-view.tsx'
import { byMail, type ForYouSheet, forYou, waitingFor } from './for-you.ts'
import type { ForYouAt, ForYouWho } from './for-you-line-desk.ts'
import { linesOfRooms, linesWithoutPlan } from './for-you-rooms-desk.ts'

/** A plan with all that is needed to say what waits in it; `year` when it is not the plan of today. */
export type OfPlan = {
  readonly d: Drawing
  readonly sheet: ForYouSheet
  readonly year: Plan['schoolYear'] | null
}

/** The plan of today first, then those of other years that are not closed: what others wait for in them asks too. */
export async function plansFor(who: ForYouWho): Promise<OfPlan[]> {
  const { db, today } = who.desk
  const { actor } = who.reader
  const shown = await planOfToday(db, actor, today)
  const plans: OfPlan[] = []
  for (const { id, phase } of await readPlans(db, actor)) {
    const plan = id !== shown && phase === 'archived' ? null : await readPlan(db, actor, id)
    if (!plan) continue
    const one = await sheetOf({ ...who, plan }, id === shown)
    if (id === shown) plans.unshift(one)
    else plans.push(one)
  }
  return plans
}

async function sheetOf(at: ForYouAt, isNow: boolean): Promise<OfPlan> {
  const { desk, reader, plan } = at
  const { db, now, today } = desk
  const d = await drawingFor({ desk, reader, plan })
  const { roster, proposals, ends, talk } = d.sheet
  const asked = talk.threads.some(isOpenThread)
  const sheet: ForYouSheet = {
    plan: d.plan,
    roster,
    proposals,
    ends,
    talk,
    today,
    actor: reader.actor,
    decisions: await readDecisionsOf(db, reader.actor, plan.id, now),
    seen: asked ? await readSeen(db, reader.actor, reader.actor.personId, [plan.id]) : new Map(),
    rooms: await linesOfRooms(at, d, isNow),
  }
  return { d, sheet, year: isNow ? null : plan.schoolYear }
}

/** Everything that waits for this person: all of today's plan, and of other years what others wait for. */
export const allAsks = (plans: readonly OfPlan[]): Asked[] =>
  plans.flatMap(({ d, sheet, year }) =>
    (year === null ? forYou(sheet) : waitingFor(sheet)).map((ask) => ({ ask, d, year })),
  )

/** The same in a school that has no plan yet. */
export const asksWithoutPlan = async (who: ForYouWho): Promise<Asked[]> =>
  (await linesWithoutPlan(who)).map((line) => ({ ask: { kind: 'room', line }, d: null, year: null }))

/** Everything that waits for this person, whether there is a plan or not. */
export async function everythingFor(who: ForYouWho): Promise<Asked[]> {
  const plans = await plansFor(who)
  return plans.length === 0 ? asksWithoutPlan(who) : allAsks(plans)
}

/** What the morning letter may tell of. */
export async function asksByMail(who: ForYouWho): Promise<Asked[]> {
  const plans = await plansFor(who)
  return plans.length === 0 ? asksWithoutPlan(who) : ofPlansByMail(plans)
}

const ofPlansByMail = (plans: readonly OfPlan[]): Asked[] =>
  plans.flatMap(({ d, sheet, year }) =>
    (year === null ? byMail(sheet) : waitingFor(sheet)).map((ask) => ({ ask, d, year })),
  )
