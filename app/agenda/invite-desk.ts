import type { Db } from '../db/database.ts'
import { clock, dayOf, type Moment, weekDay } from '../kernel/day.ts'
import type { MeetingId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { refuse } from '../kernel/refusal.ts'
import { type Addressee, noteInvited, readAddressees, readInvited } from '../meeting/invite-store.ts'
import { type Meeting, type MeetingItem, nameIn, type Scene } from '../meeting/meeting.ts'
import { mayPrepare } from '../meeting/meeting-may.ts'
import { endOf, invitationPrint, type PlanningNo } from '../meeting/meeting-plan.ts'
import { changeMeeting, type InMeeting } from '../meeting/scene-store.ts'
import { type CalendarEvent, type CalendarMethod, calendarFile } from '../post/calendar.ts'
import { queueMail } from '../post/mail-store.ts'
import type { Actor } from '../session/actor.ts'
import { agendaText } from './agenda-text.ts'
import { inviteText } from './invite-text.ts'

/** What a letter is about: an invitation, its change, or that it does not go on. */
type Kind = 'invitation' | 'change' | 'cancelled'

export type Sending = {
  readonly actor: Actor
  readonly now: Moment
  /** The address of the server, without a slash at the end. */
  readonly origin: string
  /** The address that the letters come from: a calendar trusts an invitation of its sender alone. */
  readonly from: string | null
}

/** Sends the invitation to everybody with an address who has not had it. Null: no such meeting here. */
export function sendInvitations(
  db: Db,
  id: MeetingId,
  sending: Sending,
): Promise<'sent' | PlanningNo | null> {
  const { actor, now } = sending
  return changeMeeting(db, actor, id, async (at) => {
    const { meeting } = at.scene
    const may = mayPrepare(actor, meeting)
    if (!may.may) return { refused: 'may-not', because: may.because } as const
    const all = await readAddressees(at.sql, actor)
    if (all.length === 0) return refuse('nobody-to-invite')
    const invited = await readInvited(at.sql, actor, id)
    const people = all.filter(({ person }) => !invited.has(person))
    const { number } = meeting.invitation
    await sendTo(at, meeting, people, { kind: 'invitation', number }, sending)
    const print = meeting.invitation.print ?? invitationPrint(meeting)
    await noteInvited(
      at.sql,
      actor,
      meeting,
      people.map(({ person }) => person),
      { number, print },
      now,
    )
    return 'sent' as const
  })
}

/** After a change: who had the invitation is told, when what it said is not so any more. */
export async function tellChange(at: InMeeting, meeting: Meeting, sending: Sending): Promise<void> {
  const { sentAt, print, number } = meeting.invitation
  const now = invitationPrint(meeting)
  if (sentAt === null || print === now || meeting.phase !== 'prepare') return
  const next = { kind: 'change', number: number + 1 } as const
  await sendTo(at, meeting, await whoHadIt(at, sending.actor), next, sending)
  await noteInvited(at.sql, sending.actor, meeting, [], { number: next.number, print: now }, sending.now)
}

/** It does not go on: who had the invitation is told, and the appointment goes out of their calendars. */
export async function tellCancelled(at: InMeeting, meeting: Meeting, sending: Sending): Promise<void> {
  const { sentAt, print, number } = meeting.invitation
  if (sentAt === null || print === null) return
  const next = { kind: 'cancelled', number: number + 1 } as const
  await sendTo(at, meeting, await whoHadIt(at, sending.actor), next, sending)
  await noteInvited(at.sql, sending.actor, meeting, [], { number: next.number, print }, sending.now)
}

async function whoHadIt({ sql, scene }: InMeeting, actor: Actor) {
  const invited = await readInvited(sql, actor, scene.meeting.id)
  return (await readAddressees(sql, actor)).filter(({ person }) => invited.has(person))
}

type What = { readonly kind: Kind; readonly number: number }

async function sendTo(
  { tx, scene }: InMeeting,
  meeting: Meeting,
  people: readonly Addressee[],
  what: What,
  sending: Sending,
) {
  for (const who of people) {
    const letter = {
      schoolId: meeting.schoolId,
      personId: who.person,
      kind: `meeting-${what.kind}`,
      to: who.address,
      ...wordsFor({ ...scene, meeting }, who, what, sending),
      onceKey: `meeting:${meeting.id}:${what.kind}:${what.number}:${who.person}`,
      usefulUntil: endOf(meeting),
    }
    // The demo school sends nothing, and an address that is none gets nothing: that is no reason to stop.
    await queueMail(tx, letter, new Date(sending.now))
  }
}

function wordsFor(scene: Scene, who: Addressee, what: What, sending: Sending) {
  const { meeting } = scene
  const text = inviteText(who.language)
  const day = weekDay(dayOf(new Date(meeting.startsAt)), who.language)
  const subject = { invitation: text.subject, change: text.subjectChanged, cancelled: text.subjectCancelled }
  return {
    subject: subject[what.kind](meeting.title, day),
    body: bodyFor(scene, who, what, sending),
    calendar: calendarFile(
      eventOf(scene, who, what.number, sending),
      what.kind === 'cancelled' ? 'cancel' : 'request',
    ),
  }
}

const hrefOf = ({ origin }: Sending, id: MeetingId) => `${origin}/meeting/${id}`

function bodyFor(scene: Scene, who: Addressee, { kind }: What, sending: Sending): string {
  const { meeting } = scene
  const { language } = who
  const text = inviteText(language)
  const chair = nameIn(scene, meeting.chair) ?? ''
  const opening = {
    invitation: text.comes(chair),
    change: text.changed,
    cancelled: text.cancelled(meeting.cancelReason ?? ''),
  }
  const goesOn = [
    ...agendaLines(scene.items, language),
    text.read(hrefOf(sending, meeting.id)),
    text.cantCome,
    text.calendar,
  ]
  return `${[
    text.hello(who.name.split(' ')[0] ?? ''),
    opening[kind],
    `${meeting.title}\n${whenAndWhere(meeting, language)}`,
    ...(kind === 'cancelled' ? [text.calendarCancel] : goesOn),
  ].join('\n\n')}\n`
}

function whenAndWhere(meeting: Meeting, language: Language) {
  const text = inviteText(language)
  const day = weekDay(dayOf(new Date(meeting.startsAt)), language)
  const when = text.when(day, clock(meeting.startsAt, language), clock(endOf(meeting), language))
  return meeting.place === '' ? when : `${when}\n${text.where(meeting.place)}`
}

/** Titles only: what somebody wrote for a few is not on an agenda. */
function agendaLines(items: readonly MeetingItem[], language: Language): string[] {
  const text = inviteText(language)
  if (items.length === 0) return [text.agendaLater]
  const { purpose } = agendaText(language)
  const lines = items.map((item) => text.line(item.title, item.minutes, purpose[item.purpose]))
  return [[text.agenda, ...lines].join('\n')]
}

function eventOf(scene: Scene, who: Addressee, sequence: number, sending: Sending): CalendarEvent {
  const { meeting } = scene
  const url = hrefOf(sending, meeting.id)
  const host = new URL(sending.origin).hostname
  return {
    uid: `${meeting.id}@rode-draad`,
    sequence,
    startsAt: meeting.startsAt,
    endsAt: endOf(meeting),
    title: meeting.title,
    place: meeting.place,
    description: inviteText(who.language).description(url),
    url,
    organizer: {
      name: nameIn(scene, meeting.chair) ?? 'Rode Draad',
      address: sending.from ?? `rode-draad@${host}`,
    },
    attendee: who.address === '' ? null : { name: who.name, address: who.address },
    changedAt: sending.now,
  }
}

/** The meeting as a file for one's own calendar. */
export function calendarOf(
  scene: Scene,
  reader: { readonly name: string; readonly language: Language },
  sending: Sending,
  method: CalendarMethod = 'file',
): string {
  const who = { ...reader, person: scene.meeting.chair, address: '' }
  return calendarFile(eventOf(scene, who, scene.meeting.invitation.number, sending), method)
}
