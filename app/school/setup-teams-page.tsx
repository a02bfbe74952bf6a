import type { Context } from 'hono'
import { isRefusal } from '../kernel/refusal.ts'
import { deskOf, type OnDesk } from '../session/desk.ts'
import { type LearningTeamRefusal, parseLearningTeams } from './learning-team.ts'
import { addLearningTeams } from './learning-team-store.ts'
import { peopleText } from './people-text.ts'
import { countFrom, typed } from './school-desk.tsx'
import { SETUP_PATHS, setterUp, setupPage } from './setup-desk.tsx'
import { setupText } from './setup-text.ts'
import { SetupTeamsView, StepLinks } from './setup-view.tsx'
import { readTeam } from './team-store.ts'

type Shown = {
  readonly written: string
  readonly refusal: LearningTeamRefusal | null
  readonly notice?: string | null
}

async function page(c: Context<OnDesk>, { written, refusal, notice = null }: Shown) {
  const { actor, language } = setterUp(c)
  const team = await readTeam(deskOf(c).db, actor)
  const text = setupText(language)
  const view = (
    <SetupTeamsView
      language={language}
      teams={team.learningTeams}
      nameOf={(id) => team.people.find((person) => person.id === id)?.name ?? ''}
      written={written}
      refusal={refusal}
    >
      <StepLinks
        language={language}
        back={SETUP_PATHS.people}
        next={{ href: SETUP_PATHS.vision, label: team.learningTeams.length > 0 ? text.next : text.skip }}
      />
    </SetupTeamsView>
  )
  return setupPage(c, { step: 'learningTeams', title: text.teamsTitle, notice }, view, refusal ? 422 : 200)
}

/** /setup/learning-teams: a line for each. */
export const setupTeamsPage = {
  get: (c: Context<OnDesk>) => {
    const [added, completed] = [countFrom(c.req.query('added')), countFrom(c.req.query('completed'))]
    const notice = added + completed > 0 ? peopleText(deskOf(c).language).stored(added, completed) : null
    return page(c, { written: '', refusal: null, notice })
  },

  post: async (c: Context<OnDesk>) => {
    const { actor } = setterUp(c)
    const { db, language } = deskOf(c)
    const written = typed(await c.req.formData(), 'learningTeams')
    const teams = parseLearningTeams(written, (await readTeam(db, actor)).people, language)
    if (isRefusal(teams)) return page(c, { written, refusal: teams })
    const done = await addLearningTeams(db, actor, teams)
    return isRefusal(done) ? page(c, { written, refusal: done }) : c.redirect(SETUP_PATHS.vision, 303)
  },
}
