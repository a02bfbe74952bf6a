import { expect, test } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { entryNow, follow, ownTrack, type PlanVisit, visitPlan } from '../../test/plan-visit.ts'
import type { EntryId } from '../kernel/id.ts'
import { textOf } from './entry.ts'

const PROPOSED = 'Eerst bij Youssef kijken, daarna samen voorbereiden.'

async function withProposal(visit: PlanVisit) {
  const id = await ownTrack(visit, 'anouk', 'In elke les zien of elk kind mee kan.')
  const href = `${visit.href}/entry/${id}/proposal`
  const sent = await visit.karin.post(href, { 'text.approach': PROPOSED, note: 'Dat hielp Bram.' })
  await follow(visit.karin, sent)
  return { id, href }
}

const proposalId = (html: string) => /name="proposal" value="([^"]+)"/.exec(html)?.[1] ?? ''

async function answered(visit: PlanVisit, href: string, fields: Record<string, string>) {
  const anouk = await visit.as('anouk')
  const proposal = proposalId(await (await anouk.get(visit.href)).text())
  return follow(anouk, await anouk.post(href, { proposal, ...fields }))
}

const approach = async (visit: PlanVisit, id: EntryId) => textOf(await entryNow(visit, id), 'approach')

eachDatabase((open) => {
  test('a proposal is seen by the two whose it is, and by nobody else', async () => {
    const visit = await visitPlan(await open())
    const { id } = await withProposal(visit)
    const anouk = await (await (await visit.as('anouk')).get(visit.href)).text()
    expect(anouk).toContain('Karin stelt een tekst voor')
    expect(anouk).toContain('Dat hielp Bram.')
    expect(await (await visit.karin.get(visit.href)).text()).toContain('Je voorstel aan Anouk')
    for (const key of ['bram', 'paul', 'youssef'] as const) {
      const other = await visit.as(key)
      for (const path of [visit.href, '/', `${visit.href}/loose-ends`]) {
        const html = await (await other.get(path)).text()
        expect(html).not.toContain('samen voorbereiden')
        expect(html).not.toContain('hielp Bram')
      }
    }
    expect(await approach(visit, id)).toBe('')
  })

  test('the teacher takes it over: then it is the text of the track', async () => {
    const visit = await visitPlan(await open())
    const { id, href } = await withProposal(visit)
    await answered(visit, href, { outcome: 'accepted' })
    expect(await approach(visit, id)).toBe(PROPOSED)
    expect((await entryNow(visit, id)).agreedAt).not.toBeNull()
    expect(await (await visit.karin.get(visit.href)).text()).toContain('Anouk nam je voorstel over.')
  })

  test('the teacher changes it: her own words stand there, and the maker hears so', async () => {
    const visit = await visitPlan(await open())
    const { id, href } = await withProposal(visit)
    const own = {
      outcome: 'changed',
      'text.approach': 'Eerst bij Youssef kijken.',
      answer: 'Dit past me beter.',
    }
    await answered(visit, href, own)
    expect(await approach(visit, id)).toBe('Eerst bij Youssef kijken.')
    const karin = await (await visit.karin.get(visit.href)).text()
    expect(karin).toContain('Anouk paste je voorstel aan.')
    expect(karin).toContain('Dit past me beter.')
  })

  test('the teacher declines it: nothing changes, and it is not asked again', async () => {
    const visit = await visitPlan(await open())
    const { id, href } = await withProposal(visit)
    const page = await answered(visit, href, { outcome: 'declined' })
    expect(page).not.toContain('Karin stelt een tekst voor')
    expect(await approach(visit, id)).toBe('')
  })

  test('only the owner answers, and only the invited propose beside the coordinator', async () => {
    const visit = await visitPlan(await open())
    const { id, href } = await withProposal(visit)
    const anouk = await visit.as('anouk')
    const proposal = proposalId(await (await anouk.get(visit.href)).text())
    const bram = await visit.as('bram')
    expect((await bram.post(href, { proposal, outcome: 'accepted' })).status).toBe(422)
    expect((await visit.karin.post(href, { proposal, outcome: 'accepted' })).status).toBe(403)
    expect((await bram.get(href)).status).toBe(403)
    expect((await bram.post(href, { 'text.approach': 'Van Bram' })).status).toBe(403)
    const invite = { 'was.people.invited': '', 'people.invited': [visit.cast.people.bram] }
    await anouk.post(`${visit.href}/entry/${id}`, invite)
    await follow(bram, await bram.post(href, { 'text.approach': 'Van Bram' }))
    expect(await (await anouk.get(visit.href)).text()).toContain('Bram denkt mee en stelt een tekst voor')
    expect(await (await visit.karin.get(visit.href)).text()).not.toContain('Van Bram')
  })

  test('the same text is no proposal, and what was typed stays', async () => {
    const visit = await visitPlan(await open())
    const id = await ownTrack(visit, 'anouk', 'Mijn doel.')
    const same = await visit.karin.post(`${visit.href}/entry/${id}/proposal`, {
      'text.goal': 'Mijn doel.',
      note: 'Zomaar',
    })
    expect(same.status).toBe(422)
    expect(await same.text()).toContain('Zomaar</textarea>')
  })

  test('support of a colleague is asked, and that colleague says yes or not now', async () => {
    const visit = await visitPlan(await open())
    const id = await ownTrack(visit, 'anouk', 'Kijken bij een collega.')
    const anouk = await visit.as('anouk')
    const youssef = await visit.as('youssef')
    const ask = { 'was.people.support': '', 'people.support': [visit.cast.people.youssef] }
    await anouk.post(`${visit.href}/entry/${id}`, ask)
    await anouk.post(`${visit.href}/entry/${id}/agreed`, { agreed: 'yes' })
    expect(await (await youssef.get('/')).text()).toContain('Anouk vraagt of je wilt ondersteunen')
    expect(await (await anouk.get(visit.href)).text()).toContain('Youssef is gevraagd')
    const support = `${visit.href}/entry/${id}/support`
    expect((await visit.karin.post(support, { agreed: 'yes' })).status).toBe(403)
    await follow(youssef, await youssef.post(support, { agreed: 'yes' }))
    expect(await (await anouk.get(visit.href)).text()).toContain('Youssef doet mee')
  })
})
