import type { MadeGoal } from '../adoption/goal-place.ts'
import type { Ambition, AmbitionTie } from '../ambition/ambition.ts'
import { ambitionsOf } from '../ambition/ambition-store.ts'
import { tieAmbition } from '../ambition/ambition-tie-store.ts'
import type { AmbitionId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { keepTied, loadTied, type Tied } from './talk-tied-store.ts'
import type { InTalk } from './talk-write-store.ts'

/** The ambitions of a talk, as it comes to hang on something in the plan and is let go of it again. */

/** Where something hangs now; null: it was taken out of the plan, withdrawn or declined. */
export type PlaceOf = (tie: AmbitionTie) => Promise<MadeGoal | null>

type Along = {
  /** Of those that hang elsewhere already: the ones that may come along. */
  readonly taken: ReadonlySet<AmbitionId>
  readonly placeOf: PlaceOf
}

/**
 * Ties the ambitions of a talk to its goal that hang on nothing, and of the others only those that were chosen. What is
 * not this actor's stays as it is.
 */
export async function takeAlong(
  { sql, tx, talk }: InTalk,
  actor: Actor,
  goal: MadeGoal,
  { taken, placeOf }: Along,
): Promise<void> {
  const before = await loadTied(sql, actor, talk.id)
  const tied: Tied[] = []
  for (const { id, tie } of await runningIn({ tx, talk }, actor)) {
    const place = tie && (await placeOf(tie))
    if (place !== null && (isSamePlace(place, goal) || !taken.has(id))) continue
    if (isRefusal(await tieAmbition(tx, actor, id, goal))) continue
    const was = place === null ? (before.find(({ ambition }) => ambition === id)?.was ?? null) : tie
    tied.push({ ambition: id, was })
  }
  await keepTied(sql, actor, talk, tied)
}

/** What became of the ambitions on a goal that a talk was let go of. */
export type GivenBack = { readonly back: number; readonly left: number }

/**
 * Gives those back that went along: to where they hung, or to nothing when that is no more. Whoever was tied to the goal
 * by somebody's hand stays there, and what was tied elsewhere since stays there too.
 */
export async function giveBack(
  { sql, tx, talk }: InTalk,
  actor: Actor,
  placeOf: PlaceOf,
): Promise<GivenBack> {
  const tied = await loadTied(sql, actor, talk.id)
  let [back, left] = [0, 0]
  const { goal } = talk
  const here = goal && ((await placeOf(goal)) ?? goal)
  for (const { id, tie } of await runningIn({ tx, talk }, actor)) {
    if (!tie || !here || !isSamePlace((await placeOf(tie)) ?? tie, here)) continue
    const one = tied.find(({ ambition }) => ambition === id)
    const was = one?.was && (await placeOf(one.was)) ? one.was : null
    if (one && !isRefusal(await tieAmbition(tx, actor, id, was))) back += 1
    else left += 1
  }
  await keepTied(sql, actor, talk, [])
  return { back, left }
}

const runningIn = async ({ tx, talk }: Pick<InTalk, 'tx' | 'talk'>, actor: Actor): Promise<Ambition[]> =>
  (await ambitionsOf(tx, actor)).filter(
    ({ talkId, teamId, ended }) => talkId === talk.id && teamId === talk.team && ended === null,
  )

/** The same goal or track, or the same proposal of one. */
export const isSamePlace = (one: AmbitionTie, other: AmbitionTie) =>
  one.planId === other.planId &&
  (one.entryId === null && other.entryId === null
    ? one.amendmentId === other.amendmentId
    : one.entryId === other.entryId)
