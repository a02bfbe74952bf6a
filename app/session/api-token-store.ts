import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import type { Moment } from '../kernel/day.ts'
import { type Id, newId, type SchoolId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { type Actor, type Program, personOf } from './actor.ts'
import { hashOf, newToken } from './secret-store.ts'
import { isDueToBeSeen } from './session.ts'

export type ApiTokenId = Id<'api-token'>

const PREFIX = 'draad_'
const SHAPE = /^draad_[\w-]{43}$/
const LONGEST_NAME = 80

/** Makes a token with which a program works for the actor's school. The token is answered once and not kept. */
export async function makeToken(
  db: Db,
  actor: Actor,
  name: string,
  now: Moment,
): Promise<{ id: ApiTokenId; token: string } | Refusal<'no-name'>> {
  const called = name.trim().slice(0, LONGEST_NAME)
  if (called === '') return refuse('no-name', 'name')
  const token = PREFIX + newToken()
  const id = newId<'api-token'>()
  await db.write(actor, (sql) =>
    sql
      .insertInto('api_token')
      .values({
        id,
        school_id: actor.schoolId,
        name: called,
        token_hash: hashOf(token),
        created_by: personOf(actor),
        created_at: now,
        used_at: null,
        revoked_at: null,
      })
      .execute(),
  )
  return { id, token }
}

export type ApiToken = {
  readonly id: ApiTokenId
  readonly name: string
  readonly createdAt: Moment
  /** Who made it; null for the command line. */
  readonly createdBy: string | null
  readonly usedAt: Moment | null
}

/** The tokens of the actor's school that work, the newest first. */
export function listTokens(db: Db, actor: Actor): Promise<ApiToken[]> {
  return db.read(actor, (sql) =>
    sql
      .selectFrom('api_token as token')
      .leftJoin('person as maker', 'maker.id', 'token.created_by')
      .select([
        'token.id',
        'token.name',
        'token.created_at as createdAt',
        'maker.name as createdBy',
        'token.used_at as usedAt',
      ])
      .where('token.school_id', '=', actor.schoolId)
      .where('token.revoked_at', 'is', null)
      .orderBy('token.created_at', 'desc')
      .execute(),
  )
}

/** Ends a token of the actor's school at once; false when there is none. */
export async function revokeToken(db: Db, actor: Actor, id: ApiTokenId, now: Moment): Promise<boolean> {
  const { numUpdatedRows } = await db.write(actor, (sql) =>
    sql
      .updateTable('api_token')
      .set({ revoked_at: now })
      .where('school_id', '=', actor.schoolId)
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirstOrThrow(),
  )
  return numUpdatedRows > 0n
}

const byHash = prepared<{ id: ApiTokenId; school_id: SchoolId; used_at: Moment | null }>(
  'select id, school_id, used_at from api_token where token_hash = ? and revoked_at is null',
)

/** The program that carries this token; null when it is unknown or was revoked. Its use is noted every ten minutes. */
export async function programByToken(db: Db, token: string, now: Moment): Promise<Program | null> {
  if (!SHAPE.test(token)) return null
  const [row] = await db.read('server', (sql) => byHash(db, sql, [hashOf(token)]))
  if (!row) return null
  const program: Program = { kind: 'program', schoolId: row.school_id, tokenId: row.id }
  if (isDueToBeSeen(row.used_at, new Date(now))) await noteUse(db, program, now)
  return program
}

const noteUse = (db: Db, program: Program, now: Moment) =>
  db.write(program, (sql) =>
    sql
      .updateTable('api_token')
      .set({ used_at: now })
      .where('school_id', '=', program.schoolId)
      .where('id', '=', program.tokenId as ApiTokenId)
      .execute(),
  )
