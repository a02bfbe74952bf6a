import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { printed } from '../../test/printed.ts'
import { signalCommand } from './signal-command.ts'

const OPEN_FILE = 'test/fixtures/trend/inspectie-leerresultaten-2023-2025.csv'
const HEADING =
  'ovt,Gemiddelde %1F 2223,Gemiddelde %1S/2F 2223,Aantal leerlingen 2223,Gemiddelde %1F 2324,Gemiddelde %1S/2F 2324,Aantal leerlingen 2324,Gemiddelde %1F 2425,Gemiddelde %1S/2F 2425,Aantal leerlingen 2425,Schoolweging'
const numberOf = (text: string | undefined) => Number((text ?? '').replace(',', '.'))

type Row = Record<string, string>
const rowsIn = (csv: string) => Papa.parse<Row>(csv.trim(), { header: true }).data

describe('signal FILE.csv', () => {
  let folder: string
  let out: string
  let err: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'signal-'))
    out = ''
    err = ''
  })
  afterEach(async () => {
    await rm(folder, { recursive: true })
  })
  const command = async (args: string[]) => {
    const { code, ...said } = await printed(() => signalCommand(args))
    out = said.out
    err = said.err
    return code
  }
  const run = async (content: string | Uint8Array) => {
    const file = join(folder, 'x.csv')
    await writeFile(file, content)
    return command([file])
  }

  it('gives what the Inspectie published, for every school with three years', async () => {
    expect(await command([OPEN_FILE])).toBe(0)
    const published = new Map(rowsIn(await readFile(OPEN_FILE, 'utf8')).map((row) => [row['ovt'], row]))
    const rows = rowsIn(out)
    expect(rows).toHaveLength(3103)
    const complete = (row: Row) =>
      ['2223', '2324', '2425'].every((year) => /^\d+$/.test(row[`Aantal leerlingen ${year}`] ?? ''))
    let compared = 0
    for (const row of rows) {
      const said = published.get(row['ovt']) ?? {}
      expect([row['ovt'], row['reason'] === '']).toEqual([said['ovt'], complete(said)])
      if (row['reason'] !== '') continue
      compared += 1
      const off = (one: string, other: string) => Math.abs(numberOf(row[one]) - numberOf(said[other]))
      expect(off('pooled %1F', 'Gewogen driejaarsgemiddelde %1F')).toBeLessThan(0.0101)
      expect(off('pooled %1S/2F', 'Gewogen driejaarsgemiddelde %1S/2F')).toBeLessThan(0.0101)
      expect(off('signaleringswaarde 1S/2F', 'Signaleringswaarde 1S/2F')).toBeLessThan(1e-6)
      expect(said['Uitkomst indicator 1F']?.toLowerCase()).toContain(row['verdict 1F'])
      expect(said['Uitkomst indicator 1S/2F']?.toLowerCase()).toContain(row['verdict 1S/2F'])
    }
    expect(compared).toBe(2924)
  })

  it('reads columns in another order, other separators and encodings, and more than three years', async () => {
    const [names = '', values = ''] = [HEADING, '00AB|C1,90,40,20,91,41,20,92,42,20,"29,99"'].map((line) =>
      (line.match(/"[^"]*"|[^,]+/g) ?? []).reverse().join(';'),
    )
    const expected = '00AB|C1,91.00,41.00,85,47.1,boven,onder,'
    for (const bytes of [
      `\ufeff${names}\r\n${values}\r\n`,
      Buffer.from(`\ufeff${names}\n${values}`, 'utf16le'),
    ]) {
      out = ''
      expect(await run(bytes)).toBe(0)
      expect(out.split('\n')[1]).toBe(expected)
    }
  })

  it('says in the row why a school can’t be computed', async () => {
    const rows = [
      'A,*,*,*,*,*,*,*,*,*,30',
      'B,90,40,20,,,,92,42,20,30',
      'C,100,50,4,100,50,4,100,50,4,30',
      'D,90,40,20,90,40,20,90,45,20,',
      'E,90,40,twintig,90,40,20,90,40,20,30',
      'F,900,40,20,90,40,20,90,40,20,30',
    ]
    expect(await run([HEADING, ...rows].join('\n'))).toBe(0)
    expect(rowsIn(out).map((row) => [row['ovt'], row['reason'], row['verdict 1F']])).toEqual([
      ['A', 'afgeschermd: te weinig leerlingen in een jaar', ''],
      ['B', 'een jaar ontbreekt', ''],
      ['C', 'kleine school: beoordeling over vijf jaar', ''],
      ['D', 'schoolweging ontbreekt of valt buiten de tabel', 'boven'],
      ['E', 'een getal is niet te lezen', ''],
      ['F', 'een getal is niet te lezen', ''],
    ])
  })

  it('refuses in one line what is not that file', async () => {
    const odd: [string | Uint8Array, string][] = [
      ['', 'niet het open bestand'],
      ['naam;groep\nKarin;3\n', 'niet het open bestand'],
      [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'Excel-bestand'],
      [new Uint8Array([...Buffer.from(`${HEADING}\n`), 0, 1, 2]), 'geen tekst'],
      [`${HEADING}\n"${'x'.repeat(2_000_000)}`, 'aanhalingsteken'],
      [`${HEADING}\n${'x,'.repeat(600)}`, 'te veel kolommen'],
    ]
    for (const [content, why] of odd) {
      err = ''
      expect(await run(content)).toBe(2)
      expect(err).toContain(why)
      expect(err.trim().split('\n')).toHaveLength(1)
    }
    expect(out).toBe('')
    expect(await command([join(folder, 'nergens.csv')])).toBe(2)
    expect(await command([folder])).toBe(2)
    expect(await command([])).toBe(2)
  })

  it('prints no formula for a spreadsheet', async () => {
    await run(`${HEADING}\n=cmd|x,90,40,20,90,40,20,90,40,20,30`)
    expect(out.split('\n')[1]).toMatch(/^"'=cmd/)
  })
})
