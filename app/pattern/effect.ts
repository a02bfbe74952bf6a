/** Numbers of questions on one topic, over so many weeks with school. */
export type Stretch = { readonly number: number; readonly weeks: number }

/** What became of such questions since there is a goal. */
export type Effect = {
  readonly says: 'too-soon' | 'fewer' | 'more' | 'same'
  /** So small a difference comes about by itself too. */
  readonly mayBeChance: boolean
}

/** Before so many weeks with school have gone by, nothing is said. */
export const FEWEST_WEEKS = 4
/** Of fewer questions together, any difference may be chance. */
const FEWEST_FOR_SURE = 10
/** In standard deviations of a fair draw: about one in twenty lies further away. */
const FAR = 2

/**
 * Whether questions became fewer: by week, for both stretches are seldom as long. Of all questions together, a fair draw
 * would lay in each stretch what its weeks are worth; what lies near that may be chance.
 */
export function effectOf(before: Stretch, after: Stretch): Effect {
  if (after.weeks < FEWEST_WEEKS || before.weeks === 0) return { says: 'too-soon', mayBeChance: true }
  const together = before.number + after.number
  const share = after.weeks / (before.weeks + after.weeks)
  const away = after.number - together * share
  const spread = Math.sqrt(together * share * (1 - share))
  return {
    says: away < 0 ? 'fewer' : away > 0 ? 'more' : 'same',
    mayBeChance: together < FEWEST_FOR_SURE || Math.abs(away) < FAR * spread,
  }
}
