import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { EntryId, PrincipleId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import type { Collision, Saved } from '../writing/passage.ts'
import type { Entry } from './entry.ts'
import { moveEntry, removeEntry, restoreEntry } from './entry-arrange-store.ts'
import { writeEntryText } from './entry-store.ts'
import { areSameDays, daysOf, hangsSo, inverse, type OwnAct, type OwnChange } from './own-change.ts'
import { markUndone, noteAct, type OwnPassage } from './own-change-store.ts'
import { entryOf, type Plan, type Principle } from './plan.ts'
import type { PlanNo } from './plan-no.ts'
import { movePrinciple, removePrinciple, restorePrinciple, writePrinciple } from './principle-store.ts'
import { namePerson, setMoments, tieEntry, unnamePerson } from './tie-store.ts'

/** It is no longer as it was left: somebody went on from there. */
export type UndoNo = PlanNo | Refusal<'changed-since'>

/** Undoes an act of one's own, with the rights of now; undoing it is an act that can be undone as well. */
export function undoAct(
  db: Db,
  actor: Actor,
  plan: Plan,
  change: OwnChange,
  now: Moment,
): Promise<null | UndoNo> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(plan.id)
    if (!(await markUndone(sql, actor, change, now))) return refuse('changed-since')
    const no = await turnBack(tx, actor, plan, change, now)
    if (no) return no
    const back = inverse(change.act)
    if (back) await noteAct(sql, actor, plan, change.subjectId, back, now)
    return null
  })
}

function turnBack(tx: Db, actor: Actor, plan: Plan, { subjectId, act }: OwnChange, now: Moment) {
  const principle = plan.principles.find(({ id }) => id === subjectId)
  if (principle) return turnBackPrinciple(tx, actor, plan, principle, act, now)
  const entry = entryOf(plan, subjectId as EntryId)
  if (entry) return turnBackEntry(tx, actor, plan, entry, act, now)
  return act.is === 'removed' ? putBack(tx, actor, plan, subjectId) : refuse('changed-since')
}

/** Ids say nothing about what they are of: an entry that is not there is tried as a principle. */
async function putBack(tx: Db, actor: Actor, plan: Plan, id: string): Promise<null | UndoNo> {
  const isEntry = await tx.read(actor, (sql) =>
    sql
      .selectFrom('entry')
      .select('id')
      .where('id', '=', id as EntryId)
      .where('plan_id', '=', plan.id)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst(),
  )
  return isEntry
    ? restoreEntry(tx, actor, plan, id as EntryId)
    : restorePrinciple(tx, actor, plan, id as PrincipleId)
}

async function turnBackPrinciple(
  tx: Db,
  actor: Actor,
  plan: Plan,
  principle: Principle,
  act: OwnAct,
  now: Moment,
): Promise<null | UndoNo> {
  if (act.is === 'added' || act.is === 'restored') return removePrinciple(tx, actor, plan, principle, now)
  if (act.is !== 'moved' || !isStillPast(plan.principles, principle.id, act)) return refuse('changed-since')
  return movePrinciple(tx, actor, plan, principle, opposite(act.direction))
}

async function turnBackEntry(
  tx: Db,
  actor: Actor,
  plan: Plan,
  entry: Entry,
  act: OwnAct,
  now: Moment,
): Promise<null | UndoNo> {
  const isNamed = (one: { personId: Entry['personId']; part: string }) =>
    entry.people.some(({ personId, part }) => personId === one.personId && part === one.part)
  switch (act.is) {
    case 'added':
    case 'restored':
      return removeEntry(tx, actor, plan, entry, now)
    case 'moved': {
      const kin = plan.entries.filter(({ kind }) => kind === entry.kind)
      if (!isStillPast(kin, entry.id, act)) return refuse('changed-since')
      return moveEntry(tx, actor, plan, entry, opposite(act.direction))
    }
    case 'tied':
      return hangsSo(entry, act.after)
        ? tieEntry(tx, actor, plan, entry, act.before)
        : refuse('changed-since')
    case 'days':
      if (!areSameDays(daysOf(entry), act.after)) return refuse('changed-since')
      return setMoments(tx, actor, plan, entry, act.before)
    case 'named':
      return isNamed(act)
        ? unnamePerson(tx, actor, plan, entry, act.personId, act.part)
        : refuse('changed-since')
    case 'unnamed':
      if (isNamed(act)) return refuse('changed-since')
      return namePerson(tx, actor, plan, entry, act.personId, act.part, now)
    case 'removed':
    case 'text-back':
      return refuse('changed-since')
  }
}

const opposite = (direction: 'up' | 'down') => (direction === 'up' ? 'down' : 'up')

/** Whether the neighbour that was passed still stands next to it, on the side where it was left. */
function isStillPast(
  list: readonly { id: string }[],
  id: string,
  { direction, past }: Extract<OwnAct, { is: 'moved' }>,
) {
  const at = list.findIndex((one) => one.id === id)
  return list[at + (direction === 'up' ? 1 : -1)]?.id === past
}

/**
 * Puts back the text from before. `base` is the revision that was seen; when somebody wrote since, nothing is stored
 * and both texts are answered. What stood there stays in the history.
 */
export function undoText(
  db: Db,
  actor: Actor,
  plan: Plan,
  mine: Pick<OwnPassage, 'ownerId' | 'field' | 'before'>,
  base: number,
  now: Moment,
): Promise<Saved | Collision | UndoNo> {
  return db.write(actor, async (sql, tx) => {
    const result = await writeBack(tx, actor, plan, mine, base, now)
    if (isRefusal(result) || !('saved' in result)) return result
    const act = { is: 'text-back', field: mine.field, revision: result.saved.revision } as const
    await noteAct(sql, actor, plan, mine.ownerId, act, now)
    return result
  })
}

function writeBack(
  tx: Db,
  actor: Actor,
  plan: Plan,
  { ownerId, field, before }: Pick<OwnPassage, 'ownerId' | 'field' | 'before'>,
  base: number,
  now: Moment,
): Promise<Saved | Collision | UndoNo> {
  const entry = entryOf(plan, ownerId as EntryId)
  if (entry) return writeEntryText(tx, actor, plan, entry, field, before, base, now)
  const principle = plan.principles.find(({ id }) => id === ownerId)
  if (!principle || (field !== 'text' && field !== 'talk')) return Promise.resolve(refuse('changed-since'))
  return writePrinciple(tx, actor, plan, principle, field, before, base, now)
}
