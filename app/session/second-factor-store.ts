import { Secret, TOTP } from 'otpauth'
import type { Db, Sql } from '../db/database.ts'
import { type Moment, momentOf } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { type Keeper, type Member, personOf } from './actor.ts'
import type { ToldOf } from './link-store.ts'
import { seal, serverKey, unseal } from './secret-store.ts'
import { revokeAll, type Somebody, tellAccess } from './session-store.ts'
import { parseCode } from './sign-in.ts'

const PERIOD = 30
const ISSUER = 'Rode Draad'

const totpOf = (secret: string, label = '') =>
  new TOTP({
    issuer: ISSUER,
    label,
    secret: Secret.fromBase32(secret),
    period: PERIOD,
    digits: 6,
    algorithm: 'SHA1',
  })

/** The step of time that a code belongs to, now or one before or after; null when it belongs to none of these. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : TOTP.counter({ period: PERIOD, timestamp: now.getTime() }) + delta
}

export type SecondFactor = {
  readonly state: 'none' | 'started' | 'confirmed'
  readonly confirmedAt: Moment | null
  /** Somebody else took it away: when, and who. */
  readonly resetAt: Moment | null
  readonly resetBy: string | null
}

/** How the actor's second factor stands. */
export async function readSecondFactor(db: Db, actor: Member): Promise<SecondFactor> {
  const row = await db.read(actor, (sql) =>
    sql
      .selectFrom('second_factor as factor')
      .leftJoin('person as helper', 'helper.id', 'factor.reset_by')
      .select(['factor.secret', 'factor.confirmed_at', 'factor.reset_at', 'helper.name as resetBy'])
      .where('factor.school_id', '=', actor.schoolId)
      .where('factor.person_id', '=', actor.personId)
      .executeTakeFirst(),
  )
  const state = !row || row.secret === '' ? 'none' : row.confirmed_at ? 'confirmed' : 'started'
  return {
    state,
    confirmedAt: row?.confirmed_at ?? null,
    resetAt: row?.reset_at ?? null,
    resetBy: row?.resetBy ?? null,
  }
}

/** The secret as an app reads it: to type, and as an address for a QR code. */
export type FactorSecret = { readonly secret: string; readonly uri: string }

/** Starts with a new secret, or shows the one that still waits to be confirmed. */
export async function startSecondFactor(
  db: Db,
  actor: Member,
  now: Date,
): Promise<FactorSecret | Refusal<'confirmed-already'>> {
  const key = await serverKey(db)
  const secret = new Secret({ size: 20 }).base32
  return db.write(actor, async (sql) => {
    const row = await factorOf(sql, actor)
    if (row?.confirmed_at) return refuse('confirmed-already')
    const known = row?.secret ? unseal(key, row.secret, actor.personId) : null
    if (!known) await keepSecret(sql, actor, seal(key, secret, actor.personId), now)
    return { secret: known ?? secret, uri: totpOf(known ?? secret, actor.name).toString() }
  })
}

const keepSecret = (sql: Sql, { personId, schoolId }: Member, secret: string, now: Date) =>
  sql
    .insertInto('second_factor')
    .values({
      person_id: personId,
      school_id: schoolId,
      secret,
      last_step: 0,
      created_at: momentOf(now),
      confirmed_at: null,
      reset_at: null,
      reset_by: null,
    })
    .onConflict((conflict) =>
      conflict
        .column('person_id')
        .doUpdateSet({ secret, last_step: 0, created_at: momentOf(now), confirmed_at: null }),
    )
    .execute()

const factorOf = (sql: Sql, { schoolId, personId }: Somebody) =>
  sql
    .selectFrom('second_factor')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .executeTakeFirst()

/**
 * Takes a code: right once, and never again, because its step of time is kept. The first right code confirms a new
 * second factor.
 */
export async function useSecondFactor(
  db: Db,
  somebody: Somebody,
  typed: unknown,
  now: Date,
): Promise<boolean> {
  const key = await serverKey(db)
  const code = parseCode(typed)
  if (!code) return false
  return db.write(somebody, (sql) => takeStep(sql, key, somebody, code, now))
}

async function takeStep(sql: Sql, key: Buffer, somebody: Somebody, code: string, now: Date) {
  const row = await factorOf(sql, somebody)
  const secret = row?.secret ? unseal(key, row.secret, somebody.personId) : null
  const step = secret ? stepOfCode(secret, code, now) : null
  if (!row || step === null) return false
  const { numUpdatedRows } = await sql
    .updateTable('second_factor')
    .set({ last_step: step, confirmed_at: row.confirmed_at ?? momentOf(now) })
    .where('school_id', '=', somebody.schoolId)
    .where('person_id', '=', somebody.personId)
    .where('last_step', '<', step)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** The actor gives up the second factor, with a code of it as proof. */
export async function dropSecondFactor(db: Db, actor: Member, typed: unknown, now: Date): Promise<boolean> {
  if (!(await useSecondFactor(db, actor, typed, now))) return false
  await db.write(actor, (sql) =>
    sql
      .deleteFrom('second_factor')
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', actor.personId)
      .execute(),
  )
  return true
}

/** Writes to somebody, within the same transaction, what was done. */
export type Tell = (tx: Db, whose: Somebody, told: ToldOf, now: Date) => Promise<void>

/**
 * An administrator (or who runs the server) takes a second factor away, because the phone is lost. Its owner is told, it stays
 * visible on their account page, and every session of theirs ends. Who may is asked before (`mayHelpIn`).
 */
export function resetSecondFactor(
  db: Db,
  actor: Member | Keeper,
  personId: PersonId,
  tell: Tell,
  now: Date,
): Promise<boolean> {
  return db.write(actor, async (sql, tx) => {
    const { numUpdatedRows } = await sql
      .updateTable('second_factor')
      .set({
        secret: '',
        last_step: 0,
        confirmed_at: null,
        reset_at: momentOf(now),
        reset_by: personOf(actor),
      })
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', personId)
      .where('secret', '!=', '')
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return false
    await revokeAll(sql, { schoolId: actor.schoolId, personId }, now)
    tellAccess(tx, { schoolId: actor.schoolId, personId })
    const told = await toldOf(sql, actor, personId)
    if (told) await tell(tx, { schoolId: actor.schoolId, personId }, told, now)
    return true
  })
}

/** Whom the letter about it goes to. */
async function toldOf(sql: Sql, actor: Member | Keeper, personId: PersonId): Promise<ToldOf | null> {
  const person = await sql
    .selectFrom('person')
    .leftJoin('account', 'account.person_id', 'person.id')
    .select(['person.email', 'person.name', 'account.language'])
    .where('person.school_id', '=', actor.schoolId)
    .where('person.id', '=', personId)
    .executeTakeFirst()
  return person ? { ...person, by: actor.kind === 'member' ? actor.name : null } : null
}

/** Everybody on this server with an address who has a second factor; for who runs the server. */
export function withSecondFactor(db: Db, address: string): Promise<Somebody[]> {
  return db.read('server', (sql) =>
    sql
      .selectFrom('second_factor as factor')
      .innerJoin('person', 'person.id', 'factor.person_id')
      .select(['factor.school_id as schoolId', 'factor.person_id as personId'])
      .where('person.email', '=', address)
      .where('factor.secret', '!=', '')
      .execute(),
  )
}
