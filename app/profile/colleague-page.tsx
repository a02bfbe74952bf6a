import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { readRoster } from '../plan/roster-store.ts'
import { firstName } from '../school/person.ts'
import { QuestionTabs } from '../school/question-tabs-view.tsx'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink, LinkButton } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { atProfiles } from './profile-desk.ts'
import { readProfile } from './profile-store.ts'
import { profileText } from './profile-text.ts'
import { ProfileCard } from './profile-view.tsx'

/** /profile/:person: what a colleague says of themselves. */
export const colleaguePage = {
  get: async (c: Context<OnDesk>) => {
    const { desk, reader, names } = await atProfiles(c)
    const { actor, language } = reader
    const id = parseId<'person'>(c.req.param('person'))
    const profile = id && (await readProfile(desk.db, actor, id))
    const person = profile && (await readRoster(desk.db, actor)).people.find((one) => one.id === id)
    if (!person || !profile) throw new HTTPException(404)
    const text = profileText(language)
    const isMe = person.id === actor.personId
    const first = firstName(person)
    return c.html(
      <Page shell={shellFrom(desk)} title={text.titleOf(person.name)} here="questions">
        <PageHead title={person.name} under={person.groups.join(', ')} />
        <QuestionTabs here={null} reader={reader} />
        <p class="rij">
          <BackLink href="/profile/all">{text.toAll}</BackLink>
        </p>
        <ProfileCard {...{ profile, names, language }} blank={isMe ? text.blankOwn : text.blankOf(first)} />
        <p class="noot">{text.notJudged}</p>
        <div class="rij knoppen">
          {isMe && (
            <LinkButton href="/profile" icon="pen">
              {profile.changedAt === null ? text.begin : text.change}
            </LinkButton>
          )}
          {!isMe && <LinkButton href={`/visits/new?with=${person.id}`}>{text.look(first)}</LinkButton>}
          {!isMe && <LinkButton href={`/peers/new?with=${person.id}`}>{text.learnWith(first)}</LinkButton>}
        </div>
      </Page>,
    )
  },
}
