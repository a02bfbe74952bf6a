import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { NOW } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { visitor } from '../../test/request.ts'
import { type World, worldIn } from '../../test/world.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { importResults } from '../result/import-job.ts'
import type { Reference, Result } from '../result/result.ts'
import { readResults } from '../result/results-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-trends-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function bring({ db, cast }: World, results: readonly Result[]) {
  async function* pieces() {
    yield results
  }
  const keyFile = join(folder, 'notes.key')
  const importing = { supplier: 'Doorstroomtoets', kind: 'sheet', keyFile, now: NOW } as const
  expect(isRefusal(await importResults(db, cast.keeper, pieces(), importing))).toBe(false)
}

async function threeYears(): Promise<Result[]> {
  const results: Result[] = []
  await readResults('test/fixtures/trend/doorstroomtoets-2024-2026.csv', {
    take: (one) => results.push(one),
    refuse: () => expect.unreachable(),
    leftOut: () => undefined,
  })
  return results
}

const SUBJECTS = ['Lezen', 'Taalverzorging', 'Rekenen']

/** The doorstroomtoets of so many pupils, all with the same level. */
const yearOf = (schoolYear: string, pupils: number, reference: Reference): Result[] =>
  Array.from({ length: pupils }, (_, pupil) =>
    SUBJECTS.map((subject) => ({
      pupil: `${schoolYear.slice(0, 4)}${100 + pupil}`,
      schoolYear: schoolYear as SchoolYear,
      takenOn: null,
      group: '8 Uilen',
      yearGroup: 8,
      test: 'Doorstroomtoets',
      subject,
      moment: 'D' as const,
      score: null,
      level: null,
      reference,
      exempt: false,
    })),
  ).flat()

/** The words of a page, without its drawings. */
const words = (page: string) =>
  page
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

eachDatabase((open) => {
  describe('the trends of a school', () => {
    it('are empty at first, and nothing can be saved of them', async () => {
      const { app, as } = await worldIn(open)
      const anouk = await (await (await as('anouk')).get('/trends')).text()
      expect(words(anouk)).toContain('Nog geen cijfers. Wie intern begeleider is, leest ze in.')
      expect(anouk).not.toContain('/trends/import')
      const karin = await (await (await as('karin')).get('/trends')).text()
      expect(words(karin)).toContain('Nog geen cijfers. Lees een bestand in, of begin bij een vraag.')
      expect(karin).toContain('href="/trends/import"')
      expect((await (await as('anouk')).get('/trends/target/chart.svg')).status).toBe(404)
      expect((await visitor(app).get('/trends')).status).toBe(303)
    })

    it('show the reference levels of three years together, with the numbers behind the chart', async () => {
      const world = await worldIn(open)
      await bring(world, await threeYears())
      const anouk = await world.as('anouk')
      const page = await (await anouk.get('/trends')).text()
      const text = words(page)
      // As the careful reader of the file counts: pooled over 2024, 2025 and 2026.
      expect(text).toContain('2026 53,8 % 109 56,8 % 37')
      expect(text).toContain('2025 – – 55 % 37')
      expect(text).toContain('2024 – – 49,5 % 35')
      expect(text).toContain('Onder het landelijk gemiddelde')
      expect(page).toMatch(/<desc id="standing-target-w-d">Lijngrafiek: aandeel behaalde niveaus 1S\/2F/)
      const csv = await anouk.get('/trends/target/data.csv')
      expect(csv.headers.get('content-disposition')).toBe('attachment; filename="trend-1s-2f.csv"')
      expect(await csv.text()).toContain('"2026";"53,8";"109";"56,8";"37"')
      const svg = await (await anouk.get('/trends/target/chart.svg')).text()
      expect(svg).toMatch(/^<\?xml[^]*<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^]*53,8[^]*<\/svg>\s*$/)
      expect(svg).not.toContain('var(--')
      expect((await anouk.get('/trends/both/data.csv')).status).toBe(404)
    })

    it('show the other share large when it is chosen, and mark where group 8 made another test', async () => {
      const world = await worldIn(open)
      const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024]
      await bring(
        world,
        years.flatMap((year) =>
          yearOf(`${year}-${year + 1}`, 20, '1F').map((result) => ({
            ...result,
            test: year < 2022 ? 'Eindtoets' : 'Doorstroomtoets',
          })),
        ),
      )
      const anouk = await world.as('anouk')
      const page = await (await anouk.get('/trends?share=at1F')).text()
      expect(page).toContain('<desc id="standing-at1F-w-d">')
      expect(page).toContain('vanaf hier Doorstroomtoets')
      expect(words(page)).toContain('Hoeveel leerlingen halen minstens 1F?')
      const other = await (await anouk.get('/trends?share=nonsense')).text()
      expect(other).toContain('<desc id="standing-target-w-d">')
    })

    it('show a subject by itself, each year with its own pupils', async () => {
      const world = await worldIn(open)
      await bring(world, await threeYears())
      const anouk = await world.as('anouk')
      const school = await (await anouk.get('/trends')).text()
      expect(school).toContain('href="/trends/Taalverzorging?group=8&amp;moment=D&amp;measure=target"')
      const page = await (await anouk.get('/trends/Rekenen')).text()
      expect(words(page)).toContain('Groep 8, doorstroomtoets')
      // 16 of 35, 22 of 37: as the careful reader of the file counts.
      expect(words(page)).toContain('2024 Doorstroomtoets (fictief) 35 97,1 % 45,7 %')
      expect(words(page)).toContain('2025 Doorstroomtoets (fictief) 37 100 % 59,5 %')
      expect(page).toContain('Lijngrafiek: Rekenen, groep 8, doorstroomtoets: aandeel op 1S/2F.')
      expect(page).toMatch(
        /Staafgrafiek: Rekenen, groep 8, doorstroomtoets: verdeling over de referentieniveaus/,
      )
      expect((await anouk.get('/trends/Zwemmen')).status).toBe(404)
      const small = await worldIn(open)
      await bring(small, yearOf('2025-2026', 4, '1F'))
      const of4 = words(await (await (await small.as('anouk')).get('/trends/Rekenen')).text())
      expect(of4).toContain('2026 Doorstroomtoets tonen we niet tonen we niet tonen we niet')
      expect(words(await (await (await small.as('karin')).get('/trends/Rekenen')).text())).toContain(
        '4 100 % 0 %',
      )
    })

    it('leave small years out for the team, and out of what anybody saves', async () => {
      const world = await worldIn(open)
      await bring(world, [
        ...yearOf('2023-2024', 20, '1F'),
        ...yearOf('2024-2025', 20, '2F'),
        ...yearOf('2025-2026', 3, '<1F'),
      ])
      const anouk = words(await (await (await world.as('anouk')).get('/trends')).text())
      const karin = await world.as('karin')
      const hers = words(await (await karin.get('/trends')).text())
      expect(hers).toContain('0 % 3')
      expect(hers).toContain('Je ziet als coördinator ook kleine groepen')
      expect(anouk).toContain('tonen we niet –')
      expect(anouk).not.toContain('0 % 3 ')
      expect(anouk).not.toContain('kleine groepen')
      const csv = await (await karin.get('/trends/target/data.csv')).text()
      // Of 2024 neither: with it and the three years together the small one could be worked out.
      expect(csv).toContain('"2024";"–";"–";"tonen we niet";"–"')
      expect(csv).toContain('"2025";"–";"–";"100";"20"')
      expect(csv).toContain('"2026";"46,5";"43";"tonen we niet";"–"')
    })
  })
})
