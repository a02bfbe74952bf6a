import { type Day, dayOf } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import { changeSchool } from '../school/school-store.ts'
import { giveFreeDays } from '../year/holiday-store.ts'
import { addYearItems } from '../year/item-store.ts'
import type { ItemKind } from '../year/year.ts'
import type { Seed } from './demo-plan.ts'

type Moment = readonly [kind: ItemKind, from: string, to: string, title: string, note: string]

/** The year of De Regenboog as the story has it, 2026-2027. */
const MOMENTS: readonly Moment[] = [
  ['start', '2026-08-27', '2026-08-27', 'Startvergadering', ''],
  ['council', '2026-09-09', '2026-09-09', 'Plan naar de MR', 'Ter informatie'],
  ['group-review', '2026-10-06', '2026-10-06', 'Groepsgesprekken', ''],
  ['reports', '2026-12-03', '2026-12-03', 'Rapporten mee', ''],
  ['other', '2026-12-04', '2026-12-04', 'Sinterklaas', ''],
  ['tests', '2027-01-25', '2027-02-12', 'M-toetsen', ''],
  ['transition-test', '2027-02-02', '2027-02-03', 'Doorstroomtoets', 'Groep 8, twee dagen'],
  ['parents', '2027-02-11', '2027-02-11', 'Ouderavond over lezen', 'Leerteam Lezen deelt'],
  ['trend-talk', '2027-03-04', '2027-03-04', 'Trendgesprek', 'Na de M-toetsen'],
  ['group-review', '2027-03-09', '2027-03-09', 'Groepsgesprekken', ''],
  ['study-day', '2027-04-08', '2027-04-08', 'Studiedag', 'Leerteam Rekenen deelt'],
  ['tests', '2027-05-31', '2027-06-18', 'E-toetsen', ''],
  ['group-review', '2027-06-15', '2027-06-15', 'Groepsgesprekken', ''],
  ['deadline', '2027-07-01', '2027-07-01', 'Concept van het nieuwe plan', ''],
]

/** The region, a longer May holiday, and the moments of the year: the week of the reports is too full. */
export async function seedYear({ tx, keeper, now }: Seed): Promise<void> {
  const schoolYear = schoolYearOf(dayOf(new Date(now)))
  const years = Number(schoolYear.slice(0, 4)) - 2026
  const moved = (day: string) => plusDays(day as Day, years * 364)
  await changeSchool(tx, keeper, { region: 'middle' })
  if (years === 0) {
    const may = { name: '', from: '2027-04-24' as Day, to: '2027-05-09' as Day }
    must(await giveFreeDays(tx, keeper, schoolYear, 'may', may, now))
  }
  const items = MOMENTS.map(([kind, from, to, title, note]) => {
    const all = { schoolYear, kind, title, note, place: '', startsAt: null, endsAt: null, madeFrom: null }
    return { ...all, from: moved(from), to: moved(to) }
  })
  must(await addYearItems(tx, keeper, items, now))
}

/** The seed never refuses: if it does, the seed is wrong. */
function must(value: unknown) {
  if (isRefusal(value)) throw new Error(`the seed of the year was refused: ${JSON.stringify(value)}`)
}
