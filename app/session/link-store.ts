import type { Db, Sql } from '../db/database.ts'
import { dayOf, type Moment, momentOf } from '../kernel/day.ts'
import { newId, type PersonId, type SchoolId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Actor, Member } from './actor.ts'
import { personOf } from './actor.ts'
import { hashOf, newToken } from './secret-store.ts'
import { LINK_LASTS, type LinkKind } from './sign-in.ts'

export type InviteRefusal = 'demo-school' | 'no-address' | 'unknown-person' | 'has-left'

/** Somebody of the actor's school whom a link can be made for. */
export async function recipient(sql: Sql, actor: Actor, personId: PersonId, now: Date) {
  const person = await sql
    .selectFrom('person')
    .innerJoin('school', 'school.id', 'person.school_id')
    .leftJoin('account', 'account.person_id', 'person.id')
    .select([
      'person.name',
      'person.email',
      'person.left_on',
      'account.language',
      'account.joined_at',
      'school.name as school',
      'school.language as schoolLanguage',
      'school.demo_since',
    ])
    .where('person.school_id', '=', actor.schoolId)
    .where('person.id', '=', personId)
    .executeTakeFirst()
  if (!person) return refuse('unknown-person')
  if (person.demo_since !== null) return refuse('demo-school')
  if (person.left_on !== null && person.left_on <= dayOf(now)) return refuse('has-left')
  return person
}

/** Makes a link; older ones of its kind for the same person end. */
export async function makeLink(
  sql: Sql,
  actor: Actor,
  personId: PersonId,
  kind: LinkKind,
  now: Date,
): Promise<string> {
  const token = newToken()
  const moment = momentOf(now)
  await sql
    .updateTable('sign_in_code')
    .set({ expires_at: moment })
    .where('school_id', '=', actor.schoolId)
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', moment)
    .execute()
  await sql
    .insertInto('sign_in_code')
    .values({
      id: newId<'sign-in-code'>(),
      school_id: actor.schoolId,
      person_id: personId,
      kind,
      challenge_hash: null,
      code_hash: null,
      link_hash: hashOf(token),
      made_by: personOf(actor),
      created_at: moment,
      expires_at: momentOf(new Date(now.getTime() + LINK_LASTS[kind])),
      used_at: null,
      used_on: null,
    })
    .execute()
  return token
}

/**
 * Makes a link that an administrator shows on the screen, for one hour. Its use is told to whom it is for, and stays
 * on their account page. Who may is asked before (`mayHelpIn`).
 */
export function makeShownLink(
  db: Db,
  actor: Member,
  personId: PersonId,
  now: Date,
): Promise<{ token: string } | Refusal<InviteRefusal>> {
  return db.write(actor, async (sql) => {
    const person = await recipient(sql, actor, personId, now)
    if ('refused' in person) return person
    return { token: await makeLink(sql, actor, personId, 'shown', now) }
  })
}

/** The name of somebody of the actor's school; null for anybody else. */
export async function nameOfColleague(db: Db, actor: Member, personId: PersonId): Promise<string | null> {
  const row = await db.read(actor, (sql) =>
    sql
      .selectFrom('person')
      .select('name')
      .where('school_id', '=', actor.schoolId)
      .where('id', '=', personId)
      .executeTakeFirst(),
  )
  return row?.name ?? null
}

export type OpenInvitation = {
  readonly personId: PersonId
  readonly sentAt: Moment
  readonly expiresAt: Moment
}

/** The invitations of the actor's school that can still be taken. */
export function openInvitations(db: Db, actor: Actor, now: Date): Promise<OpenInvitation[]> {
  return db.read(actor, (sql) =>
    sql
      .selectFrom('sign_in_code')
      .select(['person_id as personId', 'created_at as sentAt', 'expires_at as expiresAt'])
      .where('school_id', '=', actor.schoolId)
      .where('kind', '=', 'invitation')
      .where('used_at', 'is', null)
      .where('expires_at', '>', momentOf(now))
      .execute(),
  )
}

/** A link that somebody else made for the actor. */
export type LinkForMe = {
  readonly kind: LinkKind
  readonly madeBy: string | null
  readonly madeAt: Moment
  readonly usedAt: Moment | null
  readonly usedOn: string | null
}

/** Every link that others made for the actor, used or not; they stay. */
export async function linksForMe(db: Db, actor: Member): Promise<LinkForMe[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('sign_in_code as link')
      .leftJoin('person as maker', 'maker.id', 'link.made_by')
      .select([
        'link.kind',
        'maker.name as madeBy',
        'link.created_at as madeAt',
        'link.used_at as usedAt',
        'link.used_on as usedOn',
      ])
      .where('link.school_id', '=', actor.schoolId)
      .where('link.person_id', '=', actor.personId)
      .where('link.kind', 'not in', ['mail', 'proof'])
      .orderBy('link.created_at', 'desc')
      .execute(),
  )
  return rows.map((row) => ({ ...row, kind: row.kind as LinkKind }))
}

/** Whom a letter about an account goes to, and who it is about. */
export type ToldOf = {
  readonly email: string | null
  readonly name: string
  readonly language: Language | null
  readonly by: string | null
}

/** A link that was shown, with whom it was for and who made it. */
export async function shownLink(
  sql: Sql,
  schoolId: SchoolId,
  linkHash: string,
): Promise<(ToldOf & { readonly id: string }) | null> {
  const found = await sql
    .selectFrom('sign_in_code as link')
    .innerJoin('person', 'person.id', 'link.person_id')
    .leftJoin('person as maker', 'maker.id', 'link.made_by')
    .leftJoin('account', 'account.person_id', 'link.person_id')
    .select(['link.id', 'person.email', 'person.name', 'maker.name as by', 'account.language'])
    .where('link.school_id', '=', schoolId)
    .where('link.link_hash', '=', linkHash)
    .where('link.kind', '=', 'shown')
    .executeTakeFirst()
  return found ?? null
}
