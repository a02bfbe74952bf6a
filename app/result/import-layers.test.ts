import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { NOW, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import type { Db } from '../db/database.ts'
import type { ResultImportId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Actor } from '../session/actor.ts'
import { remakeFigures } from './figure-make-store.ts'
import { figuresOf, growthOf, levelPupilsOf } from './figure-store.ts'
import { importResults } from './import-job.ts'
import { undoImport } from './import-store.ts'
import { type Result, resultKey } from './result.ts'
import { Tallies, type Tally } from './tally.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-layers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
// Of so few pupils a file often holds none that stood there: that is not what is asked here.
const HOW = { supplier: 'Seed', kind: 'sheet', mayBeOthers: true } as const
const IMPORTING = { ...HOW, keyFile: join(folder, 'notes.key'), now: NOW } as const

const anyResult = fc
  .record({
    pupil: fc.integer({ min: 1, max: 5 }).map(String),
    schoolYear: fc.constantFrom('2023-2024', '2024-2025', '2025-2026') as fc.Arbitrary<SchoolYear>,
    takenOn: fc.constant(null),
    group: fc.constantFrom(null, '7 Vossen', '8 Uilen'),
    yearGroup: fc.integer({ min: 7, max: 8 }),
    test: fc.constantFrom('Rekenen-Wiskunde', 'Doorstroomtoets'),
    subject: fc.constant('Rekenen'),
    moment: fc.constantFrom('M' as const, 'E' as const, 'D' as const),
    score: fc.constantFrom(null, 100, 110.5, 99.9),
    level: fc.constantFrom(null, 'II' as const),
    reference: fc.constantFrom(null, '1F' as const, '1S' as const),
    exempt: fc.boolean(),
  })
  // Once a year, in group 8.
  .map((one) => (one.moment === 'D' ? { ...one, test: 'Doorstroomtoets', yearGroup: 8 } : one))
const anyFile = fc
  .array(anyResult, { minLength: 1, maxLength: 25 })
  .map((results) => [...new Map(results.map((one) => [resultKey(one), one])).values()])

/** Files one after the other, and in which order they are undone. */
const anyCourse = fc
  .array(anyFile, { minLength: 2, maxLength: 4 })
  .chain((files) =>
    fc.tuple(fc.constant(files), fc.shuffledSubarray([...files.keys()], { minLength: files.length })),
  )

/** What stands in a school, as it is said to be: the layers of each result, a new one only where it differs. */
class Layers {
  readonly #results = new Map<string, { readonly file: number; readonly result: Result }[]>()

  take(file: number, results: readonly Result[]): void {
    for (const result of results) {
      const layers = this.#results.get(resultKey(result)) ?? []
      this.#results.set(resultKey(result), layers)
      if (worth(layers.at(-1)?.result) !== worth(result)) layers.push({ file, result })
    }
  }

  undo(file: number): void {
    for (const [key, layers] of this.#results)
      this.#results.set(
        key,
        layers.filter((layer) => layer.file !== file),
      )
  }

  top(): Result[] {
    return [...this.#results.values()].flatMap((layers) => layers.at(-1)?.result ?? [])
  }
}

const worth = (result: Result | undefined) =>
  result && JSON.stringify([result.group, result.score, result.level, result.reference, result.exempt])

/** The counts of results that stand, and how many pupils each doorstroomtoets has. */
function counted(results: readonly Result[]) {
  const tallies = new Tallies()
  for (const result of results) tallies.add(result)
  const pupils = results
    .filter(({ moment, reference, exempt }) => moment === 'D' && (reference !== null || exempt))
    .map(({ schoolYear, yearGroup, pupil, exempt }) => [schoolYear, yearGroup, exempt, pupil].join())
  return { tallies: tallies.all().map(named).sort(), pupils: new Set(pupils).size }
}

const inOrder = (counts: ReadonlyMap<string, number>) => [...counts].map((count) => count.join(' ')).sort()

const named = ({
  schoolYear,
  subject,
  test,
  yearGroup,
  moment,
  n,
  levels,
  references,
  scored,
  scoreSum,
}: Tally) =>
  JSON.stringify([
    { schoolYear, subject, test, yearGroup, moment },
    { n, scored, scoreSum },
    inOrder(levels),
    inOrder(references),
  ])

async function standing(db: Db, actor: Actor) {
  const figures = await figuresOf(db, actor, {})
  return { figures, growth: await growthOf(db, actor, {}), pupils: await levelPupilsOf(db, actor) }
}

describe('imports upon each other', () => {
  eachDatabase((open) => {
    it('leave, in whatever order they are undone, what stood without them: figures, growth and pupils', async () => {
      const db = await open()
      await fc.assert(
        fc.asyncProperty(anyCourse, async ([files, order]) => {
          const school = (await settleCast(db, { name: 'De Lagen' })).keeper
          const layers = new Layers()
          const ids: (ResultImportId | null)[] = []
          for (const [file, results] of files.entries()) {
            ids.push(await taken(db, school, results))
            layers.take(file, results)
            await isAsItShould(db, school, layers)
          }
          for (const file of order) {
            const id = ids[file]
            if (id) expect(await undoImport(db, school, id, NOW)).toBe(null)
            layers.undo(file)
            await isAsItShould(db, school, layers)
          }
          expect(await standing(db, school)).toEqual({ figures: [], growth: [], pupils: [] })
        }),
        { numRuns: 12 },
      )
    })
  })
})

async function taken(db: Db, school: Actor, results: readonly Result[]) {
  async function* rows() {
    yield results
  }
  const done = await importResults(db, school, rows(), IMPORTING)
  if (isRefusal(done)) throw new Error(done.refused)
  return done.id
}

/** The figures are those of the results that count, and making all of them anew changes nothing. */
async function isAsItShould(db: Db, school: Actor, layers: Layers) {
  const found = await standing(db, school)
  const expected = counted(layers.top())
  expect(
    found.figures
      .filter(({ group }) => group === null)
      .map(named)
      .sort(),
  ).toEqual(expected.tallies)
  expect(found.pupils.reduce((sum, { pupils, exempt }) => sum + pupils + exempt, 0)).toBe(expected.pupils)
  await remakeFigures(db, school)
  expect(await standing(db, school)).toEqual(found)
}
