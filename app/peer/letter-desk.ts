import type { Sql } from '../db/database.ts'
import { clock, dayOf, type Moment, weekDay } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { type Addressee, readAddressees } from '../meeting/invite-store.ts'
import { type CalendarMethod, calendarFile } from '../post/calendar.ts'
import { queueMail } from '../post/mail-store.ts'
import type { Actor } from '../session/actor.ts'
import { type PeerGroup, type PeerMoment, peerUid, peopleIn } from './peer.ts'
import { type PeerTelling, peerTellings } from './peer-telling.ts'
import { joinNames, peerTellingText } from './peer-telling-text.ts'
import type { TellPeers, Told } from './peer-write-store.ts'

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

/** Tells those concerned by letter: that something is asked or was agreed, never what they wrote. */
export const tellPeersBy =
  (sending: Sending): TellPeers =>
  async ({ sql, tx }, told) => {
    const to = peerTellings(told.before, told.after, told.by)
    if (to.length === 0) return
    const all = await readAddressees(sql, sending.actor)
    const names = await namesIn(sql, sending.actor)
    for (const one of to) {
      const who = all.find(({ person }) => person === one.to)
      // Without an address there is no letter; the page tells the same.
      if (who) await queueMail(tx, letterFor({ told, one, who, names, sending }), new Date(sending.now))
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
  return `${[
    text.hello(who.name.split(' ')[0] ?? ''),
    said,
    ...(moment === null ? [] : [whenOf(moment, who.language)]),
    text.look(`${sending.origin}${ways}`),
    ...(moment === null ? [] : [kind === 'called-off' ? text.calendarCancel : text.calendar]),
  ].join('\n\n')}\n`
}

function whenOf({ startsAt, endsAt }: PeerMoment, language: Language) {
  const day = weekDay(dayOf(new Date(startsAt)), language)
  return peerTellingText(language).when(day, clock(startsAt, language), clock(endsAt, language))
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
    organizer: {
      name: 'Rode Draad',
      address: sending.from ?? `rode-draad@${new URL(sending.origin).hostname}`,
    },
    attendee: { name: who.name, address: who.address },
    changedAt: sending.now,
  }
  return calendarFile(event, method)
}
