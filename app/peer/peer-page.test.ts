import { beforeEach, describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { testHouse } from '../../test/house.ts'
import { CHRISTMAS, type Key, peerRoom, profileOf, THURSDAY } from '../../test/peer-room.ts'
import { type App, asMember, type Visitor, visitor } from '../../test/request.ts'
import { newId } from '../kernel/id.ts'
import { routes } from '../routes.ts'
import { peersOf } from './peer-store.ts'

const HOSTILE = '<img src=x onerror=alert(1)>"\u0000\u202e'

eachDatabase((open, dialect) => {
  let room: Awaited<ReturnType<typeof peerRoom>>
  let app: App
  beforeEach(async () => {
    room = await peerRoom(await open())
    app = routes(testHouse(room.db), { log: (line) => console.error(line), logAll: false })
  })
  const as = (key: Key) => asMember(app, room.db, room.cast, key)
  const pageOf = async (who: Visitor, path: string) => {
    const answer = await who.get(path)
    expect(answer.status).toBe(200)
    return answer.text()
  }
  const idOf = (key: Key) => room.cast.people[key]
  const asking = (more: Record<string, string> = {}) => ({
    who: idOf('lotte'),
    third: '',
    topic: 'behaviour',
    aim: 'Rustig blijven',
    to: CHRISTMAS,
    ...more,
  })

  describe(`learning together, page by page (${dialect})`, () => {
    it('goes from a question to a moment, agreements and a light end', async () => {
      const [petra, lotte] = [await as('petra'), await as('lotte')]
      const asked = await petra.post('/peers/new', asking())
      expect(asked.status).toBe(303)
      const href = asked.headers.get('location')!.split('?')[0]!
      expect(await pageOf(petra, `${href}?done=asked`)).toContain('Zodra er een ja is')
      const invitation = await pageOf(lotte, href)
      expect(invitation).toContain('Petra vraagt of je samen wilt leren.')
      expect(invitation).toContain('Je hoeft niet te zeggen waarom')
      expect((await lotte.post(href, { act: 'yes' })).headers.get('location')).toBe(`${href}?done=yes`)
      const meeting = { act: 'meet', startsAt: THURSDAY, minutes: '30', place: 'lokaal van groep 5' }
      expect((await lotte.post(href, meeting)).headers.get('location')).toBe(`${href}?done=moment#momenten`)
      await petra.post(href, { act: 'agree', agreement: 'Wat we zien en zeggen, blijft onder ons.' })
      await petra.post(href, { act: 'brought', brought: 'Ik adem eerst.' })
      await petra.post(href, { act: 'kept', kept: 'Eerst kijken, dan praten.', was: '' })
      const page = await pageOf(lotte, href)
      for (const words of [
        'Samen leren met Petra',
        'donderdag 26 november, 15.30 tot 16.00 uur',
        'lokaal van groep 5',
        'blijft onder ons.',
        'Eerst kijken, dan praten.',
        'Verder niets'.toLowerCase(),
      ])
        expect(page).toContain(words)
      expect(page).not.toContain('Ik adem eerst.')
      expect(await pageOf(petra, href)).toContain('Ik adem eerst.')
      expect((await petra.post(href, { act: 'close' })).headers.get('location')).toBe(`${href}?done=closed`)
      expect(await pageOf(lotte, '/peers')).toContain('Afgerond (1)')
      expect(await pageOf(lotte, href)).toContain('afgerond op 19 november 2026')
    })

    it('takes a no without a reason, after which there is nothing to see', async () => {
      const [petra, lotte] = [await as('petra'), await as('lotte')]
      const href = (await petra.post('/peers/new', asking())).headers.get('location')!.split('?')[0]!
      expect((await lotte.post(href, { act: 'no' })).headers.get('location')).toBe('/peers?done=no')
      expect((await lotte.get(href)).status).toBe(404)
      expect(await pageOf(petra, href)).toContain('Lotte kan nu niet')
      expect((await petra.post(href, { act: 'another', who: idOf('lotte') })).status).toBe(422)
    })

    it('shows the coordinator names and term, the principal and the team nothing', async () => {
      const id = await room.together('petra', 'lotte')
      await room.agree('petra', id, 'kanarie-afspraak')
      const karin = await pageOf(await as('karin'), '/peers')
      expect(karin).toContain('Lotte en Petra <small>tot 18 dec</small>')
      expect(karin).not.toMatch(/kanarie|Rustig blijven/)
      for (const key of ['paul', 'anouk'] as const) {
        const page = await pageOf(await as(key), '/peers')
        expect(page).not.toContain('Lotte en Petra')
        expect(page).not.toContain('Wie nu samen leren')
      }
      for (const key of ['karin', 'paul', 'anouk'] as const) {
        const who = await as(key)
        expect((await who.get(`/peers/${id}`)).status).toBe(404)
        for (const act of ['yes', 'agree', 'close', 'brought', 'another', 'leave'])
          expect((await who.post(`/peers/${id}`, { act, agreement: 'x', brought: 'x' })).status).toBe(404)
      }
      expect((await room.seen('petra', id))?.agreements).toHaveLength(1)
    })

    it('proposes who fits out of the profiles, with why', async () => {
      await profileOf(room.db, room.cast, 'petra', { learns: ['behaviour'], helps: ['reading'] })
      await profileOf(room.db, room.cast, 'lotte', { helps: ['behaviour'], learns: ['reading'] })
      await profileOf(room.db, room.cast, 'kees', { helps: ['behaviour'], often: 'not-now' })
      const page = await pageOf(await as('petra'), '/peers')
      expect(page).toContain(
        'Omdat Lotte je kan helpen bij ‘gedrag’ en Lotte meer wil weten van ‘lezen’, en jij kunt daarbij helpen.',
      )
      expect(page).toContain(`/peers/new?with=${idOf('lotte')}&amp;topic=behaviour`)
      expect(page).not.toContain(`with=${idOf('kees')}`)
      expect(await pageOf(await as('anouk'), '/peers')).toContain('Schrijf in je profiel wat je wilt leren')
    })

    it('says at the field what to do, keeps what was typed, and lets nothing hostile through', async () => {
      const petra = await as('petra')
      for (const [wrong, says] of [
        [{ who: '' }, 'Kies met wie je wilt leren.'],
        [{ who: idOf('petra') }, 'Dat ben jijzelf.'],
        [{ third: idOf('lotte') }, 'Deze collega staat er al.'],
        [{ who: newId() }, 'Deze collega werkt hier nu niet.'],
        [{ aim: '' }, 'Schrijf in één zin'],
        [{ aim: 'x'.repeat(161) }, 'Deze zin is te lang.'],
        [{ to: '2031-01-01' }, 'Kies tot wanneer.'],
        [{ topic: HOSTILE }, 'Dit onderwerp staat er niet meer.'],
      ] as const) {
        const answer = await petra.post('/peers/new', asking(wrong))
        expect(answer.status).toBe(422)
        const page = await answer.text()
        expect(page).toContain(says)
        expect(page).not.toContain('<img src=x')
      }
      expect(await peersOf(room.db, room.cast.member('petra'))).toEqual([])
      const id = await room.together('petra', 'lotte')
      const hostile = await petra.post(`/peers/${id}`, { act: 'agree', agreement: HOSTILE })
      expect(hostile.status).toBe(303)
      expect(await pageOf(petra, `/peers/${id}`)).not.toContain('<img src=x')
      const typed = await petra.post(`/peers/${id}`, {
        act: 'meet',
        startsAt: '2026-01-01T10:00',
        minutes: '30',
        place: 'buiten',
      })
      expect(typed.status).toBe(422)
      const page = await typed.text()
      expect(page).toContain('Dit moment is al geweest.')
      expect(page).toContain('value="buiten"')
      for (const act of ['', 'constructor', '__proto__', 'toString'])
        expect((await petra.post(`/peers/${id}`, { act })).status).toBe(404)
    })

    it('is for members of this school only', async () => {
      const id = await room.together('petra', 'lotte')
      const stranger = visitor(app)
      for (const path of ['/peers', '/peers/new', `/peers/${id}`])
        expect((await stranger.get(path)).status).toBe(303)
      const other = await peerRoom(room.db)
      const elsewhere = await asMember(app, room.db, other.cast, 'petra')
      expect((await elsewhere.get(`/peers/${id}`)).status).toBe(404)
      const form = { ...asking(), who: idOf('lotte') }
      expect((await elsewhere.post('/peers/new', form)).status).toBe(422)
    })
  })
})
