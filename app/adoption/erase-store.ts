import type { ExpressionBuilder } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import type { EntryId, PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { evaluationIdsOf } from '../plan/evaluation-id.ts'
import { forgetActsOn } from '../plan/own-change-store.ts'
import type { Phase } from '../plan/plan.ts'
import { touchPlan } from '../plan/plan-store.ts'
import { eraseProposals } from '../plan/proposal-store.ts'
import { eraseFromSnapshots } from '../plan/snapshot-store.ts'
import { termEnds } from '../school/retention.ts'
import type { Actor } from '../session/actor.ts'
import { eraseThreads } from '../writing/comment-read-store.ts'
import { erasePassages } from '../writing/passage-store.ts'
import { eraseSuggestions } from '../writing/suggestion-store.ts'
import { eraseAmendments } from './amendment-write-store.ts'
import type { AdoptionRefusal } from './seal.ts'
import { eraseSealed } from './seal-store.ts'

/** A track whose text may go: its teacher left, and the school's term has come. */
export type Erasable = {
  readonly entryId: EntryId
  readonly personId: PersonId
  readonly name: string
  /** The first day on which the text may go. */
  readonly from: Day
  /** The year of the plan that it stands in. */
  readonly year: SchoolYear
}

/** The tracks of the school whose texts may go and are still there. */
export async function readErasable(db: Db, actor: Actor, now: Moment): Promise<Erasable[]> {
  const rows = await db.read(actor, (sql) => leftOnes(sql, actor).execute())
  return rows.flatMap((row) => {
    const from = row.leftOn === null ? null : termEnds(row.leftOn, row.retentionYears)
    return from !== null && from <= today(now)
      ? [{ entryId: row.entryId, personId: row.personId, name: row.name, from, year: row.year }]
      : []
  })
}

const today = (now: Moment) => dayOf(new Date(now))

/** Anything written of a track that is still there: in the plan, in a sealed version, proposed, or said in looking back. */
const holdsText = (is: ExpressionBuilder<Tables, 'entry'>) =>
  is.or([
    is.exists(
      is
        .selectFrom('version_entry')
        .select('version_entry.entry_id')
        .whereRef('version_entry.entry_id', '=', 'entry.id')
        .where('version_entry.content', 'is not', null),
    ),
    is.exists(
      is.selectFrom('passage').select('passage.owner_id').whereRef('passage.owner_id', '=', 'entry.id'),
    ),
    is.exists(
      is
        .selectFrom('proposal')
        .select('proposal.id')
        .whereRef('proposal.entry_id', '=', 'entry.id')
        .where('proposal.texts', '!=', '{}'),
    ),
    saidAbout(is),
    is.exists(
      is
        .selectFrom('evaluation')
        .innerJoin('passage as said', 'said.owner_id', 'evaluation.id')
        .select('evaluation.id')
        .whereRef('evaluation.entry_id', '=', 'entry.id'),
    ),
    is.exists(
      is
        .selectFrom('amendment')
        .select('amendment.id')
        .whereRef('amendment.subject_id', '=', 'entry.id')
        .where('amendment.why', '!=', ''),
    ),
  ])

/** Anything said about it, or suggested. */
const saidAbout = (is: ExpressionBuilder<Tables, 'entry'>) =>
  is.or([
    is.exists(
      is
        .selectFrom('comment_thread')
        .select('comment_thread.id')
        .whereRef('comment_thread.owner_id', '=', 'entry.id'),
    ),
    is.exists(
      is.selectFrom('suggestion').select('suggestion.id').whereRef('suggestion.owner_id', '=', 'entry.id'),
    ),
    is.exists(
      is
        .selectFrom('evaluation')
        .innerJoin('comment_thread as talk', 'talk.owner_id', 'evaluation.id')
        .select('evaluation.id')
        .whereRef('evaluation.entry_id', '=', 'entry.id'),
    ),
  ])

/** Tracks of somebody who left of which anything written is still there. */
const leftOnes = (sql: Sql, actor: Actor) =>
  sql
    .selectFrom('entry')
    .innerJoin('person', 'person.id', 'entry.person_id')
    .innerJoin('school', 'school.id', 'entry.school_id')
    .innerJoin('plan', 'plan.id', 'entry.plan_id')
    .select([
      'entry.id as entryId',
      'entry.plan_id as planId',
      'plan.school_year as year',
      'person.id as personId',
      'person.name',
      'person.left_on as leftOn',
      'school.retention_years as retentionYears',
    ])
    .where('entry.school_id', '=', actor.schoolId)
    .where('entry.kind', '=', 'teacher-track')
    .where('person.left_on', 'is not', null)
    .where(holdsText)
    .orderBy('entry.id')

/**
 * Erases the text of a track: from the plan, from what was proposed and evaluated, and from every sealed version, where
 * its fingerprint and a record stay.
 */
export function eraseTrack(
  db: Db,
  actor: Actor,
  entryId: EntryId,
  why: string,
  now: Moment,
): Promise<null | Refusal<AdoptionRefusal>> {
  return db.write(actor, async (sql, tx) => {
    const entry = await sql
      .selectFrom('entry')
      .innerJoin('plan', 'plan.id', 'entry.plan_id')
      .select(['entry.kind', 'plan.id', 'plan.phase'])
      .where('entry.id', '=', entryId)
      .where('entry.school_id', '=', actor.schoolId)
      .executeTakeFirst()
    if (entry?.kind !== 'teacher-track') return refuse('not-a-track')
    const track = await leftOnes(sql, actor).where('entry.id', '=', entryId).executeTakeFirst()
    if (!track?.leftOn)
      return refuse((await hasLeft(sql, actor, entryId)) ? 'already-erased' : 'term-not-come')
    if (termEnds(track.leftOn, track.retentionYears) > today(now)) return refuse('term-not-come')
    if (why.trim() === '') return refuse('erase-reason-missing', 'why')
    await eraseTexts(tx, sql, actor, entryId)
    await eraseSealed(sql, actor, entryId, why.trim(), now)
    await touchPlan(sql, actor, { id: entry.id, phase: entry.phase as Phase })
    return null
  })
}

const hasLeft = async (sql: Sql, actor: Actor, entryId: EntryId) =>
  (await sql
    .selectFrom('entry')
    .innerJoin('person', 'person.id', 'entry.person_id')
    .select('entry.id')
    .where('entry.id', '=', entryId)
    .where('entry.school_id', '=', actor.schoolId)
    .where('person.left_on', 'is not', null)
    .executeTakeFirst()) !== undefined

/**
 * The working text with its history and versions, the words of its evaluations, what was said about them (also before
 * there was a word of them), and the texts that were proposed for it. Sealed versions are another matter.
 */
export async function eraseTexts(tx: Db, sql: Sql, actor: Actor, entryId: EntryId) {
  const evaluations = await sql
    .selectFrom('evaluation')
    .select('id')
    .where('entry_id', '=', entryId)
    .where('school_id', '=', actor.schoolId)
    .execute()
  const said = new Set([...evaluations.map(({ id }) => id), ...evaluationIdsOf(entryId)])
  for (const owner of [entryId, ...said]) {
    // Somebody may have it open: their words are not stored any more, and it closes.
    await tx.hold(owner)
    tx.announce({ topic: 'passage', schoolId: actor.schoolId, id: owner })
    await erasePassages(sql, actor, owner)
    await eraseThreads(sql, actor, owner)
    await eraseSuggestions(sql, actor, owner)
  }
  await eraseProposals(sql, actor, entryId)
  await eraseFromSnapshots(sql, actor, entryId)
  await forgetActsOn(sql, actor, entryId)
  await eraseAmendments(tx, sql, actor, entryId)
}
