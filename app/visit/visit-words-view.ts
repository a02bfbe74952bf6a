import { clock, dayOf, type Moment, weekDay } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { Slot } from './offer.ts'
import { hasBeen, hasLapsed, lacksCover, partOf, type Visit, visitAsks } from './visit.ts'
import { visitText } from './visit-text.ts'

/** Who looks at visits, and by which names everybody goes. */
export type Eyes = {
  readonly me: PersonId
  readonly now: Moment
  readonly nameOf: (person: PersonId | null) => string
  readonly language: Language
}

export const dayWords = (slot: Slot, language: Language) => weekDay(dayOf(new Date(slot.startsAt)), language)
export const clockWords = ({ startsAt, endsAt }: Slot, language: Language) =>
  visitText(language).clock(clock(startsAt, language), clock(endsAt, language))

/** 'dinsdag 24 november, 09.30 tot 10.00 uur' */
export const slotWords = (slot: Slot, language: Language) =>
  visitText(language).when(
    dayWords(slot, language),
    clock(slot.startsAt, language),
    clock(slot.endsAt, language),
  )

/** What the visit is for this person, in one sentence. */
export function titleWords(visit: Visit, { me, now, nameOf, language }: Eyes): string {
  const text = visitText(language)
  const part = partOf(visit, me) ?? 'cover'
  if (hasBeen(visit, now) && part !== 'asked-to-cover')
    return text.title.been[part](nameOf(visit.visitor), nameOf(visit.host))
  const asked = visit.state === 'asked' && visitAsks(visit, me, now) === 'answer'
  if (asked && part === 'host') return text.title.asks(nameOf(visit.visitor))
  if (asked && part === 'visitor') return text.title.invites(nameOf(visit.host))
  return text.title[part](nameOf(visit.visitor), nameOf(visit.host))
}

/** How it stands with it, in a few words. */
export function stateWords(visit: Visit, { me, now, nameOf, language }: Eyes): string {
  const { state } = visitText(language)
  if (hasBeen(visit, now)) return state.been
  if (hasLapsed(visit, now)) return state.lapsed
  if (visit.state === 'declined') return state.declined
  if (visit.state === 'cancelled') return state.cancelled
  if (visit.waitsFor === null) return state.agreed
  const mine = visit.waitsFor === me
  if (visit.state === 'asked') return mine ? state.waitsYou : state.waits(nameOf(visit.waitsFor))
  return mine ? state.movingYou : state.moving(nameOf(visit.waitsFor))
}

/** Who takes the class over, in a few words. */
export function coverWords(
  { cover, coverLeftAt }: Pick<Visit, 'cover' | 'coverLeftAt'>,
  { me, nameOf, language }: Eyes,
): string {
  const text = visitText(language)
  if (cover === null) return lacksCover({ coverLeftAt }) ? text.coverSought : text.nobodyTakesOver
  return cover === me ? text.youTakeOver : text.takesOver(nameOf(cover))
}
