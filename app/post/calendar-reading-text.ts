import { words } from '../kernel/language.ts'
import type { CalendarNo } from './calendar-reading.ts'

/** Why a calendar file was not read, and what to do now. */
export const calendarReadingText = words({
  nl: {
    refusal: {
      'empty-file': 'Er zit niets in dit bestand. Kies een ander bestand.',
      'too-large':
        'Dit bestand is groter dan 2 MB. Zet alleen de agenda van dit jaar in een bestand en probeer het opnieuw.',
      'no-calendar':
        'Dit is geen agendabestand. Zo’n bestand eindigt op .ics; je krijgt het als je in je agenda ‘exporteren’ kiest.',
      'too-many':
        'Er staan meer dan 5.000 afspraken in dit schooljaar. Zet een kleinere agenda in een bestand en probeer het opnieuw.',
      'too-slow':
        'Dit bestand lezen duurde te lang. Zet alleen de agenda van dit jaar in een bestand en probeer het opnieuw.',
      busy: 'Er worden nu veel bestanden gelezen. Wacht even en probeer het opnieuw.',
      damaged: 'Dit bestand is beschadigd. Maak het opnieuw in je agenda en kies het nog een keer.',
    } satisfies Record<CalendarNo, string>,
  },
  en: {
    refusal: {
      'empty-file': 'There is nothing in this file. Choose another one.',
      'too-large': 'This file is larger than 2 MB. Export only the calendar of this year and try again.',
      'no-calendar':
        'This is not a calendar file. Its name ends in .ics; you get one by choosing ‘export’ in your calendar.',
      'too-many':
        'There are more than 5,000 appointments in this school year. Export a smaller calendar and try again.',
      'too-slow': 'Reading this file took too long. Export only the calendar of this year and try again.',
      busy: 'Many files are being read right now. Wait a moment and try again.',
      damaged: 'This file is damaged. Export it again from your calendar and choose it once more.',
    },
  },
})
