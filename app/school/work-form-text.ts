import { LANGUAGES, type Language, words } from '../kernel/language.ts'
import type { BuiltInForm, WorkForm, WorkFormKey, WorkFormRefusal } from './work-form.ts'

export const workFormText = words({
  nl: {
    title: 'Werkvormen',
    toSteps: 'Naar jouw stappen',
    under:
      'Zo werken jullie aan een stap. Deze labels kies je bij een stap, een lesbezoek of een stuk op de plank.',
    builtIn: 'Van Rode Draad',
    own: 'Van jullie school',
    noOwn: 'Jullie school heeft er zelf nog geen bij gezet.',
    away: 'Weggelegd',
    awayNote: 'Wat weggelegd is kies je niet meer. Waar het al stond, blijft het staan.',
    add: 'Zet er een werkvorm bij',
    name: 'Hoe noemen jullie het?',
    nameHint: 'Bijvoorbeeld: collegiale consultatie, of wandelgesprek.',
    save: 'Zet erbij',
    putAway: 'Leg weg',
    putBack: 'Zet terug',
    saved: 'Die werkvorm staat erbij.',
    isAway: 'Weggelegd. Wat je al had, houdt zijn label.',
    isBack: 'Weer te kiezen.',
    notSaved: 'Dit staat er nog niet bij.',
    onlyManagers: 'Wegleggen doet wie de school beheert. Erbij zetten mag iedereen.',
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
      'form-name-missing': 'Schrijf op hoe jullie het noemen.',
      'form-name-long': 'Deze naam is te lang. Kort hem in.',
      'form-known': 'Deze werkvorm staat er al.',
      'forms-many': 'Er staan al veel werkvormen. Leg er eerst een weg.',
      'form-gone': 'Deze werkvorm staat er niet meer.',
    } satisfies Record<WorkFormRefusal, string>,
  },
  en: {
    title: 'Forms of work',
    toSteps: 'To your steps',
    under:
      'How you work on a step. You choose these labels with a step, a lesson visit or a piece on the shelf.',
    builtIn: 'From Rode Draad',
    own: 'From your school',
    noOwn: 'Your school has not added any yet.',
    away: 'Put away',
    awayNote: 'What is put away is no longer offered. Where it was used, it stays.',
    add: 'Add a form of work',
    name: 'What do you call it?',
    nameHint: 'For example: peer consultation, or walk and talk.',
    save: 'Add',
    putAway: 'Put away',
    putBack: 'Put back',
    saved: 'That form of work has been added.',
    isAway: 'Put away. What you had keeps its label.',
    isBack: 'Offered again.',
    notSaved: 'This has not been added yet.',
    onlyManagers: 'Putting away is for who manages the school. Everybody may add one.',
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
      'form-name-missing': 'Write what you call it.',
      'form-name-long': 'This name is too long. Shorten it.',
      'form-known': 'This form of work is there already.',
      'forms-many': 'There are many forms of work already. Put one away first.',
      'form-gone': 'This form of work is no longer there.',
    },
  },
})

/** How a form of work is called in this language. */
export const formName = ({ key, name }: WorkForm, language: Language): string =>
  name ?? workFormText(language).names[key as BuiltInForm]

/** The names of all of them by key, those put away too: for what was made before. */
export const formNames = (forms: readonly WorkForm[], language: Language): ReadonlyMap<WorkFormKey, string> =>
  new Map(forms.map((form) => [form.key, formName(form, language)]))

/** What the built-in forms are called, in every language. */
export const builtInNames = (): string[] =>
  LANGUAGES.flatMap((language) => Object.values(workFormText(language).names))
