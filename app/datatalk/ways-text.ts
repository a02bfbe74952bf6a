import { type Terms, words } from '../kernel/language.ts'

/** The words of the way on from the figures of one subject. */
export const waysText = words({
  nl: {
    many: 'Hierboven, elke jaargroep apart. Kies er een om hem groot te zien.',
    runs: (day: string) => `Loopt, begonnen op ${day}.`,
    ended: (day: string) => `Afgerond op ${day}.`,
    noTalk: (subject: string) => `Over ${subject} loopt nog geen gesprek.`,
    noTalkForYou: (subject: string) => `Over ${subject} is er geen gesprek dat jij kunt lezen.`,
    begin: (subject: string) => `Begin een gesprek over ${subject}`,
    whoBegins: ({ coordinator }: Terms) =>
      `Een gesprek begint een leerteam, of de ${coordinator} met het hele team. Vraag het.`,
    noAmbition: (subject: string) => `Voor ${subject} is nog geen ambitie gekozen.`,
    choose: 'Kies een ambitie',
    whoChooses: ({ coordinator }: Terms) => `Een ambitie kiest een leerteam, of de ${coordinator}.`,
    all: 'Alle ambities',
    hangs: 'In het plan:',
    noGoal: 'In het plan hangt er nog niets aan.',
    unnamed: 'een doel in het plan',
  },
  en: {
    many: 'Above, each year group by itself. Choose one to see it large.',
    runs: (day) => `Still going on, begun on ${day}.`,
    ended: (day) => `Rounded off on ${day}.`,
    noTalk: (subject) => `There is no talk on ${subject} yet.`,
    noTalkForYou: (subject) => `There is no talk on ${subject} that you can read.`,
    begin: (subject) => `Begin a talk on ${subject}`,
    whoBegins: ({ coordinator }) =>
      `A learning team begins a talk, or the ${coordinator} with the whole team. Just ask.`,
    noAmbition: (subject) => `There is no ambition for ${subject} yet.`,
    choose: 'Choose an ambition',
    whoChooses: ({ coordinator }) => `A learning team chooses an ambition, or the ${coordinator}.`,
    all: 'All ambitions',
    hangs: 'In the plan:',
    noGoal: 'Nothing in the plan hangs on it yet.',
    unnamed: 'a goal in the plan',
  },
})
