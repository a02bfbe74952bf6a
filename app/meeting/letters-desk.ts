import type { Db, Sql } from '../db/database.ts'
import { clock, dayOf, type Moment, weekDay } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { CalendarEvent } from '../post/calendar.ts'
import type { Letter } from '../post/mail.ts'
import { queueMail } from '../post/mail-store.ts'
import type { Actor } from '../session/actor.ts'
import { type Addressee, readAddressees } from './invite-store.ts'

/** What letters among colleagues need to know of the server and of who acts. */
export type Sending = {
  readonly actor: Actor
  readonly now: Moment
  /** The address of the server, without a slash at the end. */
  readonly origin: string
  /** The address that the letters come from: a calendar trusts an invitation of its sender alone. */
  readonly from: string | null
}

/** How everybody of the school is called, also who left. */
export type Names = ReadonlyMap<PersonId, string>

/** Writes to each in turn, inside the change that it tells of. Without an address there is no letter: pages tell the same. */
export async function writeToEach<One extends { readonly to: PersonId }>(
  { sql, tx }: { readonly sql: Sql; readonly tx: Db },
  { actor, now }: Pick<Sending, 'actor' | 'now'>,
  to: readonly One[],
  letterFor: (one: One, who: Addressee, names: Names) => Letter,
): Promise<void> {
  if (to.length === 0) return
  const all = await readAddressees(sql, actor)
  const names = await namesIn(sql, actor)
  for (const one of to) {
    const who = all.find(({ person }) => person === one.to)
    if (who) await queueMail(tx, letterFor(one, who, names), new Date(now))
  }
}

async function namesIn(sql: Sql, actor: Actor): Promise<Names> {
  const rows = await sql
    .selectFrom('person')
    .select(['id', 'name'])
    .where('school_id', '=', actor.schoolId)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Paragraphs as the body of a letter. */
export const bodyOf = (paragraphs: readonly string[]) => `${paragraphs.join('\n\n')}\n`

type Span = { readonly startsAt: Moment; readonly endsAt: Moment }

/** The day and the two clocks of a moment, for a sentence that says when. */
export const whenIn = ({ startsAt, endsAt }: Span, language: Language): [string, string, string] => [
  weekDay(dayOf(new Date(startsAt)), language),
  clock(startsAt, language),
  clock(endsAt, language),
]

/** Who sends a calendar its invitation, and to whom; a file to download is for nobody by address. */
export const betweenWhom = (
  { from, origin }: Pick<Sending, 'from' | 'origin'>,
  { name, address }: Pick<Addressee, 'name' | 'address'>,
): Pick<CalendarEvent, 'organizer' | 'attendee'> => ({
  organizer: { name: 'Rode Draad', address: from ?? `rode-draad@${new URL(origin).hostname}` },
  attendee: address === '' ? null : { name, address },
})
