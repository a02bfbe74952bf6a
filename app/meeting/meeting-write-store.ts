import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type MeetingId, type MeetingItemId, newId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import type { Deciding } from './meeting.ts'
import { mayPlanMeetings } from './meeting-may.ts'
import type { MeetingDetails, NewItem, NewMeeting, PlanningNo } from './meeting-plan.ts'

/** Writes the meeting as it is planned: its own row, who has a voice, its agenda. */

/**
 * Plans a meeting with its agenda, in one transaction. Chair, minute-taker and voters have to be of the school and still
 * there; the plan of the school too.
 */
export function planMeeting(
  db: Db,
  actor: Actor,
  given: NewMeeting,
  now: Moment,
): Promise<MeetingId | PlanningNo> {
  return db.write(actor, async (sql) => {
    const may = mayPlanMeetings(actor)
    if (!may.may) return { refused: 'may-not', because: may.because } as const
    const no = (await wrongPeople(sql, actor, given)) ?? (await wrongPlan(sql, actor, given))
    if (no) return no
    const id = newId<'meeting'>()
    await insertMeeting(sql, actor, id, given, now)
    await writeVoters(sql, actor, id, given.deciding)
    for (const [position, item] of given.items.entries()) await insertItem(sql, actor, id, item, position)
    return id
  })
}

/** Null when chair, minute-taker and voters are of the school and have not left. */
export async function wrongPeople(
  sql: Sql,
  actor: Actor,
  { chair, minuteTaker, deciding }: Pick<NewMeeting, 'chair' | 'minuteTaker'> & { deciding?: Deciding },
): Promise<PlanningNo | null> {
  const rows = await sql
    .selectFrom('person')
    .select('id')
    .where('school_id', '=', actor.schoolId)
    .where('left_on', 'is', null)
    .execute()
  const there = new Set(rows.map(({ id }) => id))
  if (!there.has(chair)) return refuse('chair-unknown', 'chair')
  if (!there.has(minuteTaker)) return refuse('taker-unknown', 'minuteTaker')
  return deciding?.voters.some((voter) => !there.has(voter)) ? refuse('voter-unknown', 'voter') : null
}

async function wrongPlan(sql: Sql, actor: Actor, { planId }: NewMeeting): Promise<null> {
  if (planId === null) return null
  const row = await sql
    .selectFrom('plan')
    .select('id')
    .where('id', '=', planId)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  if (!row) throw new Error('a meeting on a plan that this school does not have')
  return null
}

/** The columns of what can change until the meeting is closed. */
export const detailsRow = (details: MeetingDetails) => ({
  title: details.title,
  starts_at: details.startsAt,
  minutes: details.minutes,
  place: details.place,
  chair_id: details.chair,
  minute_taker_id: details.minuteTaker,
})

/** The columns of how the team decides; who votes has a table of its own. */
export const decidingRow = ({ rule, quorum, unnamed, absentDays }: Deciding) => ({
  rule: rule.kind,
  percentage: rule.kind === 'majority' ? rule.percentage : null,
  quorum,
  unnamed: unnamed ? 1 : 0,
  absent_days: absentDays,
})

const NOT_BEGUN = {
  phase: 'prepare',
  join_code: null,
  current_item_id: null,
  current_since: null,
  revision: 1,
  invitation_number: 0,
  invited_at: null,
  invited_print: null,
  cancelled_at: null,
  cancel_reason: null,
  opened_at: null,
  opened_by: null,
  closed_at: null,
  closed_by: null,
  mr_informed_on: null,
} as const

function insertMeeting(sql: Sql, actor: Actor, id: MeetingId, given: NewMeeting, now: Moment) {
  return sql
    .insertInto('meeting')
    .values({
      id,
      school_id: actor.schoolId,
      plan_id: given.planId,
      template: given.template,
      ...detailsRow(given),
      ...decidingRow(given.deciding),
      ...NOT_BEGUN,
      created_at: now,
      created_by: personOf(actor),
    })
    .execute()
}

/** Who has a voice, instead of who had one. */
export async function writeVoters(sql: Sql, actor: Actor, id: MeetingId, { voters }: Deciding) {
  const { schoolId } = actor
  await sql
    .deleteFrom('meeting_voter')
    .where('meeting_id', '=', id)
    .where('school_id', '=', schoolId)
    .execute()
  const rows = voters.map((person_id) => ({ meeting_id: id, school_id: schoolId, person_id }))
  await sql.insertInto('meeting_voter').values(rows).execute()
}

/** Puts an item on the agenda at this place. */
export async function insertItem(
  sql: Sql,
  actor: Actor,
  meetingId: MeetingId,
  item: NewItem,
  position: number,
): Promise<MeetingItemId> {
  const id = newId<'meeting-item'>()
  await sql
    .insertInto('meeting_item')
    .values({
      id,
      school_id: actor.schoolId,
      meeting_id: meetingId,
      position,
      kind: item.kind,
      subject_id: item.subjectId,
      title: item.title,
      text: item.text,
      purpose: item.purpose,
      minutes: item.minutes,
      state: 'to-come',
      stage: null,
      spent_seconds: 0,
      decision_id: null,
      carried_from: item.carriedFrom,
      added_by: personOf(actor),
      removed_at: null,
    })
    .execute()
  return id
}
