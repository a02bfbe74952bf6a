import type { Refusal } from '../kernel/refusal.ts'
import type { PlanNo } from '../plan/plan-no.ts'
import type { RoundRefusal } from '../round/round.ts'
import type { AmendmentRefusal } from './amendment.ts'
import type { AmendmentBecause } from './amendment-may.ts'
import type { AdoptionRefusal } from './seal.ts'

/** Every way in which adoption says no. */
export type AdoptionNo = Refusal<AdoptionRefusal> | Refusal<RoundRefusal> | PlanNo

/** Every way in which an amendment says no. */
export type AmendmentNo =
  | AdoptionNo
  | Refusal<AmendmentRefusal>
  | { readonly refused: 'may-not'; readonly because: AmendmentBecause }
