import { beforeEach, describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { AFTER, adoptedPlan, done, planOf } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'
import { stepsOf } from './step-store.ts'
import { forgetOldSteps } from './step-tidy-store.ts'
import { makeStep } from './step-write-store.ts'

const LEFT = '2027-01-01' as Day

eachDatabase((open, dialect) => {
  let db: Db
  let made: Awaited<ReturnType<typeof adoptedPlan>>
  beforeEach(async () => {
    db = await open()
    made = await adoptedPlan(db)
  })
  const plan = () => planOf(db, made.cast, made.id)
  const make = async (
    key: 'anouk' | 'karin',
    entry: EntryId,
    what: string,
    people: ('anouk' | 'bram')[] = [],
  ) =>
    done(
      await makeStep(
        db,
        made.cast.member(key),
        await plan(),
        entry,
        { what, form: null, onDay: null, people: people.map((one) => made.cast.people[one]) },
        AFTER,
      ),
    )
  const left = async () =>
    (await stepsOf(db, made.cast.keeper, await plan())).map(({ what, people }) => [what, people.length])
  const leaves = (key: 'anouk' | 'bram') =>
    db.write(made.cast, (sql) =>
      sql.updateTable('person').set({ left_on: LEFT }).where('id', '=', made.cast.people[key]).execute(),
    )

  describe(`steps come to an end (${dialect})`, () => {
    it('with the texts of who left, when the term has come and not a day before', async () => {
      await make('anouk', made.anouk, 'Van Anouk')
      await make('karin', made.goal, 'Van het team', ['anouk', 'bram'])
      await leaves('anouk')
      await forgetOldSteps(db, new Date('2031-12-31T12:00:00Z'))
      expect(await left()).toEqual([
        ['Van Anouk', 1],
        ['Van het team', 2],
      ])
      await forgetOldSteps(db, new Date('2032-01-01T12:00:00Z'))
      expect(await left()).toEqual([['Van het team', 1]])
      await forgetOldSteps(db, new Date('2032-01-01T13:00:00Z'))
      expect(await left()).toEqual([['Van het team', 1]])
    })

    it('with what was taken out of the plan, once its year is over', async () => {
      await make('anouk', made.anouk, 'Van Anouk')
      await db.write(made.cast, (sql) =>
        sql.updateTable('entry').set({ removed_at: AFTER }).where('id', '=', made.anouk).execute(),
      )
      const rows = () =>
        db.read(made.cast, (sql) =>
          sql.selectFrom('step').select('what').where('plan_id', '=', made.id).execute(),
        )
      await forgetOldSteps(db, new Date('2027-07-31T12:00:00Z'))
      expect(await rows()).toEqual([{ what: 'Van Anouk' }])
      await forgetOldSteps(db, new Date('2027-08-01T12:00:00Z'))
      expect(await rows()).toEqual([])
    })

    it('with the versions of the plan, the school’s term after its year', async () => {
      await make('karin', made.goal, 'Van het team')
      await forgetOldSteps(db, new Date('2032-07-30T12:00:00Z'))
      expect(await left()).toHaveLength(1)
      await forgetOldSteps(db, new Date('2032-07-31T12:00:00Z'))
      expect(await left()).toEqual([])
    })
  })
})
