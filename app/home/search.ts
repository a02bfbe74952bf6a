import type { EntryId, PersonId, PlanId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { PlanLine } from '../plan/plan.ts'
import type { Roster, RosterLine, RosterPerson } from '../plan/roster.ts'
import { meant, type Piece, questionWords, stemsOf, wordsIn } from '../writing/search.ts'

/** One text that was found and that the reader may read. */
export type FoundText = {
  readonly planId: string
  readonly title: string
  readonly href: string
  readonly piece: readonly Piece[]
}
export type FoundYear = { readonly plan: PlanLine | null; readonly texts: readonly FoundText[] }
export type OwnTrack = {
  readonly personId: PersonId
  readonly entryId: EntryId
  readonly planId: PlanId
  readonly schoolYear: SchoolYear
}
export type FoundPerson = { readonly person: RosterPerson; readonly tracks: readonly OwnTrack[] }

export type SearchSheet = {
  readonly question: string
  readonly people: readonly FoundPerson[]
  readonly lines: readonly RosterLine[]
  readonly plans: readonly PlanLine[]
  readonly years: readonly FoundYear[]
  /** Pieces on the shelf, each once. */
  readonly shelf: readonly FoundText[]
  /** More was found than is shown. */
  readonly more: boolean
}

/** Whether every word of the question stands in the words, in another form or with a typing error, too. */
export function speaksOf(question: string, text: string): boolean {
  const asked = questionWords(question)
  const words = new Map([...wordsIn(text)].map(({ word }) => [word, stemsOf(word)]))
  return asked.length > 0 && asked.every((word) => meant(word, words).size > 0)
}

export const peopleFound = (question: string, roster: Roster) =>
  roster.people.filter(({ name }) => speaksOf(question, name))
export const linesFound = (question: string, roster: Roster) =>
  roster.visionLines.filter(({ text, short }) => speaksOf(question, `${text} ${short}`))
export const plansFound = (question: string, plans: readonly PlanLine[]) =>
  plans.filter(({ title, schoolYear }) => speaksOf(question, `${title} ${schoolYear}`))

const isOfShelf = ({ href }: FoundText) => href.startsWith('/shelf/')

/** The pieces of the shelf among what was found: one in which several texts say it comes once, by the best of them. */
export const onShelf = (texts: readonly FoundText[]) =>
  texts.filter((one, place) => isOfShelf(one) && texts.findIndex(({ href }) => href === one.href) === place)

/** The texts by the plan in which they stand, the newest year first; within a year the best first. */
export function byYear(texts: readonly FoundText[], plans: readonly PlanLine[]): FoundYear[] {
  const known = plans.flatMap((plan) => {
    const its = texts.filter(({ planId }) => planId === plan.id)
    return its.length > 0 ? [{ plan, texts: its }] : []
  })
  const rest = texts.filter((one) => !isOfShelf(one) && plans.every(({ id }) => id !== one.planId))
  return rest.length > 0 ? [...known, { plan: null, texts: rest }] : known
}
