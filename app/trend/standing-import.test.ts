import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { NOW, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import type { Db } from '../db/database.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { figuresOf, growthOf, levelPupilsOf } from '../result/figure-store.ts'
import { importResults } from '../result/import-job.ts'
import type { Result } from '../result/result.ts'
import { readResults } from '../result/results-in.ts'
import type { Actor } from '../session/actor.ts'
import { cohortsOf } from './cohort.ts'
import { shownGrowth } from './growth.ts'
import { standingsOf } from './standing.ts'
import { shownFigures } from './suppress-figures.ts'

const FILES = 'test/fixtures/trend'
const folder = mkdtempSync(join(tmpdir(), 'rode-draad-standing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function* rowsOf(name: string) {
  const rows: Result[] = []
  await readResults(`${FILES}/${name}`, {
    take: (one) => rows.push(one),
    refuse: () => {},
    leftOut: () => {},
  })
  yield rows
}

async function bring(db: Db, actor: Actor, name: string) {
  const done = await importResults(db, actor, rowsOf(name), {
    supplier: 'fictief',
    kind: 'sheet',
    keyFile: join(folder, 'notes.key'),
    now: NOW,
  })
  if (isRefusal(done)) throw new Error(done.refused)
}

describe('from a file to where the school stands', () => {
  eachDatabase((open) => {
    let db: Db
    let karin: Actor
    beforeEach(async () => {
      db = await open()
      karin = (await settleCast(db)).member('karin')
    })

    it('three years of the doorstroomtoets give the pooled shares and the verdicts', async () => {
      await bring(db, karin, 'doorstroomtoets-2024-2026.csv')
      const figures = await figuresOf(db, karin, { groups: 'school' })
      const pupils = await levelPupilsOf(db, karin)
      const weightings = new Map([['2025-2026' as SchoolYear, 29.84]])
      const last = standingsOf(figures, pupils, weightings, 'team').at(-1)
      expect(last?.together).toMatchObject({
        pupils: 109,
        at1F: { reached: 318, all: 327 },
        target: { reached: 176, all: 327 },
        signal: { verdict1F: 'above', verdictTarget: 'above' },
      })
    })

    it('five years of tests give growth and cohorts; for the team of the whole school alone', async () => {
      await bring(db, karin, 'toetsresultaten-2021-2026.csv')
      const figures = await figuresOf(db, karin, {})
      const growth = await growthOf(db, karin, {})
      const steps = shownGrowth(growth, figures, 'coordinator')
      const cohorts = cohortsOf(shownFigures(figures, 'coordinator'), steps, 'Rekenen', 'median')
      const points = cohorts
        .find(({ leaves }) => leaves === '2026-2027')
        ?.stretches.flatMap((one) => one.points)
      expect(points).toHaveLength(10)
      for (const { same } of points?.slice(1) ?? []) expect(same).toBeGreaterThan(20)
      const team = shownGrowth(growth, figures, 'team')
      expect(team.every(({ group }) => group === null)).toBe(true)
      expect(team.some(({ growth: found }) => found === 'hidden')).toBe(true)
      expect(team.some(({ growth: found }) => typeof found === 'object')).toBe(true)
    })
  })
})
