import { type May, no, yes } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { mayManageSchool, type SchoolBecause } from './school-may.ts'

/** Why somebody may or may not change the school's list of topics, or of forms of work. */
export type ListBecause = 'anyone-of-team' | SchoolBecause

/** Adding one: whoever learns, asks or works with it, so everyone of the team. */
export const mayAddItem = (actor: Actor): May<ListBecause> =>
  actor.kind === 'program' ? no('is-a-program') : yes('anyone-of-team')

/** Putting one away takes a choice from everybody: who manages the school. */
export const mayOfferItem = (actor: Actor): May<ListBecause> => mayManageSchool(actor)
