import type { Day, Moment } from '../kernel/day.ts'
import type { PersonId, PlanId, TimeShareId } from '../kernel/id.ts'
import type { May } from '../kernel/refusal.ts'
import type { Phase } from '../plan/plan.ts'
import { mayWritePlan } from '../plan/plan-may.ts'
import type { Actor } from '../session/actor.ts'
import type { Audience, Shared } from '../time/share.ts'
import { mayReadShared, mayShare, mayWithdraw } from '../time/share-may.ts'

type Ask = (actor: Actor, plan: { phase: Phase }) => May

/** What a coordinator shared of the own time. */
const shared = (audience: Audience): Shared => ({
  id: 'share' as TimeShareId,
  personId: 'coordinator' as PersonId,
  planId: 'plan' as PlanId,
  from: '2026-08-31' as Day,
  until: '2026-11-15' as Day,
  aim: null,
  figures: {},
  audience,
  sharedAt: '2026-11-19T09:42:00.000Z' as Moment,
})

/** The aim and the hours of a plan, and sharing what the time went to, with the one place that decides about it. */
export const SHARE_ACTS: Readonly<Record<string, Ask>> = {
  'agree on a share for preventing, and keep hours for care and for what comes': mayWritePlan,
  'share proportions of the own time': (actor) => mayShare(actor),
  'read what a coordinator shared with the team': (actor, plan) => mayReadShared(actor, shared('team'), plan),
  'read what a coordinator keeps for looking back': (actor, plan) =>
    mayReadShared(actor, shared('look-back'), plan),
  'take back what a coordinator shared': (actor) => mayWithdraw(actor, shared('team')),
}
