import { dayOf, type Moment, shortDay } from '../kernel/day.ts'
import type { AppointmentId } from '../kernel/id.ts'
import { capital } from '../kernel/sentence.ts'
import { firstLine } from '../plan/plan-sheet.ts'
import { isRunning } from '../question/question.ts'
import type { QuestionEyes } from '../question/question-sheet.ts'
import { PostButton } from '../ui/form.tsx'
import { type Answer, takeBackNo } from './answer.ts'
import { answerText } from './answer-text.ts'
import type { AnsweredLine } from './tray.ts'
import { TRAY } from './tray-sheet.ts'
import { trayText } from './tray-text.ts'
import { whenWords } from './tray-words-view.ts'

export type AnsweredProps = {
  lines: readonly AnsweredLine[]
  /** When somebody comes, of the appointments of this reader. */
  moments: ReadonlyMap<AppointmentId, Moment>
  /** There are more than are shown. */
  hasMore: boolean
  now: Moment
  eyes: QuestionEyes
}

/** What this coordinator answered, with what came back of it. */
export function AnsweredView({ lines, hasMore, ...at }: AnsweredProps) {
  const text = trayText(at.eyes.language)
  return (
    <section class="blok" aria-labelledby="jij-kop" id="jij">
      <h2 id="jij-kop" tabindex={-1}>
        {text.answered}
      </h2>
      {lines.length === 0 ? (
        <p class="noot">{text.answeredNone}</p>
      ) : (
        <ul class="data">
          {lines.map((line) => (
            <Line line={line} {...at} />
          ))}
        </ul>
      )}
      {hasMore && (
        <p>
          <a href={`${TRAY}?answered=all#jij`}>{text.answeredMore}</a>
        </p>
      )}
    </section>
  )
}

type LineProps = Omit<AnsweredProps, 'lines' | 'hasMore'> & { line: AnsweredLine }

/** In characters. */
const SHORT = 70
const LONGEST_SAID = 140

function Line({ line: { question, answers }, moments, now, eyes }: LineProps) {
  const text = trayText(eyes.language)
  const mine = answers.findLast(({ by }) => by === eyes.me)
  if (!mine) return null
  const name = eyes.nameOf(question.asker)
  const day = dayOf(new Date(mine.at))
  return (
    <li>
      <time datetime={day}>{shortDay(day, eyes.language)}</time>
      <div>
        <a href={`/questions/${question.id}`}>
          {name}: {firstLine(question.text.text, SHORT)}
        </a>
        <p>{saidWords(mine, moments, eyes)}</p>
        {mine.reply && (
          <p>
            {answerText(eyes.language).said[mine.reply.as](name)}{' '}
            {mine.reply.words !== '' && <q class="serif">{mine.reply.words}</q>}
          </p>
        )}
        {!isRunning(question) && <p>{text.closed}</p>}
        {takeBackNo(mine, now) === null && (
          <PostButton
            action={TRAY}
            hidden={{ act: 'take-back', answer: mine.id }}
            kind="link"
            icon="undo"
            about={text.takeBackAbout(name)}
          >
            {text.takeBack}
          </PostButton>
        )}
      </div>
    </li>
  )
}

function saidWords(answer: Answer, moments: AnsweredProps['moments'], eyes: QuestionEyes): string {
  const text = trayText(eyes.language)
  if (answer.kind === 'ask' && answer.colleague) return text.proposed(eyes.nameOf(answer.colleague))
  if (answer.kind === 'track' && answer.step) return text.stepOffered(answer.step.what)
  if (answer.kind === 'come') {
    const at = answer.appointment && moments.get(answer.appointment)
    if (answer.isOff || !at) return answer.isOff ? text.comesOff : firstLine(answer.words, LONGEST_SAID)
    return text.comesAt(capital(whenWords(at, eyes.today, eyes.language)))
  }
  return firstLine(answer.words, LONGEST_SAID)
}
