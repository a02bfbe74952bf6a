import type { TopicKey } from '../school/topic.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { ABOUTS, type Question } from './question.ts'
import type { QuestionEyes, QuestionTried } from './question-sheet.ts'
import { questionText } from './question-text.ts'
import { rungText } from './rung-text.ts'

export type TopicChoices = {
  /** What the words of the question propose, best first. */
  readonly proposed: readonly TopicKey[]
  /** All that the school offers. */
  readonly offered: readonly { readonly value: TopicKey; readonly label: string }[]
  /** Names by key, those put away too. */
  readonly names: ReadonlyMap<TopicKey, string>
}

type Props = {
  question: Question
  /** Whether this reader is the asker. */
  isOwn: boolean
  choices: TopicChoices
  tried: QuestionTried | null
  eyes: QuestionEyes
}

/** What it is about, in one tap: proposed from the words, and nothing until a person says so. */
export function TopicView(props: Props) {
  const { question, isOwn, choices, tried, eyes } = props
  const text = rungText(eyes.language)
  const { topic } = question
  const name = (key: TopicKey) => choices.names.get(key) ?? ''
  return (
    <section class="blok onderwerp" aria-labelledby="k-onderwerp" id="onderwerp">
      <h2 id="k-onderwerp">{topic ? text.topicIs(name(topic.key)) : text.topic}</h2>
      {topic === null && choices.proposed.length > 0 && (
        <Form action={`/questions/${question.id}`} class="formulier" label={text.topicGuess}>
          <HiddenFields values={{ act: 'topic' }} />
          <p>{text.topicGuess}</p>
          <div class="rij">
            {choices.proposed.map((key) => (
              <Button kind="quiet" name="topic" value={key}>
                {name(key)}?
              </Button>
            ))}
          </div>
        </Form>
      )}
      <p class="noot">{text.topicWhy}</p>
      <Fold summary={text.topicOther} open={tried?.act === 'topic'}>
        <Other {...props} />
        {isOwn && <AboutForm {...props} />}
      </Fold>
    </section>
  )
}

function Other({ question, choices, tried, eyes }: Props) {
  const text = rungText(eyes.language)
  return (
    <Form action={`/questions/${question.id}`} label={text.topicChoose}>
      <HiddenFields values={{ act: 'topic' }} />
      <SelectField
        name="topic"
        label={text.topicChoose}
        none={text.topicNone}
        value={question.topic?.key ?? ''}
        options={choices.offered}
        error={tried?.act === 'topic' ? tried.says : null}
      />
      <div class="rij">
        <Button kind="quiet">{text.topicSave}</Button>
      </div>
    </Form>
  )
}

function AboutForm({ question, eyes }: Props) {
  const text = rungText(eyes.language)
  return (
    <Form action={`/questions/${question.id}`} label={text.aboutChange}>
      <HiddenFields values={{ act: 'about' }} />
      <SelectField
        name="about"
        label={text.aboutChange}
        value={question.about}
        options={ABOUTS.map((value) => ({ value, label: questionText(eyes.language).abouts[value] }))}
      />
      <div class="rij">
        <Button kind="quiet">{text.topicSave}</Button>
      </div>
    </Form>
  )
}
