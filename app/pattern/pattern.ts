import type { Day, Moment } from '../kernel/day.ts'
import type { AmendmentId, EntryId, MeetingId, PatternId, PlanId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { TopicKey } from '../school/topic.ts'
import { isWeekOf, type Term, type TermNumber } from './term.ts'

/** A question as it is counted: without its text, and without whose it is. */
export type Counted = {
  /** Confirmed by a person; null does not count for a topic. */
  readonly topic: TopicKey | null
  readonly askedOn: Day
  /** The Monday of that day: what is left of it once the question is erased. */
  readonly week: Day
  /** On which rung it was solved; null: it runs, or closed without. */
  readonly solvedOn: 1 | 2 | 3 | null
  /** Stands for who asked, to count how many do: never shown, and null once a question was erased. */
  readonly asker: string | null
}

/** So many alike in a term are a pattern. */
export const FEWEST_ALIKE = 5
/** A lower number than this points at somebody: it is shown to nobody. */
export const FEWEST_SHOWN = 3
/** Of so many askers at least; what one or two ask is between them and whom they ask. */
export const FEWEST_ASKERS = 3
/** So many more than in the same term of last year are a rise. */
export const A_RISE = 3
/** Before the school counted this many in a term, a rise since then says nothing. */
export const FEWEST_TO_COMPARE = 10

/** A topic that came back in a term, in numbers that may be shown to the team. */
export type TopicCount = {
  readonly topic: TopicKey
  readonly number: number
  /** In the same term of last year, the whole of it; null: so few that it is not shown, or nothing was counted. */
  readonly before: number | null
  /** A pattern, and why; null: it came back, no more than that. */
  readonly pattern: 'alike' | 'rise' | null
}

/** The topics of a term that may be named, most asked first; what is asked by one or two stays out of sight. */
export function topicCounts(all: readonly Counted[], term: Term, yearBefore: Term): TopicCount[] {
  const here = all.filter(({ week }) => isWeekOf(term, week))
  const then = all.filter(({ week }) => isWeekOf(yearBefore, week))
  const compares = then.length >= FEWEST_TO_COMPARE
  const topics = new Set(here.flatMap(({ topic }) => topic ?? []))
  return [...topics]
    .map((topic) => ({ topic, mine: here.filter((one) => one.topic === topic) }))
    .filter(({ mine }) => isOfTeam(mine))
    .map(({ topic, mine }) => countOf(topic, mine.length, compares ? numberOf(then, topic) : null))
    .sort((one, other) => other.number - one.number || (one.topic < other.topic ? -1 : 1))
}

const numberOf = (all: readonly Counted[], topic: TopicKey) => all.filter((one) => one.topic === topic).length

/** Several people ask it, so that the number points at none of them. */
const isOfTeam = (questions: readonly Counted[]) =>
  questions.length >= FEWEST_SHOWN &&
  new Set(questions.flatMap(({ asker }) => asker ?? [])).size >= FEWEST_ASKERS

function countOf(topic: TopicKey, number: number, before: number | null): TopicCount {
  const rose = before !== null && number >= before + A_RISE
  const pattern = number >= FEWEST_ALIKE ? 'alike' : rose ? 'rise' : null
  return { topic, number, before: shownNumber(before), pattern }
}

/** A number as it may be shown; null below three. */
export const shownNumber = (number: number | null) =>
  number !== null && number >= FEWEST_SHOWN ? number : null

/** What was done with a topic that came back in a term. */
export type PatternRecord = {
  readonly id: PatternId
  readonly topic: TopicKey
  readonly year: SchoolYear
  readonly term: TermNumber
  readonly dismissedAt: Moment | null
  readonly keptAt: Moment | null
  readonly meetingId: MeetingId | null
  readonly goal: PatternGoal | null
}

/** The team goal that came of it, as a draft in a plan that is written or as an amendment of an adopted one. */
export type PatternGoal = {
  readonly planId: PlanId
  readonly entryId: EntryId | null
  readonly amendmentId: AmendmentId | null
  readonly at: Moment
}

export type PatternRefusal =
  | 'pattern-gone'
  | 'goal-made'
  | 'no-place'
  | 'texts-asked'
  | 'text-gone'
  | 'meeting-gone'
  | 'on-agenda'

/** What an act names: a topic in a term; refused when it is no pattern (any more). */
export type WhichPattern = { readonly topic: TopicKey; readonly year: SchoolYear; readonly term: TermNumber }

export const recordOf = (records: readonly PatternRecord[], { topic, year, term }: WhichPattern) =>
  records.find((one) => one.topic === topic && one.year === year && one.term === term) ?? null

/** How many on a topic were asked from one Monday to another day, both weeks counted. */
export const askedBetween = (all: readonly Counted[], topic: TopicKey, from: Day, to: Day) =>
  all.filter((one) => one.topic === topic && from <= one.week && one.week <= to).length
