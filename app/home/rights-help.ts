import type { May } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { askActs } from './rights-ask.ts'
import { mapActs } from './rights-map.ts'
import { officeActs } from './rights-office.ts'
import { patternActs } from './rights-pattern.ts'
import { profileAndPeerActs } from './rights-peer.ts'
import { questionActs } from './rights-question.ts'
import { trayActs } from './rights-tray.ts'

/** Every act of helping one another: questions, office hours, patterns, profiles, learning together, the map. */
export const helpActs = (): Record<string, (actor: Actor) => May> => ({
  ...questionActs(),
  ...trayActs(),
  ...askActs(),
  ...officeActs(),
  ...patternActs(),
  ...profileAndPeerActs(),
  ...mapActs(),
})
