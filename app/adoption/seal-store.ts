import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Moment } from '../kernel/day.ts'
import { type DecisionId, newId, type PlanId, type VersionId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Plan } from '../plan/plan.ts'
import { movePhase, tellMoved } from '../plan/plan-store.ts'
import type { Roster } from '../plan/roster.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import { closeDueRounds } from '../round/round-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { isReadyToAdopt, itemKey, nextNumber, waitsFor } from './adoption.ts'
import type { AdoptionNo } from './adoption-no.ts'
import { type Adoption, readAdoption } from './adoption-store.ts'
import { contractWordsIn } from './contract-store.ts'
import { type Check, checkSeal, type SealedEntry, type Sha, sealLine, type Version } from './seal.ts'
import { entryContent, frameContent, recordContent } from './sealed-content.ts'
import type { SealedMeeting } from './sealed-meeting.ts'

/** Sole writer of plan_version and version_entry: a row is written once; the database itself refuses to change it. */

export const sha256: Sha = (text) => createHash('sha256').update(text, 'utf8').digest('hex')

export type SealWords = {
  readonly why: (number: string) => string
  readonly schoolName: string
  /** The meeting in which the team decided on the whole, for the record. */
  readonly meeting?: SealedMeeting | null
}

/**
 * Adopts the plan: when the whole and every part that was put to the team stand, the version is sealed and the plan
 * moves to adopted, with the decision as its reason, in one transaction.
 */
export function adoptPlan(
  db: Db,
  actor: Actor,
  id: PlanId,
  words: SealWords,
  now: Moment,
): Promise<Version | AdoptionNo> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(id)
    await closeDueRounds(tx, actor, id, now)
    const adoption = await readAdoption(tx, actor, id, now)
    if (adoption === null) return refuse('item-unknown')
    if (adoption.plan.phase !== 'decision') return refuse('not-in-decision')
    const whole = adoption.states.find((state) => itemKey(state.item) === 'plan')?.decision
    if (!isReadyToAdopt(adoption.states) || !whole) return refuse('not-yet')
    if (waitsFor(adoption.states) !== null) return refuse('term-runs')
    const record = recordContent(askedIn(adoption), adoption.roster, words.meeting ?? null)
    const of = { kind: 'adopted', record } as const
    const version = await sealVersion(sql, actor, adoption, of, words.schoolName, now)
    const moved = await movePhase(sql, actor, moveTo(id, whole.id, words.why(version.number)), now)
    tellMoved(tx, actor, id)
    return moved ?? version
  })
}

const moveTo = (id: PlanId, decisionId: DecisionId, why: string) =>
  ({ id, from: 'decision', to: 'adopted', why, decisionId }) as const

/** Seals the plan as it stands now; who calls has seen that it may be. */
export async function sealVersion(
  sql: Sql,
  actor: Actor,
  { plan, roster }: Pick<Adoption, 'plan' | 'roster'>,
  of: Pick<Version, 'kind' | 'record'>,
  schoolName: string,
  now: Moment,
): Promise<Version> {
  const entries = sealedEntries(plan, roster)
  const earlier = await sql
    .selectFrom('plan_version')
    .select('number')
    .where('plan_id', '=', plan.id)
    .execute()
  const words = Object.entries(await contractWordsIn(sql, actor, plan.id))
  const contract = Object.fromEntries(words.map(([part, { text }]) => [part, text]))
  const frame = frameContent(plan, roster, schoolName, contract)
  const toSeal = { planId: plan.id, number: nextNumber(earlier), ...of, frame, entries }
  const sealed = { sha256: sha256(sealLine(toSeal)), sealedAt: now, sealedBy: personOf(actor) }
  const version: Version = { id: newId(), ...toSeal, ...sealed }
  await insertVersion(sql, actor, version, entries)
  return version
}

const askedIn = ({ states }: Adoption) =>
  states.flatMap((state): SeenDecision[] => (state.decision ? [state.decision] : []))

/** Every entry as it would be sealed now. */
export const sealedEntries = (plan: Plan, roster: Roster): SealedEntry[] =>
  plan.entries.map((entry) => {
    const content = entryContent(entry, roster)
    const { id, kind, personId } = entry
    return { id, kind, personId, content, sha256: sha256(content), erased: null }
  })

async function insertVersion(sql: Sql, actor: Actor, version: Version, entries: readonly SealedEntry[]) {
  await sql
    .insertInto('plan_version')
    .values({
      id: version.id,
      school_id: actor.schoolId,
      plan_id: version.planId,
      number: version.number,
      kind: version.kind,
      frame: version.frame,
      decision_record: version.record,
      sha256: version.sha256,
      sealed_at: version.sealedAt,
      sealed_by: version.sealedBy,
    })
    .execute()
  for (const [position, entry] of entries.entries()) {
    await sql
      .insertInto('version_entry')
      .values({
        version_id: version.id,
        entry_id: entry.id,
        school_id: actor.schoolId,
        position,
        kind: entry.kind,
        person_id: entry.personId,
        content: entry.content,
        sha256: entry.sha256,
        erased_at: null,
        erased_by: null,
        erased_why: null,
      })
      .execute()
  }
}

/** The sealed versions of a plan, newest first. */
export async function readVersions(db: Db, actor: Actor, planId: PlanId): Promise<Version[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('plan_version')
      .selectAll()
      .where('plan_id', '=', planId)
      .where('school_id', '=', actor.schoolId)
      .orderBy('sealed_at', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  )
  return rows.map(versionFrom)
}

/** The first version that was adopted since a moment, without its texts; null: none. */
export async function readAdoptedSince(db: Db, actor: Actor, planId: PlanId, since: Moment) {
  const row = await db.read(actor, (sql) =>
    sql
      .selectFrom('plan_version')
      .innerJoin('plan', 'plan.id', 'plan_version.plan_id')
      .select([
        'plan_version.number',
        'plan_version.decision_record as record',
        'plan.school_year as schoolYear',
      ])
      .where('plan_version.plan_id', '=', planId)
      .where('plan_version.school_id', '=', actor.schoolId)
      .where('plan_version.kind', '=', 'adopted')
      .where('plan_version.sealed_at', '>=', since)
      .orderBy('plan_version.sealed_at')
      .orderBy('plan_version.id')
      .executeTakeFirst(),
  )
  return row ?? null
}

const versionFrom = (row: Selectable<Tables['plan_version']>): Version => ({
  id: row.id,
  planId: row.plan_id,
  number: row.number,
  kind: row.kind === 'beside' ? 'beside' : 'adopted',
  frame: row.frame,
  record: row.decision_record,
  sha256: row.sha256,
  sealedAt: row.sealed_at,
  sealedBy: row.sealed_by,
})

export async function readSealedEntries(db: Db, actor: Actor, versionId: VersionId): Promise<SealedEntry[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('version_entry')
      .selectAll()
      .where('version_id', '=', versionId)
      .where('school_id', '=', actor.schoolId)
      .orderBy('position')
      .execute(),
  )
  return rows.map((row) => ({
    id: row.entry_id,
    kind: row.kind,
    personId: row.person_id,
    content: row.content,
    sha256: row.sha256,
    erased:
      row.erased_at === null ? null : { at: row.erased_at, by: row.erased_by, why: row.erased_why ?? '' },
  }))
}

/** A version with every fingerprint computed anew; null when there is no version by that number. */
export async function readCheckedVersion(
  db: Db,
  actor: Actor,
  planId: PlanId,
  number: string,
): Promise<{ version: Version; check: Check } | null> {
  const version = (await readVersions(db, actor, planId)).find((one) => one.number === number)
  if (!version) return null
  return { version, check: checkSeal(version, await readSealedEntries(db, actor, version.id), sha256) }
}

/** Empties the text of an entry in every sealed version: the one change that the database lets through. */
export async function eraseSealed(
  sql: Sql,
  actor: Actor,
  entryId: SealedEntry['id'],
  why: string,
  now: Moment,
) {
  const erased = await sql
    .updateTable('version_entry')
    .set({ content: null, erased_at: now, erased_by: personOf(actor), erased_why: why })
    .where('entry_id', '=', entryId)
    .where('school_id', '=', actor.schoolId)
    .where('content', 'is not', null)
    .executeTakeFirst()
  return Number(erased.numUpdatedRows)
}
