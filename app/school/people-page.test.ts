import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { worldIn } from '../../test/world.ts'
import { readTeam } from './team-store.ts'

const page = async (answer: Response | Promise<Response>) => (await answer).text()

eachDatabase((open) => {
  describe('a list of people', () => {
    it('is looked at and corrected before anything is stored', async () => {
      const { db, cast, as } = await worldIn(open)
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
      const { as } = await worldIn(open)
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
      const { as } = await worldIn(open)
      const answer = await (await as('karin')).post('/team/people', { act: 'read', list })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(words)
    })

    it('that is a workbook is told how to do it', async () => {
      const { as } = await worldIn(open)
      const form = new FormData()
      form.set('file', new File([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])], 'team.xlsx'))
      const answer = await (await as('karin')).send('/team/people', form)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('Opslaan als')
    })

    it('can be put in by who keeps the team alone', async () => {
      const { db, cast, as } = await worldIn(open)
      for (const who of ['anouk', 'paul'] as const) {
        expect(
          (await (await as(who)).post('/team/people', { act: 'store', count: '1', 'name-0': 'X' })).status,
        ).toBe(403)
        expect((await (await as(who)).get('/team/people')).status).toBe(403)
      }
      expect((await readTeam(db, cast.keeper)).people).toHaveLength(18)
    })
  })
})
