import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { zipOf } from '../../test/word/zip-out.ts'
import { worldIn } from '../../test/world.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { changeSchool } from '../school/school-store.ts'
import { contextOf } from './context-store.ts'
import { carried, isOfBrin } from './published.ts'
import { besideOwn } from './published-beside.ts'
import { findPublished, parseCarried } from './published-in.ts'
import type { Standing, Together } from './standing.ts'

const OPEN_FILE = 'test/fixtures/trend/inspectie-leerresultaten-2023-2025.csv'
const year = (text: string) => text as SchoolYear

const headingsOf = (short: string) => [
  `Gemiddelde %1F ${short}`,
  `Gemiddelde %1S/2F ${short}`,
  `Aantal leerlingen ${short}`,
]

/** An Excel file with these cells, as text. */
function bookOf(rows: readonly (readonly string[])[]): Buffer {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const data = rows.map((cells, at) => `<row r="${at + 1}">${cells.map(cell).join('')}</row>`).join('')
  return Buffer.from(
    zipOf([
      {
        name: 'xl/workbook.xml',
        data: '<workbook><sheets><sheet name="a" sheetId="1"/></sheets></workbook>',
      },
      { name: 'xl/worksheets/sheet1.xml', data: `<worksheet><sheetData>${data}</sheetData></worksheet>` },
    ]),
  )
}

describe('the open file of the Inspectie', () => {
  it('is looked through for one school, by its BRIN alone', async () => {
    const bytes = await readFile(OPEN_FILE)
    const found = await findPublished(bytes, '00AV')
    if (isRefusal(found)) throw new Error(found.refused)
    expect(found).toHaveLength(1)
    expect(found[0]?.published).toEqual({
      until: '2024-2025',
      ovt: '00AV|C1',
      weighting: 30.61,
      together: {
        pupils: 23,
        pct1F: 95.65,
        pctTarget: 37.68,
        value1F: 85,
        valueTarget: 45.5,
        verdict1F: 'above',
        verdictTarget: 'below',
      },
      years: [
        { schoolYear: '2022-2023', pupils: 8, pct1F: 100, pctTarget: 41.67 },
        { schoolYear: '2023-2024', pupils: 5, pct1F: 100, pctTarget: 40 },
        { schoolYear: '2024-2025', pupils: 10, pct1F: 90, pctTarget: 33.33 },
      ],
    })
    expect(await findPublished(bytes, '99ZZ')).toEqual({ refused: 'not-found', field: 'file' })
  })

  it('leaves out what the Inspectie withholds, and rounds what a spreadsheet made of a number', async () => {
    const bytes = await readFile(OPEN_FILE)
    const [small] = (await findPublished(bytes, '13YT')) as { published: unknown }[]
    expect(small?.published).toMatchObject({ weighting: 30.06, together: { pupils: 19 }, years: [] })
    const [none] = (await findPublished(bytes, '31VB')) as { published: unknown }[]
    expect(none?.published).toMatchObject({ weighting: 26.3, together: null, years: [] })
    const [rounded] = (await findPublished(bytes, '18NA')) as {
      published: { together: { valueTarget: number } }
    }[]
    expect(rounded?.published.together.valueTarget).toBe(38.7)
  })

  it('is read as a spreadsheet too, with a title above the headings', async () => {
    const cells = [
      ['Leerresultaten van scholen'],
      ['ovt', 'Schoolweging', ...['2223', '2324', '2425'].flatMap(headingsOf)],
      ['00AV|C1', '30.609999999999999', ...Array.from({ length: 3 }, () => ['100', '41.67', '8']).flat()],
    ]
    const found = await findPublished(bookOf(cells), '00AV')
    if (isRefusal(found)) throw new Error(found.refused)
    expect(found[0]?.published).toMatchObject({ until: '2024-2025', weighting: 30.61, together: null })
    expect(found[0]?.published.years).toHaveLength(3)
  })

  it('says of another, damaged or hostile file why it is not read', async () => {
    const odd: [string | Buffer, string][] = [
      ['', 'no-file'],
      ['naam;groep\nKarin;3\n', 'not-that-file'],
      ['x\n'.repeat(60), 'not-that-file'],
      [Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'damaged'],
      [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'damaged'],
      [Buffer.from('ovt;a\0b'), 'damaged'],
      [`"${'x'.repeat(2_000_000)}`, 'damaged'],
    ]
    for (const [content, refused] of odd)
      expect(await findPublished(Buffer.from(content), '00AV')).toEqual({ refused, field: 'file' })
  })

  it('comes back from a form only as a row of the school itself', async () => {
    const found = await findPublished(await readFile(OPEN_FILE), '00AV')
    if (isRefusal(found) || !found[0]) throw new Error('not found')
    const row = carried(found[0].row)
    expect(parseCarried(row, '00AV')).toEqual(found[0].published)
    expect(parseCarried(row, '00AZ')).toBeNull()
    for (const value of ['', '[]', '{}', '[[],[]]', '[[1],["a"]]', 'null', '[["ovt"],["00AV|C1"]]', null, 5])
      expect(parseCarried(value, '00AV')).toBeNull()
  })

  it('knows a school by the BRIN before the bar, of its branches too', () => {
    expect(isOfBrin('12AB|C1', '12AB')).toBe(true)
    expect(isOfBrin('12ab00', '12AB00')).toBe(true)
    expect(isOfBrin('12ABC|C1', '12AB')).toBe(false)
    expect(isOfBrin('', '12AB')).toBe(false)
  })
})

describe('what was published beside our own sums', () => {
  const sum = (value: number, pupils: number, ...years: string[]): Together => ({
    years: years.map(year),
    pupils,
    caution: null,
    at1F: { reached: 0, all: 100, value: 95, band: null },
    target: { reached: 0, all: 100, value, band: null },
  })
  const standing = (until: string, alone: Standing['alone'], together: Standing['together']): Standing => ({
    until: year(until),
    alone,
    together,
  })
  const published = {
    until: year('2024-2025'),
    ovt: '00AV|C1',
    weighting: 30.61,
    together: {
      pupils: 23,
      pct1F: 95,
      pctTarget: 37.68,
      value1F: 85,
      valueTarget: 45.5,
      verdict1F: null,
      verdictTarget: null,
    },
    years: ['2022-2023', '2023-2024', '2024-2025'].map((one) => ({
      schoolYear: year(one),
      pupils: 8,
      pct1F: 95,
      pctTarget: 40,
    })),
  }

  it('gives the team nothing beside a sum of ours that is left out', () => {
    const ours = [
      standing('2023-2024', 'hidden', null),
      standing('2024-2025', sum(40, 8, '2024-2025'), 'hidden'),
    ]
    const team = besideOwn(published, ours, 'team')
    expect(team.together?.said).toBe('hidden')
    expect(team.years.map(({ said }) => (said === 'hidden' ? said : said.schoolYear))).toEqual([
      '2022-2023',
      'hidden',
      '2024-2025',
    ])
    const coordinator = besideOwn(published, ours, 'coordinator')
    expect(coordinator.together?.said).toBe(published.together)
  })

  it('gives the team no number that is a few pupils from ours, nor another of as many pupils', () => {
    const beside = (pupils: number, value: number, share = 37.68) => {
      const together = {
        ...sum(share, pupils, '2022-2023', '2023-2024', '2024-2025'),
        signal: { why: 'too-few' },
      }
      const ours = [
        standing('2024-2025', sum(value, pupils - 15, '2024-2025'), together as Standing['together']),
      ]
      const { together: three, years } = besideOwn(published, ours, 'team')
      return [three?.said !== 'hidden', years.at(-1)?.said !== 'hidden']
    }
    expect(beside(23, 40)).toEqual([true, true])
    expect(beside(22, 40)).toEqual([false, false])
    expect(beside(24, 40)).toEqual([false, false])
    expect(beside(28, 45, 40)).toEqual([true, true])
    expect(beside(23, 41, 38)).toEqual([false, false])
  })

  it('gives no year away by the years together less the others', () => {
    const years = ['2022-2023', '2023-2024', '2024-2025'] as const
    const ours = (pupils: readonly number[]) => {
      const all = pupils.reduce((total, one) => total + one, 0)
      const signal = { why: 'too-few' } as const
      return years.map((one, at) =>
        standing(one, sum(40, pupils[at] ?? 0, one), at < 2 ? null : { ...sum(38, all, ...years), signal }),
      )
    }
    const said = (...pupils: number[]) => besideOwn(published, ours(pupils), 'team')
    expect(said(14, 8, 8).together?.said).toBe(published.together)
    expect(said(14, 9, 8).together?.said).toBe('hidden')
    expect(said(14, 9, 8).years.map((one) => one.said === 'hidden')).toEqual([false, true, false])
    expect(besideOwn(published, ours([14, 9, 8]), 'coordinator').together?.said).toBe(published.together)
  })

  it('gives all of it where we know none of the years, and sets no sum of five years beside one of three', () => {
    const none = besideOwn(published, [], 'team')
    expect(none.together?.said).toBe(published.together)
    expect(none.years.every(({ said }) => said !== 'hidden')).toBe(true)
    const five = sum(40, 14, '2020-2021', '2021-2022', '2022-2023', '2023-2024', '2024-2025')
    const small = standing('2024-2025', null, { ...five, signal: { why: 'too-few' } })
    expect(besideOwn(published, [small], 'team').together).toEqual({ own: null, said: 'hidden' })
  })
})

eachDatabase((open) => {
  describe('/trends/school/import', () => {
    const words = (page: string) => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
    const fileForm = (content: string | Buffer, act = 'read') => {
      const form = new FormData()
      form.set('act', act)
      form.set('file', new File([new Uint8Array(Buffer.from(content))], 'inspectie.csv'))
      return form
    }

    it('looks the school up in the Inspectie’s file, and keeps nothing before it is taken over', async () => {
      const { as, db, cast } = await worldIn(open)
      const karin = await as('karin')
      const content = await readFile(OPEN_FILE)
      expect((await karin.send('/trends/school/import', fileForm(content))).status).toBe(303)
      await changeSchool(db, cast.keeper, { brin: '00AZ' })
      const look = await (await karin.send('/trends/school/import', fileForm(content))).text()
      expect(words(look)).toContain('00AZ|C1 · Leerresultaten 2022–2025')
      expect(words(look)).not.toContain('00AV')
      expect((await contextOf(db, cast.keeper)).published).toEqual([])
      const row = /name="row" value="([^"]*)"/.exec(look)?.[1]?.replaceAll('&quot;', '"') ?? ''
      const taken = await karin.post('/trends/school/import', { act: 'take', row })
      expect(taken.headers.get('location')).toBe('/trends/school?done=taken#published')
      const page = words(await (await karin.get('/trends/school')).text())
      expect(page).toContain(
        '2024–2025 31,75 – – Waar dit staat 2024–2025: Schoolweging uit het open bestand van de Inspectie.',
      )
      expect(page).toContain('Signaleringswaarde 1S/2F: 43,5 % boven')
      const other = row.replaceAll('00AZ', '00AV')
      expect((await karin.post('/trends/school/import', { act: 'take', row: other })).status).toBe(404)
      expect((await (await as('anouk')).send('/trends/school/import', fileForm(content))).status).toBe(403)
    })

    it('says what to do with another file', async () => {
      const { as, db, cast } = await worldIn(open)
      await changeSchool(db, cast.keeper, { brin: '00AZ' })
      const karin = await as('karin')
      const odd = await karin.send('/trends/school/import', fileForm('naam;groep\n1;2\n'))
      expect(odd.status).toBe(422)
      expect(words(await odd.text())).toContain('Dit is niet het open bestand van de Inspectie')
      const empty = await karin.send('/trends/school/import', fileForm(''))
      expect(words(await empty.text())).toContain('Kies eerst een bestand.')
    })
  })
})
