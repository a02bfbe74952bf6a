import type { EntryId, EvaluationId } from '../kernel/id.ts'

/** In which place of an id the version stands, and what stands there for half-way and for the end. */
const DIGIT = 14
const DIGIT_OF = { mid: 'a', end: 'b' } as const
type Time = keyof typeof DIGIT_OF
const TIMES = Object.keys(DIGIT_OF) as Time[]

/**
 * The id that the evaluation of an entry gets when it is made: told by the entry and the time, so that its texts can be
 * written together, and talked about, before there is one. Older ones have an id of their own.
 */
export const evaluationIdOf = (entryId: EntryId, time: Time) =>
  `${entryId.slice(0, DIGIT)}${DIGIT_OF[time]}${entryId.slice(DIGIT + 1)}` as EvaluationId

/** Of which entry and time an id tells; null when it is of another kind. */
export function evaluationNamed(id: string): { entryId: EntryId; time: Time } | null {
  const time = TIMES.find((one) => DIGIT_OF[one] === id[DIGIT])
  return time ? { entryId: `${id.slice(0, DIGIT)}7${id.slice(DIGIT + 1)}` as EntryId, time } : null
}

/** Every id that an evaluation of this entry can have been made with. */
export const evaluationIdsOf = (entryId: EntryId) => TIMES.map((time) => evaluationIdOf(entryId, time))
