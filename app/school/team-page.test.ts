import { describe, expect, it } from 'vitest'
import { settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { asMember, visitor } from '../../test/request.ts'
import { worldIn } from '../../test/world.ts'
import { schoolsOnServer } from './school-store.ts'
import { readTeam } from './team-store.ts'
import { readVision } from './vision-store.ts'

const page = async (answer: Response | Promise<Response>) => (await answer).text()

const FACTS = { act: 'save', person: 'Sem', email: 'sem@regenboog.example', roles: ['teacher'] }

eachDatabase((open) => {
  describe('the team page', () => {
    it('shows everybody what everybody does, without addresses or figures', async () => {
      const { as } = await worldIn(open)
      const text = await page((await as('anouk')).get('/team'))
      for (const shown of ['Onderbouw', 'groep 1/2 A', 'Marjan', 'Leerteam Lezen', 'Paul', 'schoolleider'])
        expect(text).toContain(shown)
      expect(text).not.toContain('@regenboog.example')
      expect(text).not.toContain('/team/people/new')
    })

    it('leads from a name to what a colleague says of themselves; who keeps the list also to the facts', async () => {
      const { cast, as } = await worldIn(open)
      const { anouk, sem } = cast.people
      const hrefs = async (key: 'anouk' | 'karin') => {
        const main = (await page((await as(key)).get('/team'))).split('<main')[1] ?? ''
        return [...main.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
      }
      const hers = await hrefs('anouk')
      expect(hers).toEqual(
        expect.arrayContaining([`/profile/${sem}`, `/profile/${anouk}`, `/team/people/${anouk}`]),
      )
      expect(hers).not.toContain(`/team/people/${sem}`)
      expect(await hrefs('karin')).toEqual(
        expect.arrayContaining([`/profile/${sem}`, `/team/people/${sem}`, `/profile/${anouk}`]),
      )
      expect((await (await as('anouk')).get(`/profile/${sem}`)).status).toBe(200)
    })

    it('is for who is signed in', async () => {
      const { app } = await worldIn(open)
      for (const path of ['/team', '/team/people', '/team/groups', '/vision', '/settings', '/setup/people']) {
        expect((await visitor(app).get(path)).headers.get('location')).toMatch('/sign-in')
        expect((await visitor(app).post(path, { act: 'save' })).headers.get('location')).toBe('/sign-in')
      }
    })

    it('tells who keeps the list whose texts may go, and nobody else', async () => {
      const { db, cast, as } = await worldIn(open)
      await db.write(cast.keeper, (sql) =>
        sql
          .updateTable('person')
          .set({ left_on: '2020-01-01' as never })
          .where('id', '=', cast.people.sem)
          .execute(),
      )
      expect(await page((await as('karin')).get('/team'))).toContain('voorbij voor de trajectteksten van Sem')
      expect(await page((await as('anouk')).get('/team'))).not.toContain('trajectteksten van Sem')
    })
  })

  describe('another school', () => {
    it('is not there: no person, group, learning team, vision line or key of it', async () => {
      const { db, app, as } = await worldIn(open)
      const other = await settleCast(db, { name: 'De Vlieger' })
      const theirs = await asMember(app, db, other, 'karin')
      await theirs.post('/settings', { act: 'token', tokenName: 'website' })
      const [token] = await db.read(other.keeper, (sql) =>
        sql.selectFrom('api_token').select('id').where('school_id', '=', other.schoolId).execute(),
      )
      const before = [await readTeam(db, other.keeper), await readVision(db, other.keeper)]
      const karin = await as('karin')
      const tries: [string, Record<string, string>][] = [
        [`/team/people/${other.people.sem}`, { ...FACTS, roles: 'teacher' }],
        [`/team/people/${other.people.sem}`, { act: 'leave' }],
        ['/team/groups', { act: 'remove-group', group: other.groups['3'] }],
        ['/team/learning-teams', { act: 'stop', team: other.learningTeams.lezen }],
        ['/vision', { act: 'retire', line: other.visionLines.lezen }],
        ['/vision', { act: 'reword', line: other.visionLines.lezen, text: 'Van ons', short: 'Ons' }],
        ['/settings', { act: 'revoke', token: token?.id ?? '' }],
      ]
      for (const [path, fields] of tries) expect((await karin.post(path, fields)).status).toBe(404)
      expect((await karin.get(`/team/people/${other.people.sem}`)).status).toBe(404)
      expect([await readTeam(db, other.keeper), await readVision(db, other.keeper)]).toEqual(before)
    })

    it('is not named by ids or acts that are none', async () => {
      const { as } = await worldIn(open)
      const karin = await as('karin')
      for (const id of ['x', '__proto__', '%00', '1%27%20or%201=1'])
        expect((await karin.get(`/team/people/${id}`)).status).toBe(404)
      for (const act of ['', 'constructor', '__proto__', 'toString']) {
        for (const path of ['/settings', '/team/groups', '/vision'])
          expect((await karin.post(path, { act })).status).toBe(404)
      }
    })
  })

  it('every page is there in English', async () => {
    const { cast, as, db } = await worldIn(open)
    const karin = await as('karin')
    const en = { cookie: `${karin.cookie}; language=en` }
    expect(await page(karin.get('/team', en))).toContain('The team of')
    for (const path of [
      '/team/people',
      '/team/people/new',
      '/team/groups',
      '/team/learning-teams',
      '/vision',
      '/settings',
      `/team/people/${cast.people.sem}`,
    ]) {
      const answer = await karin.get(path, en)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('<html lang="en"')
    }
    expect(await schoolsOnServer(db)).toHaveLength(1)
  })
})
