import type { Context } from 'hono'
import { dayOf } from '../kernel/day.ts'
import { isAdopted } from '../plan/plan.ts'
import { type AtPlan, planAt } from '../plan/plan-desk.tsx'
import { readRoster } from '../plan/roster-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { contractSheet } from './contract-points-view.ts'
import { readContractWords } from './contract-store.ts'
import { readVersions } from './seal-store.ts'

/** The contract of the plan that an address names. */
export async function contractAt(c: Context<OnDesk>) {
  const at: AtPlan = await planAt(c)
  const { desk, reader, plan } = at
  const wording = { language: reader.language, terms: reader.terms }
  const roster = await readRoster(desk.db, reader.actor)
  const words = await readContractWords(desk.db, reader.actor, plan.id)
  const stands = isAdopted(plan.phase) || plan.phase === 'archived'
  const [latest] = stands ? await readVersions(desk.db, reader.actor, plan.id) : []
  const from = latest ? dayOf(new Date(latest.sealedAt)) : desk.today
  return {
    ...at,
    words,
    wording,
    version: latest ?? null,
    sheet: contractSheet(plan, roster, words, wording, from),
    action: `${at.href}/contract`,
  }
}
export type AtContract = Awaited<ReturnType<typeof contractAt>>
