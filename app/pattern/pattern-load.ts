import type { Db, Sql } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import { mondayOf, plusDays } from '../kernel/days.ts'
import { firstDay, previousYear, type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
import { countedQuestions } from '../question/question-count-store.ts'
import { askersOf } from '../question/question-store.ts'
import { topicKeyOf } from '../school/topic.ts'
import type { Actor } from '../session/actor.ts'
import { freeDaysOf } from '../year/holiday-store.ts'
import type { Counted, PatternGoal, PatternRecord } from './pattern.ts'
import type { Terms } from './scene.ts'
import { type TermNumber, termAt, termsOf } from './term.ts'

/** Reading what patterns are counted from. Who may see it is asked by the stores. */

/** What was done with topics that came back, the last changed first. */
export async function loadRecords(sql: Sql, actor: Actor): Promise<PatternRecord[]> {
  const rows = await sql
    .selectFrom('pattern')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.flatMap((row) => {
    const topic = topicKeyOf(row.topic)
    return topic === null ? [] : [{ ...doneWith(row), topic, goal: goalOf(row) }]
  })
}

type Row = Awaited<ReturnType<ReturnType<typeof patternRows>['executeTakeFirstOrThrow']>>
const patternRows = (sql: Sql) => sql.selectFrom('pattern').selectAll()

const doneWith = (row: Row) => ({
  id: row.id,
  year: row.school_year,
  term: row.term as TermNumber,
  dismissedAt: row.dismissed_at,
  keptAt: row.kept_at,
  meetingId: row.meeting_id,
})

const goalOf = ({ plan_id, entry_id, amendment_id, goal_at }: Row): PatternGoal | null =>
  plan_id === null || goal_at === null
    ? null
    : { planId: plan_id, entryId: entry_id, amendmentId: amendment_id, at: goal_at }

/** The terms of a school year, as the school's own holidays part it; and on which of its days there is no school. */
async function yearOf(db: Db, actor: Actor, year: SchoolYear) {
  const free = await freeDaysOf(db, actor, year)
  const begins = (key: string) =>
    free.spans.find((span) => span.key === key && span.schoolYear === year)?.from ?? null
  const terms = termsOf(year, { christmas: begins('christmas'), may: begins('may') })
  return { terms, isFree: (day: Day) => free.isFree(day) }
}

/** Terms of the year of this day and of the three before it. */
export async function termsAround(db: Db, actor: Actor, today: Day): Promise<Terms> {
  const years = yearsTo(schoolYearOf(today))
  const known = new Map<SchoolYear, Awaited<ReturnType<typeof yearOf>>>()
  for (const year of years) known.set(year, await yearOf(db, actor, year))
  const all = years.flatMap((year) => [...(known.get(year)?.terms ?? [])])
  const find = (year: SchoolYear, number: TermNumber) =>
    all.find((one) => one.year === year && one.number === number) ?? null
  // The first days of August still lie in the last term of the year before.
  const now = termAt(all, today) ?? all.at(-1)
  const previous = now && all[all.indexOf(now) - 1]
  if (!now || !previous) throw new Error('four years have twelve terms')
  return {
    now,
    previous,
    before: (term) => find(previousYear(term.year), term.number),
    find,
    isFree: (day) => known.get(schoolYearOf(day))?.isFree(day) ?? false,
  }
}

/** The year and the three before it, the oldest first. */
function yearsTo(year: SchoolYear): SchoolYear[] {
  const before = previousYear(year)
  return [previousYear(previousYear(before)), previousYear(before), before, year]
}

/** So far back it is asked how many different people ask: two terms together are never longer. */
const DAYS_OF_TWO_TERMS = 370

/** All questions of this school year and the three before it, as they are counted. */
export async function loadCounted(db: Db, actor: Actor, today: Day): Promise<Counted[]> {
  const [oldest = schoolYearOf(today)] = yearsTo(schoolYearOf(today))
  const counted = await countedQuestions(db, actor, firstDay(oldest), today)
  const recent = plusDays(today, -DAYS_OF_TWO_TERMS)
  const named = counted.filter(({ topic, askedOn }) => topic !== null && askedOn >= recent)
  const askers = await askersOf(
    db,
    actor,
    named.flatMap(({ id }) => id ?? []),
  )
  const weekOf = weeks()
  return counted.map(({ id, topic, askedOn, solvedOn, isClosed }) => ({
    topic,
    askedOn,
    week: weekOf(askedOn),
    solvedOn: isClosed ? solvedOn : null,
    asker: (id && askers.get(id)) ?? null,
  }))
}

/** The Monday of a day, looked up once for each day: many questions share one. */
function weeks() {
  const known = new Map<Day, Day>()
  return (day: Day): Day => {
    const monday = known.get(day) ?? mondayOf(day)
    known.set(day, monday)
    return monday
  }
}
