import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { QuestionId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { type Collision, collides, type Saved } from '../writing/passage.ts'
import { parseSentence, type QuestionField } from './question.ts'
import { mayHold, mayRead, type QuestionNo } from './question-may.ts'
import { heldQuestion, saveQuestion } from './question-write-store.ts'
import { passageOf, write } from './rung.ts'

/**
 * Saves one sentence while the asker writes. `base` is the revision from which the writer began (null: whatever is
 * there); when it was changed on another screen since, nothing is stored and both are answered. Null: no such question.
 */
export function writeSentence(
  db: Db,
  actor: Actor,
  id: QuestionId,
  field: QuestionField,
  given: { readonly text: string; readonly base: number | null },
  now: Moment,
): Promise<Saved | Collision | QuestionNo | null> {
  return db.write<Saved | Collision | QuestionNo | null>(actor, async (sql, tx) => {
    const before = await heldQuestion(sql, tx, actor, id)
    if (before === null || !mayRead(before, actor).may) return null
    const may = mayHold(before, actor)
    if (!may.may) return { refused: 'may-not', because: may.because }
    const text = parseSentence(given.text, field)
    if (isRefusal(text)) return text
    const there = passageOf(before, field)
    if (collides(there, given.base, text)) return { collision: there, mine: text }
    const after = write(before, field, text, now)
    if (isRefusal(after)) return after
    if (after !== before) await saveQuestion(sql, actor, { before, after, now, isAct: false })
    return { saved: { ...passageOf(after, field), changedAt: now, changedBy: personOf(actor) } }
  })
}
