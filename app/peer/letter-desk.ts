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
import { type CalendarMethod, calendarFile } from '../post/calendar.ts'
import { firstName } from '../school/person.ts'
import { type PeerGroup, type PeerMoment, peerUid, peopleIn } from './peer.ts'
import { type PeerTelling, peerTellings } from './peer-telling.ts'
import { joinNames, peerTellingText } from './peer-telling-text.ts'
import type { TellPeers, Told } from './peer-write-store.ts'

/** Tells those concerned by letter: that something is asked or was agreed, never what they wrote. */
export const tellPeersBy =
  (sending: Sending): TellPeers =>
  (at, told) =>
    writeToEach(at, sending, peerTellings(told.before, told.after, told.by), (one, who, names) =>
      letterFor({ told, one, who, names, sending }),
    )

type Writing = {
  readonly told: Told
  readonly one: PeerTelling
  readonly who: Addressee
  readonly names: Names
  readonly sending: Sending
}

function letterFor({ told, one, who, names, sending }: Writing) {
  const { after } = told
  const { moment, kind } = one
  const text = peerTellingText(who.language)
  return {
    schoolId: sending.actor.schoolId,
    personId: who.person,
    kind: `peer-${kind}`,
    to: who.address,
    subject: text.subject[kind],
    body: bodyFor({ told, one, who, names, sending }),
    ...(moment === null ? {} : { calendar: calendarFor(moment, { told, one, who, names, sending }) }),
    onceKey: `peer:${after.id}:${after.revision}:${kind}:${moment?.id ?? one.about ?? ''}:${who.person}`,
    ...(moment === null ? {} : { usefulUntil: moment.endsAt }),
  }
}

/** Who are in it besides this reader; who is asked reads who asks. */
function othersIn(group: PeerGroup, me: PersonId, names: Names, language: Language): string {
  const text = peerTellingText(language)
  const others = peopleIn(group).filter((person) => person !== me)
  return (
    joinNames(
      others.map((person) => names.get(person) ?? ''),
      text.and,
    ) || text.colleague
  )
}

function bodyFor({ told, one, who, names, sending }: Writing): string {
  const { after } = told
  const { kind, moment, about } = one
  const text = peerTellingText(who.language)
  const others = othersIn(moment && told.before ? told.before : after, who.person, names, who.language)
  const said = text.says[kind]({ who: (about && names.get(about)) || text.colleague, others })
  const ways = kind === 'taken-back' ? '/peers' : `/peers/${after.id}`
  return bodyOf([
    text.hello(firstName(who)),
    said,
    ...(moment === null ? [] : [text.when(...whenIn(moment, who.language))]),
    text.look(`${sending.origin}${ways}`),
    ...(moment === null ? [] : [kind === 'called-off' ? text.calendarCancel : text.calendar]),
  ])
}

function calendarFor(moment: PeerMoment, { told, one, who, names, sending }: Writing): string {
  const method: CalendarMethod = one.kind === 'called-off' ? 'cancel' : 'request'
  const url = `${sending.origin}/peers/${told.after.id}`
  const others = othersIn(told.before ?? told.after, who.person, names, who.language)
  const event = {
    uid: peerUid(moment),
    sequence: moment.sequence,
    startsAt: moment.startsAt,
    endsAt: moment.endsAt,
    title: peerTellingText(who.language).title(others),
    place: moment.place,
    description: url,
    url,
    ...betweenWhom(sending, who),
    changedAt: sending.now,
  }
  return calendarFile(event, method)
}
