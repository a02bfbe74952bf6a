import { describe, expect, it } from 'vitest'
import { type Cast, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { type App, asMember, type Visitor, visitor } from '../../test/request.ts'
import type { Db } from '../db/database.ts'
import { programByToken } from '../session/api-token-store.ts'
import { makeSetupCode } from '../session/setup-code-store.ts'
import { readSchool, schoolsOnServer } from './school-store.ts'
import { personIn } from './team.ts'
import { readTeam } from './team-store.ts'
import { readVision } from './vision-store.ts'

type World = { db: Db; app: App; cast: Cast; as: (key: keyof Cast['people']) => Promise<Visitor> }

const page = async (answer: Response | Promise<Response>) => (await answer).text()
const FACTS = { act: 'save', person: 'Sem', email: 'sem@regenboog.example', roles: ['teacher'] }

eachDatabase((open) => {
  const world = async (other: Parameters<typeof testApp>[1] = {}): Promise<World> => {
    const db = await open()
    const app = testApp(db, other)
    const cast = await settleCast(db)
    return { db, app, cast, as: (key) => asMember(app, db, cast, key) }
  }

  describe('the team page', () => {
    it('shows everybody what everybody does, without addresses or figures', async () => {
      const { as } = await world()
      const text = await page((await as('anouk')).get('/team'))
      for (const shown of ['Onderbouw', 'groep 1/2 A', 'Marjan', 'Leerteam Lezen', 'Paul', 'schoolleider'])
        expect(text).toContain(shown)
      expect(text).not.toContain('@regenboog.example')
      expect(text).not.toContain('/team/people/new')
    })

    it('is for who is signed in', async () => {
      const { app } = await world()
      for (const path of ['/team', '/team/people', '/team/groups', '/vision', '/settings', '/setup/people']) {
        expect((await visitor(app).get(path)).headers.get('location')).toMatch('/sign-in')
        expect((await visitor(app).post(path, { act: 'save' })).headers.get('location')).toBe('/sign-in')
      }
    })

    it('tells who keeps the list whose texts may go, and nobody else', async () => {
      const { db, cast, as } = await world()
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

  describe('a colleague', () => {
    it('is changed by the coordinator, and the form keeps what was typed when something is odd', async () => {
      const { db, cast, as } = await world()
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
      const { db, cast, as } = await world()
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
      const { db, cast, as } = await world()
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
      const { cast, as } = await world()
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
      const { cast, as } = await world()
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
      const { db, cast, as } = await world()
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

  describe('another school', () => {
    it('is not there: no person, group, learning team, vision line or key of it', async () => {
      const { db, app, as } = await world()
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
      const { as } = await world()
      const karin = await as('karin')
      for (const id of ['x', '__proto__', '%00', '1%27%20or%201=1'])
        expect((await karin.get(`/team/people/${id}`)).status).toBe(404)
      for (const act of ['', 'constructor', '__proto__', 'toString']) {
        for (const path of ['/settings', '/team/groups', '/vision'])
          expect((await karin.post(path, { act })).status).toBe(404)
      }
    })
  })

  describe('a list of people', () => {
    it('is looked at and corrected before anything is stored', async () => {
      const { db, cast, as } = await world()
      const karin = await as('karin')
      const preview = await karin.post('/team/people', {
        act: 'read',
        list: 'Roos; geen adres; 3; tovenaar\n<img src=x onerror=alert(1)>; x@y.nl\n',
      })
      expect(preview.status).toBe(200)
      const text = await preview.text()
      expect(text).toContain('Dit lijkt geen e-mailadres')
      expect(text).toContain('‘tovenaar’ kennen we niet als rol')
      expect(text).not.toContain('<img')
      expect((await readTeam(db, cast.keeper)).people).toHaveLength(18)

      const rows = {
        count: '2',
        'name-0': 'Roos',
        'email-0': 'geen adres',
        'groups-0': '3',
        'roles-0': 'leraar',
        'name-1': 'X',
        'skip-1': 'yes',
      }
      const refused = await karin.post('/team/people', { act: 'store', ...rows })
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain('value="geen adres"')
      const stored = await karin.post('/team/people', { act: 'store', ...rows, 'email-0': 'roos@x.nl' })
      expect(stored.headers.get('location')).toBe('/team?added=1&completed=0')
      expect(await page(karin.get('/team?added=1&completed=0'))).toContain('Er is één collega bij.')
      expect((await readTeam(db, cast.keeper)).people).toHaveLength(19)
    })

    it('may be a file, of any common encoding', async () => {
      const { as } = await world()
      const form = new FormData()
      form.set('act', 'read')
      form.set('list', '')
      form.set(
        'file',
        new File([new Uint8Array([0x5a, 0x6f, 0xeb, 0x3b, 0x33])], 'team.csv', { type: 'text/csv' }),
      )
      const answer = await (await as('karin')).send('/team/people', form)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('value="Zoë"')
    })

    it.each([
      ['ten thousand lines', 'Anouk;3\n'.repeat(10_000), 'meer dan 500 mensen'],
      ['too much', 'a'.repeat(250_000), 'groter dan 200 kB'],
      ['nothing', ' \n ', 'Er staan nog geen namen'],
    ])('of %s is refused in words, and stays in the field', async (_, list, words) => {
      const { as } = await world()
      const answer = await (await as('karin')).post('/team/people', { act: 'read', list })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(words)
    })

    it('that is a workbook is told how to do it', async () => {
      const { as } = await world()
      const form = new FormData()
      form.set('file', new File([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])], 'team.xlsx'))
      const answer = await (await as('karin')).send('/team/people', form)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('Opslaan als')
    })

    it('can be put in by who keeps the team alone', async () => {
      const { db, cast, as } = await world()
      for (const who of ['anouk', 'paul'] as const) {
        expect(
          (await (await as(who)).post('/team/people', { act: 'store', count: '1', 'name-0': 'X' })).status,
        ).toBe(403)
        expect((await (await as(who)).get('/team/people')).status).toBe(403)
      }
      expect((await readTeam(db, cast.keeper)).people).toHaveLength(18)
    })
  })

  describe('the vision', () => {
    it('is read by everybody and changed by who keeps it', async () => {
      const { db, cast, as } = await world()
      const anouk = await as('anouk')
      expect(await page(anouk.get('/vision'))).toContain('Elk kind krijgt elke dag goede instructie.')
      expect((await anouk.post('/vision', { act: 'add', text: 'Iets anders' })).status).toBe(403)
      const karin = await as('karin')
      expect(
        (await karin.post('/vision', { act: 'up', line: cast.visionLines.lezen })).headers.get('location'),
      ).toBe(`/vision?done=saved#line-${cast.visionLines.lezen}`)
      expect((await readVision(db, cast.keeper))[0]?.id).toBe(cast.visionLines.lezen)
      const odd = await karin.post('/vision', {
        act: 'reword',
        line: cast.visionLines.ouders,
        text: 'Een zin',
        short: 'x'.repeat(31),
      })
      expect(odd.status).toBe(422)
      expect(await odd.text()).toContain('hoogstens 30 tekens')
      const empty = await karin.post('/vision', { act: 'add', text: ' ', short: 'wat ik typte' })
      expect(empty.status).toBe(422)
      expect(await empty.text()).toContain('value="wat ik typte"')
    })
  })

  describe('the settings', () => {
    it('keep the school, its words and its frames', async () => {
      const { db, cast, as } = await world()
      const karin = await as('karin')
      expect(
        (
          await karin.post('/settings', {
            act: 'school',
            name: 'De Regenboog',
            brin: '12ab',
            coordinatorWord: 'kc',
            teacherWord: 'leerkracht',
          })
        ).status,
      ).toBe(303)
      expect((await karin.post('/settings', { act: 'frames', hours: '12,5', pupils: '304' })).status).toBe(
        303,
      )
      expect((await karin.post('/settings', { act: 'retention', retention: '3' })).status).toBe(303)
      expect(await readSchool(db, cast.keeper)).toMatchObject({
        name: 'De Regenboog',
        brin: '12AB',
        coordinatorWord: 'kc',
        teacherWord: 'leerkracht',
        hoursAWeek: 12.5,
        pupils: 304,
        retentionYears: 3,
      })
      const text = await page(karin.get('/settings'))
      expect(text).toContain('Voor 304 leerlingen is dat 38 uur per week')
      expect(text).toContain('kwaliteitscoördinator')
      const odd = await karin.post('/settings', { act: 'frames', hours: 'veel', pupils: '304' })
      expect(odd.status).toBe(422)
      expect(await odd.text()).toContain('value="veel"')
    })

    it('let the principal give the frames and nothing else', async () => {
      const { db, cast, as } = await world()
      const paul = await as('paul')
      expect((await paul.post('/settings', { act: 'frames', hours: '20', pupils: '' })).status).toBe(303)
      expect(await readSchool(db, cast.keeper)).toMatchObject({ hoursAWeek: 20, pupils: null })
      for (const act of ['school', 'retention', 'token', 'revoke'])
        expect((await paul.post('/settings', { act, name: 'X' })).status).toBe(403)
      expect(await page(paul.get('/settings'))).not.toContain('tokenName')
      expect((await (await as('anouk')).get('/settings')).status).toBe(403)
    })

    it('show a key once, and end it', async () => {
      const { db, as } = await world()
      const karin = await as('karin')
      expect((await karin.post('/settings', { act: 'token', tokenName: ' ' })).status).toBe(422)
      const made = await karin.post('/settings', { act: 'token', tokenName: 'website' })
      const token = /draad_[\w-]{43}/.exec(await made.text())?.[0] ?? ''
      expect(await programByToken(db, token, '2026-11-19T10:00:00.000Z' as never)).toMatchObject({
        kind: 'program',
      })
      const text = await page(karin.get('/settings'))
      expect(text).not.toContain(token)
      const id = /name="token" value="([^"]+)"/.exec(text)?.[1] ?? ''
      expect((await karin.post('/settings', { act: 'revoke', token: id })).headers.get('location')).toBe(
        '/settings?done=revoked',
      )
      expect(await programByToken(db, token, '2026-11-19T10:00:00.000Z' as never)).toBeNull()
    })
  })

  describe('setting up a school', () => {
    const FIRST = {
      name: 'De Vlieger',
      brin: '',
      year: '2026-2027',
      coordinatorWord: 'ib',
      person: 'Mirjam',
      email: 'mirjam@vlieger.nl',
    }

    it('on a server with a school asks for a code that one school uses up', async () => {
      const { db, app } = await world()
      const closed = await visitor(app).get('/setup')
      expect(await closed.text()).toContain('Op deze server staat al een school')
      await visitor(app).post('/setup', FIRST)
      expect(await schoolsOnServer(db)).toHaveLength(1)
      const code = await makeSetupCode(db)
      const odd = await visitor(app).post('/setup', { ...FIRST, code: 'XXXXXXXXXX' })
      expect(odd.status).toBe(422)
      expect(await odd.text()).toContain('value="De Vlieger"')
      expect((await visitor(app).post('/setup', { ...FIRST, code })).headers.get('location')).toBe(
        '/setup/people',
      )
      await visitor(app).post('/setup', { ...FIRST, name: 'De derde', code })
      expect(await schoolsOnServer(db)).toHaveLength(2)
    })

    it('from elsewhere asks for the code, from the machine itself it does not', async () => {
      const db = await open()
      const app = testApp(db)
      await makeSetupCode(db)
      expect(await page(visitor(app, '', '192.0.2.7').get('/setup'))).toContain('name="code"')
      expect((await visitor(app, '', '192.0.2.7').post('/setup', FIRST)).status).toBe(422)
      expect((await visitor(app).post('/setup', FIRST, { 'x-forwarded-for': '192.0.2.7' })).status).toBe(422)
      expect(await page(visitor(app).get('/setup'))).not.toContain('name="code"')
      expect(await schoolsOnServer(db)).toHaveLength(0)
    })

    it('tells all that is odd at once and keeps what was typed; going back loses nothing', async () => {
      const db = await open()
      const app = testApp(db)
      const odd = await visitor(app).post('/setup', {
        ...FIRST,
        name: '',
        brin: 'x',
        email: 'x',
        year: '1999-2000',
      })
      expect(odd.status).toBe(422)
      const text = await odd.text()
      for (const words of [
        'Hoe heet jullie school?',
        'Een BRIN heeft',
        'Dit lijkt geen e-mailadres',
        'Kies een van de twee',
        'value="Mirjam"',
      ]) {
        expect(text).toContain(words)
      }
      const made = await visitor(app).post('/setup', FIRST)
      const mirjam = visitor(
        app,
        made.headers
          .getSetCookie()
          .map((one) => one.split(';')[0])
          .join('; '),
      )
      expect(await page(mirjam.get('/setup'))).toContain('value="De Vlieger"')
      expect(
        (
          await mirjam.post('/setup', {
            ...FIRST,
            name: 'De Hoge Vlieger',
            person: 'Mirjam B.',
            email: 'm@vlieger.nl',
          })
        ).status,
      ).toBe(303)
      const [school] = await schoolsOnServer(db)
      expect(school?.name).toBe('De Hoge Vlieger')
      expect(await schoolsOnServer(db)).toHaveLength(1)
      const two = await mirjam.post('/setup/vision', { act: 'all', vision: 'Eén zin\nTwee zinnen' })
      expect(two.status).toBe(422)
      expect(await two.text()).toContain('Eén zin')
      const unknown = await mirjam.post('/setup/learning-teams', { learningTeams: 'Rekenen: Tovenaar' })
      expect(unknown.status).toBe(422)
      expect(await unknown.text()).toContain('We kennen ‘Tovenaar’ niet in het team')
    })

    it('of two at the same time on an empty server one comes in', async () => {
      const db = await open()
      const app = testApp(db)
      await Promise.all([
        visitor(app).post('/setup', FIRST),
        visitor(app).post('/setup', { ...FIRST, name: 'De tweede' }),
      ])
      expect(await schoolsOnServer(db)).toHaveLength(1)
    })
  })

  it('every page is there in English', async () => {
    const { cast, as, db } = await world()
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
