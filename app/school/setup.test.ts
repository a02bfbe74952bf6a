import { expect, test } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { type App, visitor } from '../../test/request.ts'

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
  test('from nothing to a school with people, learning teams and a vision, without script', async () => {
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
})
