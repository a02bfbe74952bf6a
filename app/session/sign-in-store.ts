import type { Db, Sql } from '../db/database.ts'
import { dayOf, type Moment, momentOf } from '../kernel/day.ts'
import { newId, type PersonId, type SchoolId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { joinAs } from './account-store.ts'
import { shownLink, type ToldOf } from './link-store.ts'
import { hashOf, isSame, keyedHash, newCode, newToken, serverKey } from './secret-store.ts'
import type { SignInWay, Waiting } from './session.ts'
import { openSession, type Somebody } from './session-store.ts'
import { LINK_LASTS, type LinkKind } from './sign-in.ts'

/** Somebody who may come in: one person at one school. An address can belong to several. */
export type Candidate = {
  readonly personId: PersonId
  readonly schoolId: SchoolId
  readonly name: string
  readonly school: string
}

/** A code and a link for one address, to be mailed. */
export type Ticket = { readonly code: string; readonly link: string; readonly expiresAt: Moment }

const whoMayComeIn = (sql: Sql, now: Date) =>
  sql
    .selectFrom('person')
    .innerJoin('school', 'school.id', 'person.school_id')
    .select(['person.id as personId', 'person.school_id as schoolId', 'person.name', 'school.name as school'])
    .where('school.gone_at', 'is', null)
    .where((where) =>
      where.or([where('person.left_on', 'is', null), where('person.left_on', '>', dayOf(now))]),
    )

/** The people with an address; nobody of the demo school, which gets no mail. */
export function candidatesAt(sql: Sql, address: string, now: Date): Promise<Candidate[]> {
  return whoMayComeIn(sql, now)
    .where('person.email', '=', address)
    .where('school.demo_since', 'is', null)
    .orderBy('school.name')
    .orderBy('person.name')
    .execute()
}

/**
 * Makes a code and a link for everybody with an address, inside the caller's transaction over all schools.
 *
 * @param challenge what the browser that asked holds; the code works there alone
 */
export async function makeTicket(
  sql: Sql,
  people: readonly Candidate[],
  challenge: string,
  key: Buffer,
  now: Date,
): Promise<Ticket> {
  const [code, link] = [newCode(), newToken()]
  const expiresAt = momentOf(new Date(now.getTime() + LINK_LASTS.mail))
  const common = {
    kind: 'mail',
    challenge_hash: hashOf(challenge),
    code_hash: codeHash(key, challenge, code),
    link_hash: hashOf(link),
    made_by: null,
    created_at: momentOf(now),
    expires_at: expiresAt,
    used_at: null,
    used_on: null,
  }
  await sql
    .insertInto('sign_in_code')
    .values(
      people.map(({ personId, schoolId }) => ({
        ...common,
        id: newId<'sign-in-code'>(),
        person_id: personId,
        school_id: schoolId,
      })),
    )
    .execute()
  return { code, link, expiresAt }
}

const codeHash = (key: Buffer, challenge: string, code: string) =>
  keyedHash(key, `${hashOf(challenge)} ${code}`)

type Found = Candidate & {
  readonly codeHash: string | null
  readonly kind: LinkKind
  readonly madeBy: string | null
}

const openCodes = (sql: Sql, now: Date) =>
  whoMayComeIn(sql, now)
    .innerJoin('sign_in_code as ticket', 'ticket.person_id', 'person.id')
    .leftJoin('person as maker', 'maker.id', 'ticket.made_by')
    .select(['ticket.code_hash as codeHash', 'ticket.kind', 'maker.name as madeBy'])
    // A code for the own proof opens no session.
    .where('ticket.kind', '!=', 'proof')
    .where('ticket.used_at', 'is', null)
    .where('ticket.expires_at', '>', momentOf(now))
    .orderBy('school.name')
    .orderBy('person.name')

/** Who comes in with this code in this browser: nobody when it is wrong, used or too old. Uses nothing up. */
export async function peopleByCode(db: Db, challenge: string, code: string, now: Date): Promise<Candidate[]> {
  const key = await serverKey(db)
  const found = await db.read('server', (sql) =>
    openCodes(sql, now).where('ticket.challenge_hash', '=', hashOf(challenge)).execute(),
  )
  const given = codeHash(key, challenge, code)
  return found.filter((one) => one.codeHash !== null && isSame(one.codeHash, given))
}

/** What a link opens, and for whom. */
export type OpenLink = {
  readonly kind: LinkKind
  readonly people: readonly Candidate[]
  readonly madeBy: string | null
}

/** What stands behind a link; null when it was used, is too old or never was. Uses nothing up. */
export async function findLink(db: Db, link: string, now: Date): Promise<OpenLink | null> {
  const found = (await db.read('server', (sql) =>
    openCodes(sql, now).where('ticket.link_hash', '=', hashOf(link)).execute(),
  )) as Found[]
  const [first] = found
  return first ? { kind: first.kind, people: found, madeBy: first.madeBy } : null
}

/** How somebody enters: with which key, on which device. */
export type Entering = {
  readonly who: Candidate
  readonly by: { readonly challenge: string } | { readonly link: string }
  readonly way: SignInWay
  readonly device: string
  readonly shared: boolean
}

export type Entered = { readonly token: string; readonly waitsFor: Waiting | null }

/** Writes to somebody, within the same transaction, that a link which another showed them was used. */
export type Tell = (
  tx: Db,
  who: Candidate,
  link: ToldOf & { readonly id: string },
  now: Date,
) => Promise<void>

/** Uses a code or link up and opens the session, both or neither; a second time there is nothing left to use. */
export function enter(
  db: Db,
  { who, by, way, device, shared }: Entering,
  tell: Tell,
  now: Date,
): Promise<Entered | Refusal<'link-is-over'>> {
  return db.write('server', async (sql, tx) => {
    const used = await sql
      .updateTable('sign_in_code')
      .set({ used_at: momentOf(now), used_on: device })
      .where(
        'link' in by ? 'link_hash' : 'challenge_hash',
        '=',
        hashOf('link' in by ? by.link : by.challenge),
      )
      .where('kind', '!=', 'proof')
      .where('used_at', 'is', null)
      .where('expires_at', '>', momentOf(now))
      .executeTakeFirstOrThrow()
    if (used.numUpdatedRows === 0n) return refuse('link-is-over')
    await joinAs(sql, who, momentOf(now))
    const shown = way === 'shown' && 'link' in by ? await shownLink(sql, who.schoolId, hashOf(by.link)) : null
    if (shown) await tell(tx, who, shown, now)
    const waitsFor = await whatIsStillAsked(sql, who.personId)
    const { token } = await openSession(sql, { ...who, device, way, shared, waitsFor }, now)
    return { token, waitsFor }
  })
}

/** A code proves the address; who has confirmed a second factor is asked for that as well. */
async function whatIsStillAsked(sql: Sql, personId: PersonId): Promise<Waiting | null> {
  const factor = await sql
    .selectFrom('second_factor')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  return factor ? 'second-factor' : null
}

/** What was sent to somebody's address opens nothing any more; a link shown on a screen stays. */
export async function endCodes(sql: Sql, { schoolId, personId }: Somebody, now: Date): Promise<void> {
  await sql
    .updateTable('sign_in_code')
    .set({ expires_at: momentOf(now) })
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .where('kind', '!=', 'shown')
    .where('used_at', 'is', null)
    .where('expires_at', '>', momentOf(now))
    .execute()
}
