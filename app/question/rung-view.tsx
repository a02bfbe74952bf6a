import type { Child } from 'hono/jsx'
import { dayOf, shortDay } from '../kernel/day.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { ClashPieces, PassageField, writingSays } from '../writing/passage-view.tsx'
import { writingText } from '../writing/writing-text.ts'
import { rungName } from './ladder-view.tsx'
import { type Question, type QuestionField, type Rung, type RungNumber, rungOf } from './question.ts'
import type { QuestionEyes, SentencesTried } from './question-sheet.ts'
import { questionText } from './question-text.ts'
import { passageOf } from './rung.ts'
import { rungText } from './rung-text.ts'

export type RungsProps = {
  question: Question
  /** The coordinators of the third rung, by name, as a sentence has them; '' when there are none. */
  coordinators: string
  /** Asking colleagues, as its own part draws it. */
  asks: Child
  /** What the coordinators answered. */
  answers: Child
  tried: SentencesTried | null
  /** The field in which one goes on writing. */
  begin: QuestionField | null
  eyes: QuestionEyes
}

/** The ladder as the asker writes it: each rung a form of its own that saves itself. */
export function RungsView(props: RungsProps) {
  const { question, coordinators, eyes } = props
  return (
    <>
      <RungForm {...props} rung={1} withQuestion />
      <Section rung={2} coordinators={coordinators} eyes={eyes} id="collega">
        <WithColleague {...props} />
      </Section>
      <Section rung={3} coordinators={coordinators} eyes={eyes} id="verder">
        {question.rung < 3 && <ToCoordinator {...props} />}
        {props.answers}
        {rungOf(question, 3) !== null && <RungForm {...props} rung={3} />}
        {question.rung === 3 && <Back {...props} />}
      </Section>
    </>
  )
}

/** What was skipped on the way up stays folded: it is there for who wants it, and asks nothing. */
function WithColleague(props: RungsProps) {
  const { question, asks, eyes } = props
  const text = rungText(eyes.language)
  if (question.rung === 1)
    return (
      <>
        {asks}
        <PostButton action={`/questions/${question.id}`} hidden={{ act: 'step', rung: '2' }} kind="link">
          {text.askedAlready}
        </PostButton>
      </>
    )
  const whole = (
    <>
      {asks}
      <RungForm {...props} rung={2} />
    </>
  )
  const isSkipped = question.rung === 3 && question.asks.length === 0 && isEmpty(rungOf(question, 2))
  return isSkipped ? <Fold summary={text.stillColleague}>{whole}</Fold> : whole
}

const isEmpty = (rung: Rung | null) =>
  rung === null || (rung.idea.text === '' && rung.saw.text === '' && rung.didAt === null)

type SectionProps = {
  rung: RungNumber
  coordinators: string
  eyes: QuestionEyes
  id: string
  children: Child
}

const Section = ({ rung, coordinators, eyes, id, children }: SectionProps) => (
  <section class="blok trede" aria-labelledby={`k-${id}`} id={id}>
    <h2 id={`k-${id}`}>
      {rung}. {rungName(rung, coordinators, eyes.language)}
    </h2>
    {children}
  </section>
)

type RungFormProps = RungsProps & { rung: RungNumber; withQuestion?: boolean }

function RungForm({ rung, withQuestion, ...props }: RungFormProps) {
  const { question, eyes } = props
  const { language } = eyes
  const text = rungText(language)
  const isPast = rung === 1 && question.rung > 1 && isEmpty(rungOf(question, 1))
  const cycle = (
    <div class="rondje">
      <Sentence {...props} field={`${rung}.idea`} label={text.idea[rung]} hint={text.ideaHint[rung]} />
      <Did question={question} rung={rung} eyes={eyes} />
      <Sentence {...props} field={`${rung}.saw`} label={text.saw[rung]} />
    </div>
  )
  return (
    <form
      action={`/questions/${question.id}`}
      method="post"
      id={`trede-${rung}`}
      class="formulier tredevorm"
      novalidate
      aria-label={`${rung}. ${rungName(rung, props.coordinators, language)}`}
      data-person={eyes.me}
      {...writingSays(language)}
    >
      <HiddenFields values={{ act: 'save', rung: String(rung) }} />
      {withQuestion && <TheQuestion {...props} />}
      {isPast ? <Fold summary={text.stillSelf}>{cycle}</Fold> : cycle}
      <div class="rij">
        <Button kind="quiet">{text.save}</Button>
        <span class="status" data-status />
      </div>
      <ClashPieces language={language} />
    </form>
  )
}

function TheQuestion(props: RungsProps) {
  const { question, noNames } = questionText(props.eyes.language)
  return <Sentence {...props} field="text" label={question} hint={noNames} />
}

type SentenceProps = RungsProps & { field: QuestionField; label: string; hint?: string }

function Sentence({ question, field, label, hint, tried, begin, eyes }: SentenceProps) {
  const clash = tried?.clashes[field]
  return (
    <PassageField
      ownerId={question.id}
      field={field}
      saveTo={`/questions/${question.id}/text/${field}`}
      label={label}
      {...(hint && { hint })}
      passage={passageOf(question, field)}
      language={eyes.language}
      {...(tried?.typed[field] !== undefined && { typed: tried.typed[field] })}
      clash={clash ? { passage: clash, by: writingText(eyes.language).someone } : null}
      error={tried?.wrong[field] ?? null}
      autofocus={begin === field}
      alone
    />
  )
}

/** 'Did it' in one tap; what was typed goes along. */
function Did({ question, rung, eyes }: { question: Question; rung: RungNumber; eyes: QuestionEyes }) {
  const text = rungText(eyes.language)
  const didAt = rungOf(question, rung)?.didAt ?? null
  if (didAt === null)
    return (
      <p class="gedaan">
        <Button kind="quiet" icon="check" name="next" value="did">
          {text.did}
        </Button>
      </p>
    )
  return (
    <p class="gedaan">
      <span>{text.didOn(shortDay(dayOf(new Date(didAt)), eyes.language))}</span>{' '}
      <Button kind="link" name="next" value="not-did">
        {text.notYet}
      </Button>
    </p>
  )
}

function ToCoordinator({ question, coordinators, eyes }: RungsProps) {
  const text = rungText(eyes.language)
  if (coordinators === '') return <p class="noot">{text.noCoordinator}</p>
  return (
    <>
      {question.heavyAt !== null && <Lighter {...{ question, coordinators, eyes }} />}
      <Form action={`/questions/${question.id}`} class="formulier">
        <HiddenFields values={{ act: 'step', rung: '3' }} />
        <div class="rij">
          <Button kind="quiet" describedBy="naar-drie">
            {text.toCoordinator(coordinators)}
          </Button>
          <LinkButton href={`/office?question=${question.id}`}>{text.book}</LinkButton>
        </div>
        <p class="noot" id="naar-drie">
          {text.coordinatorNote(coordinators)}
        </p>
      </Form>
    </>
  )
}

/** Too heavy was said of this question; whether or not somebody came, the asker has it back in one tap. */
function Lighter({ question, coordinators, eyes }: Pick<RungsProps, 'question' | 'coordinators' | 'eyes'>) {
  const text = rungText(eyes.language)
  return (
    <Form action={`/questions/${question.id}`} class="formulier">
      <HiddenFields values={{ act: 'lighter' }} />
      <p>{text.heavyNote(coordinators)}</p>
      <div class="rij">
        <Button kind="link" describedBy="niet-meer-te-zwaar">
          {text.lighter}
        </Button>
      </div>
      <p class="noot" id="niet-meer-te-zwaar">
        {text.backNote(coordinators)}
      </p>
    </Form>
  )
}

function Back({ question, coordinators, eyes }: RungsProps) {
  const text = rungText(eyes.language)
  return (
    <Form action={`/questions/${question.id}`} class="formulier">
      <HiddenFields values={{ act: 'step', rung: '2' }} />
      <div class="rij">
        <LinkButton href={`/office?question=${question.id}`}>{text.book}</LinkButton>
        <Button kind="link" describedBy="terug-twee">
          {text.back}
        </Button>
      </div>
      <p class="noot" id="terug-twee">
        {text.backNote(coordinators)}
      </p>
    </Form>
  )
}
