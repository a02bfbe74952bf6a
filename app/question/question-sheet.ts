import type { Day } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { RosterPerson } from '../plan/roster.ts'
import type { Passage } from '../writing/passage.ts'
import { circleOf, isWithCoordinators, type Question } from './question.ts'

/** What every page of questions is drawn from, for one reader. */
export type QuestionEyes = {
  readonly me: PersonId
  readonly today: Day
  readonly language: Language
  /** Everybody of the school, also who left. */
  readonly people: readonly RosterPerson[]
  readonly nameOf: (person: PersonId | null) => string
}

/** The coordinators to whom the third rung of somebody's question leads: never the asker self. */
export const coordinatorsFor = (people: readonly RosterPerson[], asker: PersonId): RosterPerson[] =>
  people.filter(({ id, roles, hasLeft }) => !hasLeft && id !== asker && roles.includes('coordinator'))

/** Everybody who reads a question now, the asker first. */
export const readersOf = (question: Question, people: readonly RosterPerson[]): PersonId[] => [
  ...new Set([
    ...circleOf(question),
    ...(isWithCoordinators(question) ? coordinatorsFor(people, question.asker).map(({ id }) => id) : []),
  ]),
]

/** Names as a sentence has them: 'Karin', 'Karin of Noor', 'Karin, Noor of Els'. */
export function listed(names: readonly string[], between: string): string {
  const last = names.at(-1)
  if (last === undefined) return ''
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} ${between} ${last}`
}

/** What was sent and not taken. */
export type QuestionTried = {
  readonly act: string
  readonly values: Readonly<Record<string, string>>
  readonly field: string | null
  readonly says: string
}

/** What was sent and could not all be stored: per field what was typed, why not, and what stands there now. */
export type SentencesTried = {
  readonly typed: Readonly<Record<string, string>>
  readonly wrong: Readonly<Record<string, string>>
  readonly clashes: Readonly<Record<string, Passage>>
}
