import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember } from '../../test/request.ts'
import { AFTER, adoptedPlan, planOf } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import { textOf } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'

const WHY = 'De klas vraagt nu iets anders.'

/** The app over an adopted plan, with a clock that the test moves on. */
async function house(db: Db) {
  const made = await adoptedPlan(db)
  const clock = { now: new Date(AFTER) }
  const app = testApp(db, { now: () => clock.now })
  const as = (key: Parameters<typeof asMember>[3]) => asMember(app, db, made.cast, key)
  const people = {
    karin: await as('karin'),
    paul: await as('paul'),
    anouk: await as('anouk'),
    bram: await as('bram'),
    petra: await as('petra'),
  }
  const plan = `/plan/${made.id}`
  const read = () => planOf(db, made.cast, made.id)
  return { ...made, track: made.anouk, ...people, app, clock, plan, read }
}

const pathIn = (answer: Response) => (answer.headers.get('location') ?? 'none').replace(/\?.*$/, '')
const printIn = (page: string) => /name="print" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? 'none'
const goalOf = (plan: Plan, id: string) => textOf(entryOf(plan, id as never)!, 'goal')

eachDatabase((open) => {
  it('changes a track as teacher and coordinator agree, and seals it beside', async () => {
    const db = await open()
    const { anouk, karin, bram, petra, plan, read, track } = await house(db)
    const card = await (await anouk.get(`${plan}?shown=${track}`)).text()
    expect(card).toContain(`${plan}/entry/${track}/amendment`)
    const begin = `${plan}/entry/${track}/amendment`
    expect(await (await anouk.get(begin)).text()).toContain('Waarom wil je dit veranderen?')
    expect((await anouk.post(begin, { why: ' ' })).status).toBe(422)
    expect((await bram.post(begin, { why: WHY })).status).toBe(403)
    const begun = await anouk.post(begin, { why: WHY })
    expect(begun.status).toBe(303)
    const path = pathIn(begun)
    expect((await anouk.post(begin, { why: WHY })).status).toBe(422)
    expect(pathIn(await anouk.get(begin))).toBe(path)

    expect((await anouk.post(path, { act: 'yes', print: 'x' })).status).toBe(422)
    const form = await (await anouk.get(`${path}?write=yes`)).text()
    expect(form).toContain('Doel van anouk')
    expect(
      (await anouk.post(path, { act: 'save', 'text.goal': 'Ik leer coöperatief werken.', 'base.goal': '1' }))
        .status,
    ).toBe(303)
    const page = await (await anouk.get(path)).text()
    expect(page).toContain('<ins>')
    expect(page).toContain(WHY)
    expect(page).toContain('Alleen Anouk, Karin en wie mee mag denken, lezen dit.')
    expect((await bram.get(path)).status).toBe(404)
    expect((await petra.post(path, { act: 'yes', print: printIn(page) })).status).toBe(404)
    expect(goalOf(await read(), track)).toBe('Doel van anouk')
    expect(await (await bram.get(plan)).text()).not.toContain('Er ligt een wijziging voor')

    expect((await anouk.post(path, { act: 'yes', print: printIn(page) })).status).toBe(303)
    expect(await (await karin.get(plan)).text()).toContain('Er ligt een wijziging voor')
    const before = printIn(await (await karin.get(path)).text())
    await karin.post(path, { act: 'save', 'text.coordinatorEffort': 'Elke week een kwartier.' })
    expect(await (await anouk.get(path)).text()).toContain('zei ja tegen een eerdere tekst')
    expect((await karin.post(path, { act: 'yes', print: before })).status).toBe(422)
    const now = printIn(await (await karin.get(path)).text())
    expect((await karin.post(path, { act: 'yes', print: now })).status).toBe(303)
    expect(goalOf(await read(), track)).toBe('Doel van anouk')
    expect((await anouk.post(path, { act: 'yes', print: now })).status).toBe(303)

    const after = await read()
    expect(goalOf(after, track)).toBe('Ik leer coöperatief werken.')
    expect(after.phase).toBe('adopted')
    expect(await (await bram.get(`${plan}/version/1.1`)).text()).toContain(
      'De vingerafdruk van versie 1.1 klopt',
    )
    expect(await (await bram.get(path)).text()).toContain('Afgesproken op')
    expect(await (await bram.get(plan)).text()).not.toContain('Er ligt een wijziging voor')
  })

  it('changes a goal by a round of the team: objection, changed text, consent, sealed', async () => {
    const db = await open()
    const { anouk, karin, bram, paul, petra, plan, read, goal, clock, cast } = await house(db)
    const begin = `${plan}/entry/${goal}/amendment`
    const path = pathIn(await anouk.post(begin, { why: WHY, kind: 'change' }))
    await anouk.post(path, { act: 'save', 'text.approach': 'Elke dag een kwartier automatiseren.' })
    expect(await (await petra.get(plan)).text()).toContain('Er ligt een wijziging voor')
    const put = {
      act: 'put',
      rule: 'consent',
      quorum: '3',
      closesAt: '2026-12-01T16:00',
      chair: cast.people.karin,
      voter: [cast.people.karin, cast.people.paul, cast.people.anouk, cast.people.bram],
    }
    expect((await anouk.post(path, put)).status).toBe(403)
    expect((await karin.post(path, { ...put, quorum: '9' })).status).toBe(422)
    expect((await karin.post(path, put)).status).toBe(303)
    expect((await read()).phase).toBe('adopted')
    expect((await anouk.post(path, { act: 'save', 'text.approach': 'Toch iets anders.' })).status).toBe(403)
    for (const one of [karin, paul, anouk]) await one.post(path, { act: 'speak', answer: 'consent' })
    expect((await petra.post(path, { act: 'speak', answer: 'consent' })).status).toBe(422)
    await bram.post(path, { act: 'speak', answer: 'objection', objection: 'Elke dag redt groep 7 niet.' })
    expect((await karin.post(path, { act: 'seal' })).status).toBe(422)
    expect((await karin.post(path, { act: 'close' })).status).toBe(303)
    expect(await (await petra.get(path)).text()).toContain('Elke dag redt groep 7 niet.')
    expect((await karin.post(path, { act: 'seal' })).status).toBe(422)
    const anew = { act: 'renew', changeNote: 'Bram heeft gelijk.', closesAt: '2026-12-08T16:00' }
    expect((await karin.post(path, anew)).status).toBe(422)
    await karin.post(path, { act: 'save', 'text.approach': 'Drie keer per week automatiseren.' })
    expect((await karin.post(path, anew)).status).toBe(303)
    for (const one of [karin, paul, anouk, bram]) await one.post(path, { act: 'speak', answer: 'consent' })
    clock.now = new Date('2026-12-08T15:30:00Z')
    expect((await bram.post(path, { act: 'seal' })).status).toBe(403)
    expect((await karin.post(path, { act: 'seal' })).status).toBe(303)
    expect(textOf(entryOf(await read(), goal)!, 'approach')).toBe('Drie keer per week automatiseren.')
    const sealed = await (await bram.get(`${plan}/version/1.1/json`)).text()
    expect(sealed).toContain('Elke dag redt groep 7 niet.')
    expect(await (await bram.get(`${plan}/version/1.1`)).text()).toContain(
      'De vingerafdruk van versie 1.1 klopt',
    )
    expect((await karin.post(path, { act: 'seal' })).status).toBe(403)
  })
})
