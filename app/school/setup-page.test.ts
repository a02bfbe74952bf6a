import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { type App, visitor } from '../../test/request.ts'
import { worldIn } from '../../test/world.ts'
import { makeSetupCode } from '../session/setup-code-store.ts'
import { schoolsOnServer } from './school-store.ts'

const page = async (answer: Response | Promise<Response>) => (await answer).text()
const FIRST = {
  name: 'De Vlieger',
  brin: '12ab',
  year: '2026-2027',
  coordinatorWord: 'kc',
  person: 'Mirjam',
  email: 'Mirjam@Vlieger.nl',
}

/** A visitor who goes on as whom the answer signed in. */
function signedIn(app: App, answer: Response) {
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return visitor(app, cookie)
}

eachDatabase((open) => {
  it('from nothing to a school with people, learning teams and a vision, without script', async () => {
    const app = testApp(await open())
    const first = await visitor(app).post('/setup', FIRST)
    expect(first.status).toBe(303)
    expect(first.headers.get('location')).toBe('/setup/people')
    const mirjam = signedIn(app, first)

    const preview = await mirjam.post('/setup/people', {
      act: 'read',
      list: 'Anouk; anouk@vlieger.nl; 3; leraar\nBram; ; 4; leerkacht',
    })
    expect(preview.status).toBe(200)
    const page = await preview.text()
    expect(page).toContain('We lezen ‘leerkacht’ als leraar.')
    expect(page).toContain('groep 3, groep 4')

    const stored = await mirjam.post('/setup/people', {
      act: 'store',
      count: '2',
      'name-0': 'Anouk',
      'email-0': 'anouk@vlieger.nl',
      'groups-0': 'groep 3',
      'roles-0': 'leraar',
      'name-1': 'Bram',
      'email-1': '',
      'groups-1': 'groep 4',
      'roles-1': 'leraar',
    })
    expect(stored.headers.get('location')).toBe('/setup/learning-teams?added=2&completed=0')
    expect(
      (await mirjam.post('/setup/learning-teams', { learningTeams: 'Rekenen: Anouk, Bram' })).status,
    ).toBe(303)
    const vision = await mirjam.post('/setup/vision', {
      act: 'all',
      vision: 'Elk kind krijgt elke dag goede instructie.\nWe leren van elkaar.\nIedereen hoort erbij.',
    })
    expect(vision.status).toBe(303)
    expect(await (await mirjam.get('/setup/vision')).text()).toContain('Goede instructie')
    expect(await (await mirjam.get('/setup/last-year')).text()).toContain('/plan/import')
  })

  describe('setting up a school', () => {
    it('on a server with a school asks for a code that one school uses up', async () => {
      const { db, app } = await worldIn(open)
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
})
