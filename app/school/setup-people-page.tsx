import type { Context } from 'hono'
import { deskOf, type OnDesk } from '../session/desk.ts'
import { type PeoplePlace, pastePage, takePeople } from './people-desk.tsx'
import { SETUP_PATHS, setterUp, setupPage } from './setup-desk.tsx'
import { setupText } from './setup-text.ts'
import { StepLinks } from './setup-view.tsx'
import { presentPeople } from './team.ts'
import { readTeam } from './team-store.ts'

async function placeOf(c: Context<OnDesk>): Promise<PeoplePlace> {
  const { actor, language } = setterUp(c)
  const count = presentPeople(await readTeam(deskOf(c).db, actor)).length
  const text = setupText(language)
  return {
    action: SETUP_PATHS.people,
    after: (added, completed) => `${SETUP_PATHS.learningTeams}?added=${added}&completed=${completed}`,
    show: (title, children, status) =>
      setupPage(
        c,
        { step: 'people', title },
        <>
          {children}
          <p class="noot">{text.peopleThere(count)}</p>
          <StepLinks
            language={language}
            back={SETUP_PATHS.school}
            next={{ href: SETUP_PATHS.learningTeams, label: count > 1 ? text.next : text.skip }}
          />
        </>,
        status,
      ),
  }
}

/** /setup/people: the team, by a list. */
export const setupPeoplePage = {
  get: async (c: Context<OnDesk>) => pastePage(c, await placeOf(c)),
  post: async (c: Context<OnDesk>) => takePeople(c, await placeOf(c)),
}
