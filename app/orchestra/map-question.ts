import type { PersonId } from '../kernel/id.ts'
import type { TopicKey } from '../school/topic.ts'
import { type Seat, seatsOf, type TeamMap, tiesOf } from './team-map.ts'

/**
 * What the map asks the team. `one-carries`: one colleague helps with it and nobody else; `nobody-offers`: several want
 * to learn it and nobody helps with it yet. A question, not a fault; nobody is weighed.
 */
export type MapQuestion =
  | {
      readonly kind: 'one-carries'
      readonly topic: TopicKey
      readonly person: PersonId
      /** Who wrote that they want to learn it. */
      readonly wants: readonly PersonId[]
      /** Who of them learns from this colleague this year. */
      readonly learning: readonly PersonId[]
    }
  | { readonly kind: 'nobody-offers'; readonly topic: TopicKey; readonly wants: readonly PersonId[] }

/** Less than this many who want to learn something is a wish, not a question for the team. */
export const MANY = 2
/** Before so many colleagues wrote something everything would hang on one person. */
export const ENOUGH_WRITTEN = 3

/** In the order of the topics; none as long as hardly anybody wrote a profile. */
export function questionsIn(map: TeamMap): MapQuestion[] {
  const seats = seatsOf(map)
  if (seats.filter(wroteSomething).length < ENOUGH_WRITTEN) return []
  return map.topics.flatMap((topic) => questionOn(topic, seats, map) ?? [])
}

// What a track seems to be about is a guess from its words: the questions rest on what people wrote of themselves.
const wroteSomething = ({ parts }: Seat) =>
  [...parts.values()].some(({ gives, learns }) => gives !== null || learns === 'wants')

function questionOn(topic: TopicKey, seats: readonly Seat[], map: TeamMap): MapQuestion | null {
  const idsWho = (fits: (seat: Seat) => boolean) => seats.filter(fits).map(({ person }) => person.id)
  const gives = idsWho(({ parts }) => (parts.get(topic)?.gives ?? null) !== null)
  const wants = idsWho(({ parts }) => parts.get(topic)?.learns === 'wants')
  const [only] = gives
  if (only === undefined) return wants.length < MANY ? null : { kind: 'nobody-offers', topic, wants }
  if (gives.length > 1) return null
  const others = wants.filter((id) => id !== only)
  const learning = others.filter((id) => tiesOf(map, id).from.some((one) => one.id === only))
  return { kind: 'one-carries', topic, person: only, wants: others, learning }
}
