import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { worldIn } from '../../test/world.ts'
import { adoptedPlan, done, planOf } from '../../test/written-plan.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { entryOf } from '../plan/plan.ts'
import { setMoments } from '../plan/tie-store.ts'
import { addYearItems, readItem, removeYearItems, restoreYearItem } from './item-store.ts'
import { dayProposalsOf, proposeDay } from './proposal-store.ts'
import { forgetOldYears } from './year-tidy-store.ts'

const AT = '2026-11-19T09:42:00.000Z' as Moment
const day = (text: string) => text as Day
const ITEM = {
  schoolYear: '2026-2027' as SchoolYear,
  kind: 'council',
  title: '',
  note: '',
  place: '',
} as const
const ON = { from: day('2027-01-14'), to: day('2027-01-14'), startsAt: null, endsAt: null, madeFrom: null }

eachDatabase((open) => {
  it('keeps what was taken out for ninety days', async () => {
    const { db, cast } = await worldIn(open)
    const [id] = done(await addYearItems(db, cast.member('karin'), [{ ...ITEM, ...ON }], AT))
    await removeYearItems(db, cast.member('karin'), [id!], AT)
    await forgetOldYears(db, new Date('2027-02-10T08:00:00Z'))
    expect(await readItem(db, cast.keeper, id!)).toBeNull()
    await forgetOldYears(db, new Date('2027-02-19T08:00:00Z'))
    expect(await readItem(db, cast.keeper, id!)).toBeUndefined()
    expect(await restoreYearItem(db, cast.member('karin'), id!, AT)).toBeNull()
    expect(await readItem(db, cast.keeper, id!)).toBeUndefined()
  })

  it('forgets who planned once the term of who left has come, and keeps the year', async () => {
    const { db, cast } = await worldIn(open)
    const [id] = done(await addYearItems(db, cast.member('karin'), [{ ...ITEM, ...ON }], AT))
    await db.write(cast, (sql) =>
      sql
        .updateTable('person')
        .set({ left_on: day('2026-12-01') })
        .where('id', '=', cast.people.karin)
        .execute(),
    )
    const madeBy = async () => {
      const rows = await db.read(cast, (sql) => sql.selectFrom('year_item').selectAll().execute())
      return rows.find((row) => row.id === id)?.made_by
    }
    await forgetOldYears(db, new Date('2027-12-01T08:00:00Z'))
    expect(await madeBy()).toBe(cast.people.karin)
    await forgetOldYears(db, new Date('2032-01-01T08:00:00Z'))
    expect(await madeBy()).toBeNull()
    expect((await readItem(db, cast.keeper, id!))?.from).toBe('2027-01-14')
  })

  it('forgets proposed days once their school year is over', async () => {
    const db = await open()
    const { cast, id, anouk } = await adoptedPlan(db, async (made) => {
      const plan = await planOf(db, made.cast, made.id)
      const on = [{ onDay: day('2026-12-01'), occasion: 'mid' as const }]
      done(await setMoments(db, made.cast.keeper, plan, entryOf(plan, made.anouk)!, on))
    })
    const plan = await planOf(db, cast, id)
    const move = { occasion: 'mid', from: day('2026-12-01'), to: day('2026-12-08') } as const
    done(await proposeDay(db, cast.member('karin'), plan, entryOf(plan, anouk)!, move, AT))
    await forgetOldYears(db, new Date('2027-07-31T08:00:00Z'))
    expect(await dayProposalsOf(db, cast.keeper, plan)).toHaveLength(1)
    await forgetOldYears(db, new Date('2027-08-02T08:00:00Z'))
    expect(await dayProposalsOf(db, cast.keeper, plan)).toEqual([])
  })
})
