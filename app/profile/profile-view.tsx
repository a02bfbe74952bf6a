import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import type { TopicKey } from '../school/topic.ts'
import { isBlank, type Profile } from './profile.ts'
import { type TopicNames, topicHref } from './profile-sheet.ts'
import { profileText } from './profile-text.ts'

type CardProps = { profile: Profile; names: TopicNames; language: Language; blank: string }

/** A profile as a colleague reads it. `blank`: what stands there when nothing was written. */
export function ProfileCard({ profile, names, language, blank }: CardProps) {
  const text = profileText(language)
  if (isBlank(profile)) return <p class="zacht">{blank}</p>
  const { helps, learns, specialties, ways, often, line } = profile
  const trained = specialties.map(({ topic }) => topic)
  const rest = helps.filter((topic) => !trained.includes(topic))
  return (
    <div class="profiel">
      {line !== '' && <p class="profielzin">{line}</p>}
      <dl>
        {specialties.length + rest.length > 0 && (
          <Row title={text.canHelp}>
            <ul class="onderwerpen">
              {specialties.map(({ topic, words }) => (
                <Topic {...{ topic, names }} note={words === '' ? text.specialist : words} />
              ))}
              {rest.map((topic) => (
                <Topic {...{ topic, names }} />
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

const Row = ({ title, children }: { title: string; children: Child }) => (
  <div>
    <dt>{title}</dt>
    <dd>{children}</dd>
  </div>
)

/** A topic, which leads to everybody who has it; of who was trained in it with how. */
export function Topic({ topic, names, note }: { topic: TopicKey; names: TopicNames; note?: string }) {
  return (
    <li class={note === undefined ? undefined : 'geleerd'}>
      <a href={topicHref(topic)}>{names.get(topic) ?? topic}</a>
      {note !== undefined && <small> {note}</small>}
    </li>
  )
}
