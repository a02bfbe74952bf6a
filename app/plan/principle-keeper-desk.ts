import type { Sql } from '../db/database.ts'
import { type PrincipleId, parseId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import type { PassageKeeper } from '../writing/passage-keeper-desk.ts'
import { readPassage } from '../writing/passage-store.ts'
import { loadPlanHead, type PlanHead } from './entry-head-load.ts'
import { mayReadPlan, mayWritePlan } from './plan-may.ts'
import { unless } from './plan-no.ts'
import { firstLine } from './plan-sheet.ts'
import { readPlan, touchPlan } from './plan-store.ts'
import { writePrinciple } from './principle-store.ts'
import { principleText } from './principle-text.ts'
import { mayCommentOnGoals, mayDeclineOnGoals, maySuggestOnGoals } from './suggest-may.ts'

/** The words of principles, and the notes of the talk about them. */
export const principleKeeper: PassageKeeper = {
  async find(db, actor, ownerId, field) {
    return db.read(actor, async (sql) => {
      const plan = await planWith(sql, actor, ownerId, field)
      if (!plan || !isField(field) || !mayReadPlan(actor).may) return null
      const place = { ownerId, field, scopeId: plan.id }
      const words = await readPassage(sql, actor, { ownerId, field: 'text' })
      return {
        place,
        write: mayWrite(actor, plan, field),
        suggest: maySuggestOnGoals(actor, plan),
        decline: mayDeclineOnGoals(actor, plan),
        comment: mayCommentOnGoals(actor, plan),
        title: (language) => {
          const text = principleText(language)
          const label = field === 'talk' ? text.talk : text.text
          return words ? `${label}${text.about(firstLine(words.text, 40))}` : label
        },
        href: `/plan/${plan.id}#principles`,
      }
    })
  },

  async write(db, actor, place, text, base, now) {
    const id = parseId<'plan'>(place.scopeId)
    const plan = id && (await readPlan(db, actor, id))
    const principle = plan?.principles.find((one) => one.id === place.ownerId)
    if (!plan || !principle || !isField(place.field)) return refuse('not-there')
    return writePrinciple(db, actor, plan, principle, place.field, text, base, now)
  },

  async wrote(tx, actor, place) {
    return tx.write(actor, async (sql) => {
      const plan = await planWith(sql, actor, place.ownerId, place.field)
      if (!plan || !isField(place.field)) return refuse('not-there')
      const no = unless(mayWrite(actor, plan, place.field))
      if (no) return no
      const words = await readPassage(sql, actor, { ownerId: place.ownerId, field: 'text' })
      if (!words?.text) return refuse('principle-empty', 'text')
      await touchPlan(sql, actor, plan)
      return null
    })
  },

  async talked(tx, actor, place) {
    await tx.write(actor, async (sql) => {
      const plan = await planWith(sql, actor, place.ownerId, place.field)
      if (plan) await touchPlan(sql, actor, plan)
    })
  },
}

const isField = (field: string): field is 'text' | 'talk' => field === 'text' || field === 'talk'

/** The note of the talk is also written while the team decides. */
const mayWrite = (actor: Actor, plan: PlanHead, field: 'text' | 'talk') =>
  mayWritePlan(actor, field === 'talk' && plan.phase === 'decision' ? { phase: 'input' } : plan)

async function planWith(sql: Sql, actor: Actor, ownerId: string, field: string): Promise<PlanHead | null> {
  const id: PrincipleId | null = parseId<'principle'>(ownerId)
  if (!id || !isField(field)) return null
  const row = await sql
    .selectFrom('principle')
    .select('plan_id')
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row ? loadPlanHead(sql, actor, row.plan_id) : null
}
