import type { Child } from 'hono/jsx'
import type { TopicKey } from '../school/topic.ts'
import { Table } from '../ui/table.tsx'
import type { MapLinks } from './map-svg-view.tsx'
import {
  helpersOf,
  helpWords,
  isGiven,
  isWanted,
  isWorkedOn,
  listed,
  namesWhere,
  type Telling,
  tieLines,
  topicsWhere,
  trackLines,
} from './map-words-view.ts'
import type { Seat } from './team-map.ts'

type MapTableProps = { telling: Telling; links: MapLinks }

/** The map in words: everybody a row; on a narrow screen a list. */
export function MapTable({ telling, links }: MapTableProps) {
  const { text, map } = telling
  return (
    <>
      <div class="kaarttabel">
        <Table
          caption={text.tableCaption}
          hiddenCaption
          head={[text.name, text.helpsWith, text.wantsToLearn, text.learnsThisYear, text.fromAndWith]}
          rows={map.benches.flatMap(({ seats }) =>
            seats.map((seat) => [
              <Name seat={seat} telling={telling} links={links} />,
              ...columnsOf(seat, telling).map(({ lines }) => <Lines lines={lines} />),
            ]),
          )}
        />
      </div>
      <div class="kaartlijst">
        {map.benches.map(({ name, seats }) => (
          <section aria-label={name ?? text.wholeSchool}>
            <h3>{name ?? text.wholeSchool}</h3>
            <ul class="orkest">
              {seats.map((seat) => (
                <ListItem seat={seat} telling={telling} links={links} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}

function columnsOf(seat: Seat, telling: Telling): { term: string; lines: readonly string[] }[] {
  const { text, topicName } = telling
  const wanted = topicsWhere(seat, telling, isWanted).map(topicName)
  return [
    {
      term: text.helpsWith,
      lines: topicsWhere(seat, telling, isGiven).map((topic) => helpWords(seat, topic, telling)),
    },
    { term: text.wantsToLearn, lines: wanted },
    { term: text.learnsThisYear, lines: trackLines(seat, telling) },
    { term: text.fromAndWith, lines: tieLines(seat, telling) },
  ]
}

function Name({ seat: { person }, telling, links }: MapTableProps & { seat: Seat }) {
  const groups = person.groups.map(telling.words.group).join(', ')
  return (
    <>
      <a href={links.person(person.id)}>{person.name}</a>
      {groups && <small> {groups}</small>}
    </>
  )
}

function Lines({ lines }: { lines: readonly string[] }): Child {
  if (lines.length < 2) return <>{lines[0] ?? ''}</>
  return (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

function ListItem({ seat, telling, links }: MapTableProps & { seat: Seat }) {
  const said = columnsOf(seat, telling).filter(({ lines }) => lines.length > 0)
  return (
    <li>
      <p class="wie">
        <Name seat={seat} telling={telling} links={links} />
      </p>
      {said.length > 0 && (
        <dl>
          {said.map(({ term, lines }) => (
            <div>
              <dt>{term}</dt>
              <dd>{lines.join('; ')}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}

/** The same the other way round: by topic, who helps, who wants to learn it and who works on it. */
export function TopicsTable({ telling, links, topics }: MapTableProps & { topics: readonly TopicKey[] }) {
  const { text, topicName } = telling
  return (
    <Table
      caption={text.topicsCaption}
      hiddenCaption
      head={[text.topic, text.whoHelps, text.whoWants, text.whoWorks]}
      rows={topics.map((topic) => [
        <a href={links.topic(topic)}>{topicName(topic)}</a>,
        listed(helpersOf(topic, telling), telling),
        listed(namesWhere(topic, telling, isWanted), telling),
        listed(namesWhere(topic, telling, isWorkedOn), telling),
      ])}
    />
  )
}
