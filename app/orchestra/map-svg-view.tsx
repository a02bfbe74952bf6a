import { html } from 'hono/html'
import type { PersonId } from '../kernel/id.ts'
import type { TopicKey } from '../school/topic.ts'
import type { Thread } from './map-lane.ts'
import { type Notation, type Note, notation, type Port, type Row, SIZES } from './map-place.ts'
import { columnSentence, seatSentence, type Telling } from './map-words-view.ts'

export type MapLinks = {
  readonly person: (id: PersonId) => string
  readonly topic: (topic: TopicKey) => string
}

/** The team as sheet music; a link for everybody and every topic, in reading order. */
export function MapSvg({ telling, links }: { telling: Telling; links: MapLinks }) {
  const { text, words, topicName } = telling
  const drawn = notation(telling.map, {
    topic: topicName,
    bench: (name) => name ?? text.wholeSchool,
    groups: ({ person }) => person.groups.map(words.group).join(', '),
  })
  const places = new Map(drawn.rows.map(({ seat }, place) => [seat.person.id, place]))
  return (
    <svg
      class={drawn.width > SIZES.width ? 'weefsel breed' : 'weefsel'}
      viewBox={`0 0 ${drawn.width} ${Math.ceil(drawn.height)}`}
      role="group"
      aria-label={text.drawingTitle}
      data-draad
    >
      <g class="draden partituur">
        <Columns drawn={drawn} telling={telling} links={links} />
        <Benches drawn={drawn} />
        {drawn.threads.map((thread) => (
          <ThreadPath thread={thread} places={places} />
        ))}
        {drawn.rows.map((row) => (
          <Staff {...{ row, drawn, telling, places }} href={links.person(row.seat.person.id)} />
        ))}
      </g>
    </svg>
  )
}

function Columns({ drawn, telling, links }: { drawn: Notation; telling: Telling; links: MapLinks }) {
  return (
    <>
      {drawn.columns.map(({ topic, x, words }) => (
        <>
          <line class="maat" x1={x} x2={x} y1={drawn.headsY} y2={drawn.height - 10} />
          <a href={links.topic(topic)}>
            {html`<title>${columnSentence(topic, telling)}</title>`}
            <text
              class="onderwerp"
              transform={`translate(${x + 4} ${drawn.headsY - 6}) rotate(-${SIZES.slant})`}
            >
              {words}
            </text>
          </a>
        </>
      ))}
    </>
  )
}

const Benches = ({ drawn }: { drawn: Notation }) => (
  <g aria-hidden="true">
    {drawn.benches.map(({ words, y, top, bottom }) => (
      <>
        <text class="kolomkop" x={drawn.namesX} y={y}>
          {words}
        </text>
        <path class="haakje" d={`M${drawn.staffX - 2} ${top}V${bottom}`} />
      </>
    ))}
  </g>
)

type Places = ReadonlyMap<PersonId, number>

const ThreadPath = ({ thread: { from, to, path }, places }: { thread: Thread; places: Places }) => (
  <path class="d dun" d={path} data-t={`${places.get(from)} ${places.get(to)}`} />
)

type StaffProps = { row: Row; drawn: Notation; telling: Telling; places: Places; href: string }

/** Its title is no title of the page: as an element, hono would carry it to the head. */
function Staff({ row, drawn, telling, places, href }: StaffProps) {
  const { id } = row.seat.person
  const on = drawn.threads.filter(({ to }) => to === id).map(({ from }) => places.get(from))
  const right = (drawn.columns.at(-1)?.x ?? drawn.staffX) + 18
  return (
    <a href={href} data-n={places.get(id)} data-op={on.join(' ') || undefined}>
      {html`<title>${seatSentence(row.seat, telling)}</title>`}
      <line class="balk" x1={drawn.staffX - 2} x2={right} y1={row.y} y2={row.y} />
      {row.ports.map((port) => (
        <PortMark port={port} x={drawn.portX} />
      ))}
      <text class="tn" x={drawn.namesX} y={row.y + 5}>
        {row.name}
      </text>
      {row.groups && (
        <text class="tk" x={row.groupsX} y={row.y + 5}>
          {row.groups}
        </text>
      )}
      {row.notes.map((note) => (
        <NoteMark note={note} y={row.y} />
      ))}
    </a>
  )
}

function PortMark({ port: { y, look }, x }: { port: Port; x: number }) {
  return (
    <>
      <circle class={look === 'learns' ? 'k eind open' : 'k eind'} cx={x} cy={y} r={3.4} />
      {look === 'together' && <circle class="k ring" cx={x} cy={y} r={5.6} />}
    </>
  )
}

/** Full gives, open wants to learn, dotted works on it; who gives and learns has both beside each other. */
function NoteMark({ note: { x, part }, y }: { note: Note; y: number }) {
  const both = part.gives !== null && part.learns !== null
  const learnsX = both ? x + 8 : x
  const givesX = both ? x - 8 : x
  return (
    <>
      {part.gives !== null && <circle class="k" cx={givesX} cy={y} r={6} />}
      {part.gives === 'specialist' && <circle class="k ring" cx={givesX} cy={y} r={9.5} />}
      {part.learns === 'wants' && <circle class="k open" cx={learnsX} cy={y} r={6} />}
      {part.learns === 'track' && <circle class="k vraagt" cx={learnsX} cy={y} r={6} />}
    </>
  )
}
