import type { Context } from 'hono'
import type { Role } from '../session/actor.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { PageHead } from '../ui/head.tsx'
import type { PersonRefusal } from './person.ts'
import { NOBODY, type PersonValues, parsePerson, valuesIn } from './person-form.ts'
import { PersonForm } from './person-form-view.tsx'
import { addPerson } from './person-store.ts'
import { personText } from './person-text.ts'
import { mustMay, schoolPage } from './school-desk.tsx'
import { mayGiveRole, mayManageSchool } from './school-may.ts'
import { readTeam } from './team-store.ts'

const PATH = '/team/people/new'

async function page(c: Context<OnDesk>, values: PersonValues, refusals: readonly PersonRefusal[]) {
  const { actor, language, terms } = readerOf(c)
  mustMay(mayManageSchool(actor))
  const text = personText(language)
  const team = await readTeam(deskOf(c).db, actor)
  const mayGive = (role: Role) => mayGiveRole(actor, role).may
  return schoolPage(
    c,
    { title: text.newTitle },
    <>
      <PageHead title={text.newTitle} under={<a href="/team/people">{text.newUnder}</a>} />
      <PersonForm action={PATH} submit={text.add} {...{ language, terms, team, values, refusals, mayGive }} />
    </>,
    refusals.length > 0 ? 422 : 200,
  )
}

/** /team/people/new: one more colleague. */
export const newPersonPage = {
  get: (c: Context<OnDesk>) => page(c, NOBODY, []),

  post: async (c: Context<OnDesk>) => {
    const { actor } = readerOf(c)
    mustMay(mayManageSchool(actor))
    const { db, now } = deskOf(c)
    const values = valuesIn(await c.req.formData())
    const mayGive = (role: Role) => mayGiveRole(actor, role).may
    const facts = parsePerson(values, { team: await readTeam(db, actor), before: null, mayGive })
    if (!('name' in facts)) return page(c, values, facts)
    const added = await addPerson(db, actor, facts, now)
    return typeof added === 'string'
      ? c.redirect(`/team/people/${added}?done=added`, 303)
      : page(c, values, [added])
  },
}
