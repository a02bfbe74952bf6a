import { beforeEach, describe, expect, it } from 'vitest'
import { settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testHouse } from '../../test/house.ts'
import { type App, asMember, type Visitor, visitor } from '../../test/request.ts'
import { AFTER, adoptedPlan, done, planOf, writtenPlan } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import { type EntryId, newId } from '../kernel/id.ts'
import { routes } from '../routes.ts'
import { stepsOf } from './step-store.ts'
import { makeStep } from './step-write-store.ts'
import { fillStory } from './story-desk.ts'

const HOSTILE = '<img src=x onerror=alert(1)>"\u0000\u202e'
type Key = 'anouk' | 'bram' | 'karin' | 'petra' | 'youssef'

eachDatabase((open, dialect) => {
  let db: Db
  let app: App
  let house: ReturnType<typeof testHouse>
  let made: Awaited<ReturnType<typeof adoptedPlan>>
  beforeEach(async () => {
    db = await open()
    made = await adoptedPlan(db)
    house = testHouse(db, { now: () => new Date(AFTER) })
    app = routes(house, { log: (line) => console.error(line), logAll: false })
  })
  const as = (key: Key) => asMember(app, db, made.cast, key)
  const hrefOf = (entry: EntryId) => `/plan/${made.id}/entry/${entry}/steps`
  const all = async () => stepsOf(db, made.cast.keeper, await planOf(db, made.cast, made.id))
  const pageOf = async (who: Visitor, path: string) => {
    const answer = await who.get(path)
    expect(answer.status).toBe(200)
    return answer.text()
  }
  const make = async (key: Key, entry: EntryId, what: string, people: Key[] = [key]) =>
    done(
      await makeStep(
        db,
        made.cast.member(key),
        await planOf(db, made.cast, made.id),
        entry,
        { what, form: null, onDay: '2026-12-03' as Day, people: people.map((one) => made.cast.people[one]) },
        AFTER,
      ),
    )

  describe(`the page of steps (${dialect})`, () => {
    it('takes a step, ends it in one post, and tells the story of the track', async () => {
      const anouk = await as('anouk')
      const href = hrefOf(made.anouk)
      expect(await pageOf(anouk, href)).toContain('Eén kleine stap is een begin.')
      const sent = {
        act: 'make',
        what: 'Bij Youssef kijken',
        form: 'lesson-visit',
        onDay: '2026-12-03',
        people: [made.cast.people.anouk, made.cast.people.youssef],
      }
      const answer = await anouk.post(href, sent)
      expect(answer.headers.get('location')).toBe(`${href}?done=made`)
      const page = await pageOf(anouk, `${href}?done=made`)
      for (const words of ['De stap staat erbij.', 'Lesbezoek bij een collega', 'Youssef is gevraagd'])
        expect(page).toContain(words)
      const [step] = await all()
      const end = { act: 'end', as: 'done', step: step!.id, saw: 'Eerst denktijd.' }
      expect((await anouk.post(href, end)).headers.get('location')).toBe(`${href}?done=ended#s-${step!.id}`)
      const after = await pageOf(anouk, href)
      expect(after).toContain(`<a href="/plan/${made.id}/versions">Bijgewerkt: `)
      for (const words of [
        'Eerst denktijd.',
        'Het team stelde het plan vast',
        'Anouk staat achter deze tekst',
      ])
        expect(after).toContain(words)
    })

    it('shows the next step on the card of the plan, and before there is one the way in', async () => {
      const [anouk, petra] = [await as('anouk'), await as('petra')]
      const card = async (who: Visitor) => pageOf(who, `/plan/${made.id}`)
      const href = hrefOf(made.anouk)
      expect(await card(anouk)).toContain(`href="${href}"`)
      expect(await card(petra)).toContain(`href="${href}#verhaal"`)
      expect(await card(petra)).not.toContain(hrefOf(made.bram))
      expect(await card(petra)).toContain(`href="${hrefOf(made.goal)}"`)
      const id = await make('anouk', made.anouk, 'Bij Youssef kijken')
      for (const page of [await card(anouk), await card(petra)]) {
        expect(page).toContain(`href="${href}#s-${id}"`)
        expect(page).toContain('Volgende stap')
      }
    })

    it('shows the way in while the plan is written too', async () => {
      const { cast, id, goal } = await writtenPlan(db)
      const petra = await asMember(app, db, cast, 'petra')
      expect(await pageOf(petra, `/plan/${id}`)).toContain(`href="/plan/${id}/entry/${goal}/steps"`)
    })

    it('of a goal of the whole team leaves the step of another to them, and asks before one goes', async () => {
      const id = await make('karin', made.goal, 'Het rooster ophangen')
      const [petra, karin] = [await as('petra'), await as('karin')]
      const theirs = await pageOf(petra, hrefOf(made.goal))
      expect(theirs).toContain('id="make"')
      for (const act of ['end', 'change', 'remove']) {
        expect(theirs).not.toContain(`value="${act}"`)
        const answer = await petra.post(hrefOf(made.goal), { act, step: id, what: 'Anders', as: 'done' })
        expect(answer.status).toBe(403)
        expect(await answer.text()).toContain('Deze stap is van wie hem doet of zette.')
      }
      const own = await pageOf(karin, hrefOf(made.goal))
      for (const words of ['Gedaan?', 'De stap verdwijnt dan', 'Ja, haal weg']) expect(own).toContain(words)
    })

    it('shows a colleague the steps and why they make none, and stores nothing of theirs', async () => {
      const petra = await as('petra')
      await make('anouk', made.anouk, 'Bij Youssef kijken')
      const page = await pageOf(petra, hrefOf(made.anouk))
      expect(page).toContain('Anouk zet zelf de stappen.')
      expect(page).not.toContain('Al jouw stappen')
      expect(page).not.toContain('id="make"')
      const [step] = await all()
      for (const act of ['make', 'change', 'end', 'remove', 'reopen', 'yes']) {
        const answer = await petra.post(hrefOf(made.anouk), { act, step: step!.id, what: 'Anders' })
        expect([403, 422]).toContain(answer.status)
      }
      expect(await all()).toEqual([step])
    })

    it('of a track that is still the teacher’s own is no page for others, but for who is asked', async () => {
      const href = hrefOf(made.bram)
      await make('bram', made.bram, 'Voor mezelf', ['bram'])
      await make('bram', made.bram, 'Samen met Petra', ['bram', 'petra'])
      expect((await (await as('youssef')).get(href)).status).toBe(404)
      const page = await pageOf(await as('petra'), href)
      expect(page).toContain('Samen met Petra')
      expect(page).not.toContain('Voor mezelf')
      expect(page).not.toContain('Doel van bram')
      expect(page).not.toContain('veld')
      const mine = await pageOf(await as('petra'), '/steps')
      expect(mine).toContain('Traject van Bram')
      expect(mine).not.toContain('Doel van bram')
    })

    it('keeps what was typed when it is refused, says why, and draws hostile words as words', async () => {
      const anouk = await as('anouk')
      const href = hrefOf(made.anouk)
      const outside = await anouk.post(href, { act: 'make', what: HOSTILE, onDay: '2031-01-01', form: '' })
      expect(outside.status).toBe(422)
      const page = await outside.text()
      expect(page).toContain('Kies een dag in het schooljaar van dit plan.')
      expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
      expect(page).not.toContain('<img src=x')
      expect((await anouk.post(href, { act: 'make', what: HOSTILE, onDay: '' })).status).toBe(303)
      const shown = [
        await pageOf(anouk, href),
        await pageOf(anouk, '/steps'),
        await pageOf(anouk, `/plan/${made.id}`),
      ]
      for (const html of shown) {
        expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
        expect(html).not.toContain('<img src=x')
      }
      expect((await all())[0]?.what).toBe('<img src=x onerror=alert(1)>"')
    })

    it.each([
      ['nothing', {}],
      ['an act that is none', { act: '__proto__', step: 'x' }],
      ['a step that is none', { act: 'end', step: '../../x', as: 'done' }],
      ['a step of nowhere', { act: 'end', step: newId<'step'>(), as: 'done' }],
      ['people that are none', { act: 'make', what: 'x', people: ['x', ''] }],
      ['a page of words', { act: 'make', what: 'x'.repeat(20_000) }],
    ])('is refused with a sentence: %s', async (_, fields) => {
      const answer = await (await as('anouk')).post(hrefOf(made.anouk), fields)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toMatch(/class="(melding weigering|bij-veld)"/)
      expect(await all()).toEqual([])
    })

    it('tells who ended it first when two tap at once', async () => {
      const anouk = await as('anouk')
      const id = await make('anouk', made.anouk, 'Kijken')
      const end = (as: string, saw: string) =>
        anouk.post(hrefOf(made.anouk), { act: 'end', step: id, as, saw })
      expect((await end('done', 'Eerst.')).status).toBe(303)
      const second = await end('let-go', '')
      expect(second.status).toBe(422)
      expect(await second.text()).toContain('Deze stap was al afgerond.')
      expect((await all())[0]?.ended).toMatchObject({ as: 'done', saw: 'Eerst.' })
    })

    it('has no page for another school, for a visitor, or for what is not in the plan', async () => {
      const other = await settleCast(db, { name: 'De Wilg' })
      const stranger = await asMember(app, db, other, 'karin')
      for (const path of [hrefOf(made.anouk), hrefOf(newId<'entry'>())])
        expect((await stranger.get(path)).status).toBe(404)
      expect((await (await as('anouk')).get(hrefOf(newId<'entry'>()))).status).toBe(404)
      for (const path of ['/steps', '/steps/forms', hrefOf(made.anouk)])
        expect((await visitor(app).get(path)).headers.get('location')).toContain('/sign-in')
    })

    it('takes pieces of other rooms into the story', async () => {
      fillStory(house, async (_, entry) =>
        entry.id === made.anouk
          ? [
              {
                kind: 'visit',
                on: '2026-11-20' as Day,
                at: null,
                title: 'Gekeken bij Lotte',
                note: '',
                href: null,
              },
            ]
          : [],
      )
      expect(await pageOf(await as('anouk'), hrefOf(made.anouk))).toContain('Gekeken bij Lotte')
      expect(await pageOf(await as('karin'), hrefOf(made.goal))).not.toContain('Gekeken bij Lotte')
    })
  })

  describe(`one’s own steps (${dialect})`, () => {
    it('are done and answered from one page, and lead back to it', async () => {
      const id = await make('anouk', made.anouk, 'Samen kijken', ['anouk', 'youssef'])
      const youssef = await as('youssef')
      expect(await pageOf(youssef, '/steps')).toContain('Anouk vraagt of je meedoet.')
      const yes = await youssef.post(hrefOf(made.anouk), { act: 'yes', step: id, back: 'mine' })
      expect(yes.headers.get('location')).toBe(`/steps?done=yes#s-${id}`)
      expect(await pageOf(youssef, '/steps?done=yes')).toContain('Fijn, je doet mee.')
      const anouk = await as('anouk')
      const opened = await pageOf(anouk, `/steps?end=${id}`)
      expect(opened).toMatch(/<details open/)
      expect(await pageOf(anouk, '/steps')).not.toMatch(/<details open/)
      await anouk.post(hrefOf(made.anouk), { act: 'end', as: 'done', step: id, saw: '', back: 'mine' })
      expect(await pageOf(anouk, '/steps')).toContain('Er wacht geen stap op jou.')
    })

    it('speak English to who reads English', async () => {
      await make('anouk', made.anouk, 'Samen kijken')
      await (await as('anouk')).post('/language', { language: 'en' })
      const anouk = await as('anouk')
      const page = await pageOf(anouk, hrefOf(made.anouk))
      for (const words of ['Steps in your track', 'Thursday 3 December', 'The story so far'])
        expect(page).toContain(words)
    })
  })

  describe(`the forms of work (${dialect})`, () => {
    it('are added by a teacher, put away by the coordinator, and refused with a sentence', async () => {
      const [anouk, karin] = [await as('anouk'), await as('karin')]
      const add = (name: string) => anouk.post('/steps/forms', { act: 'add', name })
      expect((await add('Wandelgesprek')).headers.get('location')).toBe('/steps/forms?done=added')
      expect(await pageOf(anouk, hrefOf(made.anouk))).toContain('Wandelgesprek')
      const twice = await add('wandelgesprek')
      expect(twice.status).toBe(422)
      expect(await twice.text()).toContain('Deze werkvorm staat er al.')
      const hostile = await add(`${HOSTILE}x`.repeat(9))
      expect(hostile.status).toBe(422)
      expect(await hostile.text()).not.toContain('<img src=x')
      const away = { act: 'away', item: 'lesson-study' }
      expect((await anouk.post('/steps/forms', away)).status).toBe(403)
      expect((await karin.post('/steps/forms', away)).headers.get('location')).toBe('/steps/forms?done=away')
      expect(await pageOf(anouk, hrefOf(made.anouk))).not.toContain('value="lesson-study"')
      expect((await karin.post('/steps/forms', { act: 'away', item: 'x' })).status).toBe(422)
    })
  })
})
