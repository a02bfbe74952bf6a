import { words } from '../kernel/language.ts'
import type { TestMoment } from '../result/result.ts'

/** The words with which the numbers of a day are kept: captions, headings, notes. */
export const numbersText = words({
  nl: {
    share: { target: 'Groep 8, op 1S/2F', at1F: 'Groep 8, op 1F of hoger' },
    valueIn: (share: string, year: string, value: string) => `${share} ${value} in ${year}`,
    standing: {
      caption: { target: 'Aandeel behaalde niveaus 1S/2F', at1F: 'Aandeel behaalde niveaus 1F of hoger' },
      head: ['Jaar', 'Jaren samen', 'Dit jaar alleen'],
      note: 'Groep 8, lezen, taalverzorging en rekenen samen. n is het aantal leerlingen.',
    },
    moment: {
      B: (year: string) => `Begin ${year}`,
      M: (year: string) => `Midden ${year}`,
      E: (year: string) => `Eind ${year}`,
      D: (year: string) => `Doorstroomtoets ${year}`,
    } satisfies Record<TestMoment, (year: string) => string>,
    subject: 'Vak',
    group: (yearGroup: number) => `Groep ${yearGroup}`,
    scores: (moment: string) => `${moment}: gemiddelde score`,
    levels: (moment: string) => `${moment}: aandeel van de leerlingen`,
    levelColumn: { at1F: '1F of hoger', target: '1S/2F' },
    was: (value: string, n: number) => `was ${value}, n ${n}`,
    scoreNote:
      'Elke toets heeft een eigen schaal: vergelijk een getal alleen met dat van het jaar ervoor (‘was’). Staat er geen ‘was’, dan was er een andere toets of normering.',
    levelNote: '‘Was’ is het jaar ervoor, met andere leerlingen.',
    growth: (moment: string) => `${moment}: groei sinds het toetsmoment ervoor`,
    growthNote:
      'Gemiddeld, van dezelfde leerlingen, op de schaal van de toets. ‘Was’ is dezelfde jaargroep een jaar eerder.',
    growthHidden:
      'Van sommige groepen tonen we de groei niet: dat zou iets zeggen over minder dan vijf leerlingen.',
    hidden: 'tonen we niet',
    none: '–',
    sharedOn: (day: string) => `Gedeeld op ${day}`,
    andMore: (first: string, count: number) =>
      `Dit zijn de eerste ${first}. Er zijn er nog ${count}; die staan bij de trends.`,
    wholeTeam: 'Het hele team',
    kind: {
      'general-goal': 'Algemeen doel',
      'team-goal': 'Doel van het team',
      'teacher-track': 'Traject',
      'learning-team-track': 'Traject van een leerteam',
    },
    proposed: 'Voorstel voor het plan',
    ambition: (title: string) => `Ambitie: ${title}`,
    talk: (title: string) => `Uit het datagesprek ‘${title}’`,
    talkSaid: {
      cause: (words: string) => `Mogelijk door: ${words}`,
      seen: (words: string) => `In de klas: ${words}`,
      aim: (words: string) => `We willen: ${words}`,
      act: (words: string) => `We doen: ${words}`,
    },
    andLines: (count: number) => `(en nog ${count})`,
  },
  en: {
    share: { target: 'Year group 8, at 1S/2F', at1F: 'Year group 8, at 1F or higher' },
    valueIn: (share, year, value) => `${share} ${value} in ${year}`,
    standing: {
      caption: {
        target: 'Share of levels reached at 1S/2F',
        at1F: 'Share of levels reached at 1F or higher',
      },
      head: ['Year', 'Years together', 'This year alone'],
      note: 'Year group 8, reading, language and arithmetic together. n is the number of pupils.',
    },
    moment: {
      B: (year) => `Start of ${year}`,
      M: (year) => `Middle of ${year}`,
      E: (year) => `End of ${year}`,
      D: (year) => `Doorstroomtoets (end of primary school) ${year}`,
    },
    subject: 'Subject',
    group: (yearGroup) => `Group ${yearGroup}`,
    scores: (moment) => `${moment}: mean score`,
    levels: (moment) => `${moment}: share of the pupils`,
    levelColumn: { at1F: '1F or higher', target: '1S/2F' },
    was: (value, n) => `was ${value}, n ${n}`,
    scoreNote:
      'Each test has a scale of its own: compare a number only with that of the year before (‘was’). Where there is no ‘was’, it was another test, or there were other norms.',
    levelNote: '‘Was’ is the year before, with other pupils.',
    growth: (moment) => `${moment}: growth since the test before`,
    growthNote:
      'On average, of the same pupils, on the scale of the test. ‘Was’ is the same year group a year before.',
    growthHidden:
      'For some groups growth is not shown: it would tell something about fewer than five pupils.',
    hidden: 'not shown',
    none: '–',
    sharedOn: (day) => `Shared on ${day}`,
    andMore: (first, count) =>
      `These are the first ${first}. There are ${count} more; you find them under Trends.`,
    wholeTeam: 'The whole team',
    kind: {
      'general-goal': 'General goal',
      'team-goal': 'Goal of the team',
      'teacher-track': 'Track',
      'learning-team-track': 'Track of a learning team',
    },
    proposed: 'Proposed for the plan',
    ambition: (title) => `Ambition: ${title}`,
    talk: (title) => `From the data talk ‘${title}’`,
    talkSaid: {
      cause: (words) => `Perhaps because: ${words}`,
      seen: (words) => `In class: ${words}`,
      aim: (words) => `We want: ${words}`,
      act: (words) => `We do: ${words}`,
    },
    andLines: (count) => `(and ${count} more)`,
  },
})
