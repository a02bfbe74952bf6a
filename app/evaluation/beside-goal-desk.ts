import type { Child } from 'hono/jsx'
import type { Db } from '../db/database.ts'
import type { EntryId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { Plan } from '../plan/plan.ts'
import type { Actor } from '../session/actor.ts'

/** What a room above this one shows with a goal or track that is looked back on: where its ambition stands. */
export type ReadBesideGoals = (
  db: Db,
  actor: Actor,
  plan: Plan,
  language: Language,
) => Promise<ReadonlyMap<EntryId, Child>>

let read: ReadBesideGoals = async () => new Map()

/** Said once, where the routes are made; the same for every house. */
export function fillBesideGoals(given: ReadBesideGoals) {
  read = given
}

/** By entry; nothing where there is nothing to show. */
export const besideGoals: ReadBesideGoals = (...given) => read(...given)
