import { words } from '../kernel/language.ts'

/** What meetings ask of somebody, on Vandaag and in 'Voor jou'. */
export const forYouMeetingText = words({
  nl: {
    running: {
      title: (title: string) => `Nu bezig: ${title}`,
      note: 'Je collega’s zitten klaar. Doe mee met je telefoon of laptop.',
      act: 'Doe mee',
    },
    coming: {
      title: (title: string, day: string) => `${title} op ${day}`,
      note: (place: string) => `${place === '' ? '' : `${place}. `}Kom je? Je kunt ook vast iets inbrengen.`,
      act: 'Bekijk de agenda',
    },
    block: 'Vergadering',
    isRunning: 'Nu bezig',
    none: 'Er staat geen vergadering klaar.',
    at: (day: string, time: string, place: string) =>
      `${day}, ${time} uur${place === '' ? '' : `, ${place}`}`,
    all: 'Alle vergaderingen',
  },
  en: {
    running: {
      title: (title) => `Going on now: ${title}`,
      note: 'Your colleagues are ready. Take part with your phone or laptop.',
      act: 'Take part',
    },
    coming: {
      title: (title, day) => `${title} on ${day}`,
      note: (place) =>
        `${place === '' ? '' : `${place}. `}Will you come? You can also bring something in now.`,
      act: 'See the agenda',
    },
    block: 'Meeting',
    isRunning: 'Going on now',
    none: 'No meeting is planned.',
    at: (day, time, place) => `${day}, ${time}${place === '' ? '' : `, ${place}`}`,
    all: 'All meetings',
  },
})
