import type { Context } from 'hono'
import { type LearningTeamId, type PersonId, parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { type LearningTeamRefusal, parseLearningTeamName } from './learning-team.ts'
import { addLearningTeams, changeLearningTeam, retireLearningTeam } from './learning-team-store.ts'
import { learningTeamText } from './learning-team-text.ts'
import { LearningTeamsView, type TeamTrouble } from './learning-team-view.tsx'
import { found, mustMay, schoolPage, typed } from './school-desk.tsx'
import { mayManageSchool } from './school-may.ts'
import { readTeam } from './team-store.ts'

const PATH = '/team/learning-teams'

async function page(c: Context<OnDesk>, trouble: TeamTrouble | null) {
  const { actor, language } = readerOf(c)
  const text = learningTeamText(language)
  const team = await readTeam(deskOf(c).db, actor)
  const notice = trouble === null && c.req.query('done') === 'saved' ? text.saved : null
  const view = <LearningTeamsView action={PATH} {...{ language, team, trouble }} />
  return schoolPage(c, { title: text.title, notice }, view, trouble ? 422 : 200)
}

const membersIn = (form: FormData) =>
  form
    .getAll('members')
    .map((value) => parseId<'person'>(value))
    .filter((id): id is PersonId => id !== null)

type Done = LearningTeamRefusal | 'done' | null

async function act(c: Context<OnDesk>, form: FormData, id: LearningTeamId | null): Promise<Done> {
  const { db, today } = deskOf(c)
  const { actor, language } = readerOf(c)
  const name = typed(form, 'act')
  if (id !== null && (name === 'stop' || name === 'start')) {
    return retireLearningTeam(db, actor, id, name === 'stop' ? today : null)
  }
  const called = parseLearningTeamName(form.get('learningTeam'), language)
  if (typeof called !== 'string') return called
  const written = { name: called, members: membersIn(form) }
  if (name === 'add') return addLearningTeams(db, actor, [written])
  return id !== null && name === 'save' ? changeLearningTeam(db, actor, id, written) : null
}

/** /team/learning-teams: their names and members. */
export const learningTeamsPage = {
  get: (c: Context<OnDesk>) => {
    mustMay(mayManageSchool(readerOf(c).actor))
    return page(c, null)
  },

  post: async (c: Context<OnDesk>) => {
    mustMay(mayManageSchool(readerOf(c).actor))
    const form = await c.req.formData()
    const id = typed(form, 'act') === 'add' ? null : found(parseId<'learning-team'>(form.get('team')))
    const done = found(await act(c, form, id))
    if (!isRefusal(done)) return c.redirect(`${PATH}?done=saved${id === null ? '' : `#team-${id}`}`, 303)
    return page(c, { refusal: done, team: id, name: typed(form, 'learningTeam'), members: membersIn(form) })
  },
}
