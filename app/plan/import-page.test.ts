import { beforeEach, expect, test } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import {
  type ImportVisit,
  importRows,
  readIn,
  sendFile,
  visitImport,
  wordFixture,
} from '../../test/import-visit.ts'
import { follow } from '../../test/plan-visit.ts'
import { parseId } from '../kernel/id.ts'
import { textOf } from './entry.ts'
import { readKept } from './import-store.ts'
import { entriesOf, type Plan } from './plan.ts'
import { readPlan } from './plan-store.ts'
import { readProposals } from './proposal-store.ts'

const planAfter = async ({ db, cast }: ImportVisit, answer: Response): Promise<Plan> => {
  expect(answer.status).toBe(303)
  const id = parseId<'plan'>(answer.headers.get('location')?.split(/[/?]/)[2])
  const plan = id && (await readPlan(db, cast.keeper, id))
  if (!plan) throw new Error('no plan was made')
  return plan
}

eachDatabase((open) => {
  let visit: ImportVisit
  beforeEach(async () => {
    visit = await visitImport(await open())
  })

  test('last year’s plan becomes a draft: goals with their texts, tracks by name, nothing else', async () => {
    const { karin, db } = visit
    const href = await readIn(karin, wordFixture('01-figuur1-ingevuld'))
    const page = await (await karin.get(href)).text()
    expect(page).toContain('Bijna alles vond een plek')
    expect(page).toContain('Eén label, twee velden')
    expect(page).toContain('Basisschool De Kopergieter')
    expect(page).toContain('Geen collega van nu heet zo.')
    const plan = await planAfter(visit, await karin.post(href, { act: 'take' }))
    expect(plan).toMatchObject({
      schoolYear: '2026-2027',
      phase: 'draft',
      title: 'Begeleidingsplan 2026–2027',
    })
    expect(plan.principles).toHaveLength(3)
    expect(entriesOf(plan, 'general-goal').map((goal) => textOf(goal, 'title'))).toEqual([
      'Verdere implementatie van het EDI-model bij rekenen in groep 3 t/m 8.',
      'Een rijkere taalomgeving in alle groepen, met dagelijks minstens een kwartier voorlezen.',
    ])
    const [jorinde] = entriesOf(plan, 'teacher-track')
    expect(jorinde).toMatchObject({ name: 'Jorinde K.', personId: null })
    expect(jorinde && textOf(jorinde, 'support')).toContain('Wietske')
    const [rekenen] = entriesOf(plan, 'learning-team-track')
    expect(rekenen).toMatchObject({ learningTeamId: visit.cast.learningTeams.rekenen, name: null })
    expect(await readProposals(db, visit.cast.member('karin'), plan)).toEqual([])
    const kept = await readKept(db, visit.cast.member('karin'), plan.id)
    expect(kept?.kept.pieces.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Begeleidingsplan 2026-2027', 'Basisschool De Kopergieter']),
    )
    expect(JSON.stringify(await importRows(db))).not.toContain('Wietske')
  })

  test('a text that is tied to a teacher waits for that teacher; nobody else sees it before the yes', async () => {
    const { karin, cast } = visit
    const href = await readIn(karin, wordFixture('01-figuur1-ingevuld'))
    const answer = await karin.post(href, { act: 'take', 'who.t0': cast.people.anouk })
    const says = await follow(karin, answer.clone())
    expect(says).toContain('3 principes, 4 doelen en 6 trajecten')
    expect(says).toContain('Bij één collega ligt de tekst klaar')
    const plan = await planAfter(visit, answer)
    const entry = plan.entries.find(({ personId }) => personId === cast.people.anouk)
    expect(entry).toMatchObject({ agreedAt: null, texts: {}, name: null })
    const anouk = await visit.as('anouk')
    const bram = await visit.as('bram')
    expect(await (await anouk.get('/')).text()).toContain(`/plan/${plan.id}?shown=${entry?.id}`)
    const card = `/plan/${plan.id}?shown=${entry?.id}`
    expect(await (await anouk.get(card)).text()).toContain('Wietske')
    expect(await (await bram.get(card)).text()).not.toContain('Wietske')
    const proposal = /name="proposal" value="([^"]+)"/.exec(await (await anouk.get(card)).text())?.[1] ?? ''
    await anouk.post(`/plan/${plan.id}/entry/${entry?.id}/proposal`, { proposal, outcome: 'accepted' })
    expect(await (await bram.get(card)).text()).toContain('Wietske')
  })

  test('a loose piece is placed, taken loose and put back; a piece in the wrong field too', async () => {
    const { karin } = visit
    const href = await readIn(karin, wordFixture('01-figuur1-ingevuld'))
    const placed = await karin.post(href, {
      act: 'keep',
      'to.l0': 'g0.startSituation',
      'line.g0': visit.cast.visionLines.instructie,
    })
    expect(placed.headers.get('location')).toBe(`${href}#in-loose`)
    expect(await (await karin.get(href)).text()).toContain('<b>Doel 1, beginsituatie</b>')
    await karin.post(href, { act: 'loose p5' })
    const page = await (await karin.get(href)).text()
    expect(page).toContain('stond bij Doel 1, aanpak')
    await karin.post(href, { act: 'loose l0' })
    await karin.post(href, { act: 'keep', 'to.l0': 'new-team-goal', 'to.p5': 'nonsense' })
    const plan = await planAfter(visit, await karin.post(href, { act: 'take' }))
    const [goal] = entriesOf(plan, 'general-goal')
    expect(goal?.texts.startSituation).toBeUndefined()
    expect(goal?.texts.approach).toBeUndefined()
    expect(goal?.visionLineIds).toEqual([visit.cast.visionLines.instructie])
    expect(entriesOf(plan, 'team-goal').map((one) => textOf(one, 'title'))).toContain(
      'Basisschool De Kopergieter',
    )
    const kept = await karin.get(`/plan/${plan.id}/import`)
    expect(await kept.text()).toContain('Per periode staat één fase uit het lesmodel centraal')
    expect((await karin.get(href)).headers.get('location')).toBe(`/plan/${plan.id}`)
    expect((await karin.post(href, { act: 'take' })).status).toBe(404)
  })

  test('one label for two fields is cut where the goal begins', async () => {
    const { karin, cast } = visit
    const href = await readIn(karin, wordFixture('01-figuur1-ingevuld'))
    await karin.post(href, { act: 'keep', 'cut.t0': '1', 'who.t0': '' })
    const plan = await planAfter(
      visit,
      await karin.post(href, { act: 'take', 'who.t1': cast.people.kees, 'duo.t1': cast.people.noor }),
    )
    const [jorinde, kasper] = entriesOf(plan, 'teacher-track')
    expect(jorinde && textOf(jorinde, 'startSituation')).toBe('Jorinde werkt voor het eerst in groep 3.')
    expect(jorinde && textOf(jorinde, 'goal')).toMatch(/^Ze heeft veel ervaring/)
    expect(kasper).toMatchObject({
      personId: cast.people.kees,
      people: [{ personId: cast.people.noor, part: 'duo' }],
    })
  })

  test('a colleague can not have two tracks: nothing comes in, and the sentence says whom', async () => {
    const { karin, cast } = visit
    const href = await readIn(karin, wordFixture('02-tabellen'))
    const answer = await karin.post(href, {
      act: 'take',
      'who.t0': cast.people.petra,
      'who.t1': cast.people.petra,
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Petra staat bij twee trajecten')
    const [row] = await importRows(visit.db)
    expect(row?.plan_id).toBeNull()
  })

  test('days that the evaluation names become moments of the new year', async () => {
    const { karin } = visit
    const href = await readIn(karin, wordFixture('02-tabellen'))
    const plan = await planAfter(visit, await karin.post(href, { act: 'take' }))
    const days = plan.entries.flatMap(({ moments }) => moments.map(({ onDay }) => onDay))
    expect(days).toContain('2027-01-12')
  })

  test('a year that has a plan is said, and the next one offered', async () => {
    const { karin } = visit
    await karin.post('/plan/new', { schoolYear: '2026-2027' })
    const href = await readIn(karin, wordFixture('03-eigen-stijl-18-leerkrachten'))
    expect(await (await karin.get(href)).text()).toContain(
      'Voor 2026–2027 is er al een plan. Dit wordt dan 2027–2028.',
    )
    const plan = await planAfter(visit, await karin.post(href, { act: 'take', year: '2026-2027' }))
    expect(plan.schoolYear).toBe('2027-2028')
    expect(plan.previousPlanId).not.toBeNull()
    expect(entriesOf(plan, 'teacher-track')).toHaveLength(18)
  })

  test('thrown away is gone, and after thirty days it goes by itself', async () => {
    const { karin, db } = visit
    const href = await readIn(karin, wordFixture('01-figuur1-ingevuld'))
    expect(await (await karin.get('/plan/import')).text()).toContain(href)
    expect((await karin.post(href, { act: 'away' })).status).toBe(303)
    expect(await importRows(db)).toEqual([])
    expect((await karin.get(href)).status).toBe(404)
  })

  test('a teacher has no door here, and another school sees nothing', async () => {
    const { karin } = visit
    const href = await readIn(karin, wordFixture('01-figuur1-ingevuld'))
    const anouk = await visit.as('anouk')
    expect((await anouk.get('/plan/import')).status).toBe(403)
    expect((await sendFile(anouk, wordFixture('01-figuur1-ingevuld'))).status).toBe(403)
    expect((await anouk.get(href)).status).toBe(404)
    expect((await anouk.post(href, { act: 'take' })).status).toBe(404)
    const elsewhere = await visitImport(visit.db)
    expect((await elsewhere.karin.get(href)).status).toBe(404)
    expect((await elsewhere.karin.post(href, { act: 'take' })).status).toBe(404)
    expect(await importRows(visit.db)).toHaveLength(1)
  })
})
