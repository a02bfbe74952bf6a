import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type EntryId, type LearningTeamId, newId, type PersonId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import type { Collision, Saved } from '../writing/passage.ts'
import { writePassage } from '../writing/passage-store.ts'
import {
  type Entry,
  type EntryKind,
  type EntryText,
  hasText,
  isWritten,
  TEXTS_OF,
  type Weight,
} from './entry.ts'
import type { Plan } from './plan.ts'
import { mayAgree, mayArrange, mayBeginOwn, mayTakeBack, mayWriteText } from './plan-may.ts'
import { type PlanNo, unless } from './plan-no.ts'
import { tellMoved, touchPlan } from './plan-store.ts'
import { type Roster, withoutPlace } from './roster.ts'
import type { Tie } from './tie.ts'

export type NewEntry = {
  readonly kind: EntryKind
  readonly personId?: PersonId | null
  readonly learningTeamId?: LearningTeamId | null
  /** A name of last year that nobody of the team bears. */
  readonly name?: string | null
  readonly weight?: Weight
  readonly carriedFrom?: EntryId | null
  readonly texts?: Partial<Record<EntryText, string>>
}

/** A goal or a track, with its first texts. Refused when the person or learning team has a track already. */
export async function addEntry(
  db: Db,
  actor: Actor,
  plan: Plan,
  entry: NewEntry,
  now: Moment,
): Promise<EntryId | PlanNo> {
  const no = unless(isOwnTrack(actor, entry) ? mayBeginOwn(plan) : mayArrange(actor, plan))
  if (no) return no
  return db.write(actor, async (sql, tx) => {
    await tx.hold(plan.id)
    if (await hasTrack(sql, plan, entry)) return refuse('has-track-already')
    const id = await insertEntry(sql, actor, plan, entry, now)
    for (const [field, text] of Object.entries(entry.texts ?? {})) {
      const place = { ownerId: id, field, scopeId: plan.id }
      const saved = await writePassage(tx, actor, place, text, null, now)
      if (isRefusal(saved)) return saved
    }
    await touchPlan(sql, actor, plan)
    return id
  })
}

/** Anyone who has no place yet may make an own track; members of a learning team one for their team. */
const isOwnTrack = (actor: Actor, entry: NewEntry) =>
  actor.kind === 'member' &&
  ((entry.kind === 'teacher-track' && entry.personId === actor.personId) ||
    (entry.kind === 'learning-team-track' &&
      !!entry.learningTeamId &&
      actor.learningTeams.includes(entry.learningTeamId)))

/** Whether the person or learning team has a place in the plan already. */
export async function hasTrack(
  sql: Sql,
  plan: Pick<Plan, 'id' | 'phase' | 'changes'>,
  entry: Pick<NewEntry, 'personId' | 'learningTeamId'>,
) {
  if (!entry.personId && !entry.learningTeamId) return false
  const found = await sql
    .selectFrom('entry')
    .select('id')
    .where('plan_id', '=', plan.id)
    .where('removed_at', 'is', null)
    .where((is) =>
      entry.personId
        ? is('person_id', '=', entry.personId)
        : is('learning_team_id', '=', entry.learningTeamId ?? null),
    )
    .executeTakeFirst()
  return found !== undefined
}

/** The row of a new entry, for who has checked that it may be there (a decision of the team). */
export async function insertEntry(sql: Sql, actor: Actor, plan: Plan, entry: NewEntry, now: Moment) {
  const id = newId<'entry'>()
  await sql
    .insertInto('entry')
    .values({
      id,
      school_id: actor.schoolId,
      plan_id: plan.id,
      kind: entry.kind,
      position: await nextPosition(sql, plan),
      person_id: entry.personId ?? null,
      learning_team_id: entry.learningTeamId ?? null,
      name: entry.name?.trim() || null,
      weight: entry.weight ?? 'full',
      share_choice: null,
      own_domains: null,
      own_aim: null,
      coordinator_hours: null,
      parent_id: null,
      carried_from: entry.carriedFrom ?? null,
      // The text of a learning team is written by several hands in sight of the team: it needs no separate yes.
      agreed_at: entry.kind === 'teacher-track' ? null : now,
      agreed_by: null,
      revision: 1,
      created_at: now,
      created_by: personOf(actor),
      removed_at: null,
      removed_by: null,
    })
    .execute()
  return id
}

async function nextPosition(sql: Sql, plan: Plan) {
  const last = await sql
    .selectFrom('entry')
    .select((of) => of.fn.max('position').as('position'))
    .where('plan_id', '=', plan.id)
    .executeTakeFirst()
  return (last?.position ?? 0) + 1
}

/** Saves one text of an entry, by whoever holds the pen there. See `writePassage` for revisions and collisions. */
export async function writeEntryText(
  db: Db,
  actor: Actor,
  plan: Plan,
  entry: Entry,
  field: string,
  raw: string,
  base: number | null,
  now: Moment,
): Promise<Saved | Collision | PlanNo> {
  if (!hasText(entry.kind, field)) return refuse('no-such-field', field)
  const no = unless(mayWriteText(actor, plan, entry, field))
  if (no) return no
  return db.write(actor, async (sql, tx) => {
    const result = await writePassage(
      tx,
      actor,
      { ownerId: entry.id, field, scopeId: plan.id },
      raw,
      base,
      now,
    )
    if ('saved' in result) await touchEntry(sql, actor, plan, entry)
    return result
  })
}

/** Raises the revision of an entry and of its plan. */
export async function touchEntry(
  sql: Sql,
  actor: Actor,
  plan: Pick<Plan, 'id' | 'phase' | 'changes'>,
  entry: Pick<Entry, 'id'>,
) {
  await sql
    .updateTable('entry')
    .set((set) => ({ revision: set('revision', '+', 1) }))
    .where('id', '=', entry.id)
    .where('school_id', '=', actor.schoolId)
    .execute()
  await touchPlan(sql, actor, plan)
}

/** The owner of a track stands behind its text: from now the team sees it. */
export async function agreeTrack(
  db: Db,
  actor: Actor,
  plan: Plan,
  entry: Entry,
  now: Moment,
): Promise<null | PlanNo> {
  const no = unless(mayAgree(actor, plan, entry))
  if (no) return no
  if (!TEXTS_OF[entry.kind].some((field) => isWritten(entry, field))) return refuse('nothing-to-agree')
  return setAgreed(db, actor, plan, entry, now)
}

/** Takes the text back out of sight of the team, while the plan is being written. */
export async function withdrawAgreement(
  db: Db,
  actor: Actor,
  plan: Plan,
  entry: Entry,
): Promise<null | PlanNo> {
  const no = unless(mayTakeBack(actor, plan, entry))
  if (no) return no
  return setAgreed(db, actor, plan, entry, null)
}

const setAgreed = (db: Db, actor: Actor, plan: Plan, entry: Entry, at: Moment | null) =>
  db.write(actor, async (sql, tx) => {
    await markAgreed(sql, actor, entry, at)
    await touchEntry(sql, actor, plan, entry)
    tellMoved(tx, actor, plan.id)
    return null
  })

/** For who has checked the right: accepting a proposal is standing behind the text, too. */
export async function markAgreed(sql: Sql, actor: Actor, entry: Pick<Entry, 'id'>, at: Moment | null) {
  await sql
    .updateTable('entry')
    .set({ agreed_at: at, agreed_by: at === null ? null : personOf(actor) })
    .where('id', '=', entry.id)
    .where('school_id', '=', actor.schoolId)
    .execute()
}

/** Writes the simple ties of an entry, for `tie-store`, which has checked them. */
export async function tieEntryRow(sql: Sql, actor: Actor, entry: Pick<Entry, 'id'>, tie: Tie) {
  const row = {
    ...(tie.parentId === undefined ? {} : { parent_id: tie.parentId }),
    ...(tie.weight === undefined ? {} : { weight: tie.weight }),
    ...(tie.shareChoice === undefined ? {} : { share_choice: tie.shareChoice }),
    ...(tie.coordinatorHours === undefined ? {} : { coordinator_hours: tie.coordinatorHours }),
    ...(tie.ownDomains === undefined ? {} : { own_domains: tie.ownDomains?.join(' ') ?? null }),
    ...(tie.ownAim === undefined ? {} : { own_aim: tie.ownAim }),
    ...(tie.personId === undefined ? {} : { person_id: tie.personId }),
  }
  if (Object.keys(row).length === 0) return
  await sql
    .updateTable('entry')
    .set(row)
    .where('id', '=', entry.id)
    .where('school_id', '=', actor.schoolId)
    .execute()
}

/** One act: each person and learning team without a track gets a light one to fill in. Answers how many. */
export async function givePlaces(
  db: Db,
  actor: Actor,
  plan: Plan,
  roster: Roster,
  now: Moment,
): Promise<number | PlanNo> {
  const no = unless(mayArrange(actor, plan))
  if (no) return no
  const placeless = withoutPlace(plan, roster)
  return db.write(actor, async (_sql, tx) => {
    let given = 0
    for (const { personId, learningTeamId } of placeless) {
      const kind = personId ? 'teacher-track' : 'learning-team-track'
      const made = await addEntry(tx, actor, plan, { kind, personId, learningTeamId, weight: 'light' }, now)
      if (!isRefusal(made)) given += 1
    }
    return given
  })
}
