import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type VisionLineId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { schoolChanged } from './school-store.ts'
import {
  activeLines,
  MOST_LINES,
  mayAddLine,
  mayRetireLine,
  moved,
  type VisionLine,
  type VisionRefusal,
  type WrittenLine,
} from './vision.ts'

/** The vision lines of the school in their order, retired ones included (they come last). */
export async function readVision(db: Db, actor: Actor): Promise<VisionLine[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('vision_line')
      .select(['id', 'text', 'short', 'retired_at as retiredAt'])
      .where('school_id', '=', actor.schoolId)
      .orderBy((row) => row.case().when('retired_at', 'is', null).then(0).else(1).end())
      .orderBy('position')
      .orderBy('id')
      .execute(),
  )
  return rows
}

type Done = VisionRefusal | 'done' | null

function change(db: Db, actor: Actor, act: (sql: Sql, lines: VisionLine[]) => Promise<Done>): Promise<Done> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(actor.schoolId)
    const done = await act(sql, await readVision(tx, actor))
    if (done === 'done') await schoolChanged(sql, actor)
    return done
  })
}

/** Adds lines at the end; all of them, or none when there would be more than nine. */
export const addVisionLines = (
  db: Db,
  actor: Actor,
  written: readonly WrittenLine[],
  now: Moment,
): Promise<Done> =>
  change(db, actor, async (sql, lines) => {
    const active = activeLines(lines).length
    if (active + written.length > MOST_LINES) return refuse('too-many-lines')
    const rows = written.map(({ text, short }, place) => ({
      id: newId<'vision-line'>(),
      school_id: actor.schoolId,
      text,
      short,
      position: active + place,
      retired_at: null,
      created_at: now,
    }))
    if (rows.length > 0) await sql.insertInto('vision_line').values(rows).execute()
    return 'done'
  })

const update = (sql: Sql, actor: Actor, id: VisionLineId) =>
  sql.updateTable('vision_line').where('school_id', '=', actor.schoolId).where('id', '=', id)

/** The line in other words; what hangs on it stays. Null for an id that is not of this school. */
export const rewordVisionLine = (
  db: Db,
  actor: Actor,
  id: VisionLineId,
  { text, short }: WrittenLine,
): Promise<Done> =>
  change(db, actor, async (sql, lines) => {
    if (!lines.some((line) => line.id === id)) return null
    await update(sql, actor, id).set({ text, short }).execute()
    return 'done'
  })

/** One place up (-1) or down (+1). */
export const moveVisionLine = (db: Db, actor: Actor, id: VisionLineId, step: -1 | 1): Promise<Done> =>
  change(db, actor, async (sql, lines) => {
    const line = lines.find((one) => one.id === id)
    if (!line) return null
    if (line.retiredAt !== null) return refuse('line-retired')
    for (const [position, { id: moving }] of moved(lines, id, step).entries()) {
      await update(sql, actor, moving).set({ position }).execute()
    }
    return 'done'
  })

/** Retires a line: it stays for what hangs on it, nothing new can be tied to it. */
export const retireVisionLine = (db: Db, actor: Actor, id: VisionLineId, now: Moment): Promise<Done> =>
  change(db, actor, async (sql, lines) => {
    const line = lines.find((one) => one.id === id)
    if (!line) return null
    const refusal = mayRetireLine(lines, line)
    if (refusal) return refusal
    await update(sql, actor, id).set({ retired_at: now }).execute()
    return 'done'
  })

/** Takes a retired line back, as the last one. */
export const takeBackVisionLine = (db: Db, actor: Actor, id: VisionLineId): Promise<Done> =>
  change(db, actor, async (sql, lines) => {
    const line = lines.find((one) => one.id === id)
    if (!line) return null
    if (line.retiredAt === null) return refuse('line-active')
    const refusal = mayAddLine(lines)
    if (refusal) return refusal
    await update(sql, actor, id).set({ retired_at: null, position: MOST_LINES }).execute()
    return 'done'
  })
