import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type ProposalId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { tidyText } from '../writing/passage.ts'
import { writePassage } from '../writing/passage-store.ts'
import type { Entry, EntryText } from './entry.ts'
import { markAgreed, touchEntry } from './entry-store.ts'
import { entryOf, type Plan } from './plan.ts'
import {
  mayAnswer,
  mayPropose,
  mayProposeInMeeting,
  mayReadProposal,
  mayTakeOver,
  mayTypeInMeeting,
} from './plan-may.ts'
import { type PlanNo, unless } from './plan-no.ts'
import { touchPlan } from './plan-store.ts'
import { changesIn, type Outcome, type Proposal, type Source } from './proposal.ts'

/** The proposals on tracks of a plan that this actor may see: those of which the actor is one of the two. */
export async function readProposals(db: Db, actor: Actor, plan: Plan): Promise<Proposal[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('proposal')
      .selectAll()
      .where('plan_id', '=', plan.id)
      .where('school_id', '=', actor.schoolId)
      .orderBy('made_at', 'desc')
      .execute(),
  )
  return rows.map(proposalOf).filter((proposal) => {
    const entry = entryOf(plan, proposal.entryId)
    return entry !== null && mayReadProposal(actor, entry, proposal).may
  })
}

export type NewProposal = { texts: Partial<Record<string, string>>; source: Source; note?: string | null }

/** Lays texts before the owner of a track. What is the same as it stands is left out. */
export async function propose(
  db: Db,
  actor: Actor,
  plan: Plan,
  entry: Entry,
  given: NewProposal,
  now: Moment,
): Promise<ProposalId | PlanNo> {
  const may = given.source === 'meeting' ? mayProposeInMeeting : mayPropose
  const no = unless(may(actor, plan, entry))
  if (no) return no
  const tidy: Partial<Record<string, string>> = {}
  for (const [field, raw] of Object.entries(given.texts)) {
    const text = tidyText(raw ?? '')
    if (isRefusal(text)) return text
    tidy[field] = text
  }
  const texts = changesIn(entry, tidy)
  if (Object.keys(texts).length === 0) return refuse('nothing-proposed')
  return db.write(actor, (sql) => insertProposal(sql, actor, plan, entry, { ...given, texts }, now))
}

/** For who has checked the right (carrying over last year's plan): stores the proposal. */
export async function insertProposal(
  sql: Sql,
  actor: Actor,
  plan: Pick<Plan, 'id' | 'phase' | 'changes'>,
  entry: Pick<Entry, 'id'>,
  given: NewProposal,
  now: Moment,
) {
  const id = newId<'proposal'>()
  await sql
    .insertInto('proposal')
    .values({
      id,
      school_id: actor.schoolId,
      plan_id: plan.id,
      entry_id: entry.id,
      texts: JSON.stringify(given.texts),
      source: given.source,
      note: given.note?.trim() || null,
      made_by: personOf(actor),
      made_at: now,
      outcome: null,
      answered_at: null,
      answered_by: null,
      answer: null,
    })
    .execute()
  await touchPlan(sql, actor, plan)
  return id
}

export type Answer = {
  readonly outcome: Exclude<Outcome, 'withdrawn'>
  /** With 'changed': the texts as the owner wants them. */
  readonly texts?: Partial<Record<EntryText, string>>
  readonly answer?: string | null
  /** Said in a meeting: also while the plan lies before the team. */
  readonly inMeeting?: boolean
}

/** The owner takes the texts over, changes them or leaves them; taking over is standing behind the text. */
export async function answerProposal(
  db: Db,
  actor: Actor,
  plan: Plan,
  entry: Entry,
  proposal: Proposal,
  answer: Answer,
  now: Moment,
): Promise<null | PlanNo> {
  const takesOver = answer.outcome !== 'declined'
  const mayTake = answer.inMeeting ? mayTypeInMeeting : mayTakeOver
  const no = unless(takesOver ? mayTake(actor, plan, entry) : mayAnswer(actor, plan, entry))
  if (no) return no
  return db.write(actor, async (sql, tx) => {
    if (!(await close(sql, actor, proposal.id, answer, now))) return refuse('already-answered')
    if (takesOver) {
      const wrong = await takeOver(
        tx,
        actor,
        plan,
        entry,
        answer.outcome === 'changed' ? { ...proposal.texts, ...answer.texts } : proposal.texts,
        now,
      )
      if (wrong) return wrong
      if (entry.agreedAt === null) await markAgreed(sql, actor, entry, now)
    }
    await touchEntry(sql, actor, plan, entry)
    return null
  })
}

/** The maker takes a proposal back that has not been answered. */
export async function withdrawProposal(
  db: Db,
  actor: Actor,
  plan: Plan,
  proposal: Proposal,
  now: Moment,
): Promise<null | PlanNo> {
  if (actor.kind !== 'member' || proposal.madeBy !== actor.personId)
    return { refused: 'may-not', because: 'between-these-two' }
  return db.write(actor, async (sql) => {
    if (!(await close(sql, actor, proposal.id, { outcome: 'withdrawn' }, now)))
      return refuse('already-answered')
    await touchPlan(sql, actor, plan)
    return null
  })
}

async function close(
  sql: Sql,
  actor: Actor,
  id: ProposalId,
  answer: { outcome: Outcome; answer?: string | null },
  now: Moment,
) {
  const closed = await sql
    .updateTable('proposal')
    .set({
      outcome: answer.outcome,
      answered_at: now,
      answered_by: personOf(actor),
      answer: answer.answer?.trim() || null,
    })
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return closed.numUpdatedRows > 0n
}

async function takeOver(
  tx: Db,
  actor: Actor,
  plan: Plan,
  entry: Entry,
  texts: Proposal['texts'],
  now: Moment,
) {
  for (const [field, text] of Object.entries(texts)) {
    const saved = await writePassage(
      tx,
      actor,
      { ownerId: entry.id, field, scopeId: plan.id },
      text,
      null,
      now,
    )
    if (isRefusal(saved)) return saved
  }
  return null
}

const proposalOf = (row: Selectable<Tables['proposal']>): Proposal => ({
  id: row.id,
  entryId: row.entry_id,
  texts: JSON.parse(row.texts) as Proposal['texts'],
  source: row.source as Source,
  note: row.note,
  madeBy: row.made_by,
  madeAt: row.made_at,
  outcome: row.outcome as Outcome | null,
  answeredAt: row.answered_at,
  answeredBy: row.answered_by,
  answer: row.answer,
})

/** Wipes what was proposed for a track whose term has come; that there was a proposal stays. */
export async function eraseProposals(sql: Sql, actor: Actor, entryId: Entry['id']) {
  await sql
    .updateTable('proposal')
    .set({ texts: '{}', note: null, answer: null })
    .where('entry_id', '=', entryId)
    .where('school_id', '=', actor.schoolId)
    .execute()
}
