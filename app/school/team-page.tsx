import type { Context } from 'hono'
import { isRefusal } from '../kernel/refusal.ts'
import type { Member } from '../session/actor.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { invite } from '../session/invite-desk.ts'
import { openInvitations } from '../session/link-store.ts'
import { originForMember } from '../session/origin.ts'
import { peopleText } from './people-text.ts'
import { termHasCome } from './retention.ts'
import { countFrom, mustMay, schoolPage } from './school-desk.tsx'
import { mayInvite, mayManageSchool } from './school-may.ts'
import { readSchool } from './school-store.ts'
import { presentPeople, type Team } from './team.ts'
import { readTeam } from './team-store.ts'
import { teamText } from './team-text.ts'
import { TeamView } from './team-view.tsx'

/** Who has not come in yet, can get mail, and has no invitation that still works. */
async function toInvite(c: Context<OnDesk>, actor: Member, team: Team) {
  const { db, house } = deskOf(c)
  if (!house.mailIsOn) return []
  const invited = await openInvitations(db, actor, house.now())
  return presentPeople(team).filter(
    (person) =>
      person.joinedAt === null &&
      mayInvite(actor, person).may &&
      !invited.some(({ personId }) => personId === person.id),
  )
}

function noticeOf(c: Context<OnDesk>) {
  const { language } = deskOf(c)
  const [added, completed] = [countFrom(c.req.query('added')), countFrom(c.req.query('completed'))]
  if (added + completed > 0) return peopleText(language).stored(added, completed)
  const invited = countFrom(c.req.query('invited'))
  return invited > 0 ? teamText(language).invited(invited) : null
}

/** /team: everybody with what they do. */
export const teamPage = {
  get: async (c: Context<OnDesk>) => {
    const { actor, school, language, terms } = readerOf(c)
    const { db, today } = deskOf(c)
    const team = await readTeam(db, actor)
    const manages = mayManageSchool(actor).may
    const years = manages ? (await readSchool(db, actor)).retentionYears : 0
    const termCome = { people: manages ? termHasCome(team.people, years, today) : [], years }
    return schoolPage(
      c,
      { title: teamText(language).title(school.name), notice: noticeOf(c) },
      <TeamView
        {...{ language, terms, team, manages, termCome }}
        me={actor.personId}
        school={school.name}
        toInvite={manages ? await toInvite(c, actor, team) : []}
      />,
    )
  },

  post: async (c: Context<OnDesk>) => {
    const { actor } = readerOf(c)
    const { db, house } = deskOf(c)
    mustMay(mayManageSchool(actor))
    const origin = originForMember(house.baseUrl, c.req.header('host'))
    let invited = 0
    for (const person of await toInvite(c, actor, await readTeam(db, actor))) {
      const sent = await invite(db, actor, person.id, origin, house.now())
      if (!isRefusal(sent)) invited++
    }
    return c.redirect(`/team?invited=${invited}`, 303)
  },
}
