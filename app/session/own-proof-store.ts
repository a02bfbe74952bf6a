import type { Db, Sql } from '../db/database.ts'
import { type Moment, momentOf } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import type { Member } from './actor.ts'
import { countsFrom, isOwnAddress, isOwnPasskey, PROOF_LASTS } from './own-proof.ts'
import type { KnownPasskey, Passkey } from './passkey-store.ts'
import { ownPasskeys, passkeyUsed } from './passkey-store.ts'
import { hashOf, isSame, keyedHash, newCode, newToken, serverKey } from './secret-store.ts'

/** Whether this session has had a passkey or mail code of the person inside it. */
export async function hasOwnProof(db: Db, actor: Member): Promise<boolean> {
  const row = await db.read(actor, (sql) =>
    sql
      .selectFrom('session')
      .select('proved_at')
      .where('id', '=', actor.sessionId)
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', actor.personId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst(),
  )
  return (row?.proved_at ?? null) !== null
}

/** What this person can prove it with. */
export type ProofWays = {
  /** Passkeys that are the person's own for sure. */
  readonly passkeys: readonly Passkey[]
  /** From when the first passkey counts that does not yet; null when there is none. */
  readonly passkeyFrom: Moment | null
  readonly email: string | null
  /** From when a code by mail counts again, while the address changed too short ago; else null. */
  readonly addressFrom: Moment | null
}

export async function proofWays(db: Db, actor: Member, now: Date): Promise<ProofWays> {
  const all = await ownPasskeys(db, actor)
  const row = await db.read(actor, (sql) =>
    sql
      .selectFrom('person')
      .select(['email', 'address_changed_at as changedAt'])
      .where('id', '=', actor.personId)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst(),
  )
  const changedAt = row?.changedAt ?? null
  const moment = momentOf(now)
  const isOwn = (passkey: Passkey) => isOwnPasskey(passkey, changedAt, moment)
  const waiting = all.find((passkey) => !isOwn(passkey))
  return {
    passkeys: all.filter(isOwn),
    passkeyFrom: waiting ? countsFrom(waiting.createdAt) : null,
    email: row?.email ?? null,
    addressFrom: changedAt === null || isOwnAddress(changedAt, moment) ? null : countsFrom(changedAt),
  }
}

/** A code is of one session: what it is hashed with is nobody's cookie, so it never signs anybody in. */
const challengeOf = (actor: Member) => `proof ${actor.sessionId}`

const codeHash = (key: Buffer, actor: Member, code: string) =>
  keyedHash(key, `${hashOf(challengeOf(actor))} ${code}`)

/** Makes a code for this session, inside the caller's transaction; older ones of this session end. */
export async function makeProofCode(
  sql: Sql,
  actor: Member,
  key: Buffer,
  now: Date,
): Promise<{ code: string; expiresAt: Moment }> {
  const code = newCode()
  const expiresAt = momentOf(new Date(now.getTime() + PROOF_LASTS))
  await openCodes(sql, actor, now)
    .set({ expires_at: momentOf(now) })
    .execute()
  await sql
    .insertInto('sign_in_code')
    .values({
      id: newId<'sign-in-code'>(),
      school_id: actor.schoolId,
      person_id: actor.personId,
      kind: 'proof',
      challenge_hash: hashOf(challengeOf(actor)),
      code_hash: codeHash(key, actor, code),
      // No link goes with it: this token is not given to anybody.
      link_hash: hashOf(newToken()),
      made_by: null,
      created_at: momentOf(now),
      expires_at: expiresAt,
      used_at: null,
      used_on: null,
    })
    .execute()
  return { code, expiresAt }
}

const openCodes = (sql: Sql, actor: Member, now: Date) =>
  sql
    .updateTable('sign_in_code')
    .where('school_id', '=', actor.schoolId)
    .where('person_id', '=', actor.personId)
    .where('kind', '=', 'proof')
    .where('challenge_hash', '=', hashOf(challengeOf(actor)))
    .where('used_at', 'is', null)
    .where('expires_at', '>', momentOf(now))

/** Uses the code up and lays the proof on the session, both or neither; false for a wrong, used or old code. */
export async function proveByCode(db: Db, actor: Member, code: string, now: Date): Promise<boolean> {
  const given = codeHash(await serverKey(db), actor, code)
  return db.write(actor, async (sql) => {
    const used = await openCodes(sql, actor, now)
      .set({ used_at: momentOf(now) })
      .where('code_hash', '=', given)
      .returning('code_hash')
      .execute()
    if (!used.some((row) => isSame(row.code_hash ?? '', given))) return false
    await laidOn(sql, actor, momentOf(now))
    return true
  })
}

/** A passkey of this person signed inside this session. */
export function proveByPasskey(db: Db, actor: Member, passkey: KnownPasskey, counter: number, now: Date) {
  return db.write(actor, async (sql) => {
    await passkeyUsed(sql, passkey, counter, now)
    await laidOn(sql, actor, momentOf(now))
  })
}

/** The session closes again what the proof had opened. */
export const withdrawProof = (db: Db, actor: Member) => db.write(actor, (sql) => laidOn(sql, actor, null))

const laidOn = (sql: Sql, actor: Member, provedAt: Moment | null) =>
  sql
    .updateTable('session')
    .set({ proved_at: provedAt })
    .where('id', '=', actor.sessionId)
    .where('school_id', '=', actor.schoolId)
    .where('person_id', '=', actor.personId)
    .where('revoked_at', 'is', null)
    .execute()
