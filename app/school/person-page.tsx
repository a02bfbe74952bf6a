import type { Context } from 'hono'
import { parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Member, Role } from '../session/actor.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { invite } from '../session/invite-desk.ts'
import { originForMember } from '../session/origin.ts'
import { mayHelpIn } from '../session/session-may.ts'
import { PageHead } from '../ui/head.tsx'
import type { Person, PersonRefusal } from './person.ts'
import { parsePersonName } from './person.ts'
import { type PersonValues, parseLeftOn, parsePerson, valuesIn, valuesOf } from './person-form.ts'
import { PersonForm } from './person-form-view.tsx'
import { changePerson, comeBack, leaveSchool, renamePerson } from './person-store.ts'
import { personText } from './person-text.ts'
import { DoorView, LeaveView, OwnName, PersonFacts } from './person-view.tsx'
import { found, mustMay, schoolPage, typed } from './school-desk.tsx'
import { mayGiveRole, mayInvite, mayManageSchool, mayRename } from './school-may.ts'
import { becauseInWords, rolesInWords } from './school-text.ts'
import { personIn, type Team } from './team.ts'
import { readTeam } from './team-store.ts'

type Spot = { readonly actor: Member; readonly team: Team; readonly person: Person; readonly path: string }

/** Whom the address is about; 404 for anybody outside the reader's school. */
async function spotOf(c: Context<OnDesk>): Promise<Spot> {
  const { actor } = readerOf(c)
  const team = await readTeam(deskOf(c).db, actor)
  const person = found(personIn(team, found(parseId<'person'>(c.req.param('person')))))
  return { actor, team, person, path: `/team/people/${person.id}` }
}

type Trouble = {
  readonly about: 'facts' | 'leave'
  readonly refusals: readonly PersonRefusal[]
  readonly values?: PersonValues
}

function page(c: Context<OnDesk>, spot: Spot, trouble: Trouble | null = null) {
  const { actor, team, person } = spot
  const { language, terms } = readerOf(c)
  const manage = mayManageSchool(actor)
  const refusals = trouble?.about === 'facts' ? trouble.refusals : []
  const facts = manage.may ? (
    <Managed c={c} spot={spot} trouble={trouble} />
  ) : (
    <>
      {mayRename(actor, person).may && (
        <OwnName
          action={spot.path}
          language={language}
          value={trouble?.values?.person ?? person.name}
          refusals={refusals}
        />
      )}
      <PersonFacts
        {...{ person, team, language, terms }}
        because={becauseInWords(manage.because, language, terms)}
      />
    </>
  )
  const view = (
    <>
      <PageHead title={person.name} under={rolesInWords(person.roles, language, terms)} />
      {facts}
      <p>
        <a href="/team">{personText(language).back}</a>
      </p>
    </>
  )
  return schoolPage(c, { title: person.name, notice: noticeOf(c, person) }, view, trouble ? 422 : 200)
}

/** What who keeps the team list can do for somebody. */
function Managed({ c, spot, trouble }: { c: Context<OnDesk>; spot: Spot; trouble: Trouble | null }) {
  const { actor, team, person, path } = spot
  const { language, terms } = readerOf(c)
  const { house, today } = deskOf(c)
  const mail = mayInvite(actor, person)
  return (
    <>
      {person.leftOn === null && (
        <PersonForm
          {...{ language, terms, team }}
          action={path}
          values={trouble?.values ?? valuesOf(person)}
          refusals={trouble?.about === 'facts' ? trouble.refusals : []}
          mayGive={(role: Role) => mayGiveRole(actor, role).may}
          submit={personText(language).save}
        />
      )}
      {person.leftOn === null && person.id !== actor.personId && (
        <DoorView
          {...{ language, person }}
          action={path}
          mailIsOn={house.mailIsOn}
          inviteNo={mail.may ? null : becauseInWords(mail.because, language, terms)}
          helpHref={mayHelpIn(actor, person.id).may ? `/account/help/${person.id}` : null}
        />
      )}
      <LeaveView
        {...{ language, person, today }}
        action={path}
        refusals={trouble?.about === 'leave' ? trouble.refusals : []}
      />
    </>
  )
}

const NOTICES = ['saved', 'added', 'invited', 'left', 'cameBack'] as const

function noticeOf(c: Context<OnDesk>, person: Person) {
  const done = NOTICES.find((name) => name === c.req.query('done'))
  return done ? personText(deskOf(c).language)[done](person.name) : null
}

type Act = (c: Context<OnDesk>, spot: Spot, form: FormData) => Promise<Response>

const doneAt = (c: Context<OnDesk>, spot: Spot, done: (typeof NOTICES)[number]) =>
  c.redirect(`${spot.path}?done=${done}`, 303)

const save: Act = async (c, spot, form) => {
  mustMay(mayManageSchool(spot.actor))
  const values = valuesIn(form)
  const facts = parsePerson(values, {
    team: spot.team,
    before: spot.person,
    mayGive: (role) => mayGiveRole(spot.actor, role).may,
  })
  if (!('name' in facts)) return page(c, spot, { about: 'facts', refusals: facts, values })
  const { db, house } = deskOf(c)
  const done = found(await changePerson(db, spot.actor, spot.person.id, facts, house.now()))
  return isRefusal(done)
    ? page(c, spot, { about: 'facts', refusals: [done], values })
    : doneAt(c, spot, 'saved')
}

const rename: Act = async (c, spot, form) => {
  mustMay(mayRename(spot.actor, spot.person))
  const name = parsePersonName(form.get('person'))
  if (typeof name !== 'string')
    return page(c, spot, { about: 'facts', refusals: [name], values: valuesIn(form) })
  found(await renamePerson(deskOf(c).db, spot.actor, spot.person.id, name))
  return doneAt(c, spot, 'saved')
}

const send: Act = async (c, spot) => {
  mustMay(mayInvite(spot.actor, spot.person))
  const { db, house } = deskOf(c)
  const origin = originForMember(house.baseUrl, c.req.header('host'))
  const sent = await invite(db, spot.actor, spot.person.id, origin, house.now())
  return isRefusal(sent) ? page(c, await spotOf(c)) : doneAt(c, spot, 'invited')
}

const leave: Act = async (c, spot, form) => {
  mustMay(mayManageSchool(spot.actor))
  const { db, house, today } = deskOf(c)
  const on = parseLeftOn(form.get('leftOn'), today)
  const done =
    typeof on === 'string'
      ? found(await leaveSchool(db, spot.actor, spot.person.id, { on, now: house.now() }))
      : on
  return isRefusal(done) ? page(c, spot, { about: 'leave', refusals: [done] }) : doneAt(c, spot, 'left')
}

const comesBack: Act = async (c, spot) => {
  mustMay(mayManageSchool(spot.actor))
  const done = found(await comeBack(deskOf(c).db, spot.actor, spot.person.id))
  return isRefusal(done) ? page(c, spot, { about: 'leave', refusals: [done] }) : doneAt(c, spot, 'cameBack')
}

const ACTS: Readonly<Record<string, Act>> = { save, rename, invite: send, leave, return: comesBack }

/** /team/people/:person: one person of the team. */
export const personPage = {
  get: async (c: Context<OnDesk>) => page(c, await spotOf(c)),

  post: async (c: Context<OnDesk>) => {
    const spot = await spotOf(c)
    const form = await c.req.formData()
    const name = typed(form, 'act')
    return found(Object.hasOwn(ACTS, name) ? ACTS[name] : null)(c, spot, form)
  },
}
