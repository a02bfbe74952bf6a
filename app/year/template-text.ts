import { type Language, words } from '../kernel/language.ts'
import { BUILT_IN_LINES, type BuiltInKey, type TemplateLine } from './template.ts'

type Said = { readonly title: string; readonly note: string }

/** The words of the template with which a school begins. */
const templateWords = words({
  nl: {
    start: { title: 'Startvergadering', note: 'We stellen het plan vast' },
    council: { title: 'Plan naar de MR', note: 'Ter informatie' },
    'review-1': { title: 'Groepsgesprekken', note: '' },
    'study-1': { title: 'Studiedag', note: '' },
    'reports-1': { title: 'Rapporten mee', note: '' },
    'tests-m': { title: 'M-toetsen', note: '' },
    transition: { title: 'Doorstroomtoets', note: 'Groep 8' },
    parents: { title: 'Ouderavond', note: '' },
    trends: { title: 'Trendgesprek', note: 'Na de M-toetsen' },
    'review-2': { title: 'Groepsgesprekken', note: '' },
    'study-2': { title: 'Studiedag', note: '' },
    'tests-e': { title: 'E-toetsen', note: '' },
    'review-3': { title: 'Groepsgesprekken', note: '' },
    'school-plan': { title: 'Jaarplan naar het bestuur', note: 'Hoort bij het schoolplan' },
    draft: { title: 'Concept van het nieuwe plan', note: '' },
    'reports-2': { title: 'Rapporten mee', note: '' },
  } satisfies Record<BuiltInKey, Said>,
  en: {
    start: { title: 'Start-of-year meeting', note: 'We adopt the plan' },
    council: { title: 'Plan to the participation council', note: 'For information' },
    'review-1': { title: 'Group reviews', note: '' },
    'study-1': { title: 'Study day', note: '' },
    'reports-1': { title: 'Reports go home', note: '' },
    'tests-m': { title: 'Mid-year tests', note: '' },
    transition: { title: 'Transition test', note: 'Group 8' },
    parents: { title: 'Parents’ evening', note: '' },
    trends: { title: 'Trend talk', note: 'After the mid-year tests' },
    'review-2': { title: 'Group reviews', note: '' },
    'study-2': { title: 'Study day', note: '' },
    'tests-e': { title: 'End-of-year tests', note: '' },
    'review-3': { title: 'Group reviews', note: '' },
    'school-plan': { title: 'Annual plan to the board', note: 'Part of the school plan' },
    draft: { title: 'Draft of the new plan', note: '' },
    'reports-2': { title: 'Reports go home', note: '' },
  },
})

/** The template with which a school begins, in the language of who lays it. */
export const builtInTemplate = (language: Language): TemplateLine[] =>
  BUILT_IN_LINES.map((line) => ({ ...line, ...templateWords(language)[line.key] }))
