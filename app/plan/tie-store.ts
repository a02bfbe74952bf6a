import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type EntryId, newId, type PersonId, type VisionLineId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { type Entry, isGoal, type Part } from './entry.ts'
import { hasTrack, tieEntryRow, touchEntry } from './entry-store.ts'
import type { Plan } from './plan.ts'
import { mayAgree, mayAnswerSupport, mayAppoint, mayHoldPen, mayTie, mayWritePlan } from './plan-may.ts'
import { type PlanNo, unless } from './plan-no.ts'
import { tellMoved } from './plan-store.ts'
import { type NewMoment, type Tie, wrongMoments, wrongTie } from './tie.ts'

/** Hangs an entry on vision lines or a goal, and sets how it is meant. */
export async function tieEntry(
  db: Db,
  actor: Actor,
  plan: Plan,
  entry: Entry,
  tie: Tie,
): Promise<null | PlanNo> {
  const no =
    unless(mayTie(actor, plan, entry)) ?? unlessTheirs(actor, plan, entry, tie) ?? wrongTie(plan, entry, tie)
  if (no) return no
  return db.write(actor, async (sql, tx) => {
    if (tie.personId && tie.personId !== entry.personId) tellMoved(tx, actor, plan.id)
    // Whether the yield is shared says who reads along in looking back.
    if (tie.shareChoice !== undefined && tie.shareChoice !== entry.shareChoice) tellMoved(tx, actor, plan.id)
    if (tie.personId && tie.personId !== entry.personId) {
      if (!(await isOfSchool(sql, actor, tie.personId))) return refuse('person-unknown', 'personId')
      if (await hasTrack(sql, plan, { personId: tie.personId }))
        return refuse('has-track-already', 'personId')
    }
    if (tie.visionLineIds && !(await hangOn(sql, actor, entry.id, tie.visionLineIds)))
      return refuse('line-unknown', 'visionLineIds')
    await tieEntryRow(sql, actor, entry, tie)
    await touchEntry(sql, actor, plan, entry)
    return null
  })
}

/** Hours are the coordinator's own; whether the yield is shared is the owner's alone; nobody takes a track over. */
function unlessTheirs(actor: Actor, plan: Plan, entry: Entry, tie: Tie): null | PlanNo {
  if (tie.personId !== undefined && tie.personId !== entry.personId) {
    const no = unless(mayAppoint(actor, plan, entry))
    if (no) return no
  }
  if (tie.coordinatorHours !== undefined && tie.coordinatorHours !== entry.coordinatorHours) {
    const no = unless(mayWritePlan(actor, plan))
    if (no) return no
  }
  if (tie.shareChoice !== undefined && tie.shareChoice !== entry.shareChoice && !isGoal(entry))
    return unless(mayHoldPen(actor, entry))
  return null
}

async function hangOn(sql: Sql, actor: Actor, entryId: EntryId, lineIds: readonly VisionLineId[]) {
  const wanted = [...new Set(lineIds)]
  const known =
    wanted.length === 0
      ? []
      : await sql
          .selectFrom('vision_line')
          .select('id')
          .where('school_id', '=', actor.schoolId)
          .where('id', 'in', wanted)
          .execute()
  if (known.length < wanted.length) return false
  await sql
    .deleteFrom('entry_vision_line')
    .where('entry_id', '=', entryId)
    .where('school_id', '=', actor.schoolId)
    .execute()
  for (const line of wanted) {
    await sql
      .insertInto('entry_vision_line')
      .values({ school_id: actor.schoolId, entry_id: entryId, vision_line_id: line })
      .execute()
  }
  return true
}

const isOfSchool = async (sql: Sql, actor: Actor, id: PersonId) =>
  (await sql
    .selectFrom('person')
    .select('id')
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()) !== undefined

/** When the entry is evaluated: replaces the moments. Days outside the school year are kept, as a loose end. */
export async function setMoments(
  db: Db,
  actor: Actor,
  plan: Plan,
  entry: Entry,
  moments: readonly NewMoment[],
): Promise<null | PlanNo> {
  const no = unless(mayTie(actor, plan, entry)) ?? wrongMoments(moments)
  if (no) return no
  return db.write(actor, async (sql) => {
    await sql
      .deleteFrom('evaluation_moment')
      .where('entry_id', '=', entry.id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    for (const { onDay, occasion } of moments) {
      await sql
        .insertInto('evaluation_moment')
        .values({
          id: newId(),
          school_id: actor.schoolId,
          plan_id: plan.id,
          entry_id: entry.id,
          on_day: onDay,
          occasion,
        })
        .execute()
    }
    await touchEntry(sql, actor, plan, entry)
    return null
  })
}

/** Names a colleague with an entry. Inviting to propose is the owner's alone; who supports is asked first. */
export async function namePerson(
  db: Db,
  actor: Actor,
  plan: Plan,
  entry: Entry,
  personId: PersonId,
  part: Part,
  now: Moment,
): Promise<null | PlanNo> {
  const no = unless(mayName(actor, plan, entry, part))
  if (no) return no
  return db.write(actor, async (sql, tx) => {
    tellMoved(tx, actor, plan.id)
    if (!(await isOfSchool(sql, actor, personId))) return refuse('person-unknown', 'personId')
    const agreed = part === 'support' && !isOwnName(actor, personId) ? null : now
    await sql
      .insertInto('entry_person')
      .values({
        school_id: actor.schoolId,
        entry_id: entry.id,
        person_id: personId,
        part,
        asked_at: now,
        agreed_at: agreed,
        declined_at: null,
      })
      .onConflict((clash) => clash.columns(['entry_id', 'person_id', 'part']).doNothing())
      .execute()
    await touchEntry(sql, actor, plan, entry)
    return null
  })
}

/** Who writes along or may propose is for the owner to say; the other names stand with how a track is tied. */
const mayName = (actor: Actor, plan: Plan, entry: Entry, part: Part) =>
  part === 'invited' || part === 'duo' ? mayAgree(actor, plan, entry) : mayTie(actor, plan, entry)

/** For who has checked the right (reading in last year's plan): a second person whose track it is. */
export async function shareTrack(
  sql: Sql,
  actor: Actor,
  plan: Plan,
  entry: Entry,
  personId: PersonId,
  now: Moment,
) {
  await sql
    .insertInto('entry_person')
    .values({
      school_id: actor.schoolId,
      entry_id: entry.id,
      person_id: personId,
      part: 'duo',
      asked_at: now,
      agreed_at: now,
      declined_at: null,
    })
    .onConflict((clash) => clash.columns(['entry_id', 'person_id', 'part']).doNothing())
    .execute()
  await touchEntry(sql, actor, plan, entry)
}

const isOwnName = (actor: Actor, personId: PersonId) => actor.kind !== 'member' || actor.personId === personId

/** Takes a colleague's name off an entry; everyone may take off the own name. */
export async function unnamePerson(
  db: Db,
  actor: Actor,
  plan: Plan,
  entry: Entry,
  personId: PersonId,
  part: Part,
): Promise<null | PlanNo> {
  const mine = actor.kind === 'member' && actor.personId === personId && plan.phase !== 'archived'
  const no = mine ? null : unless(mayName(actor, plan, entry, part))
  if (no) return no
  return db.write(actor, async (sql, tx) => {
    tellMoved(tx, actor, plan.id)
    await sql
      .deleteFrom('entry_person')
      .where('entry_id', '=', entry.id)
      .where('person_id', '=', personId)
      .where('part', '=', part)
      .where('school_id', '=', actor.schoolId)
      .execute()
    await touchEntry(sql, actor, plan, entry)
    return null
  })
}

/** Who was asked to support says yes or no, without a reason. */
export async function answerSupport(
  db: Db,
  actor: Actor,
  plan: Plan,
  entry: Entry,
  agreed: boolean,
  now: Moment,
): Promise<null | PlanNo> {
  const asked = entry.people.find(
    (named) => named.part === 'support' && actor.kind === 'member' && named.personId === actor.personId,
  )
  if (!asked) return { refused: 'may-not', because: 'only-owner' }
  const no = unless(mayAnswerSupport(actor, plan, asked.personId))
  if (no) return no
  return db.write(actor, async (sql) => {
    await sql
      .updateTable('entry_person')
      .set(agreed ? { agreed_at: now, declined_at: null } : { agreed_at: null, declined_at: now })
      .where('entry_id', '=', entry.id)
      .where('person_id', '=', asked.personId)
      .where('part', '=', 'support')
      .where('school_id', '=', actor.schoolId)
      .execute()
    await touchEntry(sql, actor, plan, entry)
    return null
  })
}
