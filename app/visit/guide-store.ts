import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type VisitId } from '../kernel/id.ts'
import { type May, refuse } from '../kernel/refusal.ts'
import type { Actor, Member } from '../session/actor.ts'
import {
  type ChosenPoints,
  type Guide,
  type GuideNo,
  isPick,
  MOST_POINTS,
  type Note,
  type NoteId,
  type Point,
} from './guide.ts'
import { mayDropNote, mayKeepGuide, mayReadGuide, mayWriteNotes, notesFor } from './guide-may.ts'
import type { Shared, Visit } from './visit.ts'
import { loadSharedVisits, loadVisit } from './visit-load.ts'
import { sharedRow } from './visit-store.ts'

/** Sole writer of visit_point; with `guide-note-store.ts` of visit_note. */

const pointFrom = (row: Selectable<Tables['visit_point']>): Point => ({
  id: row.id,
  pick: isPick(row.pick) ? row.pick : null,
  text: row.text,
})

const noteFrom = (row: Selectable<Tables['visit_note']>): Note => ({
  id: row.id,
  point: row.point_id,
  author: row.author_id,
  text: row.text,
  keptAt: row.kept_at,
  revision: row.revision,
})

export const loadPoints = async (sql: Sql, actor: Actor, id: VisitId): Promise<Point[]> =>
  (
    await sql
      .selectFrom('visit_point')
      .selectAll()
      .where('visit_id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .orderBy('position')
      .orderBy('id')
      .execute()
  ).map(pointFrom)

export const loadNotes = async (sql: Sql, actor: Actor, id: VisitId): Promise<Note[]> =>
  (
    await sql
      .selectFrom('visit_note')
      .selectAll()
      .where('visit_id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .orderBy('written_at')
      .orderBy('id')
      .execute()
  ).map(noteFrom)

/** The observation guide of a visit as this reader may see it; null: not theirs to see. */
export function readGuide(db: Db, actor: Actor, visit: Visit): Promise<Guide | null> {
  if (!mayReadGuide(actor, visit).may) return Promise.resolve(null)
  return db.read(actor, async (sql) => ({
    points: await loadPoints(sql, actor, visit.id),
    notes: notesFor(actor, visit, await loadNotes(sql, actor, visit.id)),
  }))
}

/** A visit whose guide is shared with this reader; null: none. */
export async function readSharedVisit(db: Db, actor: Actor, id: VisitId): Promise<Visit | null> {
  const visit = await db.read(actor, (sql) => loadVisit(sql, actor, id))
  return visit && mayReadGuide(actor, visit).may ? visit : null
}

/** The visits of colleagues whose guide is shared with this reader, the newest first. */
export async function sharedWithMe(db: Db, actor: Member): Promise<Visit[]> {
  const visits = await db.read(actor, (sql) => loadSharedVisits(sql, actor))
  const isMine = ({ host, visitor }: Visit) => host === actor.personId || visitor === actor.personId
  return visits.filter((visit) => !isMine(visit) && mayReadGuide(actor, visit).may).toReversed()
}

type InGuide = { readonly sql: Sql; readonly visit: Visit }

/** One change of a guide after another; null: no such visit, or nothing of this person's. */
export async function changeGuide(
  db: Db,
  actor: Member,
  id: VisitId,
  may: (visit: Visit) => May,
  act: (at: InGuide) => Promise<GuideNo | null>,
): Promise<'done' | GuideNo | null> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(id)
    const visit = await loadVisit(sql, actor, id)
    if (visit === null || !mayReadGuide(actor, visit).may) return null
    if (!may(visit).may) return refuse('may-not')
    return (await act({ sql, visit })) ?? ('done' as const)
  })
}

/** The host chooses the points. What was written at one that goes, stays beside the points. */
export const choosePoints = (db: Db, actor: Member, id: VisitId, chosen: ChosenPoints) =>
  changeGuide(
    db,
    actor,
    id,
    (visit) => mayKeepGuide(actor, visit),
    async ({ sql, visit }) => {
      const before = await loadPoints(sql, actor, visit.id)
      const next = nextPoints(before, chosen)
      if (next.length > MOST_POINTS) return refuse('too-many-points', 'points')
      for (const point of before)
        if (!next.some(({ id: stays }) => stays === point.id)) await removePoint(sql, actor, point)
      for (const [position, point] of next.entries())
        await putPoint(sql, actor, visit, { ...point, position })
      return null
    },
  )

function nextPoints(before: readonly Point[], { picks, stay, added }: ChosenPoints): Point[] {
  const known = (pick: string) => before.find((point) => point.pick === pick)
  return [
    ...picks.map((pick) => known(pick) ?? { id: newId<'visit-point'>(), pick, text: '' }),
    ...before.filter(({ id, pick }) => pick === null && stay.includes(id)),
    ...added.map((text) => ({ id: newId<'visit-point'>(), pick: null, text })),
  ]
}

async function removePoint(sql: Sql, actor: Actor, { id }: Point) {
  await sql
    .updateTable('visit_note')
    .set({ point_id: null })
    .where('point_id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()
  await sql.deleteFrom('visit_point').where('id', '=', id).where('school_id', '=', actor.schoolId).execute()
}

async function putPoint(sql: Sql, actor: Actor, visit: Visit, point: Point & { position: number }) {
  const { id, pick, text, position } = point
  await sql
    .insertInto('visit_point')
    .values({ id, school_id: actor.schoolId, visit_id: visit.id, position, pick, text })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ position }))
    .execute()
}

/** The host says who reads the guide; only whom it is about. */
export const shareGuide = (db: Db, actor: Member, id: VisitId, shared: Shared, now: Moment) =>
  changeGuide(
    db,
    actor,
    id,
    (visit) => mayKeepGuide(actor, visit),
    async ({ sql }) => {
      await sql
        .updateTable('visit')
        .set({ ...sharedRow(shared), changed_at: now })
        .where('id', '=', id)
        .where('school_id', '=', actor.schoolId)
        .execute()
      return null
    },
  )

/** Throws a note away for good. */
export const dropNote = (db: Db, actor: Member, id: VisitId, noteId: NoteId) =>
  changeGuide(
    db,
    actor,
    id,
    (visit) => mayWriteNotes(actor, visit),
    async ({ sql, visit }) => {
      const note = (await loadNotes(sql, actor, visit.id)).find((one) => one.id === noteId)
      if (!note) return refuse('note-gone')
      if (!mayDropNote(actor, visit, note).may) return refuse('may-not')
      await deleteNote(sql, actor, noteId)
      return null
    },
  )

export const deleteNote = (sql: Sql, actor: Actor, id: NoteId) =>
  sql.deleteFrom('visit_note').where('id', '=', id).where('school_id', '=', actor.schoolId).execute()
