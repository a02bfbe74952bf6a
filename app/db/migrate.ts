import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { CannotOpen } from './database.ts'
import { start } from './migrations/0001-start.ts'
import { writingTogether } from './migrations/0002-writing-together.ts'
import { conversation } from './migrations/0003-conversation.ts'
import { versions } from './migrations/0004-versions.ts'
import { amendments } from './migrations/0005-amendments.ts'
import { notes } from './migrations/0006-notes.ts'
import { search } from './migrations/0007-search.ts'
import { inTheRoom } from './migrations/0008-in-the-room.ts'
import { meeting } from './migrations/0009-meeting.ts'
import { minutes } from './migrations/0010-minutes.ts'
import { lookBack } from './migrations/0011-look-back.ts'
import { steps } from './migrations/0012-steps.ts'
import { visits } from './migrations/0013-visits.ts'
import { yearCircle } from './migrations/0014-year-circle.ts'
import { calendar } from './migrations/0015-calendar.ts'
import { time } from './migrations/0016-time.ts'
import { shelf } from './migrations/0017-shelf.ts'
import { reminders } from './migrations/0018-reminders.ts'
import { topics } from './migrations/0019-topics.ts'
import { questions } from './migrations/0020-questions.ts'
import { office } from './migrations/0021-office.ts'
import { tray } from './migrations/0022-tray.ts'
import { patterns } from './migrations/0023-patterns.ts'
import { profiles } from './migrations/0024-profiles.ts'
import { peers } from './migrations/0025-peers.ts'
import { coverFallsOut } from './migrations/0026-cover-falls-out.ts'
import { results } from './migrations/0027-results.ts'
import { schoolContext } from './migrations/0028-school-context.ts'
import { resultColumns } from './migrations/0029-result-columns.ts'
import { ambition } from './migrations/0030-ambition.ts'
import { dataTalk } from './migrations/0031-data-talk.ts'
import { analysis } from './migrations/0032-analysis.ts'
import { talkTied } from './migrations/0033-talk-tied.ts'
import { type SchemaStep, tableStatements } from './schema.ts'

/** The steps of the schema, in order. A step that has been released never changes. */
export const STEPS: readonly SchemaStep[] = [
  start,
  writingTogether,
  conversation,
  versions,
  amendments,
  notes,
  search,
  inTheRoom,
  meeting,
  minutes,
  lookBack,
  steps,
  visits,
  yearCircle,
  calendar,
  time,
  shelf,
  reminders,
  topics,
  questions,
  office,
  tray,
  patterns,
  profiles,
  peers,
  coverFallsOut,
  results,
  schoolContext,
  resultColumns,
  ambition,
  dataTalk,
  analysis,
  talkTied,
]

/**
 * Brings the database up to date; refuses one that a newer program has written. `guards`: what a step needs on this
 * database alone. `steps`: up to an earlier one than the last.
 */
export async function migrate(
  db: Kysely<never>,
  guards: (step: SchemaStep) => Iterable<string>,
  steps: readonly SchemaStep[] = STEPS,
) {
  await refuseNewer(db)
  const migrations = Object.fromEntries(steps.map((step) => [step.name, migrationOf(step, guards)]))
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

function migrationOf(step: SchemaStep, guards: (step: SchemaStep) => Iterable<string>): Migration {
  return {
    async up(db) {
      for (const statement of [...tableStatements(step), ...guards(step)])
        await sql.raw(statement).execute(db)
    },
  }
}

/** The names of the steps that a database has had; empty for a new one. */
export async function stepsDone(db: Kysely<never>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map((row) => row.name)
}

async function refuseNewer(db: Kysely<never>) {
  const known = new Set(STEPS.map((step) => step.name))
  const unknown = (await stepsDone(db)).filter((name) => !known.has(name))
  if (unknown.length > 0) throw new CannotOpen('newer', unknown.join(', '))
}
