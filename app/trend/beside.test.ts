import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { NOW } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { type World, worldIn } from '../../test/world.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { importResults } from '../result/import-job.ts'
import type { Result } from '../result/result.ts'
import { readResults } from '../result/results-in.ts'
import { saveYear, takePublished } from './context-store.ts'
import type { Published } from './published.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-beside-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The doorstroomtoets of 2024, 2025 and 2026: 109 pupils, 176 of 327 levels at 1S/2F. */
async function withResults(world: World) {
  const results: Result[] = []
  await readResults('test/fixtures/trend/doorstroomtoets-2024-2026.csv', {
    take: (one) => results.push(one),
    refuse: () => expect.unreachable(),
    leftOut: () => undefined,
  })
  async function* pieces() {
    yield results
  }
  const importing = { supplier: 'x', kind: 'sheet', keyFile: join(folder, 'notes.key'), now: NOW } as const
  expect(isRefusal(await importResults(world.db, world.cast.keeper, pieces(), importing))).toBe(false)
}

const until = '2025-2026' as SchoolYear
const published: Published = {
  until,
  ovt: '99XX|C1',
  weighting: 29.84,
  together: {
    pupils: 109,
    pct1F: 97.25,
    pctTarget: 53.82,
    value1F: 85,
    valueTarget: 47.1,
    verdict1F: 'above',
    verdictTarget: 'above',
  },
  years: [],
}
const typed = { spread: 6.1, pupils: 212, note: null, changedAt: null }
const words = (page: string) =>
  page
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\s\u00a0]+/g, ' ')

eachDatabase((open) => {
  describe('a weighting beside the results', () => {
    it('draws what holds for schools like this one, in the page, the picture and the numbers', async () => {
      const world = await worldIn(open)
      await withResults(world)
      const anouk = await world.as('anouk')
      const before = words(await (await anouk.get('/trends')).text())
      expect(before).toContain('De schoolweging staat er nog niet in.')
      expect(before).not.toContain('Vergelijkbare scholen')
      expect(words(await (await (await world.as('paul')).get('/trends')).text())).toContain(
        'Vul de schoolweging in',
      )
      await saveYear(world.db, world.cast.keeper, until, { ...typed, weighting: 29.84 }, NOW)
      const page = await (await anouk.get('/trends')).text()
      expect(words(page)).toContain('Schoolweging 29,84 · spreiding 6,1 · 212 leerlingen op school.')
      // 29 to 30: signal value 47.1, mean of those schools 57.3.
      expect(words(page)).toMatch(/boven de signaleringswaarde \(47,1 %\)/i)
      expect(words(page)).toMatch(/onder het gemiddelde van vergelijkbare scholen \(57,3 %\)/i)
      expect(await (await anouk.get('/trends/target/chart.svg')).text()).toContain('47,1')
      expect(await (await anouk.get('/trends/target/data.csv')).text()).toMatch(/"2026".*"47,1".*"57,3"/)
    })

    it('says what the Inspectie published beside our own sum', async () => {
      const world = await worldIn(open)
      await withResults(world)
      const anouk = await world.as('anouk')
      await takePublished(world.db, world.cast.keeper, published, NOW)
      expect(words(await (await anouk.get('/trends')).text())).toContain(
        'De Inspectie publiceerde over 2023–2026 53,8 %. Dat is ook onze som.',
      )
      const near = { ...published, together: { ...published.together!, pupils: 110, pctTarget: 54.4 } }
      await takePublished(world.db, world.cast.keeper, near, NOW)
      // One pupil lacks with us: with both shares one could work out that pupil's levels.
      expect(words(await (await anouk.get('/trends')).text())).not.toContain('54,4')
      const school = words(await (await anouk.get('/trends/school')).text())
      expect(school).not.toContain('54,4')
      expect(school).toContain('Onze som is anders dan die van de Inspectie.')
      const other = { ...published, together: { ...published.together!, pupils: 114, pctTarget: 54.4 } }
      await takePublished(world.db, world.cast.keeper, other, NOW)
      const page = words(await (await anouk.get('/trends')).text())
      expect(page).toContain('De Inspectie publiceerde over 2023–2026 54,4 %. Onze som is 53,8 %.')
      expect(words(await (await anouk.get('/trends/school')).text())).toContain(
        'Onze som is anders dan die van de Inspectie.',
      )
    })
  })
})
