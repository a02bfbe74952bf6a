import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CsvTrouble, csvRows } from './csv-in.ts'

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const read = async (bytes: Uint8Array, size = 7) => {
  const all: string[][] = []
  for await (const rows of csvRows(inPieces(bytes, size))) all.push(...rows.map(({ cells }) => [...cells]))
  return all
}
const latin = (text: string) => Buffer.from(text, 'latin1')

describe('rows of a file with separators', () => {
  it('are the same in every encoding that schools send, however the file is cut', async () => {
    const text = 'naam;groep;score\r\nZoë;5/6 "Haviken";"12,5"\r\nJosé;8;"a;b"\r\n'
    const files = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      latin(text),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
    ]
    for (const file of files)
      for (const size of [1, 2, 3, 5, 1000]) {
        expect(await read(file, size), `${size}`).toEqual([
          ['naam', 'groep', 'score'],
          ['Zoë', '5/6 "Haviken"', '12,5'],
          ['José', '8', 'a;b'],
        ])
      }
  })

  it('know Windows-1252 by its first letter, also far in the file, and its quotes and euro sign', async () => {
    const plain = 'a;b\n'.repeat(3000)
    const file = Buffer.concat([latin(plain), Uint8Array.of(0x80, 0x3b, 0x93, 0x94, 0x0a)])
    expect((await read(file, 100)).at(-1)).toEqual(['€', '“”'])
  })

  it('are split by what the first row has most of, or by what Excel says', async () => {
    for (const separator of [';', ',', '\t', '|'])
      expect(await read(Buffer.from(`a${separator}b\n1${separator}2`))).toEqual([
        ['a', 'b'],
        ['1', '2'],
      ])
    expect(await read(Buffer.from('sep=|\na;b|c\n'))).toEqual([['a;b', 'c']])
    expect(await read(Buffer.from('a;b\n\n;\n1;2'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('keep the number that a spreadsheet shows, also behind empty rows and breaks inside a cell', async () => {
    const rows = []
    for await (const found of csvRows(inPieces(Buffer.from('a;b\n\n"1\n2";3\n4;5\n'), 3))) rows.push(...found)
    expect(rows.map(({ at, cells }) => [at, cells[1]])).toEqual([
      [1, 'b'],
      [3, '3'],
      [4, '5'],
    ])
  })

  it('come back as they were written, whatever stands in them', async () => {
    const cell = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'é', '"', ';', ' ', '\n', '😀', '€') })
    const quoted = (row: string[]) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(';')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        async (rows, size) => {
          const file = Buffer.from(`"x";"y"\n${rows.map(quoted).join('\n')}\n`)
          const kept = rows.filter((row) => row.some((one) => one.trim() !== ''))
          expect(await read(file, size)).toEqual([['x', 'y'], ...kept])
        },
      ),
    )
  })

  it('are refused when they are no rows', async () => {
    const odd: [Uint8Array, CsvTrouble][] = [
      [Uint8Array.of(0x50, 0x4b, 3, 4), 'spreadsheet'],
      [Buffer.from('a;b\n\0\0'), 'not-text'],
      [Buffer.from(`a;b\n"${'x'.repeat(1_100_000)}`), 'quote-open'],
      [Buffer.from('x'.repeat(1_100_000)), 'row-long'],
      [Buffer.from(`a;b\n${'x'.repeat(200_000)}\nc;d\n`), 'row-long'],
      [Buffer.from(`a;b\n${';'.repeat(600)}\n`), 'columns-many'],
    ]
    for (const [file, why] of odd) await expect(read(file, 65_536)).rejects.toMatchObject({ why })
  })
})
