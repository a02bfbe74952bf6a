import type { Db } from '../db/database.ts'
import type { ReadSharedTime } from '../evaluation/shared-time-desk.ts'
import type { Language } from '../kernel/language.ts'
import type { Plan } from '../plan/plan.ts'
import { planOfToday, readPlan } from '../plan/plan-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Actor, Reader } from '../session/actor.ts'
import type { Desk } from '../session/desk.ts'
import { agreedAim } from './aim-store.ts'
import { mayWithdraw } from './share-may.ts'
import { sentencesOf } from './share-sentence-view.ts'
import { readToShare, sharedNow } from './share-store.ts'
import type { SharedLine, ShareSheet, ShareTried } from './share-view.tsx'

/** The plan about which is shared: of today's school year, else the newest; null when there is none yet. */
export async function sharePlan(
  { db, today }: Pick<Desk, 'db' | 'today'>,
  actor: Actor,
): Promise<Plan | null> {
  const id = await planOfToday(db, actor, today)
  return id ? readPlan(db, actor, id) : null
}

/** The block in which somebody shares the own time, ready to draw. */
export async function shareBlockOf(
  desk: Pick<Desk, 'db' | 'today'>,
  { actor, language }: Pick<Reader, 'actor' | 'language'>,
  plan: Plan | null,
  tried: ShareTried | null = null,
): Promise<ShareSheet> {
  const shared = plan ? await sharedNow(desk.db, actor, plan) : []
  return {
    about: { name: actor.name, aim: plan ? await agreedAim(desk.db, actor, plan) : null, language },
    toShare: plan && (await readToShare(desk.db, actor, plan, desk.today)),
    shared: shared.filter((one) => mayWithdraw(actor, one).may),
    hasPlan: plan !== null,
    tried,
  }
}

/** What this reader may read of what was shared with a plan, with whose time it is. */
export async function sharedLines(
  db: Db,
  actor: Actor,
  plan: Plan,
  language: Language,
  isLookingBack = false,
): Promise<SharedLine[]> {
  const shared = await sharedNow(db, actor, plan, isLookingBack)
  const { people } = await readRoster(db, actor)
  return shared.map((one) => ({
    one,
    about: { name: people.find(({ id }) => id === one.personId)?.name ?? '', aim: one.aim, language },
    mine: mayWithdraw(actor, one).may,
  }))
}

/** The sentences that the team reads where it looks back at a plan: what was shared with it, the newest first. */
export const sharedSentences: ReadSharedTime = async (...given) =>
  (await sharedLines(...given)).map(({ one, about }) => sentencesOf(one.figures, about).join(' '))
