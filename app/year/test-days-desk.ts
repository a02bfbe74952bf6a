import type { ReadTestDays } from '../ambition/test-days-slot-desk.ts'
import { readItems } from './item-store.ts'

/** When the school tests, as it put that in its year circle. */
export const testDaysInCircle: ReadTestDays = async (db, actor, schoolYear) =>
  (await readItems(db, actor, schoolYear))
    .filter(({ kind }) => kind === 'tests' || kind === 'transition-test')
    .map(({ kind, from, to }) => ({ transition: kind === 'transition-test', from, to }))
