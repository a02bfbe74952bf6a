import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import type { TopicKey } from '../school/topic.ts'
import { isBlank, type Profile, topicsKnown } from './profile.ts'
import { type TopicNames, topicHref } from './profile-sheet.ts'
import { profileText } from './profile-text.ts'

type CardProps = { profile: Profile; names: TopicNames; language: Language; blank: string }

/** A profile as a colleague reads it. `blank`: what stands there when nothing was written. */
export function ProfileCard({ profile, names, language, blank }: CardProps) {
  const text = profileText(language)
  if (isBlank(profile)) return <p class="zacht">{blank}</p>
  const { ways, often, line } = profile
  return (
    <div class="profiel">
      {line !== '' && <p class="profielzin">{line}</p>}
      <dl>
        <Topics {...{ profile, names, language }} />
        {ways.length > 0 && (
          <Row title={text.asked}>
            <ul class="manieren">
              {ways.map((way) => (
                <li>{text.wayNames[way]}</li>
              ))}
            </ul>
          </Row>
        )}
        {often !== null && <Row title={text.askedOften}>{text.oftenNames[often]}</Row>}
      </dl>
    </div>
  )
}

/** What was trained in first, each topic once; then what is to be learned. */
function Topics({ profile, names, language }: Omit<CardProps, 'blank'>) {
  const { learns, specialties } = profile
  const text = profileText(language)
  const known = topicsKnown(profile)
  const noteOf = (topic: TopicKey) => {
    const trained = specialties.find((one) => one.topic === topic)
    return trained && (trained.words || text.specialist)
  }
  return (
    <>
      {known.length > 0 && (
        <Row title={text.canHelp}>
          <ul class="onderwerpen">
            {known.map((topic) => (
              <Topic {...{ topic, names }} note={noteOf(topic)} />
            ))}
          </ul>
        </Row>
      )}
      {learns.length > 0 && (
        <Row title={text.wantsToLearn}>
          <ul class="onderwerpen">
            {learns.map((topic) => (
              <Topic {...{ topic, names }} />
            ))}
          </ul>
        </Row>
      )}
    </>
  )
}

const Row = ({ title, children }: { title: string; children: Child }) => (
  <div>
    <dt>{title}</dt>
    <dd>{children}</dd>
  </div>
)

/** A topic, which leads to everybody who has it; of who was trained in it with how. */
function Topic({ topic, names, note }: { topic: TopicKey; names: TopicNames; note?: string | undefined }) {
  return (
    <li class={note === undefined ? undefined : 'geleerd'}>
      <a href={topicHref(topic)}>{names.get(topic) ?? topic}</a>
      {note !== undefined && <small> {note}</small>}
    </li>
  )
}
