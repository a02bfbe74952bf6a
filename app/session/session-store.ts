import type { Db, Sql } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { dayOf, type Moment, momentOf } from '../kernel/day.ts'
import { type LearningTeamId, newId, type PersonId, type SchoolId, type SessionId } from '../kernel/id.ts'
import type { CoordinatorWord, Language, TeacherWord } from '../kernel/language.ts'
import { isRole, type Member, type SchoolFrame } from './actor.ts'
import { hashOf, newToken } from './secret-store.ts'
import {
  isDueToBeSeen,
  OWN_DEVICE,
  SHARED_DEVICE,
  type SignInWay,
  slideTo,
  timesFrom,
  WAITING,
  type Waiting,
} from './session.ts'

export type Somebody = { readonly schoolId: SchoolId; readonly personId: PersonId }

/** A session as it is found by its cookie. */
export type OpenSession = Somebody & {
  readonly id: SessionId
  readonly seenAt: Moment
  readonly endsAt: Moment
  readonly shared: boolean
  readonly waitsFor: Waiting | null
}

type Opening = Somebody & {
  readonly device: string
  readonly way: SignInWay
  readonly shared: boolean
  readonly waitsFor?: Waiting | null
}

/** Opens a session inside the caller's transaction. The token is answered once and not kept. */
export async function openSession(
  sql: Sql,
  opening: Opening,
  now: Date,
): Promise<{ token: string; id: SessionId }> {
  const token = newToken()
  const id = newId<'session'>()
  const { expiresAt, endsAt } = timesFrom(now, lengthOf(opening))
  await sql
    .insertInto('session')
    .values({
      id,
      school_id: opening.schoolId,
      person_id: opening.personId,
      token_hash: hashOf(token),
      device: opening.device,
      way: opening.way,
      shared: opening.shared ? 1 : 0,
      waits_for: opening.waitsFor ?? null,
      created_at: momentOf(now),
      seen_at: momentOf(now),
      expires_at: expiresAt,
      ends_at: endsAt,
      revoked_at: null,
    })
    .execute()
  return { token, id }
}

function lengthOf({ shared, waitsFor }: Opening) {
  if (waitsFor) return WAITING
  return shared ? SHARED_DEVICE : OWN_DEVICE
}

/** The second factor was given: a fresh token, so that one who saw the half-open one has nothing. */
export async function completeSession(sql: Sql, session: OpenSession, now: Date): Promise<string> {
  const token = newToken()
  const { expiresAt, endsAt } = timesFrom(now, session.shared ? SHARED_DEVICE : OWN_DEVICE)
  await sql
    .updateTable('session')
    .set({ token_hash: hashOf(token), waits_for: null, expires_at: expiresAt, ends_at: endsAt })
    .where('id', '=', session.id)
    .execute()
  return token
}

type SessionRow = {
  id: SessionId
  school_id: SchoolId
  person_id: PersonId
  seen_at: Moment
  ends_at: Moment
  shared: number
  waits_for: Waiting | null
}

const bySession = prepared<SessionRow>(
  `select id, school_id, person_id, seen_at, ends_at, shared, waits_for from session
   where token_hash = ? and revoked_at is null and expires_at > ?`,
)

/** The session of a cookie's token; null when it is unknown, has ended or was revoked. */
export async function findSession(db: Db, token: string, now: Date): Promise<OpenSession | null> {
  const [row] = await db.read('open', (sql) => bySession(db, sql, [hashOf(token), momentOf(now)]))
  if (!row) return null
  return {
    id: row.id,
    schoolId: row.school_id,
    personId: row.person_id,
    seenAt: row.seen_at,
    endsAt: row.ends_at,
    shared: row.shared === 1,
    waitsFor: row.waits_for,
  }
}

type MemberRow = {
  name: string
  left_on: string | null
  roles: string | null
  teams: string | null
  language: Language | null
  school: string
  revision: number
  demo_since: string | null
  school_language: Language
  coordinator_word: CoordinatorWord
  teacher_word: TeacherWord
}

const byPerson = prepared<MemberRow>(
  `select p.name, p.left_on, a.language, s.name as school, s.revision, s.demo_since, s.language as school_language,
     s.coordinator_word, s.teacher_word,
     (select string_agg(r.role, ' ') from person_role r where r.person_id = p.id) as roles,
     (select string_agg(m.learning_team_id, ' ') from learning_team_member m
       join learning_team t on t.id = m.learning_team_id and t.retired_on is null
       where m.person_id = p.id) as teams
   from person p join school s on s.id = p.school_id left join account a on a.person_id = p.id
   where p.id = ? and p.school_id = ? and s.gone_at is null`,
)

/** Who somebody is: `language` is the person's own choice, null when it was never made. */
export type Membership = {
  readonly actor: Member
  readonly school: SchoolFrame
  readonly language: Language | null
}

type Behind = Somebody & Pick<OpenSession, 'id'>

/** The member behind a session; null for who has left the school. One query. */
export async function findMember(db: Db, session: Behind, now: Date): Promise<Membership | null> {
  const [row] = await db.read(session, (sql) => byPerson(db, sql, [session.personId, session.schoolId]))
  if (!row || (row.left_on !== null && row.left_on <= dayOf(now))) return null
  return { actor: memberOf(row, session), school: frameOf(row, session.schoolId), language: row.language }
}

/** Somebody as they would sign in now, for a letter to them: a member without a session. */
export const memberWithout = (db: Db, somebody: Somebody, now: Date): Promise<Membership | null> =>
  findMember(db, { ...somebody, id: '' as SessionId }, now)

const memberOf = (row: MemberRow, session: Behind): Member => ({
  kind: 'member',
  schoolId: session.schoolId,
  personId: session.personId,
  name: row.name,
  roles: row.roles?.split(' ').filter(isRole) ?? [],
  learningTeams: (row.teams?.split(' ') ?? []) as LearningTeamId[],
  sessionId: session.id,
  demo: row.demo_since !== null,
})

const frameOf = (row: MemberRow, id: SchoolId): SchoolFrame => ({
  id,
  name: row.school,
  revision: row.revision,
  demo: row.demo_since !== null,
  coordinatorWord: row.coordinator_word,
  teacherWord: row.teacher_word,
})

/** Writes down that a session is in use, at most once in ten minutes, and lets its end slide along. */
export async function keepSession(db: Db, session: OpenSession, now: Date) {
  if (session.waitsFor || !isDueToBeSeen(session.seenAt, now)) return
  const ends = slideTo(now, session.endsAt, session.shared)
  await db.write(session, (sql) =>
    sql
      .updateTable('session')
      .set({ seen_at: momentOf(now), expires_at: ends })
      .where('id', '=', session.id)
      .where('revoked_at', 'is', null)
      .execute(),
  )
}

/** A session as its owner sees it on the account page. */
export type OwnSession = {
  readonly id: SessionId
  readonly device: string
  readonly shared: boolean
  readonly createdAt: Moment
  readonly seenAt: Moment
  readonly isThis: boolean
}

/** The open sessions of the actor, the last used first; in the demo school, whose people are shared, only this one. */
export async function ownSessions(db: Db, actor: Member, now: Date): Promise<OwnSession[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('session')
      .select(['id', 'device', 'shared', 'created_at', 'seen_at'])
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', actor.personId)
      .where('revoked_at', 'is', null)
      .where('waits_for', 'is', null)
      .where('expires_at', '>', momentOf(now))
      .orderBy('seen_at', 'desc')
      .execute(),
  )
  const own = actor.demo ? rows.filter(({ id }) => id === actor.sessionId) : rows
  return own.map((row) => ({
    id: row.id,
    device: row.device,
    shared: row.shared === 1,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    isThis: row.id === actor.sessionId,
  }))
}

/** Ends one session of the actor; false when it is not theirs or had ended already. */
export async function revokeSession(db: Db, actor: Member, id: SessionId, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db.write(actor, (sql, tx) => {
    tx.announce({ topic: 'session', schoolId: actor.schoolId, id })
    return ofPerson(sql, actor, now).where('id', '=', id).executeTakeFirstOrThrow()
  })
  return numUpdatedRows > 0n
}

/** Ends every session of the actor but this one; answers how many. Visitors of the demo don't end each other's. */
export async function revokeOthers(db: Db, actor: Member, now: Date): Promise<number> {
  if (actor.demo) return 0
  const { numUpdatedRows } = await db.write(actor, (sql, tx) => {
    tellAccess(tx, actor)
    return ofPerson(sql, actor, now).where('id', '!=', actor.sessionId).executeTakeFirstOrThrow()
  })
  return Number(numUpdatedRows)
}

/** Tells, once it is committed, that sessions of somebody ended. */
export const tellAccess = (tx: Db, { schoolId, personId }: Somebody) =>
  tx.announce({ topic: 'person', schoolId, id: personId })

/** Ends all sessions of somebody, inside the caller's transaction: who leaves, or whose second factor was reset. */
export async function revokeAll(sql: Sql, somebody: Somebody, now: Date): Promise<void> {
  await ofPerson(sql, somebody, now).execute()
}

const ofPerson = (sql: Sql, { schoolId, personId }: Somebody, now: Date) =>
  sql
    .updateTable('session')
    .set({ revoked_at: momentOf(now) })
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
