import type { Db, Sql } from '../../app/db/database.ts'
import { type Day, dayOf, type Moment, momentOf } from '../../app/kernel/day.ts'
import { plusDays } from '../../app/kernel/days.ts'
import { type EntryId, newId, type PersonId, type PlanId } from '../../app/kernel/id.ts'
import {
  firstDay,
  nextYear,
  previousYear,
  type SchoolYear,
  schoolYearOf,
} from '../../app/kernel/school-year.ts'
import { schoolsOnServer } from '../../app/school/school-store.ts'
import type { Keeper } from '../../app/session/actor.ts'
import { growDemoPlan } from './big-plan.ts'
import { copyPlan } from './search.ts'

const TRACKS = 60
/** Of the coordinator's own time, steps of everybody, and visits: 5,000 in three years. */
const PIECES_OF_TIME = 3_000
const STEPS = 1_500
const VISITS = 500
// Enough of them that the feed of the team, which holds this year and the next, tells of three hundred.
const ITEMS = { now: 106, other: 165 } as const

export type SchoolYears = { readonly planId: PlanId; readonly people: number; readonly activities: number }

/** The demo school after three years: 60 people, three plans, 5,000 activities, and a filled circle for each year. */
export async function growYears(db: Db): Promise<SchoolYears> {
  const planId = await growDemoPlan(db, TRACKS)
  const demo = (await schoolsOnServer(db)).find((school) => school.demo)
  if (!demo) throw new Error('no demo school')
  const keeper: Keeper = { kind: 'keeper', schoolId: demo.id }
  // the demo school has last year's plan already
  await copyPlan(db, keeper, planId, 2)
  const today = dayOf(new Date())
  return db.write(keeper, async (sql) => {
    const at = await groundOf(sql, keeper, today)
    await fillCircles(sql, at)
    await fillTime(sql, at)
    await fillSteps(sql, at)
    await fillVisits(sql, at)
    return { planId, people: at.people.length, activities: PIECES_OF_TIME + STEPS + VISITS }
  })
}

type Entry = { readonly id: EntryId; readonly planId: PlanId; readonly personId: PersonId | null }
type Ground = {
  readonly keeper: Keeper
  readonly today: Day
  readonly people: readonly PersonId[]
  readonly coordinator: PersonId
  readonly entries: readonly Entry[]
}

async function groundOf(sql: Sql, keeper: Keeper, today: Day): Promise<Ground> {
  const people = await sql
    .selectFrom('person')
    .select('id')
    .where('school_id', '=', keeper.schoolId)
    .orderBy('id')
    .execute()
  const { person_id } = await sql
    .selectFrom('person_role')
    .select('person_id')
    .where('school_id', '=', keeper.schoolId)
    .where('role', '=', 'coordinator')
    .executeTakeFirstOrThrow()
  const entries = await sql
    .selectFrom('entry')
    .select(['id', 'plan_id as planId', 'person_id as personId'])
    .where('school_id', '=', keeper.schoolId)
    .where('kind', '=', 'teacher-track')
    .orderBy('id')
    .execute()
  return { keeper, today, people: people.map(({ id }) => id), coordinator: person_id, entries }
}

const THREE_YEARS = 3 * 365
/** The one of so many, spread evenly over the three years up to today. */
const dayAt = (today: Day, place: number, count: number) =>
  plusDays(today, Math.round((place / count) * THREE_YEARS) - THREE_YEARS)
const at = (day: Day, clock: string) => `${day}T${clock}:00.000Z` as Moment
const one = <Of>(list: readonly Of[], place: number): Of => {
  const found = list[place % list.length]
  if (found === undefined) throw new Error('an empty list')
  return found
}

async function inPieces<Row>(rows: readonly Row[], store: (piece: Row[]) => Promise<unknown>) {
  for (let from = 0; from < rows.length; from += 100) await store(rows.slice(from, from + 100))
}

const KINDS = ['group-review', 'tests', 'study-day', 'reports', 'parents', 'council', 'deadline', 'other']

async function fillCircles(sql: Sql, { keeper, today }: Ground) {
  const now = schoolYearOf(today)
  const years: SchoolYear[] = [previousYear(previousYear(now)), previousYear(now), now, nextYear(now)]
  const rows = years.flatMap((year) => {
    const count = year === now ? ITEMS.now : ITEMS.other
    return Array.from({ length: count }, (_, place) => {
      const from_day = plusDays(firstDay(year), 25 + Math.floor((place / count) * 310))
      return {
        id: newId<'year-item'>(),
        school_id: keeper.schoolId,
        school_year: year,
        kind: one(KINDS, place),
        title: `Moment ${place + 1}`,
        note: '',
        place: 'teamkamer',
        from_day,
        to_day: place % 8 === 1 ? plusDays(from_day, 11) : from_day,
        starts_at: null,
        ends_at: null,
        made_from: null,
        revision: 1,
        made_at: momentOf(new Date()),
        made_by: null,
        changed_at: momentOf(new Date()),
        changed_by: null,
        removed_at: null,
        removed_by: null,
      }
    })
  })
  await inPieces(rows, (piece) => sql.insertInto('year_item').values(piece).execute())
}

const LENGTHS = [5, 15, 30, 60]
const WHATS = ['entry', 'question', 'care', 'ad-hoc']

async function fillTime(sql: Sql, { keeper, coordinator, entries, today }: Ground) {
  const rows = Array.from({ length: PIECES_OF_TIME }, (_, place) => {
    const what = one(WHATS, place)
    const day = dayAt(today, place, PIECES_OF_TIME)
    return {
      id: newId<'time-entry'>(),
      school_id: keeper.schoolId,
      person_id: coordinator,
      what,
      entry_id: what === 'entry' ? one(entries, place).id : null,
      ad_hoc: what === 'ad-hoc' ? 'corridor' : null,
      on_day: day,
      started_at: at(day, '08:00'),
      minutes: one(LENGTHS, place),
      aim: place % 3 === 0 ? 'curative' : 'preventive',
      domains: place % 5 === 0 ? 'care,learning' : 'learning',
      source: 'tap',
      once_key: `bench-${place}`,
      made_at: at(day, '09:00'),
    }
  })
  await inPieces(rows, (piece) => sql.insertInto('time_entry').values(piece).execute())
}

async function fillSteps(sql: Sql, { keeper, people, entries, today }: Ground) {
  const steps = Array.from({ length: STEPS }, (_, place) => {
    const entry = one(entries, place)
    const person = entry.personId ?? one(people, place)
    return stepRow(keeper, entry, person, place, dayAt(today, place, STEPS))
  })
  const { schoolId: school_id } = keeper
  const named = steps.map(({ id, made_by, made_at }) => ({
    step_id: id,
    school_id,
    person_id: made_by,
    asked_at: made_at,
    agreed_at: made_at,
    declined_at: null,
  }))
  await inPieces(steps, (piece) => sql.insertInto('step').values(piece).execute())
  await inPieces(named, (piece) => sql.insertInto('step_person').values(piece).execute())
}

/** Nine out of ten are done. */
function stepRow(keeper: Keeper, entry: Entry, person: PersonId, place: number, day: Day) {
  const isDone = place % 10 !== 0
  return {
    id: newId<'step'>(),
    school_id: keeper.schoolId,
    plan_id: entry.planId,
    entry_id: entry.id,
    what: `Bij een collega kijken hoe de instructie begint (${place + 1})`,
    form: 'lesson-visit',
    on_day: plusDays(day, 7),
    made_at: at(day, '10:00'),
    made_by: person,
    changed_at: at(day, '10:00'),
    ended_at: isDone ? at(plusDays(day, 7), '14:00') : null,
    ended_by: isDone ? person : null,
    ended_as: isDone ? 'done' : null,
    saw: isDone ? 'Elk kind wist wat het ging leren.' : null,
  }
}

async function fillVisits(sql: Sql, { keeper, people, today }: Ground) {
  const rows = Array.from({ length: VISITS }, (_, place) => {
    const day = plusDays(dayAt(today, place, VISITS), 14)
    const made = at(plusDays(day, -10), '12:00')
    return {
      id: newId<'visit'>(),
      school_id: keeper.schoolId,
      visitor_id: one(people, place),
      host_id: one(people, place + 7),
      plan_id: null,
      entry_id: null,
      question: '',
      offer_id: null,
      starts_at: at(day, '09:00'),
      ends_at: at(day, '09:45'),
      state: 'agreed',
      waits_for: null,
      next_offer_id: null,
      next_starts_at: null,
      next_ends_at: null,
      new_cover_id: null,
      asked_by: one(people, place),
      asked_at: made,
      agreed_at: made,
      ended_at: null,
      ended_by: null,
      ended_words: '',
      shared_visitor: 1,
      shared_coordinator: 0,
      shared_team: 0,
      sequence: 0,
      revision: 1,
      changed_at: made,
    }
  })
  await inPieces(rows, (piece) => sql.insertInto('visit').values(piece).execute())
}
