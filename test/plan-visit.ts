import { expect } from 'vitest'
import type { Db } from '../app/db/database.ts'
import type { EntryId, PlanId } from '../app/kernel/id.ts'
import { parseId } from '../app/kernel/id.ts'
import { entryOf, type Plan } from '../app/plan/plan.ts'
import { readPlan } from '../app/plan/plan-store.ts'
import { type Cast, settleCast } from './cast.ts'
import { testApp } from './house.ts'
import { type App, asMember, type Visitor } from './request.ts'

/** A school with an empty plan of this year, and the way in for everyone of the cast. */
export type PlanVisit = {
  readonly app: App
  readonly db: Db
  readonly cast: Cast
  readonly plan: PlanId
  /** '/plan/…' */
  readonly href: string
  /** Karin, who coordinates. */
  readonly karin: Visitor
  as(key: keyof Cast['people']): Promise<Visitor>
  /** The plan as it lies in the database now. */
  now(): Promise<Plan>
}

/** Karin begins an empty plan, by the page on which one does. */
export async function visitPlan(db: Db): Promise<PlanVisit> {
  const cast = await settleCast(db)
  const app = testApp(db)
  const as = (key: keyof Cast['people']) => asMember(app, db, cast, key)
  const karin = await as('karin')
  const made = await karin.post('/plan/new', { schoolYear: '2026-2027' })
  const href = made.headers.get('location') ?? ''
  const plan = parseId<'plan'>(href.split('/')[2])
  if (!plan) throw new Error(`no plan was begun: ${made.status}`)
  const now = async () => (await readPlan(db, cast.keeper, plan)) as Plan
  return { app, db, cast, plan, href, karin, as, now }
}

/** Follows a good post to the page it goes to. */
export async function follow(visitor: Visitor, answer: Response): Promise<string> {
  expect(answer.status).toBe(303)
  const to = (answer.headers.get('location') ?? '').split('#')[0] ?? ''
  const page = await visitor.get(to)
  expect(page.status).toBe(200)
  return page.text()
}

/** Adds a goal by its title, as the form on the page does. */
export async function addGoal(visit: PlanVisit, title: string, kind = 'general-goal'): Promise<EntryId> {
  const made = await visit.karin.post(`${visit.href}/entry`, { kind, title })
  const id = parseId<'entry'>(
    new URL(made.headers.get('location') ?? '', 'http://x').searchParams.get('edit'),
  )
  if (!id) throw new Error(`no goal was added: ${made.status}`)
  return id
}

/** Somebody begins the own track with one text. */
export async function ownTrack(visit: PlanVisit, key: keyof Cast['people'], goal: string): Promise<EntryId> {
  const visitor = await visit.as(key)
  const made = await visitor.post(`${visit.href}/entry`, { kind: 'teacher-track', own: 'yes' })
  const id = parseId<'entry'>(
    new URL(made.headers.get('location') ?? '', 'http://x').searchParams.get('edit'),
  )
  if (!id) throw new Error(`no track was begun: ${made.status}`)
  await visitor.post(`${visit.href}/entry/${id}`, { 'text.goal': goal, 'base.goal': '0' })
  return id
}

export const entryNow = async (visit: PlanVisit, id: EntryId) => {
  const entry = entryOf(await visit.now(), id)
  if (!entry) throw new Error('the entry is gone')
  return entry
}
