import type { Db, Sql } from '../db/database.ts'
import { type Moment, momentOf } from '../kernel/day.ts'
import type { MeetingId } from '../kernel/id.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import { forgetSaid } from './minutes-forget-store.ts'
import { forgetPasses } from './pass-store.ts'
import { touchMeeting } from './scene-store.ts'

const DAY = 24 * 60 * 60 * 1000
/** After it began, or should have: a device that joined is of no use any more. */
const PASS_DAYS = 7
/** After a meeting that did not go on or never opened: no minutes come of it that would be confirmed. */
const NOT_HELD_DAYS = 30
/** Minutes that nobody ever confirms keep nobody's words longer than this. */
const UNCONFIRMED_DAYS = 365

/**
 * Takes away what a meeting was told for a while: who joined by the code, and where no minutes will ever be confirmed what
 * people said to it and the voices they gave beforehand. School by school.
 */
export async function eraseSaidDue(db: Db, now: Date): Promise<void> {
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    for (const meeting of await db.read(keeper, (sql) => dueIn(sql, keeper, now)))
      await db.write(keeper, async (sql, tx) => {
        await tx.hold(meeting.id)
        await forgetPasses(sql, keeper, meeting.id)
        if (meeting.said) await forgetSaid(sql, keeper, await withItems(sql, keeper, meeting.id))
        await touchMeeting(sql, tx, keeper, meeting.id)
      })
  }
}

type Due = { readonly id: MeetingId; readonly said: boolean }

/** The meetings of which there is something to take away. */
async function dueIn(sql: Sql, keeper: Keeper, now: Date): Promise<Due[]> {
  const ago = (days: number) => momentOf(new Date(now.getTime() - days * DAY))
  const rows = await sql
    .selectFrom('meeting')
    .select((row) => [
      'id',
      'starts_at',
      'opened_at',
      row
        .exists(row.selectFrom('meeting_pass').select('id').whereRef('meeting_id', '=', 'meeting.id'))
        .as('passes'),
      row
        .exists(row.selectFrom('meeting_say').select('id').whereRef('meeting_id', '=', 'meeting.id'))
        .as('says'),
      row
        .exists(
          row
            .selectFrom('meeting_voice_before')
            .innerJoin('meeting_item', 'meeting_item.id', 'meeting_voice_before.item_id')
            .select('meeting_item.id')
            .whereRef('meeting_item.meeting_id', '=', 'meeting.id'),
        )
        .as('voices'),
    ])
    .where('school_id', '=', keeper.schoolId)
    .where('starts_at', '<', ago(PASS_DAYS))
    .execute()
  return rows.flatMap(({ id, starts_at, opened_at, passes, says, voices }) => {
    const said = Boolean(says || voices) && starts_at < ago(daysOf(opened_at))
    return passes || said ? [{ id, said }] : []
  })
}

const daysOf = (openedAt: Moment | null) => (openedAt === null ? NOT_HELD_DAYS : UNCONFIRMED_DAYS)

async function withItems(sql: Sql, keeper: Keeper, id: MeetingId) {
  const items = await sql
    .selectFrom('meeting_item')
    .select('id')
    .where('meeting_id', '=', id)
    .where('school_id', '=', keeper.schoolId)
    .execute()
  return { meeting: { id }, items }
}
