import type { PersonId } from '../kernel/id.ts'
import { peopleOf, type Visit } from './visit.ts'

/** What a letter says of a visit. */
export const TELLING_KINDS = [
  'asked',
  'invited',
  'other-moment',
  'agreed',
  'moved',
  'other-cover',
  'cover-asked',
  'cover-declined',
  'cover-gone',
  'cover-none',
  'cover-released',
  'declined',
  'stays',
  'withdrawn',
  'cancelled',
  'left',
  'swap-asked',
  'swap-host',
] as const
export type TellingKind = (typeof TELLING_KINDS)[number]

export type Telling = {
  readonly to: PersonId
  readonly kind: TellingKind
  /** What the calendar is told along with it; null: nothing. */
  readonly calendar: 'request' | 'cancel' | null
}

const letter = (kind: TellingKind, to: PersonId, calendar: Telling['calendar'] = null): Telling => ({
  to,
  kind,
  calendar,
})

/** Whom a change concerns and what they are told. Who did it hears nothing, unless it is the own calendar that changes. */
export function tellings(before: Visit | null, after: Visit, by: PersonId | null): Telling[] {
  const told = before === null ? asked(after) : changed(before, after, by)
  return told.filter(({ to, calendar }) => to !== by || calendar !== null)
}

const asked = (visit: Visit): Telling[] =>
  visit.waitsFor === null
    ? []
    : [letter(visit.waitsFor === visit.visitor ? 'invited' : 'asked', visit.waitsFor)]

function changed(before: Visit, after: Visit, by: PersonId | null): Telling[] {
  if (after.state === 'cancelled') return calledOff(before, by)
  if (after.state === 'declined') return [letter('declined', otherThan(after, by))]
  if (hasFallenOut(before, after)) return fallenOut(before, after)
  if (before.state === 'asked' && after.state === 'agreed')
    return peopleOf(after).map((person) => letter('agreed', person, 'request'))
  if (after.sequence > before.sequence) return moved(before, after)
  return [...proposed(before, after, by), ...aboutCover(before, after)]
}

function calledOff(before: Visit, by: PersonId | null): Telling[] {
  const known = before.state === 'agreed'
  const three = peopleOf(before).filter((person) => known || person !== before.cover)
  return three.map((person) =>
    known
      ? letter(by === null ? 'left' : 'cancelled', person, 'cancel')
      : letter(by === null ? 'left' : 'withdrawn', person),
  )
}

const hasFallenOut = (before: Visit, after: Visit) =>
  after.coverLeftAt !== null && before.cover !== null && before.startsAt === after.startsAt

/** Who is visited is not concerned; the calendar of who fell out is. */
function fallenOut(before: Visit, after: Visit): Telling[] {
  const told = letter('cover-gone', after.visitor)
  return before.state === 'agreed' && before.cover !== null
    ? [told, letter('cover-released', before.cover, 'cancel')]
    : [told]
}

/** Another moment, or another cover: all who are in it, and who is so no more. */
function moved(before: Visit, after: Visit): Telling[] {
  const kind = before.startsAt === after.startsAt ? 'other-cover' : 'moved'
  const gone = peopleOf(before).filter((person) => !peopleOf(after).includes(person))
  return [
    ...peopleOf(after).map((person) => letter(kind, person, 'request')),
    ...gone.map((person) => letter('cover-released', person, 'cancel')),
  ]
}

function proposed(before: Visit, after: Visit, by: PersonId | null): Telling[] {
  if (after.waitsFor !== null && after.waitsFor !== by && isAnotherMoment(before, after))
    return [letter('other-moment', after.waitsFor)]
  return before.next !== null && after.next === null ? [letter('stays', otherThan(after, by))] : []
}

const isAnotherMoment = (before: Visit, after: Visit) =>
  before.waitsFor !== after.waitsFor ||
  before.startsAt !== after.startsAt ||
  before.next?.startsAt !== after.next?.startsAt ||
  before.next?.offerId !== after.next?.offerId ||
  before.offerId !== after.offerId

function aboutCover(before: Visit, after: Visit): Telling[] {
  if (before.newCover === after.newCover) return []
  if (after.newCover !== null) return [letter('cover-asked', after.newCover)]
  if (after.coverLeftAt !== null) return [letter('cover-none', after.visitor)]
  return after.cover === null ? [] : [letter('cover-declined', after.cover)]
}

const otherThan = (visit: Visit, by: PersonId | null) => (by === visit.visitor ? visit.host : visit.visitor)
