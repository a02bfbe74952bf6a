import type { Child } from 'hono/jsx'
import { dayOf, type Moment, shortDay } from '../kernel/day.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { TextField } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Ladder } from './ladder-view.tsx'
import { ABOUTS, LONGEST_SENTENCE, type Question } from './question.ts'
import { coordinatorsFor, listed, type QuestionEyes, type QuestionTried } from './question-sheet.ts'
import { questionText } from './question-text.ts'

export type MyQuestions = {
  readonly asked: readonly Question[]
  readonly running: readonly Question[]
  readonly along: readonly Question[]
  readonly closed: readonly Question[]
}

type Props = {
  mine: MyQuestions
  /** 'Too heavy', as the page that draws it has it. */
  heavy: Child
  /** The own track that a new question will belong to, from the address. */
  entry: { readonly entryId: string; readonly name: string } | null
  tried: QuestionTried | null
  eyes: QuestionEyes
}

/** A new question on top, then everything that this reader has to do with. */
export function QuestionsView({ mine, heavy, entry, tried, eyes }: Props) {
  const { language } = eyes
  const text = questionText(language)
  const names = coordinatorsFor(eyes.people, eyes.me).map(({ name }) => name)
  return (
    <div class="vraagvak vraagbegin">
      <div class="kolom">
        <NewQuestion {...{ entry, tried, eyes }} coordinators={listed(names, text.and)} />
      </div>
      {heavy}
      <div class="breed">
        <Ladder at={null} coordinators={listed(names, text.or)} language={language} />
      </div>
      <div class="kolom">
        <Questions id="gevraagd" title={text.asked} under={text.askedNote} of={mine.asked} eyes={eyes} />
        <Questions id="loopt" title={text.running} of={mine.running} eyes={eyes} />
        <Questions id="meelezen" title={text.along} of={mine.along} eyes={eyes} />
        {mine.closed.length > 0 && (
          <Fold summary={`${text.closed} (${mine.closed.length})`} id="afgesloten">
            <QuestionList of={mine.closed} eyes={eyes} />
          </Fold>
        )}
        <p class="noot">
          {text.keeps} <a href="/questions/topics">{text.topics}</a>
        </p>
      </div>
    </div>
  )
}

type NewProps = Pick<Props, 'entry' | 'tried' | 'eyes'> & { coordinators: string }

/** One sentence is enough; what it is about is said already, and can be said otherwise. */
function NewQuestion({ entry, tried, eyes, coordinators }: NewProps) {
  const text = questionText(eyes.language)
  const error = (field: string) => (tried?.field === field ? tried.says : null)
  return (
    <Form action="/questions" id="nieuw" class="formulier nieuwevraag" label={text.question}>
      {tried && tried.field === null && (
        <Notice kind="refusal" title={text.notDone}>
          {tried.says}
        </Notice>
      )}
      <TextField
        name="text"
        label={text.question}
        hint={text.noNames}
        rows={2}
        maxlength={LONGEST_SENTENCE + 100}
        value={tried?.values['text'] ?? ''}
        error={error('text')}
      />
      <ChoiceGroup
        legend={text.about}
        name="about"
        choices={ABOUTS.map((value) => ({ value, title: text.abouts[value] }))}
        chosen={[tried?.values['about'] ?? 'group']}
        error={error('about')}
      />
      <p class="noot bij-kind">{text.pupilNote}</p>
      {entry !== null && (
        <p class="noot">
          <HiddenFields values={{ entry: entry.entryId }} />
          {text.belongsTo(entry.name)}
        </p>
      )}
      <div class="rij">
        <Button>{text.begin}</Button>
      </div>
      <p class="noot">{coordinators === '' ? text.onlyYouAlone : text.onlyYou(coordinators)}</p>
    </Form>
  )
}

type ListProps = { id: string; title: string; under?: string; of: readonly Question[]; eyes: QuestionEyes }

function Questions({ id, title, under, of, eyes }: ListProps) {
  if (of.length === 0) return null
  return (
    <section class="blok" aria-labelledby={`k-${id}`} id={id}>
      <h2 id={`k-${id}`}>{title}</h2>
      {under && <p class="noot">{under}</p>}
      <QuestionList of={of} eyes={eyes} />
    </section>
  )
}

const QuestionList = ({ of, eyes }: Pick<ListProps, 'of' | 'eyes'>) => (
  <ul class="vragen">
    {of.map((question) => (
      <Line question={question} eyes={eyes} />
    ))}
  </ul>
)

function Line({ question, eyes }: { question: Question; eyes: QuestionEyes }) {
  const text = questionText(eyes.language)
  return (
    <li>
      <h3>
        <a href={`/questions/${question.id}`}>{question.text.text}</a>
      </h3>
      <p class="zacht">{standing(question, eyes)}</p>
      <ArrowLink href={`/questions/${question.id}`} about={`: ${question.text.text}`}>
        {goesOn(question, eyes.me, text)}
      </ArrowLink>
    </li>
  )
}

function goesOn(question: Question, me: QuestionEyes['me'], text: ReturnType<typeof questionText>) {
  if (question.closed !== null) return text.look
  if (question.asker === me) return text.goOn
  const isAsked = question.asks.some(({ personId, state }) => personId === me && state === 'asked')
  return isAsked ? text.answer : text.look
}

/** 'Vraag van Sem · trede 2 · sinds 12 nov' */
function standing(question: Question, { me, nameOf, language }: QuestionEyes): string {
  const text = questionText(language)
  const day = (moment: Moment) => shortDay(dayOf(new Date(moment)), language)
  const { asker, rung, rungAt, closed, heavyAt } = question
  return [
    ...(asker === me ? [] : [text.from(nameOf(asker))]),
    ...(closed ? [text.closedOn(day(closed.at))] : [text.onRung(rung), text.since(day(rungAt))]),
    ...(heavyAt === null ? [] : [text.isHeavy]),
  ].join(' · ')
}
