import type { Sight } from './barrier-sights.ts'

/** Trends: nothing brought in yet. */
export const TREND_SIGHTS: readonly Sight[] = [
  { route: '/trends', state: 'no results yet', who: 'adopted:bram', path: '/trends' },
]

/** Files to save. */
export const NO_TREND_PAGES = ['/trends/:share/chart.svg', '/trends/:share/data.csv']
