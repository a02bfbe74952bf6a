import { describe, expect, it } from 'vitest'
import { type Cast, NOW, NOW_MOMENT, settleCast, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { follow } from '../../test/plan-visit.ts'
import { asMember, type Visitor } from '../../test/request.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { chooseStandIn, tellDay, tellWeek } from '../office/days-store.ts'
import { ownHeavyCall } from './heavy-store.ts'
import { mayHold } from './question-may.ts'
import { askQuestion, changeQuestion } from './question-write-store.ts'
import { close, stepTo } from './rung.ts'

const PAGE = '/questions/heavy'

eachDatabase((open) => {
  const world = async () => {
    const db = await open()
    const cast = await settleCast(db)
    const app = testApp(db)
    const as = (key: keyof Cast['people']) => asMember(app, db, cast, key)
    await chooseStandIn(db, cast.member('karin'), cast.people.paul, NOW_MOMENT)
    const callOf = async (key: keyof Cast['people']) => (await ownHeavyCall(db, cast.member(key)))!
    return { db, cast, as, callOf }
  }
  const text = async (who: Visitor, path = PAGE) => (await who.get(path)).text()

  describe('too heavy', () => {
    it('is one tap; the asker reads who saw it and the time that somebody gave, and no other time', async () => {
      const { db, cast, as, callOf } = await world()
      await tellWeek(db, cast.member('karin'), { 4: 'all' })
      const [sem, karin] = [await as('sem'), await as('karin')]
      const before = await text(sem)
      expect(before).toContain('Vraag Karin om te komen')
      expect(before).toContain('Karin is vandaag op school. Is Karin er niet, dan neemt Paul waar.')
      expect(before).toContain('Je hoeft niets op te schrijven')
      expect(before).not.toContain('<textarea')
      const asked = await follow(sem, await sem.post(PAGE, { act: 'call' }))
      expect(asked).toContain('Je vroeg om 10.42 uur of Karin komt.')
      expect(asked).toContain('Nog niemand heeft gezegd dat het gezien is.')
      const names = 'Karin is vandaag op school. Is Karin er niet, dan neemt Paul waar.'
      expect(asked).toContain(names)
      const { id: call } = await callOf('sem')
      expect(await text(karin)).toContain('Sem vraagt of je komt')
      await karin.post(PAGE, { act: 'see', call })
      const seen = await text(sem)
      expect(seen).toContain('Karin heeft het gezien, om 10.42 uur.')
      expect(seen).toContain(names)
      expect(seen).toContain('Kan het niet wachten?')
      await karin.post(PAGE, { act: 'come', call, at: '12:15' })
      const coming = await text(sem)
      expect(coming).toContain('Karin komt om 12.15 uur.')
      expect(coming).not.toContain(names)
      expect(coming).not.toContain('Kan het niet wachten?')
      expect(await text(karin)).toContain('Jij zei: ik kom om 12.15 uur.')
      const done = await follow(karin, await karin.post(PAGE, { act: 'came', call }))
      expect(done).toContain('Fijn dat er iemand was.')
      expect(await text(sem)).toContain('Vraag Karin om te komen')
    })

    it('is nobody else’s to see or answer', async () => {
      const { as, callOf } = await world()
      await (await as('sem')).post(PAGE, { act: 'call' })
      const { id: call } = await callOf('sem')
      for (const key of ['paul', 'petra'] as const) {
        const other = await as(key)
        const seen = await text(other)
        expect(seen).not.toContain('Sem')
        for (const act of ['see', 'come', 'came', 'take-back', 'cannot'])
          expect((await other.post(PAGE, { act, call, at: 'now' })).status).toBe(404)
      }
      const karin = await as('karin')
      expect((await karin.post(PAGE, { act: 'take-back', call })).status).toBe(403)
      expect((await karin.post(PAGE, { act: 'toString', call })).status).toBe(404)
      expect((await karin.post(PAGE, { act: 'see', call: 'x' })).status).toBe(404)
      for (const at of ['09:00', '99:99', '<b>', ''])
        expect((await karin.post(PAGE, { act: 'come', call, at: 'clock', clock: at })).status).toBe(422)
      expect(
        await (await karin.post(PAGE, { act: 'come', call, at: 'clock', clock: '09:00' })).text(),
      ).toContain('Deze tijd is vandaag al geweest.')
    })

    it('is handed on to who stands in, who sees who asks and no word more; the asker is told', async () => {
      const { cast, as, callOf } = await world()
      const [sem, karin, paul] = [await as('sem'), await as('karin'), await as('paul')]
      await sem.post(PAGE, { act: 'call' })
      const { id: call } = await callOf('sem')
      expect(await text(karin)).toContain('Vraag Paul om te gaan')
      const to = (person: string) => karin.post(PAGE, { act: 'hand-on', call, to: person, back: 'tray' })
      expect((await to(cast.people.petra)).status).toBe(422)
      expect((await to(cast.people.paul)).headers.get('location')).toBe('/questions/tray?heavy=handed')
      const page = await text(paul)
      expect(page).toContain('Karin vraagt of jij wilt gaan.')
      expect(page).toContain('Sem vraagt of je komt')
      expect(page).not.toContain('Vraag Paul')
      const asked = await text(sem)
      expect(asked).toContain('Karin vroeg Paul om te gaan')
      expect(asked).toContain('Paul heeft nog niets gezegd.')
      expect(asked).toContain('Kan het niet wachten?')
      expect(page).not.toContain('nog niets gezegd')
      const handed = await text(karin)
      expect(handed).toContain('Paul heeft nog niets gezegd.')
      expect(handed).not.toContain('Vraag Paul om te gaan')
      await paul.post(PAGE, { act: 'cannot', call })
      const again = await text(sem)
      expect(again).toContain('Paul kan nu niet. Je vraag ligt weer bij de anderen.')
      expect(again).not.toContain('nog niets gezegd')
      const back = await text(karin)
      expect(back).toContain('Paul kan nu niet. Sem wacht nog op iemand.')
      expect(back).not.toContain('Vraag Paul om te gaan')
      expect(await text(paul)).not.toContain('Sem')
    })

    it('from a question gives the coordinator a way to it, as long as the question is open', async () => {
      const { db, cast, as } = await world()
      const petra = cast.member('petra')
      const asked = { text: 'De oudergesprekken lopen uit.', about: 'lesson' } as const
      const question = await askQuestion(db, petra, asked, NOW_MOMENT)
      if (isRefusal(question)) throw new Error(question.refused)
      await (await as('petra')).post(PAGE, { act: 'call', question })
      const karin = await as('karin')
      expect(await text(karin)).toContain(`href="/questions/${question}"`)
      await changeQuestion(
        db,
        petra,
        { id: question, now: NOW_MOMENT },
        (one) => mayHold(one, petra),
        (one) => close(one, { solvedOn: 1, helped: '' }, NOW_MOMENT),
      )
      const after = await text(karin)
      expect(after).toContain('Petra vraagt of je komt')
      expect(after).not.toContain(`href="/questions/${question}"`)
    })

    it('says that the coordinator may then read the question, unless they read it already', async () => {
      const { db, cast, as } = await world()
      const petra = cast.member('petra')
      const question = await askQuestion(db, petra, { text: 'Hoe dan?', about: 'lesson' }, NOW_MOMENT)
      if (isRefusal(question)) throw new Error(question.refused)
      const page = async () => text(await as('petra'), `/questions/${question}`)
      const opens = 'Karin mag dan ook deze vraag lezen.'
      expect(await page()).toContain(opens)
      await changeQuestion(
        db,
        petra,
        { id: question, now: NOW_MOMENT },
        (one) => mayHold(one, petra),
        (one) => stepTo(one, 3, NOW_MOMENT),
      )
      expect(await page()).toContain('Vraag Karin om te komen')
      expect(await page()).not.toContain(opens)
    })

    it('while no coordinator is there, the asker chooses whether who stands in hears of it', async () => {
      const { db, cast, as, callOf } = await world()
      await tellDay(db, cast.member('karin'), { day: TODAY, isIn: false }, TODAY)
      const [sem, petra] = [await as('sem'), await as('petra')]
      const page = await text(sem)
      expect(page).toContain('Karin is er vandaag niet. Paul neemt waar voor Karin.')
      expect(page).toContain('Vraag Paul om te komen')
      expect(page).toContain('Vraag alleen Karin')
      await sem.post(PAGE, { act: 'call', to: '' })
      expect((await callOf('sem')).handed).toBeNull()
      await petra.post(PAGE, { act: 'call', to: cast.people.paul })
      expect((await callOf('petra')).handed).toMatchObject({ to: cast.people.paul, by: null })
      const paul = await text(await as('paul'))
      expect(paul).toContain('Petra vraagt of je komt')
      expect(paul).not.toContain('Sem')
    })

    it('of whom nobody knows whether they are there, who surely stands in can be asked too, also later', async () => {
      const { db, cast, as, callOf } = await world()
      await tellWeek(db, cast.member('paul'), { 4: 'all' })
      const sem = await as('sem')
      const page = await text(sem)
      expect(page).toContain('Of Karin er vandaag is, weten we niet. Is Karin er niet, dan neemt Paul waar.')
      expect(page).toContain('Paul is vandaag op school.')
      expect(page).toMatch(/Vraag Karin om te komen[^]*Vraag ook Paul/)
      await sem.post(PAGE, { act: 'call', to: '' })
      const { id: call } = await callOf('sem')
      expect(await text(sem)).toContain('Vraag ook Paul')
      expect(await text(await as('paul'))).not.toContain('Sem')
      const tooAs = async (key: keyof Cast['people'], to: string) =>
        (await (await as(key)).post(PAGE, { act: 'ask-too', call, to })).status
      expect(await tooAs('sem', cast.people.petra)).toBe(422)
      expect(await tooAs('petra', cast.people.paul)).toBe(404)
      expect(await tooAs('karin', cast.people.paul)).not.toBe(303)
      expect((await callOf('sem')).handed).toBeNull()
      expect(await tooAs('sem', cast.people.paul)).toBe(303)
      expect((await callOf('sem')).handed).toMatchObject({ to: cast.people.paul, by: null })
      expect(await text(sem)).toContain('Je vroeg ook Paul.')
      expect(await text(sem)).not.toContain('Vraag ook Paul')
      expect(await text(await as('paul'))).toContain('Jij neemt waar, daarom is het ook aan jou gevraagd.')
      expect(await tooAs('sem', cast.people.paul)).toBe(422)
      const mails = await db.read(cast, (sql) => sql.selectFrom('mail').select(['kind', 'body']).execute())
      const handed = mails.filter(({ kind }) => kind === 'question-heavy-handed')
      expect(handed.map(({ body }) => body)).toEqual([expect.stringMatching(/^Dag Paul,[^]*Sem vraagt/)])
    })

    it('with a coordinator there, nobody can call who stands in past the coordinator', async () => {
      const { cast, as, callOf } = await world()
      await (await as('sem')).post(PAGE, { act: 'call', to: cast.people.paul })
      expect((await callOf('sem')).handed).toBeNull()
    })

    it('of the only coordinator goes to who stands in; without anybody the page says what to do', async () => {
      const { db, cast, as } = await world()
      const karin = await as('karin')
      expect(await text(karin)).toContain('Vraag Paul om te komen')
      await chooseStandIn(db, cast.member('karin'), null, NOW_MOMENT)
      expect(await text(karin)).toContain('Loop naar je schoolleider of naar een collega.')
      expect((await karin.post(PAGE, { act: 'call' })).status).toBe(422)
    })

    it('names on a day without school that perhaps nobody reads it, and the day on which it was asked', async () => {
      const { db, cast } = await world()
      const saturday = new Date('2026-11-21T10:00:00Z')
      const app = testApp(db, { now: () => saturday })
      const sem = await asMember(app, db, cast, 'sem', saturday)
      expect(await text(sem)).toContain('Vandaag is er geen school.')
      await sem.post(PAGE, { act: 'call' })
      const monday = new Date('2026-11-23T08:00:00Z')
      const later = testApp(db, { now: () => monday })
      const again = await asMember(later, db, cast, 'sem', NOW)
      expect(await text(again)).toContain('op zaterdag 21 november om 11.00 uur')
    })
  })
})
