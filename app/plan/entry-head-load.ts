import type { Sql } from '../db/database.ts'
import type { Actor } from '../session/actor.ts'
import type { Entry } from './entry.ts'
import type { Phase, PhaseChange, Plan } from './plan.ts'
import { entryRow, loadSealed, namedPerson } from './plan-load.ts'

/** What rights are weighed on: the plan in its phase, the last move with it. */
export type PlanHead = Pick<Plan, 'id' | 'phase' | 'changes'>
/** One entry without its texts, ties and days. */
export type EntryHead = { readonly plan: PlanHead; readonly entry: Entry }

/** The entry by an id with the head of its plan: enough to weigh a right on, a tenth of reading the plan. */
export async function loadEntryHead(sql: Sql, actor: Actor, id: string): Promise<EntryHead | null> {
  const row = await sql
    .selectFrom('entry')
    .selectAll()
    .where('id', '=', id as Entry['id'])
    .where('school_id', '=', actor.schoolId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  const plan = row && (await loadPlanHead(sql, actor, row.plan_id))
  if (!row || !plan) return null
  const people = await sql
    .selectFrom('entry_person')
    .selectAll()
    .where('entry_id', '=', row.id)
    .orderBy('asked_at')
    .execute()
  const sealed = await loadSealed(sql, plan)
  const entry = {
    ...entryRow(row),
    texts: {},
    visionLineIds: [],
    people: people.map(namedPerson),
    moments: [],
    isSealed: sealed.has(row.id),
  }
  return { plan, entry }
}

export async function loadPlanHead(sql: Sql, actor: Actor, id: string): Promise<PlanHead | null> {
  const plan = await sql
    .selectFrom('plan')
    .select(['id', 'phase'])
    .where('id', '=', id as Plan['id'])
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  if (!plan) return null
  const last = await sql
    .selectFrom('phase_change')
    .selectAll()
    .where('plan_id', '=', plan.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const change: PhaseChange | null = last
    ? {
        id: last.id,
        from: last.from_phase as Phase | null,
        to: last.to_phase as Phase,
        why: last.why,
        decisionId: last.decision_id,
        at: last.changed_at,
        by: last.changed_by,
      }
    : null
  return { id: plan.id, phase: plan.phase as Phase, changes: change ? [change] : [] }
}

/** How an entry is spoken of: its owner's name, or the words of its title; with what labels depend on. */
export type EntryName = {
  readonly name: string
  readonly title: string
  readonly ownerRoles: readonly string[]
  readonly coordinatorWord: 'ib' | 'kc'
  readonly teacherWord: 'leraar' | 'leerkracht'
}

export async function loadEntryName(
  sql: Sql,
  actor: Actor,
  entry: Pick<Entry, 'id' | 'personId' | 'learningTeamId' | 'name'>,
): Promise<EntryName> {
  const row = await sql
    .selectFrom('school')
    .leftJoin('person', (join) => join.on('person.id', '=', entry.personId))
    .leftJoin('learning_team', (join) => join.on('learning_team.id', '=', entry.learningTeamId))
    .leftJoin('passage', (join) =>
      join.on('passage.owner_id', '=', entry.id).on('passage.field', '=', 'title'),
    )
    .select(['school.coordinator_word', 'school.teacher_word', 'passage.text'])
    .select(['person.name as person', 'learning_team.name as team'])
    .where('school.id', '=', actor.schoolId)
    .executeTakeFirstOrThrow()
  const roles = entry.personId
    ? await sql.selectFrom('person_role').select('role').where('person_id', '=', entry.personId).execute()
    : []
  return {
    name: row.team ?? row.person ?? entry.name ?? '',
    title: row.text ?? '',
    ownerRoles: roles.map(({ role }) => role),
    coordinatorWord: row.coordinator_word,
    teacherWord: row.teacher_word,
  }
}
