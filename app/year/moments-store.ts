import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { dayOf } from '../kernel/day.ts'
import { firstDay, nextYear, type SchoolYear } from '../kernel/school-year.ts'
import type { Template } from '../meeting/meeting.ts'
import { lookupOf } from '../plan/plan-sheet.ts'
import { sightOf } from '../plan/plan-sight.ts'
import { readPlan, readPlans } from '../plan/plan-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Actor } from '../session/actor.ts'
import { readItems } from './item-store.ts'
import { planMoments } from './plan-moments.ts'
import { inOrder, type YearItem, type YearMoment } from './year.ts'

/**
 * All moments of a school year that this actor may see, by day: what the school put in it, the evaluations of its plan,
 * the day of adoption, and the team's meetings that go on. Free days are not among them: `freeDaysOf`. Evaluations of a
 * track whose owner does not stand behind its text yet are seen by who may read that text.
 */
export async function readYearMoments(db: Db, actor: Actor, schoolYear: SchoolYear): Promise<YearMoment[]> {
  const items = await readItems(db, actor, schoolYear)
  const meetings = await meetingMoments(db, actor, schoolYear)
  return inOrder([...items.map(fromItem), ...(await fromPlan(db, actor, schoolYear)), ...meetings])
}

async function fromPlan(db: Db, actor: Actor, schoolYear: SchoolYear): Promise<YearMoment[]> {
  const line = (await readPlans(db, actor)).find((one) => one.schoolYear === schoolYear)
  const plan = line ? await readPlan(db, actor, line.id) : null
  if (!plan) return []
  const lookup = lookupOf(await readRoster(db, actor))
  return planMoments(sightOf(plan, actor), lookup)
}

const fromItem = (item: YearItem): YearMoment => ({
  uid: `item-${item.id}`,
  kind: item.kind,
  from: item.from,
  to: item.to,
  startsAt: item.startsAt,
  endsAt: item.endsAt,
  title: item.title,
  about: '',
  note: item.note,
  place: item.place,
  href: `/year/item/${item.id}`,
  personIds: null,
  changedAt: item.changedAt,
  source: { kind: 'item', id: item.id },
})

async function meetingMoments(db: Db, actor: Actor, schoolYear: SchoolYear): Promise<YearMoment[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('meeting')
      .select(['id', 'template', 'title', 'starts_at', 'minutes', 'place', 'created_at', 'invited_at'])
      .where('school_id', '=', actor.schoolId)
      .where('cancelled_at', 'is', null)
      .where('starts_at', '>=', `${firstDay(schoolYear)}T00:00:00.000Z` as Moment)
      .where('starts_at', '<', `${firstDay(nextYear(schoolYear))}T00:00:00.000Z` as Moment)
      .execute(),
  )
  return rows.map(fromMeeting)
}

type MeetingRow = {
  id: Extract<YearMoment['source'], { kind: 'meeting' }>['id']
  template: string
  title: string
  starts_at: Moment
  minutes: number
  place: string
  created_at: Moment
  invited_at: Moment | null
}

function fromMeeting(row: MeetingRow): YearMoment {
  const ends = new Date(Date.parse(row.starts_at) + row.minutes * 60_000)
  const day = dayOf(new Date(row.starts_at))
  return {
    uid: `meeting-${row.id}`,
    kind: 'meeting',
    from: day,
    to: day,
    startsAt: row.starts_at,
    endsAt: ends.toISOString() as Moment,
    title: row.title,
    about: '',
    note: '',
    place: row.place,
    href: `/meeting/${row.id}`,
    personIds: null,
    changedAt: row.invited_at ?? row.created_at,
    source: { kind: 'meeting', id: row.id, template: row.template as Template },
  }
}
