import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { addGoal, entryNow, follow, type PlanVisit, visitPlan } from '../../test/plan-visit.ts'
import { aimSentence, aimWords } from '../form/aim-text.ts'
import { LANGUAGES } from '../kernel/language.ts'
import { changeSchool } from '../school/school-store.ts'
import { KNOWN_AIMS, parseAim } from './aim.ts'
import { budgetOf, parseWeekHours } from './budget.ts'
import type { Entry } from './entry.ts'
import { movePlan } from './plan-store.ts'
import { tieEntry } from './tie-store.ts'

const asking = (hours: readonly (number | null)[], careHours: number | null, roomHours: number | null) => ({
  entries: hours.map((coordinatorHours) => ({ coordinatorHours }) as Entry),
  careHours,
  roomHours,
})

describe('the hours of a plan as a week', () => {
  it('spreads what is planned over the weeks of work, with care and room beside it', () => {
    const budget = budgetOf(asking([200, 240, null], 8, 5), { hoursAWeek: 24, pupils: 304 }, 40)
    expect(budget).toMatchObject({
      plannedYear: 440,
      plan: 11,
      care: 8,
      room: 5,
      asked: 24,
      over: 0,
      left: 0,
    })
    expect(budget).toMatchObject({ norm: 38, toNorm: 14 })
  })

  it('says what does not fit, and never when nobody said how many hours there are', () => {
    const plan = asking([600], 12, null)
    expect(budgetOf(plan, { hoursAWeek: 24, pupils: null }, 40)).toMatchObject({
      asked: 27,
      over: 3,
      left: 0,
    })
    expect(budgetOf(plan, { hoursAWeek: null, pupils: null }, 40)).toMatchObject({
      over: 0,
      left: 0,
      norm: null,
    })
    expect(budgetOf(plan, { hoursAWeek: 40, pupils: 200 }, 40)).toMatchObject({
      norm: 25,
      toNorm: 0,
      left: 13,
    })
  })

  it('is never over and under at once, whatever the hours', () => {
    const hours = fc.option(fc.integer({ min: 0, max: 400 }), { nil: null })
    const week = fc.option(fc.integer({ min: 1, max: 60 }), { nil: null })
    fc.assert(
      fc.property(fc.array(hours), week, week, week, (entries, care, room, hoursAWeek) => {
        const budget = budgetOf(asking(entries, care, room), { hoursAWeek, pupils: 100 })
        expect(Math.min(budget.over, budget.left)).toBe(0)
        expect(budget.over > 0).toBe(hoursAWeek !== null && budget.asked - hoursAWeek >= 0.05)
      }),
    )
  })

  it('reads hours of a week with a comma or a point, by quarters, and nothing else', () => {
    expect(parseWeekHours({ care: '2,5', room: '' })).toEqual({ careHours: 2.5, roomHours: null })
    expect(parseWeekHours({ care: ' 8 ', room: '0.25' })).toEqual({ careHours: 8, roomHours: 0.25 })
    for (const wrong of ['-1', '1e1', '61', '2,3', 'acht', '1,2,3', '٣', '<b>'])
      expect(parseWeekHours({ care: wrong, room: '' })).toEqual({
        refused: 'week-hours-unknown',
        field: 'care',
      })
  })
})

describe('the aim for preventing', () => {
  it('is a whole share from 5 to 95 percent, or none', () => {
    expect(parseAim('67')).toBe(67)
    expect(parseAim(' 55 % ')).toBe(55)
    expect(parseAim('')).toBeNull()
    for (const wrong of ['4', '96', '100', '-50', '66.7', '6e1', 'de helft', '0x20'])
      expect(parseAim(wrong)).toEqual({ refused: 'aim-unknown', field: 'aim' })
  })

  it('is said in words', () => {
    expect(aimWords(67, 'nl')).toBe('twee derde')
    expect(aimWords(55, 'nl')).toBe('55 procent')
    for (const known of KNOWN_AIMS)
      for (const language of LANGUAGES) expect(aimWords(known, language)).not.toMatch(/\d/)
    const terms = { coordinator: 'intern begeleider' } as Parameters<typeof aimSentence>[2]
    expect(aimSentence(50, 'nl', terms)).toContain('de helft van de tijd van de intern begeleider')
  })
})

async function withHours(visit: PlanVisit, hours: number) {
  const id = await addGoal(visit, 'Elk kind leest')
  const tie = { coordinatorHours: hours }
  expect(
    await tieEntry(visit.db, visit.cast.keeper, await visit.now(), await entryNow(visit, id), tie),
  ).toBeNull()
}

const says = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

eachDatabase((open) => {
  test('the coordinator keeps hours for care and room; everybody sees whether it fits', async () => {
    const visit = await visitPlan(await open())
    await changeSchool(visit.db, visit.cast.keeper, { hoursAWeek: 24, pupils: 304 })
    await withHours(visit, 400)
    const week = { act: 'week', care: '8', room: '2,5' }
    const page = await follow(visit.karin, await visit.karin.post(`${visit.href}/budget`, week))
    expect(await visit.now()).toMatchObject({ careHours: 8, roomHours: 2.5 })
    expect(says(page)).toMatch(/Het past: [\d,]+ van de 24 uur per week\./)
    expect(says(page)).toContain('Basisschool De Regenboog heeft er 304: dat is 38 uur.')
    expect(says(page)).toContain('een vraag voor Paul en het bestuur. Niet voor jou alleen.')
    const petra = await visit.as('petra')
    const hers = await (await petra.get(`${visit.href}/budget`)).text()
    expect(says(hers)).toContain('Niet voor Karin alleen.')
    expect(hers).not.toContain('name="care"')
    expect((await petra.post(`${visit.href}/budget`, week)).status).toBe(403)
  })

  test('what does not fit stands on the plan and where it is put to the team, before it is adopted', async () => {
    const visit = await visitPlan(await open())
    await changeSchool(visit.db, visit.cast.keeper, { hoursAWeek: 24, pupils: 304 })
    await withHours(visit, 1200)
    const karin = visit.cast.member('karin')
    const over = /Het plan vraagt [\d,]+ uur per week\. Er zijn er 24\./
    expect(says(await (await visit.karin.get(visit.href)).text())).toMatch(over)
    await movePlan(visit.db, karin, await visit.now(), 'input', 'Het team leest mee.', NOW_MOMENT)
    for (const path of ['', '/decision', '/budget']) {
      const page = says(await (await visit.karin.get(`${visit.href}${path}`)).text())
      expect(page).toMatch(over)
      expect(page).toMatch(/uur per week past er niet in\. Dat is een vraag voor Paul en het bestuur\./)
    }
  })

  test('the aim is set while the plan is written, changed and taken away', async () => {
    const visit = await visitPlan(await open())
    const post = (fields: Record<string, string>) =>
      visit.karin.post(`${visit.href}/budget`, { act: 'aim', ...fields })
    await follow(visit.karin, await post({ aim: '67', own: '' }))
    expect((await visit.now()).preventiveAim).toBe(67)
    const plan = says(await (await (await visit.as('bram')).get(visit.href)).text())
    expect(plan).toContain('twee derde van de tijd van de intern begeleider gaat naar voorkomen')
    await follow(visit.karin, await post({ aim: 'own', own: '55' }))
    expect((await visit.now()).preventiveAim).toBe(55)
    const again = (await visit.now()).revision
    await follow(visit.karin, await post({ aim: 'own', own: '55' }))
    expect((await visit.now()).revision).toBe(again)
    await follow(visit.karin, await post({ aim: 'none', own: '55' }))
    expect((await visit.now()).preventiveAim).toBeNull()
  })

  test('an aim that is none gets a sentence, with what was typed', async () => {
    const visit = await visitPlan(await open())
    for (const own of ['', '101', '-1', 'veel', '"><script>']) {
      const answer = await visit.karin.post(`${visit.href}/budget`, { act: 'aim', aim: 'own', own })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain('schrijf een heel getal van 5 tot en met 95')
      expect(page).not.toContain('<script>"')
      expect(page).not.toContain('"><script>')
    }
    const wrong = await visit.karin.post(`${visit.href}/budget`, { act: 'week', care: 'acht', room: '2' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('value="acht"')
    expect(await visit.now()).toMatchObject({ preventiveAim: null, careHours: null, roomHours: null })
  })
})
