import type { Selectable } from 'kysely'
import type { Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Actor } from '../session/actor.ts'
import type { Passage } from '../writing/passage.ts'
import { readPassages } from '../writing/passage-store.ts'
import type {
  Aim,
  Domain,
  Entry,
  EntryKind,
  EvaluationMoment,
  NamedPerson,
  Part,
  ShareChoice,
  Weight,
} from './entry.ts'
import type { LetLoose, LooseEndKind } from './let-loose.ts'
import { isAdopted, type Phase, type PhaseChange, type Plan, type Principle } from './plan.ts'

type Row<Table extends keyof Tables> = Selectable<Tables[Table]>
type Texts = Map<string, Record<string, Passage>>

/** Reads everything of a plan, one query a table. */
export async function loadPlan(sql: Sql, actor: Actor, plan: Row<'plan'>): Promise<Plan> {
  const texts = await readPassages(sql, actor, plan.id)
  return {
    id: plan.id,
    schoolId: plan.school_id,
    schoolYear: plan.school_year,
    title: plan.title,
    phase: plan.phase as Phase,
    revision: plan.revision,
    previousPlanId: plan.previous_plan_id,
    changes: await loadChanges(sql, plan),
    principles: await loadPrinciples(sql, plan, texts),
    entries: await loadEntries(sql, plan, texts),
    letLoose: await loadLetLoose(sql, plan),
    preventiveAim: plan.preventive_aim,
    careHours: plan.care_hours,
    roomHours: plan.room_hours,
  }
}

async function loadChanges(sql: Sql, plan: Row<'plan'>): Promise<PhaseChange[]> {
  const rows = await sql
    .selectFrom('phase_change')
    .selectAll()
    .where('plan_id', '=', plan.id)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    from: row.from_phase as Phase | null,
    to: row.to_phase as Phase,
    why: row.why,
    decisionId: row.decision_id,
    at: row.changed_at,
    by: row.changed_by,
  }))
}

const NOTHING: Record<string, Passage> = {}

async function loadPrinciples(sql: Sql, plan: Row<'plan'>, texts: Texts): Promise<Principle[]> {
  const rows = await sql
    .selectFrom('principle')
    .selectAll()
    .where('plan_id', '=', plan.id)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.flatMap((row) => {
    const { text, talk } = texts.get(row.id) ?? NOTHING
    return text
      ? [
          {
            id: row.id,
            preset: row.preset,
            position: row.position,
            text,
            talk: talk ?? null,
            carriedFrom: row.carried_from,
          },
        ]
      : []
  })
}

async function loadEntries(sql: Sql, plan: Row<'plan'>, texts: Texts): Promise<Entry[]> {
  const rows = await sql
    .selectFrom('entry')
    .selectAll()
    .where('plan_id', '=', plan.id)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const lines = await loadTied(sql, plan)
  const people = await loadPeople(sql, plan)
  const moments = await loadMoments(sql, plan)
  const sealed = await loadSealed(sql, plan)
  return rows.map((row) => ({
    ...entryRow(row),
    texts: texts.get(row.id) ?? NOTHING,
    visionLineIds: (lines.get(row.id) ?? []).map((tie) => tie.vision_line_id),
    people: (people.get(row.id) ?? []).map(namedPerson),
    moments: (moments.get(row.id) ?? []).map(momentRow),
    isSealed: sealed.has(row.id),
  }))
}

export const entryRow = (
  row: Row<'entry'>,
): Omit<Entry, 'texts' | 'visionLineIds' | 'people' | 'moments' | 'isSealed'> => ({
  id: row.id,
  kind: row.kind as EntryKind,
  position: row.position,
  personId: row.person_id,
  learningTeamId: row.learning_team_id,
  name: row.name,
  weight: row.weight as Weight,
  shareChoice: row.share_choice as ShareChoice | null,
  ownDomains: row.own_domains === null ? null : (row.own_domains.split(' ').filter(Boolean) as Domain[]),
  ownAim: row.own_aim as Aim | null,
  coordinatorHours: row.coordinator_hours,
  parentId: row.parent_id,
  agreedAt: row.agreed_at,
  carriedFrom: row.carried_from,
  revision: row.revision,
})

export const namedPerson = (row: Row<'entry_person'>): NamedPerson => ({
  personId: row.person_id,
  part: row.part as Part,
  askedAt: row.asked_at,
  agreedAt: row.agreed_at,
  declinedAt: row.declined_at,
})

const momentRow = (row: Row<'evaluation_moment'>): EvaluationMoment => ({
  id: row.id,
  onDay: row.on_day,
  occasion: row.occasion as EvaluationMoment['occasion'],
})

async function loadTied(sql: Sql, plan: Row<'plan'>) {
  const rows = await sql
    .selectFrom('entry_vision_line')
    .innerJoin('entry', 'entry.id', 'entry_vision_line.entry_id')
    .innerJoin('vision_line', 'vision_line.id', 'entry_vision_line.vision_line_id')
    .select(['entry_vision_line.entry_id', 'entry_vision_line.vision_line_id'])
    .where('entry.plan_id', '=', plan.id)
    .orderBy('vision_line.position')
    .execute()
  return Map.groupBy(rows, (row) => row.entry_id)
}

async function loadPeople(sql: Sql, plan: Row<'plan'>) {
  const rows = await sql
    .selectFrom('entry_person')
    .innerJoin('entry', 'entry.id', 'entry_person.entry_id')
    .selectAll('entry_person')
    .where('entry.plan_id', '=', plan.id)
    .orderBy('entry_person.asked_at')
    .execute()
  return Map.groupBy(rows, (row) => row.entry_id)
}

async function loadMoments(sql: Sql, plan: Row<'plan'>) {
  const rows = await sql
    .selectFrom('evaluation_moment')
    .selectAll()
    .where('plan_id', '=', plan.id)
    .orderBy('on_day')
    .execute()
  return Map.groupBy(rows, (row) => row.entry_id)
}

/** The entries whose text stands in the newest sealed version; a track that its teacher did not stand behind has none. */
export async function loadSealed(
  sql: Sql,
  plan: Pick<Row<'plan'>, 'id' | 'phase'>,
): Promise<ReadonlySet<string>> {
  if (!isAdopted(plan.phase as Phase)) return new Set()
  const newest = await sql
    .selectFrom('plan_version')
    .select('id')
    .where('plan_id', '=', plan.id)
    .orderBy('sealed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!newest) return new Set()
  const rows = await sql
    .selectFrom('version_entry')
    .select('entry_id')
    .where('version_id', '=', newest.id)
    .where((is) => is.or([is('content', 'like', '{"agreed":true,%'), is('erased_at', 'is not', null)]))
    .execute()
  return new Set(rows.map((row) => row.entry_id))
}

async function loadLetLoose(sql: Sql, plan: Row<'plan'>): Promise<LetLoose[]> {
  const rows = await sql
    .selectFrom('let_loose')
    .selectAll()
    .where('plan_id', '=', plan.id)
    .where('taken_back_at', 'is', null)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as LooseEndKind,
    subjectId: row.subject_id,
    reason: row.reason,
    at: row.let_at,
    by: row.let_by,
  }))
}
