import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { NOW, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { importResults } from './import-job.ts'
import type { Result } from './result.ts'
import type { Columns } from './result-columns.ts'
import { resultFrom } from './result-row.ts'
import { isWide } from './wide.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-rows-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const COLUMNS: Columns = { pupil: 0, group: 1, test: 2, schoolYear: 3, moment: 4, score: 5 }
const rowOf = (group: string, test = 'Rekenen') =>
  resultFrom(['101', group, test, '2025-2026', 'M', '200'], COLUMNS)

describe('the year group of a row', () => {
  it.each(['7/8', '3/4/5 B', '7-8', '7b/8a', '1 en 2', '5 + 6', '3 t/m 5', '7 8', '5, 6'])(
    'can not be seen from the group %s',
    (group) => expect(rowOf(group)).toBe('group-mixed'),
  )
  it('is that of the test, or of a column of its own, when one of them says it', () => {
    expect(rowOf('7/8', 'Rekenen M8')).toMatchObject({ group: '7/8', yearGroup: 8 })
    const cells = ['101', '7/8', 'Rekenen', '2025-2026', 'M', '200', '7']
    expect(resultFrom(cells, { ...COLUMNS, yearGroup: 6 })).toMatchObject({ yearGroup: 7 })
  })
  it.each([
    ['5', 5],
    ['5 Vossen', 5],
    ['8A', 8],
    ['6 (lokaal 12)', 6],
    ['7 2026', 7],
  ])('is the number that the group %s begins with', (group, yearGroup) => {
    expect(rowOf(group)).toMatchObject({ yearGroup })
  })
})

describe('a school year', () => {
  const of = (year: string, day = '') =>
    resultFrom(
      ['101', '5', 'Rekenen', year, 'M', '200', day],
      { ...COLUMNS, takenOn: 6 },
      '2027-2028' as SchoolYear,
    )
  it.each([
    ['2027-2028', ''],
    ['', '31-07-2028'],
    ['2020-2021', '2021-01-20'],
  ])('may be the coming one or one before: %j %j', (year, day) =>
    expect(of(year, day)).toHaveProperty('pupil'),
  )
  it.each([
    ['2028-2029', ''],
    ['', '01-08-2028'],
    ['', '2050-01-20'],
    ['2025-2026', '2050-01-20'],
    ['2049-2050', '2026-01-20'],
  ])('is refused when it is further away: %j %j', (year, day) => expect(of(year, day)).toBe('year-far'))
  it('may be any where nobody says which is the last', () => expect(rowOf('5')).toHaveProperty('pupil'))
})

describe('headings', () => {
  it.each([
    'leerlingnummer;groep;Spelling M3;Rekenen M3',
    'llnr;Rekenen midden groep 5;Spelling eind groep 5;score',
    'Leerlingnummer;Schooljaar;Rekenen;Begrijpend lezen;Spelling',
    'Rekenen M5 score;Rekenen M5 niveau',
  ])('with a column for each test are seen: %s', (line) => expect(isWide(line.split(';'))).toBe(true))
  it.each([
    'Leerlingnummer;Groep;Jaargroep;Toets;Vakgebied;Afnamedatum;Vaardigheidsscore;Niveau',
    'Stamnr;Kind;Meting;Wanneer;Punten',
    'leerlingnummer;midden;eind',
    'Toets;Spelling M3;Rekenen M3',
    'Naam;Leerling;Rekenen M3',
    '',
  ])('of another table are none of it: %s', (line) => expect(isWide(line.split(';'))).toBe(false))
  it('that are a burden are read in no time', () => {
    expect(isWide(Array.from({ length: 1000 }, () => ' M'.repeat(1000)))).toBe(false)
  })
})

describe('a score', () => {
  it('may have the decimals that a spreadsheet works out', () => {
    const read = (score: string) => resultFrom(['101', '5', 'Rekenen', '2025-2026', 'M', score], COLUMNS)
    expect(read('32.6666666666667')).toMatchObject({ score: 32.6666666666667 })
    expect(read('-1,33333333333333333333')).toMatchObject({ score: -1.3333333333333333 })
    expect(read('1.2.3')).toBe('score-odd')
  })
})

/** 79 letters, and then a sign of two halves: 81 halves, 80 signs. */
const LONG = `5${'x'.repeat(78)}🦊`

describe('a long name', () => {
  it('is cut between signs, never in one, and holds no sign that is none', () => {
    expect(rowOf(`${LONG}🦊🦊`)).toMatchObject({ group: LONG })
    expect(rowOf('5 \ud83e Vos\u0000sen')).toMatchObject({ group: '5 \ufffd Vossen' })
    expect(rowOf('5 Ree\u0308n')).toMatchObject({ group: '5 Reën' })
  })

  eachDatabase((open) => {
    it('comes in a second time, as the same', async () => {
      const db = await open()
      const { keeper } = await settleCast(db)
      const file = [rowOf(LONG, `${LONG}🦊 M5`), rowOf(`${LONG.slice(0, -2)}🦉`, `${LONG}🦊 M5`)]
      const results = file.map((read, at) => ({ ...(read as Result), pupil: String(at) }))
      const bring = () =>
        importResults(
          db,
          keeper,
          (async function* () {
            yield results
          })(),
          { supplier: 'Seed', kind: 'sheet', keyFile: join(folder, 'notes.key'), now: NOW },
        )
      expect(await bring()).toMatchObject({ added: 2 })
      expect(await bring()).toMatchObject({ id: null, added: 0, same: 2 })
    })
  })
})
