import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { dayOf, type Moment } from '../kernel/day.ts'
import { type Language, type Terms } from '../kernel/language.ts'
import { type AtPlan, planAt } from '../plan/plan-desk.tsx'
import { refusalSentence } from '../plan/plan-may-text.ts'
import type { PlanNo } from '../plan/plan-no.ts'
import { closingField, momentInAmsterdam } from '../round/round-form.ts'
import { roundRefusalText } from '../round/round-refusal-text.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import type { Refused, Typed } from '../round/voice-view.tsx'
import type { OnDesk } from '../session/desk.ts'
import { type Item, itemFrom } from './adoption.ts'
import type { AdoptionNo } from './adoption-no.ts'
import { type Adoption, parseDecisionId, readAdoption } from './adoption-store.ts'
import { adoptionText } from './adoption-text.ts'

/** The way to adoption of the plan that an address names. */
export type AtAdoption = AtPlan & { readonly adoption: Adoption }

export async function adoptionAt(c: Context<OnDesk>): Promise<AtAdoption> {
  const at = await planAt(c)
  const adoption = await readAdoption(at.desk.db, at.reader.actor, at.plan.id, at.desk.now)
  if (!adoption) throw new HTTPException(404)
  return { ...at, adoption }
}

export type AtDecision = AtAdoption & {
  readonly decision: SeenDecision
  readonly item: Item
  readonly action: string
}

/** One decision of the plan that an address names. */
export async function decisionAt(c: Context<OnDesk>): Promise<AtDecision> {
  const at = await adoptionAt(c)
  const id = parseDecisionId(c.req.param('decision'))
  const decision = at.adoption.decisions.find((one) => one.id === id)
  const item = decision ? itemFrom(decision) : null
  if (!decision || !item) throw new HTTPException(404)
  return { ...at, decision, item, action: `${at.href}/decision/${decision.id}` }
}

const LONGEST_FIELD = 25_000

/** A form with names that may come more than once; files fall away. */
export async function formOf(c: Context<OnDesk>): Promise<Typed> {
  const body = await c.req.parseBody({ all: true })
  const texts = Object.entries(body).map(([name, value]) => {
    const all = [value]
      .flat()
      .filter((one) => typeof one === 'string')
      .map((one) => one.slice(0, LONGEST_FIELD))
    return [name, all.length > 1 ? all : all[0]] as const
  })
  return Object.fromEntries(texts)
}

/** A refusal for the form that it came from; null when it belongs above the page. */
export function refusedIn(no: AdoptionNo, typed: Typed, language: Language): Refused {
  const known = no.refused in roundRefusalText(language)
  const field = known && 'field' in no ? (no.field ?? null) : null
  return { reason: no.refused as Refused['reason'], field, typed }
}

/** The sentence for every way in which adoption says no. */
export function adoptionSentence(no: AdoptionNo, language: Language, terms: Terms): string {
  const own: Partial<Record<string, string>> = adoptionText(language).refusal
  const ofRound: Partial<Record<string, string>> = roundRefusalText(language)
  return own[no.refused] ?? ofRound[no.refused] ?? refusalSentence(no as PlanNo, language, terms)
}

const WEEK = 7 * 24 * 60 * 60 * 1000

/** A first guess for a closing time: a week from now at four in the afternoon, as a `datetime-local` field has it. */
export function inAWeek(now: Moment): string {
  const day = dayOf(new Date(Date.parse(now) + WEEK))
  return closingField(momentInAmsterdam(`${day}T16:00`) ?? now)
}

/** More than half of the team. */
export const firstQuorum = (voters: number) => Math.floor(voters / 2) + 1
