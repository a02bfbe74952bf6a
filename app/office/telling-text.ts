import { words } from '../kernel/language.ts'

/** What a letter says of an appointment. */
export type AppointmentTelling = 'made' | 'moved' | 'cancelled' | 'left'

/** The letters of an appointment. Subjects tell the day: nobody's name, and nothing that somebody wrote. */
export const tellingText = words({
  nl: {
    subject: {
      made: (day: string) => `Afspraak: ${day}`,
      moved: (day: string) => `Afspraak verzet naar ${day}`,
      cancelled: (day: string) => `Afspraak gaat niet door: ${day}`,
      left: (day: string) => `Afspraak gaat niet door: ${day}`,
    } satisfies Record<AppointmentTelling, (day: string) => string>,
    says: {
      made: (other: string) => `Je hebt een afspraak met ${other}.`,
      moved: (other: string) => `Je afspraak met ${other} is verzet. Zo is het nu:`,
      cancelled: (other: string) => `Je afspraak met ${other} gaat niet door.`,
      left: (other: string) =>
        `Je afspraak met ${other} gaat niet door: een van jullie werkt hier niet meer.`,
    } satisfies Record<AppointmentTelling, (other: string) => string>,
    hello: (name: string) => `Dag ${name},`,
    when: (day: string, from: string, to: string) => `Wanneer: ${day}, van ${from} tot ${to} uur`,
    place: (place: string) => `Waar: ${place}`,
    look: (url: string) => `Verzetten of afzeggen: ${url}`,
    other: (url: string) => `Een ander moment kiezen: ${url}`,
    calendar: 'In de bijlage zit de afspraak voor je agenda.',
    calendarCancel: 'De afspraak in je agenda vervalt.',
    title: (other: string) => `Afspraak met ${other}`,
    fileName: 'afspraak',
  },
  en: {
    subject: {
      made: (day) => `Appointment: ${day}`,
      moved: (day) => `Appointment moved to ${day}`,
      cancelled: (day) => `Appointment called off: ${day}`,
      left: (day) => `Appointment called off: ${day}`,
    },
    says: {
      made: (other) => `You have an appointment with ${other}.`,
      moved: (other) => `Your appointment with ${other} was moved. This is how it is now:`,
      cancelled: (other) => `Your appointment with ${other} is called off.`,
      left: (other) => `Your appointment with ${other} is called off: one of you works here no longer.`,
    },
    hello: (name) => `Hello ${name},`,
    when: (day, from, to) => `When: ${day}, from ${from} to ${to}`,
    place: (place) => `Where: ${place}`,
    look: (url) => `Move it or call it off: ${url}`,
    other: (url) => `Choose another moment: ${url}`,
    calendar: 'The appointment for your calendar is attached.',
    calendarCancel: 'The appointment in your calendar goes away.',
    title: (other) => `Appointment with ${other}`,
    fileName: 'appointment',
  },
})
