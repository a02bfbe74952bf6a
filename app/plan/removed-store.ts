import type { Db, Sql } from '../db/database.ts'
import type { Actor } from '../session/actor.ts'
import { type EntryKind, UNSAID } from './entry.ts'
import type { Plan } from './plan.ts'
import { type EntryState, entryFrom } from './plan-state.ts'
import type { Removed } from './removed.ts'

/** Everything that was taken out of a plan; who sees which name is the page's. */
export async function readRemoved(db: Db, actor: Actor, plan: Pick<Plan, 'id'>): Promise<Removed[]> {
  return db.read(actor, async (sql) => {
    const both = [...(await removedPrinciples(sql, actor, plan)), ...(await removedEntries(sql, actor, plan))]
    return both.sort((one, other) => (one.at < other.at ? 1 : -1))
  })
}

async function removedPrinciples(sql: Sql, actor: Actor, plan: Pick<Plan, 'id'>): Promise<Removed[]> {
  const rows = await sql
    .selectFrom('principle')
    .innerJoin('passage', 'passage.owner_id', 'principle.id')
    .select(['principle.id', 'principle.removed_at', 'principle.removed_by', 'passage.text'])
    .where('passage.field', '=', 'text')
    .where('principle.plan_id', '=', plan.id)
    .where('principle.school_id', '=', actor.schoolId)
    .where('principle.removed_at', 'is not', null)
    .execute()
  return rows.flatMap((row): Removed[] =>
    row.removed_at
      ? [{ is: 'principle', id: row.id, text: row.text, at: row.removed_at, by: row.removed_by }]
      : [],
  )
}

async function removedEntries(sql: Sql, actor: Actor, plan: Pick<Plan, 'id'>): Promise<Removed[]> {
  const rows = await sql
    .selectFrom('entry')
    .leftJoin('passage', (join) =>
      join.onRef('passage.owner_id', '=', 'entry.id').on('passage.field', '=', 'title'),
    )
    .select([
      'entry.id',
      'entry.kind',
      'entry.person_id',
      'entry.learning_team_id',
      'entry.name',
      'entry.agreed_at',
      'entry.removed_at',
      'entry.removed_by',
      'passage.text',
    ])
    .where('entry.plan_id', '=', plan.id)
    .where('entry.school_id', '=', actor.schoolId)
    .where('entry.removed_at', 'is not', null)
    .execute()
  const people = await peopleOf(sql, actor, plan)
  return rows.flatMap((row): Removed[] => {
    const state: EntryState = {
      ...UNSAID,
      id: row.id,
      kind: row.kind as EntryKind,
      personId: row.person_id,
      learningTeamId: row.learning_team_id,
      name: row.name,
      agreed: row.agreed_at !== null,
      texts: row.text ? { title: row.text } : {},
      people: people.get(row.id) ?? [],
    }
    return row.removed_at
      ? [{ is: 'entry', id: row.id, entry: entryFrom(state), at: row.removed_at, by: row.removed_by }]
      : []
  })
}

async function peopleOf(sql: Sql, actor: Actor, plan: Pick<Plan, 'id'>) {
  const rows = await sql
    .selectFrom('entry_person')
    .innerJoin('entry', 'entry.id', 'entry_person.entry_id')
    .select(['entry_person.entry_id', 'entry_person.person_id', 'entry_person.part'])
    .where('entry.plan_id', '=', plan.id)
    .where('entry.school_id', '=', actor.schoolId)
    .where('entry.removed_at', 'is not', null)
    .execute()
  const named = rows.map((row) => ({
    entryId: row.entry_id,
    personId: row.person_id,
    part: row.part as EntryState['people'][number]['part'],
  }))
  return Map.groupBy(named, (one) => one.entryId)
}
