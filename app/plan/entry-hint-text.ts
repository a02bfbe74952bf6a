import { words } from '../kernel/language.ts'

/** What one asks when a field is empty: a short question under its label, while writing. */
export const entryHintText = words({
  nl: {
    goal: {
      title: 'Wat willen we dit jaar bereiken? Eén zin is genoeg.',
      startSituation: 'Waar staan we nu?',
      approach: 'Wat gaan we doen, in grote lijnen?',
      executedBy: 'In je eigen woorden. Je kunt daaronder ook collega’s kiezen.',
      coordinatorEffort: '',
      evaluation: 'Hoe kijken we samen terug?',
      pupilsAndParents: '',
    },
    track: {
      startSituation: 'Waar sta je nu? Noem geen namen van kinderen.',
      goal: 'Wat wil je dit jaar leren of bereiken?',
      approach: 'Wat ga je doen, in grote lijnen?',
      support: 'Wie helpt jou, en hoe? Een collega kan ook.',
      evaluation: 'Hoe kijk je terug, en met wie?',
      shareYieldWith: 'Wie heeft er iets aan, en hoe deel je het?',
      teacherEffort: 'Bijvoorbeeld: een half uur per week.',
      memberEffort: 'Bijvoorbeeld: een half uur per week.',
      coordinatorEffort: '',
      thirdPartyEffort: 'Iemand van buiten de school? Anders blijft dit leeg.',
    },
  },
  en: {
    goal: {
      title: 'What do we want to reach this year? One sentence is enough.',
      startSituation: 'Where are we now?',
      approach: 'What will we do, in broad lines?',
      executedBy: 'In your own words. You can also choose colleagues below.',
      coordinatorEffort: '',
      evaluation: 'How do we look back together?',
      pupilsAndParents: '',
    },
    track: {
      startSituation: 'Where are you now? Name no children.',
      goal: 'What do you want to learn or reach this year?',
      approach: 'What will you do, in broad lines?',
      support: 'Who helps you, and how? A colleague can too.',
      evaluation: 'How do you look back, and with whom?',
      shareYieldWith: 'Who can use it, and how do you share it?',
      teacherEffort: 'For example: half an hour a week.',
      memberEffort: 'For example: half an hour a week.',
      coordinatorEffort: '',
      thirdPartyEffort: 'Someone from outside the school? Otherwise leave it empty.',
    },
  },
})
