import type { Sql } from '../app/db/database.ts'
import { newId, type PersonId } from '../app/kernel/id.ts'
import type { Keeper } from '../app/session/actor.ts'
import { NOW_MOMENT, TODAY } from './cast.ts'

/** What lies beside a piece of own time is on no page, not even its owner's. */
export const TIME_CANARIES = [{ word: 'kanarie-tijd', for: [] }] as const

/** A piece of the own time of who coordinates. */
export async function plantTime(sql: Sql, { schoolId: school_id }: Keeper, person_id: PersonId) {
  await sql
    .insertInto('time_entry')
    .values({
      id: newId<'time-entry'>(),
      school_id,
      person_id,
      what: 'care',
      entry_id: null,
      ad_hoc: null,
      on_day: TODAY,
      started_at: NOW_MOMENT,
      minutes: 613,
      aim: 'curative',
      domains: 'care',
      source: 'calendar',
      once_key: 'kanarie-tijd',
      made_at: NOW_MOMENT,
    })
    .execute()
}
