import { describe, expect, it } from 'vitest'
import type { Db } from '../../app/db/database.ts'
import type { Day } from '../../app/kernel/day.ts'
import { plusDays } from '../../app/kernel/days.ts'
import { isRefusal } from '../../app/kernel/refusal.ts'
import type { SchoolYear } from '../../app/kernel/school-year.ts'
import { addYearItems } from '../../app/year/item-store.ts'
import { NOW, NOW_MOMENT } from '../cast.ts'
import { visitPlan } from '../plan-visit.ts'
import { CHROMIUM, servedHouse } from './plan-house.ts'

const YEAR = '2026-2027' as SchoolYear

/** A full year: something every week. */
async function withFullYear(db: Db) {
  const visit = await visitPlan(db)
  const items = Array.from({ length: 45 }, (_, week) => {
    const day = plusDays('2026-08-31' as Day, 7 * week)
    const words = { kind: 'other', title: `Werkgroep lezen, week ${week}`, note: '', place: '' } as const
    return { ...words, schoolYear: YEAR, madeFrom: null, from: day, to: day, startsAt: null, endsAt: null }
  })
  const made = await addYearItems(db, visit.cast.keeper, items, NOW_MOMENT)
  if (isRefusal(made)) throw new Error(`refused: ${made.refused}`)
  return visit
}

describe.skipIf(!CHROMIUM)('the year on paper', () => {
  const house = servedHouse(withFullYear, { from: NOW })

  it('is one sheet of A3, lying down, with a full year on it', async () => {
    const { page, complaints, close } = await house().enter('karin', '/year/print')
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([1191, 842])
    expect(complaints).toEqual([])
    await close()
  })
})
