import { shown } from '../trend/sentence.ts'
import {
  type AmbitionAbout,
  type AmbitionFigure,
  type AmbitionHeight,
  isShareMeasure,
  measureOf,
} from './ambition.ts'
import type { YearOf } from './measured.ts'

/** A height that looks like a slip of the pen. It is asked about, never forbidden: a team may want just that. */
export type Unlikely = {
  readonly about: AmbitionAbout
  readonly to: number
  /** `lower`: than it stands now; `far-above`: any year there was. */
  readonly is: 'lower' | 'far-above'
  /** What it is laid beside: the last figure, or the highest there was. */
  readonly beside: AmbitionFigure
  /** Whether that is the last figure. */
  readonly isLast: boolean
}

/** A quarter of the pupils more, in per cent of them. */
const FAR_SHARE = 25
/** A fifth of a score more is about a year of learning, on the scales that schools use. */
const FAR_SCORE = 0.2

/**
 * What is to be asked about a height: it lies below the last figure (to hold on is not to fall), or above the best year
 * by more than a quarter of the pupils or a fifth of the score. Null: nothing; so too where the team sees no figure.
 */
export function unlikely(
  to: AmbitionHeight['to'],
  about: AmbitionAbout,
  years: readonly YearOf[],
): Unlikely | null {
  const seen = years.flatMap(({ at }) => (at === 'hidden' ? [] : [at]))
  const last = seen.at(-1)
  if (!last) return null
  if (to < shown(last.value)) return { about, to, is: 'lower', beside: figureOf(last), isLast: true }
  const best = seen.reduce((one, other) => (other.value >= one.value ? other : one))
  const highest = shown(best.value)
  const far = isShareMeasure(measureOf(about)) ? highest + FAR_SHARE : highest * (1 + FAR_SCORE)
  if (to <= shown(far)) return null
  return { about, to, is: 'far-above', beside: figureOf(best), isLast: best === last }
}

const figureOf = ({ schoolYear, value, n }: AmbitionFigure): AmbitionFigure => ({ schoolYear, value, n })
