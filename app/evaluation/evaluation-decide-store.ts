import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { isGoal } from '../plan/entry.ts'
import type { Actor } from '../session/actor.ts'
import { writePassage } from '../writing/passage-store.ts'
import type { NextStep } from './evaluation.ts'
import { mayDecideNext } from './evaluation-may.ts'
import { type EvaluationNo, evaluationId, type Place, scopeOf, stamp } from './evaluation-store.ts'

/** How a goal or track goes on, as it was said in the room. */
export type Outcome = {
  readonly next: NextStep
  /** What is adjusted, in words; '' leaves what stands there. */
  readonly adjust: string
  /** The item of the meeting. */
  readonly decidedIn: string
  /** It is written down by who leads the meeting. */
  readonly leads: boolean
}

/** Lays the outcome of the room in the evaluation: of a goal as the team's decision, of a track as its people's choice. */
export async function decideNext(
  db: Db,
  actor: Actor,
  place: Place,
  outcome: Outcome,
  now: Moment,
): Promise<null | EvaluationNo> {
  const may = mayDecideNext(actor, place.plan, place.entry, outcome.leads)
  if (!may.may) return { refused: 'may-not', because: may.because }
  return db.write(actor, async (sql, tx) => {
    await tx.hold(place.entry.id)
    const id = await evaluationId(sql, actor, place, now)
    if (outcome.adjust !== '') {
      const at = { ownerId: id, field: 'adjust', scopeId: scopeOf(place.plan) }
      const written = await writePassage(tx, actor, at, outcome.adjust, null, now)
      if (isRefusal(written)) return written
    }
    const decided = isGoal(place.entry) ? { decided_at: now, decided_in: outcome.decidedIn } : {}
    await stamp(sql, actor, id, place.plan, { next_step: outcome.next, ...decided }, now)
    return null
  })
}

/** The decision does not stand after all (an objection came within its term): what happens next is open again. */
export async function undecideNext(tx: Db, actor: Actor, place: Place, now: Moment): Promise<void> {
  await tx.write(actor, async (sql) => {
    await tx.hold(place.entry.id)
    const open = { next_step: null, decided_at: null, decided_in: null }
    await stamp(sql, actor, await evaluationId(sql, actor, place, now), place.plan, open, now)
  })
}
