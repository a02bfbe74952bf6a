import type { PlanId } from '../kernel/id.ts'

/** The version that the plan got in this meeting, or by what was decided in it. */
export type SealedHere = {
  readonly planId: PlanId
  /** '1.0' */
  readonly number: string
  /** '2026–2027' */
  readonly year: string
}
