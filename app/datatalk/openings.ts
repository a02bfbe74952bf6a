import type { NoGoalPlace } from '../adoption/no-goal-place.ts'

/** Why no plan takes a goal now, and whether this reader may begin a plan. */
export type NoPlace = { readonly why: NoGoalPlace; readonly mayBegin: boolean }
