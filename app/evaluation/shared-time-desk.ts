import type { Db } from '../db/database.ts'
import type { Language } from '../kernel/language.ts'
import type { Plan } from '../plan/plan.ts'
import type { Actor } from '../session/actor.ts'

/**
 * What who coordinates shared of the own time with this plan, in sentences: a room above this one knows it.
 * `isLookingBack`: the team is doing so now, in the room.
 */
export type ReadSharedTime = (
  db: Db,
  actor: Actor,
  plan: Plan,
  language: Language,
  isLookingBack: boolean,
) => Promise<readonly string[]>

let read: ReadSharedTime = async () => []

/** Said once, where the routes are made; the same for every house. */
export function fillSharedTime(given: ReadSharedTime) {
  read = given
}

/** As far as this actor may read it; nothing where nothing is shared. */
export const sharedTimeOf: ReadSharedTime = (...given) => read(...given)
