import { dayOf, longDay } from '../kernel/day.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { TextField } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { LONGEST_SENTENCE, type Question, type RungNumber } from './question.ts'
import type { QuestionEyes, QuestionTried } from './question-sheet.ts'
import { questionText } from './question-text.ts'
import { rungsTried } from './rung.ts'
import { rungText } from './rung-text.ts'

type Props = { question: Question; coordinators: string; tried: QuestionTried | null; eyes: QuestionEyes }

/** Closing with what helped, on the rung where it was solved; nothing of it has to be filled in. */
export function CloseView({ question, coordinators, tried, eyes }: Props) {
  const text = rungText(eyes.language)
  const isTried = tried?.act === 'close'
  const error = (field: string) => (isTried && tried.field === field ? tried.says : null)
  return (
    <Fold summary={text.close} id="sluiten" open={isTried}>
      <Form action={`/questions/${question.id}`} label={text.close}>
        <HiddenFields values={{ act: 'close' }} />
        <ChoiceGroup
          legend={text.solved}
          name="solvedOn"
          choices={waysOut(question, coordinators, eyes)}
          chosen={[isTried ? (tried.values['solvedOn'] ?? '') : String(question.rung)]}
          error={error('solvedOn')}
        />
        <TextField
          name="helped"
          label={text.helped}
          hint={text.helpedHint}
          optional={eyes.language}
          maxlength={LONGEST_SENTENCE + 100}
          value={isTried ? (tried.values['helped'] ?? '') : question.helped.text}
          error={error('helped')}
        />
        <div class="rij">
          <Button>{text.closeNow}</Button>
        </div>
      </Form>
    </Fold>
  )
}

/** By oneself, with whom stands on the rungs that were reached, or not at all. */
function waysOut(question: Question, coordinators: string, { language }: QuestionEyes) {
  const text = rungText(language)
  const { withWhom, somebodyElse } = questionText(language)
  const how = (rung: RungNumber) =>
    rung === 3 ? withWhom(coordinators || somebodyElse) : text.solvedOn[rung]
  return [
    ...rungsTried(question).map((rung) => ({ value: String(rung), title: how(rung) })),
    { value: 'none', title: text.notSolved },
  ]
}

/** Closed: when, what helped, and the way back. */
export function ClosedView({ question, isOwn, eyes }: Pick<Props, 'question' | 'eyes'> & { isOwn: boolean }) {
  const text = rungText(eyes.language)
  if (question.closed === null) return null
  return (
    <section class="blok afgesloten" aria-labelledby="k-dicht">
      <h2 id="k-dicht">{text.closedAt(longDay(dayOf(new Date(question.closed.at)), eyes.language))}</h2>
      {question.helped.text !== '' && (
        <>
          <p class="vooraf">{text.helpedWas}</p>
          <blockquote class="citaat">{question.helped.text}</blockquote>
        </>
      )}
      {isOwn && (
        <>
          <PostButton action={`/questions/${question.id}`} hidden={{ act: 'open' }} kind="quiet">
            {text.openAgain}
          </PostButton>
          <p class="noot">{text.openAgainNote}</p>
        </>
      )}
    </section>
  )
}

/** Throwing away, in two taps: as long as nobody else has read it. */
export function ThrowAwayView({ question, eyes }: Pick<Props, 'question' | 'eyes'>) {
  const text = rungText(eyes.language)
  return (
    <Fold summary={text.throwAway} id="weggooien">
      <p class="noot">{text.throwAwayNote}</p>
      <PostButton action={`/questions/${question.id}`} hidden={{ act: 'throw' }} kind="quiet">
        {text.throwAwayNow}
      </PostButton>
    </Fold>
  )
}
