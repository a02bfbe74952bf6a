import type { Selectable } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Day, Moment } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { isWithin } from '../kernel/school-year.ts'
import type { Entry, EvaluationMoment } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { isOwner } from '../plan/plan-may.ts'
import { readPlan } from '../plan/plan-store.ts'
import { setMoments } from '../plan/tie-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { type DayAnswer, type DayProposal, type DayProposalId, momentOn, withMoved } from './proposal.ts'
import { mayAnswerDay, mayMoveEvaluation, mayProposeDay, type YearNo } from './year-may.ts'

/** Sole writer of year_proposal, and how the day of an evaluation moves from the year. */

const proposalFrom = (row: Selectable<Tables['year_proposal']>): DayProposal => ({
  id: row.id,
  planId: row.plan_id,
  entryId: row.entry_id,
  occasion: row.occasion as EvaluationMoment['occasion'],
  from: row.from_day,
  to: row.to_day,
  proposedAt: row.proposed_at,
  proposedBy: row.proposed_by,
  answered:
    row.answered_at === null
      ? null
      : { as: row.answer as DayAnswer['as'], became: row.became, at: row.answered_at },
})

/** Everything that was proposed about the days of a plan, the newest first. Views show each only to the two. */
export async function dayProposalsOf(db: Db, actor: Actor, plan: Pick<Plan, 'id'>): Promise<DayProposal[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('year_proposal')
      .selectAll()
      .where('school_id', '=', actor.schoolId)
      .where('plan_id', '=', plan.id)
      .orderBy('id', 'desc')
      .execute(),
  )
  return rows.map(proposalFrom)
}

/** What waits for an answer of this person, of this plan. */
export async function openDayProposals(db: Db, actor: Actor, plan: Plan): Promise<DayProposal[]> {
  const all = await dayProposalsOf(db, actor, plan)
  return all.filter((one) => {
    const entry = entryOf(plan, one.entryId)
    return one.answered === null && entry !== null && isMine(actor, entry) && stillStands(entry, one)
  })
}

const isMine = (actor: Actor, entry: Entry) => actor.kind === 'member' && isOwner(actor, entry)
const stillStands = (entry: Entry, { occasion, from }: DayProposal) =>
  momentOn(entry, occasion, from) !== undefined

/** What a moment that moves says: which of the entry's moments, and the day it goes to. */
export type DayMove = {
  readonly occasion: EvaluationMoment['occasion']
  readonly from: Day
  readonly to: Day
}

/** Moves the day of an evaluation, for whoever may; an open proposal about it lapses. */
export async function moveEvaluation(
  db: Db,
  actor: Actor,
  plan: Plan,
  entry: Entry,
  move: DayMove,
  now: Moment,
): Promise<null | YearNo> {
  const may = mayMoveEvaluation(actor, plan, entry)
  if (!may.may) return { refused: 'may-not', because: may.because }
  const no = whyNotMove(plan, entry, move)
  if (no) return no
  return db.write(actor, async (_sql, tx) => {
    const done = await moveInside(tx, actor, plan, move, entry)
    if (isRefusal(done)) return done
    await lapse(tx, actor, entry, move, now)
    return null
  })
}

function whyNotMove({ schoolYear }: Plan, entry: Entry, { occasion, from, to }: DayMove): YearNo | null {
  if (!momentOn(entry, occasion, from)) return refuse('moment-gone')
  if (from === to) return refuse('same-day', 'day')
  if (!isWithin(schoolYear, to)) return refuse('outside-year', 'day')
  return entry.moments.some(({ onDay }) => onDay === to) ? refuse('day-taken', 'day') : null
}

/** Within a transaction, on the plan as it stands there. */
async function moveInside(
  tx: Db,
  actor: Actor,
  { id }: Plan,
  { occasion, from, to }: DayMove,
  { id: entryId }: Entry,
): Promise<null | YearNo> {
  await tx.hold(id)
  const plan = await readPlan(tx, actor, id)
  const entry = plan && entryOf(plan, entryId)
  const moments = entry ? withMoved(entry, occasion, from, to) : null
  if (!plan || !entry || !moments) return refuse('moment-gone')
  const no = await setMoments(tx, actor, plan, entry, moments)
  if (!no) return null
  return no.refused === 'may-not' ? no : refuse('day-taken', 'day')
}

const lapse = (tx: Db, actor: Actor, entry: Entry, { occasion, from }: DayMove, now: Moment) =>
  tx.write(actor, (sql) =>
    sql
      .updateTable('year_proposal')
      .set({ answer: 'lapsed', answered_at: now, answered_by: personOf(actor) })
      .where('school_id', '=', actor.schoolId)
      .where('entry_id', '=', entry.id)
      .where('occasion', '=', occasion)
      .where('from_day', '=', from)
      .where('answered_at', 'is', null)
      .execute(),
  )

/** Lays another day before whose track it is. One proposal about one moment lies open at a time: a new one replaces it. */
export async function proposeDay(
  db: Db,
  actor: Actor,
  plan: Plan,
  entry: Entry,
  move: DayMove,
  now: Moment,
): Promise<DayProposalId | YearNo> {
  const may = mayProposeDay(actor, plan, entry)
  if (!may.may) return { refused: 'may-not', because: may.because }
  const no = whyNotMove(plan, entry, move)
  if (no) return no
  return db.write(actor, async (sql, tx) => {
    await tx.hold(plan.id)
    const there = (await dayProposalsOf(tx, actor, plan)).find(
      (one) => one.answered === null && one.entryId === entry.id && one.from === move.from,
    )
    if (there?.to === move.to) return refuse('proposed-already', 'day')
    if (there) await answerRow(tx, actor, there.id, { as: 'withdrawn', became: null, at: now })
    const id = newId<'year-proposal'>()
    const what = { occasion: move.occasion, from_day: move.from, to_day: move.to }
    const open = { answer: null, became: null, answered_at: null, answered_by: null }
    const record = { proposed_at: now, proposed_by: personOf(actor) }
    const of = { school_id: actor.schoolId, plan_id: plan.id, entry_id: entry.id }
    await sql
      .insertInto('year_proposal')
      .values({ id, ...of, ...what, ...open, ...record })
      .execute()
    return id
  })
}

const answerRow = (tx: Db, actor: Actor, id: DayProposalId, { as, became, at }: DayAnswer) =>
  tx.write(actor, (sql) =>
    sql
      .updateTable('year_proposal')
      .set({ answer: as, became, answered_at: at, answered_by: personOf(actor) })
      .where('school_id', '=', actor.schoolId)
      .where('id', '=', id)
      .where('answered_at', 'is', null)
      .execute(),
  )

/** Yes, another day, or it stays where it is; answered once. */
export async function answerDay(
  db: Db,
  actor: Actor,
  plan: Plan,
  id: DayProposalId,
  chosen: Day | 'yes' | 'no',
  now: Moment,
): Promise<null | YearNo> {
  return db.write(actor, async (_sql, tx) => {
    await tx.hold(plan.id)
    const there = (await dayProposalsOf(tx, actor, plan)).find((one) => one.id === id)
    const now_ = await readPlan(tx, actor, plan.id)
    const entry = there && now_ ? entryOf(now_, there.entryId) : null
    if (!there || !now_ || !entry) return refuse('moment-gone')
    const may = mayAnswerDay(actor, entry)
    if (!may.may) return { refused: 'may-not', because: may.because }
    if (there.answered !== null) return refuse('answered-already')
    const to = chosen === 'yes' ? there.to : chosen === 'no' ? null : chosen
    const move = to && { occasion: there.occasion, from: there.from, to }
    const no = move
      ? (whyNotMove(now_, entry, move) ?? (await moveInside(tx, actor, now_, move, entry)))
      : null
    if (no) return no
    const as = to === null ? 'no' : to === there.to ? 'yes' : 'other'
    await answerRow(tx, actor, id, { as, became: to, at: now })
    return null
  })
}

/** Takes back what one proposed oneself. */
export async function withdrawDay(
  db: Db,
  actor: Actor,
  plan: Plan,
  id: DayProposalId,
  now: Moment,
): Promise<null | YearNo> {
  return db.write(actor, async (_sql, tx) => {
    await tx.hold(plan.id)
    const there = (await dayProposalsOf(tx, actor, plan)).find((one) => one.id === id)
    if (!there || there.proposedBy !== personOf(actor)) return refuse('moment-gone')
    if (there.answered !== null) return refuse('answered-already')
    await answerRow(tx, actor, id, { as: 'withdrawn', became: null, at: now })
    return null
  })
}
