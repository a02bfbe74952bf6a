import { words } from '../kernel/language.ts'
import { capital } from '../kernel/sentence.ts'

/** What meetings ask of somebody, on Vandaag and in 'Voor jou'. */
export const forYouMeetingText = words({
  nl: {
    running: {
      title: (title: string) => `Nu bezig: ${title}`,
      note: 'Je collega’s zitten klaar. Doe mee met je telefoon of laptop.',
      act: 'Doe mee',
    },
    soon: {
      title: (title: string, time: string) => `${title} begint om ${time} uur`,
      note: 'Je kunt al binnenkomen, met je telefoon of laptop.',
      act: 'Doe mee',
    },
    coming: {
      title: (title: string, day: string) => `${title} op ${day}`,
      note: (place: string) =>
        `${place === '' ? '' : `${capital(place)}. `}Breng vast iets in, of zeg dat je er niet bij kunt zijn.`,
      act: 'Bekijk de agenda',
    },
    today: {
      title: (title: string, time: string) => `Vandaag om ${time} uur: ${title}`,
      note: (place: string) => (place === '' ? 'Kijk vast wat er op tafel komt.' : `${capital(place)}.`),
      act: 'Bekijk de agenda',
    },
    action: {
      title: (day: string | null) =>
        day === null ? 'Jij pakte iets op in de vergadering' : `Jij pakte iets op, voor ${day}`,
      act: 'Bekijk de actie',
    },
    minutes: {
      title: (title: string) => `Notulen van ${title}`,
      note: 'Ze schreven zichzelf. Vul aan wat nog mist en leg ze voor.',
      act: 'Maak de notulen af',
    },
    promised: {
      title: (day: string | null) =>
        day === null ? 'Jij deelt iets met collega’s' : `Jij deelt iets, voor ${day}`,
      note: (what: string) => `${what}. Klaar? Eén regel is genoeg.`,
      act: 'Bekijk wat je deelt',
    },
    late: {
      title: (day: string) => `Je kunt terugkomen op een besluit, tot en met ${day}`,
      note: (title: string) => `${title}. Jij was er niet bij. Alleen als je een bezwaar met een reden hebt.`,
      act: 'Lees het besluit',
    },
    cameBack: {
      title: (title: string) => `Een bezwaar achteraf bij: ${title}`,
      note: 'Wie er niet was, kwam terug op het besluit. Het staat niet meer; neem het mee naar een volgende vergadering.',
      act: 'Lees het bezwaar',
    },
    version: {
      title: (number: string) => `Versie ${number} is vastgesteld`,
      note: 'Lees wat jullie afspraken, en zeg dat je het gelezen hebt.',
      act: 'Lees de versie',
    },
  },
  en: {
    running: {
      title: (title) => `Going on now: ${title}`,
      note: 'Your colleagues are ready. Take part with your phone or laptop.',
      act: 'Take part',
    },
    soon: {
      title: (title, time) => `${title} begins at ${time}`,
      note: 'You can come in already, with your phone or laptop.',
      act: 'Take part',
    },
    coming: {
      title: (title, day) => `${title} on ${day}`,
      note: (place) =>
        `${place === '' ? '' : `${capital(place)}. `}Bring something in now, or say that you can’t be there.`,
      act: 'See the agenda',
    },
    today: {
      title: (title, time) => `Today at ${time}: ${title}`,
      note: (place) => (place === '' ? 'See what comes to the table.' : `${capital(place)}.`),
      act: 'See the agenda',
    },
    action: {
      title: (day) =>
        day === null ? 'You took something on in the meeting' : `You took something on, by ${day}`,
      act: 'See the action',
    },
    minutes: {
      title: (title) => `Minutes of ${title}`,
      note: 'They wrote themselves. Add what is missing and put them before the team.',
      act: 'Complete the minutes',
    },
    promised: {
      title: (day) =>
        day === null ? 'You share something with colleagues' : `You share something, by ${day}`,
      note: (what) => `${what}. Done? One line is enough.`,
      act: 'See what you share',
    },
    late: {
      title: (day) => `You can come back on a decision, until ${day}`,
      note: (title) => `${title}. You were not there. Only when you have a reasoned objection.`,
      act: 'Read the decision',
    },
    cameBack: {
      title: (title) => `An objection afterwards at: ${title}`,
      note: 'Who was away came back on the decision. It stands no more; take it along to a next meeting.',
      act: 'Read the objection',
    },
    version: {
      title: (number) => `Version ${number} was adopted`,
      note: 'Read what you agreed, and say that you have read it.',
      act: 'Read the version',
    },
  },
})
