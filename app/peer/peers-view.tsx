import type { Child } from 'hono/jsx'
import { ArrowLink, LinkButton } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Empty } from '../ui/notice.tsx'
import { comingMoments, type PeerGroup, type PeersSeen, peerAsks, phaseOf } from './peer.ts'
import type { PeerProposal } from './peer-match.ts'
import { peerText } from './peer-text.ts'
import {
  askedBy,
  becauseWords,
  type Eyes,
  momentWords,
  namesOf,
  peersHref,
  shortUntil,
  stateWords,
  titleWords,
} from './peer-words-view.ts'

export type PeersProps = {
  groups: readonly PeerGroup[]
  proposals: readonly PeerProposal[]
  /** Whether there is anything in the own profile to propose from. */
  hasWishes: boolean
  /** That groups are there, for the coordinator; null for everybody else. */
  exist: readonly PeersSeen[] | null
  eyes: Eyes
}

/** Learning in pairs and triads: what waits, what runs, who could go together. */
export function PeersView(props: PeersProps) {
  const { groups, exist, eyes } = props
  const text = peerText(eyes.language)
  const waits = groups.filter((group) => peerAsks(group, eyes.me, eyes.today) !== null)
  const others = groups.filter((group) => !waits.includes(group))
  const inPhase = (...phases: readonly string[]) =>
    others.filter((group) => phases.includes(phaseOf(group, eyes.today)))
  const running = inPhase('running', 'over')
  return (
    <div class="twee">
      <div class="kolom">
        {waits.length + running.length + inPhase('waiting').length === 0 && (
          <Empty sentence={text.none}>
            <LinkButton href="/peers/new" kind="main">
              {text.ask}
            </LinkButton>
          </Empty>
        )}
        <Groups id="wacht" title={text.waits} groups={waits} eyes={eyes} />
        <Groups id="loopt" title={text.runs} groups={running} eyes={eyes} />
        <Groups id="gevraagd" title={text.asking} groups={inPhase('waiting')} eyes={eyes} />
        <Ended groups={inPhase('closed')} eyes={eyes} />
      </div>
      <div class="kolom">
        <Proposals {...props} />
        {exist && <Exist exist={exist} eyes={eyes} />}
      </div>
    </div>
  )
}

type BlockProps = { id: string; title: string; under?: string; children: Child }

const Block = ({ id, title, under, children }: BlockProps) => (
  <section class="blok" aria-labelledby={`k-${id}`} id={id}>
    <h2 id={`k-${id}`}>{title}</h2>
    {under && <p class="zacht">{under}</p>}
    {children}
  </section>
)

type GroupsProps = { id: string; title: string; groups: readonly PeerGroup[]; eyes: Eyes }

function Groups({ id, title, groups, eyes }: GroupsProps) {
  if (groups.length === 0) return null
  return (
    <Block id={id} title={title}>
      <ul class="leergroepen">
        {groups.map((group) => (
          <Line group={group} eyes={eyes} />
        ))}
      </ul>
    </Block>
  )
}

/** What was finished, folded away. */
function Ended({ groups, eyes }: { groups: readonly PeerGroup[]; eyes: Eyes }) {
  if (groups.length === 0) return null
  const { ended } = peerText(eyes.language)
  return (
    <section aria-labelledby="k-afgerond">
      <h2 class="vh" id="k-afgerond">
        {ended}
      </h2>
      <Fold summary={`${ended} (${groups.length})`} id="afgerond">
        <ul class="leergroepen">
          {groups.map((group) => (
            <Line group={group} eyes={eyes} />
          ))}
        </ul>
      </Fold>
    </section>
  )
}

function Line({ group, eyes }: { group: PeerGroup; eyes: Eyes }) {
  const text = peerText(eyes.language)
  const asks = peerAsks(group, eyes.me, eyes.today)
  const title = asks === 'answer' ? text.headingAsked(askedBy(group, eyes)) : titleWords(group, eyes)
  const facts = [
    ...(group.topic === null ? [] : [eyes.topicOf(group.topic)]),
    shortUntil(group, eyes.language),
    ...stateWords(group, eyes),
  ]
  const go = asks === 'close' ? text.closeUp : asks === null ? text.look : text.answer
  return (
    <li>
      <h3>{title}</h3>
      <p class="serif">{group.aim}</p>
      <p class="zacht">{facts.join(' · ')}</p>
      <Next group={group} eyes={eyes} />
      <ArrowLink href={peersHref(group)} about={`: ${title}`}>
        {go}
      </ArrowLink>
    </li>
  )
}

function Next({ group, eyes }: { group: PeerGroup; eyes: Eyes }) {
  const [next] = comingMoments(group, eyes.now)
  if (!next || group.closedAt !== null) return null
  return (
    <p>
      <time datetime={next.startsAt}>{peerText(eyes.language).next(momentWords(next, eyes.language))}</time>
    </p>
  )
}

/** Who could learn with me, each with why; nothing is asked before I ask. */
function Proposals({ proposals, hasWishes, eyes }: PeersProps) {
  const text = peerText(eyes.language)
  return (
    <Block id="voorstellen" title={text.proposals} under={text.proposalsUnder}>
      {proposals.length === 0 && <p>{hasWishes ? text.noProposals : text.noWishes}</p>}
      {proposals.length > 0 && (
        <ul class="leergroepen">
          {proposals.map((proposal) => (
            <Proposal proposal={proposal} eyes={eyes} />
          ))}
        </ul>
      )}
      {!hasWishes && (
        <p class="rij">
          <ArrowLink href="/profile">{text.toProfile}</ArrowLink>
        </p>
      )}
    </Block>
  )
}

function Proposal({ proposal, eyes }: { proposal: PeerProposal; eyes: Eyes }) {
  const { people, because, topic } = proposal
  const [who = '', third] = people
  const more = third === undefined ? '' : `&third=${third}`
  const names = namesOf(people, eyes)
  return (
    <li>
      <h3>{names}</h3>
      <p class="zacht">{becauseWords(people, because, eyes)}</p>
      <ArrowLink href={`/peers/new?with=${who}${more}&topic=${topic}`}>
        {peerText(eyes.language).askThem(names)}
      </ArrowLink>
    </li>
  )
}

/** Names and term, and nothing besides. */
function Exist({ exist, eyes }: { exist: readonly PeersSeen[]; eyes: Eyes }) {
  const text = peerText(eyes.language)
  return (
    <Block id="samen" title={text.exists} under={text.existsNote}>
      {exist.length === 0 && <p>{text.existsNone}</p>}
      {exist.length > 0 && (
        <ul class="leergroepen kort">
          {exist.map((one) => (
            <li>
              {namesOf(one.people, eyes)} <small>{shortUntil(one, eyes.language)}</small>
            </li>
          ))}
        </ul>
      )}
    </Block>
  )
}
