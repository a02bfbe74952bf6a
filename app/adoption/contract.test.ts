import { describe, expect, it, test } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { pagesOf } from '../../test/pdf-pages.ts'
import { asMember } from '../../test/request.ts'
import { adoptedPlan, planOf, writtenPlan } from '../../test/written-plan.ts'
import type { Day } from '../kernel/day.ts'
import { termsFor } from '../kernel/language.ts'
import { makePdf } from '../paper/paper-pdf.ts'
import type { Plan } from '../plan/plan.ts'
import { readRoster } from '../plan/roster-store.ts'
import { cutAt, fitPoints, pointsOf, textOfPoints } from './contract.ts'
import { contractPaper } from './contract-paper-view.ts'
import { type ContractSheet, contractSheet } from './contract-points-view.ts'
import { readContractWords, writeContractWords } from './contract-store.ts'
import { sealVersion } from './seal-store.ts'

const more = (left: number) => `En nog ${left}.`
const LONG = 'Elke week een uur in de klas, samen voorbereiden, samen kijken en samen nabespreken '
  .repeat(8)
  .trim()

describe('what fits on one sheet', () => {
  test('short points stay as they are', () => {
    expect(fitPoints(['Een', 'Twee'], 10, more)).toEqual({ points: ['Een', 'Twee'], isShortened: false })
  })

  test('long points are cut at a word, and it shows', () => {
    const { points, isShortened } = fitPoints([LONG, LONG], 6, more)
    expect(isShortened).toBe(true)
    expect(points).toHaveLength(2)
    for (const point of points) expect(point).toMatch(/\S …$/)
  })

  test('too many points: the last are left out and counted', () => {
    const all = Array.from({ length: 30 }, (_, place) => `Punt ${place + 1}`)
    const { points } = fitPoints(all, 10, more)
    expect(points[0]).toBe('Punt 1')
    expect(points.at(-1)).toBe(`En nog ${30 - (points.length - 1)}.`)
  })

  test('a text of one endless word is cut too', () => {
    expect(cutAt('x'.repeat(500), 88).length).toBeLessThanOrEqual(88)
  })

  test('points go to a text and back', () => {
    const points = ['Een uur per week', '1. niet echt genummerd', '- streepje', 'met **sterren**']
    expect(pointsOf(textOfPoints(['Een', 'Twee']))).toEqual(['Een', 'Twee'])
    expect(pointsOf(`Alinea\n\n- ${points[0]}\n- twee`)).toEqual(['Alinea', 'Een uur per week', 'twee'])
  })
})

describe('the page', () => {
  const wording = { language: 'nl', terms: termsFor('nl', 'kc', 'leerkracht') } as const
  const paperOf = async (sheet: ContractSheet) => {
    const plan = { schoolYear: '2026-2027' } as Parameters<typeof contractPaper>[0]['plan']
    const version = { number: '1.12', sha256: 'a'.repeat(64), sealedAt: NOW_MOMENT } as Parameters<
      typeof contractPaper
    >[0]['version']
    const schoolName =
      'Basisschool voor daltononderwijs De Regenboog aan de Lange Achterweg te Zuidhorn en omstreken'
    return makePdf(contractPaper({ sheet, plan, schoolName, version, wording }))
  }

  test.each([
    ['no words at all', 0, 0, ''],
    ['a few short points', 4, 3, 'Een uur in de week.'],
    ['long texts everywhere', 40, 5, LONG],
    ['one endless word', 40, 40, 'x'.repeat(900)],
    ['wide letters', 40, 40, 'WWWWWWWWW MMMMMMMMM '.repeat(40)],
    ['half a line more than fits', 13, 5, LONG.slice(0, 180)],
    ['nearly full', 9, 5, LONG.slice(0, 86)],
  ])(
    '%s stays on one A4 page',
    async (_name, points, principles, text) => {
      const many = Array.from({ length: points }, () => text)
      const pdf = await paperOf({
        contract: { coordinator: many, team: many },
        principles: Array.from({ length: principles }, () => text),
        coordinators: ['Karin', 'Machteld-Annemarije', 'Jan-Willem', 'Youssef'],
        facts: [
          { label: 'Uren', text: '12,5 uur in de week; 480 van 490 uur in het jaar gepland' },
          {
            label: 'We kijken terug op',
            text: 'maandag 25 januari, dinsdag 26 januari, woensdag 16 juni, vrijdag 18 juni, …',
          },
        ],
      })
      expect(pagesOf(pdf)).toBe(1)
    },
    30_000,
  )
})

eachDatabase((open) => {
  it('proposes both lists from the plan, and the coordinator makes them their own before the meeting', async () => {
    const db = await open()
    const { cast, id } = await writtenPlan(db)
    const app = testApp(db)
    const [karin, anouk] = [await asMember(app, db, cast, 'karin'), await asMember(app, db, cast, 'anouk')]
    const path = `/plan/${id}/contract`
    const page = await (await karin.get(path)).text()
    expect(page).toContain('Doel 1: Elke week een uur')
    expect(page).toContain('We delen alles.')
    expect(await (await anouk.get(path)).text()).not.toContain('<textarea')
    expect((await anouk.post(path, { team: 'Van Anouk' })).status).toBe(403)
    const own = {
      coordinator: '- Elke dinsdag bereikbaar\n- Een antwoord binnen twee dagen',
      'base.coordinator': '0',
    }
    expect((await karin.post(path, own)).status).toBe(303)
    expect(await (await anouk.get(path)).text()).toMatch(/<li[^>]*>Elke dinsdag bereikbaar<\/li>/)
    const stale = await karin.post(path, { coordinator: '- Anders', 'base.coordinator': '0' })
    expect(stale.status).toBe(422)
    expect(await stale.text()).toContain('- Anders</textarea>')
    expect((await karin.post(path, { team: 'x'.repeat(5_000), 'base.team': '0' })).status).toBe(422)
    expect((await readContractWords(db, cast.keeper, id)).team).toBeUndefined()
    const plan = await planOf(db, cast, id)
    const roster = await readRoster(db, cast.keeper)
    const of = { kind: 'adopted', record: '{}' } as const
    const version = await db.write(cast.keeper, (sql) =>
      sealVersion(sql, cast.member('karin'), { plan, roster }, of, 'De Regenboog', NOW_MOMENT),
    )
    expect(JSON.parse(version.frame)).toMatchObject({ contract: { coordinator: own.coordinator } })
    const pdf = await karin.get(`${path}/pdf`)
    expect(pdf.headers.get('content-disposition')).toContain('dit-spraken-we-af-2026-2027-concept.pdf')
    expect(pagesOf(new Uint8Array(await pdf.arrayBuffer()))).toBe(1)
    expect((await karin.get(`${path}/docx`)).headers.get('content-type')).toContain('wordprocessingml')
    expect((await karin.get(`${path}/exe`)).status).toBe(404)
  })

  it('promises no effort that is none, and no day that is past', async () => {
    const db = await open()
    const { cast, id } = await writtenPlan(db)
    const plan = await planOf(db, cast, id)
    const roster = await readRoster(db, cast.keeper)
    const words = { language: 'nl', terms: termsFor('nl', 'ib', 'leerkracht') } as const
    const sheet = (from: string, of = plan) => contractSheet(of, roster, {}, words, from as Day)
    expect(sheet('2026-08-01').contract.coordinator).toContain('Doel 1: Elke week een uur')
    const none = { text: ' Geen. ', revision: 1, changedAt: NOW_MOMENT, changedBy: null }
    const asked = plan.entries.map((entry) => ({
      ...entry,
      texts: { ...entry.texts, coordinatorEffort: none },
    }))
    expect(sheet('2026-08-01', { ...plan, entries: asked }).contract.coordinator).toEqual([])
    const moments = [{ onDay: '2026-11-12' }, { onDay: '2027-01-25' }]
    const days = plan.entries.map((entry) => ({ ...entry, moments })) as unknown as Plan['entries']
    const promised = (from: string) => JSON.stringify(sheet(from, { ...plan, entries: days }).facts)
    expect(promised('2026-11-12')).toContain('12 november')
    expect(promised('2026-11-22')).not.toContain('12 november')
    expect(promised('2026-11-22')).toContain('25 januari')
    expect(promised('2027-02-01')).not.toContain('We kijken terug op')
  })

  it('stands still once the team adopted the plan, and carries the version and its fingerprint', async () => {
    const db = await open()
    const { cast, id } = await adoptedPlan(db)
    const plan = await planOf(db, cast, id)
    const no = await writeContractWords(
      db,
      cast.member('karin'),
      plan,
      'team',
      'Toch anders',
      null,
      NOW_MOMENT,
    )
    expect(no).toMatchObject({ refused: 'may-not' })
    const app = testApp(db)
    const karin = await asMember(app, db, cast, 'karin')
    expect((await karin.post(`/plan/${id}/contract`, { team: 'Toch anders' })).status).toBe(403)
    const pdf = await karin.get(`/plan/${id}/contract/pdf`)
    expect(pdf.headers.get('content-disposition')).toContain('versie-1.0.pdf')
  })
})
