import type { Context } from 'hono'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import type { Reader } from '../session/actor.ts'
import { deskOf, type OnDesk } from '../session/desk.ts'
import { deviceOf } from '../session/device.ts'
import { letIn } from '../session/sign-in-desk.tsx'
import { changePerson } from './person-store.ts'
import { typed } from './school-desk.tsx'
import { mayManageSchool } from './school-may.ts'
import { changeSchool, readSchool } from './school-store.ts'
import { type Founding, parseFounding, type SetupReason } from './setup.ts'
import { claimOf, codeProblem } from './setup-claim-desk.ts'
import { SETUP_PATHS, setupPage } from './setup-desk.tsx'
import { SetupSchoolView, type SetupValues } from './setup-school-view.tsx'
import { foundSchool } from './setup-store.ts'
import { setupText } from './setup-text.ts'
import { TakenView } from './setup-view.tsx'
import { personIn } from './team.ts'
import { readTeam } from './team-store.ts'

const EMPTY: SetupValues = {
  code: '',
  name: '',
  brin: '',
  year: '',
  coordinatorWord: 'ib',
  person: '',
  email: '',
}

/** Somebody who comes back to the first step of the school that is being set up; the demo school is never one. */
function comesBack(c: Context<OnDesk>): Reader | null {
  const { reader } = deskOf(c)
  return reader && !reader.school.demo && mayManageSchool(reader.actor).may ? reader : null
}

type Shown = {
  readonly values: SetupValues
  readonly refusals: readonly Refusal<SetupReason>[]
  readonly code?: string | null
}

async function schoolStep(c: Context<OnDesk>, { values, refusals, code = null }: Shown) {
  const { language, today } = deskOf(c)
  const asksCode = comesBack(c) === null && (await claimOf(c)) === 'with-code'
  return setupPage(
    c,
    { step: 'school', title: setupText(language).title },
    <SetupSchoolView {...{ language, today, values, refusals, asksCode }} codeProblem={code} />,
    refusals.length > 0 || code !== null ? 422 : 200,
  )
}

function takenPage(c: Context<OnDesk>) {
  const { language } = deskOf(c)
  return setupPage(c, { step: 'school', title: setupText(language).taken }, <TakenView language={language} />)
}

async function valuesOf(c: Context<OnDesk>, { actor }: Reader): Promise<SetupValues> {
  const { db } = deskOf(c)
  const school = await readSchool(db, actor)
  const person = personIn(await readTeam(db, actor), actor.personId)
  return {
    code: '',
    name: school.name,
    brin: school.brin ?? '',
    year: school.firstYear,
    coordinatorWord: school.coordinatorWord,
    person: person?.name ?? '',
    email: person?.email ?? '',
  }
}

const valuesIn = (form: FormData): SetupValues => ({
  code: typed(form, 'code'),
  name: typed(form, 'name'),
  brin: typed(form, 'brin'),
  year: typed(form, 'year'),
  coordinatorWord: typed(form, 'coordinatorWord'),
  person: typed(form, 'person'),
  email: typed(form, 'email'),
})

/** /setup: the school, and who you are. */
export const setupSchoolPage = {
  get: async (c: Context<OnDesk>) => {
    const reader = comesBack(c)
    if (reader) return schoolStep(c, { values: await valuesOf(c, reader), refusals: [] })
    return (await claimOf(c)) === 'closed' ? takenPage(c) : schoolStep(c, { values: EMPTY, refusals: [] })
  },

  post: async (c: Context<OnDesk>) => {
    const form = await c.req.formData()
    const reader = comesBack(c)
    const founding = parseFounding(form, deskOf(c).today)
    if (reader)
      return 'school' in founding
        ? changeStep(c, reader, founding)
        : schoolStep(c, { values: valuesIn(form), refusals: founding })
    const claim = await claimOf(c)
    if (claim === 'closed') return takenPage(c)
    const code = claim === 'with-code' ? await codeProblem(c, typed(form, 'code')) : null
    const values = valuesIn(form)
    if (!('school' in founding)) return schoolStep(c, { values, refusals: founding, code })
    return code
      ? schoolStep(c, { values, refusals: [], code })
      : found(c, founding, claim === 'with-code' ? values.code : null)
  },
}

async function found(c: Context<OnDesk>, founding: Founding, code: string | null) {
  const { db, house, language } = deskOf(c)
  const device = deviceOf(c.req.header('user-agent'))
  const made = await foundSchool(db, founding, { language, device, code, now: house.now() })
  if ('refused' in made) return takenPage(c)
  return letIn(c, { token: made.token, waitsFor: null }, { to: SETUP_PATHS.people, shared: false })
}

/** The first step again: what was stored becomes what the form says. */
async function changeStep(c: Context<OnDesk>, reader: Reader, { school, firstYear, person }: Founding) {
  const { db, house } = deskOf(c)
  const { actor } = reader
  const before = await readSchool(db, actor)
  const me = personIn(await readTeam(db, actor), actor.personId)
  const changed = me && (await changePerson(db, actor, me.id, { ...me, ...person }, house.now()))
  if (isRefusal(changed)) return schoolStep(c, { values: await valuesOf(c, reader), refusals: [changed] })
  await changeSchool(db, actor, { ...school, teacherWord: before.teacherWord, firstYear })
  return c.redirect(SETUP_PATHS.people, 303)
}
