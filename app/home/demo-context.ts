import type { Db } from '../db/database.ts'
import { dayOf } from '../kernel/day.ts'
import { previousYear, type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
import type { Keeper } from '../session/actor.ts'
import type { TypedYear } from '../trend/context.ts'
import { saveYear, takePublished } from '../trend/context-store.ts'
import type { Published } from '../trend/published.ts'

/** Weighting, spread and pupils of the demo school, newest first; of this school year the pupils alone are known. */
const YEARS: readonly Omit<TypedYear, 'note'>[] = [
  { weighting: null, spread: null, pupils: 304 },
  { weighting: 31.5, spread: 6.1, pupils: 306 },
  { weighting: 31.47, spread: 6.08, pupils: 305 },
  { weighting: 31.55, spread: 6.12, pupils: 309 },
  { weighting: 31.58, spread: 6.03, pupils: 311 },
  { weighting: 31.62, spread: 5.98, pupils: 312 },
]

/** Fills in what the results of the demo school are seen against. */
export async function seedContext(db: Db, keeper: Keeper, now: Date): Promise<void> {
  let schoolYear = schoolYearOf(dayOf(now))
  for (const year of YEARS) {
    const note = year.weighting === null ? null : 'Overzicht van de Inspectie (fictief)'
    const saved = await saveYear(db, keeper, schoolYear, { ...year, note, changedAt: null }, now)
    if (saved !== 'done') throw new Error(`the weighting of the demo school was refused: ${saved.refused}`)
    schoolYear = previousYear(schoolYear)
  }
  const until = previousYear(previousYear(schoolYearOf(dayOf(now))))
  await takePublished(db, keeper, publishedOf(until), now)
}

/** As the Inspectie would publish it: what comes of the demo school's own results, made up as they are. */
const publishedOf = (until: SchoolYear): Published => ({
  until,
  ovt: '99XX|C1',
  weighting: 31.47,
  together: {
    pupils: 121,
    pct1F: 95.04,
    pctTarget: 51.24,
    value1F: 85,
    valueTarget: 43.5,
    verdict1F: 'above',
    verdictTarget: 'above',
  },
  years: [
    { schoolYear: previousYear(previousYear(until)), pupils: 39, pct1F: 94.87, pctTarget: 50.43 },
    { schoolYear: previousYear(until), pupils: 43, pct1F: 95.35, pctTarget: 49.61 },
    { schoolYear: until, pupils: 39, pct1F: 94.87, pctTarget: 53.85 },
  ],
})
