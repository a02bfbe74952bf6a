import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { SheetLook } from './file-look.ts'
import { lookAt } from './file-look-in.ts'
import { proposedFor } from './given.ts'
import type { RefusedRow, Result } from './result.ts'
import { columnsOf } from './result-columns.ts'
import { resultPieces } from './results-in.ts'
import { headingSaid, subjectOf, type TestColumn, yearIn } from './wide.ts'
import { savedTestsOf, shownPlaces, testsFrom, wideTroubles } from './wide-choice.ts'
import { wideChosen } from './wide-in.ts'
import { letterOf } from './wide-text.ts'
import { UNFOLDED, Unfolding } from './wide-unfold.ts'

const FILES = 'test/fixtures/trend'
const folder = mkdtempSync(join(tmpdir(), 'rode-draad-wide-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let written = 0
function fileOf(content: string, name?: string): string {
  written += 1
  const file = join(folder, name ?? `${written}.csv`)
  writeFileSync(file, content)
  return file
}

async function looked(content: string): Promise<SheetLook> {
  const look = await lookAt(fileOf(content))
  if (look.kind !== 'sheet') throw new Error(`no sheet: ${look.kind}`)
  return look
}

async function readAll(file: string) {
  const results: Result[] = []
  const refused: RefusedRow[] = []
  const leftOut: string[] = []
  for await (const piece of resultPieces(file, await wideChosen(file))) {
    results.push(...piece.results)
    refused.push(...piece.refused)
    leftOut.push(...(piece.leftOut ?? []))
  }
  return { results, refused, leftOut }
}

describe('a heading above a column with a test', () => {
  it.each([
    ['Rekenen-Wiskunde M5 vaardigheidsscore', 'Rekenen-Wiskunde', 'M', 5, 'score'],
    ['Spelling E4 (niveau)', 'Spelling', 'E', 4, 'level'],
    ['M5 BL', 'Begrijpend lezen', 'M', 5, null],
    ['Niveau RW E7', 'Rekenen-Wiskunde', 'E', 7, 'level'],
    ['Rekenen midden groep 5: score', 'Rekenen', 'M', 5, 'score'],
    ['begrijpend lezen eind', 'Begrijpend lezen', 'E', null, null],
    ['Doorstroomtoets Lezen referentieniveau', 'Doorstroomtoets Lezen', 'D', 8, 'reference'],
    ['Arithmetic M5 skill score', 'Arithmetic', 'M', 5, 'score'],
    ['Reading middle group 5 level', 'Reading', 'M', 5, 'level'],
    ['Vaardigheidsniveau Spelling M3', 'Spelling', 'M', 3, 'level'],
    ['Niveau', '', null, null, 'level'],
  ] as const)('%s is taken apart', (heading, test, moment, yearGroup, measure) => {
    expect(headingSaid(heading)).toEqual({ test, moment, yearGroup, measure, year: null })
  })

  it('may name its school year, and so may the name of a file', () => {
    expect(headingSaid('Rekenen M4 2024-2025')).toMatchObject({ test: 'Rekenen', year: '2024-2025' })
    expect(yearIn('Overzicht groep 5 2025_26.xlsx')).toBe('2025-2026')
    expect(yearIn('2025-2027 en 12025-2026')).toBeNull()
  })

  it.each([
    ['Rekenen-Wiskunde', 'Rekenen'],
    ['DMT', 'Technisch lezen'],
    ['Doorstroomtoets: Lezen', 'Lezen'],
    ['Doorstroomtoets', 'Doorstroomtoets'],
    ['Science', 'Science'],
  ])('%s is of the subject %s, as in a table with a row for each test', (test, subject) =>
    expect(subjectOf(test)).toBe(subject),
  )
})

describe('what a wide table says by itself', () => {
  it('is what cells look like where a heading does not say it, and a bare heading is of the test before', async () => {
    const { guess } = await looked(
      'llnr;groep;RW M5;Niveau;SP M5;Lezen M5;Datum RW M5;Opmerking\n1;5;200,5;III;B;2F;20-01-2026;x y\n2;5;;;A;1F;;\n',
    )
    expect(guess.tests.map(({ at, test, measure }) => [at, test, measure])).toEqual([
      [2, 'Rekenen-Wiskunde', 'score'],
      [3, 'Rekenen-Wiskunde', 'level'],
      [4, 'Spelling', 'level'],
      [5, 'Lezen', 'reference'],
    ])
  })

  it('is of the years before, where all pupils are in a higher group, or where headings name years', async () => {
    const ago = async (content: string) => {
      const { guess } = await looked(content)
      return [guess.year, ...guess.tests.map(({ yearsAgo }) => yearsAgo)]
    }
    expect(await ago('llnr;groep;RW M4;RW E4;RW M5\n1;5a;1;2;3\n2;5b;1;2;3\n')).toEqual([null, 1, 1, 0])
    expect(await ago('llnr;groep;RW M4;RW M5\n1;4;1;\n2;5;;3\n')).toEqual([null, 0, 0])
    expect(await ago('llnr;RW M4 2023-2024;RW M5 2024-2025\n1;1;2\n')).toEqual(['2024-2025', 1, 0])
  })

  it('may stand in two rows: the tests above, score and level below', async () => {
    const look = await looked(
      'Overzicht;;;;\n;;Rekenen M5;;Spelling M5;\nLeerlingnummer;Groep;Score;Niveau;Score;Niveau\n1;5;200;I;300;II\n',
    )
    expect([look.isWide, look.below, look.columns.pupil]).toEqual([true, 3, 0])
    expect(look.guess.tests.map(({ at, test, measure }) => [at, test, measure])).toEqual([
      [2, 'Rekenen', 'score'],
      [3, 'Rekenen', 'level'],
      [4, 'Spelling', 'score'],
      [5, 'Spelling', 'level'],
    ])
  })

  it('is too much above sixty tests', async () => {
    const heads = (count: number) =>
      Array.from({ length: count }, (_, at) => `Spelling deel ${at}x M5`).join(';')
    expect(await lookAt(fileOf(`llnr;${heads(61)}\n1;2\n`))).toEqual({ kind: 'no', why: 'wide-many' })
    const look = await looked(
      `llnr;${heads(60)};${Array.from({ length: 90 }, (_, at) => `x${at}`).join(';')}\n1;2\n`,
    )
    expect(shownPlaces(look, look.columns, { year: null, tests: look.guess.tests })).toHaveLength(60)
  })
})

const test = (at: number, more: Partial<TestColumn> = {}): TestColumn => ({
  at,
  measure: 'score',
  test: 'Rekenen',
  moment: 'M',
  yearGroup: 5,
  yearsAgo: 0,
  ...more,
})
const YEAR = '2025-2026' as SchoolYear

describe('a row with a column for each test', () => {
  const columns = { pupil: 0, group: 1 }
  const rowsOf = (cells: string[], ...tests: TestColumn[]) =>
    new Unfolding(columns, { year: YEAR, tests }).rows(cells)

  it('becomes one row of a score and a level of one test, and none of empty cells', () => {
    const tests = [test(2), test(3, { measure: 'level' }), test(4, { test: 'Spelling' })]
    const rows = rowsOf(['7', '5 Vossen', '200,5', 'II', ' - '], ...tests)
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['7', '5 Vossen', '5', YEAR, '', 'Rekenen', 'Rekenen', 'M', '200,5', 'II', ''],
    ])
    expect(rowsOf(['7', '5 Vossen'], ...tests)).toEqual([])
    expect(rowsOf(['7', '5', '', 'II', '300'], ...tests)).toHaveLength(2)
  })

  it('names the column that a trouble is in', () => {
    const [row] = rowsOf(['7', '5', 'x', 'II'], test(2), test(3, { measure: 'level' }))
    expect(
      (['score-odd', 'level-odd', 'pupil-odd', 'twice'] as const).map((why) => row?.columnOf(why)),
    ).toEqual([2, 3, 0, 2])
  })

  it('has no group of now in a year before, and no two year groups of a test in one year', () => {
    const [before] = rowsOf(['7', '5 Vossen', '190'], test(2, { yearGroup: 4, yearsAgo: 1 }))
    expect(before?.cells.slice(0, UNFOLDED.test)).toEqual(['7', '', '4', '2024-2025', ''])
    const both = rowsOf(['7', '5', '190', '200'], test(2, { yearGroup: 4 }), test(3))
    expect(both.map(({ no }) => no)).toEqual(['group-twice', 'group-twice'])
    expect(rowsOf(['7', '5', '190', ''], test(2, { yearGroup: 4 }), test(3)).map(({ no }) => no)).toEqual([
      null,
    ])
  })
})

describe('what is still to be said', () => {
  const columns = columnsOf(['leerlingnummer', 'groep'])
  it.each([
    ['no-tests', columns, { year: YEAR, tests: [] }],
    ['year-unsaid', columns, { year: null, tests: [test(2)] }],
    ['year-unsaid', { ...columns, takenOn: 5 }, { year: null, tests: [test(2, { yearsAgo: 1 })] }],
    ['test-unnamed', columns, { year: YEAR, tests: [test(2, { test: '' })] }],
    ['when-unsaid', columns, { year: YEAR, tests: [test(2, { moment: null })] }],
    ['when-unsaid', columns, { year: YEAR, tests: [test(2, { yearGroup: null, yearsAgo: 1 })] }],
    ['when-unsaid', { pupil: 0 }, { year: YEAR, tests: [test(2, { yearGroup: null })] }],
    ['test-twice', columns, { year: YEAR, tests: [test(2), test(3)] }],
  ] as const)('is named: %s', (why, chosen, wide) =>
    expect(wideTroubles(chosen, wide).map((one) => one.why)).toEqual([why]),
  )
  it('is nothing where the rows say the rest', () => {
    const rest = { ...columns, moment: 4, takenOn: 5 }
    expect(wideTroubles(rest, { year: null, tests: [test(2, { moment: null, yearGroup: null })] })).toEqual(
      [],
    )
  })
})

describe('columns with tests that were said before', () => {
  const HEAD = 'llnr;groep;Lijst A;Spelling M5;Notitie M5'
  it('are known again by their headings; the rest is what the file says itself', async () => {
    const look = await looked(`${HEAD}\n1;5;200;300;x\n`)
    const columns = { pupil: 0, group: 1 }
    const tests = savedTestsOf(look, { year: YEAR, tests: [test(2, { moment: 'E' })] })
    expect(tests).toEqual([
      { heading: 'Lijst A', measure: 'score', test: 'Rekenen', moment: 'E', yearGroup: 5 },
      { heading: 'Spelling M5', measure: null, test: 'Spelling', moment: 'M', yearGroup: 5 },
    ])
    const next = await looked('llnr;groep;Woordenschat M5;Spelling M5;lijst a\n1;6;50;300;200\n')
    expect(testsFrom(next, columns, tests ?? [])).toEqual([
      test(2, { test: 'Woordenschat', yearsAgo: 1 }),
      test(4, { moment: 'E', yearsAgo: 1 }),
    ])
    const headings = [
      ['pupil', 'llnr'],
      ['group', 'groep'],
    ] as const
    const saved = { supplier: 'Onze toets', norm: '2', headings, tests: tests ?? [] }
    expect(proposedFor(next, 'x 2025-2026.csv', [saved])).toMatchObject({
      supplier: 'Onze toets',
      wide: { year: YEAR, tests: [{ at: 2 }, { at: 4 }] },
    })
    // A file with a row for each test is another one.
    const long = await looked('llnr;groep;Toets;Schooljaar;Score\n1;5;Rekenen M5;2025-2026;200\n')
    expect(proposedFor(long, 'x.csv', [saved]).wide).toBeNull()
  })

  it('are not kept of a first row in the place of headings', async () => {
    const look = await looked('004795;5 Vossen;133,6;Fatima slaapt slecht\n004796;5 Vossen;140;x\n')
    expect(savedTestsOf(look, { year: YEAR, tests: [test(2)] })).toBeNull()
    const named = await looked('llnr;groep;Lijst A;Fatima slaapt slecht\n1;5;2;3\n')
    expect(JSON.stringify(savedTestsOf(named, { year: YEAR, tests: [test(2)] }))).not.toContain('Fatima')
  })
})

describe('a whole file with a column for each test', () => {
  it('holds of CSV what a careful reader counts', async () => {
    const { results, refused, leftOut } = await readAll(`${FILES}/breed-groep5-2025-2026.csv`)
    expect([results.length, refused, leftOut]).toEqual([146, [], ['Naam']])
    expect(results.filter(({ pupil }) => pupil === '007310')).toMatchObject([
      { test: 'Rekenen-Wiskunde', subject: 'Rekenen', moment: 'M', yearGroup: 5, score: 212.4, level: 'IV' },
      { test: 'Spelling', score: 266.6, level: 'V', group: '5 Vossen', schoolYear: YEAR },
      { test: 'Begrijpend lezen', score: 162.1, level: 'II' },
      { test: 'Technisch lezen', score: 45.1, level: 'V' },
      { test: 'Woordenschat', score: 76.1, level: null },
      {
        test: 'Rekenen-Wiskunde',
        yearGroup: 4,
        moment: 'E',
        schoolYear: '2024-2025',
        group: null,
        score: 202.9,
      },
    ])
  })

  it('holds of Excel the same, under titles, with days and a column Niveau beside each test', async () => {
    const { results, refused } = await readAll(`${FILES}/breed-school-2025-2026.xlsx`)
    expect([results.length, refused]).toEqual([95, []])
    const count = (of: (one: Result) => boolean) => results.filter(of).length
    expect(count(({ moment }) => moment === 'D')).toBe(24)
    expect(count(({ reference }) => reference !== null)).toBe(24)
    expect(count(({ test: name }) => name === 'Rekenen')).toBe(35)
    expect(count(({ score, level }) => score !== null && level !== null)).toBe(71)
    expect(new Set(results.map(({ takenOn }) => takenOn?.slice(0, 7)))).toEqual(new Set(['2026-01']))
  })

  it('is the same as with a row for each test', async () => {
    const wide = await readAll(
      fileOf(
        'llnr;groep;schooljaar;RW M5 score;RW M5 niveau;SP M5\n1;5;2025-2026;200,5;I;300\n2;5;2025-2026;;V;\n',
      ),
    )
    const long = await readAll(
      fileOf(
        'llnr;groep;schooljaar;toets;vak;score;niveau\n1;5;2025-2026;Rekenen-Wiskunde M5;Rekenen;200,5;I\n1;5;2025-2026;Spelling M5;Spelling;300;\n2;5;2025-2026;Rekenen-Wiskunde M5;Rekenen;;V\n',
      ),
    )
    expect(wide.results).toEqual(long.results)
  })

  it('refuses a result with its row and column, and takes the others', async () => {
    const { results, refused } = await readAll(
      fileOf(
        'llnr;groep;RW M5 score;RW M5 niveau;SP M5\n1;5;afwezig;I;300\n2;5;200;Q;301\n;5;200;I;\n1;5;199;II;\n3;5/6;;;12\n',
        'lijst 2025-2026.csv',
      ),
    )
    expect(refused).toEqual([
      { row: 2, why: 'score-odd', column: 2 },
      { row: 3, why: 'level-odd', column: 3 },
      { row: 4, why: 'pupil-missing', column: 0 },
    ])
    expect(results.map(({ pupil, test: name }) => `${pupil} ${name}`)).toEqual([
      '1 Spelling',
      '2 Spelling',
      '1 Rekenen-Wiskunde',
      '3 Spelling',
    ])
  })

  it.each([
    ['no school year', 'llnr;groep;RW M5;SP M5\n1;5;2;3\n'],
    ['no pupil number', 'nr;groep;RW M5 2025-2026;SP M5\n1;5;2;3\n'],
    ['no moment', 'llnr;groep;schooljaar;Rekenen;Spelling\n1;5;2025-2026;2;3\n'],
  ])('is not read by itself when it says %s', async (_, content) => {
    await expect(wideChosen(fileOf(content))).rejects.toMatchObject({ why: 'wide' })
  })
})

it('columns are called as a spreadsheet calls them', () => {
  expect([0, 25, 26, 51, 52, 499].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'SF'])
})
