import { dayOf, type Moment } from '../kernel/day.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Slot } from '../visit/offer.ts'
import {
  type AgreementId,
  MOST_AGREEMENTS,
  MOST_MOMENTS,
  type PeerGroup,
  type PeerMomentId,
  peopleIn,
} from './peer.ts'
import type { PeerChange } from './peer-rules.ts'

const byTime = (one: Slot, other: Slot) => (one.startsAt < other.startsAt ? -1 : 1)

type Placed = { readonly slot: Slot; readonly place: string }

/** Whether a moment can lie there: two at least, within the term. */
function whyNot(group: PeerGroup, slot: Slot) {
  if (group.closedAt !== null) return refuse('closed')
  if (peopleIn(group).length < 2) return refuse('alone')
  const day = dayOf(new Date(slot.startsAt))
  return day < group.from || day > group.to ? refuse('moment-outside', 'startsAt') : null
}

/** One more moment; the same one a second time is the one that is there. */
export function addMoment(group: PeerGroup, id: PeerMomentId, { slot, place }: Placed): PeerChange {
  const no = whyNot(group, slot)
  if (no) return no
  const live = group.moments.filter(({ cancelledAt }) => cancelledAt === null)
  if (live.some(({ startsAt }) => startsAt === slot.startsAt)) return group
  if (group.moments.length >= MOST_MOMENTS) return refuse('moments-many', 'startsAt')
  const moment = { id, ...slot, place, cancelledAt: null, sequence: 0 }
  return { ...group, moments: [...group.moments, moment].sort(byTime) }
}

const changed = (group: PeerGroup, id: PeerMomentId, now: Moment) =>
  group.moments.find((one) => one.id === id && one.cancelledAt === null && one.endsAt > now)

/** The same moment at another time or place. */
export function moveMoment(
  group: PeerGroup,
  id: PeerMomentId,
  { slot, place }: Placed,
  now: Moment,
): PeerChange {
  const no = whyNot(group, slot)
  if (no) return no
  const before = changed(group, id, now)
  if (!before) return refuse('moment-gone')
  const after = { ...before, ...slot, place, sequence: before.sequence + 1 }
  return { ...group, moments: group.moments.map((one) => (one.id === id ? after : one)).sort(byTime) }
}

/** It does not go on; nobody says why. */
export function cancelMoment(group: PeerGroup, id: PeerMomentId, now: Moment): PeerChange {
  const before = changed(group, id, now)
  if (!before) return refuse('moment-gone')
  const after = { ...before, cancelledAt: now, sequence: before.sequence + 1 }
  return { ...group, moments: group.moments.map((one) => (one.id === id ? after : one)) }
}

/** One more agreement of their own; the same words a second time are the ones that are there. */
export function addAgreement(group: PeerGroup, id: AgreementId, text: string, now: Moment): PeerChange {
  if (group.closedAt !== null) return refuse('closed')
  if (group.agreements.some((one) => one.text === text)) return group
  if (group.agreements.length >= MOST_AGREEMENTS) return refuse('agreements-many', 'agreement')
  return { ...group, agreements: [...group.agreements, { id, text, addedAt: now }] }
}

export const removeAgreement = (group: PeerGroup, id: AgreementId): PeerChange =>
  group.closedAt === null
    ? { ...group, agreements: group.agreements.filter((one) => one.id !== id) }
    : refuse('closed')
