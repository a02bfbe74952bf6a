import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Keeper } from '../session/actor.ts'
import { holdCalendars } from './offer-store.ts'
import { callOff, loseCover, peopleOf, type Visit } from './visit.ts'
import { saveVisit } from './visit-change-store.ts'
import { loadHere, loadVisit } from './visit-load.ts'
import type { Tell } from './visit-store.ts'

/** With visit-store and offer-store: what happens to visits and offers when somebody leaves the school. */

/** Calls off what can't go on without who left, and takes away what they offer; tells who stays. */
export async function callOffOfLeavers(
  db: Db,
  keeper: Keeper,
  { now, tell }: { readonly now: Moment; readonly tell: Tell },
): Promise<void> {
  await db.write(keeper, async (sql, tx) => {
    await holdCalendars(tx, keeper)
    for (const visit of await comingOnes(sql, keeper, now)) {
      const people = peopleOf(visit)
      const here = await loadHere(sql, keeper, people)
      if (here.size === people.length) continue
      const after = isWithoutCover(visit, here) ? loseCover(visit, now) : callOff(visit, null, '', now)
      if (isRefusal(after)) continue
      const changed = { ...after, revision: visit.revision + 1, changedAt: now }
      await saveVisit(sql, keeper, changed)
      await tell({ sql, tx }, { before: visit, after: changed, by: null })
    }
    await withdrawAll(sql, keeper, now)
  })
}

/** Only who would take the class over has left: the two can still go on. */
const isWithoutCover = ({ visitor, host }: Visit, here: ReadonlySet<PersonId>) =>
  here.has(visitor) && here.has(host)

async function comingOnes(sql: Sql, keeper: Keeper, now: Moment): Promise<Visit[]> {
  const rows = await sql
    .selectFrom('visit')
    .select('id')
    .where('school_id', '=', keeper.schoolId)
    .where('state', 'in', ['asked', 'agreed'])
    .where('starts_at', '>', now)
    .execute()
  const visits: Visit[] = []
  for (const { id } of rows) {
    const visit = await loadVisit(sql, keeper, id)
    if (visit) visits.push(visit)
  }
  return visits
}

const withdrawAll = (sql: Sql, keeper: Keeper, now: Moment) =>
  sql
    .updateTable('visit_offer')
    .set({ withdrawn_at: now })
    .where('school_id', '=', keeper.schoolId)
    .where('withdrawn_at', 'is', null)
    .where('starts_at', '>', now)
    .where('person_id', 'in', (row) =>
      row
        .selectFrom('person')
        .select('person.id')
        .where('person.school_id', '=', keeper.schoolId)
        .where('person.left_on', 'is not', null),
    )
    .execute()
