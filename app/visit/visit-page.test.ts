import { describe, expect, it } from 'vitest'
import { eventIn } from '../../test/calendar.ts'
import { type Cast, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { mails } from '../../test/mailbox.ts'
import { follow, ownTrack, visitPlan } from '../../test/plan-visit.ts'
import { asMember, type Visitor } from '../../test/request.ts'
import { at, slot } from '../../test/visit-room.ts'
import type { Day } from '../kernel/day.ts'
import { openOffers } from './offer-store.ts'
import { visitsOf } from './visit-store.ts'

const OFFER = { act: 'offer', startsAt: '2026-11-24T09:30', minutes: '30', row: '1', weeks: '1', words: '' }

eachDatabase((open) => {
  const world = async () => {
    const db = await open()
    const app = testApp(db)
    const cast = await settleCast(db)
    const as = (key: keyof Cast['people']) => asMember(app, db, cast, key)
    const offer = async (karin: Visitor, rest: Partial<typeof OFFER> = {}) => {
      await karin.post('/visits', { ...OFFER, ...rest })
      return (await openOffers(db, cast.keeper, '2026-11-19T09:42:00.000Z' as never)).at(-1)!.id
    }
    return { db, app, cast, as, offer }
  }
  /** Samira asked Lotte; Karin takes over. */
  const asked = async () => {
    const house = await world()
    const [karin, samira, lotte] = [
      await house.as('karin'),
      await house.as('samira'),
      await house.as('lotte'),
    ]
    const moment = await house.offer(karin)
    const ask = {
      as: 'visitor',
      who: house.cast.people.lotte,
      moment,
      question: 'Hoe begint de les?',
      entry: '',
    }
    const made = await samira.post('/visits/new', ask)
    expect(made.status).toBe(303)
    const href = made.headers.get('location')!.split('?')[0]!
    const revision = async () => {
      const [visit] = await visitsOf(house.db, house.cast.keeper, house.cast.people.samira)
      return String(visit!.revision)
    }
    const act = async (who: Visitor, name: string, fields: Record<string, string> = {}) =>
      who.post(href, { act: name, revision: await revision(), ...fields })
    return { ...house, karin, samira, lotte, moment, href, act, revision }
  }

  describe('going to look', () => {
    it('from an offer to a visit that is agreed, page by page', async () => {
      const { db, karin, samira, lotte, href, act } = await asked()
      expect(await (await samira.get(href)).text()).toContain('wacht op Lotte')
      const list = await (await lotte.get('/visits')).text()
      expect(list).toContain('Samira wil graag bij jou kijken')
      expect(list).toContain(href)
      const page = await (await lotte.get(href)).text()
      expect(page).toContain('Hoe begint de les?')
      expect(page).toContain('Ja, kom maar')
      expect(await follow(lotte, await act(lotte, 'answer', { answer: 'yes' }))).toContain(
        'Afgesproken. Iedereen die het aangaat krijgt bericht.',
      )
      expect(await (await samira.get('/visits')).text()).toContain('Je kijkt bij Lotte')
      const cover = await (await karin.get(href)).text()
      expect(cover).toContain('Je neemt de groep van Samira over')
      expect(cover).not.toContain('Hoe begint de les?')
      expect(cover).not.toContain('Kijkwijzer')
      expect((await mails(db)).map(({ kind }) => kind)).toEqual([
        'visit-asked',
        'visit-agreed',
        'visit-agreed',
        'visit-agreed',
      ])
    })

    it('as an invitation: who is visited asks, who comes answers', async () => {
      const { as, cast, offer } = await world()
      const moment = await offer(await as('karin'))
      const ineke = await as('ineke')
      const made = await ineke.post('/visits/new', { as: 'host', who: cast.people.anouk, moment })
      const href = made.headers.get('location')!.split('?')[0]!
      const anouk = await as('anouk')
      expect(await (await anouk.get('/visits')).text()).toContain('Ineke vraagt of je komt kijken')
      expect(await (await anouk.get(href)).text()).toContain('Ja, ik kom')
    })

    it('belongs to an own track, and says so', async () => {
      const visit = await visitPlan(await open())
      const track = await ownTrack(visit, 'samira', 'Twee dingen overnemen van een collega.')
      const samira = await visit.as('samira')
      const form = await (await samira.get('/visits/new')).text()
      expect(form).toContain('Traject Samira')
      const ask = {
        as: 'visitor',
        who: visit.cast.people.lotte,
        moment: 'own',
        startsAt: '2026-11-24T09:30',
        minutes: '30',
        entry: track,
      }
      const page = await follow(samira, await samira.post('/visits/new', ask))
      expect(page).toContain('Traject Samira')
      expect(page).toContain(`e-${track}`)
      const foreign = await samira.post('/visits/new', { ...ask, entry: visit.cast.people.lotte })
      expect(foreign.status).toBe(422)
      expect(await foreign.text()).toContain('staat niet in het plan')
    })

    it('another moment, no thanks and calling off are told on the page', async () => {
      const { as, cast, db, karin, samira, lotte, href, act, offer } = await asked()
      const other = await offer(karin, { startsAt: '2026-12-01T09:30' })
      expect(await follow(lotte, await act(lotte, 'move', { moment: other }))).toContain('Voorgesteld.')
      expect(await (await samira.get(href)).text()).toContain('dinsdag 1 december')
      expect(await follow(samira, await act(samira, 'answer', { answer: 'yes' }))).toContain('Afgesproken.')
      const off = await follow(lotte, await act(lotte, 'call-off', { words: 'We gaan op excursie.' }))
      expect(off).toContain('Lotte schrijft: We gaan op excursie.')
      expect(await (await samira.get(href)).text()).toContain('afgezegd')
      for (const one of [samira, karin, lotte])
        expect(await (await one.get('/visits')).text()).toContain('>Gaat niet door</h2>')
      expect((await visitsOf(db, cast.keeper, cast.people.lotte))[0]?.state).toBe('cancelled')
      expect((await (await as('bram')).get(href)).status).toBe(404)
    })

    it('goes on when who takes the class over can’t any more, and asks its visitor who does', async () => {
      const { karin, samira, lotte, cast, href, act } = await asked()
      await act(lotte, 'answer', { answer: 'yes' })
      expect(await (await karin.get(href)).text()).toContain('Ik kan niet overnemen')
      expect((await act(karin, 'call-off')).status).toBe(403)
      expect(await follow(karin, await act(karin, 'fall-out'))).toContain('Het bezoek blijft staan')
      expect((await karin.get(href)).status).toBe(404)
      expect(await (await lotte.get(href)).text()).not.toContain('ga zo')
      const page = await (await samira.get(href)).text()
      expect(page).toContain('Wie neemt je groep over?')
      expect(page).toContain('Er is dan geen groep: ga zo')
      const wish = await act(samira, 'hand-over', { colleague: cast.people.paul })
      expect(await follow(samira, wish)).toContain('Paul is gevraagd om over te nemen.')
      expect(await follow(samira, await act(samira, 'take-back'))).toContain('Je vraag is teruggehaald.')
      expect(await follow(samira, await act(samira, 'without'))).toContain('Het bezoek gaat zo door.')
      expect(await (await samira.get(href)).text()).not.toContain('Wie neemt je groep over?')
    })

    it('puts it in the own calendar, in the own words', async () => {
      const { as, karin, samira, lotte, href, act } = await asked()
      expect((await samira.get(`${href}/calendar.ics`)).status).toBe(404)
      await act(lotte, 'answer', { answer: 'yes' })
      const file = await samira.get(`${href}/calendar.ics`)
      expect(file.headers.get('content-type')).toContain('text/calendar')
      expect(eventIn(await file.text())).toMatchObject({
        SUMMARY: 'Kijken bij Lotte',
        DTSTART: '20261124T083000Z',
      })
      expect(eventIn(await (await karin.get(`${href}/calendar.ics`)).text())['SUMMARY']).toBe(
        'Groep van Samira overnemen',
      )
      expect((await (await as('paul')).get(`${href}/calendar.ics`)).status).toBe(404)
    })
  })

  it('who is alone at the school reads when there is somebody to choose', async () => {
    const { db, cast, as } = await world()
    await db.write(cast, (sql) =>
      sql
        .updateTable('person')
        .set({ left_on: '2026-11-01' as Day })
        .where('school_id', '=', cast.schoolId)
        .where('id', '!=', cast.people.karin)
        .execute(),
    )
    const karin = await as('karin')
    expect(await (await karin.get('/visits/new')).text()).toContain('Je bent hier nog alleen.')
  })

  it('who takes over while there is no answer yet is not asked to take back a question', async () => {
    const { samira, karin, href } = await asked()
    const cover = await (await karin.get(href)).text()
    expect(cover).toContain('Kun je niet overnemen?')
    expect(cover).not.toContain('Trek je vraag in')
    expect(await (await samira.get(href)).text()).toContain('Trek je vraag in')
  })

  describe('what is refused', () => {
    it('keeps what was typed and says what to do now', async () => {
      const { as, cast } = await world()
      const samira = await as('samira')
      const odd = await samira.post('/visits/new', { as: 'visitor', question: '<b>"Hoe?"</b>' })
      expect(odd.status).toBe(422)
      const text = await odd.text()
      expect(text).toContain('Kies een collega')
      expect(text).toContain('&lt;b&gt;&quot;Hoe?&quot;&lt;/b&gt;')
      const own = {
        as: 'visitor',
        who: cast.people.lotte,
        moment: 'own',
        startsAt: '2026-11-21T09:30',
        minutes: '30',
      }
      expect(await (await samira.post('/visits/new', own)).text()).toContain('weekend')
      expect(await (await samira.post('/visits/new', { ...own, who: cast.people.samira })).text()).toContain(
        'Kies een collega.',
      )
      const night = await samira.post('/visits/new', { ...own, startsAt: '2026-11-30T03:00' })
      expect([night.status, (await night.text()).includes('tussen 7.00 en 18.00 uur')]).toEqual([422, true])
      const offer = await samira.post('/visits', { ...OFFER, startsAt: '2026-11-24T25:30' })
      expect(offer.status).toBe(422)
      expect(await offer.text()).toContain('value="2026-11-24T25:30"')
    })

    it('is what another did just before, with the page as it is now', async () => {
      const { samira, lotte, href, act, revision } = await asked()
      const old = await revision()
      await act(lotte, 'answer', { answer: 'yes' })
      const late = await samira.post(href, { act: 'call-off', revision: old, words: 'Toch niet.' })
      expect(late.status).toBe(422)
      const page = await late.text()
      expect(page).toContain('Er is intussen iets veranderd')
      expect(page).toContain('value="Toch niet."')
      expect(page).toContain('afgesproken')
    })

    it('is an act that is not yours, or that nobody knows', async () => {
      const { as, samira, karin, act } = await asked()
      expect((await act(samira, 'answer', { answer: 'yes' })).status).toBe(403)
      expect(
        (await act(karin, 'move', { moment: 'own', startsAt: '2026-12-01T09:30', minutes: '30' })).status,
      ).toBe(403)
      for (const name of ['', '__proto__', 'constructor', 'erase'])
        expect((await act(samira, name)).status).toBe(404)
      const paul = await as('paul')
      for (const name of ['answer', 'call-off', 'points', 'notes', 'share'])
        expect((await act(paul, name)).status).toBe(404)
      expect((await paul.get('/visits/new?offer=%00&with=..&entry=<b>')).status).toBe(200)
      const at = async (moment: string) => (await paul.get(`/visits/new?at=${moment}`)).text()
      expect(await at('2026-12-01T09:30')).toContain('value="2026-12-01T09:30"')
      expect(await at('<img')).not.toMatch(/name="startsAt"[^>]*value=/)
      expect((await paul.get('/visits/not-an-id')).status).toBe(404)
    })

    it('a moment in a week with something else is left out of a series, and said', async () => {
      const { as } = await world()
      const karin = await as('karin')
      await karin.post('/visits', { ...OFFER, startsAt: '2026-12-01T09:30' })
      const page = await follow(karin, await karin.post('/visits', { ...OFFER, weeks: '3' }))
      expect(page).toContain('2 momenten staan erbij.')
      expect(page).toContain('Eén moment lieten we weg')
    })
  })

  describe('a day without school', () => {
    it('is left out of a series, and not taken for a visit, as the year circle has it', async () => {
      const { as, cast } = await world()
      const [karin, samira] = [await as('karin'), await as('samira')]
      const series = { ...OFFER, startsAt: '2026-12-15T09:30', weeks: '3' }
      const page = await follow(karin, await karin.post('/visits', series))
      expect(page).toContain('Je moment staat erbij. 2 momenten lieten we weg')
      const all = await karin.post('/visits', { ...OFFER, startsAt: '2026-12-22T09:30' })
      expect([all.status, (await all.text()).includes('vakantie')]).toEqual([422, true])
      const own = { as: 'visitor', who: cast.people.lotte, moment: 'own', minutes: '30' }
      const odd = await samira.post('/visits/new', { ...own, startsAt: '2026-12-22T09:30' })
      expect([odd.status, (await odd.text()).includes('vakantie')]).toEqual([422, true])
    })
  })

  describe('the guide on the page', () => {
    it('is chosen, written, kept and shared by the forms', async () => {
      const { as, cast, db, samira, lotte, href, act } = await asked()
      await act(lotte, 'answer', { answer: 'yes' })
      const chosen = await lotte.post(href, {
        act: 'points',
        point: ['check', 'tone'],
        own: 'Wie zegt er weinig?',
      })
      expect(await follow(lotte, chosen)).toContain('De kijkwijzer is bijgewerkt.')
      const page = await (await samira.get(href)).text()
      for (const point of ['Hoe wordt gekeken of iedereen het snapt?', 'Wie zegt er weinig?'])
        expect(page).toContain(point)
      const [, field = ''] = /name="(note-[0-9a-f-]{36})"/.exec(page) ?? []
      const key = field.slice(5)
      const [, print = ''] = new RegExp(`name="print-${key}" value="(\\w+)"`).exec(page) ?? []
      const note = { [field]: '<i>Wisbordjes</i>', [`base-${key}`]: '0', [`print-${key}`]: print }
      expect(await follow(samira, await samira.post(href, { act: 'notes', ...note }))).toContain('Bewaard.')
      const host = await (await lotte.get(href)).text()
      expect(host).toContain('&lt;i&gt;Wisbordjes&lt;/i&gt;')
      expect(host).toContain('Voorstel van Samira')
      const [, id = ''] = /name="note" value="([0-9a-f-]{36})"/.exec(host) ?? []
      await lotte.post(href, { act: 'keep', note: id, base: '1' })
      await lotte.post(href, { act: 'share', with: ['visitor', 'team'] })
      const bram = await as('bram')
      expect(await (await bram.get('/visits')).text()).toContain('Met jou gedeeld')
      const shared = await (await bram.get(href)).text()
      expect(shared).toContain('Kijkwijzer van Lotte')
      expect(shared).toContain('&lt;i&gt;Wisbordjes&lt;/i&gt;')
      expect(shared).not.toContain('Samira')
      expect((await bram.post(href, { act: 'notes', ...note })).status).toBe(404)
      await lotte.post(href, { act: 'share' })
      expect((await bram.get(href)).status).toBe(404)
      expect(await (await samira.get(href)).text()).not.toContain('Wisbordjes&lt;/i&gt;</p>')
      expect((await visitsOf(db, cast.keeper, cast.people.lotte))[0]?.shared.visitor).toBe(false)
    })

    it('that changed meanwhile comes back with what was typed', async () => {
      const { samira, lotte, href, act } = await asked()
      await act(lotte, 'answer', { answer: 'yes' })
      const odd = await samira.post(href, {
        act: 'notes',
        'note-': 'Mijn lange zin.',
        'base-': '4',
        'print-': 'x',
      })
      expect(odd.status).toBe(422)
      const page = await odd.text()
      expect(page).toContain('Mijn lange zin.')
      expect(page).toContain('intussen veranderd')
      const long = await samira.post(href, {
        act: 'notes',
        'note-': 'x'.repeat(2_001),
        'base-': '0',
        'print-': '',
      })
      expect([long.status, (await long.text()).includes('te lang')]).toEqual([422, true])
    })
  })

  describe('swapping on the page', () => {
    it('is asked at a visit and answered in the list', async () => {
      const { as, cast, db, karin, samira, lotte, href, act, offer } = await asked()
      await act(lotte, 'answer', { answer: 'yes' })
      const [bram, kees] = [await as('bram'), await as('kees')]
      const moment = await offer(karin, { startsAt: '2026-12-01T09:30' })
      const made = await bram.post('/visits/new', { as: 'visitor', who: cast.people.kees, moment })
      const other = made.headers.get('location')!.split('?')[0]!
      await kees.post(other, { act: 'answer', revision: '1' })
      expect(await follow(samira, await act(samira, 'swap', { swapWith: cast.people.bram }))).toContain(
        'Je vroeg Bram om te ruilen.',
      )
      const list = await (await bram.get('/visits')).text()
      expect(list).toContain('Samira vraagt of je van moment wilt ruilen.')
      expect(list).not.toContain('Lotte')
      const [, swap = ''] = /name="swap" value="([0-9a-f-]{36})"/.exec(list) ?? []
      const chosen = { act: 'swap-yes', swap, other: other.split('/').at(-1)! }
      expect(await follow(bram, await bram.post('/visits', chosen))).toContain('Zodra iedereen ja zegt')
      expect(await (await lotte.get('/visits')).text()).toContain('Wordt: dinsdag 1 december')
      await lotte.post('/visits', { act: 'swap-yes', swap })
      expect(await follow(kees, await kees.post('/visits', { act: 'swap-yes', swap }))).toContain('Geruild.')
      const [visit] = await visitsOf(db, cast.keeper, cast.people.samira)
      expect(visit?.startsAt).toBe(at('2026-12-01T09:30'))
      expect(visit?.endsAt).toBe(slot('2026-12-01T09:30').endsAt)
      expect((await samira.get(href)).status).toBe(200)
    })
  })
})
