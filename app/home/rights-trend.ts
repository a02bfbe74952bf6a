import type { May } from '../kernel/refusal.ts'
import { mayImportResults } from '../result/import-may.ts'
import type { Actor } from '../session/actor.ts'
import { mayReadTrends } from '../trend/trend-may.ts'

/** Every act on test results and trends. */
export const trendActs = (): Record<string, (actor: Actor) => May> => ({
  'see figures over groups of pupils': (actor) => mayReadTrends(actor),
  'bring test results in': (actor) => mayImportResults(actor),
})
