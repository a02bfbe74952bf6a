import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { PlanId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { Plan } from '../plan/plan.ts'
import { mayWritePlan } from '../plan/plan-may.ts'
import { readPlan, touchPlan } from '../plan/plan-store.ts'
import type { Actor } from '../session/actor.ts'
import { type Collision, type Saved, tidyText } from '../writing/passage.ts'
import { readPassages, writePassage } from '../writing/passage-store.ts'
import type { AdoptionNo } from './adoption-no.ts'
import type { ContractPart, ContractWords } from './contract.ts'

/** The own words of the contract: two passages of the plan, in a whole of their own. */
const contractScope = (planId: PlanId) => `contract:${planId}`

/** As far as they were written; an emptied one is none. */
export const readContractWords = (db: Db, actor: Actor, planId: PlanId): Promise<ContractWords> =>
  db.read(actor, (sql) => contractWordsIn(sql, actor, planId))

export async function contractWordsIn(sql: Sql, actor: Actor, planId: PlanId): Promise<ContractWords> {
  const texts = await readPassages(sql, actor, contractScope(planId))
  return texts.get(planId) ?? {}
}

/** More than stands on one sheet. */
const LONGEST = 4_000

/** The own words of one part, by who holds the pen of the plan, as long as that is written. */
export function writeContractWords(
  db: Db,
  actor: Actor,
  plan: Plan,
  part: ContractPart,
  raw: string,
  base: number | null,
  now: Moment,
): Promise<Saved | Collision | AdoptionNo> {
  return db.write<Saved | Collision | AdoptionNo>(actor, async (sql, tx) => {
    await tx.hold(plan.id)
    const fresh = await readPlan(tx, actor, plan.id)
    if (!fresh) return refuse('item-unknown')
    const may = mayWritePlan(actor, fresh)
    if (!may.may) return { refused: 'may-not', because: may.because }
    const text = tidyText(raw)
    if (isRefusal(text) || text.length > LONGEST) return refuse('text-too-long', part)
    const place = { ownerId: plan.id, field: part, scopeId: contractScope(plan.id) }
    const saved = await writePassage(tx, actor, place, text, base, now)
    if ('saved' in saved) await touchPlan(sql, actor, fresh)
    return saved
  })
}
