import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type PersonId } from '../kernel/id.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Actor } from '../session/actor.ts'
import { KEPT_FOR, type OwnAct, type OwnChange, type OwnText, ownTexts, type PastText } from './own-change.ts'
import type { Plan } from './plan.ts'

/** Keeps what a member did, inside the transaction in which it was done; programs and the product undo nothing. */
export async function noteAct(
  sql: Sql,
  actor: Actor,
  plan: Pick<Plan, 'id'>,
  subjectId: string,
  act: OwnAct,
  now: Moment,
): Promise<void> {
  if (actor.kind !== 'member') return
  await sql
    .insertInto('own_change')
    .values({
      id: newId(),
      school_id: actor.schoolId,
      plan_id: plan.id,
      person_id: actor.personId,
      subject_id: subjectId,
      act: JSON.stringify(act),
      made_at: now,
      undone_at: null,
    })
    .execute()
}

/** What this member did in a plan since a moment, newest first. Nobody reads another's. */
export async function readOwnChanges(
  db: Db,
  actor: Actor,
  plan: Pick<Plan, 'id'>,
  since: Moment,
): Promise<OwnChange[]> {
  if (actor.kind !== 'member') return []
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('own_change')
      .select(['id', 'subject_id', 'act', 'made_at', 'undone_at'])
      .where('plan_id', '=', plan.id)
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', actor.personId)
      .where('made_at', '>=', since)
      .orderBy('made_at', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  )
  return rows.map((row) => ({
    id: row.id,
    subjectId: row.subject_id,
    act: JSON.parse(row.act) as OwnAct,
    at: row.made_at,
    undoneAt: row.undone_at,
  }))
}

/** Notes that an act was undone, once; false when it was already. */
export async function markUndone(sql: Sql, actor: Actor, change: Pick<OwnChange, 'id'>, now: Moment) {
  const marked = await sql
    .updateTable('own_change')
    .set({ undone_at: now })
    .where('id', '=', change.id)
    .where('school_id', '=', actor.schoolId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return marked.numUpdatedRows > 0n
}

/** What this member wrote in a text of the plan. */
export type OwnPassage = OwnText & {
  readonly ownerId: string
  readonly field: string
  /** The revision that stands there now. */
  readonly base: number
  /** Somebody else wrote there after it, last of all this one; null: nobody did. */
  readonly later: { readonly by: PersonId | null } | null
}

/** What this member wrote in a plan since a moment, each stretch by itself, newest first. */
export async function readOwnTexts(
  db: Db,
  actor: Actor,
  plan: Pick<Plan, 'id'>,
  since: Moment,
): Promise<OwnPassage[]> {
  if (actor.kind !== 'member') return []
  const { personId } = actor
  const changes = await readOwnChanges(db, actor, plan, since)
  return db.read(actor, async (sql) => {
    const fields = await textsSince(sql, actor, plan, since)
    return [...fields]
      .flatMap(([key, texts]) => {
        const [ownerId = '', field = ''] = key.split(':')
        const now = texts.at(-1)
        const mine = ownTexts(texts, personId, since, putBack(changes, ownerId, field))
        const later = (revision: number) => {
          const other = texts.findLast((one) => one.revision > revision && one.changedBy !== personId)
          return other ? { by: other.changedBy } : null
        }
        return now
          ? mine.map((one) => ({ ...one, ownerId, field, base: now.revision, later: later(one.revision) }))
          : []
      })
      .sort((one, other) => (one.at < other.at ? 1 : -1))
  })
}

const putBack = (changes: readonly OwnChange[], ownerId: string, field: string) =>
  new Set(
    changes.flatMap(({ subjectId, act }) =>
      act.is === 'text-back' && subjectId === ownerId && act.field === field ? [act.revision] : [],
    ),
  )

/** Every text of the fields that somebody wrote in since then, oldest first, by 'owner:field'. */
async function textsSince(sql: Sql, actor: Actor, plan: Pick<Plan, 'id'>, since: Moment) {
  const now = await sql
    .selectFrom('passage')
    .select(['owner_id', 'field', 'text', 'revision', 'changed_at', 'changed_by'])
    .where('scope_id', '=', plan.id)
    .where('school_id', '=', actor.schoolId)
    .where('changed_at', '>=', since)
    .execute()
  const past = await sql
    .selectFrom('passage_past as past')
    .innerJoin('passage', (join) =>
      join.onRef('passage.owner_id', '=', 'past.owner_id').onRef('passage.field', '=', 'past.field'),
    )
    .select([
      'past.owner_id',
      'past.field',
      'past.text',
      'past.revision',
      'past.changed_at',
      'past.changed_by',
    ])
    .where('passage.scope_id', '=', plan.id)
    .where('passage.school_id', '=', actor.schoolId)
    .where('passage.changed_at', '>=', since)
    .orderBy('past.revision')
    .execute()
  const texts = [...past, ...now].map((row) => ({
    key: `${row.owner_id}:${row.field}`,
    text: row.text,
    revision: row.revision,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  }))
  return Map.groupBy(texts, ({ key }) => key) as Map<string, PastText[]>
}

/** What somebody did fades after a day. */
export async function forgetOwnChanges(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_FOR).toISOString() as Moment
  for (const { id } of await schoolsOnServer(db))
    await db.write({ schoolId: id }, (sql) =>
      sql.deleteFrom('own_change').where('school_id', '=', id).where('made_at', '<', before).execute(),
    )
}

/** What was done to something that is erased is nobody's to undo. */
export async function forgetActsOn(sql: Sql, actor: Actor, subjectId: string) {
  await sql
    .deleteFrom('own_change')
    .where('subject_id', '=', subjectId)
    .where('school_id', '=', actor.schoolId)
    .execute()
}
