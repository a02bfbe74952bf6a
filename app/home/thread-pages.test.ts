import { expect, it } from 'vitest'
import { NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { addGoal, entryNow, ownTrack, type PlanVisit, visitPlan } from '../../test/plan-visit.ts'
import { asMember, type Visitor, visitor } from '../../test/request.ts'
import { done } from '../../test/written-plan.ts'
import type { EntryId } from '../kernel/id.ts'
import { addEntry } from '../plan/entry-store.ts'
import type { Tie } from '../plan/tie.ts'
import { setMoments, tieEntry } from '../plan/tie-store.ts'

const text = async (who: Visitor, path: string) => {
  const answer = await who.get(path)
  expect(answer.status).toBe(200)
  return answer.text()
}

const tie = async (visit: PlanVisit, id: EntryId, ties: Tie, days: readonly string[] = []) => {
  const plan = await visit.now()
  const entry = plan.entries.find((one) => one.id === id)!
  done(await tieEntry(visit.db, visit.cast.keeper, plan, entry, ties))
  const moments = days.map((onDay) => ({ onDay, occasion: 'mid' }))
  done(await setMoments(visit.db, visit.cast.keeper, await visit.now(), entry, moments as never))
}

/** A goal on two lines, Anouk's track on the goal, Bram's on nothing and not agreed. */
async function woven(visit: PlanVisit) {
  const { instructie, lezen } = visit.cast.visionLines
  const goal = await addGoal(visit, 'Elk kind leest <b>elke dag</b>.')
  await tie(visit, goal, { visionLineIds: [instructie, lezen] }, ['2026-11-26'])
  const anouk = await ownTrack(visit, 'anouk', 'Kort uitleggen.')
  await tie(visit, anouk, { parentId: goal }, ['2026-12-01'])
  await (await visit.as('anouk')).post(`${visit.href}/entry/${anouk}`, {
    'text.approach': 'Filmen.',
    'base.approach': '0',
  })
  await (await visit.as('anouk')).post(`${visit.href}/entry/${anouk}/agreed`, { agreed: 'yes' })
  const bram = await ownTrack(visit, 'bram', 'Geheim van Bram.')
  return { goal, anouk, bram }
}

eachDatabase((open) => {
  it('draws a plan in which nothing is written yet: bare lines, and everyone who has no place', async () => {
    const visit = await visitPlan(await open())
    const page = await text(visit.karin, `${visit.href}/thread`)
    expect(page).toContain('De draad van 2026–2027')
    expect(page).toContain('hier hangt niets aan')
    expect(page.match(/heeft nog geen plek/g)?.length).toBeGreaterThan(15)
    for (const question of [
      '?loose=yes',
      '?domain=care',
      `?line=${visit.cast.visionLines.lezen}`,
      '?person=x',
    ])
      await text(visit.karin, `${visit.href}/thread${question}`)
  })

  it('says of everything what it hangs on and what hangs on it, in the drawing and in the list', async () => {
    const visit = await visitPlan(await open())
    const { goal, anouk } = await woven(visit)
    const page = await text(visit.karin, `${visit.href}/thread`)
    expect(page).toContain(
      '<title>1. Elk kind leest &lt;b&gt;elke dag&lt;/b&gt;. Hangt aan: Goede instructie, Lezen en praten. Hieraan hangt: evaluatie 26 nov, Anouk.</title>',
    )
    expect(page).toContain(
      '<title>Anouk (groep 3): Kort uitleggen. Hangt aan: doel 1. Hieraan hangt: evaluatie 1 dec.</title>',
    )
    expect(page).toContain('Hangt ook aan: Lezen en praten.')
    const order = [`#line-${visit.cast.visionLines.instructie}`, `#e-${goal}`, `#e-${anouk}`]
    const places = order.map((place) => page.indexOf(`href="${visit.href}${place}"`))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places.toSorted((one, other) => one - other)).toEqual(places)
    expect(page).not.toContain('<b>elke dag</b>')
  })

  it('holds of a text that is not agreed only whose it is', async () => {
    const visit = await visitPlan(await open())
    await woven(visit)
    const address = `${visit.href}/thread`
    for (const key of ['anouk', 'paul', 'petra'] as const) {
      const page = await text(await visit.as(key), address)
      expect(page).not.toContain('Geheim van Bram')
      expect(page).toContain('hier wordt nog geschreven')
    }
    expect(await text(await visit.as('bram'), address)).toContain('Geheim van Bram')
    expect(await text(await visit.as('paul'), `${visit.href}/orchestra`)).not.toContain('Geheim van Bram')
  })

  it('shows a part of it: of a line, a colleague, a learning team, a domain, what is loose', async () => {
    const visit = await visitPlan(await open())
    await woven(visit)
    const { people, visionLines, learningTeams } = visit.cast
    const part = (question: string) => text(visit.karin, `${visit.href}/thread?${question}`)
    const ofAnouk = await part(`person=${people.anouk}`)
    expect(ofAnouk).toContain('Kort uitleggen')
    expect(ofAnouk).toContain('Je ziet nu: Anouk.')
    expect(ofAnouk).not.toContain('Geheim van Bram')
    expect(ofAnouk).not.toContain('heeft nog geen plek')
    const ofLine = await part(`line=${visionLines.lezen}`)
    expect(ofLine).toContain('Kort uitleggen')
    expect(ofLine).not.toContain('Hangt aan: Goede instructie')
    expect(await part(`line=${visionLines.ouders}`)).toContain('Hier hangt dit jaar niets aan.')
    const loose = await part('loose=yes')
    expect(loose).toContain('Geheim van Bram')
    expect(loose).not.toContain('Kort uitleggen')
    expect(await part(`team=${learningTeams.rekenen}`)).toContain('Geheim van Bram')
    expect(await part(`team=${learningTeams.gedrag}&person=${people.anouk}`)).toContain(
      'Hier hangt niets dat zo te vinden is.',
    )
  })

  it('is for the school alone, and is reached from /thread', async () => {
    const visit = await visitPlan(await open())
    expect((await visit.karin.get('/thread')).headers.get('location')).toBe(`${visit.href}/thread`)
    const other = await settleCast(visit.db, { name: 'De Vlieger' })
    const stranger = await asMember(visit.app, visit.db, other, 'karin')
    for (const page of ['thread', 'orchestra']) {
      expect((await stranger.get(`${visit.href}/${page}`)).status).toBe(404)
      expect((await visitor(visit.app).get(`${visit.href}/${page}`)).status).not.toBe(200)
    }
    expect((await stranger.get('/thread')).headers.get('location')).toBe('/plan')
    expect(await text(stranger, '/thread/years')).toContain('Er is nog geen plan.')
    expect(await (await visitor(visit.app).get('/thread/years')).text()).not.toContain('visielijn')
  })

  it('stands on the plan page in words, with marks for who sees the rail', async () => {
    const visit = await visitPlan(await open())
    const { goal, anouk } = await woven(visit)
    const page = await text(visit.karin, visit.href)
    expect(page).toMatch(
      /Elk kind krijgt elke dag goede instructie\.<small>hieraan hangt: <a href="#e-[^"]+">doel 1<\/a>/,
    )
    expect(page).toContain(`hieraan hangt: <a href="#e-${anouk}">Anouk</a>, evaluatie 26 nov`)
    expect(page).toMatch(new RegExp(`id="e-${goal}"[^>]*data-n="g1" data-op="l1 l2"`))
    expect(page).toMatch(new RegExp(`id="e-${anouk}"[^>]*data-op="g1"`))
  })

  it('draws a card anew when something else comes to hang on it', async () => {
    const visit = await visitPlan(await open())
    const { goal, bram } = await woven(visit)
    expect(await text(visit.karin, visit.href)).not.toMatch(
      /hieraan hangt: <a[^>]*>Anouk<\/a>, <a[^>]*>Bram</,
    )
    await tie(visit, bram, { parentId: goal })
    expect(await text(visit.karin, visit.href)).toMatch(/hieraan hangt: <a[^>]*>Anouk<\/a>, <a[^>]*>Bram</)
  })

  it('folds the names when half of the team hangs on one goal', async () => {
    const visit = await visitPlan(await open())
    const { goal } = await woven(visit)
    for (const key of ['marjan', 'fatima', 'ineke', 'samira', 'lotte', 'daan', 'petra', 'wilma'] as const) {
      const track = { kind: 'teacher-track', personId: visit.cast.people[key] } as const
      const id = done(await addEntry(visit.db, visit.cast.keeper, await visit.now(), track, NOW_MOMENT))
      await tie(visit, id, { parentId: goal })
    }
    expect(await text(visit.karin, visit.href)).toContain(
      '<summary>hieraan hangen 9 trajecten · evaluatie 26 nov</summary>',
    )
  })

  it('keeps a track whose goal was taken out of the plan: it hangs loose', async () => {
    const visit = await visitPlan(await open())
    const { goal, anouk } = await woven(visit)
    await visit.karin.post(`${visit.href}/entry/${goal}/place`, { move: 'remove' })
    expect((await visit.now()).entries.some(({ id }) => id === goal)).toBe(false)
    expect((await entryNow(visit, anouk)).parentId).toBe(goal)
    const page = await text(visit.karin, `${visit.href}/thread`)
    expect(page).toContain('<title>Anouk (groep 3): Kort uitleggen. Hieraan hangt: evaluatie 1 dec.</title>')
  })

  it('speaks English to who chose so', async () => {
    const visit = await visitPlan(await open())
    await woven(visit)
    await visit.karin.post('/language', { language: 'en' })
    for (const [path, says] of [
      [`${visit.href}/thread`, 'Hangs on: goal 1.'],
      [`${visit.href}/orchestra`, 'Who learns what in 2026–2027?'],
      ['/thread/years', 'What became of our vision?'],
    ] as const)
      expect(await text(visit.karin, path)).toContain(says)
  })
})
