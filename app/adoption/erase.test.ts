import { sql as fragment } from 'kysely'
import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { findPassage } from '../../test/passages.ts'
import { AFTER, done, planOf, writtenPlan } from '../../test/written-plan.ts'
import type { Day, Moment } from '../kernel/day.ts'
import { entryOf } from '../plan/plan.ts'
import { propose } from '../plan/proposal-store.ts'
import { openThread } from '../writing/comment-store.ts'
import { erasePassages } from '../writing/passage-store.ts'
import { suggest } from '../writing/suggestion-store.ts'
import { eraseWhatIsDue } from './erase-job.ts'
import { eraseTrack, readErasable } from './erase-store.ts'

const LATER = '2035-01-01T08:00:00.000Z' as Moment

eachDatabase((open, dialect) => {
  it('what was only ever proposed to who left has its term too, and is gone from every row', async () => {
    const db = await open()
    const { cast, id, bram } = await writtenPlan(db)
    const karin = cast.member('karin')
    const plan = await planOf(db, cast, id)
    const texts = { goal: 'kanarie-voorgesteld' }
    await propose(db, karin, plan, entryOf(plan, bram)!, { texts, source: 'coordinator' }, AFTER)
    const spot = { ownerId: bram, field: 'goal' }
    const said = { text: 'kanarie-reactie', about: { range: { start: 0, end: 4 }, revision: 1 } }
    done(await openThread(db, karin, findPassage, spot, said, AFTER))
    const words = { revision: 1, range: null, text: 'kanarie-anders', reason: 'kanarie-reden' }
    done(await suggest(db, karin, findPassage, spot, words, AFTER))
    await db.write(cast, async (sql) => {
      await erasePassages(sql, cast.keeper, bram)
      await sql
        .updateTable('person')
        .set({ left_on: '2027-01-01' as Day })
        .where('id', '=', cast.people.bram)
        .execute()
    })
    expect((await readErasable(db, karin, LATER)).map(({ entryId }) => entryId)).toEqual([bram])
    expect(await eraseTrack(db, karin, bram, 'De termijn is om.', LATER)).toBeNull()
    expect(await readErasable(db, karin, LATER)).toEqual([])
    const left = await db.read(cast, (sql) => sql.selectFrom('proposal').select(['texts', 'note']).execute())
    expect(JSON.stringify(left)).not.toContain('kanarie')
    for (const table of ['suggestion', 'comment', 'comment_thread'] as const)
      expect(await db.read(cast, (sql) => sql.selectFrom(table).select('id').execute())).toEqual([])
  })

  it('what has come to its term is erased without anybody asking, and not a day before', async () => {
    const db = await open()
    const { cast, id, bram } = await writtenPlan(db)
    await db.write(cast, (sql) =>
      sql
        .updateTable('person')
        .set({ left_on: '2027-01-01' as Day })
        .where('id', '=', cast.people.bram)
        .execute(),
    )
    const texts = async () => Object.keys(entryOf(await planOf(db, cast, id), bram)!.texts).length
    await eraseWhatIsDue(db, new Date('2027-06-01T08:00:00Z'))
    expect(await texts()).toBeGreaterThan(0)
    await eraseWhatIsDue(db, new Date(LATER))
    expect(await texts()).toBe(0)
    expect(await readErasable(db, cast.member('karin'), LATER)).toEqual([])
  })

  if (dialect === 'sqlite')
    it('what is erased is overwritten in the file, not only forgotten', async () => {
      const db = await open()
      const { rows } = await db.write('server', (sql) =>
        fragment<{ secure_delete: number }>`pragma secure_delete`.execute(sql),
      )
      expect(rows).toEqual([{ secure_delete: 1 }])
    })
})
