import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { isBuiltInTopic, LONGEST_TOPIC, type Topic } from './topic.ts'
import { topicName, topicText } from './topic-text.ts'

export type TopicSheet = {
  readonly topics: readonly Topic[]
  readonly language: Language
  readonly mayOffer: boolean
  /** A name that was sent and not taken, with why. */
  readonly tried: { readonly name: string; readonly says: string } | null
}

const ACTION = '/questions/topics'

/** The topics of the school: built in, its own, and those put away. */
export function TopicsView(sheet: TopicSheet) {
  const { topics, language } = sheet
  const text = topicText(language)
  const offered = topics.filter(({ isRetired }) => !isRetired)
  const own = offered.filter(({ key }) => !isBuiltInTopic(key))
  const away = topics.filter(({ isRetired }) => isRetired)
  return (
    <>
      <List sheet={sheet} id="eigen" title={text.own} topics={own} empty={text.noOwn} />
      <Adding {...sheet} />
      <List
        sheet={sheet}
        id="ingebouwd"
        title={text.builtIn}
        topics={offered.filter(({ key }) => isBuiltInTopic(key))}
      />
      {away.length > 0 && (
        <List sheet={sheet} id="weg" title={text.away} topics={away} note={text.awayNote} />
      )}
      {!sheet.mayOffer && <p class="noot">{text.onlyManagers}</p>}
    </>
  )
}

type ListProps = {
  sheet: TopicSheet
  id: string
  title: string
  topics: readonly Topic[]
  empty?: string
  note?: string
}

function List({ sheet, id, title, topics, empty, note }: ListProps) {
  return (
    <section class="blok" aria-labelledby={`k-${id}`}>
      <h2 id={`k-${id}`}>{title}</h2>
      {note && <p class="noot">{note}</p>}
      {topics.length === 0 ? (
        <p class="noot">{empty}</p>
      ) : (
        <ul class="werkvormen">
          {topics.map((topic) => (
            <Line topic={topic} sheet={sheet} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Line({ topic, sheet: { language, mayOffer } }: { topic: Topic; sheet: TopicSheet }) {
  const text = topicText(language)
  const name = topicName(topic, language)
  return (
    <li>
      <span class="werkvorm">{name}</span>
      {mayOffer && (
        <PostButton
          action={ACTION}
          hidden={{ act: topic.isRetired ? 'back' : 'away', topic: topic.key }}
          kind="link"
          about={name}
        >
          {topic.isRetired ? text.putBack : text.putAway}
        </PostButton>
      )}
    </li>
  )
}

function Adding({ language, tried }: TopicSheet) {
  const text = topicText(language)
  return (
    <section class="blok" aria-labelledby="k-erbij">
      <h2 id="k-erbij">{text.add}</h2>
      <Form action={ACTION} labelledBy="k-erbij">
        <HiddenFields values={{ act: 'add' }} />
        <Field
          name="name"
          label={text.name}
          hint={text.nameHint}
          maxlength={LONGEST_TOPIC}
          value={tried?.name}
          error={tried?.says}
        />
        <Button icon="plus">{text.save}</Button>
      </Form>
    </section>
  )
}
