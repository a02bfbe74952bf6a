import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type Day, longDay } from '../kernel/day.ts'
import { type PersonId, parseId } from '../kernel/id.ts'
import { nextYear, schoolYearOf } from '../kernel/school-year.ts'
import type { Sending } from '../meeting/letters-desk.ts'
import { lookupOf } from '../plan/plan-sheet.ts'
import type { Roster } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import { stillOffered } from '../school/own-list.ts'
import { firstName } from '../school/person.ts'
import type { Topic, TopicKey } from '../school/topic.ts'
import { topicsOf } from '../school/topic-store.ts'
import { topicNames } from '../school/topic-text.ts'
import type { Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { originForMember } from '../session/origin.ts'
import { spanInSentence } from '../year/free-day-text.ts'
import { freeDaysOf } from '../year/holiday-store.ts'
import type { PeerGroup } from './peer.ts'
import type { PeerNo } from './peer-may.ts'
import { peerNoText } from './peer-no-text.ts'
import type { Choice, Colleague } from './peer-sheet.ts'
import { readPeers } from './peer-store.ts'
import { type TermEnd, termEnds } from './peer-terms.ts'
import { peerText } from './peer-text.ts'
import type { Eyes } from './peer-words-view.ts'

/** Who asks for a page of learning together, with everybody's names and the topics of the school. */
export type AtPeers = {
  readonly desk: Desk
  readonly reader: Reader
  readonly roster: Roster
  readonly topics: readonly Topic[]
  readonly eyes: Eyes
  readonly sending: Sending
}

export async function atPeers(c: Context<OnDesk>): Promise<AtPeers> {
  const [desk, reader] = [deskOf(c), readerOf(c)]
  const { actor, language } = reader
  const roster = await readRoster(desk.db, actor)
  const topics = await topicsOf(desk.db, actor)
  const { people } = lookupOf(roster)
  const names = topicNames(topics, language)
  const nameOf = (person: PersonId | null) => {
    const found = person === null ? undefined : people.get(person)
    return found ? firstName(found) : ''
  }
  // Within a sentence a topic is written small, as long as it is no name of its own.
  const topicOf = (topic: TopicKey) => small(names.get(topic) ?? '')
  const origin = originForMember(desk.house.baseUrl, c.req.header('host'))
  return {
    desk,
    reader,
    roster,
    topics,
    eyes: { me: actor.personId, now: desk.now, today: desk.today, language, nameOf, topicOf },
    sending: { actor, now: desk.now, origin, from: desk.house.mailFrom },
  }
}

const small = (name: string) =>
  /^\p{Lu}\p{Ll}/u.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name

/** The group that an address names, as this reader sees it; for who has no part in it there is no such page. */
export async function peersAt(c: Context<OnDesk>, { desk, reader }: AtPeers): Promise<PeerGroup> {
  const id = parseId<'peer-group'>(c.req.param('peers'))
  const group = id && (await readPeers(desk.db, reader.actor, id))
  if (!group) throw new HTTPException(404)
  return group
}

/** Everybody of the team but this reader and these, by name. */
export const colleaguesOf = ({ roster, reader }: AtPeers, besides: readonly PersonId[] = []): Colleague[] =>
  roster.people
    .filter(({ id, hasLeft }) => !hasLeft && id !== reader.actor.personId && !besides.includes(id))
    .map(({ id, name, groups }) => ({
      value: id,
      label: groups.length > 0 ? `${name} (${groups.join(', ')})` : name,
    }))

/** The topics to choose from; one that was put away stays where it stood. */
export function topicChoices({ topics, reader }: AtPeers, stood: TopicKey | null = null): Choice[] {
  const names = topicNames(topics, reader.language)
  const offered = stillOffered(topics).map(({ key }) => key)
  return topics.flatMap(({ key }) =>
    offered.includes(key) || key === stood ? [{ value: key, label: names.get(key) ?? key }] : [],
  )
}

/** Until when one can learn together, from the holidays of this school year and the next. */
export async function endsFor({ desk, reader }: AtPeers): Promise<TermEnd[]> {
  const year = schoolYearOf(desk.today)
  const free = [
    await freeDaysOf(desk.db, reader.actor, year),
    await freeDaysOf(desk.db, reader.actor, nextYear(year)),
  ]
  return termEnds(
    free.flatMap(({ spans }) => spans),
    desk.today,
  )
}

/** The same in words; where a group stands now stays a choice. */
export function endChoices(
  { reader: { language } }: AtPeers,
  ends: readonly TermEnd[],
  stands: Day | null = null,
): Choice[] {
  const text = peerText(language)
  const choices = ends.map(({ to, before, weeks }) => ({
    value: to as string,
    label: before ? text.endBefore(spanInSentence(before, language), weeks) : text.endWeeks(weeks),
  }))
  const isThere = stands === null || choices.some(({ value }) => value === stands)
  return isThere ? choices : [{ value: stands, label: text.endStays(longDay(stands, language)) }, ...choices]
}

/** What is said of an act that was not done. */
export function peerSentence(no: PeerNo, { language }: Reader): string {
  const text = peerNoText(language)
  return no.refused === 'may-not' ? text.becauses[no.because] : text.refusal[no.refused]
}

export const peerStatus = (no: PeerNo) => (no.refused === 'may-not' ? 403 : 422)
