import type { TalkLineId } from '../kernel/id.ts'
import { type Seen, shown } from '../trend/sentence.ts'
import { isValue } from '../trend/series.ts'
import { LEAST } from '../trend/suppress.ts'
import {
  type Fact,
  type FactAbout,
  factKey,
  factKeys,
  factsOf,
  type Numbers,
  pointsOf,
  saidIn,
  seenIn,
} from './fact.ts'
import type { Talk } from './talk.ts'

/**
 * Whether the numbers of a fact are no longer said: today's of the same year are of one to four pupils more or fewer, or
 * are others of as many pupils, or are not shown any more. Both side by side would tell of those few.
 */
export function isUnsaid(numbers: Numbers, fact: Fact): boolean {
  if (fact.statement.says === 'lowest')
    return !factsOf(numbers, '').some((one) => factKeys(one).includes(factKey(fact)))
  return saidIn(fact).some((one) => !isStillSaid(one, nowOf(numbers, fact.about, one)))
}

function isStillSaid(then: Seen, now: readonly Seen[]): boolean {
  if (now.some(({ value, n }) => value === then.value && n === then.n)) return true
  return now.length > 0 && now.every(({ n }) => Math.abs(n - then.n) >= LEAST)
}

/** The values of today at the same place; of more than one test, each. */
function nowOf({ shown: figures, standings }: Numbers, about: FactAbout, { place }: Seen): Seen[] {
  const isThere = (one: Seen['place']) => one.schoolYear === place.schoolYear && one.moment === place.moment
  if (about.of === 'subjects') return []
  if (about.of === 'school') return seenIn(standings, about.share).filter((one) => isThere(one.place))
  return pointsOf(figures, about).flatMap(({ point: { at, ...there } }) =>
    isValue(at) && isThere(there) ? [{ place: there, value: shown(at.value), n: at.n }] : [],
  )
}

/** The lines of a talk of which the numbers are no longer said. */
export const unsaidIn = ({ lines }: Talk, numbers: Numbers): ReadonlySet<TalkLineId> =>
  new Set(lines.filter(({ fact }) => fact !== null && isUnsaid(numbers, fact)).map(({ id }) => id))
