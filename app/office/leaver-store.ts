import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Keeper } from '../session/actor.ts'
import { holdCalendars } from '../visit/offer-store.ts'
import { cancel } from './appointment.ts'
import { loadAppointment } from './appointment-load.ts'
import { saveAppointment, type TellAppointment } from './appointment-store.ts'

/** With appointment-store: what happens to appointments when somebody leaves the school. */

/** Calls off what is to come with somebody who left; tells who stays. */
export async function callOffOfLeavers(
  db: Db,
  keeper: Keeper,
  { now, tell }: { readonly now: Moment; readonly tell: TellAppointment },
): Promise<void> {
  await db.write(keeper, async (sql, tx) => {
    await holdCalendars(tx, keeper)
    const rows = await sql
      .selectFrom('appointment')
      .innerJoin('person as host', 'host.id', 'appointment.host_id')
      .innerJoin('person as guest', 'guest.id', 'appointment.guest_id')
      .select('appointment.id')
      .where('appointment.school_id', '=', keeper.schoolId)
      .where('appointment.state', '=', 'agreed')
      .where('appointment.starts_at', '>', now)
      .where((is) => is.or([is('host.left_on', 'is not', null), is('guest.left_on', 'is not', null)]))
      .execute()
    for (const { id } of rows) {
      const before = await loadAppointment(sql, keeper, id)
      const after = before && cancel(before, null, now)
      if (!before || !after || isRefusal(after)) continue
      const changed = { ...after, revision: before.revision + 1, changedAt: now }
      await saveAppointment(sql, keeper, changed)
      await tell({ sql, tx }, { before, after: changed, by: null })
    }
  })
}
