import { parseChosen } from '../calendar/import-form.ts'
import { takeCalendar } from '../calendar/import-take-store.ts'
import { dayOf, type Moment, momentOf } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import type { Seed } from './demo-plan.ts'

/** What Karin took over from the calendar of the school, days counted from today. */
const FROM_SCHOOL = [
  ['Kerstviering met ouders', 28, 'item-parents'],
  ['Sportdag', 190, 'item-other'],
] as const

/** The school's own calendar was read in at the start of the year. */
export async function seedCalendar({ tx, cast, now }: Seed): Promise<void> {
  const today = dayOf(new Date(now))
  const on = (days: number) => dayOf(new Date(Date.parse(now) + days * 86_400_000))
  const schoolYear = schoolYearOf(today)
  const chosen = FROM_SCHOOL.flatMap(([title, days, becomes], place) => {
    const day = on(days)
    const row = [String(place).repeat(64), title, '', day, day, null, null]
    return schoolYearOf(day) === schoolYear ? (parseChosen(JSON.stringify(row), becomes) ?? []) : []
  })
  if (chosen.length === 0) return
  const at: Moment = momentOf(new Date(Date.parse(now) - 70 * 86_400_000))
  const given = { schoolYear, name: 'Agenda van de school', chosen }
  const took = await takeCalendar(tx, cast.member('karin'), given, at)
  if (isRefusal(took)) throw new Error(`the demo calendar was refused: ${took.refused}`)
}
