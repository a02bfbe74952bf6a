import { expect, test } from 'vitest'
import { settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { addGoal, entryNow, follow, ownTrack, visitPlan } from '../../test/plan-visit.ts'
import { asMember, visitor } from '../../test/request.ts'
import { textOf } from './entry.ts'

const SECRET = 'Ik durf nog niet voor de groep te oefenen.'

eachDatabase((open) => {
  test('the coordinator begins a plan by one of the doors; the others read one calm sentence', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const app = testApp(db)
    const karin = await asMember(app, db, cast, 'karin')
    const anouk = await asMember(app, db, cast, 'anouk')
    const doors = await (await karin.get('/plan')).text()
    expect(doors).toContain('action="/plan/new"')
    for (const words of ['Begin met een leeg plan', 'Lees het Word-plan van vorig jaar in'])
      expect(doors.split(words)).toHaveLength(2)
    const hers = await (await anouk.get('/plan')).text()
    expect(hers).not.toContain('action="/plan/new"')
    expect(hers).toContain('De intern begeleider begint ermee')
    expect((await anouk.post('/plan/new', { schoolYear: '2026-2027' })).status).toBe(403)
    expect((await karin.post('/plan/new', { schoolYear: '1826-1827' })).status).toBe(422)
    const made = await karin.post('/plan/new', { schoolYear: '2026-2027' })
    expect((await anouk.get('/plan')).headers.get('location')).toBe(made.headers.get('location'))
    expect((await karin.post('/plan/new', { schoolYear: '2026-2027' })).status).toBe(422)
  })

  test('the coordinator writes a goal without script: texts, line, day and name in one form', async () => {
    const visit = await visitPlan(await open())
    const id = await addGoal(visit, 'Elk kind leest elke dag')
    const page = await (await visit.karin.get(`${visit.href}?edit=${id}`)).text()
    expect(page).toContain(`name="text.approach"`)
    const answer = await visit.karin.post(`${visit.href}/entry/${id}`, {
      'text.title': 'Elk kind leest elke dag een half uur',
      'base.title': '1',
      'text.approach': 'Een vast moment om half negen.',
      'base.approach': '0',
      'was.visionLineIds': '',
      visionLineIds: [visit.cast.visionLines.lezen],
      'was.onDay': ' ',
      'was.occasion': 'mid end',
      onDay: ['2026-11-26', ''],
      occasion: ['mid', 'end'],
      'was.people.executor': '',
      'people.executor': [visit.cast.people.youssef],
    })
    const read = await follow(visit.karin, answer)
    expect(read).toContain('1. Elk kind leest elke dag een half uur')
    expect(read).toContain('Een vast moment om half negen.')
    expect(read).toContain('Lezen en praten</a>')
    expect(read).toContain('26 november 2026')
    expect(read).toContain('<span class="erbij">Youssef</span>')
  })

  test('a teacher holds the pen of the own track; until agreed the team reads nothing of it', async () => {
    const visit = await visitPlan(await open())
    const id = await ownTrack(visit, 'anouk', SECRET)
    const anouk = await visit.as('anouk')
    for (const key of ['bram', 'paul'] as const) {
      const html = await (await (await visit.as(key)).get(visit.href)).text()
      expect(html).not.toContain(SECRET)
      expect(html).toContain('Hier wordt nog geschreven')
    }
    expect(await (await visit.karin.get(visit.href)).text()).toContain(SECRET)
    const agreed = await anouk.post(`${visit.href}/entry/${id}/agreed`, { agreed: 'yes' })
    await follow(anouk, agreed)
    const bram = await visit.as('bram')
    expect(await (await bram.get(visit.href)).text()).toContain(SECRET)
    await anouk.post(`${visit.href}/entry/${id}/agreed`, { agreed: 'no' })
    expect(await (await bram.get(visit.href)).text()).not.toContain(SECRET)
  })

  test('nobody writes in the track of a colleague, not the coordinator either', async () => {
    const visit = await visitPlan(await open())
    const id = await ownTrack(visit, 'anouk', SECRET)
    for (const key of ['karin', 'bram', 'paul'] as const) {
      const other = await visit.as(key)
      const feed = await other.post(`${visit.href}/entry/${id}/text/goal`, { text: 'Iets anders', base: '1' })
      expect(feed.status).toBe(403)
      expect(((await feed.json()) as { says: string }).says).toContain('houdt hier zelf de pen vast')
      const form = await other.post(`${visit.href}/entry/${id}`, {
        'text.goal': 'Iets anders',
        'base.goal': '1',
      })
      expect(form.status).toBe(403)
    }
    expect(textOf(await entryNow(visit, id), 'goal')).toBe(SECRET)
  })

  test('a plan of another school is not there', async () => {
    const db = await open()
    const visit = await visitPlan(db)
    const goal = await addGoal(visit, 'Van ons')
    const others = await settleCast(db, { name: 'Basisschool Elders' })
    const stranger = await asMember(visit.app, db, others, 'karin')
    for (const path of ['', '/loose-ends', '/year', '/phase', `/entry/${goal}`]) {
      expect((await stranger.get(`${visit.href}${path}`)).status).toBe(404)
    }
    const tried = await stranger.post(`${visit.href}/entry/${goal}/text/title`, { text: 'Weg', base: '1' })
    expect(tried.status).toBe(404)
    expect((await stranger.get('/plan/geen-plan')).status).toBe(404)
    expect((await visitor(visit.app).get(visit.href)).headers.get('location')).toContain('/sign-in')
  })

  test('hostile text comes out as harmless text, in reading and in writing', async () => {
    const visit = await visitPlan(await open())
    const nasty = '</textarea><script>alert(1)</script><img src=x onerror=alert(2)>'
    const id = await addGoal(visit, nasty)
    const track = await ownTrack(visit, 'anouk', nasty)
    await visit.karin.post(`${visit.href}/principles`, { act: 'add', own: nasty })
    const anouk = await visit.as('anouk')
    const pages = [
      await visit.karin.get(visit.href),
      await visit.karin.get(`${visit.href}?edit=${id}`),
      await visit.karin.get(`${visit.href}?edit=principles`),
      await visit.karin.get(`${visit.href}/loose-ends`),
      await visit.karin.get(`${visit.href}/entry/${track}/proposal`),
      await anouk.get('/'),
    ]
    for (const page of pages) {
      const html = await page.text()
      expect(html).not.toContain('<script>alert')
      expect(html).not.toContain('<img src=x')
      expect(html).toContain('&lt;')
    }
  })

  test('what was drawn for the coordinator is not shown to a colleague who may do less', async () => {
    const visit = await visitPlan(await open())
    await addGoal(visit, 'Elk kind leest')
    await visit.karin.post(`${visit.href}/places`)
    const hers = await (await visit.karin.get(visit.href)).text()
    const bram = await visit.as('bram')
    const his = await (await bram.get(visit.href)).text()
    expect(hers.match(/data-pen/g)).toHaveLength(23)
    expect(his.match(/data-pen/g)).toHaveLength(2)
    expect(hers.match(/\/conversation"/g)).toHaveLength(22)
    expect(his.match(/\/conversation"/g)).toHaveLength(2)
    const again = await (await visit.karin.get(visit.href)).text()
    expect(again.slice(again.indexOf('<main'))).toBe(hers.slice(hers.indexOf('<main')))
  })

  test('in a frame only the card comes, and with it the state of the plan', async () => {
    const visit = await visitPlan(await open())
    const id = await addGoal(visit, 'Elk kind leest')
    const frame = { 'turbo-frame': `f-${id}` }
    const edit = await (await visit.karin.get(`${visit.href}?edit=${id}`, frame)).text()
    expect(edit).toMatch(/^<turbo-frame id="f-/)
    expect(edit).toContain('name="text.title"')
    const read = await (await visit.karin.get(visit.href, frame)).text()
    expect(read).toContain('<turbo-stream action="replace" target="side">')
    expect(read).not.toContain('<html')
  })
})
