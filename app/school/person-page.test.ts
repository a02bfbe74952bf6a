import { describe, expect, it } from 'vitest'
import { settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember } from '../../test/request.ts'
import { worldIn } from '../../test/world.ts'
import { personIn } from './team.ts'
import { readTeam } from './team-store.ts'

const page = async (answer: Response | Promise<Response>) => (await answer).text()

const FACTS = { act: 'save', person: 'Sem', email: 'sem@regenboog.example', roles: ['teacher'] }

eachDatabase((open) => {
  describe('a colleague', () => {
    it('is changed by the coordinator, and the form keeps what was typed when something is odd', async () => {
      const { db, cast, as } = await worldIn(open)
      const karin = await as('karin')
      const path = `/team/people/${cast.people.sem}`
      const odd = await karin.post(path, { ...FACTS, person: 'Sem "de <b>', email: 'geen adres' })
      expect(odd.status).toBe(422)
      const text = await odd.text()
      expect(text).toContain('value="geen adres"')
      expect(text).toContain('Sem &quot;de &lt;b&gt;')
      expect(text).toContain('Dit lijkt geen e-mailadres')
      const done = await karin.post(path, {
        ...FACTS,
        person: 'Sem B.',
        groups: [cast.groups['6'], cast.groups['7']],
      })
      expect([done.status, done.headers.get('location')]).toEqual([303, `${path}?done=saved`])
      expect(personIn(await readTeam(db, cast.keeper), cast.people.sem)).toMatchObject({
        name: 'Sem B.',
        learningTeams: [],
      })
    })

    it('is never changed by a colleague: only the own name is one’s own', async () => {
      const { db, cast, as } = await worldIn(open)
      const anouk = await as('anouk')
      const sem = `/team/people/${cast.people.sem}`
      for (const act of ['save', 'rename', 'leave', 'return', 'invite']) {
        expect((await anouk.post(sem, { ...FACTS, act })).status).toBe(403)
      }
      const own = `/team/people/${cast.people.anouk}`
      expect((await anouk.post(own, { ...FACTS, roles: ['administrator'] })).status).toBe(403)
      expect((await anouk.post(own, { act: 'rename', person: 'Anouk W.' })).status).toBe(303)
      expect((await anouk.post(own, { act: 'rename', person: '' })).status).toBe(422)
      expect(personIn(await readTeam(db, cast.keeper), cast.people.anouk)).toMatchObject({
        name: 'Anouk W.',
        roles: ['teacher'],
      })
      expect(await page(anouk.get(sem))).toContain('Dit houdt de intern begeleider of de beheerder bij')
    })

    it('gets the administrator role from an administrator alone', async () => {
      const { db, cast, as } = await worldIn(open)
      await (await as('karin')).post(`/team/people/${cast.people.noor}`, {
        ...FACTS,
        person: 'Noor',
        email: '',
        roles: ['teacher', 'coordinator'],
      })
      const noor = await as('noor')
      const refused = await noor.post(`/team/people/${cast.people.sem}`, {
        ...FACTS,
        roles: ['teacher', 'administrator'],
      })
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain('geeft alleen een beheerder')
      await noor.post(`/team/people/${cast.people.karin}`, {
        ...FACTS,
        person: 'Karin',
        roles: ['coordinator'],
      })
      expect(personIn(await readTeam(db, cast.keeper), cast.people.karin)?.roles).toContain('administrator')
    })

    it('who is the last administrator stays one, and hears why', async () => {
      const { cast, as } = await worldIn(open)
      const answer = await (await as('karin')).post(`/team/people/${cast.people.karin}`, {
        ...FACTS,
        person: 'Karin',
        email: 'karin@regenboog.example',
        roles: ['coordinator'],
      })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('Dit is de enige beheerder')
    })

    it('who leaves is out at once', async () => {
      const { cast, as } = await worldIn(open)
      const [karin, sem] = [await as('karin'), await as('sem')]
      expect((await sem.get('/team')).status).toBe(200)
      expect(
        (await karin.post(`/team/people/${cast.people.sem}`, { act: 'leave', leftOn: '2027-01-01' })).status,
      ).toBe(422)
      expect((await karin.post(`/team/people/${cast.people.sem}`, { act: 'leave', leftOn: '' })).status).toBe(
        303,
      )
      expect((await sem.get('/team')).headers.get('location')).toMatch('/sign-in')
      expect(await page(karin.get('/team'))).toContain('Sem, tot 19 november 2026')
    })

    it('is invited by mail once, and all at once those who are not there yet', async () => {
      const { db, cast, as } = await worldIn(open)
      const karin = await as('karin')
      await karin.post('/team/people/new', {
        person: 'Roos',
        email: 'roos@regenboog.example',
        roles: ['teacher'],
      })
      await karin.post('/team/people/new', { person: 'Tim', email: '', roles: ['teacher'] })
      expect((await karin.post('/team', { act: 'invite-all' })).headers.get('location')).toBe(
        '/team?invited=1',
      )
      expect((await karin.post('/team', { act: 'invite-all' })).headers.get('location')).toBe(
        '/team?invited=0',
      )
      const letters = await db.read(cast.keeper, (sql) =>
        sql
          .selectFrom('mail')
          .select(['to_address', 'kind'])
          .where('school_id', '=', cast.schoolId)
          .execute(),
      )
      expect(letters).toEqual([{ to_address: 'roos@regenboog.example', kind: 'invitation' }])
    })

    it('is not invited from the demo school', async () => {
      const db = await open()
      const app = testApp(db)
      const cast = await settleCast(db, { demo: true })
      const karin = await asMember(app, db, cast, 'karin')
      expect((await karin.post(`/team/people/${cast.people.sem}`, { act: 'invite' })).status).toBe(403)
      expect(await db.read(cast.keeper, (sql) => sql.selectFrom('mail').select('id').execute())).toEqual([])
    })
  })
})
