import type { EntryId, PlanId } from '../kernel/id.ts'
import type { Ambition, AmbitionFigure } from './ambition.ts'
import type { Measured, Stand } from './stand.ts'

/** An ambition with where it stands, for the eyes of everybody of the school. */
export type AmbitionSheet = {
  readonly ambition: Ambition
  readonly stand: Stand
  /** The name of the learning team whose it is; null: of the whole team. */
  readonly team: string | null
  /** Where it began, as far as that may be shown still. */
  readonly from: AmbitionFigure | null
  /** The last figure there is of it, whatever year it is of. */
  readonly now: Measured | 'hidden' | null
}

/** To what an ambition can be tied: goals and learning teams' tracks of one plan, by name. */
export type GoalChoices = {
  readonly planId: PlanId
  readonly goals: readonly { readonly id: EntryId; readonly name: string }[]
}

/** Where it hangs; `name` null: an amendment that proposes it. */
export type GoalPlace = { readonly href: string; readonly name: string | null }
