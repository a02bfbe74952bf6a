import { isLookBack } from '../lookback/look-back.ts'
import { ConfirmMinutes } from '../minutes/minutes-confirm-view.tsx'
import { type SeenPoll, stillNeeded } from '../round/poll.ts'
import { pollText } from '../round/poll-text.ts'
import { LinkButton } from '../ui/button.tsx'
import type { Leading } from './board.ts'
import { heldRound, jumpsAt, nextStep, usualLeaving } from './lead.ts'
import { Act, Panel } from './lead-act-view.tsx'
import { AfterActs, LastActs } from './lead-end-view.tsx'
import { leadText } from './lead-text.ts'

/** The next step, and what is used beside it most. */
export function LeadActs({ at }: { at: Leading }) {
  const { phase } = at.scene.meeting
  const text = leadText(at.words.language)
  if (phase === 'closed') return <AfterActs at={at} />
  if (phase === 'prepare') {
    return (
      <Act at={at} act="open">
        {text.open}
      </Act>
    )
  }
  return at.item === null ? <BetweenActs at={at} /> : <ItemActs at={at} />
}

function BetweenActs({ at }: { at: Leading }) {
  const text = leadText(at.words.language)
  const place = at.scene.items.findIndex(({ state }) => state === 'to-come')
  const item = at.scene.items[place]
  if (!item) return <LastActs at={at} />
  return (
    <Act at={at} act="next" fields={{ leave: 'done' }} data-verder="ja">
      {item.spent > 0 ? text.goOn(place + 1) : text.begin(place + 1)}
    </Act>
  )
}

function ItemActs({ at }: { at: Leading }) {
  const poll = at.polls.find(({ closedAt }) => closedAt === null)
  if (heldRound(at.sheet)) return <CloseRound at={at} />
  if (poll) return <ClosePoll at={at} poll={poll} />
  return (
    <>
      <NextStep at={at} />
      <AtOnce at={at} />
      <OfItsOwn at={at} />
      <Leave at={at} />
    </>
  )
}

/** Without names five answers are needed: with fewer it asks first, for what was given would be lost. */
function ClosePoll({ at, poll }: { at: Leading; poll: SeenPoll }) {
  const label = leadText(at.words.language).closePoll
  const text = pollText(at.words.language)
  const needed = stillNeeded(poll)
  if (needed === 0)
    return (
      <Act at={at} act="poll-close" fields={{ poll: poll.id }}>
        {label}
      </Act>
    )
  return (
    <Panel id={`leid-peiling-${poll.id}`} label={label} main>
      <p>{text.needed(needed)}</p>
      <Act at={at} act="poll-close" fields={{ poll: poll.id, sure: 'yes' }}>
        {text.closeUncounted}
      </Act>
    </Panel>
  )
}

/** An easy item is put to the team without its rounds. */
function AtOnce({ at }: { at: Leading }) {
  if (at.item === null || at.item.kind === 'minutes' || !jumpsAt(at.item, at.sheet).includes('consent'))
    return null
  return (
    <Act at={at} act="stage" fields={{ to: 'consent' }} kind="quiet">
      {leadText(at.words.language).atOnce}
    </Act>
  )
}

/** Some kinds of items have a page of their own to lead them by, or end in an act of their own. */
function OfItsOwn({ at }: { at: Leading }) {
  const text = leadText(at.words.language)
  const { item } = at
  if (item === null) return null
  if (isLookBack(item))
    return <LinkButton href={`${at.href}/look-back#i-${item.id}`}>{text.lookBack}</LinkButton>
  if (item.kind === 'amendment' && at.sheet?.decision?.standing.now.is === 'stands')
    return <LinkButton href={amendmentHref(at)}>{text.layInPlan}</LinkButton>
  if (!canConfirm(at)) return null
  return (
    <Panel id={`leid-notulen-${item.id}`} label={text.confirmMinutes} main>
      <ConfirmMinutes meetingId={at.scene.meeting.id} item={item} language={at.words.language} />
    </Panel>
  )
}

/** Minutes that were put before the team wait for the chair. */
const canConfirm = ({ item, isChair, sheet }: Leading) =>
  item?.kind === 'minutes' && isChair && sheet?.print != null

/** An amendment that stands comes into the plan on its own page. */
const amendmentHref = ({ scene, item }: Leading) =>
  `/plan/${scene.meeting.planId}/amendment/${item?.subjectId}`

/** Forward within the item; a round is opened and closed by a button of its own, never by a key. */
function NextStep({ at }: { at: Leading }) {
  const text = leadText(at.words.language)
  const { item, sheet } = at
  if (item === null) return null
  const step = nextStep(item, sheet)
  if (step.does === 'go-on') return null
  if (step.does === 'stage') {
    return (
      <Act at={at} act="stage" fields={{ to: step.stage }} data-verder="ja">
        {text.toStage[step.stage]}
      </Act>
    )
  }
  return step.does === 'change-text' ? (
    <LinkButton
      href={`${at.href}/text/${item.id}${at.from === 'desk' ? '?from=desk' : ''}`}
      icon="pen"
      kind="main"
    >
      {text.changeText}
    </LinkButton>
  ) : (
    <Act at={at} act="round-open">
      {step.again ? text.again : text.openRound}
    </Act>
  )
}

/** On to the next item: done when it was had, moved to a later day when its decision is still to come. */
function Leave({ at }: { at: Leading }) {
  const text = leadText(at.words.language)
  const { item, sheet } = at
  if (item === null) return null
  const leave = usualLeaving(item, sheet)
  const isNext = leave === 'done' && nextStep(item, sheet).does === 'go-on' && !canConfirm(at)
  return (
    <Act
      at={at}
      act="next"
      fields={{ leave }}
      kind={isNext ? 'main' : 'quiet'}
      data-verder={isNext ? 'ja' : undefined}
    >
      {leave === 'carried' ? text.carry : text.next}
    </Act>
  )
}

/** Closing a round asks first: it shows how many are still to be heard. */
function CloseRound({ at }: { at: Leading }) {
  const text = leadText(at.words.language)
  const { decision } = at.sheet ?? {}
  const round = heldRound(at.sheet)
  if (!decision || !round) return null
  const silent = Math.max(0, decision.standing.voters - round.answered)
  return (
    <Panel id={`leid-sluit-${decision.id}-${round.number}`} label={text.closeRound} main>
      <p>{text.closeRoundAsk(silent)}</p>
      <Act at={at} act="round-close" fields={{ round: String(round.number) }}>
        {text.closeRoundSure}
      </Act>
    </Panel>
  )
}
