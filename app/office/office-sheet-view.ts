import { clock, type Day, dayOf, type Moment, weekDay } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { capital } from '../kernel/sentence.ts'
import type { Slot } from '../visit/offer.ts'
import type { Appointment } from './appointment.ts'
import type { WhoIsIn } from './days.ts'
import type { FreeSlot } from './hours.ts'
import { officeText } from './office-text.ts'
import type { MyQuestion } from './questions-slot-desk.ts'

/** Who looks, and by which names everybody goes. */
export type OfficeEyes = {
  readonly me: PersonId
  readonly now: Moment
  readonly today: Day
  readonly nameOf: (person: PersonId | null) => string
  readonly language: Language
}

/** What was sent and not taken. `id`: of the appointment that it is about. */
export type OfficeTried = {
  readonly act: string
  readonly id: string
  readonly values: Readonly<Record<string, string | undefined>>
  readonly field: string | null
  readonly says: string
}

/** One appointment with what its two can do about it. */
export type AppointmentSheet = {
  readonly one: Appointment
  /** Something else was planned at that moment since. */
  readonly clashes: boolean
  /** Who of the two said not to be there that day; null: nobody. */
  readonly away: PersonId | null
  /** To which turns of its host it can be moved. */
  readonly free: readonly FreeSlot[]
  /** The question that it is about, as far as this reader may read it. */
  readonly questionHref: string | null
}

export type OfficeSheet = {
  readonly free: readonly FreeSlot[]
  /** Those that are still to come. */
  readonly mine: readonly AppointmentSheet[]
  /** A moment that was tapped. */
  readonly chosen: FreeSlot | 'gone' | null
  readonly questions: readonly MyQuestion[]
  readonly whoIsIn: WhoIsIn
  /** Today: else nobody is there. */
  readonly isSchoolDay: boolean
  readonly holdsHours: boolean
  readonly mayHold: boolean
  readonly tried: OfficeTried | null
  readonly eyes: OfficeEyes
}

/** 'vandaag' or 'dinsdag 24 november'. */
export function dayWords({ startsAt }: Pick<Slot, 'startsAt'>, { today, language }: OfficeEyes): string {
  const day = dayOf(new Date(startsAt))
  return day === today ? officeText(language).today : weekDay(day, language)
}

export const clockWords = ({ startsAt, endsAt }: Slot, language: Language) =>
  officeText(language).clock(clock(startsAt, language), clock(endsAt, language))

/** 'Vandaag, 15.00 tot 15.20 uur' */
export const slotWords = (slot: Slot, eyes: OfficeEyes) =>
  `${capital(dayWords(slot, eyes))}, ${clockWords(slot, eyes.language)}`

/** The key of a turn in an address and a form: with whom and when. */
export const slotKey = ({ host, startsAt }: Pick<FreeSlot, 'host' | 'startsAt'>) => `${host}.${startsAt}`

/** By day, in order; each with its first line. */
export const byDay = <Line extends Pick<Slot, 'startsAt'>>(lines: readonly Line[]) =>
  [...Map.groupBy(lines, ({ startsAt }) => dayOf(new Date(startsAt))).values()].flatMap((ones) => {
    const [first] = ones
    return first ? [{ first, ones }] : []
  })
