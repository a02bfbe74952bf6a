import { type Moment, momentOf } from '../kernel/day.ts'

/** How somebody came in. A passkey that asked for a finger, face or PIN counts as two factors. */
export type SignInWay = 'code' | 'link' | 'passkey' | 'shown' | 'invitation' | 'setup' | 'demo'

/** What a session still waits for before it opens anything. */
export type Waiting = 'second-factor'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A session of one's own device slides along for 30 days, 180 in all; one on a shared computer ends after 12 hours. */
export const OWN_DEVICE = { idle: 30 * DAY, whole: 180 * DAY } as const
export const SHARED_DEVICE = { idle: 12 * HOUR, whole: 12 * HOUR } as const
/** How long a half-open session waits for the second factor. */
export const WAITING = { idle: 15 * MINUTE, whole: 15 * MINUTE } as const

const SEEN_EVERY = 10 * MINUTE

export type SessionTimes = { readonly expiresAt: Moment; readonly endsAt: Moment }

const later = (moment: Date, milliseconds: number) => momentOf(new Date(moment.getTime() + milliseconds))
const earliest = (one: Moment, other: Moment) => (one < other ? one : other)

/** When a session that starts now ends: unused, and at the latest. */
export function timesFrom(now: Date, { idle, whole }: { idle: number; whole: number }): SessionTimes {
  const endsAt = later(now, whole)
  return { expiresAt: earliest(later(now, idle), endsAt), endsAt }
}

/** The new end of a session that is in use, never beyond its last day. */
export const slideTo = (now: Date, endsAt: Moment, shared: boolean) =>
  earliest(later(now, (shared ? SHARED_DEVICE : OWN_DEVICE).idle), endsAt)

/** Whether it is time to write down again that a session, or a token, is in use. */
export const isDueToBeSeen = (seenAt: Moment | null, now: Date) =>
  seenAt === null || now.getTime() - Date.parse(seenAt) >= SEEN_EVERY
