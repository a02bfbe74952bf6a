import { expect, test } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { addGoal, follow, ownTrack, visitPlan } from '../../test/plan-visit.ts'

const OWN = ['Eén.', 'Twee.', 'Drie.', 'Vier.', 'Vijf.']

eachDatabase((open) => {
  test('a sixth principle is refused with the reason, and what was typed stays', async () => {
    const visit = await visitPlan(await open())
    const href = `${visit.href}/principles`
    for (const own of OWN) expect((await visit.karin.post(href, { act: 'add', own })).status).toBe(303)
    const sixth = await visit.karin.post(href, { act: 'add', own: 'Zes, omdat het zo mooi is.' })
    expect(sixth.status).toBe(422)
    const html = await sixth.text()
    expect(html).toContain(
      'Er is plaats voor vijf principes, niet voor meer: meer gaat ten koste van de aandacht.',
    )
    expect(html).toContain('Zes, omdat het zo mooi is.</textarea>')
    expect((await visit.now()).principles).toHaveLength(5)
  })

  test('principles are picked from the ten, worded, ordered, taken away and put back', async () => {
    const visit = await visitPlan(await open())
    const href = `${visit.href}/principles`
    await visit.karin.post(href, { act: 'add', preset: '7' })
    await visit.karin.post(href, { act: 'add', own: 'We vieren wat lukt.' })
    expect((await visit.karin.post(href, { act: 'add', preset: '7' })).status).toBe(422)
    const [first, second] = (await visit.now()).principles
    if (!first || !second) throw new Error('two principles were added')
    const fields = {
      [`text.${first.id}.talk`]: 'Daar waren we het snel over eens.',
      [`base.${first.id}.talk`]: '0',
    }
    await visit.karin.post(href, { act: `down ${first.id}`, ...fields })
    const now = (await visit.now()).principles
    expect(now.map(({ id }) => id)).toEqual([second.id, first.id])
    expect(now[1]?.talk?.text).toBe('Daar waren we het snel over eens.')
    const page = await follow(visit.karin, await visit.karin.post(href, { act: `remove ${first.id}` }))
    expect(page).toContain(`restore ${first.id}`)
    await visit.karin.post(href, { act: `restore ${first.id}` })
    expect((await visit.now()).principles).toHaveLength(2)
  })

  test('everyone a place: one act gives the others a light track to fill in', async () => {
    const visit = await visitPlan(await open())
    await ownTrack(visit, 'anouk', 'Samen kijken.')
    const before = await (await visit.karin.get(visit.href)).text()
    expect(before).toContain('1 van de 21 collega’s en leerteams hebben een plek.')
    expect((await (await visit.as('bram')).post(`${visit.href}/places`)).status).toBe(403)
    const page = await follow(visit.karin, await visit.karin.post(`${visit.href}/places`))
    expect(page).toContain('Iedereen van het team en elk leerteam heeft een plek.')
    const light = (await visit.now()).entries.filter(({ weight }) => weight === 'light')
    expect(light).toHaveLength(21)
    const sem = await visit.as('sem')
    expect(await (await sem.get('/')).text()).toContain('Wat wil je dit jaar leren?')
  })

  test('a loose end is one sentence with one click, and can be let go with a reason', async () => {
    const visit = await visitPlan(await open())
    const goal = await addGoal(visit, 'Een rustige pleinwacht')
    const page = `${visit.href}/loose-ends`
    const html = await (await visit.karin.get(page)).text()
    expect(html).toContain('Doel 1 (Een rustige pleinwacht) hangt nog aan geen visielijn.')
    expect(html).toContain(`href="${visit.href}?edit=${goal}&amp;at=visionLineIds#e-${goal}"`)
    const end = { kind: 'goal-hangs-on-nothing', subject: goal }
    const without = await visit.karin.post(page, { ...end, reason: ' ' })
    expect(without.status).toBe(422)
    expect(await without.text()).toContain('Schrijf in één zin waarom')
    expect((await (await visit.as('anouk')).post(page, { ...end, reason: 'Zo.' })).status).toBe(403)
    const done = await follow(
      visit.karin,
      await visit.karin.post(page, { ...end, reason: 'Dat is praktisch, geen visie.' }),
    )
    expect(done).toContain('Karin: Dat is praktisch, geen visie.')
    const [{ id } = { id: '' }] = (await visit.now()).letLoose
    await visit.karin.post(page, { back: id })
    expect((await visit.now()).letLoose).toHaveLength(0)
  })

  test('what a colleague has not tied yet is between that colleague and the coordinator', async () => {
    const visit = await visitPlan(await open())
    const id = await ownTrack(visit, 'anouk', 'Samen kijken.')
    const anouk = await visit.as('anouk')
    await anouk.post(`${visit.href}/entry/${id}/agreed`, { agreed: 'yes' })
    const page = `${visit.href}/loose-ends`
    const sentence = 'Het traject van Anouk hangt nog nergens aan.'
    expect(await (await visit.karin.get(page)).text()).toContain(sentence)
    expect(await (await anouk.get(page)).text()).toContain(sentence)
    expect(await (await (await visit.as('bram')).get(page)).text()).not.toContain(sentence)
  })

  test('the coordinator moves the plan with a reason; to adopted leads no button', async () => {
    const visit = await visitPlan(await open())
    const page = `${visit.href}/phase`
    const chosen = /value="(\w+)"[^>]* checked/
    expect(chosen.exec(await (await visit.karin.get(page)).text())?.[1]).toBe('input')
    expect((await visit.karin.post(page, { to: 'input', why: '' })).status).toBe(422)
    expect((await visit.karin.post(page, { to: 'adopted', why: 'Nu.' })).status).toBe(422)
    expect((await (await visit.as('paul')).post(page, { to: 'input', why: 'Nu.' })).status).toBe(403)
    await follow(visit.karin, await visit.karin.post(page, { to: 'input', why: 'Het concept is klaar.' }))
    expect((await visit.now()).phase).toBe('input')
    const inInput = await (await visit.karin.get(page)).text()
    expect(inInput).toContain('Het concept is klaar.')
    expect(inInput).toContain('value="draft"')
    expect(inInput).not.toMatch(chosen)
    const none = await visit.karin.post(page, { why: 'Ik weet het nog niet.' })
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Kies eerst een stap.')])
    const goal = await addGoal(visit, 'Elk kind leest')
    await visit.karin.post(page, { to: 'decision', why: 'Alles hangt.' })
    const rests = await visit.karin.post(`${visit.href}/entry/${goal}/text/title`, {
      text: 'Anders',
      base: '1',
    })
    expect(rests.status).toBe(403)
    expect(((await rests.json()) as { says: string }).says).toContain('ligt voor aan het team')
    expect(await (await visit.karin.get(`${visit.href}?edit=${goal}`)).text()).not.toContain(
      'name="text.title"',
    )
  })

  test('the principal reads and writes the own track, and nothing of the plan itself', async () => {
    const visit = await visitPlan(await open())
    const goal = await addGoal(visit, 'Elk kind leest')
    const paul = await visit.as('paul')
    const page = await (await paul.get(visit.href)).text()
    expect(page).toContain('Elk kind leest')
    expect(page).not.toContain('class="nieuwdoel')
    expect((await paul.post(`${visit.href}/entry`, { kind: 'general-goal', title: 'Van Paul' })).status).toBe(
      403,
    )
    expect((await paul.post(`${visit.href}/entry/${goal}/place`, { move: 'remove' })).status).toBe(403)
    expect((await paul.post(`${visit.href}/principles`, { act: 'add', own: 'Van Paul' })).status).toBe(403)
    await ownTrack(visit, 'paul', 'Minder mailen, meer rondlopen.')
    expect((await visit.now()).entries).toHaveLength(2)
  })

  test('the year overview follows from the efforts and days that were written', async () => {
    const visit = await visitPlan(await open())
    const goal = await addGoal(visit, 'Elk kind leest')
    await visit.karin.post(`${visit.href}/entry/${goal}`, {
      'text.coordinatorEffort': 'Neemt elke week een groep over.',
      'base.coordinatorEffort': '0',
      'was.coordinatorHours': '',
      coordinatorHours: '40',
      'was.onDay': ' ',
      'was.occasion': 'mid end',
      onDay: ['2026-11-26', ''],
      occasion: ['mid', 'end'],
    })
    const year = await (await visit.karin.get(`${visit.href}/year`)).text()
    expect(year).toContain('november 2026')
    expect(year).toContain('Neemt elke week een groep over.')
    expect(year).toContain('40 uur')
    expect(year).toContain('ten minste 38 uur per week bij 304 leerlingen')
  })
})
