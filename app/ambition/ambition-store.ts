import type { Updateable } from 'kysely'
import type { AmbitionTables } from '../db/ambition-tables.ts'
import type { Db, Sql } from '../db/database.ts'
import { dayOf, type Moment } from '../kernel/day.ts'
import { type AmbitionId, newId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import { runningTeams } from '../school/team.ts'
import { readTeam } from '../school/team-store.ts'
import type { Actor } from '../session/actor.ts'
import {
  type Ambition,
  type AmbitionAbout,
  type AmbitionEnd,
  type AmbitionFigure,
  type AmbitionGiven,
  type AmbitionHeight,
  type HeightSent,
  isRunning,
  isSameAbout,
  MOST_AMBITIONS,
} from './ambition.ts'
import { aboutColumns, kept, keptFigure, loadAmbitions } from './ambition-load.ts'
import { type AmbitionNo, mayKeepAmbition, mayReadAmbitions } from './ambition-may.ts'
import { type TeamNumbers, teamNumbers } from './ambition-numbers-store.ts'
import { heightNo, yearsAhead } from './height.ts'
import { nowOf, yearsOf } from './measured.ts'
import { unlikely } from './unlikely.ts'

/** With `ambition-tie-store` and `ambition-news-store` the sole writer of ambition and ambition_past. */

/** The ambitions of the actor's school: running first, the newest of them first; nothing for a program. */
export const ambitionsOf = async (db: Db, actor: Actor): Promise<Ambition[]> =>
  mayReadAmbitions(actor).may ? db.read(actor, (sql) => loadAmbitions(sql, actor)) : []

/** One of them; null when it isn't there (any more), or for a program. */
export const readAmbition = async (db: Db, actor: Actor, id: AmbitionId): Promise<Ambition | null> =>
  mayReadAmbitions(actor).may
    ? db.read(actor, async (sql) => (await loadAmbitions(sql, actor, id))[0] ?? null)
    : null

/**
 * Writes an ambition down, with the figure of today as where it begins. Refused when there is nothing (any more) that
 * the team may see of what it is about, or when one runs on the same thing already; a height that looks like a slip of
 * the pen is asked about.
 */
export function makeAmbition(
  db: Db,
  actor: Actor,
  given: AmbitionGiven & HeightSent,
  now: Moment,
): Promise<AmbitionId | AmbitionNo> {
  const may = mayKeepAmbition(actor, given.teamId)
  if (!may.may) return Promise.resolve({ refused: 'may-not', because: may.because })
  return db.write(actor, async (sql, tx) => {
    await tx.hold(`ambitions ${actor.schoolId}`)
    const numbers = await teamNumbers(tx, actor)
    const from = nowOf(given.about, numbers.shown, numbers.standings)
    if (from === null || from === 'hidden') return refuse('about-gone', 'about')
    const no =
      (await newNo(sql, tx, actor, given)) ??
      heightNo(given, given.about, yearsAhead(from.schoolYear, thisYear(now))) ??
      askedNo(given, given.about, numbers)
    if (no) return no
    const id = newId<'ambition'>()
    const made = { id, school_id: actor.schoolId, made_at: now }
    await sql
      .insertInto('ambition')
      .values({ ...EMPTY, ...columnsOf(given), ...figureColumns(from), ...made })
      .execute()
    return id
  })
}

const EMPTY = {
  plan_id: null,
  entry_id: null,
  amendment_id: null,
  seen_at: null,
  ended_at: null,
  ended_how: null,
  revision: 1,
} as const

/** Where it begins, and what was seen of it last. */
const figureColumns = ({ schoolYear, value, n }: AmbitionFigure) => ({
  from_year: schoolYear,
  from_value: keptFigure(value),
  from_n: n,
  seen_year: schoolYear,
  seen_value: keptFigure(value),
  seen_n: n,
})

const heightColumns = ({ to, by, why }: AmbitionHeight) => ({
  to_value: kept(to),
  by_year: by,
  why: why.trim(),
})

const columnsOf = (given: AmbitionGiven) => ({
  ...aboutColumns(given.about),
  ...heightColumns(given),
  learning_team_id: given.teamId,
  talk_id: given.talkId,
})

async function newNo(sql: Sql, tx: Db, actor: Actor, { teamId, about }: AmbitionGiven) {
  if (teamId !== null) {
    const running = runningTeams(await readTeam(tx, actor))
    if (running.every(({ id }) => id !== teamId)) return refuse('team-odd', 'team')
  }
  const running = (await loadAmbitions(sql, actor)).filter(isRunning)
  if (running.some((one) => isSameAbout(one.about, about))) return refuse('there-already', 'about')
  return running.length >= MOST_AMBITIONS ? refuse('ambitions-many') : null
}

/** Last of all: what can't be is said before it is asked whether it is meant. */
function askedNo({ to, isSure }: HeightSent, about: AmbitionAbout, { shown, standings }: TeamNumbers) {
  const asks = isSure ? null : unlikely(to, about, yearsOf(about, shown, standings))
  return asks && ({ refused: 'to-asked', field: 'to', asks } as const)
}

const thisYear = (now: Moment) => schoolYearOf(dayOf(new Date(now)))

type InAmbition = { readonly sql: Sql; readonly tx: Db; readonly ambition: Ambition }

/** An act on a running ambition as it stands now, one at a time in a school, by who may keep it. */
export function onAmbition<Done>(
  db: Db,
  actor: Actor,
  id: AmbitionId,
  act: (at: InAmbition) => Promise<Done | AmbitionNo>,
): Promise<Done | AmbitionNo> {
  return db.write<Done | AmbitionNo>(actor, async (sql, tx) => {
    await tx.hold(`ambitions ${actor.schoolId}`)
    const [ambition] = await loadAmbitions(sql, actor, id)
    if (!ambition) return refuse('ambition-gone')
    const may = mayKeepAmbition(actor, ambition.teamId)
    if (!may.may) return { refused: 'may-not', because: may.because }
    return isRunning(ambition) ? act({ sql, tx, ambition }) : refuse('ambition-ended')
  })
}

type Columns = Partial<Omit<Updateable<AmbitionTables['ambition']>, 'id' | 'school_id'>>

/** Inside the caller's transaction. */
export const setColumns = (sql: Sql, actor: Actor, id: AmbitionId, columns: Columns) =>
  sql
    .updateTable('ambition')
    .set(columns)
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()

/** `revision`: of the ambition as it was read; when it was changed since, nothing is stored. */
export type AmbitionChange = HeightSent & { readonly revision: number }

/** Another height, year or reason; what it said stays in its history. A height that stays is not asked about again. */
export const changeAmbition = (
  db: Db,
  actor: Actor,
  id: AmbitionId,
  change: AmbitionChange,
  now: Moment,
): Promise<'done' | AmbitionNo> =>
  onAmbition<'done'>(db, actor, id, async ({ sql, tx, ambition }) => {
    const { to, by, why, revision } = ambition
    if (change.revision !== revision) return refuse('changed-meanwhile')
    if (change.to === to && change.by === by && change.why.trim() === why) return refuse('nothing-changed')
    // The year that it had may stay, also when it has come.
    const years = [by, ...yearsAhead(ambition.from?.schoolYear ?? null, thisYear(now))]
    const no =
      heightNo(change, ambition.about, years) ??
      (change.to === to ? null : askedNo(change, ambition.about, await teamNumbers(tx, actor)))
    if (no) return no
    const past = { ambition_id: id, revision, school_id: actor.schoolId, ...heightColumns(ambition) }
    await sql
      .insertInto('ambition_past')
      .values({ ...past, changed_at: now })
      .execute()
    await setColumns(sql, actor, id, { ...heightColumns(change), revision: revision + 1 })
    return 'done'
  })

/** Closes it: it was reached, or the team lets it go. It stays to be read. */
export const endAmbition = (
  db: Db,
  actor: Actor,
  id: AmbitionId,
  how: AmbitionEnd,
  now: Moment,
): Promise<'done' | AmbitionNo> =>
  onAmbition<'done'>(db, actor, id, async ({ sql, ambition }) => {
    await setColumns(sql, actor, id, { ended_at: now, ended_how: how, revision: ambition.revision + 1 })
    return 'done'
  })
