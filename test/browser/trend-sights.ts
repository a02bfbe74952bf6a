import type { Sight } from './barrier-sights.ts'

/** Trends: nothing brought in yet, the school, and one subject. */
export const TREND_SIGHTS: readonly Sight[] = [
  { route: '/trends', state: 'no results yet', who: 'adopted:bram', path: '/trends' },
  { route: '/trends', state: 'demo', who: 'demo:anouk', path: '/trends' },
  { route: '/trends', state: 'demo, the coordinator', who: 'demo:karin', path: '/trends' },
  { route: '/trends/:subject', state: 'demo', who: 'demo:anouk', path: '/trends/Rekenen' },
]

/** Files to save. */
export const NO_TREND_PAGES = ['/trends/:share/chart.svg', '/trends/:share/data.csv']
