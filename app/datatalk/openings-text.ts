import { type Terms, words } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { yearTitle } from '../kernel/school-year.ts'

/** Why a talk can't become a goal or stand on an agenda yet, and what one does now. */
export const openingsText = words({
  nl: {
    because: {
      'no-plan': (year: SchoolYear) =>
        `Er is nog geen plan voor ${yearTitle(year)}. Een doel kan erbij zodra dat er is.`,
      'in-decision': (year: SchoolYear) =>
        `Het team beslist nu over het plan van ${yearTitle(year)}. Daarna kan er weer een doel bij.`,
      'looking-back': (year: SchoolYear) =>
        `Het plan van ${yearTitle(year)} is in de eindevaluatie. Een nieuw doel komt in het volgende plan.`,
      archived: (year: SchoolYear) =>
        `Het plan van ${yearTitle(year)} is afgesloten. Een nieuw doel komt in het volgende plan.`,
    },
    begin: (year: SchoolYear) => `Begin het plan van ${yearTitle(year)}`,
    waits: ({ coordinator }: Terms) => `De ${coordinator} begint het plan. Vraag het.`,
    see: (year: SchoolYear) => `Bekijk het plan van ${yearTitle(year)}`,
    kept: 'Wat jullie hier opschrijven, blijft staan.',
    onAgenda: 'Zet het gesprek tot dan op de agenda.',
    noMeeting: 'Er staat nog geen vergadering gepland.',
    planMeeting: 'Plan een vergadering',
    whoPlans: ({ coordinator }: Terms) => `De ${coordinator} of de schoolleider plant er een. Vraag het.`,
    on: 'Staat op de agenda van',
  },
  en: {
    because: {
      'no-plan': (year) =>
        `There is no plan for ${yearTitle(year)} yet. A goal can be added once it is there.`,
      'in-decision': (year) =>
        `The team is deciding on the plan of ${yearTitle(year)}. After that a goal can be added again.`,
      'looking-back': (year) =>
        `The plan of ${yearTitle(year)} is in its end evaluation. A new goal comes in the next plan.`,
      archived: (year) => `The plan of ${yearTitle(year)} is closed. A new goal comes in the next plan.`,
    },
    begin: (year) => `Begin the plan of ${yearTitle(year)}`,
    waits: ({ coordinator }) => `The ${coordinator} begins the plan. Just ask.`,
    see: (year) => `See the plan of ${yearTitle(year)}`,
    kept: 'What you write down here stays.',
    onAgenda: 'Put the talk on the agenda until then.',
    noMeeting: 'No meeting is planned yet.',
    planMeeting: 'Plan a meeting',
    whoPlans: ({ coordinator }) => `The ${coordinator} or the principal plans one. Just ask.`,
    on: 'On the agenda of',
  },
})
