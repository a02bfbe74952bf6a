import { dayOf, weekDay } from '../kernel/day.ts'
import type { MeetingItem } from '../meeting/meeting.ts'
import { ideasOf } from '../meeting/say.ts'
import { roomText } from '../round/round-room-text.ts'
import { countsOf, type SeenDecision, type SeenRound } from '../round/round-standing.ts'
import { roundText } from '../round/round-text.ts'
import { Icon } from '../ui/icons.tsx'
import { type Board, fives, isBoxShut, reasonsOf, withdrawnIn } from './board.ts'
import { boardText } from './board-text.ts'

type RoundProps = { board: Board; item: MeetingItem; decision: SeenDecision; round: SeenRound }

/** A round on the wall: while it is open only how many answered, afterwards what they said, without names. */
export function BoardRound(props: RoundProps) {
  return props.round.closed === null ? <OpenRound {...props} /> : <ClosedRound {...props} />
}

function OpenRound({ board, decision, round }: RoundProps) {
  const text = boardText(board.words.language)
  const { voters, unnamed } = decision.standing
  return (
    <section class="ronde-open" aria-labelledby="ronde-kop">
      <h2 id="ronde-kop">
        {round.number > 1 && <small>{text.roundNumber(round.number)}</small>}
        {unnamed ? text.voteNow : text.answerNow}
      </h2>
      <p class="geantwoord">
        <b>{String(round.answered)}</b>
        <Turf count={round.answered} />
        <span>{text.answeredSoFar(round.answered, voters)}</span>
      </p>
      <p class="zacht">{unnamed ? text.hiddenUnnamed : text.hidden}</p>
    </section>
  )
}

function ClosedRound(props: RoundProps) {
  const { board, decision, round } = props
  const text = boardText(board.words.language)
  return (
    <>
      <Outcome {...props} />
      <Counts {...props} />
      {round.counted && (
        <p class="zacht">{round.counted.method === 'hands' ? text.handsCounted : text.paperCounted}</p>
      )}
      {decision.standing.now.is === 'objection' && <Objections {...props} />}
      <Concerns {...props} />
    </>
  )
}

function Outcome({ board, decision }: RoundProps) {
  const { language } = board.words
  const text = boardText(language)
  const { now, rule } = decision.standing
  if (now.is !== 'stands') return null
  return (
    <p class="staat-vast">
      <i class="knoop" aria-hidden="true" />
      <span>
        {rule.kind === 'consent' ? text.stands : text.carries}
        {now.until && <small> {text.until(weekDay(dayOf(new Date(now.until)), language))}</small>}
      </span>
    </p>
  )
}

const KINDS = ['consent', 'concern', 'objection'] as const

function Counts({ board, decision, round }: RoundProps) {
  const { language } = board.words
  const text = boardText(language)
  const counts = countsOf(round)
  if (counts === null || isBoxShut(round)) return <p class="zacht">{roomText(language).notOpened}</p>
  const { choice } = roundText(language)
  const withdrawn = withdrawnIn(round)
  const rule = decision.frame.rule.kind
  const kinds = decision.frame.unnamed ? KINDS.filter((kind) => kind !== 'concern') : KINDS
  return (
    <dl class="turf">
      {kinds.map((kind) => (
        <div>
          <dt>
            <Icon name={kind} />
            {choice[kind][rule]}
          </dt>
          <dd>
            <b>{String(counts[kind])}</b>
            <Turf count={counts[kind]} />
          </dd>
          {kind === 'objection' && withdrawn > 0 && <dd class="ingetrokken">{text.withdrawn(withdrawn)}</dd>}
        </div>
      ))}
      {(counts.blank > 0 || decision.frame.unnamed) && (
        <div>
          <dt>{text.blank}</dt>
          <dd>
            <b>{String(counts.blank)}</b>
            <Turf count={counts.blank} />
          </dd>
        </div>
      )}
    </dl>
  )
}

/** What is in the way is read together, without a name; then what the objector thinks would take it away. */
function Objections({ board, item, round }: RoundProps) {
  const text = boardText(board.words.language)
  const { objections } = reasonsOf(round)
  if (objections.length === 0) return null
  const ideas = ideasOf(board.scene, item, round)
  return (
    <section class="bezwaren">
      <h2>{text.objection(objections.length)}</h2>
      {objections.map((reason) => (
        <blockquote class="regels">{reason}</blockquote>
      ))}
      <p>{text.thanks(objections.length)}</p>
      {ideas.length > 0 && (
        <ul class="ideeen">
          {ideas.map((idea) => (
            <li class="regels">{idea.text}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Concerns({ board, round }: RoundProps) {
  const text = boardText(board.words.language)
  const { concerns } = reasonsOf(round)
  if (concerns.length === 0) return null
  return (
    <section class="zorgen">
      <h2>{text.concerns(concerns.length)}</h2>
      <ul>
        {concerns.map((concern) => (
          <li class="regels">{concern}</li>
        ))}
      </ul>
    </section>
  )
}

/** Tally marks as drawn on a board, by fives: the same number as beside it, so a screen reader skips them. */
export function Turf({ count }: { count: number }) {
  return (
    <span class="turven" aria-hidden="true">
      {fives(count).map((marks) => (
        <svg viewBox="0 0 50 42">
          {Array.from({ length: Math.min(marks, 4) }, (_, place) => (
            <path d={place % 2 === 0 ? `M${4 + place * 11} 4l1 34` : `M${5 + place * 11} 4l-1 34`} />
          ))}
          {marks === 5 && <path d="M2 34L46 8" />}
        </svg>
      ))}
    </span>
  )
}
