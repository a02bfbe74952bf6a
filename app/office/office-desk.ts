import type { Context } from 'hono'
import { type Day, dayOf } from '../kernel/day.ts'
import { type AppointmentId, type PersonId, parseId } from '../kernel/id.ts'
import type { Sending } from '../meeting/letters-desk.ts'
import { lookupOf } from '../plan/plan-sheet.ts'
import type { Roster } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { originForMember } from '../session/origin.ts'
import type { ShellNotice } from '../ui/shell.ts'
import { isComing } from './appointment.ts'
import { appointmentsOf } from './appointment-store.ts'
import type { OfficeEyes } from './office-sheet-view.ts'
import { officeText } from './office-text.ts'

export type OfficeForm = Readonly<Record<string, string | undefined>>

/** Who asks for a page of the office, with everybody's names. */
export type AtOffice = {
  readonly desk: Desk
  readonly reader: Reader
  readonly roster: Roster
  readonly eyes: OfficeEyes
  readonly sending: Sending
}

export async function atOffice(c: Context<OnDesk>): Promise<AtOffice> {
  const [desk, reader] = [deskOf(c), readerOf(c)]
  const { actor, language } = reader
  const roster = await readRoster(desk.db, actor)
  const { people } = lookupOf(roster)
  const nameOf = (person: PersonId | null) => (person && people.get(person)?.name) || ''
  const origin = originForMember(desk.house.baseUrl, c.req.header('host'))
  return {
    desk,
    reader,
    roster,
    eyes: { me: actor.personId, now: desk.now, today: desk.today, nameOf, language },
    sending: { actor, now: desk.now, origin, from: desk.house.mailFrom },
  }
}

/** Everybody who works at the school now but this reader, as choices. */
export const colleagueChoices = ({ roster, reader }: AtOffice) =>
  roster.people
    .filter(({ id, hasLeft }) => !hasLeft && id !== reader.actor.personId)
    .map(({ id, name }) => ({ value: id as string, label: name }))

/** What goes by letter to both. */
const TOLD = ['booked', 'moved', 'cancelled']

/** What a page says was done, by the name in its address. */
export function doneNotice(c: Context<OnDesk>): ShellNotice | null {
  const { house, language } = deskOf(c)
  const text = officeText(language)
  const done = c.req.query('done') ?? ''
  if (!Object.hasOwn(text.done, done)) return null
  const says = text.done[done as keyof typeof text.done]
  const how = readerOf(c).actor.demo ? 'demo' : house.mailIsOn ? 'letters' : 'no-mail'
  return { kind: 'good', text: TOLD.includes(done) ? `${says} ${text.told[how]}` : says }
}

/** Whether this reader still has an appointment on a day: the notice says so. */
export async function hasAppointment({ desk, reader }: AtOffice, day: Day): Promise<boolean> {
  const coming = await appointmentsOf(desk.db, reader.actor, reader.actor.personId, { from: desk.now })
  return coming.some((one) => isComing(one, desk.now) && dayOf(new Date(one.startsAt)) === day)
}

export const appointmentIn = (form: OfficeForm): AppointmentId | null =>
  parseId<'appointment'>(form['appointment'])

export const revisionIn = (form: OfficeForm) =>
  /^\d{1,9}$/.test(form['revision'] ?? '') ? Number(form['revision']) : -1
