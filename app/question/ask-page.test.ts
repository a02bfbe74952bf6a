import { describe, expect, it } from 'vitest'
import { type Cast, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember } from '../../test/request.ts'
import type { GivenProfile } from '../profile/profile-form.ts'
import { writeProfile } from '../profile/profile-store.ts'

const TEXT = 'Hoe krijg ik bij rekenen de stille kinderen aan het denken?'
const HELPS: GivenProfile = {
  helps: ['maths'],
  learns: [],
  specialties: [],
  ways: [],
  often: 'weekly',
  line: '',
  showsVisits: false,
  showsQuestions: false,
}

eachDatabase((open) => {
  /** Anouk has a question; Youssef helps with maths. */
  const world = async () => {
    const db = await open()
    const app = testApp(db)
    const cast = await settleCast(db)
    await writeProfile(db, cast.member('youssef'), HELPS, NOW_MOMENT)
    const as = (key: keyof Cast['people']) => asMember(app, db, cast, key)
    const anouk = await as('anouk')
    const made = await anouk.post('/questions', { text: TEXT, about: 'lesson' })
    expect(made.status).toBe(303)
    const href = made.headers.get('location')!.split('?')[0]!
    return { db, cast, as, anouk, href, people: cast.people }
  }

  describe('asking a colleague, page by page', () => {
    it('offers who helps with it, with the reason, ticked; asks, and takes the answer', async () => {
      const { as, anouk, href, people } = await world()
      const page = await (await anouk.get(href)).text()
      expect(page).toContain('Omdat Youssef graag helpt bij ‘rekenen’')
      expect(page).toMatch(new RegExp(`value="${people.youssef}"[^>]*checked`))
      const youssef = await as('youssef')
      expect((await youssef.get(href)).status).toBe(404)
      const asked = await anouk.post(`${href}/ask`, { act: 'ask', colleague: people.youssef })
      expect(asked.headers.get('location')).toBe(`${href}?done=ask-asked#ask`)
      const his = await (await youssef.get(`${href}/answer`)).text()
      expect(his).toContain('Anouk vraagt of je meedenkt')
      const yes = { act: 'yes', words: 'Kom bij mij kijken', startsAt: '2026-11-24T15:15' }
      expect((await youssef.post(`${href}/answer`, yes)).headers.get('location')).toBe(
        `${href}?done=ask-yes#answer`,
      )
      const after = await (await anouk.get(href)).text()
      expect(after).toContain('Denkt met je mee.')
      expect(after).toContain('Kom bij mij kijken')
      expect(after).toContain('dinsdag 24 november om 15.15 uur')
      expect(after).toContain(`/visits/new?with=${people.youssef}`)
    })

    it('a colleague says no: nothing is asked, and only the asker sees that it is not possible now', async () => {
      const { as, anouk, href, people } = await world()
      await anouk.post(`${href}/ask`, { act: 'ask', colleague: [people.youssef, people.marjan] })
      const youssef = await as('youssef')
      const no = await youssef.post(`${href}/answer`, { act: 'no' })
      expect(no.headers.get('location')).toBe('/questions?done=ask-no')
      expect((await youssef.get(href)).status).toBe(404)
      const over = await youssef.get(`${href}/answer`)
      expect(over.status).toBe(200)
      const kind = await over.text()
      expect(kind).toContain('Dat is goed zo')
      expect(kind).not.toContain(TEXT)
      expect(await (await anouk.get(href)).text()).toContain('Kan nu niet.')
      const marjan = await (await (await as('marjan')).get(href)).text()
      expect(marjan).not.toContain('Kan nu niet.')
      expect(marjan).toContain('Marjan')
      const again = await anouk.post(`${href}/ask`, { act: 'ask', colleague: people.youssef })
      expect(again.status).toBe(422)
      expect(await again.text()).toContain('Deze collega heb je al gevraagd')
    })

    it('names somebody else, whom the asker asks in one tap', async () => {
      const { as, anouk, href, people } = await world()
      await anouk.post(`${href}/ask`, { act: 'ask', else: people.youssef })
      const youssef = await as('youssef')
      const nobody = await youssef.post(`${href}/answer`, { act: 'pass', who: '' })
      expect(nobody.status).toBe(422)
      const passed = await youssef.post(`${href}/answer`, { act: 'pass', who: people.lotte })
      expect(passed.headers.get('location')).toBe('/questions?done=ask-passed')
      const lotte = await as('lotte')
      expect((await lotte.get(href)).status).toBe(404)
      expect(await (await anouk.get(href)).text()).toContain('Vraag Lotte')
      await anouk.post(`${href}/ask`, { act: 'ask', colleague: people.lotte })
      expect((await lotte.get(href)).status).toBe(200)
    })

    it('who also wants to go and look chooses a moment next', async () => {
      const { anouk, href, people } = await world()
      const asked = await anouk.post(`${href}/ask`, { act: 'ask', colleague: people.youssef, look: 'yes' })
      expect(asked.headers.get('location')).toBe(`/visits/new?with=${people.youssef}`)
    })

    it('keeps what was typed when it can not be, and says what to do', async () => {
      const { as, anouk, href, people } = await world()
      const none = await anouk.post(`${href}/ask`, { act: 'ask' })
      expect(none.status).toBe(422)
      expect(await none.text()).toContain('Kies een collega om te vragen.')
      await anouk.post(`${href}/ask`, { act: 'ask', colleague: people.youssef })
      const youssef = await as('youssef')
      const past = { act: 'yes', words: 'Graag', startsAt: '2026-11-01T10:00' }
      const refused = await youssef.post(`${href}/answer`, past)
      expect(refused.status).toBe(422)
      const page = await refused.text()
      expect(page).toContain('value="Graag"')
      expect(page).toContain('Dit moment is al geweest')
    })

    it('leads to a visit at the moment that the colleague gave', async () => {
      const { as, anouk, href, people } = await world()
      await anouk.post(`${href}/ask`, { act: 'ask', colleague: people.youssef })
      await (await as('youssef')).post(`${href}/answer`, { act: 'yes', startsAt: '2026-12-01T10:30' })
      const page = await (await anouk.get(href)).text()
      expect(page).toContain(`/visits/new?with=${people.youssef}&amp;at=2026-12-01T10:30`)
    })

    it('asks whom somebody proposed in one tap, and nobody without it', async () => {
      const { as, anouk, href, people } = await world()
      const page = await (await anouk.get(`${href}/ask?with=${people.kees}`)).text()
      expect(page).toContain('Vraag Kees')
      expect(page.indexOf('Vraag Kees')).toBeLessThan(page.indexOf('Youssef'))
      for (const odd of [people.anouk, 'onzin', '01a20303-a379-74ec-a01b-95adceb309d9'])
        expect(await (await anouk.get(`${href}/ask?with=${odd}`)).text()).toContain('Wie vraag je?')
      const asked = await anouk.post(`${href}/ask`, { act: 'ask', colleague: people.kees })
      expect(asked.headers.get('location')).toBe(`${href}?done=ask-asked#ask`)
      expect((await (await as('kees')).get(href)).status).toBe(200)
    })

    it('ticks whom somebody proposed, without asking anybody yet', async () => {
      const { as, anouk, href, people } = await world()
      const page = await (await anouk.get(`${href}/ask?with=${people.kees}`)).text()
      expect(page).toMatch(new RegExp(`value="${people.kees}"[^>]*(selected|checked)`))
      expect((await (await as('kees')).get(href)).status).toBe(404)
    })

    it('is closed to everybody else, and takes hostile forms for what they are', async () => {
      const { as, anouk, href, people } = await world()
      await anouk.post(`${href}/ask`, { act: 'ask', colleague: people.youssef })
      for (const key of ['karin', 'paul', 'lotte'] as const) {
        const other = await as(key)
        for (const path of [`${href}/ask`, `${href}/answer`]) {
          expect((await other.get(path)).status).toBe(404)
          expect((await other.post(path, { act: 'no' })).status).toBe(404)
        }
      }
      const youssef = await as('youssef')
      expect((await youssef.post(`${href}/ask`, { act: 'ask', colleague: people.lotte })).status).toBe(403)
      const odd = ['', '../', '<script>', 'x'.repeat(5_000), '__proto__']
      for (const value of odd) {
        const fields = { act: 'ask', colleague: value, else: value, ask: value, look: value }
        expect((await anouk.post(`${href}/ask`, fields)).status).toBe(422)
        expect((await anouk.post(`${href}/ask`, { ...fields, act: 'back' })).status).toBe(404)
        expect((await anouk.post(`${href}/ask`, { act: value })).status).toBe(404)
        expect((await youssef.post(`${href}/answer`, { act: value })).status).toBe(404)
        expect((await youssef.post(`${href}/answer`, { act: 'pass', who: value })).status).toBe(422)
        const typed = await youssef.post(`${href}/answer`, {
          act: 'yes',
          words: value,
          startsAt: value || 'x',
        })
        expect(typed.status).toBe(422)
        expect(await typed.text()).not.toContain('<script>alert')
      }
    })
  })
})
