import { dayOf, type Moment } from '../kernel/day.ts'
import type { AppointmentId } from '../kernel/id.ts'
import { askOf } from '../question/ask.ts'
import { isRunning, type Question } from '../question/question.ts'
import type { QuestionEyes } from '../question/question-sheet.ts'
import { LONGEST_STEP } from '../step/step.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { type Answer, LONGEST_REPLY, lastAnswer, REPLIES } from './answer.ts'
import { answerText } from './answer-text.ts'
import type { JoinSeen } from './join.ts'
import type { TrayTried } from './tray-sheet.ts'
import { dayWords, whenWords } from './tray-words-view.ts'

export type AnswersSheet = {
  readonly question: Question
  readonly answers: readonly Answer[]
  /** This reader asked it; else they read along. */
  readonly isOwn: boolean
  /** When somebody comes, of the appointments that this reader is in. */
  readonly moments: ReadonlyMap<AppointmentId, Moment>
  /** What the place of a step is about, for the asker; null: it is no longer in the plan. */
  readonly placeOf: (answer: Answer) => { readonly about: string; readonly href: string } | null
  readonly join: JoinSeen | null
  readonly hasLeft: (id: Question['asker']) => boolean
  readonly tried: TrayTried | null
  readonly eyes: QuestionEyes
}

/** Everything that was answered to a question, and what the asker does with it. */
export function AnswersView(sheet: AnswersSheet) {
  const { answers, isOwn, eyes } = sheet
  const text = answerText(eyes.language)
  if (answers.length === 0 && sheet.join === null) return null
  const last = lastAnswer(answers)
  return (
    <section class="blok geantwoord" aria-labelledby="antwoord-kop" id="answers">
      <h2 id="antwoord-kop" tabindex={-1}>
        {isOwn ? text.titleMine : text.title}
      </h2>
      <Join {...sheet} />
      {answers.map((answer) => (
        <One answer={answer} isLast={answer === last} {...sheet} />
      ))}
      {isOwn && answers.length > 0 && <p class="noot">{text.yourQuestion}</p>}
    </section>
  )
}

type OneProps = AnswersSheet & { answer: Answer; isLast: boolean }

function One(props: OneProps) {
  const { answer, isOwn, isLast, eyes, question } = props
  const text = answerText(eyes.language)
  const name = eyes.nameOf(answer.by)
  return (
    <article class="antwoordstuk" id={`answer-${answer.id}`}>
      <p class="herkomst">
        <span>{text.from(name, dayWords(dayOf(new Date(answer.at)), eyes.today, eyes.language))}</span>
      </p>
      <p class="zin serif">{answer.words}</p>
      {answer.kind === 'ask' && <Proposal {...props} />}
      {answer.kind === 'track' && <Step {...props} />}
      {answer.kind === 'come' && <Comes {...props} />}
      {answer.agreement && (
        <p class="hangt-aan">
          {text.agreed}:{' '}
          <a href={answer.agreement.href}>
            <i class="serif">“{answer.agreement.words}”</i>
          </a>
        </p>
      )}
      {answer.reply && <Said {...props} />}
      {isOwn && isLast && isRunning(question) && !answer.isOff && <Replying {...props} />}
    </article>
  )
}

/** Who is proposed: nobody is asked before the asker does, with one tap. */
function Proposal({ answer, question, isOwn, eyes, hasLeft }: OneProps) {
  const text = answerText(eyes.language)
  const { colleague } = answer
  if (colleague === null) return null
  const name = eyes.nameOf(colleague)
  const asked = askOf(question.asks as Parameters<typeof askOf>[0], colleague)
  const isAsked = asked !== undefined && asked.state !== 'withdrawn'
  if (!isOwn) return <p>{text.proposes(name)}</p>
  if (isAsked) return <p>{text.askedAlready(name)}</p>
  if (hasLeft(colleague)) return <p>{text.leftSchool(name)}</p>
  return (
    <>
      <p>
        {text.proposes(name)} <small>{text.proposesNote(name)}</small>
      </p>
      {isRunning(question) && (
        <PostButton action={`/questions/${question.id}/ask`} hidden={{ act: 'ask', colleague }} kind="main">
          {text.askThem(name)}
        </PostButton>
      )}
    </>
  )
}

/** The step that is offered: taken with one tap it is the asker's. */
function Step(props: OneProps) {
  const { answer, question, isOwn, eyes, placeOf } = props
  const text = answerText(eyes.language)
  const { step } = answer
  if (step === null) return null
  const place = isOwn ? placeOf(answer) : null
  return (
    <div class="stapvoorstel">
      <p>
        <b>{text.step}</b>
        <span class="serif">{step.what}</span>
        {place && (
          <small>
            {text.stepIn} <a href={place.href}>{place.about}</a>
          </small>
        )}
      </p>
      {isOwn && step.takenAt !== null && (
        <p>
          {text.stepTaken} <ArrowLink href={place?.href ?? '/steps'}>{text.toSteps}</ArrowLink>
        </p>
      )}
      {isOwn && step.takenAt === null && place === null && <p>{text.stepGone}</p>}
      {isOwn && step.takenAt === null && place !== null && isRunning(question) && <Taking {...props} />}
    </div>
  )
}

const actionOf = ({ question }: Pick<AnswersSheet, 'question'>) => `/questions/${question.id}/answers`

function Taking(props: OneProps) {
  const { answer, eyes } = props
  const text = answerText(eyes.language)
  return (
    <>
      <PostButton
        action={actionOf(props)}
        hidden={{ act: 'step', answer: answer.id, what: answer.step?.what ?? '' }}
        icon="check"
      >
        {text.takeStep}
      </PostButton>
      <p class="noot">{text.takeNote}</p>
      <TakingOther {...props} />
    </>
  )
}

/** The same step in the asker's own words, or with a day. */
function TakingOther(props: OneProps) {
  const { answer, eyes } = props
  const text = answerText(eyes.language)
  const tried = triedHere(props, 'step')
  const error = (field: string) => (tried?.field === field ? tried.says : null)
  return (
    <Fold summary={text.stepOther} open={tried !== null}>
      <Form action={actionOf(props)} id={`stap-${answer.id}`} label={text.stepOther}>
        <HiddenFields values={{ act: 'step', answer: answer.id }} />
        <Field
          name="what"
          id={`what-${answer.id}`}
          label={text.stepWhat}
          maxlength={LONGEST_STEP}
          value={tried?.values['what'] ?? answer.step?.what}
          error={error('what')}
        />
        <Field
          name="onDay"
          id={`day-${answer.id}`}
          type="date"
          label={text.stepDay}
          optional={eyes.language}
          min={eyes.today}
          value={tried?.values['onDay']}
          error={error('onDay')}
          narrow
        />
        <Button kind="quiet">{text.takeStep}</Button>
      </Form>
    </Fold>
  )
}

const triedHere = ({ tried, answer }: OneProps, act: string) =>
  tried !== null && tried.act === act && tried.values['answer'] === answer.id ? tried : null

/** When who answered comes; told to who asked and who answered alone. */
function Comes({ answer, moments, eyes }: OneProps) {
  const text = answerText(eyes.language)
  const at = answer.appointment && moments.get(answer.appointment)
  if (answer.isOff) return <p>{text.off}</p>
  if (!at) return null
  return (
    <p>
      <b>{text.comes(eyes.nameOf(answer.by), whenWords(at, eyes.today, eyes.language))}</b>{' '}
      <ArrowLink href="/office">{text.toOffice}</ArrowLink>
    </p>
  )
}

function Said({ answer: { reply }, question, isOwn, eyes }: OneProps) {
  const text = answerText(eyes.language)
  if (reply === null) return null
  return (
    <p class="terug">
      {isOwn ? text.youSaid[reply.as] : text.said[reply.as](eyes.nameOf(question.asker))}{' '}
      {reply.words !== '' && <q class="serif">{reply.words}</q>}
    </p>
  )
}

/** One tap, and one sentence that may stay empty. */
function Replying(props: OneProps) {
  const { answer, eyes } = props
  const text = answerText(eyes.language)
  const tried = triedHere(props, 'reply')
  const name = eyes.nameOf(answer.by)
  const form = (
    <Form action={actionOf(props)} id={`terug-${answer.id}`} label={text.reply}>
      <HiddenFields values={{ act: 'reply', answer: answer.id }} />
      <Field
        name="words"
        id={`words-${answer.id}`}
        label={text.replyLine}
        hint={text.replyHint(name)}
        maxlength={LONGEST_REPLY}
        value={tried?.values['words'] ?? answer.reply?.words}
        error={tried?.says}
      />
      <div class="rij knoppen">
        {REPLIES.map((as) => (
          <Button kind="quiet" name="as" value={as}>
            {text.replies[as]}
          </Button>
        ))}
      </div>
      <p class="noot">{text.notYetNote(name)}</p>
    </Form>
  )
  if (answer.reply === null) return form
  return (
    <Fold summary={text.changeReply} open={tried !== null}>
      {form}
    </Fold>
  )
}

/** Whether a colleague with a question like it may know; until both said yes nobody is named. */
function Join({ join, question, eyes, ...rest }: AnswersSheet) {
  if (join === null) return null
  const text = answerText(eyes.language)
  const action = actionOf({ question })
  const hidden = (said: 'yes' | 'no') => ({ act: 'join', join: join.id, said })
  if (join.state === 'apart') return <p class="noot">{text.joinApart}</p>
  if (join.state === 'together')
    return <p>{text.joinTogether(join.partner === null ? '' : eyes.nameOf(join.partner))}</p>
  return (
    <div class="samen" data-state={join.state} id="join">
      <h3>{text.joinTitle}</h3>
      <p>{join.state === 'asked' ? text.joinAsk(eyes.nameOf(join.by)) : text.joinWaits}</p>
      <p class="noot">{text.joinNote}</p>
      {isRunning(question) && rest.isOwn && (
        <div class="rij knoppen">
          {join.state === 'asked' && (
            <PostButton action={action} hidden={hidden('yes')} kind="quiet">
              {text.joinYes}
            </PostButton>
          )}
          <PostButton action={action} hidden={hidden('no')} kind="link">
            {join.state === 'asked' ? text.joinNo : text.joinLater}
          </PostButton>
        </div>
      )}
    </div>
  )
}
