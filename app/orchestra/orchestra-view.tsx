import type { Child } from 'hono/jsx'
import { plainOf } from '../kernel/rich.ts'
import { listNames } from '../plan/coverage-view.tsx'
import { type Entry, type EntryText, textOf } from '../plan/entry.ts'
import { mayArrange, mayBeginOwn, mayReadTexts } from '../plan/plan-may.ts'
import { aboutOf, firstLine } from '../plan/plan-sheet.ts'
import { cardId, type Drawing } from '../plan/plan-sheet-view.ts'
import { Empty } from '../ui/notice.tsx'
import { PrintButton } from '../ui/script-button.tsx'
import { Knot } from '../ui/thread.tsx'
import { type Desk, GROUPINGS, type Grouping, type Player } from './orchestra.ts'
import { orchestraText } from './orchestra-text.ts'

type OrchestraProps = { d: Drawing; desks: readonly Desk[]; by: Grouping }

/** The orchestra at a glance: who learns what, from whom, with whom. Sentences, no columns to compare. */
export function OrchestraView({ d, desks, by }: OrchestraProps) {
  const text = orchestraText(d.language)
  return (
    <>
      <nav aria-label={text.group} class="rij orkestkeus">
        <ul class="filter">
          {GROUPINGS.map((one) => (
            <li>
              <a href={`${d.href}/orchestra?by=${one}`} aria-current={one === by ? 'true' : undefined}>
                {text.by[one]}
              </a>
            </li>
          ))}
        </ul>
        <PrintButton language={d.language} />
      </nav>
      {desks.length === 0 && <Empty sentence={text.nobody} />}
      {desks.map((desk) => (
        <DeskPart d={d} desk={desk} by={by} />
      ))}
    </>
  )
}

function DeskPart({ d, desk, by }: { d: Drawing; desk: Desk; by: Grouping }) {
  const text = orchestraText(d.language)
  const name = desk.name ?? (by === 'team' ? text.noTeam : text.wholeSchool)
  const isTeam = by === 'team' && desk.name !== null
  return (
    <section class="blok orkestdeel" aria-labelledby={`d-${desk.key}`}>
      <h2 id={`d-${desk.key}`}>{name}</h2>
      {isTeam && <TeamLearns d={d} entry={desk.entry} />}
      <ul class="orkest">
        {desk.players.map((player) => (
          <PlayerItem d={d} player={player} within={isTeam ? name : null} />
        ))}
      </ul>
    </section>
  )
}

function TeamLearns({ d, entry }: { d: Drawing; entry: Entry | null }) {
  const text = orchestraText(d.language)
  if (!entry) return <p class="noot">{text.teamWithout}</p>
  return (
    <p>
      {text.learnsTogether}: <a href={`${d.href}#${cardId(entry.id)}`}>{aboutOf(entry) || text.nothingYet}</a>
    </p>
  )
}

type PlayerProps = { d: Drawing; player: Player; within: string | null }

function PlayerItem({ d, player, within }: PlayerProps) {
  const { person, tracks } = player
  const groups = person.groups.map(d.words.group).join(', ')
  return (
    <li id={within === null ? `p-${person.id}` : undefined}>
      <p class="wie">
        <Knot kind={tracks.length > 0 ? 'full' : 'loose'} />
        <b>{person.name}</b>
        {groups && <span class="zacht"> {groups}</span>}
      </p>
      <dl>
        {tracks.length === 0 ? <NoTrack d={d} player={player} /> : <Learns d={d} player={player} />}
        <With d={d} player={player} within={within} />
      </dl>
    </li>
  )
}

/** `silent`: the sentence says it already; the term is for who hears the list. */
const Said = ({ term, silent, children }: { term: string; silent?: boolean; children: Child }) => (
  <div>
    <dt class={silent ? 'vh' : undefined}>{term}</dt>
    <dd>{children}</dd>
  </div>
)

function NoTrack({ d, player: { person, expected } }: Omit<PlayerProps, 'within'>) {
  const text = orchestraText(d.language)
  if (!expected)
    return (
      <Said term={text.learns} silent>
        {text.noNeed}
      </Said>
    )
  const isSelf = person.id === d.actor.personId
  const may = isSelf ? mayBeginOwn(d.plan).may : mayArrange(d.actor, d.plan).may
  return (
    <Said term={text.learns} silent>
      {isSelf ? text.noPlaceOwn : text.noPlace(person.name)}{' '}
      {may && <a href={`${d.href}#places`}>{isSelf ? text.begin : text.give}</a>}
    </Said>
  )
}

function Learns({ d, player }: Omit<PlayerProps, 'within'>) {
  const text = orchestraText(d.language)
  const seen = player.tracks.filter((entry) => mayReadTexts(d.actor, entry).may)
  const from = [
    ...textsIn(seen, 'support'),
    ...player.supported.filter((name) => !textsIn(seen, 'support').some((said) => said.includes(name))),
    ...player.asked.map(text.asked),
  ]
  return (
    <>
      {player.tracks.map((entry) => (
        <Said term={text.learns}>
          <a href={`${d.href}#${cardId(entry.id)}`}>{learnsWhat(entry, player, d)}</a>
        </Said>
      ))}
      {from.length > 0 && <Said term={text.from}>{from.map(ended).join(' ')}</Said>}
    </>
  )
}

function learnsWhat(entry: Entry, { person }: Player, d: Drawing) {
  const text = orchestraText(d.language)
  if (!mayReadTexts(d.actor, entry).may) return text.stillWriting(person.name)
  return aboutOf(entry) || text.nothingYet
}

const LONGEST = 140

const textsIn = (entries: readonly Entry[], field: EntryText) =>
  entries.map((entry) => firstLine(plainOf(textOf(entry, field)), LONGEST)).filter((line) => line !== '')

const ended = (line: string) => (/[.!?…]$/.test(line) ? line : `${line}.`)

function With({ d, player, within }: PlayerProps) {
  const text = orchestraText(d.language)
  const together = [...player.duo, ...player.learningTeams.filter((name) => name !== within)]
  const seen = player.tracks.filter((entry) => mayReadTexts(d.actor, entry).may)
  const shares = player.sharesWith === null ? [] : [...player.sharesWith, ...textsIn(seen, 'shareYieldWith')]
  return (
    <>
      {together.length > 0 && <Said term={text.with}>{ended(listNames(together, text.and))}</Said>}
      {shares.length > 0 && <Said term={text.shares}>{shares.map(ended).join(' ')}</Said>}
    </>
  )
}
