import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type PlanId, type TeamLookId } from '../kernel/id.ts'
import { isRefusal, type May, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Plan } from '../plan/plan.ts'
import { touchPlan } from '../plan/plan-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import type { Collision, Saved } from '../writing/passage.ts'
import { readPassages, writePassage } from '../writing/passage-store.ts'
import type { Time } from './evaluation.ts'
import { scopeOf } from './evaluation-store.ts'
import {
  CHOICES_OF,
  type ChoiceKind,
  isLookField,
  type LookField,
  type TeamChoice,
  type TeamLook,
  type TeamLookRefusal,
} from './team-look.ts'
import { mayChooseTogether, mayWriteLook, type TeamLookBecause, type TeamLookNo } from './team-look-may.ts'

/** Sole writer of team_look and team_choice; the texts are passages of the look's id. */

const mayNot = (may: May<TeamLookBecause>): TeamLookNo | null =>
  may.may ? null : { refused: 'may-not', because: may.because }

/** What was said together of this plan, half-way and at the end; everybody of the school reads it. */
export function readTeamLooks(db: Db, actor: Actor, plan: Pick<Plan, 'id'>): Promise<TeamLook[]> {
  return db.read(actor, async (sql) => {
    const rows = await sql
      .selectFrom('team_look')
      .select(['id', 'moment', 'noted_at'])
      .where('plan_id', '=', plan.id)
      .where('school_id', '=', actor.schoolId)
      .orderBy('id')
      .execute()
    if (rows.length === 0) return []
    const texts = await readPassages(sql, actor, scopeOf(plan))
    return rows.map(({ id, moment, noted_at }) => ({
      id,
      planId: plan.id,
      time: moment as Time,
      texts: texts.get(id) ?? {},
      notedAt: noted_at,
    }))
  })
}

/** Where a text of the team stands; `leads`: it is written down by who leads the meeting, in the room. */
export type LookPlace = { readonly plan: Plan; readonly time: Time; readonly leads?: boolean }

/** Saves one text. See `writePassage` for revisions and collisions. */
export async function writeLook(
  db: Db,
  actor: Actor,
  { plan, time, leads }: LookPlace,
  field: string,
  raw: string,
  base: number | null,
  now: Moment,
): Promise<Saved | Collision | TeamLookNo> {
  if (!isLookField(field)) return refuse('no-such-field', field)
  const no = mayNot(mayWriteLook(actor, plan, field, leads))
  if (no) return no
  return db.write(actor, async (sql, tx) => {
    await tx.hold(plan.id)
    const ownerId = await lookId(sql, actor, plan.id, time, now)
    const place = { ownerId, field: field satisfies LookField, scopeId: scopeOf(plan) }
    const written = await writePassage(tx, actor, place, raw, base, now)
    if (!isRefusal(written) && 'saved' in written) await touchLook(sql, actor, ownerId, plan, now)
    return written
  })
}

async function touchLook(sql: Sql, actor: Actor, id: TeamLookId, plan: Plan, now: Moment) {
  await sql
    .updateTable('team_look')
    .set({ changed_at: now, changed_by: personOf(actor) })
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()
  await touchPlan(sql, actor, plan)
}

/** The look at this time; made with its first word. */
async function lookId(sql: Sql, actor: Actor, planId: PlanId, time: Time, now: Moment): Promise<TeamLookId> {
  await sql
    .insertInto('team_look')
    .values({
      id: newId<'team-look'>(),
      school_id: actor.schoolId,
      plan_id: planId,
      moment: time,
      changed_at: now,
      changed_by: personOf(actor),
      noted_at: null,
    })
    .onConflict((clash) => clash.columns(['plan_id', 'moment']).doNothing())
    .execute()
  const { id } = await sql
    .selectFrom('team_look')
    .select('id')
    .where('plan_id', '=', planId)
    .where('moment', '=', time)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirstOrThrow()
  return id
}

/** Lays the conditions before the principal, who is asked for an answer; once is enough. */
export async function noteConditions(tx: Db, actor: Actor, plan: Pick<Plan, 'id'>, now: Moment) {
  await tx.write(actor, (sql) =>
    sql
      .updateTable('team_look')
      .set({ noted_at: now })
      .where('plan_id', '=', plan.id)
      .where('school_id', '=', actor.schoolId)
      .where('noted_at', 'is', null)
      .execute(),
  )
}

/** What the team decided for next year of principles and themes. */
export async function readTeamChoices(db: Db, actor: Actor, plan: Pick<Plan, 'id'>): Promise<TeamChoice[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('team_choice')
      .select(['kind', 'subject_id', 'choice', 'text'])
      .where('plan_id', '=', plan.id)
      .where('school_id', '=', actor.schoolId)
      .orderBy('decided_at')
      .orderBy('subject_id')
      .execute(),
  )
  return rows.map((row) => ({
    kind: row.kind as ChoiceKind,
    subjectId: row.subject_id,
    choice: row.choice as TeamChoice['choice'],
    text: row.text,
  }))
}

export type GivenChoice = {
  readonly kind: ChoiceKind
  readonly subjectId: string
  /** Null takes the choice back. */
  readonly choice: string | null
  readonly text?: string
}

/** Puts down one choice of the team, in the room; the same one again is nothing new. */
export async function chooseTogether(
  db: Db,
  actor: Actor,
  plan: Plan,
  given: GivenChoice,
  leads: boolean,
  now: Moment,
): Promise<null | TeamLookNo> {
  const no = mayNot(mayChooseTogether(plan, leads)) ?? wrongChoice(given)
  if (no) return no
  return db.write(actor, async (sql, tx) => {
    await tx.hold(plan.id)
    await takeBack(sql, actor, plan, given)
    if (given.choice !== null) await putDown(sql, actor, plan, given.choice, given, now)
    await touchPlan(sql, actor, plan)
    return null
  })
}

const takeBack = (sql: Sql, actor: Actor, plan: Plan, { kind, subjectId }: GivenChoice) =>
  sql
    .deleteFrom('team_choice')
    .where('plan_id', '=', plan.id)
    .where('school_id', '=', actor.schoolId)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .execute()

const putDown = (
  sql: Sql,
  actor: Actor,
  plan: Plan,
  choice: string,
  { kind, subjectId, text }: GivenChoice,
  now: Moment,
) =>
  sql
    .insertInto('team_choice')
    .values({
      plan_id: plan.id,
      school_id: actor.schoolId,
      kind,
      subject_id: subjectId,
      choice,
      text: text ?? '',
      decided_at: now,
      decided_by: personOf(actor),
    })
    .execute()

function wrongChoice({ kind, choice, text }: GivenChoice): Refusal<TeamLookRefusal> | null {
  if (choice === null) return null
  if (!(CHOICES_OF[kind] as readonly string[]).includes(choice)) return refuse('choice-unknown', 'choice')
  return kind === 'theme' && (text ?? '').trim() === '' ? refuse('text-missing', 'text') : null
}
