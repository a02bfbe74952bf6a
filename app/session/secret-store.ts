import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hash,
  randomBytes,
  randomInt,
  timingSafeEqual,
} from 'node:crypto'
import type { Db } from '../db/database.ts'

/** The server's own key, for codes and for secrets at rest. */
export type ServerKey = Buffer & { readonly __serverKey?: true }

const TOKEN_SHAPE = /^[\w-]{43}$/

/** 256 bits of chance, fit for a cookie or a link. */
export const newToken = () => randomBytes(32).toString('base64url')

/** A token from outside, or null when it can't be one: nothing is asked of the database then. */
export const parseToken = (value: unknown) =>
  typeof value === 'string' && TOKEN_SHAPE.test(value) ? value : null

/** What is kept of a token. It has 256 bits, so a plain hash can't be guessed back. */
export const hashOf = (token: string) => hash('sha256', token, 'hex')

/** Six digits, each as likely as another. */
export const newCode = () => String(randomInt(0, 1_000_000)).padStart(6, '0')

/** What is kept of something short or guessable (a code, an address): only this server can make it again. */
export const keyedHash = (key: ServerKey, text: string) =>
  createHmac('sha256', key).update(text).digest('hex')

/** Compares in a time that tells nothing of where two texts differ. */
export function isSame(one: string, other: string) {
  const [a, b] = [hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer')]
  return timingSafeEqual(a, b)
}

const keys = new WeakMap<Db, Promise<ServerKey>>()

/** The server's key, made the first time; ask for it before a transaction, not inside one. */
export function serverKey(db: Db): Promise<ServerKey> {
  const known = keys.get(db)
  if (known) return known
  const made = readOrMakeKey(db)
  keys.set(db, made)
  made.catch(() => keys.delete(db))
  return made
}

async function readOrMakeKey(db: Db): Promise<ServerKey> {
  const value = randomBytes(32).toString('base64url')
  return db.write('open', async (sql) => {
    await sql
      .insertInto('server_setting')
      .values({ name: 'server-key', value })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute()
    const row = await sql
      .selectFrom('server_setting')
      .select('value')
      .where('name', '=', 'server-key')
      .executeTakeFirstOrThrow()
    return Buffer.from(row.value, 'base64url')
  })
}

/** Encrypts a secret for keeping; `about` ties it to its owner, so that it can't be moved to another row. */
export function seal(key: Buffer, text: string, about: string) {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** The secret again, or null when it was not sealed with this key for this owner. */
export function unseal(key: Buffer, sealed: string, about: string) {
  const bytes = Buffer.from(sealed, 'base64url')
  try {
    const whole = { authTagLength: 16 }
    const nonce = bytes.subarray(0, 12)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, whole).setAAD(Buffer.from(about))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
