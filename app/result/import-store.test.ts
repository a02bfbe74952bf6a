import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import type { Db } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import type { ResultImportId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { addKey, readKeyFile } from '../note/note-key-secret.ts'
import { rememberKey } from '../note/note-key-store.ts'
import type { Actor } from '../session/actor.ts'
import { ReferenceYears } from '../trend/reference-years.ts'
import { remakeFigures } from './figure-make-store.ts'
import { figuresOf, growthOf, levelPupilsOf } from './figure-store.ts'
import { type Importing, importResults } from './import-job.ts'
import { importsOf, undoImport } from './import-store.ts'
import { resealPupilKeys } from './pupil-key-store.ts'
import { LEVELS, type Result, resultKey } from './result.ts'
import { forgetOldResults } from './result-tidy-store.ts'
import { readResults } from './results-in.ts'
import { meanOf, Tallies, type TallyKey } from './tally.ts'

const FILES = 'test/fixtures/trend'
const folder = mkdtempSync(join(tmpdir(), 'rode-draad-results-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const IMPORTING: Importing = {
  supplier: 'Leerling in beeld',
  kind: 'sheet',
  keyFile: join(folder, 'notes.key'),
  now: NOW,
}

async function fromFile(name: string): Promise<Result[]> {
  const results: Result[] = []
  const refuse = () => expect.unreachable()
  await readResults(`${FILES}/${name}`, {
    take: (one) => results.push(one),
    refuse,
    leftOut: () => undefined,
  })
  return results
}

async function* piecesOf(results: readonly Result[], size = 1000) {
  for (let from = 0; from < results.length; from += size) yield results.slice(from, from + size)
}

async function bring(db: Db, actor: Actor, results: readonly Result[], more: Partial<Importing> = {}) {
  const done = await importResults(db, actor, piecesOf(results), { ...IMPORTING, ...more })
  if (isRefusal(done)) throw new Error(done.refused)
  return done
}

/** Everything that stands in the tables about results, but the names of imports. */
async function standing(db: Db, actor: Actor) {
  const figures = await figuresOf(db, actor, {})
  const growth = await growthOf(db, actor, {})
  return { figures, growth, pupils: await levelPupilsOf(db, actor) }
}

const RESULT: Result = {
  pupil: '101',
  schoolYear: '2025-2026' as SchoolYear,
  takenOn: null,
  group: '5 Vossen',
  yearGroup: 5,
  test: 'Rekenen-Wiskunde',
  subject: 'Rekenen',
  moment: 'M',
  score: 210.5,
  level: 'II',
  reference: null,
  exempt: false,
}

const cellOf = ({ schoolYear, subject, test, yearGroup, moment }: TallyKey) =>
  [schoolYear, subject, test, yearGroup, moment].join()

describe('results of tests', () => {
  eachDatabase((open) => {
    let db: Db
    let cast: Cast
    let karin: Actor
    beforeEach(async () => {
      db = await open()
      cast = await settleCast(db)
      karin = cast.member('karin')
    })

    it('of five years are counted as a careful reader counts, by group and for the whole school', async () => {
      const results = await fromFile('toetsresultaten-2021-2026.csv')
      const done = await bring(db, karin, results)
      expect(done).toMatchObject({ added: results.length, replaced: 0, same: 0, closed: 0 })
      const whole = await figuresOf(db, karin, { groups: 'school' })
      const tallies = new Tallies()
      for (const result of results) tallies.add(result)
      const plain = tallies.all()
      expect(whole.length).toBe(plain.length)
      for (const tally of plain) {
        const figure = whole.find((one) => cellOf(one) === cellOf(tally))
        expect(figure).toMatchObject(tally)
        expect(figure && meanOf(figure)).toBe(meanOf(tally))
        expect(figure?.median).toBeCloseTo(medianOf(results, tally), 9)
      }
      const groups = (await figuresOf(db, karin, {})).filter(({ group }) => group !== null)
      for (const figure of whole) {
        const parts = groups.filter((one) => cellOf(one) === cellOf(figure))
        expect(parts.reduce((sum, { n }) => sum + n, 0)).toBe(figure.n)
      }
    })
    const medianOf = (
      results: readonly Result[],
      tally: { schoolYear: string; test: string; yearGroup: number; moment: string },
    ) => {
      const scores = results
        .filter(
          (one) =>
            one.schoolYear === tally.schoolYear &&
            one.test === tally.test &&
            one.yearGroup === tally.yearGroup &&
            one.moment === tally.moment,
        )
        .flatMap(({ score }) => (score === null ? [] : [score]))
        .sort((one, other) => one - other)
      const at = (place: number) => scores[place] ?? Number.NaN
      return (at(Math.floor((scores.length - 1) / 2)) + at(Math.floor(scores.length / 2))) / 2
    }

    it('of the doorstroomtoets count each pupil once, and who has an exemption apart', async () => {
      const results = await fromFile('doorstroomtoets-2024-2026.csv')
      await bring(db, karin, results)
      const years = new ReferenceYears()
      for (const result of results) years.add(result)
      expect(
        (await levelPupilsOf(db, karin)).map(({ schoolYear, pupils, exempt }) => [
          schoolYear,
          pupils,
          exempt,
        ]),
      ).toEqual(years.all().map(({ schoolYear, pupils, exempt }) => [schoolYear, pupils, exempt]))
      const figures = await figuresOf(db, karin, { groups: 'school' })
      for (const year of years.all())
        for (const [subject, counts] of year.bySubject)
          expect(
            figures.find((one) => one.subject === subject && one.schoolYear === year.schoolYear)?.references,
          ).toEqual(counts)
    })

    it('stand once when the same file comes twice, whatever the order and the pieces', async () => {
      const results = (await fromFile('toetsresultaten-2025-2026-utf8bom.csv')).slice(0, 600)
      await bring(db, karin, results)
      const before = await standing(db, karin)
      const again = await importResults(db, karin, piecesOf([...results].reverse(), 7), IMPORTING)
      expect(again).toEqual({ id: null, added: 0, replaced: 0, same: results.length, closed: 0 })
      expect(await standing(db, karin)).toEqual(before)
      expect(await importsOf(db, karin)).toHaveLength(1)
    })

    it('grow since every earlier moment of at most a year before, the same pupils only', async () => {
      const year = (first: number) => `${first}-${first + 1}` as SchoolYear
      await bring(db, karin, [
        { ...RESULT, schoolYear: year(2024), yearGroup: 4, moment: 'M', score: 100 },
        { ...RESULT, schoolYear: year(2024), yearGroup: 4, moment: 'E', score: 110.5 },
        { ...RESULT, score: 120 },
        {
          ...RESULT,
          pupil: '102',
          schoolYear: year(2024),
          yearGroup: 4,
          moment: 'E',
          score: null,
          level: 'IV',
        },
        { ...RESULT, pupil: '102', score: 90 },
        { ...RESULT, pupil: '103', score: 95 },
        { ...RESULT, pupil: '104', schoolYear: year(2023), yearGroup: 3, score: 80 },
        { ...RESULT, pupil: '104', score: 130 },
      ])
      const growth = (await growthOf(db, karin, { groups: 'school', from: year(2025) })).map(
        ({ since, same, grown, growthSum }) => [
          since.schoolYear,
          since.moment,
          since.yearGroup,
          same,
          grown,
          growthSum,
        ],
      )
      expect(growth).toEqual([
        ['2024-2025', 'M', 4, 1, 1, 200_000],
        ['2024-2025', 'E', 4, 2, 1, 95_000],
      ])
    })

    it('that replace others give them back when they are undone, in whatever order', async () => {
      const first = await bring(db, karin, [RESULT, { ...RESULT, pupil: '102', score: 200 }])
      const afterFirst = await standing(db, karin)
      const second = await bring(db, karin, [{ ...RESULT, score: 220 }])
      expect(second).toMatchObject({ added: 0, replaced: 1 })
      const third = await bring(db, karin, [{ ...RESULT, score: 230 }])
      expect((await figuresOf(db, karin, { groups: 'school' }))[0]?.scoreSum).toBe(4_300_000)
      expect(await undoImport(db, karin, second.id as ResultImportId, NOW)).toBe(null)
      expect((await figuresOf(db, karin, { groups: 'school' }))[0]?.scoreSum).toBe(4_300_000)
      expect(await undoImport(db, karin, third.id as ResultImportId, NOW)).toBe(null)
      expect(await standing(db, karin)).toEqual(afterFirst)
      expect(await undoImport(db, karin, third.id as ResultImportId, NOW)).toMatchObject({
        refused: 'import-gone',
      })
      expect(await undoImport(db, karin, first.id as ResultImportId, NOW)).toBe(null)
      expect(await standing(db, karin)).toEqual({ figures: [], growth: [], pupils: [] })
      expect(await importsOf(db, karin)).toEqual([])
    })

    it('come under a pseudonym alone: no number of a pupil lies in the database, and another school has another', async () => {
      const other = await settleCast(db, { name: 'De Andere' })
      for (const actor of [karin, other.member('karin')])
        await bring(db, actor, [{ ...RESULT, pupil: '480219' }])
      const rows = await db.read('server', (sql) => sql.selectFrom('result').selectAll().execute())
      expect(rows).toHaveLength(2)
      expect(String(rows[0]?.pupil)).not.toBe(String(rows[1]?.pupil))
      expect(JSON.stringify(rows)).not.toContain('480219')
      const done = await bring(db, karin, [{ ...RESULT, pupil: '0480219' }])
      expect(done).toMatchObject({ added: 0, same: 1 })
      expect((await figuresOf(db, other.member('karin'), { groups: 'school' })).map(({ n }) => n)).toEqual([
        1,
      ])
    })

    it('stand once when one file says the same pupil with and without leading noughts', async () => {
      const twice = [RESULT, { ...RESULT, pupil: '00101' }, { ...RESULT, pupil: '102' }]
      expect(await bring(db, karin, twice)).toMatchObject({ added: 2, replaced: 0, same: 1 })
      expect((await figuresOf(db, karin, { groups: 'school' })).map(({ n }) => n)).toEqual([2])
    })

    it('are not taken in without the key that the first ones were stored with', async () => {
      await bring(db, karin, [RESULT])
      const elsewhere = { ...IMPORTING, keyFile: join(folder, 'another.key') }
      expect(await importResults(db, karin, piecesOf([RESULT]), elsewhere)).toMatchObject({
        refused: 'key-missing',
      })
    })

    it('are still of the same pupils when the key in the file is renewed and the old one goes', async () => {
      const keyFile = join(folder, 'renewed.key')
      const done = await bring(db, karin, [RESULT], { keyFile })
      expect(done.added).toBe(1)
      const before = readKeyFile(keyFile)
      if (before === null || before === 'unreadable') throw new Error('no key')
      addKey(keyFile, before)
      await resealPupilKeys(db, keyFile, NOW)
      const lines = readFileSync(keyFile, 'utf8').split('\n')
      writeFileSync(
        keyFile,
        lines.filter((line) => !line.includes(before.current.bytes.toString('base64url'))).join('\n'),
      )
      await db.write('open', (sql) => rememberKey(sql, newest(keyFile), NOW_MOMENT))
      expect(await bring(db, karin, [RESULT], { keyFile })).toMatchObject({ added: 0, same: 1 })
    })
    const newest = (file: string) => {
      const ring = readKeyFile(file)
      if (ring === null || ring === 'unreadable') throw new Error('no key')
      return ring.current
    }

    it('leave nothing behind when one cancels while reading or storing, or when the file breaks', async () => {
      const results = Array.from({ length: 30_000 }, (_, place) => ({ ...RESULT, pupil: String(place) }))
      const reading = new AbortController()
      const rows = async function* () {
        yield results.slice(0, 1000)
        reading.abort()
        yield results.slice(1000, 2000)
        expect.unreachable('nobody reads on')
      }
      const first = { ...IMPORTING, signal: reading.signal }
      expect(await importResults(db, karin, rows(), first)).toEqual({ refused: 'cancelled' })
      const storing = new AbortController()
      const more = { ...IMPORTING, onProgress: () => storing.abort(), signal: storing.signal }
      expect(await importResults(db, karin, piecesOf(results), more)).toEqual({ refused: 'cancelled' })
      const broken = async function* () {
        yield results.slice(0, 10)
        throw new Error('broken')
      }
      await expect(importResults(db, karin, broken(), IMPORTING)).rejects.toThrow('broken')
      const left = await db.read('server', async (sql) => [
        await sql.selectFrom('result').selectAll().execute(),
        await sql.selectFrom('result_import').selectAll().execute(),
        await sql.selectFrom('result_series').selectAll().execute(),
        await sql.selectFrom('figure').selectAll().execute(),
      ])
      expect(left.flat()).toEqual([])
      expect(await bring(db, karin, results)).toMatchObject({ added: 30_000 })
    })

    it('are brought in and taken back by the coordinator alone', async () => {
      const { id } = await bring(db, karin, [RESULT])
      for (const key of ['petra', 'youssef'] as const) {
        const actor = cast.member(key)
        expect(await importResults(db, actor, piecesOf([RESULT]), IMPORTING)).toMatchObject({
          refused: 'may-not',
        })
        expect(await undoImport(db, actor, id as ResultImportId, NOW)).toMatchObject({ refused: 'may-not' })
      }
      const stranger = (await settleCast(db, { name: 'De Andere' })).member('karin')
      expect(await undoImport(db, stranger, id as ResultImportId, NOW)).toMatchObject({
        refused: 'import-gone',
      })
    })

    it('go when their term has come: figures stay, and that year is closed', async () => {
      const old = { ...RESULT, schoolYear: '2021-2022' as SchoolYear, yearGroup: 3 }
      const next = { ...RESULT, schoolYear: '2022-2023' as SchoolYear, yearGroup: 4 }
      const { id } = await bring(db, karin, [old, next])
      await forgetOldResults(db, NOW)
      const before = await standing(db, karin)
      expect(before.growth).toHaveLength(2)
      const later = new Date('2027-09-01T10:00:00.000Z')
      await forgetOldResults(db, later)
      expect(await standing(db, karin)).toEqual(before)
      const done = await bring(db, karin, [
        { ...old, score: 10 },
        { ...next, pupil: '9' },
      ])
      expect(done).toMatchObject({ added: 1, closed: 1 })
      const after = await standing(db, karin)
      // Whether who came in now was there in the closed year is not known any more.
      expect(after.growth).toEqual([])
      expect(after.figures.filter(({ schoolYear }) => schoolYear === '2021-2022')).toEqual(
        before.figures.filter(({ schoolYear }) => schoolYear === '2021-2022'),
      )
      expect(await undoImport(db, karin, id as ResultImportId, later)).toEqual({ refused: 'past-term' })
    })

    it('leave no import behind that has none of them left, and no name of who left long ago', async () => {
      const imports = () =>
        db.read(karin, (sql) =>
          sql.selectFrom('result_import').select(['no', 'made_by']).orderBy('no').execute(),
        )
      await bring(db, karin, [{ ...RESULT, schoolYear: '2021-2022' as SchoolYear }])
      await bring(db, karin, [RESULT])
      const undone = await bring(db, karin, [{ ...RESULT, score: 11 }])
      await undoImport(db, karin, undone.id as ResultImportId, NOW)
      const { personId } = cast.member('karin')
      await forgetOldResults(db, NOW)
      expect(await imports()).toEqual([
        { no: 1, made_by: personId },
        { no: 2, made_by: personId },
      ])
      const leave = (left_on: Day) =>
        db.write(cast.keeper, (sql) =>
          sql.updateTable('person').set({ left_on }).where('id', '=', personId).execute(),
        )
      await leave('2022-09-02' as Day)
      await forgetOldResults(db, new Date('2027-09-01T10:00:00.000Z'))
      expect(await imports()).toEqual([{ no: 2, made_by: personId }])
      await forgetOldResults(db, new Date('2027-09-02T10:00:00.000Z'))
      expect(await imports()).toEqual([{ no: 2, made_by: null }])
      expect((await bring(db, cast.keeper, [{ ...RESULT, pupil: '9' }])).added).toBe(1)
      expect((await imports()).map(({ no }) => no)).toEqual([2, 3])
    })

    it('make the same figures in whatever order and pieces they come, and undoing gives them back exactly', async () => {
      const distinct = (results: Result[]) => [
        ...new Map(results.map((one) => [resultKey(one), one])).values(),
      ]
      const some = fc.array(anyResult(), { minLength: 1, maxLength: 40 }).map(distinct)
      await fc.assert(
        fc.asyncProperty(some, some, fc.nat(), async (one, other, cut) => {
          const school = (await settleCast(db, { name: `De ${cut}` })).keeper
          const at = cut % (one.length + 1)
          await bring(db, school, one)
          const whole = await standing(db, school)
          const second = await bring(db, school, other)
          await remakeAndCompare(school)
          if (second.id) expect(await undoImport(db, school, second.id, NOW)).toBe(null)
          expect(await standing(db, school)).toEqual(whole)
          const parts = (await settleCast(db, { name: `Het ${cut}` })).keeper
          for (const part of [one.slice(at).reverse(), one.slice(0, at)])
            if (part.length > 0) await bring(db, parts, part)
          expect(namesOnly(await standing(db, parts))).toEqual(namesOnly(whole))
        }),
        { numRuns: 12 },
      )
    })
    const remakeAndCompare = async (school: Actor) => {
      const before = await standing(db, school)
      await remakeFigures(db, school)
      expect(await standing(db, school)).toEqual(before)
    }
  })
})

/** Without the numbers of series, in an order of its own: those come in the order of the files. */
function namesOnly({ figures, growth, pupils }: Awaited<ReturnType<typeof standing>>) {
  const tests = new Map(figures.map((one) => [one.series, `${one.subject} ${one.test}`]))
  const named = (rows: readonly { series: number }[]) =>
    rows
      .map(({ series, ...rest }) =>
        JSON.stringify([
          tests.get(series),
          rest,
          'levels' in rest ? [...(rest.levels as Map<string, number>)] : [],
        ]),
      )
      .sort()
  return [named(figures), named(growth), pupils]
}

const anyResult = () =>
  fc
    .record({
      pupil: fc.integer({ min: 1, max: 6 }).map(String),
      schoolYear: fc.integer({ min: 2022, max: 2025 }).map((first) => `${first}-${first + 1}` as SchoolYear),
      takenOn: fc.constant(null),
      group: fc.constantFrom(null, '5 Vossen', '6 Uilen'),
      yearGroup: fc.integer({ min: 5, max: 6 }),
      test: fc.constantFrom('Rekenen-Wiskunde', 'Rekenen'),
      subject: fc.constant('Rekenen'),
      moment: fc.constantFrom('B', 'M', 'E', 'D'),
      score: fc.oneof(
        fc.constant(null),
        fc.integer({ min: -50, max: 4000 }).map((tenths) => tenths / 10),
      ),
      level: fc.option(fc.constantFrom(...LEVELS)),
      reference: fc.option(fc.constantFrom('<1F', '1F', '1S')),
      exempt: fc.boolean(),
    })
    // The doorstroomtoets is done once a year.
    .map((one) => (one.moment === 'D' ? { ...one, test: 'Rekenen' } : one)) as fc.Arbitrary<Result>
