import type { Moment } from '../kernel/day.ts'
import type { Id, PersonId, SchoolId } from '../kernel/id.ts'

export type MailId = Id<'mail'>

/** One message to one person, as a room hands it in. */
export type Letter = {
  readonly schoolId: SchoolId
  /** Whom it is for; null for an address that belongs to nobody yet. */
  readonly personId: PersonId | null
  /** What sort of message it is ('sign-in', 'invitation', ...), for the list of what could not be sent. */
  readonly kind: string
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly body: string
  /** What goes along for the calendar: an iCalendar file with its method. */
  readonly calendar?: string
  /** Where a mail program turns off letters like this one, with one post and no session (RFC 8058). */
  readonly unsubscribe?: string
  /** Handed in again with the same key (within the school), the letter is queued once. */
  readonly onceKey?: string
  /** After this moment it helps nobody any more and is not sent. */
  readonly usefulUntil?: Moment
}

/** Why a letter is not taken: nothing leaves the demo school, and an address must be one. */
export type LetterRefusal = 'demo-school' | 'no-address'

const MINUTE = 60_000
/** How long to wait after each try, in minutes; after the last one the letter is given up. */
const PAUSES = [1, 2, 5, 15, 30, 60, 120, 240, 480, 720] as const

/** The moment of the next try after so many, or null when it has been tried enough (about a day and a half). */
export function nextTry(attempts: number, now: Date): Date | null {
  const minutes = PAUSES[attempts - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * MINUTE)
}

/** How long one worker may be busy with one letter before another takes it over; longer than a try can last. */
export const LEASE = 2 * MINUTE

/** One line without anything that could end a header: no breaks, no control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
export const oneLine = (text: string) => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()

const ADDRESS = /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]{1,190}$/

/** An e-mail address from outside in the form in which it is kept and compared; null when it can't be one. */
export function parseAddress(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const address = value.trim().normalize('NFC').toLowerCase()
  return ADDRESS.test(address) && address.length <= 254 && address.includes('.', address.indexOf('@'))
    ? address
    : null
}
