import { dayOf, longDay } from '../kernel/day.ts'
import { PostButton } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { memberIn, namedBesides, type PeerGroup, peopleAsked, peopleIn, phaseOf } from './peer.ts'
import { AgreementsPart } from './peer-agreements-view.tsx'
import { Brought, Looking } from './peer-looking-view.tsx'
import { MomentsPart } from './peer-moments-view.tsx'
import { MorePart } from './peer-more-view.tsx'
import { peerOneText } from './peer-one-text.ts'
import type { PeerSheet } from './peer-sheet.ts'
import { peerText } from './peer-text.ts'
import { type Eyes, namesOf, peersHref, stateWords, untilWords } from './peer-words-view.ts'

export type PeerProps = { sheet: PeerSheet; eyes: Eyes }

/** One pair or triad: what is asked of me, what we agreed, when we meet, what it brings. */
export function PeerView(props: PeerProps) {
  const { group } = props.sheet
  const state = memberIn(group, props.eyes.me)?.state
  if (state === 'asked') return <Asked {...props} />
  return (
    <>
      {state === 'left' && <Notice title={peerOneText(props.eyes.language).youLeft} />}
      <Third {...props} />
      <Facts {...props} />
      {state === 'left' ? <Brought {...props} /> : <Within {...props} />}
    </>
  )
}

/** For who takes part. */
function Within(props: PeerProps) {
  const { group } = props.sheet
  const { language, today, me } = props.eyes
  const text = peerOneText(language)
  const phase = phaseOf(group, today)
  if (phase === 'waiting')
    return (
      <>
        <p class="kernzin">
          {peopleAsked(group).length > 0
            ? text.waiting(namesOf(peopleAsked(group), props.eyes))
            : text.waitingAlone}
        </p>
        <MorePart {...props} />
      </>
    )
  const others = peopleIn(group).filter((person) => person !== me)
  return (
    <>
      {phase === 'over' && <Notice title={text.overNote} />}
      <p class="noot lezers">
        {text.readersCoordinator(namesOf(others, props.eyes), props.sheet.coordinator)} {text.kept}
      </p>
      <div class="twee">
        <div class="kolom">
          <MomentsPart {...props} />
          <Looking {...props} />
        </div>
        <div class="kolom">
          <AgreementsPart {...props} />
          <MorePart {...props} />
        </div>
      </div>
    </>
  )
}

/** Yes or not now: two buttons of equal weight, and no field for a reason. */
function Asked({ sheet, eyes }: PeerProps) {
  const { group } = sheet
  const text = peerOneText(eyes.language)
  const href = peersHref(group)
  const by = memberIn(group, eyes.me)?.askedBy
  const others = peopleIn(group).filter((person) => person !== by)
  const alsoAsked = peopleAsked(group).filter((person) => person !== eyes.me)
  return (
    <>
      <Facts {...{ sheet, eyes }} />
      <section class="antwoord" aria-labelledby="k-antwoord" id="antwoord">
        <h2 id="k-antwoord" class="groot">
          {text.doYouJoin}
        </h2>
        {others.length > 0 && <p>{text.withWhom(namesOf(others, eyes))}</p>}
        {alsoAsked.length > 0 && <p>{text.alsoAsked(namesOf(alsoAsked, eyes))}</p>}
        <div class="rij">
          <PostButton action={href} hidden={{ act: 'yes' }}>
            {text.yes}
          </PostButton>
          <PostButton action={href} hidden={{ act: 'no' }} kind="quiet">
            {text.no}
          </PostButton>
        </div>
        <p class="noot">{text.noReason}</p>
      </section>
    </>
  )
}

/** A third one whom the other would like to ask: only with my yes. */
function Third({ sheet: { group }, eyes }: PeerProps) {
  const third = namedBesides(group, eyes.me)
  const state = memberIn(group, eyes.me)?.state
  if (!third || state !== 'in' || group.closedAt !== null) return null
  const text = peerOneText(eyes.language)
  const name = eyes.nameOf(third.personId)
  return (
    <section class="antwoord" aria-labelledby="k-derde" id="derde">
      <h2 id="k-derde" class="groot">
        {text.thirdAsks(eyes.nameOf(third.askedBy), name)}
      </h2>
      <p>{text.thirdNote}</p>
      <div class="rij">
        <PostButton action={peersHref(group)} hidden={{ act: 'third-yes' }}>
          {text.thirdYes(name)}
        </PostButton>
        <PostButton action={peersHref(group)} hidden={{ act: 'third-no' }} kind="quiet">
          {text.thirdNo}
        </PostButton>
      </div>
    </section>
  )
}

/** What it is about, who, and until when. */
function Facts({ sheet: { group }, eyes }: PeerProps) {
  const list = peerText(eyes.language)
  const about = [...(group.topic === null ? [] : [eyes.topicOf(group.topic)]), untilOf(group, eyes)]
  const states = stateWords(group, eyes)
  return (
    <section class="leerdoel" aria-label={list.aim}>
      <p class="profielzin">{group.aim}</p>
      <p class="zacht">{[...about, ...states].join(' · ')}</p>
    </section>
  )
}

/** Until when, or when it was finished. */
function untilOf(group: PeerGroup, { language }: Eyes): string {
  if (group.closedAt === null) return untilWords(group, language)
  return peerOneText(language).isClosed(longDay(dayOf(new Date(group.closedAt)), language))
}
