import { isLookingBack } from '../evaluation/asked.ts'
import { gathering } from '../evaluation/asked-store.ts'
import { AskedBeforehand } from '../evaluation/asked-view.tsx'
import type { Scene } from '../meeting/meeting.ts'
import { lookupOf } from '../plan/plan-sheet.ts'
import { readPlan } from '../plan/plan-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Reader } from '../session/actor.ts'
import type { Desk } from '../session/desk.ts'
import { isLookBack } from './look-back.ts'

type At = { readonly desk: Pick<Desk, 'db'>; readonly reader: Reader; readonly scene: Scene }

/** On the page of a meeting that looks back: what is asked of this reader beforehand; null for any other meeting. */
export async function askedBeforehand({ desk, reader, scene }: At) {
  const { meeting, items } = scene
  if (meeting.phase === 'closed' || meeting.planId === null || !items.some(isLookBack)) return null
  const plan = await readPlan(desk.db, reader.actor, meeting.planId)
  if (!plan || !isLookingBack(plan)) return null
  const lookup = lookupOf(await readRoster(desk.db, reader.actor))
  const { mine, team } = await gathering(desk.db, reader.actor, plan)
  const words = { language: reader.language, terms: reader.terms }
  return <AskedBeforehand {...{ plan, lookup, words, mine, team }} />
}
