import type { PersonId } from '../kernel/id.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { circleOf, isRunning, isWithCoordinators, partOf, type Question } from './question.ts'
import {
  coordinatorsFor,
  listed,
  type QuestionEyes,
  type QuestionTried,
  readersOf,
} from './question-sheet.ts'
import { questionText } from './question-text.ts'
import { rungText } from './rung-text.ts'

type Props = {
  question: Question
  /** Whether this reader is the asker. */
  isOwn: boolean
  tried: QuestionTried | null
  eyes: QuestionEyes
}

/** Who reads this question, by name and why; the asker lets in, and takes back. */
export function CircleView(props: Props) {
  const { question, isOwn, eyes } = props
  const text = rungText(eyes.language)
  return (
    <section class="blok kring" aria-labelledby="k-kring" id="kring">
      <h2 id="k-kring">{text.reads}</h2>
      <ul>
        {circleOf(question).map((person) => (
          <Reader {...props} person={person} />
        ))}
        {isWithCoordinators(question) &&
          coordinatorsFor(eyes.people, question.asker)
            .filter(({ id }) => partOf(question, id) === null)
            .map(({ id }) => (
              <Line name={nameIn(eyes, id)} why={text.coordinator(question.rung === 3 ? 3 : 'heavy')} />
            ))}
      </ul>
      <p class="noot">
        {runsOnly(question, eyes)} {isPrincipalHere(question, eyes) ? text.nobodyMore : text.nobodyElse}
      </p>
      {isOwn && isRunning(question) && <LetIn {...props} />}
    </section>
  )
}

/** Whether a principal reads it: asks, is asked or was let in, or coordinates as well. */
const isPrincipalHere = (question: Question, { people }: QuestionEyes) =>
  readersOf(question, people).some(
    (reader) => people.find(({ id }) => id === reader)?.roles.includes('principal') === true,
  )

function runsOnly(question: Question, eyes: QuestionEyes): string {
  const names = coordinatorsFor(eyes.people, question.asker).map(({ name }) => name)
  if (isWithCoordinators(question) || names.length === 0 || !isRunning(question)) return ''
  return rungText(eyes.language).runsOnly(listed(names, questionText(eyes.language).and))
}

const nameIn = (eyes: QuestionEyes, person: PersonId) =>
  person === eyes.me ? rungText(eyes.language).you : eyes.nameOf(person)

const Line = ({ name, why }: { name: string; why: string }) => (
  <li>
    <span>
      <b>{name}</b> <small>{why}</small>
    </span>
  </li>
)

function Reader({ question, isOwn, eyes, person }: Props & { person: PersonId }) {
  const text = rungText(eyes.language)
  const part = partOf(question, person)
  const isLetIn = part === 'let-in'
  const goes = (isOwn && isLetIn) || (isLetIn && person === eyes.me)
  if (!goes) return <Line name={nameIn(eyes, person)} why={whyReads(question, person, text)} />
  return (
    <li>
      <span>
        <b>{nameIn(eyes, person)}</b> <small>{text.letIn}</small>
      </span>
      <PostButton
        action={`/questions/${question.id}`}
        hidden={{ act: person === eyes.me ? 'out' : 'let-out', person }}
        kind="link"
        about={eyes.nameOf(person)}
      >
        {person === eyes.me ? text.goOut : text.takeOut}
      </PostButton>
    </li>
  )
}

function whyReads(question: Question, person: PersonId, text: ReturnType<typeof rungText>): string {
  if (question.asker === person) return text.whose
  const ask = question.asks.findLast(({ personId }) => personId === person)
  if (partOf(question, person) === 'let-in') return text.letIn
  return ask?.state === 'yes' ? text.thinks : text.asked
}

/** Anybody of the school, by name: the principal too, when the asker wants it. */
function LetIn({ question, tried, eyes }: Props) {
  const text = rungText(eyes.language)
  const isTried = tried?.act === 'let-in'
  const circle = circleOf(question)
  return (
    <Fold summary={text.letSomebodyIn} open={isTried}>
      <Form action={`/questions/${question.id}`} id="laat-meelezen" label={text.letSomebodyIn}>
        <HiddenFields values={{ act: 'let-in' }} />
        <SelectField
          name="person"
          label={text.who}
          none={text.chooseWho}
          value={isTried ? (tried.values['person'] ?? '') : ''}
          options={eyes.people
            .filter(({ id, hasLeft }) => !hasLeft && !circle.includes(id))
            .map(({ id, name, groups }) => ({
              value: id,
              label: groups.length > 0 ? `${name} (${groups.join(', ')})` : name,
            }))}
          error={isTried ? tried.says : null}
        />
        <div class="rij">
          <Button kind="quiet">{text.letInNow}</Button>
        </div>
      </Form>
    </Fold>
  )
}
