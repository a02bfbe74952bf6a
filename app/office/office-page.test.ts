import { describe, expect, it } from 'vitest'
import { type Cast, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { follow } from '../../test/plan-visit.ts'
import { asMember } from '../../test/request.ts'
import { at } from '../../test/visit-room.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { readQuestion } from '../question/question-store.ts'
import { askQuestion } from '../question/question-write-store.ts'
import { appointmentsOf } from './appointment-store.ts'
import { chooseStandIn } from './days-store.ts'

const HOURS = { act: 'add', weekday: '4', starts: '15:00', ends: '16:00', minutes: '20', place: 'mijn kamer' }
const FIRST = '2026-11-19T15:00'

eachDatabase((open) => {
  const world = async () => {
    const db = await open()
    const app = testApp(db)
    const cast = await settleCast(db)
    const as = (key: keyof Cast['people']) => asMember(app, db, cast, key)
    const key = (clock: string) => `${cast.people.karin}.${at(clock)}`
    const mine = async (who: keyof Cast['people']) => (await appointmentsOf(db, cast.member(who)))[0]!
    return { db, cast, as, key, mine }
  }
  const withHours = async () => {
    const room = await world()
    const karin = await room.as('karin')
    expect((await karin.post('/office/hours', HOURS)).status).toBe(303)
    return { ...room, karin }
  }

  describe('office hours', () => {
    it('from setting them to an appointment in two taps', async () => {
      const { as, karin, key } = await withHours()
      expect(await (await karin.get('/office/hours')).text()).toContain('15.00 tot 16.00 uur')
      const anouk = await as('anouk')
      const page = await (await anouk.get('/office')).text()
      expect(page).toContain('Eerste vrije plek: vandaag 15.00, bij Karin.')
      const href = `/office?slot=${encodeURIComponent(key(FIRST))}`
      expect(page).toContain(`href="${href}#kies"`)
      const chosen = await (await anouk.get(href)).text()
      expect(chosen).toContain('Spreek je dit af met Karin?')
      expect(chosen).toContain('Vandaag, 15.00 tot 15.20 uur')
      const done = await follow(anouk, await anouk.post('/office', { act: 'book', slot: key(FIRST) }))
      expect(done).toContain('Afgesproken. Jullie krijgen allebei bericht.')
      expect(done).toContain('Met Karin')
      expect(await (await karin.get('/office')).text()).toContain('Met Anouk')
      expect(await (await karin.get('/office/hours')).text()).toContain('Anouk')
      expect(await (await (await as('paul')).get('/office')).text()).not.toContain('Anouk')
    })

    it('names the first free day in English with its capital', async () => {
      const { as, key } = await withHours()
      const anouk = await as('anouk')
      const english = async () =>
        (await anouk.get('/office', { cookie: `${anouk.cookie}; language=en` })).text()
      await anouk.post('/language', { language: 'en' })
      expect(await english()).toContain('First free moment: today 15:00, with Karin.')
      for (const clock of ['15:00', '15:20', '15:40'])
        await (await as('bram')).post('/office', { act: 'book', slot: key(`2026-11-19T${clock}`) })
      expect(await english()).toContain('First free moment: Thursday 26 November 15:00, with Karin.')
    })

    it('a turn that somebody else took meanwhile is told, and others are there', async () => {
      const { as, key } = await withHours()
      await (await as('bram')).post('/office', { act: 'book', slot: key(FIRST) })
      const late = await (await as('anouk')).post('/office', { act: 'book', slot: key(FIRST) })
      expect(late.status).toBe(422)
      const page = await late.text()
      expect(page).toContain('Iemand was je net voor.')
      expect(page).toContain('15.20')
    })

    it('for a question brings it to the coordinator only when the asker ticks so', async () => {
      const { db, cast, as, key, mine, karin } = await withHours()
      const ask = async (text: string) => {
        const id = await askQuestion(db, cast.member('anouk'), { text, about: 'lesson' }, NOW_MOMENT)
        if (isRefusal(id)) throw new Error(id.refused)
        return id
      }
      const one = await ask('Hoe krijg ik de stille kinderen aan het denken?')
      const anouk = await as('anouk')
      const form = await (await anouk.get(`/office?slot=${encodeURIComponent(key(FIRST))}`)).text()
      expect(form).toContain('Hoe krijg ik de stille kinderen')
      await anouk.post('/office', { act: 'book', slot: key(FIRST), about: one })
      expect(await mine('anouk')).toMatchObject({ about: one })
      expect(await readQuestion(db, cast.member('karin'), one)).toBeNull()
      expect(await (await anouk.get('/office')).text()).toContain('Over een vraag van jou')
      expect(await (await karin.get('/office')).text()).not.toContain(one)
      const other = await ask('Wat doe ik als het rekenen uitloopt?')
      const next = { act: 'book', slot: key('2026-11-26T15:00'), about: other, bring: 'yes' }
      expect((await anouk.post('/office', next)).status).toBe(303)
      expect(await readQuestion(db, cast.member('karin'), other)).toMatchObject({ rung: 3 })
      expect(await (await karin.get('/office')).text()).toContain('Over een vraag van je collega')
    })

    it('for somebody else’s question is not taken, and nothing is booked', async () => {
      const { db, cast, as, key } = await withHours()
      const id = await askQuestion(db, cast.member('anouk'), { text: 'Hoe dan?', about: 'else' }, NOW_MOMENT)
      const bram = await as('bram')
      const answer = await bram.post('/office', {
        act: 'book',
        slot: key(FIRST),
        about: String(id),
        bring: 'yes',
      })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('Deze vraag is er niet meer')
      expect(await appointmentsOf(db, cast.member('bram'))).toEqual([])
      expect(await readQuestion(db, cast.member('karin'), id as never)).toBeNull()
    })

    it('moving, calling off, and the file for a calendar', async () => {
      const { as, key, mine, karin } = await withHours()
      const anouk = await as('anouk')
      await anouk.post('/office', { act: 'book', slot: key(FIRST) })
      const { id } = await mine('anouk')
      const file = await anouk.get(`/office/${id}/calendar.ics`)
      expect(file.headers.get('content-type')).toContain('text/calendar')
      expect(await file.text()).toContain('SUMMARY:Afspraak met Karin')
      for (const who of ['paul', 'bram'] as const)
        expect((await (await as(who)).get(`/office/${id}/calendar.ics`)).status).toBe(404)
      const form = async () => ({ appointment: id, revision: String((await mine('anouk')).revision) })
      const moved = { act: 'move', ...(await form()), moment: key('2026-11-19T15:20') }
      expect(await follow(anouk, await anouk.post('/office', moved))).toContain('Verzet.')
      expect((await karin.post('/office', moved)).status).toBe(422)
      const own = {
        act: 'move',
        ...(await form()),
        moment: 'own',
        startsAt: '2026-11-20T12:15',
        minutes: '20',
      }
      expect((await anouk.post('/office', own)).status).toBe(403)
      expect((await karin.post('/office', { ...own, startsAt: '' })).status).toBe(422)
      expect((await karin.post('/office', own)).status).toBe(303)
      expect((await (await as('bram')).post('/office', { act: 'cancel', ...(await form()) })).status).toBe(
        404,
      )
      expect(
        await follow(anouk, await anouk.post('/office', { act: 'cancel', ...(await form()) })),
      ).toContain('Je hebt geen afspraken staan.')
    })

    it('a day off with an appointment in it says so, and calls nothing off by itself', async () => {
      const { as, karin, key, mine } = await withHours()
      await (await as('anouk')).post('/office', { act: 'book', slot: key('2026-11-26T15:00') })
      const closed = await karin.post('/office/hours', { act: 'close', day: '2026-11-26' })
      expect(await follow(karin, closed)).toContain('Er staat nog een afspraak')
      const away = await karin.post('/office/days', { act: 'day', day: '2026-11-26', how: 'away' })
      expect(await follow(karin, away)).toContain('Er staat die dag nog een afspraak')
      expect(await (await (await as('anouk')).get('/office')).text()).toContain('Karin is er die dag niet.')
      expect(await (await karin.get('/office')).text()).toContain('Jij bent er die dag niet.')
      expect(await mine('anouk')).toMatchObject({ state: 'agreed' })
      const other = await karin.post('/office/days', { act: 'day', day: '2026-12-03', how: 'away' })
      expect(await follow(karin, other)).not.toContain('nog een afspraak')
    })

    it('are set by a coordinator alone, and what can not be is said beside the field', async () => {
      const { as, karin } = await withHours()
      for (const who of ['anouk', 'paul'] as const) {
        expect((await (await as(who)).get('/office/hours')).status).toBe(403)
        expect((await (await as(who)).post('/office/hours', HOURS)).status).toBe(403)
      }
      const again = await karin.post('/office/hours', HOURS)
      expect(again.status).toBe(422)
      expect(await again.text()).toContain('Op die tijd heb je al spreekuur.')
      const closed = await karin.post('/office/hours', { act: 'close', day: '2026-11-26' })
      expect(await follow(karin, closed)).toContain('donderdag 26 november')
    })
  })

  describe('the own days', () => {
    it('are told by everybody for themselves, and seen by all', async () => {
      const { as } = await world()
      const [anouk, bram] = [await as('anouk'), await as('bram')]
      const week = { act: 'week', 'day-1': 'all', 'day-4': 'morning' }
      expect(await follow(anouk, await anouk.post('/office/days', week))).toContain('Bewaard.')
      expect(await (await bram.get('/office/days')).text()).toMatch(/Alleen in de ochtend<\/dt><dd>Anouk/)
      await anouk.post('/office/days', { act: 'day', day: 'today', how: 'away' })
      expect(await (await bram.get('/office/days')).text()).toMatch(/Niet op school<\/dt><dd>Anouk/)
      expect(await (await anouk.get('/office/days')).text()).toContain('Vandaag sta je op: niet op school.')
      expect((await anouk.post('/office/days', { act: 'day', day: '2020-01-01', how: 'away' })).status).toBe(
        422,
      )
      expect((await anouk.post('/office/days', { act: 'day', day: 'today', how: 'toString' })).status).toBe(
        422,
      )
      expect((await anouk.post('/office/days', { act: 'toString' })).status).toBe(404)
    })

    it('are not told on a day without school', async () => {
      const { db, cast } = await world()
      await chooseStandIn(db, cast.member('karin'), cast.people.paul, NOW_MOMENT)
      const sunday = new Date('2026-11-22T10:00:00Z')
      const anouk = await asMember(testApp(db, { now: () => sunday }), db, cast, 'anouk', sunday)
      for (const path of ['/office', '/office/days']) {
        const page = await (await anouk.get(path)).text()
        expect(page).toContain('Vandaag is er geen school.')
        expect(page).not.toMatch(/neemt waar|niet op school</)
      }
    })

    it('who stands in is chosen by the coordinator', async () => {
      const { as, cast } = await world()
      const [karin, anouk, paul] = [await as('karin'), await as('anouk'), await as('paul')]
      expect(await (await anouk.get('/office/days')).text()).not.toContain('id="waarneming"')
      const given = { act: 'stand-in', standIn: cast.people.paul }
      expect((await anouk.post('/office/days', given)).status).toBe(403)
      expect((await karin.post('/office/days', given)).status).toBe(303)
      expect(await (await paul.get('/office/days')).text()).toContain('Jij neemt waar voor Karin.')
      expect((await karin.post('/office/days', { ...given, standIn: cast.people.karin })).status).toBe(422)
      expect((await karin.post('/office/days', { ...given, standIn: '' })).status).toBe(303)
      expect(await (await paul.get('/office/days')).text()).not.toContain('Jij neemt waar')
    })
  })

  describe('to whom one goes', () => {
    it('is filled in on the settings and read beside ‘too heavy’', async () => {
      const { as, cast } = await world()
      const [karin, anouk] = [await as('karin'), await as('anouk')]
      expect((await anouk.get('/settings/safe')).status).toBe(403)
      const empty = await (await anouk.get('/questions/heavy')).text()
      expect(empty).toContain('Ga naar de aandachtsfunctionaris van je school')
      expect(empty).toContain('<a href="tel:112">112</a>')
      expect(await (await karin.get('/settings')).text()).toContain('href="/settings/safe"')
      await karin.post('/settings/safe', { act: 'add', kind: 'child', person: cast.people.ineke, phone: '' })
      await karin.post('/settings/safe', {
        act: 'add',
        kind: 'confidant-outside',
        name: '<b>Mira</b>',
        phone: '06 - 1234 5678',
      })
      const page = await (await anouk.get('/questions/heavy')).text()
      expect(page).toContain('<b>Ineke</b>')
      expect(page).toContain('&lt;b&gt;Mira&lt;/b&gt;')
      expect(page).toContain('href="tel:0612345678"')
      expect(page).toContain('meldcode')
      expect(page).toContain('<a href="tel:08002000">0800-2000</a>')
      expect(page).not.toContain('nu niet op school')
      await (await as('ineke')).post('/office/days', { act: 'day', day: 'today', how: 'away' })
      const without = await (await anouk.get('/questions/heavy')).text()
      expect(without).toContain('Aandachtsfunctionaris, nu niet op school')
      expect(without).toContain('Is er nu niemand van hen?')
      expect(without).not.toContain('Vertrouwenspersoon van buiten, nu niet')
      const wrong = { act: 'add', kind: 'child', name: 'Mo', phone: 'javascript:alert(1)' }
      expect((await karin.post('/settings/safe', wrong)).status).toBe(422)
    })
  })
})
