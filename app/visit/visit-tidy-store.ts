import type { Db, Sql } from '../db/database.ts'
import { type Day, dayOf, type Moment, momentOf } from '../kernel/day.ts'
import type { VisitId } from '../kernel/id.ts'

const DAY = 86_400_000
/** A moment that nobody took, and a visit that did not come about. */
const DAYS_OF_NOTHING = 60
/** A visit that has been, with its guide: a school year and a bit, so that next year's plan can look at it. */
const DAYS_OF_VISITS = 400
/** What was written about a teacher who left: a slip on the team page can be undone. */
const DAYS_AFTER_LEAVING = 7

const ago = (now: Date, days: number): Moment => momentOf(new Date(now.getTime() - days * DAY))

/**
 * Deletes on the whole server what has come to its end: visits of more than a year ago with their guides, those that did
 * not come about, moments that nobody took, and the guides of teachers who left.
 */
export async function forgetOldVisits(db: Db, now: Date): Promise<void> {
  await db.write('server', async (sql) => {
    const left = await guidesOfLeavers(sql, dayOf(new Date(ago(now, DAYS_AFTER_LEAVING))))
    await forgetGuides(sql, left)
    const old = await oldVisits(sql, now)
    await forgetGuides(sql, old)
    await forgetSwaps(sql, old)
    if (old.length > 0) await sql.deleteFrom('visit').where('id', 'in', old).execute()
    await forgetOffers(sql, ago(now, DAYS_OF_NOTHING))
  })
}

async function oldVisits(sql: Sql, now: Date): Promise<VisitId[]> {
  const rows = await sql
    .selectFrom('visit')
    .select('id')
    .where((is) =>
      is.or([
        is('ends_at', '<', ago(now, DAYS_OF_VISITS)),
        is.and([is('state', '!=', 'agreed'), is('ends_at', '<', ago(now, DAYS_OF_NOTHING))]),
      ]),
    )
    .execute()
  return rows.map(({ id }) => id)
}

async function guidesOfLeavers(sql: Sql, gone: Day): Promise<VisitId[]> {
  const rows = await sql
    .selectFrom('visit')
    .innerJoin('person', 'person.id', 'visit.host_id')
    .select('visit.id')
    .where('person.left_on', '<=', gone)
    .execute()
  return rows.map(({ id }) => id)
}

async function forgetGuides(sql: Sql, visits: readonly VisitId[]) {
  if (visits.length === 0) return
  for (const table of ['visit_note', 'visit_point'] as const)
    await sql
      .deleteFrom(table)
      .where('visit_id', 'in', [...visits])
      .execute()
}

async function forgetSwaps(sql: Sql, visits: readonly VisitId[]) {
  if (visits.length === 0) return
  const swaps = await sql
    .selectFrom('visit_swap')
    .select('id')
    .where((is) => is.or([is('visit_id', 'in', [...visits]), is('other_visit_id', 'in', [...visits])]))
    .execute()
  const ids = swaps.map(({ id }) => id)
  if (ids.length === 0) return
  await sql.deleteFrom('visit_swap_yes').where('swap_id', 'in', ids).execute()
  await sql.deleteFrom('visit_swap').where('id', 'in', ids).execute()
}

/** Moments to which no visit refers. */
const forgetOffers = (sql: Sql, before: Moment) =>
  sql
    .deleteFrom('visit_offer')
    .where('ends_at', '<', before)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('visit')
            .select('visit.id')
            .where((or) =>
              or.or([
                or('visit.offer_id', '=', or.ref('visit_offer.id')),
                or('visit.next_offer_id', '=', or.ref('visit_offer.id')),
              ]),
            ),
        ),
      ),
    )
    .execute()
