import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import type { TopicKey } from '../school/topic.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { canHelp, type Profile, topicsKnown } from './profile.ts'
import { type ColleagueLine, profileHref, type TopicNames } from './profile-sheet.ts'
import { profileText } from './profile-text.ts'

export type ColleaguesProps = {
  colleagues: readonly ColleagueLine[]
  names: TopicNames
  /** What can be chosen: topics that somebody has, and those on offer. */
  topics: readonly TopicKey[]
  /** Null: everybody, whatever they wrote. */
  topic: TopicKey | null
  language: Language
}

/** Who can help with what and who wants to learn it: everybody by name, or those of one topic. */
export function ColleaguesView(props: ColleaguesProps) {
  const { topic } = props
  return (
    <>
      <Choosing {...props} />
      {topic === null ? <Everyone {...props} /> : <OnTopic {...props} topic={topic} />}
    </>
  )
}

function Choosing({ names, topics, topic, language }: ColleaguesProps) {
  const text = profileText(language)
  const options = topics.map((value) => ({ value, label: names.get(value) ?? value }))
  return (
    <form class="profielzoek" action="/profile/all" method="get" aria-label={text.topic}>
      <SelectField
        name="topic"
        label={text.topic}
        none={text.anyTopic}
        value={topic}
        options={options}
        narrow
      />
      <Button kind="quiet">{text.show}</Button>
    </form>
  )
}

/** By name, without an order of worth: who wrote nothing stands there like everybody. */
function Everyone({ colleagues, names, language }: ColleaguesProps) {
  const text = profileText(language)
  const namesOf = (topics: readonly TopicKey[]) => topics.map((topic) => names.get(topic) ?? topic).join(', ')
  const knownIn = (profile: Profile) =>
    topicsKnown(profile)
      .map((topic) => {
        const trained = profile.specialties.find((one) => one.topic === topic)
        const name = names.get(topic) ?? topic
        return trained ? `${name} (${trained.words || text.specialist})` : name
      })
      .join(', ')
  return (
    <section aria-labelledby="k-allen" class="blok">
      <h2 id="k-allen">{text.everyone}</h2>
      <ul class="collegas">
        {colleagues.map((one) => (
          <Colleague {...{ one, language }}>
            {topicsKnown(one.profile).length > 0 && (
              <p>
                <b>{text.canHelp}</b> {knownIn(one.profile)}
              </p>
            )}
            {one.profile.learns.length > 0 && (
              <p>
                <b>{text.wantsToLearn}</b> {namesOf(one.profile.learns)}
              </p>
            )}
          </Colleague>
        ))}
      </ul>
    </section>
  )
}

type ColleagueProps = { one: ColleagueLine; language: Language; children?: Child }

function Colleague({ one, language, children }: ColleagueProps) {
  const { person, name, groups, isMe } = one
  const besides = [...(isMe ? [profileText(language).you] : []), ...groups]
  return (
    <li>
      <h3>
        <a href={profileHref(person)}>{name}</a>
        {besides.length > 0 && <small> {besides.join(', ')}</small>}
      </h3>
      {children}
    </li>
  )
}

function OnTopic({ colleagues, topic, language }: ColleaguesProps & { topic: TopicKey }) {
  const text = profileText(language)
  const helps = colleagues.filter(({ profile }) => canHelp(profile, topic) !== null)
  const learns = colleagues.filter(({ profile }) => profile.learns.includes(topic))
  return (
    <div class="twee">
      <section aria-labelledby="k-helpt" class="blok">
        <h2 id="k-helpt">{text.knowAbout}</h2>
        {helps.length === 0 && <p class="zacht">{text.nobodyHelps}</p>}
        <ul class="collegas">
          {helps.map((one) => (
            <Colleague {...{ one, language }}>
              <Knowing {...{ one, topic, language }} />
            </Colleague>
          ))}
        </ul>
      </section>
      <section aria-labelledby="k-leert" class="blok">
        <h2 id="k-leert">{text.learnAbout}</h2>
        {learns.length === 0 && <p class="zacht">{text.nobodyLearns}</p>}
        <ul class="collegas">
          {learns.map((one) => (
            <Colleague {...{ one, language }} />
          ))}
        </ul>
      </section>
    </div>
  )
}

/** Of a specialist in own words what for; of who does not want to be asked just now that too. */
function Knowing({
  one: { profile },
  topic,
  language,
}: {
  one: ColleagueLine
  topic: TopicKey
  language: Language
}) {
  const text = profileText(language)
  const trained = profile.specialties.find((one) => one.topic === topic)
  const said = [
    ...(trained ? [trained.words === '' ? text.specialist : trained.words] : []),
    ...(profile.often === 'not-now' ? [text.oftenNames['not-now'].toLowerCase()] : []),
  ]
  return said.length === 0 ? null : <p>{said.join(' · ')}</p>
}
