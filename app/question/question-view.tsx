import type { Child } from 'hono/jsx'
import { CircleView } from './circle-view.tsx'
import { Ladder } from './ladder-view.tsx'
import { isRunning, type Question, type QuestionField } from './question.ts'
import { ClosedView, CloseView, ThrowAwayView } from './question-end-view.tsx'
import type { QuestionEyes, QuestionTried, SentencesTried } from './question-sheet.ts'
import { type TopicChoices, TopicView } from './question-topic-view.tsx'
import { TrackView } from './question-track-view.tsx'
import { RungsRead } from './rung-read-view.tsx'
import { RungsView } from './rung-view.tsx'

type Props = {
  question: Question
  /** Whether this reader is the asker. */
  isOwn: boolean
  may: { readonly topic: boolean; readonly throwAway: boolean }
  /** The coordinators of the third rung by name, as a sentence has them. */
  coordinators: string
  /** What other parts draw: 'too heavy', asking colleagues, the answers of the coordinator. */
  pieces: { readonly heavy: Child; readonly asks: Child; readonly answers: Child }
  topics: TopicChoices
  tied: Parameters<typeof TrackView>[0]['tied']
  tracks: Parameters<typeof TrackView>[0]['tracks']
  tried: QuestionTried | null
  sentences: SentencesTried | null
  /** The field in which one goes on writing. */
  begin: QuestionField | null
  eyes: QuestionEyes
}

/** One question on its ladder: the asker writes, the others read. */
export function QuestionView(props: Props) {
  const { question, isOwn, coordinators, pieces, eyes } = props
  const { closed } = question
  return (
    <div class="vraagvak">
      <div class="breed">
        <Ladder
          at={closed ? closed.solvedOn : question.rung}
          isClosed={closed !== null}
          coordinators={coordinators}
          language={eyes.language}
        />
      </div>
      <div class="kolom">
        {isOwn && isRunning(question) ? <Writing {...props} /> : <Reading {...props} />}
      </div>
      {pieces.heavy}
      <div class="kolom vraagzij">
        <CircleView {...props} />
        {props.may.topic && <TopicView {...props} choices={props.topics} />}
        <TrackView {...props} />
      </div>
    </div>
  )
}

const Writing = (props: Props) => (
  <>
    <RungsView {...props} asks={props.pieces.asks} answers={props.pieces.answers} tried={props.sentences} />
    <CloseView {...props} />
    {props.may.throwAway && <ThrowAwayView {...props} />}
  </>
)

const Reading = (props: Props) => (
  <>
    <blockquote class="vraagzin">{props.question.text.text}</blockquote>
    <RungsRead {...props} />
    {props.pieces.asks}
    {props.pieces.answers}
    <ClosedView {...props} />
  </>
)
