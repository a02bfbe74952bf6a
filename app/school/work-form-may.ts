import { type May, no, yes } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { mayManageSchool, type SchoolBecause } from './school-may.ts'

/** Why somebody may or may not change the school's list of forms of work. */
export type WorkFormBecause = 'anyone-of-team' | SchoolBecause

/** Adding a form of work: whoever works with it, so everyone of the team. */
export const mayAddForm = (actor: Actor): May<WorkFormBecause> =>
  actor.kind === 'program' ? no('is-a-program') : yes('anyone-of-team')

/** Putting one away takes a choice from everybody: who manages the school. */
export const mayOfferForm = (actor: Actor): May<WorkFormBecause> => mayManageSchool(actor)
