import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { listNames } from '../plan/coverage-view.tsx'
import { type EntryWords, entryText } from '../plan/entry-text.ts'
import { aboutOf } from '../plan/plan-sheet.ts'
import type { TopicKey } from '../school/topic.ts'
import { type MapWords, mapText } from './map-text.ts'
import { type Part, type Seat, seatsOf, type TeamMap, tiesOf, type Way } from './team-map.ts'

/** The map with what its words are made from. */
export type Telling = {
  /** What is shown of it. */
  readonly map: TeamMap
  /** All of it: what somebody learns from whom is told whole. */
  readonly whole: TeamMap
  readonly language: Language
  readonly text: MapWords
  readonly words: EntryWords
  readonly topicName: (topic: TopicKey) => string
  readonly nameOf: (id: PersonId) => string
}

/** `whole`: the map that is not filtered, so that everybody on it has a name. */
export function tellingOf(
  map: TeamMap,
  whole: TeamMap,
  names: ReadonlyMap<TopicKey, string>,
  language: Language,
): Telling {
  const people = new Map(seatsOf(whole).map(({ person }) => [person.id, person.name]))
  return {
    map,
    whole,
    language,
    text: mapText(language),
    words: entryText(language),
    topicName: (topic) => names.get(topic) ?? '',
    nameOf: (id) => people.get(id) ?? '',
  }
}

export const listed = (names: readonly string[], { text }: Telling) => listNames(names, text.and)

/** A topic within a sentence: 'het jonge kind'; names of the school's own stay as they are. */
const inSentence = (name: string) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`

/** The topics of which somebody plays a part, in the order of the map. */
export const topicsWhere = (seat: Seat, { map }: Telling, fits: (part: Part) => boolean): TopicKey[] =>
  map.topics.filter((topic) => {
    const part = seat.parts.get(topic)
    return part !== undefined && fits(part)
  })

export const isGiven = ({ gives }: Part) => gives !== null
export const isWanted = ({ learns }: Part) => learns === 'wants'
export const isWorkedOn = ({ learns }: Part) => learns === 'track'

/** 'Het jonge kind (specialist: opleiding jonge kind)' */
export function helpWords(seat: Seat, topic: TopicKey, { text, topicName }: Telling): string {
  const name = topicName(topic)
  return seat.parts.get(topic)?.gives === 'specialist'
    ? text.specialist(name, seat.trained.get(topic) ?? '')
    : name
}

/** What the tracks of this year are about, one line each; learning teams by name. */
export const trackLines = (seat: Seat, { text }: Telling): string[] => [
  ...seat.tracks.map((entry) => aboutOf(entry).replace(/\.$/, '')).filter((line) => line !== ''),
  ...seat.learningTeams.map(text.inTeam),
]

/** `count`: how many learn together. */
const wayWords = (ways: readonly Way[], { text }: Telling, count = 0) =>
  ways.map((way) => (way === 'peer' ? text.peers(count) : text.ways[way])).join(', ')

/** 'van Hanneke (traject, bezoek)', 'samen met Kees (samen één traject)' */
export function tieLines(seat: Seat, telling: Telling): string[] {
  const { from, together } = tiesOf(telling.whole, seat.person.id)
  return [
    ...from.map(({ id, ways }) => telling.text.from(telling.nameOf(id), wayWords(ways, telling))),
    ...together.map(({ ids, ways }) =>
      telling.text.together(
        listed(ids.map(telling.nameOf), telling),
        wayWords(ways, telling, ids.length + 1),
      ),
    ),
  ]
}

/** All of somebody's staff in a few sentences. */
export function seatSentence(seat: Seat, telling: Telling): string {
  const { text, topicName, words } = telling
  const groups = seat.person.groups.map(words.group).join(', ')
  const topics = (fits: (part: Part) => boolean) =>
    listed(
      topicsWhere(seat, telling, fits).map((topic) => inSentence(topicName(topic))),
      telling,
    )
  const given = topicsWhere(seat, telling, isGiven).map((topic) => helpWords(seat, topic, telling))
  const parts = [
    given.length > 0 && text.rowHelps(listed(given, telling)),
    topics(isWanted) && text.rowWants(topics(isWanted)),
    topics(isWorkedOn) && text.rowWorks(topics(isWorkedOn)),
    tieLines(seat, telling).length > 0 && text.rowLearns(listed(tieLines(seat, telling), telling)),
  ]
  return [groups ? `${seat.person.name} (${groups}).` : `${seat.person.name}.`, ...parts]
    .filter(Boolean)
    .join(' ')
}

/** Who can help with a topic, specialists named as such. */
export const helpersOf = (topic: TopicKey, { map, text }: Telling): string[] =>
  seatsOf(map).flatMap(({ person, parts }) => {
    const gives = parts.get(topic)?.gives ?? null
    if (gives === null) return []
    return [gives === 'specialist' ? text.specialistName(person.name) : person.name]
  })

export const namesWhere = (topic: TopicKey, { map }: Telling, fits: (part: Part) => boolean): string[] =>
  seatsOf(map).flatMap(({ person, parts }) => {
    const part = parts.get(topic)
    return part && fits(part) ? [person.name] : []
  })

export function columnSentence(topic: TopicKey, telling: Telling): string {
  const { text, topicName } = telling
  const [helps, wants] = [helpersOf(topic, telling), namesWhere(topic, telling, isWanted)]
  return [
    `${topicName(topic)}.`,
    helps.length > 0 && text.columnHelps(listed(helps, telling)),
    wants.length > 0 && text.columnWants(listed(wants, telling)),
  ]
    .filter(Boolean)
    .join(' ')
}
