import { dayOf, weekDay } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { Addressee } from '../meeting/invite-store.ts'
import {
  betweenWhom,
  bodyOf,
  type Names,
  type Sending,
  whenIn,
  writeToEach,
} from '../meeting/letters-desk.ts'
import { type CalendarEvent, type CalendarMethod, calendarFile } from '../post/calendar.ts'
import { firstName } from '../school/person.ts'
import type { AskBySwap } from './swap-store.ts'
import { type Telling, tellings } from './telling.ts'
import { tellingText } from './telling-text.ts'
import { type Place, partOf, type Visit, visitUid } from './visit.ts'
import type { Tell, Told } from './visit-store.ts'

/** Tells those concerned by letter, each with what their calendar has to know. */
export const tellBy =
  (sending: Sending): Tell =>
  (at, told) =>
    writeToEach(at, sending, tellings(told.before, told.after, told.by), (one, who, names) =>
      letterFor({ told, one, who, names, sending }),
    )

/** Tells somebody that swapping moments waits for them; who is asked to swap reads no more than the moment. */
export const askBySwap =
  (sending: Sending): AskBySwap =>
  (at, { swap, to, visit }) =>
    writeToEach(at, sending, [{ to }], (_one, who, names) => {
      const text = tellingText(who.language)
      const kind = to === swap.with ? 'swap-asked' : 'swap-host'
      const visitor = names.get(visit.visitor) ?? ''
      return {
        schoolId: sending.actor.schoolId,
        personId: to,
        kind: `visit-${kind}`,
        to: who.address,
        subject: text.subject[kind](weekDay(dayOf(new Date(visit.startsAt)), who.language)),
        body: bodyOf([
          text.hello(firstName(who)),
          text.says[kind]({ visitor, host: '', cover: '', by: visitor }),
          text.when(...whenIn(visit, who.language)),
          text.look(`${sending.origin}/visits`),
        ]),
        onceKey: `visit-swap:${swap.id}:${kind}:${to}`,
        usefulUntil: visit.endsAt,
      }
    })

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
  return bodyOf([
    text.hello(firstName(who)),
    said,
    [text.when(...whenIn(place, who.language)), ...coverLine(place, nameOf, who.language)].join('\n'),
    ...wordsOf(told, one, nameOf, who.language),
    isOver ? text.other(`${sending.origin}/visits`) : text.look(`${sending.origin}/visits/${after.id}`),
    ...calendarLine(one, who.language),
  ])
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
  return {
    uid: visitUid(visit),
    sequence: visit.sequence,
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    title: title(nameOf(visit.visitor), nameOf(visit.host)),
    place: '',
    description: url,
    url,
    ...betweenWhom(sending, who),
    changedAt: sending.now,
  }
}
