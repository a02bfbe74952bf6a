import type { DemoPersonKey } from './demo-cast.ts'
import type { DemoGoal } from './demo-goals.ts'
import type { DemoTrack } from './demo-track.ts'

/** The adopted plan of last year; days are of the school year 2025-2026. What happened to each stands beside it. */
export type Looked = {
  readonly saw: string
  readonly learned: string
  readonly next: 'go-on' | 'adjust' | 'stop'
  readonly reached?: 'reached' | 'partly' | 'not-yet'
}

export const LAST_YEAR_PRINCIPLES = [
  { preset: '1', text: 'We werken in lijn met onze visie.' },
  { preset: '5', text: 'We zijn professionele partners. De leraar houdt zelf de pen vast.' },
  { preset: '10', text: 'Als het moeilijk wordt, is er iemand.' },
] as const

export const LAST_YEAR_GOALS: readonly (DemoGoal & { looked: Looked })[] = [
  {
    kind: 'general-goal',
    line: 'instructie',
    days: ['2025-11-27', '2026-06-25'],
    texts: {
      title: 'We geven instructie in vaste, duidelijke stappen (EDI).',
      startSituation: 'In mei gebruikte de helft van de groepen dezelfde opbouw.',
      approach: 'Per periode staat één stap centraal. We bereiden in de bouw samen een les voor.',
      executedBy: 'Alle leraren.',
      coordinatorEffort: 'Neemt elke week een uur een groep over, zodat een collega kan gaan kijken.',
      evaluation: '27 november en 25 juni, in de teamvergadering.',
    },
    looked: {
      saw: 'In elke groep zien kinderen aan het begin van de les wat ze gaan leren.',
      learned: 'Controleren of iedereen het begrijpt, is het lastigst. Samen voorbereiden hielp het meest.',
      next: 'go-on',
      reached: 'partly',
    },
  },
  {
    kind: 'general-goal',
    line: 'lezen',
    days: ['2026-06-25'],
    texts: {
      title: 'Elk kind leest elke dag in een boek dat past.',
      approach: 'Een vast leesmoment per dag, met tijd om een boek te kiezen.',
      executedBy: 'Alle groepen. Leerteam Lezen trekt.',
      coordinatorEffort: 'Denkt mee over lezers die vastlopen.',
      evaluation: '25 juni: hoe gaat het leesmoment in jouw groep?',
    },
    looked: {
      saw: 'Er wordt elke dag gelezen. Kiezen kost veel kinderen nog moeite.',
      learned: 'Een vast tijdstip werkt beter dan een vast aantal minuten.',
      next: 'adjust',
      reached: 'partly',
    },
  },
  {
    kind: 'team-goal',
    line: 'leren',
    days: ['2025-11-27', '2026-06-25'],
    texts: {
      title: 'We kijken twee keer per jaar bij elkaar in de klas.',
      approach: 'De bezochte leraar kiest de kijkvraag. Daarna praten we kort na.',
      executedBy: 'Alle leraren, in zelfgekozen tweetallen.',
      coordinatorEffort: 'Maakt het rooster en neemt een groep over.',
      evaluation: '25 juni, in de teamvergadering.',
    },
    looked: {
      saw: 'Bijna iedereen ging kijken. Meestal binnen de eigen bouw.',
      learned: 'Kijken bij een andere bouw leverde de meeste nieuwe ideeën op.',
      next: 'adjust',
      reached: 'reached',
    },
  },
]

export const LAST_YEAR_TRACKS: readonly (DemoTrack<DemoPersonKey> & { looked: Looked })[] = [
  {
    whose: 'anouk',
    goal: 1,
    days: ['2026-06-25'],
    texts: {
      startSituation: 'Mijn uitleg is lang. Kinderen haken soms af.',
      goal: 'Een uitleg van hoogstens tien minuten.',
      approach: 'Filmen en samen met Youssef terugkijken.',
      support: 'Youssef.',
      evaluation: '25 juni, met Youssef.',
      shareYieldWith: 'De middenbouw.',
      teacherEffort: 'Een uur per maand.',
      coordinatorEffort: 'Neemt twee keer mijn groep over.',
      thirdPartyEffort: 'Geen.',
    },
    looked: {
      saw: 'Mijn uitleg is korter. Kinderen gaan eerder aan het werk.',
      learned: 'Ik weet nog niet altijd wie het begrijpt. Daar wil ik mee verder.',
      next: 'adjust',
    },
  },
  {
    whose: 'bram',
    goal: 1,
    days: ['2026-06-25'],
    weight: 'light',
    texts: {
      startSituation: 'Ik automatiseer veel, maar niet elke dag.',
      goal: 'Elke week drie keer tien minuten.',
      approach: 'Spelvormen verzamelen met het leerteam.',
      support: 'Leerteam Rekenen.',
      evaluation: '25 juni.',
      shareYieldWith: 'Groep 5.',
      teacherEffort: 'Een half uur per week.',
      coordinatorEffort: '1 uur dit jaar.',
      thirdPartyEffort: 'Geen.',
    },
    looked: {
      saw: 'Drie keer per week lukt. Kinderen vragen er zelf om.',
      learned: 'Met een vast moment vergeet ik het niet.',
      next: 'go-on',
    },
  },
  {
    whose: 'kees',
    goal: 3,
    days: ['2026-06-25'],
    texts: {
      startSituation: 'Het nieuwe rapport gaat in groep 8 als eerste van start.',
      goal: 'Een rapportgesprek waarin het kind zelf vertelt.',
      approach: 'Uitproberen in de eerste ronde, bijstellen in de tweede.',
      support: 'Noor.',
      evaluation: '25 juni, met Noor.',
      shareYieldWith: 'Groep 6 en 7.',
      teacherEffort: 'Twee uur per rapport.',
      coordinatorEffort: 'Leest de gesprekswijzer mee.',
      thirdPartyEffort: 'Geen.',
    },
    looked: {
      saw: 'Kinderen vertellen meer als ze vooraf één vraag kiezen.',
      learned: 'De gesprekswijzer is klaar voor groep 6 en 7.',
      next: 'stop',
    },
  },
]
