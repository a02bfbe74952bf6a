import { expect, test } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { addGoal, follow, ownTrack, type PlanVisit, visitPlan } from '../../test/plan-visit.ts'
import { entryOf } from '../plan/plan.ts'
import { propose } from '../plan/proposal-store.ts'

const pageOf = async (visit: PlanVisit, key: 'karin' | 'anouk' | 'bram' | 'paul') =>
  (await (await visit.as(key)).get('/for-you')).text()
const titles = (html: string) => [...html.matchAll(/<h3>([^<]*)<\/h3>/g)].map(([, title]) => title)

eachDatabase((open) => {
  test('a suggestion waits for who holds the pen until it is answered, and for nobody else', async () => {
    const visit = await visitPlan(await open())
    const id = await ownTrack(visit, 'anouk', 'Elk kind kan mee.')
    const anouk = await visit.as('anouk')
    await anouk.post(`${visit.href}/entry/${id}/agreed`, { agreed: 'yes' })
    expect(await pageOf(visit, 'anouk')).toContain('Niets vraagt jou nu.')
    const href = `${visit.href}/entry/${id}/conversation`
    const passage = `${id}.goal`
    await visit.karin.post(href, { act: 'suggest', passage, revision: '1', text: 'Elk kind kan meedoen.' })
    const hers = await pageOf(visit, 'anouk')
    expect(titles(hers)).toEqual(['Karin stelt iets voor bij jouw traject'])
    expect(hers).toContain(`href="${href}#suggestion-`)
    expect(await (await anouk.get('/')).text()).toContain('Karin stelt iets voor bij jouw traject')
    for (const key of ['karin', 'bram', 'paul'] as const)
      expect(await pageOf(visit, key)).not.toContain('stelt iets voor')
    const [, suggestion = ''] = /#suggestion-([^"]+)"/.exec(hers) ?? []
    await follow(anouk, await anouk.post(href, { act: 'decline', suggestion }))
    expect(await pageOf(visit, 'anouk')).toContain('Niets vraagt jou nu.')
  })

  test('a word on your text, and an answer to yours, wait until you answer, read it or it is done', async () => {
    const visit = await visitPlan(await open())
    const id = await ownTrack(visit, 'anouk', 'Elk kind kan mee.')
    const anouk = await visit.as('anouk')
    await anouk.post(`${visit.href}/entry/${id}/agreed`, { agreed: 'yes' })
    const href = `${visit.href}/entry/${id}/conversation`
    const said = { act: 'comment', passage: `${id}.goal`, revision: '1', text: 'Zal ik komen kijken?' }
    await visit.karin.post(href, said)
    const hers = await pageOf(visit, 'anouk')
    expect(titles(hers)).toEqual(['Karin reageert op jouw traject'])
    expect(hers).not.toContain('Zal ik komen kijken?')
    const [, thread = ''] = /#talk-([^"]+)"/.exec(hers) ?? []
    expect(await pageOf(visit, 'karin')).not.toContain('reageert')
    await follow(anouk, await anouk.post(href, { act: 'reply', thread, text: 'Graag, dinsdag.' }))
    expect(await pageOf(visit, 'anouk')).toContain('Niets vraagt jou nu.')
    expect(await pageOf(visit, 'karin')).toContain('Anouk antwoordde je bij')
    await visit.karin.post(href, { act: 'seen', thread })
    expect(await pageOf(visit, 'karin')).not.toContain('antwoordde')
    await anouk.post(href, { act: 'reply', thread, text: 'Of woensdag?' })
    expect(await pageOf(visit, 'karin')).toContain('Anouk antwoordde je bij')
    await anouk.post(href, { act: 'resolve', thread })
    expect(await pageOf(visit, 'karin')).not.toContain('antwoordde')
  })

  test('a text laid before a teacher in the meeting is called that, and not last year’s', async () => {
    const db = await open()
    const visit = await visitPlan(db)
    const id = await ownTrack(visit, 'bram', 'Elk kind leest.')
    await (await visit.as('bram')).post(`${visit.href}/entry/${id}/agreed`, { agreed: 'yes' })
    const plan = await visit.now()
    const entry = entryOf(plan, id)
    if (!entry) throw new Error('no track')
    const given = { source: 'meeting', texts: { goal: 'Elk kind leest graag.' } } as const
    const made = await propose(db, visit.cast.member('karin'), plan, entry, given, NOW_MOMENT)
    expect(made).not.toHaveProperty('refused')
    const page = await pageOf(visit, 'bram')
    expect(titles(page)).toContain('In de vergadering ligt een tekst voor jouw traject')
    expect(page).not.toContain('vorig jaar')
  })

  test('Vandaag shows the first five of the same list, and the way to the rest', async () => {
    const visit = await visitPlan(await open())
    for (const title of ['een', 'twee', 'drie', 'vier', 'vijf', 'zes']) {
      const id = await addGoal(visit, `Doel ${title}`)
      if (title === 'een') await visit.karin.post(`${visit.href}/phase`, { to: 'input', why: 'Samen.' })
      const sent = { act: 'comment', passage: `${id}.title`, revision: '1', text: 'Mooi.' }
      const bram = await visit.as('bram')
      await follow(bram, await bram.post(`${visit.href}/entry/${id}/conversation`, sent))
    }
    const today = await (await visit.karin.get('/')).text()
    const all = titles(await pageOf(visit, 'karin'))
    expect(all.length).toBeGreaterThan(6)
    expect(titles(today)).toEqual(all.slice(0, 5))
    expect(today).toContain('href="/for-you"')
  })

  test('who left a text, or may no longer read it, is asked nothing about it', async () => {
    const visit = await visitPlan(await open())
    const id = await ownTrack(visit, 'anouk', 'Elk kind kan mee.')
    const [anouk, bram] = [await visit.as('anouk'), await visit.as('bram')]
    const invite = (who: string[]) =>
      anouk.post(`${visit.href}/entry/${id}`, {
        'was.people.invited': visit.cast.people.bram,
        'people.invited': who,
      })
    await anouk.post(`${visit.href}/entry/${id}`, {
      'was.people.invited': '',
      'people.invited': [visit.cast.people.bram],
    })
    const href = `${visit.href}/entry/${id}/conversation`
    const sent = { act: 'comment', passage: `${id}.goal`, revision: '1', text: 'Mag ik mee?' }
    await follow(bram, await bram.post(href, sent))
    const [, thread = ''] = /#talk-([^"]+)"/.exec(await pageOf(visit, 'anouk')) ?? []
    await anouk.post(href, { act: 'reply', thread, text: 'Ja.' })
    expect(await pageOf(visit, 'bram')).toContain('Anouk antwoordde je')
    await invite([])
    expect(await pageOf(visit, 'bram')).not.toContain('Anouk antwoordde je')
    expect((await bram.post(href, { act: 'reply', thread, text: 'Fijn.' })).status).toBe(403)
  })

  test('a visitor is sent to sign in', async () => {
    const visit = await visitPlan(await open())
    const answer = await visit.app.request('http://localhost:3000/for-you', {
      headers: { host: 'localhost:3000' },
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?to=%2Ffor-you'])
  })
})
