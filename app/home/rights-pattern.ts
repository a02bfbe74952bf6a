import type { PersonId } from '../kernel/id.ts'
import type { May } from '../kernel/refusal.ts'
import { mayAnswerText, mayReadPatterns, mayTendPatterns } from '../pattern/pattern-may.ts'
import { mayAddItem, mayOfferItem } from '../school/own-list-may.ts'
import type { Actor } from '../session/actor.ts'

type Ask = (actor: Actor) => May

const OWNER = 'owner' as PersonId

/** Every act with topics and with questions that come back, with the one place that decides about it. */
export const patternActs = (): Record<string, Ask> => ({
  'add a topic': (actor) => mayAddItem(actor),
  'put a topic away': (actor) => mayOfferItem(actor),
  'read what comes back, in numbers': (actor) => mayReadPatterns(actor),
  'let what comes back rest, keep it, ask for sentences': (actor) => mayTendPatterns(actor),
  "say whether the owner's sentence may stand with it": (actor) => mayAnswerText(actor, OWNER),
})
