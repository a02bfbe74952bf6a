import { clock, type Day, type Moment, shortDay, weekDay } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { byName, type Language } from '../kernel/language.ts'
import type { TopicKey } from '../school/topic.ts'
import { dayOfMoment, memberIn, type PeerGroup, type PeerMoment } from './peer.ts'
import type { PeerReason } from './peer-match.ts'
import { joinNames, peerTellingText } from './peer-telling-text.ts'
import { peerText } from './peer-text.ts'

/** Who looks, and by which names everybody and everything goes. */
export type Eyes = {
  readonly me: PersonId
  readonly now: Moment
  readonly today: Day
  readonly language: Language
  /** First names. */
  readonly nameOf: (person: PersonId | null) => string
  readonly topicOf: (topic: TopicKey) => string
}

export const peersHref = ({ id }: Pick<PeerGroup, 'id'>) => `/peers/${id}`

/** 'Lotte', 'Daan en Lotte': by name. */
export const namesOf = (people: readonly PersonId[], { nameOf, language }: Eyes): string =>
  joinNames(people.map(nameOf).sort(byName), peerText(language).and)

/** The others who take part, or are asked when nobody does yet. */
export function othersIn(group: PeerGroup, { me }: Eyes): PersonId[] {
  const of = (...states: readonly string[]) =>
    group.members.flatMap(({ personId, state }) =>
      personId !== me && states.includes(state) ? [personId] : [],
    )
  const there = of('in')
  if (there.length > 0) return there
  const before = of('left')
  return before.length > 0 ? before : of('asked')
}

/** 'Samen leren met Lotte'; without anybody, only that it is. */
export function titleWords(group: PeerGroup, eyes: Eyes): string {
  const names = namesOf(othersIn(group, eyes), eyes)
  return names === '' ? peerText(eyes.language).title : peerTellingText(eyes.language).title(names)
}

/** How it stands with the others, one by one: asked, can't now, may join, took part. */
export function stateWords(group: PeerGroup, { me, nameOf, language }: Eyes): string[] {
  const text = peerText(language)
  const says = {
    asked: text.isAsked,
    declined: text.cannot,
    named: text.isNamed,
    left: text.hasLeft,
  } as const
  return group.members.flatMap(({ personId, state }) =>
    personId === me || !Object.hasOwn(says, state)
      ? []
      : [says[state as keyof typeof says](nameOf(personId))],
  )
}

/** 'donderdag 26 november, 15.30 tot 16.00 uur' */
export const momentWords = (moment: PeerMoment, language: Language): string =>
  peerTellingText(language).when(
    weekDay(dayOfMoment(moment), language),
    clock(moment.startsAt, language),
    clock(moment.endsAt, language),
  )

export const untilWords = ({ to }: Pick<PeerGroup, 'to'>, language: Language): string =>
  peerText(language).untilLong(weekDay(to, language))

export const shortUntil = ({ to }: Pick<PeerGroup, 'to'>, language: Language): string =>
  peerText(language).until(shortDay(to, language))

/** 'Omdat Lotte je kan helpen met gedrag, en Lotte lezen wil leren, en daar weet jij van' */
export function becauseWords(
  people: readonly PersonId[],
  because: readonly PeerReason[],
  eyes: Eyes,
): string {
  const text = peerText(eyes.language)
  const names = namesOf(people, eyes)
  const said = because.map(({ kind, topics }) => {
    const what = joinNames(
      topics.map((topic) => `‘${eyes.topicOf(topic)}’`),
      text.and,
    )
    if (kind === 'helps-me') return text.helpsMe(names, what)
    if (kind === 'i-help') return text.iHelp(names, what)
    return people.length > 1 ? text.sameWishThree(what) : text.sameWish(names, what)
  })
  return `${text.because} ${joinNames(said, text.and)}.`
}

/** Who asked me. */
export const askedBy = (group: PeerGroup, { me, nameOf }: Eyes): string =>
  nameOf(memberIn(group, me)?.askedBy ?? group.startedBy)
