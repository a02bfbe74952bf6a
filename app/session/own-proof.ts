import { type Moment, momentOf } from '../kernel/day.ts'

/** Why somebody could not show that it is they who sit here. */
export type ProofRefusal =
  | 'wrong-code'
  | 'too-many-tries'
  | 'too-many-requests'
  | 'no-mail'
  | 'passkey-unknown'

const DAY = 86_400_000

/** What a colleague could have arranged (another address, a passkey after a colleague's link) waits this many days. */
export const WAITING_DAYS = 7

/** How long a code for the own proof can be used, in milliseconds. */
export const PROOF_LASTS = 15 * 60_000

/** A passkey made in a session that had an own proof already. */
export const PROVED = 'proved'

/** The first moment at which something that was made or changed then counts as somebody's own. */
export const countsFrom = (then: Moment) => momentOf(new Date(Date.parse(then) + WAITING_DAYS * DAY))

/** Whether a code by mail reaches the person for sure: the address had stood long enough at this moment. */
export const isOwnAddress = (changedAt: Moment | null, at: Moment) =>
  changedAt === null || countsFrom(changedAt) <= at

type Made = { readonly madeWay: string | null; readonly createdAt: Moment }

/**
 * Whether a passkey is the person's own for sure: made in a session that nobody else could have begun, or long enough
 * in sight. A session begun with a passkey is no better than that passkey was.
 */
export function isOwnPasskey({ madeWay, createdAt }: Made, addressChangedAt: Moment | null, now: Moment) {
  if (countsFrom(createdAt) <= now || madeWay === PROVED) return true
  const byMail = madeWay === 'code' || madeWay === 'link'
  const stood = addressChangedAt !== null && addressChangedAt > createdAt
  return byMail && (stood || isOwnAddress(addressChangedAt, createdAt))
}
