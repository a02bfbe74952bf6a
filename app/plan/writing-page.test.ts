import { expect, test } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { addGoal, entryNow, follow, type PlanVisit, visitPlan } from '../../test/plan-visit.ts'
import type { EntryId } from '../kernel/id.ts'
import { textOf } from './entry.ts'

type Told = { revision: number; says: string; theirs: { text: string; revision: number; says: string } }
const save = async (visit: PlanVisit, id: EntryId, text: string, base: number) => {
  const answer = await visit.karin.post(`${visit.href}/entry/${id}/text/approach`, {
    text,
    base: String(base),
  })
  return { status: answer.status, told: (await answer.json()) as Told }
}

eachDatabase((open) => {
  test('a text saves itself while one writes, with a revision and the clock in words', async () => {
    const visit = await visitPlan(await open())
    const id = await addGoal(visit, 'Elk kind leest')
    const first = await save(visit, id, 'Een vast moment.', 0)
    expect(first).toMatchObject({ status: 200, told: { revision: 1, says: 'Bewaard om 10.42 uur' } })
    expect((await save(visit, id, 'Een vast moment om half negen.', 1)).told.revision).toBe(2)
    expect(textOf(await entryNow(visit, id), 'approach')).toBe('Een vast moment om half negen.')
  })

  test('two people in one field: nothing is lost, and the second sees both', async () => {
    const visit = await visitPlan(await open())
    const id = await addGoal(visit, 'Elk kind leest')
    await save(visit, id, 'Van Karin.', 0)
    const late = await save(visit, id, 'Van haar andere scherm.', 0)
    expect(late.status).toBe(409)
    expect(late.told.theirs).toMatchObject({ text: 'Van Karin.', revision: 1 })
    expect(late.told.theirs.says).toBe('Karin schreef hier ook, om 10.42 uur')
    expect(textOf(await entryNow(visit, id), 'approach')).toBe('Van Karin.')
  })

  test('without script both texts stand in the card, and one chooses or joins', async () => {
    const visit = await visitPlan(await open())
    const id = await addGoal(visit, 'Elk kind leest')
    await save(visit, id, 'Van Karin.', 0)
    const href = `${visit.href}/entry/${id}`
    const clash = await visit.karin.post(href, { 'text.approach': 'Van mij.', 'base.approach': '0' })
    expect(clash.status).toBe(422)
    const html = await clash.text()
    expect(html).toContain('Karin schreef hier ook')
    expect(html).toContain('<blockquote>Van Karin.</blockquote>')
    expect(html).toContain('Van mij.</textarea>')
    const joined = { 'text.approach': 'Van mij.', 'base.approach': '1', 'keep.approach': 'both' }
    await follow(visit.karin, await visit.karin.post(href, joined))
    expect(textOf(await entryNow(visit, id), 'approach')).toBe('Van Karin.\n\nVan mij.')
  })

  test('a field that one did not touch is left alone, whoever wrote in it meanwhile', async () => {
    const visit = await visitPlan(await open())
    const id = await addGoal(visit, 'Elk kind leest')
    await save(visit, id, 'Oud.', 0)
    await save(visit, id, 'Nieuw van een collega.', 1)
    const answer = await visit.karin.post(`${visit.href}/entry/${id}`, {
      'text.approach': 'Oud.',
      'base.approach': '1',
      'text.evaluation': 'In de teamvergadering.',
      'base.evaluation': '0',
    })
    await follow(visit.karin, answer)
    const entry = await entryNow(visit, id)
    expect(textOf(entry, 'approach')).toBe('Nieuw van een collega.')
    expect(textOf(entry, 'evaluation')).toBe('In de teamvergadering.')
  })

  test('choices that stand as they were drawn change nothing of what a colleague chose', async () => {
    const visit = await visitPlan(await open())
    const id = await addGoal(visit, 'Elk kind leest')
    const { lezen, leren } = visit.cast.visionLines
    const href = `${visit.href}/entry/${id}`
    await visit.karin.post(href, { 'was.visionLineIds': '', visionLineIds: [lezen] })
    await visit.karin.post(href, {
      'was.visionLineIds': '',
      'text.evaluation': 'Samen.',
      'base.evaluation': '0',
    })
    expect((await entryNow(visit, id)).visionLineIds).toEqual([lezen])
    await visit.karin.post(href, { 'was.visionLineIds': lezen, visionLineIds: [lezen, leren] })
    expect((await entryNow(visit, id)).visionLineIds).toHaveLength(2)
  })

  test('what can not be stored comes back as it was typed, with the sentence at its field', async () => {
    const visit = await visitPlan(await open())
    const id = await addGoal(visit, 'Elk kind leest')
    const sent = {
      'text.approach': 'Samen.',
      'base.approach': '0',
      'was.coordinatorHours': '',
      coordinatorHours: 'veel',
    }
    const answer = await visit.karin.post(`${visit.href}/entry/${id}`, sent)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Schrijf hele uren als een getal')
    expect(html).toContain('value="veel"')
    expect(html).toContain('Samen.</textarea>')
    const long = await save(visit, id, 'a'.repeat(20_001), 0)
    expect(long.status).toBe(422)
    expect(long.told.says).toContain('20.000')
  })

  test('domain and aim are proposed, and only what somebody changes is fixed', async () => {
    const visit = await visitPlan(await open())
    const id = await addGoal(visit, 'Trendanalyse van de toetsen')
    const shown = { 'was.ownDomains': 'trends', 'was.ownAim': 'preventive', ownAim: 'preventive' }
    await visit.karin.post(`${visit.href}/entry/${id}`, { ...shown, ownDomains: ['trends'] })
    expect(await entryNow(visit, id)).toMatchObject({ ownDomains: null, ownAim: null })
    await visit.karin.post(`${visit.href}/entry/${id}`, { ...shown, ownDomains: ['learning', 'trends'] })
    expect(await entryNow(visit, id)).toMatchObject({ ownDomains: ['learning', 'trends'], ownAim: null })
  })

  test('a removed goal can be put back at once', async () => {
    const visit = await visitPlan(await open())
    const id = await addGoal(visit, 'Elk kind leest')
    const gone = await visit.karin.post(`${visit.href}/entry/${id}/place`, { move: 'remove' })
    const page = await follow(visit.karin, gone)
    expect(page).not.toContain('Elk kind leest')
    expect(page).toContain(`action="${visit.href}/entry/${id}/place"`)
    await visit.karin.post(`${visit.href}/entry/${id}/place`, { move: 'restore' })
    expect(textOf(await entryNow(visit, id), 'title')).toBe('Elk kind leest')
  })
})
