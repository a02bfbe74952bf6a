import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { NOW, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import type { Db } from '../db/database.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { figuresOf, levelPupilsOf } from '../result/figure-store.ts'
import { importResults } from '../result/import-job.ts'
import type { Reference, Result } from '../result/result.ts'
import { changeSchool } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import { boardRow, inBoardOrder, lastYearOf } from './board.ts'
import { boardSignalsCommand } from './board-command.ts'
import { boardOf } from './board-store.ts'
import { saveYear } from './context-store.ts'
import { standingsOf } from './standing.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-board-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const yearFrom = (start: number) => `${start}-${start + 1}` as SchoolYear
const SUBJECTS = ['Lezen', 'Taalverzorging', 'Rekenen']

/** So many pupils did the doorstroomtoets, so many of them at 1S or 2F; the others at 1F. */
const yearOf = (start: number, pupils: number, atTarget: number): Result[] =>
  Array.from({ length: pupils }, (_, pupil) =>
    SUBJECTS.map((subject): Result => {
      const reference: Reference = pupil >= atTarget ? '1F' : subject === 'Rekenen' ? '1S' : '2F'
      return {
        pupil: String(start * 100 + pupil),
        schoolYear: yearFrom(start),
        takenOn: null,
        group: '8 Uilen',
        yearGroup: 8,
        test: 'Doorstroomtoets',
        subject,
        moment: 'D',
        score: null,
        level: null,
        reference,
        exempt: false,
      }
    }),
  ).flat()

async function bring(db: Db, keeper: Keeper, results: readonly Result[]) {
  async function* rows() {
    yield results
  }
  const importing = { supplier: 'Seed', kind: 'sheet', keyFile: join(folder, 'notes.key'), now: NOW } as const
  if (isRefusal(await importResults(db, keeper, rows(), importing))) throw new Error('refused')
}

describe('the schools of a board', () => {
  eachDatabase((open) => {
    let db: Db
    beforeEach(async () => {
      db = await open()
    })

    async function school(name: string, brin: string | null, years: readonly (readonly [number, number])[]) {
      const { keeper } = await settleCast(db, { name })
      await changeSchool(db, keeper, { brin })
      const results = years.flatMap(([pupils, atTarget], at) => yearOf(2022 + at, pupils, atTarget))
      if (results.length > 0) await bring(db, keeper, results)
      return keeper
    }

    async function printed(args: string[]): Promise<{ code: number; lines: string[] }> {
      let out = ''
      const write = vi
        .spyOn(process.stdout, 'write')
        .mockImplementation((text: unknown, ...more: unknown[]) => {
          out += String(text)
          const done = more.at(-1)
          if (typeof done === 'function') done()
          return true
        })
      try {
        const code = await boardSignalsCommand(args, async () => ({ ...db, close: async () => {} }), 'nl')
        return { code, lines: out.trimEnd().split('\n') }
      } finally {
        write.mockRestore()
      }
    }

    it('stand in the order of their BRIN and then of their name, whatever they reached', async () => {
      const good = [20, 20] as const
      const poor = [20, 1] as const
      await school('Zon', '12AB', [good, good, good])
      await school('De Ark', null, [good, good, good])
      await school('Berk', '12AA', [poor, poor, poor])
      await school('Aarde', null, [])
      const { code, lines } = await printed([])
      expect(code).toBe(0)
      expect(lines.slice(1).map((line) => line.split(',')[1])).toEqual(['Berk', 'Zon', 'Aarde', 'De Ark'])
    })

    it('have pooled shares and verdicts by the rule, with the weighting of each', async () => {
      const keeper = await school('Zon', '12AB', [
        [10, 6],
        [30, 18],
        [20, 18],
      ])
      const typed = { weighting: 29.84, spread: null, pupils: null, note: '', changedAt: null }
      await saveYear(db, keeper, yearFrom(2024), typed, NOW)
      const { lines } = await printed(['--year', '2024-2025'])
      expect(lines).toEqual([
        'brin,school,schooljaren,leerlingen,pooled %1F,pooled %1S/2F,schoolweging,signaleringswaarde 1F,signaleringswaarde 1S/2F,verdict 1F,verdict 1S/2F,reason',
        expect.stringMatching(
          /^12AB,Zon,2022-2023\.\.2024-2025,60,100\.00,70\.00,29\.84,85,[\d.]+,boven,boven,$/,
        ),
      ])
    })

    it('say nothing of few pupils, and why there is nothing', async () => {
      await school('Klein', '12AB', [
        [2, 1],
        [1, 0],
        [1, 1],
      ])
      await school('Nieuw', '12AC', [[20, 10]])
      await school('Leeg', '12AD', [])
      const { lines } = await printed(['--year', '2024-2025'])
      expect(lines.slice(1)).toEqual([
        '12AB,Klein,,,,,,,,,,afgeschermd: te weinig leerlingen',
        '12AC,Nieuw,,,,,,,,,,geen doorstroomtoets in dit schooljaar',
        '12AD,Leeg,,,,,,,,,,geen doorstroomtoets in dit schooljaar',
      ])
    })

    it('are refused in one line with a year that is none', async () => {
      const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
      expect((await printed(['--year', 'vorig jaar'])).code).toBe(2)
      expect((await printed(['--best-first'])).code).toBe(2)
      told.mockRestore()
    })

    it('show a board in no year what the team itself may not see', async () => {
      const anyYears = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 6 })
      await fc.assert(
        fc.asyncProperty(anyYears, async (years) => {
          const keeper = await school(
            'Proef',
            null,
            years.map(([pupils, target]) => [pupils, Math.min(pupils, target)]),
          )
          const schools = inBoardOrder(await boardOf(db))
          const mine = schools.find(({ name }) => name === 'Proef')
          const figures = await figuresOf(db, keeper, { groups: 'school' })
          const team = standingsOf(figures, await levelPupilsOf(db, keeper), new Map(), 'team')
          for (let start = 2022; start < 2030; start += 1) {
            const until = yearFrom(start)
            const together = team.find((one) => one.until === until)?.together
            const outcome = mine && boardRow(mine, until).outcome
            const seen =
              outcome && 'pupils' in outcome ? [outcome.pupils, outcome.pct1F, outcome.pctTarget] : null
            const shown = together != null && together !== 'hidden' ? together : null
            expect(seen).toEqual(shown && [shown.pupils, shown.at1F.value, shown.target.value])
          }
          expect(lastYearOf(schools)).toBe(team.at(-1)?.until ?? null)
          await changeSchool(db, keeper, { name: 'Klaar' })
          await db.write('server', (sql) =>
            sql
              .updateTable('school')
              .set({ gone_at: 'now' as never })
              .where('id', '=', keeper.schoolId)
              .execute(),
          )
        }),
        { numRuns: 8 },
      )
    })
  })
})
