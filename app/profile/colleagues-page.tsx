import type { Context } from 'hono'
import { stillOffered } from '../school/own-list.ts'
import { QuestionTabs } from '../school/question-tabs-view.tsx'
import { topicKeyOf } from '../school/topic.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { ArrowLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { ColleaguesView } from './colleagues-view.tsx'
import { topicsKnown } from './profile.ts'
import { atProfiles, colleagueLines } from './profile-desk.ts'
import { profileText } from './profile-text.ts'

/** /profile/all?topic=…: what colleagues can learn from each other. */
export const colleaguesPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await atProfiles(c)
    const { language } = at.reader
    const text = profileText(language)
    const colleagues = await colleagueLines(at)
    const asked = topicKeyOf(c.req.query('topic') ?? null)
    const had = colleagues.flatMap(({ profile }) => [...topicsKnown(profile), ...profile.learns])
    const offered = stillOffered(at.topics).map(({ key }) => key)
    const topics = at.topics.flatMap(({ key }) => (offered.includes(key) || had.includes(key) ? [key] : []))
    const topic = topics.find((one) => one === asked) ?? null
    const title = topic === null ? text.allTitle : text.topicTitle(at.names.get(topic) ?? topic)
    return c.html(
      <Page shell={shellFrom(at.desk)} title={title} here="questions">
        <PageHead title={title} under={text.allUnder} />
        <QuestionTabs here="profile" reader={at.reader} />
        <p class="rij">
          <ArrowLink href="/profile">{text.toOwn}</ArrowLink>
          <ArrowLink href="/peers">{text.toPeers}</ArrowLink>
        </p>
        <ColleaguesView {...{ colleagues, topics, language }} names={at.names} topic={topic} />
      </Page>,
    )
  },
}
