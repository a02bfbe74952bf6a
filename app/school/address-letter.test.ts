import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { visitor } from '../../test/request.ts'
import { worldIn } from '../../test/world.ts'
import { personIn } from './team.ts'
import { readTeam } from './team-store.ts'

const SEM = { act: 'save', person: 'Sem', roles: ['teacher'] }

eachDatabase((open) => {
  it('who gets another address is told at the old one, and a code that went there opens nothing', async () => {
    const { db, cast, as, app } = await worldIn(open)
    await visitor(app).post('/sign-in', { address: 'sem@regenboog.example' })
    const karin = await as('karin')
    const path = `/team/people/${cast.people.sem}`
    expect((await karin.post(path, { ...SEM, email: 'sem@nieuw.example' })).status).toBe(303)
    const letters = await db.read(cast, (sql) =>
      sql.selectFrom('mail').select(['kind', 'to_address']).orderBy('id').execute(),
    )
    expect(letters).toEqual([
      { kind: 'sign-in', to_address: 'sem@regenboog.example' },
      { kind: 'address-changed', to_address: 'sem@regenboog.example' },
    ])
    const [code] = await db.read(cast, (sql) =>
      sql.selectFrom('sign_in_code').select(['created_at', 'expires_at']).execute(),
    )
    expect(code?.expires_at).toBe(code?.created_at)
    expect((await karin.post(path, { ...SEM, email: 'sem@nieuw.example' })).status).toBe(303)
    expect(await db.read(cast, (sql) => sql.selectFrom('mail').select('id').execute())).toHaveLength(2)
  })

  it('a coordinator does not become administrator by way of an administrator’s address', async () => {
    const { db, cast, as } = await worldIn(open)
    await db.write(cast, (sql) =>
      sql
        .insertInto('person_role')
        .values({ school_id: cast.schoolId, person_id: cast.people.sem, role: 'coordinator' })
        .execute(),
    )
    const path = `/team/people/${cast.people.karin}`
    const facts = { act: 'save', person: 'Karin', roles: ['coordinator', 'administrator'] }
    const taken = await (await as('sem')).post(path, { ...facts, email: 'sem@elders.example' })
    expect(taken.status).toBe(422)
    expect(await taken.text()).toContain('van een beheerder verandert alleen een beheerder')
    const own = await (await as('karin')).post(path, { ...facts, email: 'karin@elders.example' })
    expect(own.status).toBe(303)
    const { email } = personIn(await readTeam(db, cast.keeper), cast.people.karin) ?? {}
    expect(email).toBe('karin@elders.example')
  })
})
