import { type Moment, momentOf } from '../kernel/day.ts'
import { type PersonId, parseId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { oneLine, parseSlot, type Slot } from '../visit/offer.ts'
import { type AppointmentRefusal, LONGEST_PLACE } from './appointment.ts'

type Form = Readonly<Record<string, string | undefined>>

/** A turn as an address and a form name it: with whom, and when; null for what can't be one. */
export function parseSlotKey(value: string | undefined): { with: PersonId; startsAt: Moment } | null {
  const [, person, moment = ''] = /^([0-9a-f-]{36})\.(.{24})$/.exec(value ?? '') ?? []
  const host = parseId<'person'>(person)
  const at = new Date(moment)
  if (host === null || Number.isNaN(at.getTime()) || momentOf(at) !== moment) return null
  return { with: host, startsAt: moment as Moment }
}

export type GivenOwnTime = Slot & { readonly place: string }

/** Day, clock, length and place of a moment of one's own. */
export function parseOwnTime(form: Form, now: Moment): GivenOwnTime | Refusal<AppointmentRefusal> {
  const slot = parseSlot(form, now)
  if (isRefusal(slot)) return slot as Refusal<AppointmentRefusal>
  const place = oneLine(form['place'] ?? '')
  return place.length > LONGEST_PLACE ? refuse('place-too-long', 'place') : { ...slot, place }
}
