import type { Selectable } from 'kysely'
import type { AmbitionTables } from '../db/ambition-tables.ts'
import type { Sql } from '../db/database.ts'
import { dayOf } from '../kernel/day.ts'
import type { AmbitionId } from '../kernel/id.ts'
import type { Level, TestMoment } from '../result/result.ts'
import type { Actor } from '../session/actor.ts'
import type { LevelShare } from '../trend/reference-line.ts'
import { shown } from '../trend/sentence.ts'
import type {
  Ambition,
  AmbitionAbout,
  AmbitionEnd,
  AmbitionFigure,
  AmbitionMeasure,
  AmbitionPast,
} from './ambition.ts'

/** From rows to ambitions and back. */

type Row = Selectable<AmbitionTables['ambition']>
type PastRow = Selectable<AmbitionTables['ambition_past']>

/** In how many parts of one a value is kept. */
const SCALE = 10_000
export const kept = (value: number) => Math.round(value * SCALE)
/** A figure is kept as it is shown, so that it is rounded once. */
export const keptFigure = (value: number) => kept(shown(value))
const read = (value: number) => value / SCALE

/** Those of a school, or one of it: running first, the newest of them first. */
export async function loadAmbitions(
  sql: Sql,
  actor: Actor,
  id: AmbitionId | null = null,
): Promise<Ambition[]> {
  const all = sql.selectFrom('ambition').selectAll().where('school_id', '=', actor.schoolId)
  const rows = await (id === null ? all : all.where('id', '=', id)).execute()
  if (rows.length === 0) return []
  const past = await sql
    .selectFrom('ambition_past')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .orderBy('revision')
    .execute()
  const byAmbition = Map.groupBy(past, ({ ambition_id }) => ambition_id)
  return rows.map((row) => ambitionFrom(row, byAmbition.get(row.id) ?? [])).sort(byStanding)
}

const byStanding = (one: Ambition, other: Ambition) =>
  Number(one.ended !== null) - Number(other.ended !== null) || (one.id < other.id ? 1 : -1)

const dayIn = (moment: string) => dayOf(new Date(moment))

function ambitionFrom(row: Row, past: readonly PastRow[]): Ambition {
  return {
    id: row.id,
    teamId: row.learning_team_id,
    talkId: row.talk_id,
    about: aboutFrom(row),
    from: figureFrom(row),
    to: read(row.to_value),
    by: row.by_year,
    why: row.why,
    tie: row.plan_id && { planId: row.plan_id, entryId: row.entry_id, amendmentId: row.amendment_id },
    madeOn: dayIn(row.made_at),
    ended: row.ended_at ? { on: dayIn(row.ended_at), how: row.ended_how as AmbitionEnd } : null,
    news: row.seen_at ? { at: row.seen_at } : null,
    revision: row.revision,
    past: past.map(pastFrom),
  }
}

const pastFrom = (row: PastRow): AmbitionPast => ({
  to: read(row.to_value),
  by: row.by_year,
  why: row.why,
  until: dayIn(row.changed_at),
})

const figureFrom = ({ from_year, from_value, from_n }: Row): AmbitionFigure | null =>
  from_year === null || from_value === null || from_n === null
    ? null
    : { schoolYear: from_year, value: read(from_value), n: from_n }

function aboutFrom(row: Row): AmbitionAbout {
  if (row.about === 'standing') return { of: 'standing', share: row.measure as LevelShare }
  const { subject, year_group: yearGroup, test, supplier, norm } = row
  return {
    of: 'section',
    subject,
    yearGroup,
    moment: row.moment as TestMoment,
    measure: row.measure as AmbitionMeasure,
    level: row.level === '' ? null : (row.level as Level),
    test,
    supplier,
    norm,
  }
}

/** The columns that say what it is about. */
export function aboutColumns(about: AmbitionAbout) {
  const nothing = { subject: '', year_group: 0, moment: 'D', test: '', supplier: '', norm: '', level: '' }
  if (about.of === 'standing') return { ...nothing, about: 'standing' as const, measure: about.share }
  const { subject, yearGroup: year_group, moment, test, supplier, norm, measure, level } = about
  return {
    about: 'section' as const,
    subject,
    year_group,
    moment,
    test,
    supplier,
    norm,
    measure,
    level: level ?? '',
  }
}
