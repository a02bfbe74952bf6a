import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { goalPlaces } from '../adoption/goal-place.ts'
import { mayMakeGoal } from '../adoption/goal-place-may.ts'
import { meetingsAhead } from '../agenda/ahead-store.ts'
import { dayOf, weekDay } from '../kernel/day.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import { readPlans } from '../plan/plan-store.ts'
import type { TopicKey } from '../school/topic.ts'
import { topicsOf } from '../school/topic-store.ts'
import { topicNames } from '../school/topic-text.ts'
import { hasRole, type Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import type { PatternSheet } from './pattern-sheet.ts'
import { patternsOf } from './pattern-store.ts'
import { ownTexts, shownTexts } from './pattern-text-store.ts'

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
    places: places.filter((place) => mayMakeGoal(actor, plans, place)),
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

async function meetingsFor({ desk, reader }: At): Promise<PatternSheet['meetings']> {
  const ahead = await meetingsAhead(desk.db, reader.actor, desk.now)
  return ahead.map(({ id, title, startsAt }) => ({
    id,
    title,
    when: weekDay(dayOf(new Date(startsAt)), reader.language),
  }))
}
