import { LANGUAGES, termsFor } from '../kernel/language.ts'
import { OPEN_PLACE } from '../paper/paper.ts'
import { paperText } from './paper-text.ts'
import { PAPER_ROLES } from './plan-paper.ts'

/**
 * Every word that our own form has by itself, in both languages and with each school's own words, in lower case: in a
 * Word file that comes back these are no text of somebody.
 */
export const FIXED_WORDS: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap((language) =>
    (['ib', 'kc'] as const).flatMap((coordinator) =>
      (['leraar', 'leerkracht'] as const).flatMap((teacher) =>
        fixedWords(language, termsFor(language, coordinator, teacher)),
      ),
    ),
  ).map((word) => word.toLowerCase()),
)

function fixedWords(language: (typeof LANGUAGES)[number], terms: ReturnType<typeof termsFor>): string[] {
  const text = paperText(language)
  return [
    ...Object.values(text.label),
    ...PAPER_ROLES.flatMap((role) => [text.role(role, terms), text.teacherEffort(role, terms)]),
    text.coordinatorEffort(terms),
    text.principles,
    text.generalGoals,
    text.teamGoals,
    text.learningTeam,
    text.voice,
    text.evaluated.mid,
    text.evaluated.end,
    text.nothingYet.replace(/\.$/, ''),
    OPEN_PLACE,
  ]
}
