import type { Db } from '../db/database.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { anchorOf, MOST_LINES, type TemplateLine } from './template.ts'
import type { ItemKind } from './year.ts'
import { mayPlanYear, type YearNo } from './year-may.ts'

/** Sole writer of year_template_line: the school's own template of a year. */

/** The lines of the school's own template in its order; empty: it goes by the built-in one. */
export async function readTemplate(db: Db, actor: Actor): Promise<TemplateLine[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('year_template_line')
      .selectAll()
      .where('school_id', '=', actor.schoolId)
      .orderBy('position')
      .execute(),
  )
  return rows.map((row) => ({
    key: row.id,
    kind: row.kind as ItemKind,
    title: row.title,
    note: row.note,
    anchor: anchorOf(row.anchor) ?? 'start',
    week: row.week,
    weekday: row.weekday,
    days: row.days,
  }))
}

/** Replaces the template as a whole, each line under the key that it had; without lines the school goes by the built-in one again. */
export async function writeTemplate(
  db: Db,
  actor: Actor,
  lines: readonly TemplateLine[],
): Promise<null | YearNo> {
  const may = mayPlanYear(actor)
  if (!may.may) return { refused: 'may-not', because: may.because }
  if (lines.length > MOST_LINES) return refuse('too-many')
  return db.write(actor, async (sql, tx) => {
    await tx.hold(`year ${actor.schoolId}`)
    await sql.deleteFrom('year_template_line').where('school_id', '=', actor.schoolId).execute()
    for (const [position, { key, anchor, ...line }] of lines.entries()) {
      const row = {
        id: key,
        school_id: actor.schoolId,
        position,
        anchor: String(anchor),
      }
      await sql
        .insertInto('year_template_line')
        .values({ ...row, ...line })
        .execute()
    }
    return null
  })
}
