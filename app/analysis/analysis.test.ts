import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { bringResults, fullSchool } from '../../test/full-school.ts'
import { type World, worldIn } from '../../test/world.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { makePdf } from '../paper/paper-pdf.ts'
import { makeWord } from '../paper/paper-word.ts'
import { readAnalysis } from './analysis-read-store.ts'
import { beginAnalysis } from './analysis-store.ts'
import { paperOf } from './analysis-out.ts'
import { gatherReports } from './gather-desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-analysis-'))
const keyFile = join(folder, 'notes.key')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const YEAR = '2025-2026' as SchoolYear

async function begun({ db, cast }: World, kind: 'year' | 'mid-year' = 'year') {
  const karin = cast.member('karin')
  const of = { kind, schoolYear: YEAR } as const
  const id = await beginAnalysis(db, karin, { ...of, reports: await gatherReports(db, karin, of) }, NOW_MOMENT)
  if (isRefusal(id)) throw new Error(id.refused)
  return id
}

eachDatabase((open) => {
  describe('an analysis', () => {
    it('is made', async () => {
      const world = await worldIn(open)
      await bringResults(world, fullSchool(), keyFile)
      for (const kind of ['year', 'mid-year'] as const) {
        const id = await begun(world, kind)
        const analysis = await readAnalysis(world.db, world.cast.member('karin'), id)
        expect(analysis).not.toBeNull()
        if (!analysis) continue
        const paper = paperOf({ analysis, language: 'nl', school: 'De Regenboog' })
        writeFileSync(`/tmp/p6an/${kind}.pdf`, await makePdf(paper))
        writeFileSync(`/tmp/p6an/${kind}.docx`, await makeWord(paper))
        const page = await (await (await world.as('karin')).get(`/trends/analyses/${id}`)).text()
        writeFileSync(`/tmp/p6an/${kind}.html`, page)
      }
    })
  })
})
