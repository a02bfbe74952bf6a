import type { FillAims } from '../trend/trend-slot-desk.ts'
import { aimsOf } from './aims-store.ts'

/** The running ambitions as lines in the charts of trends; one at a level in the bars of levels. */
export const aimsInTrends: FillAims = ({ desk, reader }) => aimsOf(desk.db, reader.actor)
