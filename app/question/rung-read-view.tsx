import { dayOf, shortDay } from '../kernel/day.ts'
import { rungName } from './ladder-view.tsx'
import type { Question, Rung } from './question.ts'
import type { QuestionEyes } from './question-sheet.ts'
import { rungText } from './rung-text.ts'

type Props = { question: Question; coordinators: string; eyes: QuestionEyes }

/** The rungs as somebody reads them: only what was written, never what was not. */
export function RungsRead({ question, coordinators, eyes }: Props) {
  const written = question.rungs.filter(isWritten)
  return (
    <dl class="treden">
      {written.map((rung) => (
        <div>
          <dt>
            {rung.rung}. {rungName(rung.rung, coordinators, eyes.language)}
          </dt>
          <dd>
            <Cycle rung={rung} eyes={eyes} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const isWritten = ({ idea, didAt, saw }: Rung) => idea.text !== '' || saw.text !== '' || didAt !== null

function Cycle({ rung, eyes }: { rung: Rung; eyes: QuestionEyes }) {
  const text = rungText(eyes.language)
  const { idea, didAt, saw } = rung
  return (
    <>
      {idea.text !== '' && (
        <p>
          <span class="vooraf">{text.readIdea[rung.rung]}</span> {idea.text}
        </p>
      )}
      {didAt !== null && <p class="zacht">{text.didOn(shortDay(dayOf(new Date(didAt)), eyes.language))}</p>}
      {saw.text !== '' && (
        <p>
          <span class="vooraf">{text.readSaw}</span> {saw.text}
        </p>
      )}
    </>
  )
}
