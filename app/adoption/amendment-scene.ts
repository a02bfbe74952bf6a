import type { Plan } from '../plan/plan.ts'
import type { Tried } from '../plan/plan-sheet.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import type { AmendmentNo } from './adoption-no.ts'
import type { Scene } from './amendment-may.ts'

/** An amendment with all on which a right about it hangs, and the whole decision on it as this actor sees it. */
export type SeenAmendment = Scene & { readonly plan: Plan; readonly decision: SeenDecision | null }

/** How an amendment of the team is put forward: its name, and the text as people read it. */
export type AmendmentWords = {
  readonly title: (scene: SeenAmendment) => string
  readonly text: (scene: SeenAmendment) => string
}

/** What was sent and could not be stored, in the words of an amendment. */
export type AmendmentTried = Omit<Tried, 'nos'> & {
  readonly nos: readonly { readonly field: string | null; readonly no: AmendmentNo }[]
}
