import type { PersonId } from '../kernel/id.ts'
import type { TopicKey } from '../school/topic.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField } from '../ui/field.tsx'
import { Empty } from '../ui/notice.tsx'
import { PrintButton } from '../ui/script-button.tsx'
import type { MapQuestion } from './map-question.ts'
import { type MapLinks, MapSvg } from './map-svg-view.tsx'
import { MapTable, TopicsTable } from './map-table-view.tsx'
import { listed, type Telling } from './map-words-view.ts'
import { seatsOf } from './team-map.ts'

export const MAP = '/team/map'

const LINKS: MapLinks = {
  person: (id) => `/profile/${id}`,
  topic: (topic) => `${MAP}?topic=${topic}`,
}

export type MapProps = {
  telling: Telling
  /** Every topic that somebody plays, to choose from. */
  topics: readonly TopicKey[]
  /** The topic that was chosen. */
  chosen: TopicKey | null
  asks: readonly MapQuestion[]
  me: PersonId
}

/** The map of the team: the sheet music, what it asks, and the same in words. */
export function MapView({ telling, topics, chosen, asks, me }: MapProps) {
  const { text, map } = telling
  const seats = seatsOf(map)
  if (seats.length === 0) return <Empty sentence={text.nobody} />
  return (
    <>
      <Choose {...{ telling, topics, chosen }} />
      {topics.length === 0 && (
        <Empty sentence={text.empty}>
          <ArrowLink href="/profile">{text.toOwnProfile}</ArrowLink>
        </Empty>
      )}
      <section class={seats.length > LARGE ? 'blok kaart groot' : 'blok kaart'} aria-labelledby="notation">
        <h2 id="notation">{text.drawingTitle}</h2>
        <div class="schuif" role="region" aria-label={text.drawing} tabindex={0}>
          <MapSvg telling={telling} links={LINKS} />
        </div>
        <Legend telling={telling} />
      </section>
      <Asks {...{ telling, asks, me, chosen }} />
      <section class="blok" aria-labelledby="table">
        <h2 id="table">{text.tableTitle}</h2>
        <MapTable telling={telling} links={LINKS} />
      </section>
      {map.topics.length > 0 && (
        <section class="blok kaartonderwerpen" aria-labelledby="topics">
          <h2 id="topics">{text.topicsTitle}</h2>
          <TopicsTable telling={telling} links={LINKS} topics={chosen ? [chosen] : map.topics} />
        </section>
      )}
    </>
  )
}

/** More staves than this are printed on A3. */
const LARGE = 34

function Choose({ telling, topics, chosen }: Pick<MapProps, 'telling' | 'topics' | 'chosen'>) {
  const { text, topicName, language } = telling
  return (
    <div class="kaartkeus">
      {topics.length > 0 && (
        <form action={MAP} method="get" class="filterform">
          <SelectField
            name="topic"
            label={text.choose}
            value={chosen ?? ''}
            none={text.allTopics}
            options={topics.map((topic) => ({ value: topic, label: topicName(topic) }))}
          />
          <Button kind="quiet">{text.show}</Button>
        </form>
      )}
      <p class="rij">
        <ArrowLink href="/profile">{text.ownProfile}</ArrowLink>
        <PrintButton language={language} />
      </p>
      {chosen && (
        <p class="noot je-ziet">
          {text.youSee(topicName(chosen))} <a href={MAP}>{text.seeAll}</a>
        </p>
      )}
    </div>
  )
}

const NOTES = [
  ['helps', 'vol'],
  ['specialist', 'vol ring'],
  ['wants', 'open'],
  ['track', 'werk'],
  ['thread', 'draadje'],
] as const

function Legend({ telling: { text } }: { telling: Telling }) {
  return (
    <ul class="legenda kaartlegenda" aria-label={text.legendTitle}>
      {NOTES.map(([key, look]) => (
        <li>
          <span class={`nootje ${look}`} aria-hidden="true" />
          {text.legend[key]}
        </li>
      ))}
    </ul>
  )
}

const SHOWN = 4

type AsksProps = Pick<MapProps, 'telling' | 'asks' | 'me' | 'chosen'>

function Asks({ telling, asks, me, chosen }: AsksProps) {
  const { text } = telling
  if (asks.length === 0) return null
  const items = asks.map((ask) => <AskItem {...{ ask, telling, me, chosen }} />)
  return (
    <section class="blok kaartvragen" aria-labelledby="asks">
      <h2 id="asks">{text.asksTitle}</h2>
      <p class="noot">{text.asksNote}</p>
      <ul class="zinnen">{items.slice(0, SHOWN)}</ul>
      {items.length > SHOWN && (
        <Fold summary={text.moreAsks}>
          <ul class="zinnen">{items.slice(SHOWN)}</ul>
        </Fold>
      )}
    </section>
  )
}

function AskItem({ ask, telling, me, chosen }: Omit<AsksProps, 'asks'> & { ask: MapQuestion }) {
  const { text, topicName, nameOf } = telling
  return (
    <li>
      {askSentences(ask, telling, me).join(' ')}{' '}
      {chosen === null && <a href={LINKS.topic(ask.topic)}>{text.seeTopic(topicName(ask.topic))}</a>}
      {chosen === null && ask.kind === 'one-carries' && ask.person !== me && ' · '}
      {ask.kind === 'one-carries' && ask.person !== me && (
        <a href={LINKS.person(ask.person)}>{text.seeProfile(nameOf(ask.person))}</a>
      )}
    </li>
  )
}

function askSentences(ask: MapQuestion, telling: Telling, me: PersonId): string[] {
  const { text, topicName, nameOf } = telling
  const topic = topicName(ask.topic)
  const names = (ids: readonly PersonId[]) => listed(ids.map(nameOf), telling)
  if (ask.kind === 'nobody-offers') return [text.nobodyOffers(topic, names(ask.wants))]
  const { person, wants, learning } = ask
  const open = wants.filter((id) => !learning.includes(id))
  const from = person === me ? text.you : nameOf(person)
  return [
    person === me ? text.oneCarriesOwn(topic) : text.oneCarries(topic, nameOf(person)),
    ...(open.length > 0 ? [text.wantThis(names(open), open.length > 1)] : []),
    ...(learning.length > 0 ? [text.learnAlready(names(learning), learning.length > 1, from)] : []),
  ]
}
