import type { EntryId } from '../kernel/id.ts'
import { type May, no } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { hasText } from './entry.ts'
import type { OwnAct } from './own-change.ts'
import { entryOf, type Plan } from './plan.ts'
import { type Because, mayAgree, mayArrange, mayTie, mayWritePlan, mayWriteText } from './plan-may.ts'

/**
 * Whether the pen of now lets somebody put back a text of their own. The stores ask their own rights again; this is
 * for showing a button.
 */
export function mayPutTextBack(actor: Actor, plan: Plan, ownerId: string, field: string): May<Because> {
  const entry = entryOf(plan, ownerId as EntryId)
  if (entry) return hasText(entry.kind, field) ? mayWriteText(actor, plan, entry, field) : no('only-owner')
  const isThere = plan.principles.some(({ id }) => id === ownerId)
  return isThere ? mayWritePlan(actor, plan) : no('only-owner')
}

/** Whether somebody may turn back an act of their own, with the rights of now. */
export function mayTurnBack(actor: Actor, plan: Plan, subjectId: string, act: OwnAct): May<Because> {
  const entry = entryOf(plan, subjectId as EntryId)
  switch (act.is) {
    case 'tied':
    case 'days':
      return entry ? mayTie(actor, plan, entry) : no('only-owner')
    case 'named':
    case 'unnamed':
      if (!entry) return no('only-owner')
      return act.part === 'invited' || act.part === 'duo'
        ? mayAgree(actor, plan, entry)
        : mayTie(actor, plan, entry)
    case 'added':
    case 'removed':
    case 'restored':
    case 'moved':
    case 'text-back':
      return mayArrange(actor, plan)
  }
}
