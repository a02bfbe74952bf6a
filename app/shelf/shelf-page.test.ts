import { beforeEach, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { findPassage } from '../../test/passages.ts'
import { type App, asMember, type Visitor, visitor } from '../../test/request.ts'
import { AFTER, adoptedPlan, planOf } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import { rollOver } from '../evaluation/roll-over-store.ts'
import { promisesOf } from '../evaluation/yield-store.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { addWorkForm } from '../school/work-form-store.ts'
import { piecesOf } from './piece-store.ts'

const HOSTILE = '"><img src=x onerror=alert(1)> & **wisbordjes**'
const ROLL = {
  title: (year: string) => `Plan ${year}`,
  why: () => 'Nieuw.',
  note: () => '',
  adjust: (said: string) => said,
}

eachDatabase((open) => {
  let db: Db
  let app: App
  let made: Awaited<ReturnType<typeof adoptedPlan>>
  let anouk: Visitor
  let bram: Visitor
  let karin: Visitor
  beforeEach(async () => {
    db = await open()
    made = await adoptedPlan(db)
    app = testApp(db, { now: () => new Date(AFTER) })
    const as = (key: 'anouk' | 'bram' | 'karin') => asMember(app, db, made.cast, key)
    ;[anouk, bram, karin] = [await as('anouk'), await as('bram'), await as('karin')]
  })

  const text = async (who: Visitor, path: string, status = 200) => {
    const answer = await who.get(path)
    expect([path, answer.status]).toEqual([path, status])
    return answer.text()
  }
  const begin = async (who: Visitor, fields = {}) => {
    const made = await who.post('/shelf/new', fields)
    expect(made.status).toBe(303)
    return (made.headers.get('location') ?? '').replace('/write', '')
  }
  const write = (who: Visitor, href: string, fields = {}) =>
    who.post(`${href}/write`, {
      title: 'Met wisbordjes zie ik wie het snapt',
      theme: 'Denktijd',
      subject: 'mathematics',
      workForm: 'lesson-preparation',
      grades: ['3'],
      link: '',
      'text.tried': 'Elke les drie vragen.',
      'base.tried': '0',
      'text.again': 'Iedereen laat tegelijk zien.',
      'base.again': '0',
      ...fields,
    })
  const shared = async (who: Visitor, fields = {}) => {
    const href = await begin(who)
    expect((await write(who, href, { next: 'share', ...fields })).status).toBe(303)
    return href
  }

  it('goes from a promise that was kept to a piece that the team finds, without script', async () => {
    const yields = `/plan/${made.id}/yields`
    const fields = {
      act: 'promise',
      what: 'Wisbordjes laten zien',
      withWhom: 'de bouw',
      dueOn: '',
      entry: made.anouk,
    }
    expect((await anouk.post(yields, fields)).status).toBe(303)
    const [one] = await promisesOf(db, made.cast.keeper, made.id)
    expect((await anouk.post('/shelf/new', { promise: one!.id })).status).toBe(422)
    await anouk.post(yields, { act: 'end', promise: one!.id, as: 'done', cameOf: 'Het hielp echt.' })
    expect(await text(anouk, yields)).toContain('Maak er een stuk van')
    expect(await text(bram, yields)).not.toContain('Maak er een stuk van')
    expect((await bram.post('/shelf/new', { promise: one!.id })).status).toBe(422)
    expect(await text(anouk, '/shelf')).toContain('Het hielp echt.')
    expect(await text(anouk, `/shelf/new?promise=${one!.id}`)).toContain('Wisbordjes laten zien')
    const href = await begin(anouk, { promise: one!.id })
    const form = await text(anouk, `${href}/write`)
    for (const words of ['Wisbordjes laten zien', 'Het hielp echt.', 'Noem geen namen van kinderen'])
      expect(form).toContain(words)
    await text(bram, href, 404)
    expect((await write(anouk, href, { next: 'share' })).headers.get('location')).toBe(`${href}?done=shared`)
    const page = await text(bram, href)
    for (const words of ['Elke les drie vragen.', 'Lukte, doen we weer', 'Rekenen', 'Groep 3', 'Komt uit'])
      expect(page).toContain(words)
    expect(await text(bram, yields)).toContain(href)
  })

  it('is found by words, theme, subject, group and form of work, and by a name', async () => {
    const href = await shared(anouk)
    await shared(bram, {
      title: 'Rustig de dag in',
      theme: 'Rust',
      subject: 'social',
      workForm: '',
      grades: [],
      'text.tried': 'Een vaste start.',
      'text.again': '',
      'text.better': 'Het duurt te lang.',
      'base.better': '0',
    })
    const finds = async (query: string) => (await text(karin, `/shelf?${query}`)).includes(`href="${href}"`)
    const right = ['', 'q=wisbordje', 'q=wisbordjes+rekenen', 'q=anouk', 'q=voorbereiden', 'theme=denktijd']
    for (const query of [
      ...right,
      'subject=mathematics',
      'grade=3',
      'form=lesson-preparation',
      'look=success',
    ])
      expect([query, await finds(query)]).toEqual([query, true])
    for (const query of [
      'q=wisbordjes+rustig',
      'q=vulkaan',
      'theme=rust',
      'subject=arts',
      'grade=8',
      'look=better',
    ])
      expect([query, await finds(query)]).toEqual([query, false])
    expect(await text(karin, '/shelf?q=vulkaan')).toContain('Hier ligt nog niets over op de plank')
    expect(await text(karin, '/shelf?look=better')).toContain('Het duurt te lang.')
  })

  it('comes up in the search of everything once it lies on the shelf, for who may read it', async () => {
    const href = await begin(anouk)
    await write(anouk, href)
    expect(await text(anouk, '/search?q=wisbordjes')).toContain(`href="${href}"`)
    expect(await text(bram, '/search?q=wisbordjes')).not.toContain(href)
    await anouk.post(href, { act: 'share' })
    const found = await text(bram, '/search?q=wisbordjes')
    expect(found).toContain(`href="${href}"`)
    expect(found).toContain('Op de plank')
    await anouk.post(href, { act: 'withdraw' })
    expect(await text(bram, '/search?q=wisbordjes')).not.toContain(href)
  })

  it('shows what is typed as words, and refuses what can’t be', async () => {
    const href = await shared(anouk, { title: HOSTILE, theme: HOSTILE.slice(0, 30), 'text.again': HOSTILE })
    for (const path of ['/shelf', href, `${href}/write`, '/shelf?q=wisbordjes'])
      expect(await text(anouk, path)).not.toContain('<img src=x')
    for (const wrong of [
      { link: 'javascript:alert(1)' },
      { subject: 'x' },
      { workForm: 'x' },
      { title: 'x'.repeat(200) },
    ]) {
      const answer = await write(anouk, href, wrong)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('Nog niet alles is bewaard')
    }
    expect((await write(bram, href)).status).toBe(403)
    for (const act of ['', 'share', 'x', 'toString', '__proto__', 'withdraw', 'remove'])
      expect([403, 404]).toContain((await bram.post(href, { act })).status)
    expect((await bram.post(href, { act: 'take', place: '../x' })).status).toBe(422)
    expect((await bram.post(`${href}/text/saw`, { text: 'Anders', base: '0' })).status).toBe(403)
    expect((await anouk.post(`${href}/text/title`, { text: 'Anders', base: '0' })).status).toBe(422)
    expect((await visitor(app).get('/shelf')).status).toBe(303)
    await text(anouk, '/shelf/nergens', 404)
  })

  it('keeps what was typed when it can not go on the shelf yet', async () => {
    const href = await begin(anouk)
    const answer = await write(anouk, href, { title: '', next: 'share' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Geef het stuk een titel.')
    expect(page).toContain('Elke les drie vragen.')
    expect((await write(anouk, href, { next: 'share' })).status).toBe(303)
  })

  it('saves one text while somebody writes, and tells of another window', async () => {
    const href = await begin(anouk)
    const save = (words: string, base: string) =>
      anouk.post(`${href}/text/saw`, { text: words, base }, { accept: 'application/json' })
    expect(await (await save('Een', '0')).json()).toMatchObject({ revision: 1, text: 'Een' })
    expect((await save('Twee', '0')).status).toBe(409)
    const clash = await write(anouk, href, { 'text.saw': 'Twee', 'base.saw': '0' })
    expect(clash.status).toBe(422)
    expect(await clash.text()).toContain('keep.saw')
  })

  it('saves the short fields by itself, and puts nothing on the shelf by itself', async () => {
    const href = await begin(anouk)
    const save = (fields: Record<string, string>) =>
      anouk.post(`${href}/write`, { theme: '', ...fields }, { accept: 'application/json' })
    const saved = await save({ title: 'Wisbordjes', grades: '4', 'text.tried': 'Niet hier.', next: 'share' })
    expect(saved.status).toBe(200)
    expect(await saved.json()).toMatchObject({ says: expect.stringContaining('Bewaard') })
    expect(await piecesOf(db, made.cast.member('anouk'))).toMatchObject([
      { sharedAt: null, grades: [4], texts: { title: { text: 'Wisbordjes' } } },
    ])
    const wrong = await save({ title: 'Wisbordjes', link: 'javascript:1' })
    expect(wrong.status).toBe(422)
    expect(await wrong.json()).toMatchObject({ says: expect.stringContaining('geen adres') })
  })

  it('goes into the next plan and stands there on the card', async () => {
    const href = await shared(anouk, {})
    const id = (await piecesOf(db, made.cast.keeper))[0]!.id
    const next = await rollOver(db, made.cast.member('karin'), made.id, ROLL, findPassage, AFTER)
    if (next === null || isRefusal(next)) throw new Error('no next plan')
    const goal = (await planOf(db, made.cast, next)).entries.find(({ kind }) => kind === 'general-goal')!
    const paul = await asMember(app, db, made.cast, 'paul')
    expect(await text(paul, href)).toContain('Meenemen doet wie de pen vasthoudt')
    const place = `${next}.${goal.id}`
    expect(await text(karin, href)).toContain(place)
    expect((await bram.post(href, { act: 'take', place })).status).toBe(403)
    expect((await karin.post(href, { act: 'take', place })).headers.get('location')).toBe(
      `${href}?done=taken`,
    )
    const plan = await text(bram, `/plan/${next}`)
    expect(plan).toContain('Van de plank')
    expect(plan).toContain(`/shelf/${id}`)
    expect(await text(bram, href)).toContain('Meegenomen in')
    await karin.post(href, { act: 'leave', place })
    expect(await text(bram, `/plan/${next}`)).not.toContain(`/shelf/${id}`)
  })

  it('shows last year’s piece beside the goal that was carried over', async () => {
    const href = await begin(karin, { entry: made.goal })
    await write(karin, href, { next: 'share' })
    const next = await rollOver(db, made.cast.member('karin'), made.id, ROLL, findPassage, AFTER)
    expect(await text(bram, `/plan/${next as string}`)).toContain('Van vorig jaar, op de plank')
    await karin.post(href, { act: 'withdraw' })
    expect(await text(bram, `/plan/${next as string}`)).not.toContain(href)
    await karin.post(href, { act: 'share' })
    expect(await text(bram, `/plan/${next as string}`)).toContain(href)
  })

  it('knows the forms of work of the school, also one that was put away', async () => {
    const key = await addWorkForm(db, made.cast.member('karin'), 'Kijkrondje', [], AFTER)
    if (isRefusal(key)) throw new Error('no form')
    const href = await shared(anouk, { workForm: String(key) })
    expect(await text(bram, href)).toContain('Kijkrondje')
    expect(await text(bram, `/shelf?form=${String(key)}`)).toContain(href)
  })

  it('speaks English', async () => {
    await anouk.post('/language', { language: 'en', back: '/shelf' })
    expect(await text(anouk, '/shelf')).toContain('The shelf is still empty')
  })
})
