import type { EntryText, GoalKind } from '../plan/entry.ts'
import type { DemoVisionKey } from './demo-cast.ts'

/** Days are of the school year 2026-2027; the seed moves them to the year that it is now. */
export type DemoGoal = {
  readonly kind: GoalKind
  readonly line?: DemoVisionKey
  /** The number of last year's goal that it goes on with. */
  readonly goesOn?: number
  readonly days: readonly string[]
  readonly texts: Partial<Record<EntryText, string>>
}

export const DEMO_PRINCIPLES = [
  { preset: '1', text: 'We werken in lijn met onze visie.' },
  { preset: '5', text: 'We zijn professionele partners. De leraar houdt zelf de pen vast.' },
  { preset: '7', text: 'We voorkomen liever dan dat we herstellen.' },
  { preset: '4', text: 'Ons team is een orkest: iedereen speelt iets wat een ander kan leren.' },
] as const

export const DEMO_GOALS: readonly DemoGoal[] = [
  {
    kind: 'general-goal',
    line: 'instructie',
    goesOn: 1,
    days: ['2026-11-26', '2027-06-24'],
    texts: {
      title: 'We geven instructie in vaste, duidelijke stappen (EDI).',
      approach:
        'Elke bouw bereidt om de week samen een les voor. We oefenen dit jaar het controleren van begrip.',
      executedBy: 'Alle leraren. Youssef trekt.',
      coordinatorEffort: 'Neemt elke week een uur een groep over, zodat een collega kan gaan kijken.',
      evaluation: '26 november en 24 juni, in de teamvergadering.',
    },
  },
  {
    kind: 'general-goal',
    line: 'lezen',
    goesOn: 2,
    days: ['2026-11-26'],
    texts: {
      title: 'Elk kind leest elke dag een half uur in een boek dat past.',
      approach:
        'Een vast leesmoment, **elke dag om half negen**:\n\n- Iedereen leest een half uur in een boek dat past.\n- De leraar leest mee, of praat met een kind over het boek.\n\nTips voor boeken staan bij [Stichting Lezen](https://www.lezen.nl).',
      executedBy: 'Alle groepen. Leerteam Lezen trekt.',
      coordinatorEffort: 'Denkt mee over lezers die vastlopen. Zorgt voor tijd om boeken te kiezen.',
      evaluation: '26 november: hoe gaat het leesmoment in jouw groep?',
    },
  },
  {
    kind: 'general-goal',
    line: 'instructie',
    days: ['2027-03-04'],
    texts: {
      title: 'In 2028 verlaat 60 % van onze kinderen groep 8 met 1S/2F. We beginnen bij rekenen.',
      approach:
        '- **Tien minuten** automatiseren per dag, in groep 4 tot en met 8.\n- Getalbegrip in elke rekenles.',
      executedBy: 'Leerteam Rekenen, met groep 4 tot en met 8.',
      coordinatorEffort: 'Legt de cijfers klaar en leidt het trendgesprek.',
      evaluation: '4 maart, na de M-toetsen.',
    },
  },
  {
    kind: 'general-goal',
    line: 'instructie',
    days: ['2027-03-04'],
    texts: {
      title: 'Kinderen die meer aankunnen, krijgen in hun eigen groep een rijke opdracht.',
      approach: 'Eerst een rijk aanbod, dan pas kijken wie het nodig heeft. Elke bouw maakt drie opdrachten.',
      executedBy: 'Alle bouwen. Wilma trekt.',
      coordinatorEffort: 'Kijkt mee hoe kinderen werken en stelt vragen.',
      evaluation: '4 maart, met werk van kinderen op tafel.',
    },
  },
  {
    kind: 'team-goal',
    line: 'leren',
    goesOn: 3,
    days: ['2027-06-24'],
    texts: {
      title: 'We kijken drie keer per jaar bij elkaar in de klas, waarvan één keer in een andere bouw.',
      approach:
        'We kiezen zelf bij wie we gaan kijken. De bezochte leraar kiest de kijkvraag. Daarna praten we kort na.',
      executedBy: 'Alle leraren. Samira en Lotte trekken.',
      coordinatorEffort: 'Maakt het rooster en neemt een groep over.',
      evaluation: '24 juni, in de teamvergadering: wat namen we van elkaar over?',
    },
  },
  {
    kind: 'team-goal',
    line: 'leren',
    days: ['2026-11-26'],
    texts: {
      title: 'We vragen elkaar om feedback en spreken elkaar aan.',
      approach: 'Elke bordsessie begint met een compliment en een vraag. We spreken af hoe we aanspreken.',
      executedBy: 'Hele team. Noor en Paul trekken.',
      coordinatorEffort: 'Doet het voor: vraagt in elk gesprek om feedback.',
      evaluation: '26 november, met een korte peiling zonder namen.',
    },
  },
  {
    kind: 'team-goal',
    line: 'erbij',
    days: ['2026-11-26'],
    texts: {
      title: 'Elke dag begint in elke groep rustig en op dezelfde manier.',
      approach: 'De deur is open om 8.20 uur. We begroeten elk kind bij naam. Om 8.30 uur lezen we.',
      executedBy: 'Alle groepen. Leerteam Gedrag trekt.',
      coordinatorEffort: 'Kijkt in oktober in elke groep een kwartier mee.',
      evaluation: '26 november: wat merken de kinderen?',
    },
  },
  {
    kind: 'team-goal',
    days: [],
    texts: {
      title: 'We maken samen een nieuw rooster voor de pleinwacht.',
      approach: 'Twee collega’s doen in januari een voorstel.',
      executedBy: 'Ineke en Kees.',
      coordinatorEffort: 'Geen.',
    },
  },
]
