import type { Sql } from '../db/database.ts'
import { clock, dayOf, type Moment, weekDay } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { type Addressee, readAddressees } from '../meeting/invite-store.ts'
import { type CalendarEvent, type CalendarMethod, calendarFile } from '../post/calendar.ts'
import { queueMail } from '../post/mail-store.ts'
import type { Actor } from '../session/actor.ts'
import type { AskBySwap } from './swap-store.ts'
import { type Telling, tellings } from './telling.ts'
import { tellingText } from './telling-text.ts'
import { type Place, partOf, type Visit, visitUid } from './visit.ts'
import type { Tell, Told } from './visit-store.ts'

/** What the letters need to know of the server and of who acts. */
export type Sending = {
  readonly actor: Actor
  readonly now: Moment
  /** The address of the server, without a slash at the end. */
  readonly origin: string
  /** The address that the letters come from: a calendar trusts an invitation of its sender alone. */
  readonly from: string | null
}

type Names = ReadonlyMap<PersonId, string>

/** Tells those concerned by letter, each with what their calendar has to know. */
export const tellBy =
  (sending: Sending): Tell =>
  async ({ sql, tx }, told) => {
    const to = tellings(told.before, told.after, told.by)
    if (to.length === 0) return
    const all = await readAddressees(sql, sending.actor)
    const names = await namesIn(sql, sending.actor)
    for (const one of to) {
      const who = all.find(({ person }) => person === one.to)
      // Without an address there is no letter; the page of the visits tells the same.
      if (who) await queueMail(tx, letterFor({ told, one, who, names, sending }), new Date(sending.now))
    }
  }

/** Tells somebody that swapping moments waits for them; who is asked to swap reads no more than the moment. */
export const askBySwap =
  (sending: Sending): AskBySwap =>
  async ({ sql, tx }, { swap, to, visit }) => {
    const who = (await readAddressees(sql, sending.actor)).find(({ person }) => person === to)
    if (!who) return
    const text = tellingText(who.language)
    const kind = to === swap.with ? 'swap-asked' : 'swap-host'
    const names = await namesIn(sql, sending.actor)
    const visitor = names.get(visit.visitor) ?? ''
    const letter = {
      schoolId: sending.actor.schoolId,
      personId: to,
      kind: `visit-${kind}`,
      to: who.address,
      subject: text.subject[kind](weekDay(dayOf(new Date(visit.startsAt)), who.language)),
      body: `${[
        text.hello(who.name.split(' ')[0] ?? ''),
        text.says[kind]({ visitor, host: '', cover: '', by: visitor }),
        whenOf(visit, who.language),
        text.look(`${sending.origin}/visits`),
      ].join('\n\n')}\n`,
      onceKey: `visit-swap:${swap.id}:${kind}:${to}`,
      usefulUntil: visit.endsAt,
    }
    await queueMail(tx, letter, new Date(sending.now))
  }

async function namesIn(sql: Sql, actor: Actor): Promise<Names> {
  const rows = await sql
    .selectFrom('person')
    .select(['id', 'name'])
    .where('school_id', '=', actor.schoolId)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

type Writing = {
  readonly told: Told
  readonly one: Telling
  readonly who: Addressee
  readonly names: Names
  readonly sending: Sending
}

function letterFor(writing: Writing) {
  const { told, one, who, sending } = writing
  const { after } = told
  const text = tellingText(who.language)
  const place = placeTold(one, told)
  return {
    schoolId: sending.actor.schoolId,
    personId: who.person,
    kind: `visit-${one.kind}`,
    to: who.address,
    subject: text.subject[one.kind](weekDay(dayOf(new Date(place.startsAt)), who.language)),
    body: bodyFor(writing, place),
    ...(one.calendar === null ? {} : { calendar: calendarFor(writing, one.calendar) }),
    onceKey: `visit:${after.id}:${after.revision}:${one.kind}:${who.person}`,
    usefulUntil: place.endsAt,
  }
}

/** The moment that the letter is about: the proposed one, or that of the visit; of who is out of it the old one. */
function placeTold({ kind }: Telling, { before, after }: Told): Place {
  if (kind === 'other-moment') return after.next ?? after
  return kind === 'cover-released' ? (before ?? after) : after
}

function bodyFor({ told, one, who, names, sending }: Writing, place: Place): string {
  const { after, by } = told
  const text = tellingText(who.language)
  const nameOf = (person: PersonId | null) => (person === null ? '' : (names.get(person) ?? ''))
  const said = saidTo(
    one,
    told,
    who.language,
  )({
    visitor: nameOf(after.visitor),
    host: nameOf(after.host),
    cover: nameOf(after.cover),
    by: nameOf(by),
  })
  const isOver = after.state === 'cancelled' || after.state === 'declined' || one.kind === 'cover-released'
  return `${[
    text.hello(nameOf(who.person).split(' ')[0] ?? ''),
    said,
    [whenOf(place, who.language), ...coverLine(place, nameOf, who.language)].join('\n'),
    ...wordsOf(told, one, nameOf, who.language),
    isOver ? text.other(`${sending.origin}/visits`) : text.look(`${sending.origin}/visits/${after.id}`),
    ...calendarLine(one, who.language),
  ].join('\n\n')}\n`
}

/** The sentence of a letter; of what somebody is in or did, it speaks to them. */
function saidTo({ kind, to }: Telling, { after, by }: Told, language: Language) {
  const { says, saysYou } = tellingText(language)
  if (kind === 'cancelled') return to === by ? saysYou.cancelled : says.cancelled
  if (kind === 'cover-asked' && by === after.visitor) return saysYou.coverAsked
  if (kind !== 'agreed') return says[kind]
  if (to === after.visitor) return saysYou.agreedVisitor
  return to === after.host ? saysYou.agreedHost : says.agreed
}

function whenOf(place: Place, language: Language) {
  const day = weekDay(dayOf(new Date(place.startsAt)), language)
  return tellingText(language).when(day, clock(place.startsAt, language), clock(place.endsAt, language))
}

type NameOf = (person: PersonId | null) => string

const coverLine = ({ cover }: Place, nameOf: NameOf, language: Language) =>
  cover === null ? [] : [tellingText(language).cover(nameOf(cover))]

/** What who calls it off wrote along; the question to the host stays on the page. */
function wordsOf({ after, by }: Told, { kind }: Telling, nameOf: NameOf, language: Language): string[] {
  const words = after.ended?.words ?? ''
  const goesAlong = kind === 'declined' || kind === 'cancelled' || kind === 'withdrawn'
  return words !== '' && goesAlong ? [tellingText(language).wrote(nameOf(by), words)] : []
}

const calendarLine = ({ calendar }: Telling, language: Language) => {
  const text = tellingText(language)
  return calendar === null ? [] : [calendar === 'cancel' ? text.calendarCancel : text.calendar]
}

/** Who is out of a visit is told so by the visit as it was, with the number it has now. */
function calendarFor({ told, one, who, names, sending }: Writing, method: CalendarMethod): string {
  const { before, after } = told
  const seen = one.kind === 'cover-released' && before ? { ...before, sequence: after.sequence } : after
  return visitFile(seen, { ...who, names }, sending, method)
}

type For = Pick<Addressee, 'person' | 'name' | 'address' | 'language'> & { readonly names: Names }

/** The visit as an iCalendar file, in the words of who keeps it in a calendar. */
export function visitFile(visit: Visit, who: For, sending: Sending, method: CalendarMethod = 'file'): string {
  return calendarFile(eventOf(visit, who, sending), method)
}

function eventOf(visit: Visit, who: For, sending: Sending): CalendarEvent {
  const part = partOf(visit, who.person) ?? 'cover'
  const text = tellingText(who.language)
  const nameOf = (person: PersonId) => who.names.get(person) ?? ''
  const title = text.title[part === 'asked-to-cover' ? 'cover' : part]
  const url = `${sending.origin}/visits/${visit.id}`
  const host = new URL(sending.origin).hostname
  return {
    uid: visitUid(visit),
    sequence: visit.sequence,
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    title: title(nameOf(visit.visitor), nameOf(visit.host)),
    place: '',
    description: url,
    url,
    organizer: { name: 'Rode Draad', address: sending.from ?? `rode-draad@${host}` },
    attendee: who.address === '' ? null : { name: who.name, address: who.address },
    changedAt: sending.now,
  }
}
