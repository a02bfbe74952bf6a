import type { Db, Sql } from '../db/database.ts'
import { type EvaluationId, parseId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { refuse } from '../kernel/refusal.ts'
import { isGoal } from '../plan/entry.ts'
import { loadEntryHead, loadEntryName } from '../plan/entry-head-load.ts'
import { evaluationNamed } from '../plan/evaluation-id.ts'
import { entryOf } from '../plan/plan.ts'
import { firstLine } from '../plan/plan-sheet.ts'
import { readPlan, touchPlan } from '../plan/plan-store.ts'
import type { Actor } from '../session/actor.ts'
import type { PassageKeeper } from '../writing/passage-keeper-desk.ts'
import { type EvaluationText, isEvaluationText, type Time } from './evaluation.ts'
import {
  mayEvaluate,
  mayReadEvaluation,
  maySuggestInEvaluation,
  mayTalkOfEvaluation,
} from './evaluation-may.ts'
import { scopeOf, writeEvaluationText, wroteTogether } from './evaluation-store.ts'
import { evaluationText } from './evaluation-text.ts'

/** The texts of looking back. What a teacher learned is read by whom it is shared with, and suggested on by nobody. */
export const evaluationKeeper: PassageKeeper = {
  async find(db, actor, ownerId, field) {
    return db.read(actor, async (sql) => {
      const at = await evaluationAt(sql, actor, ownerId)
      if (!at || !isEvaluationText(field) || !mayReadEvaluation(actor, at.entry).may) return null
      const { name, title } = await loadEntryName(sql, actor, at.entry)
      const whose = isGoal(at.entry) ? firstLine(title, 40) : name
      const write = mayEvaluate(actor, at.plan, at.entry)
      return {
        place: { ownerId, field, scopeId: scopeOf(at.plan) },
        write,
        suggest: maySuggestInEvaluation(actor, at.plan, at.entry),
        decline: write,
        comment: mayTalkOfEvaluation(actor, at.plan, at.entry),
        title: (language) => `${whose} · ${labelOf(field, language)}`,
        href: `/plan/${at.plan.id}/evaluation?time=${at.time}#e-${at.entry.id}`,
      }
    })
  },

  async write(db, actor, place, text, base, now) {
    const at = await db.read(actor, (sql) => evaluationAt(sql, actor, place.ownerId))
    const plan = at && (await readPlan(db, actor, at.plan.id))
    const entry = plan && entryOf(plan, at.entry.id)
    if (!plan || !entry) return refuse('not-there')
    return writeEvaluationText(db, actor, { plan, entry, time: at.time }, place.field, text, base, now)
  },

  async wrote(tx, actor, place, now) {
    const at = await headIn(tx, actor, place.ownerId)
    if (!at || !isEvaluationText(place.field)) return refuse('not-there')
    return wroteTogether(tx, actor, at, now)
  },

  async talked(tx, actor, place) {
    const at = await headIn(tx, actor, place.ownerId)
    if (at) await tx.write(actor, (sql) => touchPlan(sql, actor, at.plan))
  },
}

const labelOf = (field: EvaluationText, language: Language) => evaluationText(language).read[field]

const headIn = (tx: Db, actor: Actor, ownerId: string) =>
  tx.read(actor, (sql) => evaluationAt(sql, actor, ownerId))

/** The entry and time that are looked back at; also when nobody has written a word of it yet. */
async function evaluationAt(sql: Sql, actor: Actor, ownerId: string) {
  const id = parseId<'evaluation'>(ownerId)
  const named = id && ((await made(sql, actor, id)) ?? (await notMade(sql, id)))
  const head = named && (await loadEntryHead(sql, actor, named.entryId))
  return head ? { ...head, time: named.time } : null
}

async function made(sql: Sql, actor: Actor, id: EvaluationId) {
  const row = await sql
    .selectFrom('evaluation')
    .select(['entry_id as entryId', 'moment'])
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  return row ? { entryId: row.entryId, time: row.moment as Time } : null
}

/** An older evaluation of this entry and time has an id of its own: this one is of none then. */
async function notMade(sql: Sql, id: EvaluationId) {
  const named = evaluationNamed(id)
  const other =
    named &&
    (await sql
      .selectFrom('evaluation')
      .select('id')
      .where('entry_id', '=', named.entryId)
      .where('moment', '=', named.time)
      .executeTakeFirst())
  return other ? null : named
}
