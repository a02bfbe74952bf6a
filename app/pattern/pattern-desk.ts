import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { dayOf, weekDay } from '../kernel/day.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import type { PlanLine } from '../plan/plan.ts'
import { mayAmendGoals, mayArrange } from '../plan/plan-may.ts'
import { readPlans } from '../plan/plan-store.ts'
import type { TopicKey } from '../school/topic.ts'
import { topicsOf } from '../school/topic-store.ts'
import { topicNames } from '../school/topic-text.ts'
import { hasRole, type Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { meetingsAhead } from './agenda-store.ts'
import type { PatternSheet } from './pattern-sheet.ts'
import { patternsOf } from './pattern-store.ts'
import { ownTexts, shownTexts } from './pattern-text-store.ts'
import { type GoalPlace, goalPlaces } from './place.ts'

/** Who asks for the page of patterns, and what it is drawn from. */
export type AtPatterns = { readonly desk: Desk; readonly reader: Reader; readonly sheet: PatternSheet }

export async function patternsAt(c: Context<OnDesk>): Promise<AtPatterns> {
  const desk = deskOf(c)
  const reader = readerOf(c)
  return { desk, reader, sheet: await sheetFor({ desk, reader }) }
}

type At = Pick<AtPatterns, 'desk' | 'reader'>

/** What a card is drawn from. */
export async function ground({ desk, reader }: At) {
  const { db, today } = desk
  const { actor, language, terms } = reader
  const scene = await patternsOf(db, actor, today)
  if (scene === null) throw new HTTPException(403)
  const names = topicNames(await topicsOf(db, actor), language)
  const plans = await readPlans(db, actor)
  const places = goalPlaces(plans, schoolYearOf(today))
  return {
    scene,
    places: places.filter((place) => mayMake(reader, plans, place)),
    isNoPlace: places.length === 0,
    isCoordinator: hasRole(actor, 'coordinator'),
    language,
    terms,
    nameOf: (topic: TopicKey) => names.get(topic) ?? '',
  }
}

async function sheetFor(at: At): Promise<PatternSheet> {
  const { db, now } = at.desk
  const { actor } = at.reader
  return {
    ...(await ground(at)),
    own: await ownTexts(db, actor, now),
    texts: await shownTexts(db, actor),
    meetings: await meetingsFor(at),
  }
}

/** Writing in a plan is for who holds its pen; proposing a goal in an adopted one for everybody of the team. */
function mayMake({ actor }: Reader, plans: readonly PlanLine[], { planId, kind }: GoalPlace): boolean {
  const plan = plans.find(({ id }) => id === planId)
  return plan !== undefined && (kind === 'draft' ? mayArrange(actor, plan) : mayAmendGoals(actor, plan)).may
}

async function meetingsFor({ desk, reader }: At): Promise<PatternSheet['meetings']> {
  const ahead = await meetingsAhead(desk.db, reader.actor, desk.now)
  return ahead.map(({ id, title, startsAt }) => ({
    id,
    title,
    when: weekDay(dayOf(new Date(startsAt)), reader.language),
  }))
}
