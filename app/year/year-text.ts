import { type Language, words } from '../kernel/language.ts'
import type { YearKind, YearMoment } from './year.ts'

/** What the moments of a year are called. */
export const yearText = words({
  nl: {
    kind: {
      start: 'Startvergadering',
      'group-review': 'Groepsgesprekken',
      tests: 'Toetsen',
      'transition-test': 'Doorstroomtoets',
      'trend-talk': 'Trendgesprek',
      'study-day': 'Studiedag',
      reports: 'Rapporten mee',
      parents: 'Ouderavond',
      council: 'MR',
      deadline: 'Inleverdag',
      other: 'Iets anders',
      evaluation: 'Evaluatie',
      meeting: 'Teamvergadering',
      adopted: 'Plan vastgesteld',
    } satisfies Record<YearKind, string>,
    evaluationOf: (about: string) => `Evaluatie ${about}`,
    evaluationOfGoal: (number: string) => `Evaluatie doel ${number}`,
  },
  en: {
    kind: {
      start: 'Start-of-year meeting',
      'group-review': 'Group reviews',
      tests: 'Tests',
      'transition-test': 'Transition test',
      'trend-talk': 'Trend talk',
      'study-day': 'Study day',
      reports: 'Reports go home',
      parents: 'Parents’ evening',
      council: 'Participation council',
      deadline: 'Deadline',
      other: 'Something else',
      evaluation: 'Evaluation',
      meeting: 'Team meeting',
      adopted: 'Plan adopted',
    },
    evaluationOf: (about) => `Evaluation ${about}`,
    evaluationOfGoal: (number) => `Evaluation of goal ${number}`,
  },
})

/** A moment in a few words: as the school called it, else after its kind; an evaluation with whose it is. */
export function titleOf(
  { kind, title, about, source }: Pick<YearMoment, 'kind' | 'title' | 'about' | 'source'>,
  language: Language,
): string {
  const text = yearText(language)
  if (source.kind === 'evaluation' && about !== '')
    return source.isGoal ? text.evaluationOfGoal(about) : text.evaluationOf(about)
  return title || text.kind[kind]
}
