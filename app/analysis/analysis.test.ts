import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { NOW, NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { bringResults, fullSchool } from '../../test/full-school.ts'
import { type World, worldIn } from '../../test/world.ts'
import type { Moment } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { importsOf, undoImport } from '../result/import-store.ts'
import type { AnalysisKind } from './analysis.ts'
import { analysesOf, readAnalysis } from './analysis-read-store.ts'
import {
  beginAnalysis,
  choosePart,
  discardAnalysis,
  shareVersion,
  takeAnew,
  writeWords,
} from './analysis-store.ts'
import { forgetAnalyses } from './analysis-tidy-store.ts'
import { differences } from './differ.ts'
import { gatherReports } from './gather-desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-analysis-'))
const keyFile = join(folder, 'notes.key')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const YEAR = '2025-2026' as SchoolYear
const LATER = '2027-02-03T09:00:00.000Z' as Moment

const gather = ({ db, cast }: World, kind: AnalysisKind = 'year') =>
  gatherReports(db, cast.member('karin'), { kind, schoolYear: YEAR })

async function begun(world: World, kind: AnalysisKind = 'year') {
  const of = { kind, schoolYear: YEAR, reports: await gather(world, kind) }
  const id = await beginAnalysis(world.db, world.cast.member('karin'), of, NOW_MOMENT)
  if (isRefusal(id)) throw new Error(id.refused)
  return id
}

/** De Regenboog with five years of results, and an analysis of the last of them. */
async function withAnalysis(open: Parameters<typeof worldIn>[0]) {
  const world = await worldIn(open)
  await bringResults(world, fullSchool({ subjects: 2 }), keyFile)
  const id = await begun(world)
  const karin = world.cast.member('karin')
  return { world, id, karin, which: { id, number: 1 }, anouk: world.cast.member('anouk') }
}

const textOf = (value: unknown) => JSON.stringify(value)

eachDatabase((open) => {
  describe('an analysis', () => {
    it('keeps the numbers of its day, whatever comes after it', async () => {
      const { world, id, karin } = await withAnalysis(open)
      const before = await readAnalysis(world.db, karin, id)
      const [last] = await importsOf(world.db, karin)
      if (!last) throw new Error('no import')
      expect(await undoImport(world.db, karin, last.id, NOW)).toBeNull()
      const after = await readAnalysis(world.db, karin, id)
      expect(after).toEqual(before)
      const nothing = await gather(world)
      expect(nothing.nl.standing.tables).toEqual([])
      expect(before && differences(before.reports.nl, nothing.nl)).toContainEqual({
        part: 'standing',
        is: 'table-gone',
        title: 'Aandeel behaalde niveaus 1S/2F',
      })
    })

    it('says what stands there in both languages, of its own school year and moments alone', async () => {
      const { world, id, karin } = await withAnalysis(open)
      const analysis = await readAnalysis(world.db, karin, id)
      const [nl, en] = [analysis?.reports.nl, analysis?.reports.en]
      expect(nl?.standing.sentences[0]).toMatch(/^Groep 8, op 1S\/2F: [a-z]/)
      expect(en?.standing.sentences[0]).toMatch(/^Year group 8, at 1S\/2F: [a-z]/)
      expect(nl?.subjects.tables.map(({ caption }) => caption)).toEqual([
        'Doorstroomtoets 2026: aandeel van de leerlingen',
        'Eind 2025–2026: gemiddelde score',
      ])
      expect(nl?.growth.tables[0]?.rows[0]?.cells[0]).toEqual({ text: '+5', n: 30, was: 'was +5, n 30' })
      const half = await gather(world, 'mid-year')
      expect(half.nl.subjects.tables.map(({ caption }) => caption)).toEqual([
        'Begin 2025–2026: gemiddelde score',
        'Midden 2025–2026: gemiddelde score',
      ])
      const earlier = await gatherReports(world.db, karin, {
        kind: 'year',
        schoolYear: '2023-2024' as SchoolYear,
      })
      expect(textOf(earlier)).not.toMatch(/2025|2026/)
    })

    it('leaves out what the team may not see, though the coordinator asks', async () => {
      const world = await worldIn(open)
      await bringResults(world, fullSchool({ pupils: 4, subjects: 2 }), keyFile)
      const karin = world.cast.member('karin')
      const seen = await gather(world)
      expect(seen.nl.subjects.tables).toEqual([])
      expect(seen.nl.growth.tables).toEqual([])
      const alone = seen.nl.standing.tables.flatMap(({ rows }) => rows.map(({ cells }) => cells[1]))
      expect(alone.every((cell) => cell?.text === 'tonen we niet' && cell.n === null)).toBe(true)
      expect((await readAnalysis(world.db, karin, await begun(world)))?.reports).toEqual(seen)
    })

    it('is made once of a kind and a year, and not of nothing', async () => {
      const { world, id } = await withAnalysis(open)
      expect(await begun(world)).toBe(id)
      expect(await begun(world, 'mid-year')).not.toBe(id)
      const empty = await worldIn(open)
      const of = { kind: 'year', schoolYear: YEAR, reports: await gather(empty) } as const
      expect(await beginAnalysis(empty.db, empty.cast.member('karin'), of, NOW_MOMENT)).toEqual({
        refused: 'nothing-yet',
      })
    })

    it('is written by who coordinates, and read by the team once it is shared', async () => {
      const { world, id, karin, anouk, which } = await withAnalysis(open)
      const no = { refused: 'may-not', because: 'coordinator-writes' }
      for (const act of [
        shareVersion(world.db, anouk, which, NOW_MOMENT),
        choosePart(world.db, anouk, which, 'growth', false),
        writeWords(world.db, anouk, which, { part: 'closing', words: 'x', base: 0 }),
        takeAnew(world.db, anouk, which, await gather(world), NOW_MOMENT),
        discardAnalysis(world.db, anouk, which),
      ])
        expect(await act).toEqual(no)
      expect(await analysesOf(world.db, anouk)).toEqual([])
      expect(await readAnalysis(world.db, anouk, id)).toBeNull()
      expect(await shareVersion(world.db, karin, which, NOW_MOMENT)).toBe('done')
      expect((await readAnalysis(world.db, anouk, id))?.version.number).toBe(1)
      const program = { kind: 'program', schoolId: world.cast.schoolId, tokenId: 'x' } as const
      expect(await analysesOf(world.db, program)).toEqual([])
    })

    it('takes the numbers of now as a new version: the old one stays, the team reads on in what is shared', async () => {
      const { world, id, karin, anouk, which } = await withAnalysis(open)
      await writeWords(world.db, karin, which, { part: 'closing', words: 'We lezen elke dag.', base: 0 })
      await choosePart(world.db, karin, which, 'growth', false)
      await shareVersion(world.db, karin, which, NOW_MOMENT)
      const first = await readAnalysis(world.db, karin, id)
      await bringResults(world, fullSchool({ years: [YEAR], pupils: 40, shift: 2, subjects: 2 }), keyFile)
      expect(await takeAnew(world.db, karin, which, await gather(world), LATER)).toBe('done')
      const second = await readAnalysis(world.db, karin, id)
      expect(second?.version).toEqual({ number: 2, takenAt: LATER, sharedAt: null })
      expect(second?.parts.closing.words).toBe('We lezen elke dag.')
      expect(second?.parts.growth.isIn).toBe(false)
      expect(second?.reports).not.toEqual(first?.reports)
      expect((await readAnalysis(world.db, karin, id, 1))?.reports).toEqual(first?.reports)
      expect((await readAnalysis(world.db, anouk, id))?.version.number).toBe(1)
      expect(await readAnalysis(world.db, anouk, id, 2)).toBeNull()
      expect(await writeWords(world.db, karin, which, { part: 'closing', words: 'Nee', base: 1 })).toEqual({
        refused: 'old-version',
      })
    })

    it('lets the team read one version alone, so that no late result can be taken from two', async () => {
      const { world, id, karin, anouk, which } = await withAnalysis(open)
      await shareVersion(world.db, karin, which, NOW_MOMENT)
      await bringResults(world, fullSchool({ years: [YEAR], pupils: 31, subjects: 2 }), keyFile)
      await takeAnew(world.db, karin, which, await gather(world), LATER)
      expect(await shareVersion(world.db, karin, { id, number: 2 }, LATER)).toBe('done')
      const [line] = await analysesOf(world.db, anouk)
      expect(line?.versions.map(({ number }) => number)).toEqual([2])
      expect((await readAnalysis(world.db, anouk, id))?.version.number).toBe(2)
      expect(await readAnalysis(world.db, anouk, id, 1)).toBeNull()
      expect((await readAnalysis(world.db, karin, id, 1))?.version.number).toBe(1)
    })

    it('keeps words that were saved meanwhile, and refuses what is too long', async () => {
      const { world, id, karin, which } = await withAnalysis(open)
      const write = (words: string, base: number) =>
        writeWords(world.db, karin, which, { part: 'growth', words, base })
      expect(await write('Van Karin', 0)).toBe('done')
      expect(await write('Van Karin', 0)).toBe('done')
      expect(await write('Van een ander', 0)).toEqual({
        clash: { isIn: true, words: 'Van Karin', revision: 1 },
      })
      expect(await write('x'.repeat(501), 1)).toEqual({ refused: 'words-too-long', field: 'growth' })
      expect((await readAnalysis(world.db, karin, id))?.parts.growth.words).toBe('Van Karin')
    })

    it('goes when it was never shared: by hand, or a year after its school year', async () => {
      const { world, id, karin, which } = await withAnalysis(open)
      const other = await begun(world, 'mid-year')
      await shareVersion(world.db, karin, which, NOW_MOMENT)
      expect(await discardAnalysis(world.db, karin, which)).toEqual({ refused: 'is-shared' })
      await forgetAnalyses(world.db, new Date('2027-07-31T12:00:00Z'))
      expect(await analysesOf(world.db, karin)).toHaveLength(2)
      await forgetAnalyses(world.db, new Date('2027-08-02T12:00:00Z'))
      expect((await analysesOf(world.db, karin)).map((one) => one.id)).toEqual([id])
      const again = await begun(world, 'mid-year')
      expect(again).not.toBe(other)
      expect(await discardAnalysis(world.db, karin, { id: again, number: 1 })).toBe('done')
      expect(await readAnalysis(world.db, karin, again)).toBeNull()
    })

    it('stays in its own school', async () => {
      const { world, id } = await withAnalysis(open)
      const stranger = await worldIn(open)
      expect(await readAnalysis(stranger.db, stranger.cast.member('karin'), id)).toBeNull()
      const karin = await stranger.as('karin')
      expect((await karin.get(`/trends/analyses/${id}`)).status).toBe(404)
      expect(world.cast.schoolId).not.toBe(stranger.cast.schoolId)
    })
  })
})
