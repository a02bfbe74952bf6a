import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { DecisionId, EntryId, PlanId, PrincipleId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { putDecidedPrinciple, putDecidedTexts } from '../plan/decided-store.ts'
import type { Plan } from '../plan/plan.ts'
import { tellMoved, touchPlan } from '../plan/plan-store.ts'
import type { Actor } from '../session/actor.ts'
import { tidyText } from '../writing/passage.ts'
import { askedApart, type Item, type ItemState, type ItemWords, isOfNow, itemKey } from './adoption.ts'
import type { AdoptionNo, AmendmentNo } from './adoption-no.ts'
import { type Adoption, readAdoption, renewItem } from './adoption-store.ts'
import { fieldsOf, newText } from './amendment.ts'
import { mayNot, type Which } from './amendment-agree-store.ts'
import { mayLeadAmendment } from './amendment-may.ts'
import { renewAmendment } from './amendment-round-store.ts'
import type { AmendmentWords, SeenAmendment } from './amendment-scene.ts'
import { holdAmendment, layTexts } from './amendment-write-store.ts'
import {
  type Clashed,
  mayNotBeEmpty,
  placeKey,
  type TypedPlace,
  type TypedText,
  typedChanges,
  typedPlaces,
} from './typed-place.ts'

/** The changed text of an item, typed in the meeting by who leads it; the meeting weighed that. */

export type TypeInRoom<Words> = {
  readonly texts: readonly TypedText[]
  /** What is different, and why; only asked when the item is put to the team anew. */
  readonly changeNote: string
  readonly words: Words
  /** The reason of the move to the phase of decision, for its record. */
  readonly why: string
}

/** `saved`: it was not put to the team yet. Else the decision on which a new round opened with this text. */
export type TypedAnswer = 'saved' | { readonly renewed: DecisionId }

/**
 * Stores the typed texts of an item of the plan. After a round without a decision the item is put anew with them, in
 * the room, in the same transaction: no text changes without its round.
 */
export function typeInRoom(
  db: Db,
  actor: Actor,
  planId: PlanId,
  item: Item,
  typed: TypeInRoom<ItemWords>,
  now: Moment,
): Promise<TypedAnswer | AdoptionNo | Clashed> {
  return db.write<TypedAnswer | AdoptionNo | Clashed>(actor, async (sql, tx) => {
    await tx.hold(planId)
    const adoption = await readAdoption(tx, actor, planId, now)
    const state = adoption?.states.find((one) => itemKey(one.item) === itemKey(item))
    if (!adoption || !state) return refuse('item-unknown')
    const no = whyNotTyped(adoption, state) ?? (await layPlaces(sql, tx, actor, adoption, item, typed, now))
    if (no) return no
    if (state.decision === null || state.is !== 'undecided') return 'saved'
    const { changeNote, words, why } = typed
    const renewal = { changeNote, words, why, closesAt: null, change: null }
    const renewed = await renewItem(tx, actor, planId, state.decision.id, renewal, now)
    if (renewed === null) return refuse('item-unknown')
    return isRefusal(renewed) ? renewed : { renewed: state.decision.id }
  })
}

/** While a round is open its text stands still; what the team decided is no longer typed over. */
function whyNotTyped({ plan, states }: Adoption, { is }: ItemState): AdoptionNo | null {
  if (plan.phase !== 'input' && plan.phase !== 'decision') return refuse('not-in-decision')
  const whole = states.find(({ item }) => item.about === 'plan')
  if (is === 'open' || (is === 'not-asked' && whole?.is === 'open')) return refuse('round-open')
  if (is === 'stands') return refuse('decision-stands')
  return is === 'dropped' ? refuse('was-dropped') : null
}

async function layPlaces(
  sql: Sql,
  tx: Db,
  actor: Actor,
  { plan, decisions }: Adoption,
  item: Item,
  { texts }: TypeInRoom<unknown>,
  now: Moment,
): Promise<AdoptionNo | Clashed | null> {
  const apart = askedApart(decisions.filter((one) => isOfNow(plan, one)))
  const found = changesOf(typedPlaces(plan, item, apart), texts)
  if ('refused' in found) return found
  for (const { place, text } of found.changes) {
    if (text === '' && mayNotBeEmpty(place.field)) return refuse('text-missing', place.key)
    await layPlace(sql, tx, actor, plan, place, text, now)
  }
  if (found.changes.length > 0) tellMoved(tx, actor, plan.id)
  return null
}

function layPlace(sql: Sql, tx: Db, actor: Actor, plan: Plan, place: TypedPlace, text: string, now: Moment) {
  const { of, ownerId, field } = place
  return of.about === 'principle'
    ? putDecidedPrinciple(sql, tx, actor, plan, ownerId as PrincipleId, text, now)
    : putDecidedTexts(sql, tx, actor, plan, ownerId as EntryId, { [field]: text }, now)
}

/** The typed texts, tidied, as changes of what stands there. */
function changesOf<Place extends { key: string; text: string }>(
  standing: readonly Place[],
  texts: readonly TypedText[],
) {
  const tidied: TypedText[] = []
  for (const one of texts) {
    const text = tidyText(one.text)
    if (isRefusal(text)) return refuse('text-too-long', one.key)
    tidied.push({ ...one, text })
  }
  const found = typedChanges(standing, tidied)
  if (found.clashes.length === 0) return found
  return { refused: 'text-changed-meanwhile', keys: found.clashes } as const
}

/** The same for the text of an amendment of the team. */
export function typeAmendmentInRoom(
  db: Db,
  actor: Actor,
  which: Which,
  typed: TypeInRoom<AmendmentWords>,
  now: Moment,
): Promise<TypedAnswer | AmendmentNo | Clashed> {
  return db.write<TypedAnswer | AmendmentNo | Clashed>(actor, async (sql, tx) => {
    const scene = await holdAmendment(tx, actor, which.planId, which.id, now)
    if (scene === null) return refuse('subject-gone')
    const no =
      mayNot(mayLeadAmendment(actor, scene, true)) ??
      whyNotTypedIn(scene) ??
      (await layAmended(sql, tx, actor, scene, typed, now))
    if (no) return no
    if (scene.decision === null) return 'saved'
    const { changeNote, words } = typed
    const renewed = await renewAmendment(
      tx,
      actor,
      which,
      { changeNote, words, closesAt: null, isLed: true },
      now,
    )
    return isRefusal(renewed) ? renewed : { renewed: scene.decision.id }
  })
}

function whyNotTypedIn({ amendment, decision }: SeenAmendment): AmendmentNo | null {
  if (amendment.kind === 'remove') return refuse('no-such-field')
  const is = decision?.standing.now.is
  return is === 'open' ? refuse('round-open') : is === 'stands' ? refuse('decision-stands') : null
}

export const amendedPlaces = (amendment: SeenAmendment['amendment']) =>
  amendment.kind === 'remove'
    ? []
    : fieldsOf(amendment.about).map((field) => ({
        field,
        key: placeKey(amendment.id, field),
        text: newText(amendment, field),
      }))

async function layAmended(
  sql: Sql,
  tx: Db,
  actor: Actor,
  { amendment, plan }: SeenAmendment,
  { texts }: TypeInRoom<unknown>,
  now: Moment,
): Promise<AmendmentNo | Clashed | null> {
  const found = changesOf(amendedPlaces(amendment), texts)
  if ('refused' in found) return found
  if (found.changes.length === 0) return null
  const changed = Object.fromEntries(found.changes.map(({ place, text }) => [place.field, text]))
  await layTexts(tx, actor, plan.id, amendment.id, changed, now)
  await touchPlan(sql, actor, plan)
  tellMoved(tx, actor, plan.id)
  return null
}
