import type { May, Refusal } from '../kernel/refusal.ts'
import type { PassageRefusal } from '../writing/passage.ts'
import type { PlanRefusal } from './plan.ts'
import type { Because } from './plan-may.ts'

/** Somebody asked for what is not theirs; the reason has a sentence. */
export type MayNot = { readonly refused: 'may-not'; readonly because: Because }

/** Every way in which the plan says no. */
export type PlanNo = Refusal<PlanRefusal> | PassageRefusal | MayNot

/** The refusal that follows from a right, or null when it is there. */
export const unless = (may: May<Because>): MayNot | null =>
  may.may ? null : { refused: 'may-not', because: may.because }
