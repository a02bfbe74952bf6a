import { type May, no, yes } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { mayManageSchool, type SchoolBecause } from './school-may.ts'

/** Why somebody may or may not change the school's list of topics. */
export type TopicBecause = 'anyone-of-team' | SchoolBecause

/** Adding a topic: whoever learns or asks, so everyone of the team. */
export const mayAddTopic = (actor: Actor): May<TopicBecause> =>
  actor.kind === 'program' ? no('is-a-program') : yes('anyone-of-team')

/** Putting one away takes a choice from everybody: who manages the school. */
export const mayOfferTopic = (actor: Actor): May<TopicBecause> => mayManageSchool(actor)
