import type { May } from '../kernel/refusal.ts'
import { mayReadMap } from '../orchestra/map-may.ts'
import type { Actor } from '../session/actor.ts'

/** Every act on the map of the team. */
export const mapActs = (): Record<string, (actor: Actor) => May> => ({
  'see who plays what, and who learns from whom as far as both let it be seen': (actor) => mayReadMap(actor),
})
