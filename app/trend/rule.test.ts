import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { levelsOf } from '../../test/ambition-room.ts'
import { NOW } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { type World, worldIn } from '../../test/world.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { figuresOf, levelPupilsOf } from '../result/figure-store.ts'
import { importResults } from '../result/import-job.ts'
import type { Reference, Result } from '../result/result.ts'
import { ruleSubjectOf } from '../result/rule-subject.ts'
import { boardSignalsCommand } from './board-command.ts'
import { ReferenceYears } from './reference-years.ts'
import { gapIn } from './rule-test.ts'
import { type Standing, standingsOf } from './standing.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-rule-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const LAST = '2025-2026' as SchoolYear
const YEARS = ['2023-2024', '2024-2025', LAST] as SchoolYear[]
/** Twenty pupils a year, twelve of whom reach 1S or 2F in each subject: 108 of 180 levels. */
const THREE_YEARS = YEARS.flatMap((year) => levelsOf(year, 20, 12))
/** An import refuses a second level of the same pupil: here the same class has other numbers. */
const renamed = (some: readonly Result[], name: string): Result[] =>
  some.map((one) => ({ ...one, pupil: `${name} ${one.pupil}` }))
const arithmetic = THREE_YEARS.filter(({ subject }) => subject === 'Rekenen')
/** Others' rows, none of which reach anything. */
const low = (some: readonly Result[], given: Partial<Result>): Result[] =>
  some.map((one) => ({ ...one, reference: '<1F', ...given }))

const bare = (one: Standing) => ({ ...one, twice: [] })

describe('which subjects the rule counts', () => {
  it('knows the three by the names that files give them', () => {
    const named = (...names: string[]) => [...new Set(names.map(ruleSubjectOf))]
    expect(named('Lezen', 'LEZEN', 'Begrijpend lezen', 'Nederlands: lezen', 'LV', 'Reading')).toEqual([
      'reading',
    ])
    expect(named('Taalverzorging', 'Taal', 'TV', 'Doorstroomtoets taalverzorging', 'Language')).toEqual([
      'language',
    ])
    expect(
      named(
        'Rekenen',
        'REKENEN',
        'Rekenen-Wiskunde',
        'Rekenen/wiskunde',
        'IEP Doorstroomtoets 2026 - Rekenen',
        'Maths',
      ),
    ).toEqual(['arithmetic'])
  })

  it('knows no other', () => {
    for (const other of [
      'Wereldoriëntatie',
      'Spelling',
      'Technisch lezen',
      'Woordenschat',
      'Engels',
      'Engelse taal',
      'Studievaardigheden',
      '',
      'Doorstroomtoets',
      'Rekenverslag',
      'Lezen en taal',
      '__proto__',
      'constructor',
    ])
      expect(ruleSubjectOf(other)).toBeNull()
  })

  it('says a year is complete when all but a few pupils did all three', () => {
    const counts = (reading: number, language: number, sums: number) =>
      gapIn(
        new Map([
          ['reading', reading],
          ['language', language],
          ['arithmetic', sums],
        ] as const),
      )
    expect(counts(20, 19, 18)).toBeNull()
    expect(counts(2, 2, 1)).toBeNull()
    expect(counts(20, 20, 9)).toMatchObject({ none: [], fewer: ['arithmetic'] })
    expect(gapIn(new Map([['arithmetic', 20]]))).toMatchObject({ none: ['reading', 'language'], fewer: [] })
  })
})

describe('the counts of a file', () => {
  it('are of the three subjects in group 8, each pupil once a subject', () => {
    const countOf = (results: readonly Result[]) => {
      const years = new ReferenceYears()
      for (const result of results) years.add(result)
      return years
        .all()
        .map(({ schoolYear, pupils, levels, atTarget, gap }) => [schoolYear, pupils, levels, atTarget, gap])
    }
    const more = [
      ...low(arithmetic, { subject: 'Wereldoriëntatie' }),
      ...low(arithmetic, { yearGroup: 6, test: 'Eindtoets Rekenen' }),
      ...arithmetic.map((one) => ({ ...one, test: 'Doorstroomtoets (nieuw)' })),
    ]
    expect(countOf([...THREE_YEARS, ...more])).toEqual(countOf(THREE_YEARS))
    expect(countOf(arithmetic)[0]?.[4]).toMatchObject({ none: ['reading', 'language'] })
  })
})

eachDatabase((open) => {
  describe('where the school stands by the rule', () => {
    let world: World
    beforeEach(async () => {
      world = await worldIn(open)
    })

    const bring = async (rows: readonly Result[], norm = '2024') => {
      const { db, cast } = world
      async function* piece() {
        yield [...rows]
      }
      const done = await importResults(db, cast.keeper, piece(), {
        supplier: 'Cito',
        norm,
        kind: 'sheet',
        keyFile: join(folder, 'notes.key'),
        now: NOW,
      })
      if (isRefusal(done)) throw new Error(done.refused)
    }
    const standings = async (audience: 'team' | 'coordinator' = 'team') => {
      const { db, cast } = world
      const figures = await figuresOf(db, cast.keeper, { groups: 'school' })
      return standingsOf(figures, await levelPupilsOf(db, cast.keeper), new Map([[LAST, 30]]), audience)
    }
    const last = async () => (await standings()).at(-1)
    const WHOLE = {
      together: { pupils: 60, target: { reached: 108, all: 180 }, signal: { verdictTarget: 'above' } },
      alone: { pupils: 20, target: { reached: 36, all: 60 } },
      gap: null,
    }
    const read = async (path: string, who: 'anouk' | 'karin' = 'anouk') =>
      (await (await (await world.as(who)).get(path)).text())
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/[\s\u00a0]+/g, ' ')

    it('leaves out a fourth subject and its pupils', async () => {
      await bring([...THREE_YEARS, ...low(arithmetic, { subject: 'Wereldoriëntatie' })])
      await bring(low(arithmetic, { subject: 'Spelling', pupil: 'one more' }).slice(0, 1))
      expect(await last()).toMatchObject(WHOLE)
    })

    it('leaves out an end test of another year group', async () => {
      const six = low(arithmetic, { yearGroup: 6, test: 'Eindtoets Rekenen' })
      await bring([...THREE_YEARS, ...six.map((one) => ({ ...one, pupil: `six ${one.pupil}` }))])
      expect(await last()).toMatchObject(WHOLE)
    })

    it('counts a year once that came in twice, and says so with the way to undo one', async () => {
      await bring(THREE_YEARS)
      const before = await standings()
      const again = renamed(
        THREE_YEARS.filter(({ schoolYear }) => schoolYear === LAST),
        '2025',
      )
      await bring(again, '2025')
      expect(await last()).toMatchObject({ ...WHOLE, twice: ['reading', 'language', 'arithmetic'] })
      expect((await standings()).map(bare)).toEqual(before.map(bare))
      const page = await read('/trends')
      expect(page).toContain('Van 2026 staan lezen, taalverzorging en rekenen er meer dan één keer in.')
      expect(page).toContain('kan dat bestand bij Inlezen terugdraaien')
    })

    it('takes the newest when the two differ, with the pupils of the newest', async () => {
      await bring(THREE_YEARS)
      await bring(renamed(levelsOf(LAST, 24, 24), '2025'), '2025')
      expect((await last())?.alone).toMatchObject({ pupils: 24, target: { reached: 72, all: 72 } })
    })

    it('is not taken over by a handful that comes in by another norm', async () => {
      await bring(THREE_YEARS)
      await bring(renamed(levelsOf(LAST, 2, 0), '2025'), '2025')
      expect(await last()).toMatchObject(WHOLE)
    })

    it('does not work out a year with arithmetic alone, and says why everywhere', async () => {
      await bring(arithmetic)
      for (const audience of ['team', 'coordinator'] as const)
        for (const one of await standings(audience))
          expect(one).toMatchObject({ together: null, alone: null })
      const said = 'staat alleen rekenen erin. Met lezen en taalverzorging erbij rekenen we het getal uit.'
      const page = await read('/trends')
      expect(page).toContain(`Van 2024, 2025 en 2026 ${said}`)
      expect(page).not.toContain('signaleringswaarde (')
      const csv = await read('/trends/target/data.csv')
      expect(csv).toContain(`Van 2026 ${said}`)
      expect(csv).not.toContain('60,0')
    })

    it('keeps the years that are complete when the last one is half brought in, and never says 0 %', async () => {
      const half = (one: Result) => one.schoolYear !== LAST || one.subject === 'Rekenen'
      const rows = THREE_YEARS.filter(half)
      await bring(rows.map((one): Result => (one.schoolYear === LAST ? { ...one, reference: '<1F' } : one)))
      expect(await last()).toMatchObject({ together: null, alone: null, gap: { there: ['arithmetic'] } })
      expect((await standings())[1]).toMatchObject({ alone: { target: { reached: 36, all: 60 } } })
      const csv = await read('/trends/target/data.csv')
      expect(csv).toMatch(/"2026";"–";"–";"–";"–";.*"Van 2026 staat alleen rekenen erin\./)
      expect(csv.split('"2026"')[1]).not.toMatch(/"0,0"/)
      await bring(THREE_YEARS)
      expect(await last()).toMatchObject(WHOLE)
    })

    it('waits for the rest when a subject is of a part of the pupils', async () => {
      const part = (one: Result, at: number) =>
        one.subject !== 'Lezen' || one.schoolYear !== LAST || at % 20 < 8
      await bring(THREE_YEARS.filter(part))
      expect(await last()).toMatchObject({ alone: null, gap: { fewer: ['reading'] } })
      expect(await read('/trends')).toContain('Van 2026 heeft lezen nog maar een deel van de leerlingen.')
    })

    it('tells a board why there is no number', async () => {
      await bring(THREE_YEARS.filter((one) => one.schoolYear !== LAST || one.subject !== 'Taalverzorging'))
      const lines: string[] = []
      const write = vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest: unknown[]) => {
        lines.push(text.toString())
        const done = rest.at(-1)
        if (typeof done === 'function') done()
        return true
      })
      const { db } = world
      expect(await boardSignalsCommand([], async () => ({ ...db, close: async () => {} }), 'nl')).toBe(0)
      write.mockRestore()
      expect(lines.join('')).toContain(
        'Van 2026 staan alleen lezen en rekenen erin. Met taalverzorging erbij rekenen we het getal uit.',
      )
    })

    it('is the same whatever else comes in: other subjects, other year groups, the same rows by another norm', async () => {
      const other = fc.record({
        subject: fc.constantFrom('Wereldoriëntatie', 'Spelling', 'Technisch lezen', 'Engels'),
        pupil: fc.nat(30).map(String),
        reference: fc.constantFrom<Reference>('<1F', '1F', '1S', '2F'),
        schoolYear: fc.constantFrom(...YEARS),
      })
      const younger = fc.record({
        subject: fc.constantFrom('Rekenen', 'Lezen', 'Taalverzorging'),
        yearGroup: fc.constantFrom(5, 6, 7),
        pupil: fc.nat(30).map((number) => `y${number}`),
        reference: fc.constantFrom<Reference>('<1F', '1F'),
        schoolYear: fc.constantFrom(...YEARS),
      })
      await bring(THREE_YEARS)
      const before = (await standings('coordinator')).map(bare)
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.oneof(other, younger), { maxLength: 30 }),
          fc.subarray(YEARS),
          fc.integer({ min: 1, max: 9 }),
          async (more, years, norm) => {
            const [like] = arithmetic
            if (like) await bring(more.map((one) => ({ ...like, ...one })))
            const again = THREE_YEARS.filter(({ schoolYear }) => years.includes(schoolYear))
            await bring(renamed(again, `norm ${norm}`), `norm ${norm}`)
            expect((await standings('coordinator')).map(bare)).toEqual(before)
          },
        ),
        { numRuns: 12 },
      )
      expect((await standings('team')).map(bare)).toEqual(before)
    })
  })
})
