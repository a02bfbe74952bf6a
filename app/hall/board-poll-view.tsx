import type { SeenPoll } from '../round/poll.ts'
import { roomText } from '../round/round-room-text.ts'
import type { Board } from './board.ts'
import { Turf } from './board-round-view.tsx'
import { boardText } from './board-text.ts'

type PollsProps = { polls: readonly SeenPoll[]; words: Board['words'] }

/** What the room was asked: open ones with how many chose, closed ones with the outcome, by number and by marks. */
export function BoardPolls({ polls, words }: PollsProps) {
  return (
    <>
      {polls.map((poll) => (
        <section class="peiling" aria-labelledby={`peiling-${poll.id}`}>
          <h2 id={`peiling-${poll.id}`}>{poll.question}</h2>
          {poll.isOpen ? <OpenPoll poll={poll} words={words} /> : <PollOutcome poll={poll} words={words} />}
        </section>
      ))}
    </>
  )
}

type PollProps = { poll: SeenPoll; words: Board['words'] }

function OpenPoll({ poll, words }: PollProps) {
  const text = boardText(words.language)
  return (
    <>
      <ol class="opties">
        {poll.options.map((option) => (
          <li>{option.text}</li>
        ))}
      </ol>
      <p class="geantwoord">
        <b>{String(poll.answered)}</b>
        <Turf count={poll.answered} />
        <span>{text.answeredSoFar(poll.answered, poll.voters.length)}</span>
      </p>
      <p class="zacht">{`${text.pollOpen} ${text.pollHidden}`}</p>
    </>
  )
}

/** In the order of the question for a check, by number of dots where one chooses what to talk about. */
function PollOutcome({ poll, words }: PollProps) {
  const text = boardText(words.language)
  const counts = poll.result?.counts ?? null
  if (counts === null) return <p class="zacht">{roomText(words.language).notOpened}</p>
  const countOf = (id: string) => counts[id] ?? 0
  const inOrder =
    poll.kind === 'dots'
      ? [...poll.options].sort((one, other) => countOf(other.id) - countOf(one.id))
      : poll.options
  return (
    <ol class="uitslag">
      {inOrder.map((option) => (
        <li>
          <span>{option.text}</span>
          <b>
            {String(countOf(option.id))}
            <span class="vh"> {poll.kind === 'dots' ? text.dotsWord : text.timesWord}</span>
          </b>
          <Turf count={countOf(option.id)} />
        </li>
      ))}
    </ol>
  )
}
