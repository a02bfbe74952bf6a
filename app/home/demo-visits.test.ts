import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { momentOf } from '../kernel/day.ts'
import { schoolsCalled } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import { openOffers } from '../visit/offer-store.ts'
import { visitsOf } from '../visit/visit-store.ts'
import { ensureDemo } from './demo-school.ts'

eachDatabase((open) => {
  // Days before and after a weekend come together on a Friday or a Tuesday.
  it.each(['2026-11-19', '2026-11-21', '2026-11-22', '2026-11-24'])(
    'the demo school has visits that have been, that come and that are asked, made on %s',
    async (day) => {
      const db = await open()
      const now = new Date(`${day}T09:42:00Z`)
      await ensureDemo(db, now)
      const [demo] = await schoolsCalled(db, 'demo')
      const keeper: Keeper = { kind: 'keeper', schoolId: demo!.id }
      const people = await db.read(keeper, (sql) =>
        sql.selectFrom('person').select(['id', 'name']).where('school_id', '=', demo!.id).execute(),
      )
      const idOf = (name: string) => people.find((person) => person.name === name)!.id
      const ofAnouk = await visitsOf(db, keeper, idOf('Anouk'))
      expect(ofAnouk.map(({ state, endsAt }) => [state, endsAt < momentOf(now)])).toEqual([
        ['agreed', true],
        ['asked', false],
      ])
      const ofBram = await visitsOf(db, keeper, idOf('Bram'))
      expect(ofBram.map(({ state, endsAt }) => [state, endsAt < momentOf(now)])).toEqual([
        ['agreed', true],
        ['agreed', false],
      ])
      expect(await openOffers(db, keeper, momentOf(now))).toHaveLength(2)
    },
    30_000,
  )
})
