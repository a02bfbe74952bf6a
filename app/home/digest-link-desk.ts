import type { Db } from '../db/database.ts'
import type { PersonId } from '../kernel/id.ts'
import { isSame, keyedHash, serverKey } from '../session/secret-store.ts'

/** The proof in the link of a letter: whoever holds the letter may turn that person's letters off, and nothing else. */
const proofFor = async (db: Db, personId: PersonId) =>
  keyedHash(await serverKey(db), `digest-off:${personId}`).slice(0, 43)

/** The path at which somebody turns the daily letter off without signing in. */
export const offPath = async (db: Db, personId: PersonId) =>
  `/digest/${personId}/${await proofFor(db, personId)}`

export const isProof = async (db: Db, personId: PersonId, given: string) =>
  isSame(await proofFor(db, personId), given)
