import type { Moment } from '../kernel/day.ts'
import type { Id, PersonId, QuestionId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'

export type HeavyId = Id<'heavy-call'>

/**
 * 'Het is nu te zwaar': somebody asks somebody to come. It never holds a reason. Open until somebody came or the asker
 * takes it back; a day that ends does not close it.
 */
export type HeavyCall = {
  readonly id: HeavyId
  readonly asker: PersonId
  /** The question from which it was asked; the asker needs none. */
  readonly question: QuestionId | null
  readonly calledAt: Moment
  /** Who said first that they saw it: a tap, or an answer. */
  readonly seen: { readonly by: PersonId; readonly at: Moment } | null
  /** Who comes, and when they said they would; `at` null: now. No other time is ever promised. */
  readonly coming: { readonly by: PersonId; readonly at: Moment | null; readonly saidAt: Moment } | null
  /** To whom it was handed on; `by` null: no coordinator was in school, and the asker chose so. */
  readonly handed: {
    readonly to: PersonId
    readonly by: PersonId | null
    readonly at: Moment
    readonly answer: 'pending' | 'yes' | 'no'
  } | null
  readonly ended: {
    readonly at: Moment
    readonly by: PersonId | null
    readonly how: 'came' | 'taken-back'
  } | null
  /** Rises with every change. */
  readonly revision: number
}

export type HeavyRefusal =
  | 'call-ended'
  | 'call-changed'
  | 'call-gone'
  | 'nobody-there'
  | 'stand-in-unknown'
  | 'not-handed'
  | 'comes-already'
  | 'clock-unknown'
  | 'clock-past'
export type HeavyNo = Refusal<HeavyRefusal | 'may-not'>

type Change = HeavyCall | Refusal<HeavyRefusal>

/** What a new call is. `to`: who stands in, when the asker asked him as well because no coordinator is in school. */
export const newCall = (given: {
  readonly id: HeavyId
  readonly asker: PersonId
  readonly question: QuestionId | null
  readonly to: PersonId | null
  readonly now: Moment
}): HeavyCall => ({
  id: given.id,
  asker: given.asker,
  question: given.question,
  calledAt: given.now,
  seen: null,
  coming: null,
  handed: given.to === null ? null : { to: given.to, by: null, at: given.now, answer: 'pending' },
  ended: null,
  revision: 1,
})

const seenBy = (call: HeavyCall, by: PersonId, at: Moment) => call.seen ?? { by, at }

/** Somebody says that they saw it; who says so later changes nothing. */
export function see(call: HeavyCall, by: PersonId, now: Moment): Change {
  return call.ended ? refuse('call-ended') : { ...call, seen: seenBy(call, by, now) }
}

/** 'Ik kom': now, or at a moment. Another moment takes the place of the one before. */
export function come(call: HeavyCall, by: PersonId, at: Moment | null, now: Moment): Change {
  if (call.ended) return refuse('call-ended')
  if (at !== null && at <= now) return refuse('clock-past', 'at')
  const handed = call.handed?.to === by ? { ...call.handed, answer: 'yes' as const } : call.handed
  return { ...call, seen: seenBy(call, by, now), coming: { by, at, saidAt: now }, handed }
}

/** Handed on to who stands in; who was going to come does not any more. */
export function handOn(call: HeavyCall, by: PersonId, to: PersonId, now: Moment): Change {
  if (call.ended) return refuse('call-ended')
  if (to === call.asker) return refuse('stand-in-unknown', 'to')
  if (call.coming?.by === to) return refuse('comes-already', 'to')
  return {
    ...call,
    seen: seenBy(call, by, now),
    coming: null,
    handed: { to, by, at: now, answer: 'pending' },
  }
}

/** The asker asks who stands in as well, once: whose answer there is, stands. */
export function askToo(call: HeavyCall, to: PersonId, now: Moment): Change {
  if (call.ended) return refuse('call-ended')
  if (call.handed || to === call.asker) return refuse('stand-in-unknown', 'to')
  if (call.coming?.by === to) return refuse('comes-already', 'to')
  return { ...call, handed: { to, by: null, at: now, answer: 'pending' } }
}

/** Who was asked to go can not now: the coordinators have it again. Nobody asks why. */
export function cannotGo(call: HeavyCall, by: PersonId, now: Moment): Change {
  if (call.ended) return refuse('call-ended')
  if (call.handed?.to !== by || call.handed.answer === 'no') return refuse('not-handed')
  const coming = call.coming?.by === by ? null : call.coming
  return { ...call, seen: seenBy(call, by, now), coming, handed: { ...call.handed, answer: 'no' } }
}

/** Somebody was there, says the asker or who came. */
export function came(call: HeavyCall, by: PersonId, now: Moment): Change {
  return call.ended ? refuse('call-ended') : { ...call, ended: { at: now, by, how: 'came' } }
}

/** The asker needs it no more. Nobody asks why. */
export function takeBack(call: HeavyCall, now: Moment): Change {
  return call.ended
    ? refuse('call-ended')
    : { ...call, ended: { at: now, by: call.asker, how: 'taken-back' } }
}

/** Whom it waits for: an answer of the coordinators, of who stands in, or nobody because somebody comes. */
export function waitsFor(call: HeavyCall): 'coordinators' | 'stand-in' | 'nobody' {
  if (call.ended || call.coming) return 'nobody'
  return call.handed?.answer === 'pending' ? 'stand-in' : 'coordinators'
}

/** Whether the moment that somebody gave has gone by, and nobody said that they were there. */
export const isPast = ({ coming, ended }: HeavyCall, now: Moment) =>
  ended === null && coming !== null && coming.at !== null && coming.at < now

/** As who stands in reads it: that somebody asks somebody to come, never about which question. */
export const withoutQuestion = (call: HeavyCall): HeavyCall => ({ ...call, question: null })
