import { expect, it } from 'vitest'
import { NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { makeFeed, stopFeed } from './feed-store.ts'
import type { Told } from './told.ts'
import { tell } from './told-store.ts'

const toldOf = (uid: string): Told => ({
  uid,
  sequence: 0,
  print: 'print',
  from: '2026-12-01' as Day,
  to: '2026-12-01' as Day,
  startsAt: null,
  endsAt: null,
  changedAt: NOW_MOMENT,
  goneAt: null,
})

eachDatabase((open) => {
  it('an address is stopped also at the moment at which programs read it', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const karin = cast.member('karin')
    const changed = Array.from({ length: 40 }, (_, place) => toldOf(`event-${place}`))
    for (let round = 0; round < 12; round += 1) {
      const made = await makeFeed(db, karin, 'own', NOW_MOMENT)
      if (isRefusal(made)) throw new Error(made.refused)
      const read = () => tell(db, made.feed, () => ({ shown: [], changed, forgotten: [] }))
      const stop = async () => {
        // Each time a little further into what the programs are told.
        for (let wait = 0; wait < round * 3; wait += 1) await db.stamp()
        return stopFeed(db, karin, 'own')
      }
      expect((await Promise.all([read(), read(), stop()])).at(-1)).toBeNull()
      const left = await db.read(cast, (sql) =>
        sql.selectFrom('calendar_told').select('uid').where('feed_id', '=', made.feed.id).execute(),
      )
      expect(left).toEqual([])
    }
  })
})
