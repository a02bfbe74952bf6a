import type { Figure } from '../result/figure.ts'
import { LEAST_PART } from '../result/rule-subject.ts'
import { meanOf } from '../result/tally.ts'
import { placeName } from './place.ts'
import { ruleTests } from './rule-test.ts'

/**
 * Results of one test and moment that stand twice, under another name of the supplier or other norms: a file that was
 * brought in again. Who has both can take one from the other, and is left with who is in one of them alone. So for the
 * team one of them counts, and the other is shown nowhere: by `placeName` of the whole school. Tests on scales that lie
 * far apart stay beside each other: there is nothing to subtract.
 *
 * `figures`: those of the whole school are enough.
 */
export function standingTwice(figures: readonly Figure[]): ReadonlySet<string> {
  const whole = figures.filter(({ group }) => group === null)
  const ruled = new Set(ruleTests(whole).map(nameOf))
  const tests = [...Map.groupBy(whole, testOf).values()].filter((some) => some.length > 1)
  return new Set(tests.flatMap((some) => othersIn(some, ruled)).map(nameOf))
}

/** The place of a figure in its series, whatever its group. */
export const nameOf = (figure: Figure) => placeName(figure, figure.series, null)

/** The doorstroomtoets is one, whoever makes it: a pupil does it once, and its levels are those of the country. */
const testOf = ({ schoolYear, yearGroup, moment, subject, test }: Figure) =>
  JSON.stringify([schoolYear, yearGroup, moment, subject, moment === 'D' ? '' : test])

/** All but the one that counts, as far as they are on its scale. What is left out of those is looked at in the same way. */
function othersIn(some: readonly Figure[], ruled: ReadonlySet<string>): Figure[] {
  const counts = countingIn(some, ruled)
  if (!counts) return []
  const others = some.filter((one) => one !== counts)
  const twice = others.filter((one) => isSameScale(one, counts))
  const elsewhere = others.filter((one) => !isSameScale(one, counts))
  return [...twice, ...othersIn(elsewhere, ruled)]
}

/** The one that the rule of the Inspectie counts; else the newest that isn't a small part. */
function countingIn(some: readonly Figure[], ruled: ReadonlySet<string>): Figure | undefined {
  const most = Math.max(...some.map(({ n }) => n))
  const full = some.filter(({ n }) => n >= LEAST_PART * most)
  const byRule = some.find((one) => ruled.has(nameOf(one)))
  return byRule ?? full.toSorted((one, other) => other.series - one.series)[0]
}

/** Means of the same pupils on one scale don't lie twice as far; levels and reference levels are always the same. */
function isSameScale(one: Figure, other: Figure): boolean {
  const [first, second] = [meanOf(one), meanOf(other)]
  if (first === null || second === null) return true
  const [low, high] = [Math.min(first, second), Math.max(first, second)]
  return low <= 0 || high < FAR * low
}
const FAR = 2
