import type { WebAuthnCredential } from '@simplewebauthn/server'
import type { Db, Sql } from '../db/database.ts'
import { dayOf, type Moment, momentOf } from '../kernel/day.ts'
import { type Id, newId, type PersonId, type SchoolId } from '../kernel/id.ts'
import { joinAs } from './account-store.ts'
import type { Member } from './actor.ts'
import { PROVED } from './own-proof.ts'
import { openSession } from './session-store.ts'

export type PasskeyId = Id<'passkey'>

export type Passkey = {
  readonly id: PasskeyId
  /** As `deviceOf` tells it: 'Safari/iPhone'. */
  readonly device: string
  readonly credentialId: string
  readonly transports: readonly string[]
  readonly createdAt: Moment
  readonly usedAt: Moment | null
  /** How the session began in which it was made, `PROVED` when that session had an own proof; null: not known. */
  readonly madeWay: string | null
}

const listOf = (text: string) => (text === '' ? [] : text.split(' '))

/** The passkeys of the actor, the oldest first. */
export async function ownPasskeys(db: Db, actor: Member): Promise<Passkey[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('passkey')
      .selectAll()
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', actor.personId)
      .orderBy('created_at')
      .execute(),
  )
  return rows.map((row) => ({
    id: row.id,
    device: row.name,
    credentialId: row.credential_id,
    transports: listOf(row.transports),
    createdAt: row.created_at,
    usedAt: row.used_at,
    madeWay: row.made_way,
  }))
}

/** Keeps a new passkey of the actor; false when that passkey is somebody's already. */
export async function addPasskey(
  db: Db,
  actor: Member,
  credential: WebAuthnCredential,
  device: string,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db.write(actor, async (sql) =>
    sql
      .insertInto('passkey')
      .values({
        id: newId<'passkey'>(),
        school_id: actor.schoolId,
        person_id: actor.personId,
        credential_id: credential.id,
        public_key: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: (credential.transports ?? []).join(' '),
        name: device,
        created_at: momentOf(now),
        used_at: null,
        made_way: await wayOfSession(sql, actor),
      })
      .onConflict((conflict) => conflict.column('credential_id').doNothing())
      .executeTakeFirstOrThrow(),
  )
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** How the actor's session began, or that it has had an own proof since. */
async function wayOfSession(sql: Sql, actor: Member): Promise<string | null> {
  const row = await sql
    .selectFrom('session')
    .select(['way', 'proved_at'])
    .where('id', '=', actor.sessionId)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  return row?.proved_at ? PROVED : (row?.way ?? null)
}

/** Removes a passkey of the actor; false when it is not theirs. */
export async function removePasskey(db: Db, actor: Member, id: PasskeyId): Promise<boolean> {
  const { numDeletedRows } = await db.write(actor, (sql) =>
    sql
      .deleteFrom('passkey')
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', actor.personId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  return numDeletedRows > 0n
}

/** A passkey with whose it is, for checking a signature. */
export type KnownPasskey = {
  readonly id: PasskeyId
  readonly schoolId: SchoolId
  readonly personId: PersonId
  readonly credential: WebAuthnCredential
}

/** The passkey that a browser names; null when it is unknown or its owner has left. */
export async function findPasskey(db: Db, credentialId: string, now: Date): Promise<KnownPasskey | null> {
  const row = await db.read('server', (sql) =>
    sql
      .selectFrom('passkey')
      .innerJoin('person', 'person.id', 'passkey.person_id')
      .innerJoin('school', 'school.id', 'passkey.school_id')
      .selectAll('passkey')
      .where('passkey.credential_id', '=', credentialId)
      .where('school.gone_at', 'is', null)
      .where((where) =>
        where.or([where('person.left_on', 'is', null), where('person.left_on', '>', dayOf(now))]),
      )
      .executeTakeFirst(),
  )
  if (!row) return null
  const publicKey = new Uint8Array(Buffer.from(row.public_key, 'base64url'))
  const credential = {
    id: row.credential_id,
    publicKey,
    counter: row.counter,
    transports: listOf(row.transports) as AuthenticatorTransport[],
  }
  return { id: row.id, schoolId: row.school_id, personId: row.person_id, credential }
}

/** Writes down that a passkey has signed, inside the caller's transaction. */
export async function passkeyUsed(sql: Sql, passkey: KnownPasskey, counter: number, now: Date) {
  await sql
    .updateTable('passkey')
    .set({ counter, used_at: momentOf(now) })
    .where('school_id', '=', passkey.schoolId)
    .where('id', '=', passkey.id)
    .execute()
}

type Using = { readonly counter: number; readonly device: string; readonly shared: boolean }

/** Opens a session for the owner of a passkey whose signature was right. It counts as two factors. */
export function enterByPasskey(db: Db, passkey: KnownPasskey, { counter, device, shared }: Using, now: Date) {
  return db.write(passkey, async (sql) => {
    await passkeyUsed(sql, passkey, counter, now)
    await joinAs(sql, passkey, momentOf(now))
    const { schoolId, personId } = passkey
    return openSession(sql, { schoolId, personId, device, way: 'passkey', shared }, now)
  })
}
