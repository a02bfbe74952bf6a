import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { worldIn } from '../../test/world.ts'
import { programByToken } from '../session/api-token-store.ts'
import { readSchool } from './school-store.ts'
import { readVision } from './vision-store.ts'

const page = async (answer: Response | Promise<Response>) => (await answer).text()

eachDatabase((open) => {
  describe('the vision', () => {
    it('is read by everybody and changed by who keeps it', async () => {
      const { db, cast, as } = await worldIn(open)
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
      const { db, cast, as } = await worldIn(open)
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
      const { db, cast, as } = await worldIn(open)
      const paul = await as('paul')
      expect((await paul.post('/settings', { act: 'frames', hours: '20', pupils: '' })).status).toBe(303)
      expect(await readSchool(db, cast.keeper)).toMatchObject({ hoursAWeek: 20, pupils: null })
      for (const act of ['school', 'retention', 'token', 'revoke'])
        expect((await paul.post('/settings', { act, name: 'X' })).status).toBe(403)
      expect(await page(paul.get('/settings'))).not.toContain('tokenName')
      expect((await (await as('anouk')).get('/settings')).status).toBe(403)
    })

    it('show a key once, and end it', async () => {
      const { db, as } = await worldIn(open)
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
})
