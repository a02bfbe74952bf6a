import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember, visitor } from '../../test/request.ts'
import { AFTER, adoptedPlan, planOf } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'

async function house(db: Db) {
  const made = await adoptedPlan(db)
  const app = testApp(db, { now: () => new Date(AFTER) })
  const as = (key: Parameters<typeof asMember>[3]) => asMember(app, db, made.cast, key)
  const path = `/plan/${made.id}/evaluation`
  return { ...made, app, path, karin: await as('karin'), anouk: await as('anouk'), paul: await as('paul') }
}

eachDatabase((open) => {
  it('saves a whole form without script, and shows it to the team', async () => {
    const db = await open()
    const { karin, paul, path, goal } = await house(db)
    expect(await (await karin.get(path)).text()).toContain('Schrijf de terugblik')
    const form = {
      'text.saw': 'In elke groep een begin.',
      'base.saw': '0',
      'text.learned': '',
      'base.learned': '0',
      next: 'adjust',
      reached: 'partly',
    }
    const sent = await karin.post(`${path}/${goal}/mid`, form)
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe(`${path}?time=mid&done=saved#e-${goal}`)
    const page = await (await paul.get(path)).text()
    expect(page).toContain('In elke groep een begin.')
    expect(page).toContain('Deels bereikt')
    expect(page).toContain('Wordt aangepast')
    expect(page).not.toContain('Schrijf de terugblik')
  })

  it('gives a track words and no verdict', async () => {
    const db = await open()
    const { anouk, karin, paul, path, cast, id } = await house(db)
    const plan = await planOf(db, cast, id)
    const track = plan.entries.find((entry) => entry.personId === cast.people.anouk)!.id
    const page = await (await anouk.get(path)).text()
    const form = page.slice(page.indexOf(`action="${path}/${track}/mid"`)).split('</form>')[0]
    expect(form).not.toContain('name="reached"')
    expect(form).toContain('Jij en de intern begeleider lezen dit.')
    expect(
      (
        await anouk.post(`${path}/${track}/mid`, {
          'text.saw': 'Het lukt.',
          'base.saw': '0',
          reached: 'reached',
        })
      ).status,
    ).toBe(422)
    expect(
      (await karin.post(`${path}/${track}/mid`, { 'text.saw': 'Van buiten.', 'base.saw': '0' })).status,
    ).toBe(403)
    expect(await (await paul.get(path)).text()).not.toContain('Het lukt.')
  })

  it('saves one text while somebody writes, and tells of a colleague who wrote too', async () => {
    const db = await open()
    const { karin, path, goal } = await house(db)
    const save = (text: string, base: string) =>
      karin.post(`${path}/${goal}/end/text/saw`, { text, base }, { accept: 'application/json' })
    expect(await (await save('Een', '0')).json()).toMatchObject({ revision: 1, text: 'Een' })
    const clash = await save('Twee', '0')
    expect(clash.status).toBe(409)
    expect(await clash.json()).toMatchObject({ theirs: { text: 'Een', revision: 1 } })
    const whole = await karin.post(`${path}/${goal}/end`, { 'text.saw': 'Twee', 'base.saw': '0' })
    expect(whole.status).toBe(422)
    const page = await whole.text()
    expect(page).toContain('Twee')
    expect(page).toContain('Een')
    const choices = await karin.post(`${path}/${goal}/end`, { next: 'stop' }, { accept: 'application/json' })
    expect(choices.status).toBe(200)
    expect(
      (await karin.post(`${path}/${goal}/end`, { next: 'x' }, { accept: 'application/json' })).status,
    ).toBe(422)
  })

  it('begins next year’s plan once', async () => {
    const db = await open()
    const { karin, paul, path } = await house(db)
    expect(await (await paul.get(path)).text()).not.toContain('Begin het plan van')
    expect((await paul.post(path)).status).toBe(403)
    expect(await (await karin.get(path)).text()).toContain('Begin het plan van 2027–2028')
    const made = await karin.post(path)
    expect(made.status).toBe(303)
    expect(made.headers.get('location')).toMatch(/^\/plan\/[0-9a-f-]{36}$/)
    const again = await karin.post(path)
    expect(again.headers.get('location')).toBe(made.headers.get('location'))
    expect(await (await karin.get(path)).text()).toContain('Het plan van 2027–2028 is er al.')
  })

  it('answers hostile input with a sentence or a 404', async () => {
    const db = await open()
    const { app, karin, path, goal } = await house(db)
    const hostile = '<script>alert(1)</script>\u0000'
    await karin.post(`${path}/${goal}/mid`, {
      'text.saw': hostile,
      'base.saw': '0',
      'text.__proto__': 'x',
      'text.constructor': 'y',
    })
    const page = await (await karin.get(path)).text()
    expect(page).not.toContain('<script>alert(1)')
    expect(page).toContain('&lt;script&gt;alert(1)')
    expect(
      (await karin.post(`${path}/${goal}/mid`, { 'text.saw': 'x'.repeat(30_000), 'base.saw': '1' })).status,
    ).toBe(422)
    expect((await karin.post(`${path}/${goal}/never`, {})).status).toBe(404)
    expect((await karin.post(`${path}/01890000-0000-7000-8000-000000000001/mid`, {})).status).toBe(404)
    expect((await visitor(app).get(path)).status).toBe(303)
    expect((await visitor(app).post(`${path}/${goal}/mid`, {})).status).toBe(303)
  })
})
