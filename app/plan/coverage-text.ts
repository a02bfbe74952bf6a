import { words } from '../kernel/language.ts'

/** Iedereen een plek: who has a place in the plan, in one sentence, and the one action. */
export const coverageText = words({
  nl: {
    everyone: 'Iedereen in één blik',
    title: 'Iedereen een plek',
    all: 'Iedereen van het team en elk leerteam heeft een plek.',
    some: (have: number, all: number) => `${have} van de ${all} collega’s en leerteams hebben een plek.`,
    notYet: (names: string) => `Nog geen plek: ${names}.`,
    give: 'Geef iedereen een plek',
    giveOne: (name: string) => `Geef ${name} een plek`,
    giveNote: 'Er komt een licht traject klaar te staan. De eigenaar vult het zelf in.',
    ask: (name: string) => `Vraag ${name} wat er op het lijstje staat om te leren.`,
    start: 'Begin je eigen traject',
    startNote: 'Jij hebt nog geen plek. Wat wil je dit jaar leren, en met wie?',
    and: 'en',
  },
  en: {
    everyone: 'Everyone at a glance',
    title: 'A place for everyone',
    all: 'Everyone of the team and every learning team has a place.',
    some: (have, all) => `${have} of ${all} colleagues and learning teams have a place.`,
    notYet: (names) => `No place yet: ${names}.`,
    give: 'Give everyone a place',
    giveOne: (name) => `Give ${name} a place`,
    giveNote: 'A light track will be ready. Its owner fills it in.',
    ask: (name) => `Ask ${name} what there is to learn.`,
    start: 'Begin your own track',
    startNote: 'You have no place yet. What do you want to learn this year, and with whom?',
    and: 'and',
  },
})
