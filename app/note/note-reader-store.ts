import type { Db, Sql } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { dayOf, type Moment, momentOf } from '../kernel/day.ts'
import { type EntryId, newId, type PersonId, type PlanId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Entry } from '../plan/entry.ts'
import { type Actor, isRole, type Member } from '../session/actor.ts'
import { candidatesFor, type NoteNo, type NoteReader, type Opening } from './note.ts'
import { mayBeLetIn, mayKeepNotes, mayOpenNotes } from './note-may.ts'

const byPlan = prepared<{ entry_id: EntryId; person_id: PersonId; let_in_at: Moment }>(
  'select entry_id, person_id, let_in_at from note_reader where school_id = ? and plan_id = ?',
)

/** Whom teachers let in to the notes at their tracks, of a whole plan. */
export async function readNoteReaders(db: Db, actor: Actor, planId: PlanId): Promise<NoteReader[]> {
  const rows = await db.read(actor, (sql) => byPlan(db, sql, [actor.schoolId, planId]))
  return rows.map((row) => ({ entryId: row.entry_id, personId: row.person_id, letInAt: row.let_in_at }))
}

/**
 * Asks once more, inside the transaction: may this person open the notes, is the teacher still at the school, and has
 * this session shown that it is the person?
 */
export async function whyClosed(
  sql: Sql,
  actor: Member,
  plan: { readonly id: PlanId },
  entry: Entry,
  now: Moment,
): Promise<NoteNo | null> {
  const readers = await sql
    .selectFrom('note_reader')
    .select(['entry_id as entryId', 'person_id as personId', 'let_in_at as letInAt'])
    .where('school_id', '=', actor.schoolId)
    .where('plan_id', '=', plan.id)
    .execute()
  if (!mayOpenNotes(actor, entry, readers).may || (await teacherIsGone(sql, actor, entry, now)))
    return refuse('may-not')
  const session = await sql
    .selectFrom('session')
    .select('proved_at')
    .where('id', '=', actor.sessionId)
    .where('school_id', '=', actor.schoolId)
    .where('person_id', '=', actor.personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return session?.proved_at ? null : refuse('not-proved')
}

async function teacherIsGone(sql: Sql, actor: Member, entry: Entry, now: Moment) {
  const teacher = await sql
    .selectFrom('entry')
    .innerJoin('person', 'person.id', 'entry.person_id')
    .select('person.left_on')
    .where('entry.id', '=', entry.id)
    .where('entry.school_id', '=', actor.schoolId)
    .where('entry.removed_at', 'is', null)
    .executeTakeFirst()
  return !teacher || (teacher.left_on !== null && teacher.left_on <= dayOf(new Date(now)))
}

/** The teacher lets somebody in whom the track names: to read and write along. */
export function letIn(
  db: Db,
  actor: Member,
  plan: { readonly id: PlanId },
  entry: Entry,
  personId: PersonId,
  now: Moment,
): Promise<null | NoteNo> {
  return db.write(actor, async (sql) => {
    const no = await whyNotKeeper(sql, actor, plan, entry, now)
    if (no) return no
    if (!isNamed(entry, personId)) return refuse('not-named')
    const roles = await sql
      .selectFrom('person_role')
      .select('role')
      .where('person_id', '=', personId)
      .where('school_id', '=', actor.schoolId)
      .execute()
    if (!mayBeLetIn(roles.map(({ role }) => role).filter(isRole)).may) return refuse('principal')
    const row = { school_id: actor.schoolId, plan_id: plan.id, let_in_at: now }
    await sql
      .insertInto('note_reader')
      .values({ ...row, entry_id: entry.id, person_id: personId })
      .onConflict((clash) => clash.columns(['entry_id', 'person_id']).doUpdateSet({ let_in_at: now }))
      .execute()
    return null
  })
}

const isNamed = (entry: Entry, id: PersonId) =>
  candidatesFor(entry, [{ id, name: '', roles: [], groups: [], hasLeft: false }]).length === 1

/** Only the teacher, with an own proof like everybody who opens the notes. */
async function whyNotKeeper(
  sql: Sql,
  actor: Member,
  plan: { readonly id: PlanId },
  entry: Entry,
  now: Moment,
) {
  if (!mayKeepNotes(actor, entry).may) return refuse('may-not')
  return whyClosed(sql, actor, plan, entry, now)
}

/** The teacher closes the notes for somebody again; what they wrote stays with the track. */
export function shutOut(
  db: Db,
  actor: Member,
  plan: { readonly id: PlanId },
  entry: Entry,
  personId: PersonId,
  now: Moment,
): Promise<null | NoteNo> {
  return db.write(actor, async (sql) => {
    const no = await whyNotKeeper(sql, actor, plan, entry, now)
    if (no) return no
    await sql
      .deleteFrom('note_reader')
      .where('school_id', '=', actor.schoolId)
      .where('entry_id', '=', entry.id)
      .where('person_id', '=', personId)
      .execute()
    return null
  })
}

const HOUR = 3_600_000

/** Writes down, inside the caller's transaction, that somebody opened the notes; once an hour per session. */
export async function recordOpening(sql: Sql, actor: Member, entry: Entry, now: Moment): Promise<void> {
  const known = await sql
    .selectFrom('note_opening')
    .select('id')
    .where('school_id', '=', actor.schoolId)
    .where('entry_id', '=', entry.id)
    .where('session_id', '=', actor.sessionId)
    .where('opened_at', '>', momentOf(new Date(Date.parse(now) - HOUR)))
    .executeTakeFirst()
  if (known) return
  await sql
    .insertInto('note_opening')
    .values({
      id: newId<'note-opening'>(),
      school_id: actor.schoolId,
      entry_id: entry.id,
      person_id: actor.personId,
      session_id: actor.sessionId,
      device: entry.personId === actor.personId ? await deviceHere(sql, actor) : null,
      opened_at: now,
    })
    .execute()
}

const deviceHere = async (sql: Sql, actor: Member) =>
  (
    await sql
      .selectFrom('session')
      .select('device')
      .where('id', '=', actor.sessionId)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst()
  )?.device ?? null

const MOST_OPENINGS = 200

/** Who opened the notes of a track, newest first; for the teacher alone. */
export async function readOpenings(db: Db, actor: Member, entry: Entry): Promise<Opening[] | NoteNo> {
  if (!mayKeepNotes(actor, entry).may) return refuse('may-not')
  return db.read(actor, (sql) =>
    sql
      .selectFrom('note_opening')
      .select(['person_id as personId', 'opened_at as openedAt', 'device'])
      .where('school_id', '=', actor.schoolId)
      .where('entry_id', '=', entry.id)
      .orderBy('opened_at', 'desc')
      .orderBy('id', 'desc')
      .limit(MOST_OPENINGS)
      .execute(),
  )
}
