import type { Db } from '../db/database.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { Moment } from '../kernel/day.ts'
import { type DecisionId, type PersonId, type PlanId, parseId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Plan } from '../plan/plan.ts'
import { movePhase, readPlan, tellMoved } from '../plan/plan-store.ts'
import type { Roster } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Frame } from '../round/round.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import { changeDecision, openDecision, readDecisionsOf } from '../round/round-store.ts'
import { renew } from '../round/round-way.ts'
import { type Actor, personOf } from '../session/actor.ts'
import {
  askedApart,
  contentOf,
  type Item,
  type ItemWords,
  isOfNow,
  itemFrom,
  itemKey,
  itemStates,
  mayBeAsked,
  WHOLE,
} from './adoption.ts'
import type { AdoptionNo } from './adoption-no.ts'
import type { AdoptionRefusal } from './seal.ts'

/** Everything that the way to adoption is read from; null when the school has no such plan. */
export async function readAdoption(db: Db, actor: Actor, id: PlanId, now: Moment) {
  const plan = await readPlan(db, actor, id)
  if (plan === null) return null
  const roster = await readRoster(db, actor)
  const decisions = await readDecisionsOf(db, actor, id, now)
  return { plan, roster, decisions, states: itemStates(plan, decisions) }
}
export type Adoption = NonNullable<Awaited<ReturnType<typeof readAdoption>>>

export type PutForward = {
  /** The parts on which is decided apart; the whole comes along by itself. */
  readonly parts: readonly Item[]
  readonly frame: Frame
  readonly closesAt: Moment
  readonly words: ItemWords
  /** The reason of the move to the phase of decision, for its record. */
  readonly why: string
}

/** Puts the plan to the team, as a whole and by the chosen parts; a plan in input moves to decision by it. */
export function putForward(
  db: Db,
  actor: Actor,
  id: PlanId,
  asked: PutForward,
  now: Moment,
): Promise<DecisionId[] | AdoptionNo> {
  return db.write(actor, async (_sql, tx) => {
    await tx.hold(id)
    const adoption = await readAdoption(tx, actor, id, now)
    if (adoption === null) return refuse('item-unknown')
    const items = itemsToAsk(adoption, asked.parts)
    if (isRefusal(items)) return items
    const moved = await moveToDecision(tx, actor, adoption.plan, asked.why, now)
    if (moved !== null) return moved
    const apart = [
      ...askedApart(adoption.decisions.filter((one) => isOfNow(adoption.plan, one))),
      ...asked.parts,
    ]
    const opened: DecisionId[] = []
    for (const item of items) {
      const id = await openItem(tx, actor, adoption, item, apart, asked, now)
      if (isRefusal(id)) return id
      opened.push(id)
    }
    return opened
  })
}

function itemsToAsk({ states }: Adoption, parts: readonly Item[]): Item[] | Refusal<AdoptionRefusal> {
  const stateOf = (item: Item) => states.find((state) => itemKey(state.item) === itemKey(item))
  const known = parts.map(stateOf)
  if (known.some((state) => state === undefined || state.item.about === 'plan'))
    return refuse('item-unknown', 'part')
  if (known.some((state) => state && !mayBeAsked(state))) return refuse('already-asked', 'part')
  const whole = stateOf(WHOLE)
  const items = [...(whole && mayBeAsked(whole) ? [WHOLE] : []), ...parts]
  return items.length === 0 ? refuse('already-asked') : items
}

/** A plan in input moves to the phase of decision by what is put to the team, with its record. */
export async function moveToDecision(
  tx: Db,
  actor: Actor,
  plan: Plan,
  why: string,
  now: Moment,
): Promise<AdoptionNo | null> {
  if (plan.phase === 'decision') return null
  if (plan.phase !== 'input') return refuse('not-in-decision')
  tellMoved(tx, actor, plan.id)
  return tx.write(actor, (sql) =>
    movePhase(sql, actor, { id: plan.id, from: 'input', to: 'decision', why, decisionId: null }, now),
  )
}

/** How an item is asked; without a closing time it is held in the room. */
export type Asking = Pick<PutForward, 'frame' | 'words'> & { readonly closesAt: Moment | null }

/** The first round on an item, for who has seen that it may be asked. */
export function openItem(
  tx: Db,
  actor: Actor,
  { plan, roster }: Adoption,
  item: Item,
  apart: readonly Item[],
  asked: Asking,
  now: Moment,
) {
  const question = {
    scopeId: plan.id,
    about: item.about,
    subjectId: item.subjectId ?? plan.id,
    title: asked.words.title(plan, item),
    ...putAs(plan, roster, item, apart, asked.words),
    closesAt: asked.closesAt,
  }
  return openDecision(tx, actor, question, asked.frame, now)
}

/** The text that people read, and what exactly it stands for. */
function putAs(plan: Plan, roster: Roster, item: Item, apart: readonly Item[], words: ItemWords) {
  return {
    text: words.text(plan, roster, item, apart),
    content: canonicalJson(contentOf(plan, item) ?? {}),
  }
}

export type RenewItem = {
  readonly changeNote: string
  /** Null: held in the room. */
  readonly closesAt: Moment | null
  readonly words: ItemWords
  readonly why: string
  /** Lays the changed text in the plan, before it is put forward anew. Null: it stands there already. */
  readonly change: ((tx: Db, plan: Plan, item: Item) => Promise<AdoptionNo | null>) | null
}

/** A new round on the same item, with the text as it stands in the plan. Null: no such decision here. */
export function renewItem(
  db: Db,
  actor: Actor,
  planId: PlanId,
  decisionId: DecisionId,
  renewal: RenewItem,
  now: Moment,
): Promise<AdoptionNo | 'renewed' | null> {
  return db.write(actor, async (_sql, tx) => {
    await tx.hold(planId)
    const adoption = await readAdoption(tx, actor, planId, now)
    const decision = adoption?.decisions.find((one) => one.id === decisionId)
    const item = decision ? itemFrom(decision) : null
    if (!adoption || !decision || item === null || !isOfNow(adoption.plan, decision)) return null
    const changed = (await renewal.change?.(tx, adoption.plan, item)) ?? null
    if (changed !== null) return changed
    return putAnew(tx, actor, planId, { item, decision, renewal }, now)
  })
}

type Anew = { item: Item; decision: SeenDecision; renewal: RenewItem }

async function putAnew(tx: Db, actor: Actor, planId: PlanId, { item, decision, renewal }: Anew, now: Moment) {
  const fresh = await readAdoption(tx, actor, planId, now)
  if (fresh === null) return null
  const apart = askedApart(fresh.decisions.filter((one) => isOfNow(fresh.plan, one)))
  const next = {
    ...putAs(fresh.plan, fresh.roster, item, apart, renewal.words),
    changeNote: renewal.changeNote,
    closesAt: renewal.closesAt,
  }
  const by = personOf(actor)
  if (by === null) throw new Error('only a person puts something to decision')
  const renewed = await changeDecision(tx, actor, decision.id, now, (stored) => renew(stored, next, by, now))
  if (renewed === null || isRefusal(renewed)) return renewed
  return (await moveToDecision(tx, actor, fresh.plan, renewal.why, now)) ?? ('renewed' as const)
}

/** Everyone of the team who is still there: who has a voice by default. */
export const votersOf = (roster: Roster): { id: PersonId; name: string }[] =>
  roster.people.filter((person) => !person.hasLeft).map(({ id, name }) => ({ id, name }))

export const parseDecisionId = (value: string | undefined) => parseId<'decision'>(value)
