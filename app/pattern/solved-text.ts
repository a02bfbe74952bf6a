import { type Language, words } from '../kernel/language.ts'
import { capital, inWords } from '../kernel/sentence.ts'

type Numbers = readonly number[]
type Few = readonly boolean[]
type Rungs = readonly string[]

/** Each rung with its number of ten; a rung on which nothing was solved is left out. */
const parts = (rungs: Rungs, tenths: Numbers, few: Few, some: string, language: Language) =>
  rungs
    .flatMap((rung, at) => {
      const number = tenths[at] ?? 0
      return number > 0 ? [`${inWords(number, language)} ${rung}`] : few[at] ? [`${some} ${rung}`] : []
    })
    .join(', ')

const rungsNl = (coordinator: string): Rungs => ['zelf', 'met een collega', `met de ${coordinator}`]
const rungsEn = (coordinator: string): Rungs => ['by oneself', 'with a colleague', `with the ${coordinator}`]

/** The words of what came of a goal, and on which rung questions get solved. */
export const solvedText = words({
  nl: {
    effects: 'Wat er van kwam',
    effectSince: (day: string) => `Teamdoel sinds ${day}`,
    effectBefore: 'Daarvoor',
    effectAfter: 'Daarna',
    weeks: (number: number) => (number === 1 ? 'één schoolweek' : `${number} schoolweken`),
    inWeeks: (number: string, weeks: string) => `${number} in ${weeks}`,
    fewThan: 'minder dan drie',
    effect: {
      'too-soon': 'Het is nog te kort om er iets over te zeggen.',
      fewer: 'Zulke vragen komen nu minder vaak.',
      more: 'Zulke vragen komen nu vaker. Dat kan ook betekenen dat mensen er eerder over beginnen.',
      same: 'Zulke vragen komen ongeveer even vaak.',
    },
    chance: 'Het verschil is klein: dit kan toeval zijn.',
    solved: {
      head: 'Waar vragen opgelost raken',
      share: (tenths: Numbers, few: Few, coordinator: string) =>
        `Van elke tien vragen die opgelost raakten: ongeveer ${parts(rungsNl(coordinator), tenths, few, 'een enkele', 'nl')}.`,
      of: (number: number) => `Over ${number} opgeloste vragen van dit schooljaar, van het hele team samen.`,
      before: (sentence: string) => `Vorig schooljaar. ${sentence}`,
      few: 'Er zijn dit schooljaar nog geen tien vragen opgelost. Vanaf tien laten we zien waar ze opgelost raken.',
      rung: (at: number, coordinator: string) => capital(rungsNl(coordinator)[at] ?? ''),
      tenths: (number: number) => `${number} van de tien`,
      some: 'een enkele',
      none: 'geen',
      picture: 'Van elke tien opgeloste vragen',
      table: 'Bekijk als tabel',
      columns: { rung: 'Trede', share: 'Van elke tien' },
    },
    how: {
      head: 'Zo tellen we',
      lines: [
        'Een vraag telt mee zodra iemand het onderwerp bevestigt: wie hem stelde, of wie coördineert, vanaf trede 3.',
        'Een onderwerp zie je pas als minstens drie collega’s er samen drie vragen over stelden.',
        'Vijf vragen in een periode, of drie meer dan vorig jaar in dezelfde periode, is een patroon. Een jaar heeft drie perioden: tot kerst, tot de meivakantie, tot de zomer.',
        'Er is geen lijst per persoon. Ook geen tijden.',
      ],
      topics: 'Naar de onderwerpen',
    },
  },
  en: {
    effects: 'What came of it',
    effectSince: (day) => `Team goal since ${day}`,
    effectBefore: 'Before',
    effectAfter: 'Since',
    weeks: (number) => (number === 1 ? 'one school week' : `${number} school weeks`),
    inWeeks: (number, weeks) => `${number} in ${weeks}`,
    fewThan: 'fewer than three',
    effect: {
      'too-soon': 'It is too soon to say anything about it.',
      fewer: 'Such questions come less often now.',
      more: 'Such questions come more often now. That may also mean that people bring it up sooner.',
      same: 'Such questions come about as often.',
    },
    chance: 'The difference is small: this may be chance.',
    solved: {
      head: 'Where questions get solved',
      share: (tenths, few, coordinator) =>
        `Of every ten questions that got solved: about ${parts(rungsEn(coordinator), tenths, few, 'a few', 'en')}.`,
      of: (number) => `Of ${number} solved questions of this school year, of the whole team together.`,
      before: (sentence) => `Last school year. ${sentence}`,
      few: 'Fewer than ten questions have been solved this school year. From ten on we show where they get solved.',
      rung: (at, coordinator) => capital(rungsEn(coordinator)[at] ?? ''),
      tenths: (number) => `${number} out of ten`,
      some: 'a few',
      none: 'none',
      picture: 'Of every ten solved questions',
      table: 'Look at it as a table',
      columns: { rung: 'Rung', share: 'Of every ten' },
    },
    how: {
      head: 'How we count',
      lines: [
        'A question counts once somebody confirms its topic: who asked it, or the coordinator from rung 3 on.',
        'You see a topic only when at least three colleagues together asked three questions about it.',
        'Five questions in a term, or three more than in the same term of last year, is a pattern. A year has three terms: until Christmas, until the May holiday, until the summer.',
        'There is no list per person. No times either.',
      ],
      topics: 'To the topics',
    },
  },
})
