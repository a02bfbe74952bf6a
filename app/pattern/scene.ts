import type { Day } from '../kernel/day.ts'
import { dayOf } from '../kernel/day.ts'
import { mondayOf, plusDays } from '../kernel/days.ts'
import { isWithin, previousYear, type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
import { type Effect, effectOf, type Stretch } from './effect.ts'
import {
  askedBetween,
  type Counted,
  type PatternRecord,
  recordOf,
  type TopicCount,
  topicCounts,
  type WhichPattern,
} from './pattern.ts'
import { type SolvedShares, solvedShares } from './solved.ts'
import { schoolWeeks, type Term, type TermNumber } from './term.ts'

/** The school's terms around a day, with the years before to compare with. */
export type Terms = {
  readonly now: Term
  readonly previous: Term
  /** The same term a year earlier; null where no dates reach so far back. */
  before(term: Term): Term | null
  find(year: SchoolYear, number: TermNumber): Term | null
  isFree(day: Day): boolean
}

/** A topic that came back in a term, with what was done with it. */
export type PatternCard = {
  readonly which: WhichPattern
  readonly term: Term
  readonly count: TopicCount
  readonly record: PatternRecord | null
  /** The team goal on this topic that stands, of this term or an earlier one. */
  readonly goal: PatternRecord | null
}

/** What became of questions on a topic since the team made a goal of it. */
export type GoalEffect = {
  readonly record: PatternRecord
  readonly since: Day
  readonly before: Stretch
  readonly after: Stretch
  readonly effect: Effect
}

export type PatternScene = {
  readonly term: Term
  /** Of this term, and of the one before it those with which nothing was done yet. */
  readonly cards: readonly PatternCard[]
  /** Let rest, of this term. */
  readonly resting: readonly PatternCard[]
  /** Kept for the next plan, without a goal since. */
  readonly kept: readonly PatternCard[]
  /** Came back this term, and are no pattern. */
  readonly others: readonly TopicCount[]
  readonly effects: readonly GoalEffect[]
  readonly solved: { readonly now: SolvedShares | null; readonly before: SolvedShares | null }
}

/** What the patterns of a school are put together from. */
export type PatternParts = {
  readonly counted: readonly Counted[]
  /** The last changed first. */
  readonly records: readonly PatternRecord[]
  /** Of which the goal stands: it was not taken out of the plan, and its amendment not withdrawn. */
  readonly standing: ReadonlySet<PatternRecord['id']>
  readonly terms: Terms
  readonly today: Day
}

/** All that the page of patterns shows: numbers of the team as a whole. */
export function sceneOf(parts: PatternParts): PatternScene {
  const { records, terms, today, counted } = parts
  const now = cardsOf(parts, terms.now)
  const earlier = cardsOf(parts, terms.previous).filter(isUntouched)
  const kept = records.filter(({ keptAt, goal }) => keptAt !== null && goal === null)
  const year = schoolYearOf(today)
  const solvedIn = (one: SchoolYear) => solvedShares(counted.filter(({ askedOn }) => isWithin(one, askedOn)))
  return {
    term: terms.now,
    cards: [...now.filter(({ record }) => !rests(record)), ...earlier],
    resting: now.filter(({ record }) => rests(record)),
    kept: kept.flatMap((record) => cardOfRecord(parts, record) ?? []),
    others: countsIn(parts, terms.now).filter(({ pattern }) => pattern === null),
    effects: records.flatMap((record) => effectsOf(parts, record)),
    solved: { now: solvedIn(year), before: solvedIn(previousYear(year)) },
  }
}

const rests = (record: PatternRecord | null) => record?.dismissedAt != null

/** Nothing was done with it, so that the end of a term takes no proposal away. */
const isUntouched = ({ record, goal }: PatternCard) =>
  goal === null && (record === null || (record.dismissedAt === null && record.keptAt === null))

/** Topics of a term with their numbers; a term without a year before it has none to compare with. */
function countsIn({ counted, terms }: PatternParts, term: Term): TopicCount[] {
  const before = terms.before(term)
  return topicCounts(counted, term, before ?? { ...term, from: term.to, to: term.from })
}

const cardsOf = (parts: PatternParts, term: Term): PatternCard[] =>
  countsIn(parts, term)
    .filter(({ pattern }) => pattern !== null)
    .map((count) => cardOf(parts, term, count))

function cardOf({ records, standing }: PatternParts, term: Term, count: TopicCount): PatternCard {
  const which = { topic: count.topic, year: term.year, term: term.number }
  const goal = records.find(({ id, topic }) => topic === count.topic && standing.has(id)) ?? null
  return { which, term, count, record: recordOf(records, which), goal }
}

/** As it was counted in its own term; null when that lies too far back, or it can't be shown any more. */
function cardOfRecord(parts: PatternParts, { topic, year, term: number }: PatternRecord): PatternCard | null {
  const term = parts.terms.find(year, number)
  const count = term && countsIn(parts, term).find((one) => one.topic === topic)
  return term && count ? cardOf(parts, term, count) : null
}

/** The card that an act names; null when it is no pattern, and was not kept. */
export function cardFor(parts: PatternParts, which: WhichPattern): PatternCard | null {
  const record = recordOf(parts.records, which)
  if (record) return cardOfRecord(parts, record)
  const term = parts.terms.find(which.year, which.term)
  if (!term || (term !== parts.terms.now && term !== parts.terms.previous)) return null
  return cardsOf(parts, term).find(({ count }) => count.topic === which.topic) ?? null
}

/** From the beginning of the term until the week in which the goal was made; and from the week after it until now. */
function effectsOf({ counted, standing, terms, today }: PatternParts, record: PatternRecord): GoalEffect[] {
  const term = terms.find(record.year, record.term)
  if (!term || !record.goal || !standing.has(record.id)) return []
  const since = dayOf(new Date(record.goal.at))
  const next = plusDays(mondayOf(since), 7)
  const stretch = (from: Day, to: Day): Stretch => ({
    number: askedBetween(counted, record.topic, from, to),
    weeks: schoolWeeks(from, to, (day) => terms.isFree(day)),
  })
  const before = stretch(term.from, plusDays(next, -1))
  const after = stretch(next, today)
  return [{ record, since, before, after, effect: effectOf(before, after) }]
}
