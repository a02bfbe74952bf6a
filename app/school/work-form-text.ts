import { type Language, words } from '../kernel/language.ts'
import type { ListRefusal } from './own-list.ts'
import { builtInNames, itemName, itemNames } from './own-list-text.ts'
import type { BuiltInForm, WorkForm, WorkFormKey } from './work-form.ts'

export const workFormText = words({
  nl: {
    title: 'Werkvormen',
    back: 'Naar jouw stappen',
    under:
      'Zo werken jullie aan een stap. Deze labels kies je bij een stap, een lesbezoek of een stuk op de plank.',
    add: 'Zet er een werkvorm bij',
    nameHint: 'Bijvoorbeeld: collegiale consultatie, of wandelgesprek.',
    saved: 'Die werkvorm staat erbij.',
    isAway: 'Weggelegd. Wat je al had, houdt zijn label.',
    names: {
      'lesson-preparation': 'Samen lessen voorbereiden',
      'lesson-visit': 'Lesbezoek bij een collega',
      'class-cover': 'Klas overnemen',
      'co-teaching': 'Co-teaching',
      'lesson-study': 'Lesson study',
      'board-session': 'Bordsessie',
      'video-coaching': 'Beeldcoaching',
      'coaching-talk': 'Coachgesprek',
      'group-review': 'Groepsbespreking',
      'pupil-review': 'Leerlingbespreking',
      'study-day': 'Studiedag',
    } satisfies Record<BuiltInForm, string>,
    refusal: {
      'item-name-missing': 'Schrijf op hoe jullie het noemen.',
      'item-name-long': 'Deze naam is te lang. Kort hem in.',
      'item-known': 'Deze werkvorm staat er al.',
      'items-many': 'Er staan al veel werkvormen. Leg er eerst een weg.',
      'item-gone': 'Deze werkvorm staat er niet meer.',
    } satisfies Record<ListRefusal, string>,
  },
  en: {
    title: 'Forms of work',
    back: 'To your steps',
    under:
      'How you work on a step. You choose these labels with a step, a lesson visit or a piece on the shelf.',
    add: 'Add a form of work',
    nameHint: 'For example: peer consultation, or walk and talk.',
    saved: 'That form of work has been added.',
    isAway: 'Put away. What you had keeps its label.',
    names: {
      'lesson-preparation': 'Preparing lessons together',
      'lesson-visit': 'Lesson visit to a colleague',
      'class-cover': 'Taking the class over',
      'co-teaching': 'Co-teaching',
      'lesson-study': 'Lesson study',
      'board-session': 'Board session',
      'video-coaching': 'Video coaching',
      'coaching-talk': 'Coaching talk',
      'group-review': 'Group review',
      'pupil-review': 'Pupil review',
      'study-day': 'Study day',
    },
    refusal: {
      'item-name-missing': 'Write what you call it.',
      'item-name-long': 'This name is too long. Shorten it.',
      'item-known': 'This form of work is there already.',
      'items-many': 'There are many forms of work already. Put one away first.',
      'item-gone': 'This form of work is no longer there.',
    },
  },
})

/** How a form of work is called in this language. */
export const formName = (form: WorkForm, language: Language): string => itemName(form, workFormText(language))

/** The names of all of them by key, those put away too: for what was made before. */
export const formNames = (forms: readonly WorkForm[], language: Language): ReadonlyMap<WorkFormKey, string> =>
  itemNames(forms, workFormText(language))

/** What the built-in forms are called, in every language. */
export const builtInFormNames = (): string[] => builtInNames(workFormText)
