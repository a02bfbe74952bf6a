import type { Figure, Growth } from '../result/figure.ts'
import { inTime, placeName } from './place.ts'
import { LEAST } from './suppress.ts'

/** From one place to the next: pupils with a score at both. */
type Step = { readonly from: string; readonly to: string; readonly stayed: number }

/** How many pupils have a score: at a place, and at two places both (null when that isn't kept). */
type Known = {
  readonly at: (place: string) => number
  readonly both: (from: string, to: string) => number | null
}

/**
 * The steps of growth that may be shown to who sees every mean of the whole school as well, by `placeName` of where
 * they end. One decision over all of them: what steps and means tell together, added and subtracted in whatever way, is
 * never of one to four pupils. The oldest steps are taken first, so that what was shown once stays and a new moment
 * decides over itself alone.
 *
 * `steps`: of the whole school, at most one that ends at a place; `growth`: all that is known, for it says how many
 * were at two places that are further apart.
 */
export function safeSteps(
  steps: readonly Growth[],
  growth: readonly Growth[],
  figures: readonly Figure[],
): ReadonlySet<string> {
  const known = knownOf(growth, figures)
  const into = new Map<string, Step>()
  const begun = new Set<string>()
  for (const one of steps.toSorted(inTime)) {
    const step = stepOf(one)
    if (begun.has(step.from) || step.stayed < LEAST || !isWithScores(step, known)) continue
    if (runsTo(step, into).some((run) => tells(run, known))) continue
    into.set(step.to, step)
    begun.add(step.from)
  }
  return new Set(into.keys())
}

const stepOf = (one: Growth): Step => ({
  from: placeName(one.since, one.series, null),
  to: placeName(one, one.series, null),
  stayed: one.grown,
})

function knownOf(growth: readonly Growth[], figures: readonly Figure[]): Known {
  const whole = figures.filter(({ group }) => group === null)
  const scored = new Map(whole.map((figure) => [placeName(figure, figure.series, null), figure.scored]))
  const pairs = growth.filter(({ group }) => group === null).map(stepOf)
  const stayed = new Map(pairs.map((pair) => [JSON.stringify([pair.from, pair.to]), pair.stayed]))
  return {
    at: (place) => scored.get(place) ?? 0,
    both: (from, to) => stayed.get(JSON.stringify([from, to])) ?? null,
  }
}

const isWithScores = ({ from, to, stayed }: Step, { at }: Known) => at(from) >= stayed && at(to) >= stayed

/** Every row of steps that are shown one after the other and ends with this one, the shortest first. */
function runsTo(last: Step, into: ReadonlyMap<string, Step>): (readonly [Step, ...Step[]])[] {
  const runs: [Step, ...Step[]][] = [[last]]
  for (let step = into.get(last.from); step; step = into.get(step.from))
    runs.push([step, ...(runs.at(-1) ?? [last])])
  return runs
}

/**
 * Whether means and all these steps together can leave one to four pupils over: who left after the first place, who came
 * at the last one, and what is left at every place between. Only where each of them is of few the whole is of few; where
 * nobody is left at any, nothing is told.
 */
function tells(run: readonly [Step, ...Step[]], known: Known): boolean {
  const [first] = run
  const last = run.at(-1) ?? first
  const left = known.at(first.from) - first.stayed
  const came = known.at(last.to) - last.stayed
  if (run.length === 1) return left + came > 0 && left + came < LEAST
  const between = run.slice(1).map((after, at, all) => {
    // Who left before a place and who is left over at it are never the same pupils.
    const beside = Math.max(at === 0 ? left : 0, at === all.length - 1 ? came : 0)
    return restsAt(run[at] ?? first, after, known).filter((rest) => rest + beside < LEAST)
  })
  if (between.some((rests) => rests.length === 0)) return false
  return left + came > 0 || between.some((rests) => rests.some((rest) => rest > 0))
}

/**
 * How many pupils can be left over at the place between two steps. How many were there before, now and afterwards is not
 * kept, so this is of every number that can be; of the others it follows which sums of the mean and the two steps leave
 * few: with both steps once (who was there before or afterwards, not both), with the steps by two numbers (who was not
 * there both times), and with one added and the other taken away (who was there both times or neither).
 */
function restsAt(before: Step, after: Step, { at, both }: Known): number[] {
  const [all, stayed, stay] = [at(after.from), before.stayed, after.stayed]
  const most = Math.min(stayed, stay, both(before.from, after.to) ?? all)
  const rests = new Set<number>()
  for (let three = Math.max(0, Math.min(stayed + stay - all, most)); three <= most; three += 1)
    for (const rest of [stayed + stay - 2 * three, all - three, all - stayed - stay + 2 * three])
      if (rest < LEAST) rests.add(Math.max(0, rest))
  return [...rests]
}
