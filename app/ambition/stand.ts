import type { SchoolYear } from '../kernel/school-year.ts'
import type { ShownFigure } from '../trend/series.ts'
import type { Standing } from '../trend/standing.ts'
import { maybeChance, wouldTurn } from '../trend/wilson.ts'
import {
  type Ambition,
  type AmbitionAbout,
  type AmbitionFigure,
  isShareMeasure,
  measureOf,
} from './ambition.ts'
import { beganAt, type Measured, otherSeries, yearsOf } from './measured.ts'

/** How it went since the figure with which it began; null when there is nothing to compare with. */
export type Way = 'up' | 'same' | 'down'

/** Where an ambition stands. Only what may be shown to the whole team is ever in it. */
export type Stand =
  /** `isDue`: at the test for which it was meant. */
  | { readonly is: 'reached'; readonly at: Measured; readonly isDue: boolean }
  | {
      readonly is: 'on-the-way' | 'came-to'
      readonly at: Measured
      readonly way: Way | null
      /** Whether what lies between then and now can be chance; null when that can't be said. */
      readonly chance: boolean | null
      /** How many pupils (of a standing: levels) more would have made the difference; null when it is no handful. */
      readonly more: number | null
    }
  | { readonly is: 'not-measured' }
  | { readonly is: 'hidden' }
  /** From this school year on there is another test or norm: nothing is compared. */
  | { readonly is: 'broken'; readonly schoolYear: SchoolYear }

/** What a handful is: with more nobody would say that it hangs on a few. */
const A_HANDFUL = 5

/**
 * Where an ambition stands with these figures. `shown` and `standings`: all of the whole school, as the team may see
 * them. What comes after the test for which it was meant isn't looked at.
 */
export function stands(
  ambition: Pick<Ambition, 'about' | 'from' | 'to' | 'by'>,
  shown: readonly ShownFigure[],
  standings: readonly Standing[],
): Stand {
  const { about, from, by } = ambition
  const years = yearsOf(about, shown, standings).filter(
    ({ schoolYear }) => schoolYear <= by && (from === null || schoolYear > from.schoolYear),
  )
  const last = years.at(-1)
  const other = about.of === 'section' ? otherSeries(about, shown, by) : null
  if (other !== null && other > (last?.schoolYear ?? from?.schoolYear ?? ''))
    return { is: 'broken', schoolYear: other }
  if (last === undefined) return { is: 'not-measured' }
  if (last.at === 'hidden') return { is: 'hidden' }
  const began = from && beganAt(from, about, shown, standings)
  return standAt({ ...ambition, from: began }, last.at)
}

function standAt({ about, from, to, by }: Parameters<typeof stands>[0], at: Measured): Stand {
  const isDue = at.schoolYear === by
  if (isReached(at, to)) return { is: 'reached', at, isDue }
  const more = at.reached && wouldTurn(at.reached.count, at.reached.of, to)
  return {
    is: isDue ? 'came-to' : 'on-the-way',
    at,
    way: from && wayOf(from.value, at.value),
    chance: chanceOf(about, from, at),
    more: more !== null && more <= A_HANDFUL ? more : null,
  }
}

/** Not rounded: exactly as high counts, and what looks the same with one decimal may just fall short. */
const isReached = ({ value, reached }: Measured, to: number) =>
  reached === null ? value >= to : 1000 * reached.count >= Math.round(10 * to) * reached.of

const tenths = (value: number) => Math.round(10 * value + 1e-9)
const wayOf = (from: number, to: number): Way =>
  tenths(to) > tenths(from) ? 'up' : tenths(to) < tenths(from) ? 'down' : 'same'

/** Of scores it can't be said; of years together only when no year is in both. */
function chanceOf(about: AmbitionAbout, from: AmbitionFigure | null, at: Measured): boolean | null {
  if (from === null || !isShareMeasure(measureOf(about))) return null
  return about.of === 'standing' ? null : maybeChance(from, at)
}
