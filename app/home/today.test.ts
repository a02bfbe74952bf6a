import { expect, test } from 'vitest'
import { NOW_MOMENT, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { addGoal, ownTrack, type PlanVisit, visitPlan } from '../../test/plan-visit.ts'
import { visitor } from '../../test/request.ts'
import { looseEnds } from '../plan/loose-end.ts'
import { planOfToday, readPlan } from '../plan/plan-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import { asksFor, evaluationsToCome, milestones, threadOf, wayThrough } from './today.ts'

async function sheetOf(visit: PlanVisit, key: Parameters<PlanVisit['cast']['member']>[0]) {
  const actor = visit.cast.member(key)
  const plan = await visit.now()
  const roster = await readRoster(visit.db, actor)
  const nothing = {
    proposals: [],
    decisions: [],
    talk: { threads: [], suggestions: [] },
    seen: new Map(),
    rooms: [],
  }
  return { plan, roster, actor, ...nothing, ends: looseEnds(plan, roster), today: TODAY }
}

eachDatabase((open) => {
  test('for a visitor it is the first page, for a member what asks today', async () => {
    const db = await open()
    expect(await (await visitor(testApp(db)).get('/')).text()).toContain('href="/setup"')
    const visit = await visitPlan(db)
    const html = await (await visit.karin.get('/')).text()
    expect(html).toContain('Goedemorgen, Karin')
    expect(html).toContain('Donderdag 19 november.')
  })

  test('without a plan it says who begins', async () => {
    const db = await open()
    const visit = await visitPlan(db)
    await db.write('server', (sql) => sql.deleteFrom('phase_change').execute())
    await db.write('server', (sql) => sql.deleteFrom('plan').execute())
    expect(await planOfToday(db, visit.cast.keeper, TODAY)).toBeNull()
    expect(await readPlan(db, visit.cast.keeper, visit.plan)).toBeNull()
    expect(await (await visit.karin.get('/')).text()).toContain('href="/plan/new"')
    const anouk = await (await (await visit.as('anouk')).get('/')).text()
    expect(anouk).toContain('De intern begeleider begint ermee')
  })

  test('at most five things ask for you, what others wait for first', async () => {
    const visit = await visitPlan(await open())
    for (const key of ['anouk', 'bram', 'lotte', 'daan', 'petra', 'kees'] as const) {
      const id = await ownTrack(visit, key, `Van ${key}`)
      const ask = { 'was.people.support': '', 'people.support': [visit.cast.people.karin] }
      await (await visit.as(key)).post(`${visit.href}/entry/${id}`, ask)
    }
    const asks = asksFor(await sheetOf(visit, 'karin'))
    expect(asks.map(({ kind }) => kind)).toEqual(['support', 'support', 'support', 'support', 'support'])
  })

  test('who has no place, a track to begin, and a text to stand behind each get their own sentence', async () => {
    const visit = await visitPlan(await open())
    const kinds = async (key: 'anouk' | 'bram' | 'sem') =>
      asksFor(await sheetOf(visit, key)).map(({ kind }) => kind)
    expect(await kinds('sem')).toEqual(['no-place'])
    const id = await ownTrack(visit, 'anouk', 'Samen kijken.')
    expect(await kinds('anouk')).toEqual(['agree'])
    await (await visit.as('anouk')).post(`${visit.href}/entry/${id}/agreed`, { agreed: 'yes' })
    expect(await kinds('anouk')).toEqual([])
    await visit.karin.post(`${visit.href}/places`)
    expect(await kinds('bram')).toEqual(['start'])
    expect(asksFor(await sheetOf(visit, 'karin')).map(({ kind }) => kind)).toEqual(['start', 'loose-ends'])
  })

  test('what waits in the plan of next year asks today as well, until that plan is closed', async () => {
    const visit = await visitPlan(await open())
    const made = await visit.karin.post('/plan/new', { schoolYear: '2027-2028' })
    const href = made.headers.get('location') ?? ''
    const next = { ...visit, href, plan: href.split('/')[2] as PlanVisit['plan'] }
    const track = await ownTrack(next, 'anouk', 'Elke les zien of elk kind mee kan.')
    await visit.karin.post(`${href}/entry/${track}/proposal`, {
      'text.approach': 'Eerst bij Youssef kijken.',
    })
    const help = { 'was.people.support': '', 'people.support': [visit.cast.people.bram] }
    const anouk = await visit.as('anouk')
    await anouk.post(`${href}/entry/${track}`, help)
    await anouk.post(`${href}/entry/${track}/agreed`, { agreed: 'yes' })

    const today = async (key: 'anouk' | 'bram') => (await (await visit.as(key)).get('/')).text()
    const hers = await today('anouk')
    expect(hers).toContain('Karin stelt een tekst voor')
    expect(hers).toContain('In het plan van 2027–2028.')
    expect(hers).toContain(`href="${href}?shown=${track}#e-${track}"`)
    expect(hers).not.toContain('Bekijk je traject')
    expect(await today('bram')).toContain('Anouk vraagt of je wilt ondersteunen')
    await visit.db.write(visit.cast.keeper, (sql) =>
      sql.updateTable('plan').set({ phase: 'archived' }).where('id', '=', next.plan).execute(),
    )
    expect(await today('bram')).not.toContain('Anouk vraagt')
  })

  test('whoever is in the demo can make it anew from Vandaag; in a school of one’s own there is no such button', async () => {
    const db = await open()
    const visit = await visitPlan(db)
    expect(await (await visit.karin.get('/')).text()).not.toContain('action="/demo/reset"')
    await db.write(visit.cast.keeper, (sql) =>
      sql.updateTable('school').set({ demo_since: NOW_MOMENT }).execute(),
    )
    expect(await (await visit.karin.get('/')).text()).toContain('action="/demo/reset"')
  })

  test('the year line and the evaluations to come follow from the days in the plan', async () => {
    const visit = await visitPlan(await open())
    const goal = await addGoal(visit, 'Elk kind leest')
    const days = { onDay: ['2026-11-26', '2027-06-24'], occasion: ['mid', 'end'] }
    await visit.karin.post(`${visit.href}/entry/${goal}`, {
      'was.onDay': ' ',
      'was.occasion': 'mid end',
      ...days,
    })
    const sheet = await sheetOf(visit, 'anouk')
    expect(milestones(sheet)).toMatchObject([
      { kind: 'mid', day: '2026-11-26', is: 'next' },
      { kind: 'end', day: '2027-06-24', is: 'later' },
    ])
    expect(evaluationsToCome(sheet).map(({ day }) => day)).toEqual(['2026-11-26', '2027-06-24'])
    expect(wayThrough(sheet.plan, TODAY)).toBeCloseTo(30.1)
    expect(threadOf(sheet.plan, sheet.actor)).toBeNull()
    const html = await (await visit.karin.get('/')).text()
    expect(html).toContain('Over een week is de tussenevaluatie.')
    expect(html).not.toMatch(/style="/)
  })
})
