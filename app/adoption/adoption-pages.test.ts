import { expect, it } from 'vitest'
import { NOW } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember, visitor } from '../../test/request.ts'
import { AFTER, adoptedPlan, planOf, writtenPlan } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'

const CLOSES_AT = '2026-11-24T16:00'

/** The app over a written plan, with a clock that the test moves on. */
async function house(db: Db) {
  const made = await writtenPlan(db)
  const clock = { now: NOW }
  const app = testApp(db, { now: () => clock.now })
  const as = (key: Parameters<typeof asMember>[3]) => asMember(app, db, made.cast, key)
  const people = {
    karin: await as('karin'),
    paul: await as('paul'),
    anouk: await as('anouk'),
    bram: await as('bram'),
    petra: await as('petra'),
  }
  const path = `/plan/${made.id}/decision`
  const { karin, paul, anouk, bram } = made.cast.people
  const put = {
    act: 'put',
    rule: 'consent',
    quorum: '3',
    closesAt: CLOSES_AT,
    chair: karin,
    voter: [karin, paul, anouk, bram],
  }
  return { ...made, ...people, app, clock, path, put }
}

/** The decision whose line on the overview has these words. */
async function pathOf(page: string, words: string) {
  const line = page.split('<li>').find((piece) => piece.includes(words) && piece.includes('/decision/'))
  return /href="([^"]+\/decision\/[^"]+)"/.exec(line ?? '')?.[1] ?? 'none'
}

eachDatabase((open) => {
  it('adopts a plan with an objection, a changed text, renewed consent and a seal', async () => {
    const db = await open()
    const { karin, paul, anouk, bram, petra, clock, path, put, principle, cast, id } = await house(db)
    expect(await (await karin.get(path)).text()).toContain('Leg voor aan het team')
    expect(await (await anouk.get(path)).text()).not.toContain('Open de ronde')
    expect((await anouk.post(path, put)).status).toBe(403)
    expect((await karin.post(path, { ...put, part: `principle:${principle}` })).status).toBe(303)
    const overview = await (await anouk.get(path)).text()
    const principlePath = await pathOf(overview, 'Principe 1')
    const wholePath = await pathOf(overview, 'als geheel')

    expect(await (await anouk.get(principlePath)).text()).toContain('We delen alles.')
    for (const one of [karin, paul, anouk])
      expect((await one.post(wholePath, { act: 'speak', answer: 'consent' })).status).toBe(303)
    for (const one of [karin, paul, anouk]) await one.post(principlePath, { act: 'speak', answer: 'consent' })
    const noReason = await bram.post(principlePath, { act: 'speak', answer: 'objection', objection: '  ' })
    expect(noReason.status).toBe(422)
    expect(await noReason.text()).toContain('Zeg in één zin wat er dan misgaat.')
    expect((await petra.post(principlePath, { act: 'speak', answer: 'consent' })).status).toBe(422)
    await bram.post(principlePath, {
      act: 'speak',
      answer: 'objection',
      objection: 'Wat misgaat, wil ik niet aan iedereen vertellen.',
    })

    const stillOpen = await (await karin.get(principlePath)).text()
    expect(stillOpen).toContain('Iedereen heeft geantwoord.')
    expect(stillOpen).not.toContain('Wat misgaat')
    expect(await (await bram.get(principlePath)).text()).toContain('Wat misgaat')
    expect((await anouk.post(principlePath, { act: 'close' })).status).toBe(403)
    expect((await karin.post(wholePath, { act: 'close' })).status).toBe(422)
    expect((await karin.post(principlePath, { act: 'close' })).status).toBe(303)
    const closed = await (await anouk.get(principlePath)).text()
    expect(closed).toContain('Nu: er ligt een bezwaar, dus het besluit staat niet.')
    expect(closed).toContain('Wat misgaat, wil ik niet aan iedereen vertellen.')
    expect((await bram.post(principlePath, { act: 'speak', answer: 'consent' })).status).toBe(422)

    clock.now = new Date(AFTER)
    expect((await karin.post(path, { act: 'adopt' })).status).toBe(422)
    const anew = {
      act: 'renew',
      text: 'We delen alles.',
      changeNote: 'Iedereen kiest zelf.',
      closesAt: '2026-12-01T16:00',
    }
    const same = await karin.post(principlePath, anew)
    expect(same.status).toBe(422)
    expect(await same.text()).toContain('De tekst is nog dezelfde.')
    expect((await paul.post(principlePath, anew)).status).toBe(403)
    expect(
      (await karin.post(principlePath, { ...anew, text: 'We zijn open. Iedereen kiest zelf wat hij deelt.' }))
        .status,
    ).toBe(303)
    const second = await (await bram.get(principlePath)).text()
    expect(second).toContain('Wat er anders is dan in ronde 1')
    expect(second).toContain('Het bezwaar van Bram was:')
    for (const one of [karin, paul, anouk, bram])
      expect((await one.post(principlePath, { act: 'speak', answer: 'consent' })).status).toBe(303)
    await karin.post(principlePath, { act: 'close' })
    expect(await (await karin.get(path)).text()).toContain('Verzegel versie 1.0')
    expect((await anouk.post(path, { act: 'adopt' })).status).toBe(403)
    expect((await karin.post(path, { act: 'adopt' })).status).toBe(303)
    expect((await planOf(db, cast, id)).phase).toBe('adopted')
    const sealed = await (await anouk.get(path)).text()
    expect(sealed).toContain('Versie 1.0 is verzegeld')
    expect(sealed).toContain('Wat misgaat, wil ik niet aan iedereen vertellen.')
    expect((await karin.post(path, { act: 'adopt' })).status).toBe(422)

    const check = await anouk.get(`/plan/${id}/version/1.0`)
    expect(check.status).toBe(200)
    expect(await check.text()).toContain('De vingerafdruk van versie 1.0 klopt')
    const json = (await (await anouk.get(`/plan/${id}/version/1.0/json`)).json()) as {
      entries: { content: string }[]
    }
    expect(json.entries).toHaveLength(3)
    expect(JSON.stringify(json)).not.toContain('Doel van bram')
  })

  it('keeps what was typed when the form to put it forward is refused', async () => {
    const db = await open()
    const { karin, path, put } = await house(db)
    const refused = async (fields: Record<string, string | readonly string[]>) => {
      const answer = await karin.post(path, { ...put, ...fields })
      expect(answer.status).toBe(422)
      return answer.text()
    }
    expect(await refused({ quorum: '99' })).toContain('value="99"')
    expect(await refused({ closesAt: '2026-11-01T16:00' })).toContain('Dit moment is al voorbij.')
    expect(await refused({ closesAt: 'straks' })).toContain('Kies een dag en een tijd.')
    expect(await refused({ rule: 'majority', percentage: '49' })).toContain(
      'Vul een heel getal in van 50 tot en met 100.',
    )
    expect(await refused({ voter: [] })).toContain('Kies wie een stem heeft.')
    expect(await refused({ voter: ['<script>'] })).toContain('hoort niet (meer) bij het team')
    expect(await refused({ chair: '00000000-0000-0000-0000-000000000000' })).toContain(
      'Kies wie de ronde leidt.',
    )
    expect(await refused({ part: 'goal:\u0000' })).toContain('Dit staat niet (meer) in het plan.')
    expect(await refused({ part: 'track:1' })).toContain('Dit staat niet (meer) in het plan.')
  })

  it('shows hostile words as words', async () => {
    const db = await open()
    const { karin, anouk, path, put } = await house(db)
    await karin.post(path, put)
    const whole = await pathOf(await (await karin.get(path)).text(), 'als geheel')
    const hostile = '<img src=x onerror=alert(1)>\u0000"\' \u202e'
    expect((await anouk.post(whole, { act: 'speak', answer: 'objection', objection: hostile })).status).toBe(
      303,
    )
    const page = await (await anouk.get(whole)).text()
    expect(page).not.toContain('<img src=x')
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(
      (await anouk.post(whole, { act: 'speak', answer: 'objection', objection: 'x'.repeat(3000) })).status,
    ).toBe(422)
    expect((await anouk.post(whole, { act: 'rule' })).status).toBe(404)
    expect((await anouk.post(whole, { act: 'speak', answer: 'veto' })).status).toBe(422)
    expect((await anouk.get(`${path}/x`)).status).toBe(404)
    expect((await anouk.get(`${path}/01890000-0000-7000-8000-000000000001`)).status).toBe(404)
  })

  it('is closed to visitors and not there for another school', async () => {
    const db = await open()
    const { app, path } = await house(db)
    const other = await writtenPlan(db)
    expect((await visitor(app).get(path)).status).toBe(303)
    expect((await visitor(app).get(path)).headers.get('location')).toContain('/sign-in')
    const stranger = await asMember(app, db, other.cast, 'karin')
    expect((await stranger.get(path)).status).toBe(404)
    expect((await stranger.post(path, { act: 'adopt' })).status).toBe(404)
  })

  it('erases a text whose term has come, by who keeps the school’s data', async () => {
    const db = await open()
    const { cast, id, anouk } = await adoptedPlan(db)
    const app = testApp(db, { now: () => new Date(AFTER) })
    const [karin, bram] = [await asMember(app, db, cast, 'karin'), await asMember(app, db, cast, 'bram')]
    const path = `/plan/${id}/version/1.0`
    const why = { entry: anouk, why: 'De bewaartermijn is voorbij.' }
    expect((await karin.post(path, why)).status).toBe(422)
    const left = { left_on: '2020-07-31' as Day }
    await db.write(cast, (sql) =>
      sql.updateTable('person').set(left).where('id', '=', cast.people.anouk).execute(),
    )
    expect(await (await bram.get(path)).text()).not.toContain('De bewaartermijn is voorbij')
    expect((await bram.post(path, why)).status).toBe(403)
    expect(await (await karin.get(path)).text()).toContain('Wis de tekst van dit traject')
    expect((await karin.post(path, { ...why, why: ' ' })).status).toBe(422)
    expect(await (await karin.get('/team')).text()).toContain('href="/team/texts"')
    expect(await (await karin.get('/team/texts')).text()).toContain('Anouk, 2026–2027')
    expect((await bram.get('/team/texts')).status).toBe(403)
    expect((await bram.post('/team/texts', why)).status).toBe(403)
    expect((await karin.post('/team/texts', { ...why, why: ' ' })).status).toBe(422)
    expect((await karin.post('/team/texts', { ...why, entry: 'x' })).status).toBe(404)
    expect((await karin.post('/team/texts', why)).status).toBe(303)
    expect(await (await karin.get('/team/texts')).text()).toContain('Er staat geen tekst meer die weg mag.')
    const page = await (await bram.get(path)).text()
    expect(page).toContain('De vingerafdruk van versie 1.0 klopt')
    expect(page).toContain('tekst gewist, vingerafdruk bewaard')
  })

  it('speaks English to who reads English', async () => {
    const db = await open()
    const { karin, anouk, path, put, cast } = await house(db)
    await karin.post(path, put)
    await db.write(cast, (sql) =>
      sql.updateTable('account').set({ language: 'en' }).where('person_id', '=', cast.people.anouk).execute(),
    )
    const whole = await pathOf(await (await karin.get(path)).text(), 'als geheel')
    const page = await (await anouk.get(whole)).text()
    expect(page).toContain(
      'The decision stands when at least 3 of the 4 colleagues take part and no objection is left open.',
    )
    expect(page).toContain('I have an objection')
    expect(page).not.toContain('als geheel')
    const asks = await (await anouk.get('/')).text()
    expect(asks).toContain('Give your answer: ')
    expect(asks).not.toContain('als geheel')
  })
})
