import type { Sight } from './barrier-sights.ts'

const MAP = '/team/map'

/** The map of the team: nothing written yet, as in the demo school, and by topic. */
export const MAP_SIGHTS: readonly Sight[] = [
  { route: MAP, state: 'nobody wrote yet', who: 'adopted:bram', path: MAP },
  { route: MAP, state: 'demo', who: 'demo:anouk', path: MAP },
  { route: MAP, state: 'demo, the coordinator', who: 'demo:karin', path: MAP },
  { route: MAP, state: 'of one topic', who: 'demo:bram', path: `${MAP}?topic=digital` },
]
