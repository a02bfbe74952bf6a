import type { Moment } from '../kernel/day.ts'
import type { EntryId, OfferId, PersonId, PlanId, VisitId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { OfferRefusal, Slot } from './offer.ts'

/** When a visit is, and who takes the visitor's class over meanwhile. */
export type Place = Slot & {
  readonly offerId: OfferId | null
  /** Null: the visitor has no class at that moment. */
  readonly cover: PersonId | null
}

/** `asked`: one of the two has to answer; `agreed`: it goes on; `declined`: no thanks; `cancelled`: called off. */
export type VisitState = 'asked' | 'agreed' | 'declined' | 'cancelled'

/** Somebody goes to look at a colleague's. Only visitor, host and cover see it. */
export type Visit = Place & {
  readonly id: VisitId
  readonly visitor: PersonId
  /** Who is visited. */
  readonly host: PersonId
  /** The goal or track that it belongs to. */
  readonly planId: PlanId | null
  readonly entryId: EntryId | null
  /** What the visitor would like to see; for the host alone. */
  readonly question: string
  readonly state: VisitState
  /** Whose answer it waits for: to the visit itself, or once that is agreed to `next`. */
  readonly waitsFor: PersonId | null
  /** Another moment that was proposed for a visit that is agreed; until then it stays as it was. */
  readonly next: Place | null
  /** Who was asked to take the class over instead. */
  readonly newCover: PersonId | null
  /** When who took the class over fell out; null: nobody is missing. */
  readonly coverLeftAt: Moment | null
  readonly askedBy: PersonId
  readonly askedAt: Moment
  readonly agreedAt: Moment | null
  readonly ended: { readonly at: Moment; readonly by: PersonId | null; readonly words: string } | null
  /** With whom the host shares the observation guide. */
  readonly shared: Shared
  /** SEQUENCE of the calendar: rises with everything that calendars are told. */
  readonly sequence: number
  /** Rises with every change; a form says from which one it began. */
  readonly revision: number
  readonly changedAt: Moment
}
export type Shared = { readonly visitor: boolean; readonly coordinator: boolean; readonly team: boolean }

export type VisitRefusal =
  | OfferRefusal
  | 'moment-missing'
  | 'host-unknown'
  | 'host-is-you'
  | 'cover-is-host'
  | 'cover-unknown'
  | 'host-busy'
  | 'visitor-busy'
  | 'cover-busy'
  | 'entry-unknown'
  | 'question-too-long'
  | 'same-moment'
  | 'gone-by'
  | 'ended'
  | 'changed'
  | 'swap-gone'
  | 'nothing-to-swap'
export type VisitNo = Refusal<VisitRefusal | 'may-not'>

export const LONGEST_QUESTION = 300

/** Asked or agreed: it keeps calendars free. */
export const isLive = ({ state }: Pick<Visit, 'state'>) => state === 'asked' || state === 'agreed'
/** Agreed, and its time is over. */
export const hasBeen = (visit: Visit, now: Moment) => visit.state === 'agreed' && visit.endsAt <= now
/** Nobody answered before it was to begin. */
export const hasLapsed = (visit: Visit, now: Moment) => visit.state === 'asked' && visit.startsAt <= now
export const isComing = (visit: Visit, now: Moment) =>
  isLive(visit) && !hasLapsed(visit, now) && visit.endsAt > now

/** Visitor, host and cover; and while they are asked who may come instead of the cover. */
export const peopleOf = ({ visitor, host, cover }: Pick<Visit, 'visitor' | 'host' | 'cover'>): PersonId[] => [
  visitor,
  host,
  ...(cover === null ? [] : [cover]),
]
export type VisitPart = 'visitor' | 'host' | 'cover' | 'asked-to-cover'
/** What somebody is in a visit; null: nothing, and then it is not theirs to see. */
export function partOf(visit: Visit, person: PersonId | null): VisitPart | null {
  if (person === null) return null
  if (person === visit.visitor) return 'visitor'
  if (person === visit.host) return 'host'
  if (person === visit.cover) return 'cover'
  if (person === visit.newCover || person === visit.next?.cover) return 'asked-to-cover'
  return null
}

/** Whether somebody must still be found who takes the class over. */
export const lacksCover = ({ coverLeftAt }: Pick<Visit, 'coverLeftAt'>) => coverLeftAt !== null

export type VisitAsks = 'answer' | 'cover' | 'find-cover'

/** What this visit asks of somebody now: an answer, taking a class over, or finding who does; null: nothing. */
export function visitAsks(visit: Visit, person: PersonId, now: Moment): VisitAsks | null {
  if (!isComing(visit, now) || visit.startsAt <= now) return null
  if (visit.waitsFor === person) return 'answer'
  if (visit.newCover === person) return 'cover'
  return lacksCover(visit) && visit.newCover === null && visit.visitor === person ? 'find-cover' : null
}

export const placeOf = ({ startsAt, endsAt, offerId, cover }: Place): Place => ({
  startsAt,
  endsAt,
  offerId,
  cover,
})
const isSame = (one: Place, other: Place) =>
  one.startsAt === other.startsAt && one.endsAt === other.endsAt && one.offerId === other.offerId

const otherOf = (visit: Visit, person: PersonId) => (person === visit.visitor ? visit.host : visit.visitor)

type Change = Visit | Refusal<VisitRefusal>

/** Another moment brings its own cover: nobody is missing and nobody is asked any more. */
const atPlace = (place: Place) => ({ ...placeOf(place), newCover: null, coverLeftAt: null })

/** Whether it can still be changed: not over, not called off. */
export function whyFixed(visit: Visit, now: Moment): Refusal<VisitRefusal> | null {
  if (!isLive(visit)) return refuse('ended')
  return visit.startsAt <= now ? refuse('gone-by') : null
}

/** Yes: to the visit, or to its other moment. */
export function agree(visit: Visit, now: Moment): Change {
  const no = whyFixed(visit, now)
  if (no) return no
  if (visit.state === 'asked') return { ...visit, state: 'agreed', agreedAt: now, waitsFor: null }
  if (visit.next === null) return visit
  if (visit.next.startsAt <= now) return refuse('gone-by')
  return { ...visit, ...atPlace(visit.next), next: null, waitsFor: null, sequence: visit.sequence + 1 }
}

/** Not this one, that one: of a visit that is agreed it is a proposal, until the other says yes. */
export function propose(visit: Visit, by: PersonId, to: Place, now: Moment): Change {
  const no = whyFixed(visit, now)
  if (no) return no
  if (isSame(visit, to) || (visit.next !== null && isSame(visit.next, to))) return refuse('same-moment')
  const waitsFor = otherOf(visit, by)
  if (visit.state === 'asked') return { ...visit, ...atPlace(to), waitsFor }
  return { ...visit, next: to, waitsFor }
}

/** No thanks: a visit that was asked does not come; one that was agreed stays at its own moment. */
export function decline(visit: Visit, by: PersonId, words: string, now: Moment): Change {
  const no = whyFixed(visit, now)
  if (no) return no
  if (visit.state === 'agreed') return { ...visit, next: null, waitsFor: null }
  return { ...visit, state: 'declined', waitsFor: null, newCover: null, ended: { at: now, by, words } }
}

/** Called off, by one of the two. */
export function callOff(visit: Visit, by: PersonId | null, words: string, now: Moment): Change {
  const no = whyFixed(visit, now)
  if (no) return no
  const ended = { at: now, by, words }
  const sequence = nextSequence(visit)
  return { ...visit, state: 'cancelled', waitsFor: null, next: null, newCover: null, ended, sequence }
}

/** Who takes the class over can't: the visit stays, its visitor looks for somebody else; who was asked already still is. */
export function loseCover(visit: Visit, now: Moment): Change {
  const no = whyFixed(visit, now)
  if (no) return no
  if (visit.cover === null) return refuse('changed')
  return { ...visit, cover: null, offerId: null, coverLeftAt: now, sequence: nextSequence(visit) }
}

/** The visitor needs nobody after all: there is no class at that moment. */
export function goWithout(visit: Visit, now: Moment): Change {
  const no = whyFixed(visit, now)
  if (no) return no
  return visit.coverLeftAt === null ? refuse('changed') : { ...visit, newCover: null, coverLeftAt: null }
}

const nextSequence = ({ state, sequence }: Visit) => (state === 'agreed' ? sequence + 1 : sequence)

/** A colleague is asked to take the class over instead; null takes that back. */
export function askCover(visit: Visit, colleague: PersonId | null, now: Moment): Change {
  const no = whyFixed(visit, now)
  if (no) return no
  if (colleague !== null && peopleOf(visit).includes(colleague)) return refuse('cover-unknown', 'colleague')
  return { ...visit, newCover: colleague }
}

/** The colleague takes it over; the moment stays as it was. */
export function takeCover(visit: Visit, offerId: OfferId, now: Moment): Change {
  const no = whyFixed(visit, now)
  if (no) return no
  if (visit.newCover === null) return refuse('changed')
  const sequence = nextSequence(visit)
  return { ...visit, cover: visit.newCover, offerId, newCover: null, coverLeftAt: null, sequence }
}

/** The same for every calendar that holds this visit. */
export const visitUid = ({ id }: Pick<Visit, 'id'>) => `${id}@rode-draad`
