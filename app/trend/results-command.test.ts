import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { printed } from '../../test/printed.ts'
import { resultsCommand } from './results-command.ts'

const FILES = 'test/fixtures/trend'
const expected = async (name: string) => JSON.parse(await readFile(`${FILES}/${name}.expected.json`, 'utf8'))
const read = async (file: string) => {
  const { code, out, err } = await printed(() => resultsCommand([file]))
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out)
}
type Counted = { schooljaar: string; toets: string; referentieniveaus: object }
const bare = (counts: Counted[]) =>
  counts.map(({ schooljaar, ...rest }) => {
    const { toets: _test, referentieniveaus: _references, ...others } = rest
    return { schooljaar, ...others }
  })

describe('import-results FILE', () => {
  it('counts what a careful reader counts: Windows-1252, Excel, and UTF-8 with a mark', async () => {
    const wanted = await expected('toetsresultaten-2021-2026')
    for (const kind of ['csv', 'xlsx']) {
      const found = await read(`${FILES}/toetsresultaten-2021-2026.${kind}`)
      expect(found.rijen).toBe(wanted.rijen)
      expect(found.leerlingenPerJaar).toEqual(wanted.leerlingenPerJaar)
      expect(bare(found.tellingen)).toEqual(wanted.tellingen)
      expect([found.geweigerd, found.weggelaten]).toEqual([[], []])
    }
    const last = await read(`${FILES}/toetsresultaten-2025-2026-utf8bom.csv`)
    const ofLast = wanted.tellingen.filter(({ schooljaar }: Counted) => schooljaar === '2025-2026')
    expect(bare(last.tellingen)).toEqual(ofLast)
  })

  it('counts the doorstroomtoets over three years together, who has an exemption left out', async () => {
    const { perJaar, gepoold } = await expected('doorstroomtoets-2024-2026')
    const found = await read(`${FILES}/doorstroomtoets-2024-2026.csv`)
    expect(found.perJaar).toEqual(perJaar)
    const { niveaus, minstens1F, streef, pct1F, pct1S2F } = gepoold
    expect(found.gepoold).toMatchObject({ niveaus, minstens1F, streef, pct1F, pct1S2F })
  })

  it('reads a message of UWLR, and nothing of the chain identity', async () => {
    const wanted = await expected('uwlr-normaal')
    const found = await read(`${FILES}/uwlr-normaal.xml`)
    const { schooljaar, brincode, afnames, resultaten } = wanted
    expect(found).toMatchObject({ schooljaar, brincode, afnames, resultaten, rijen: resultaten })
    expect(found.toetsen).toMatchObject(wanted.toetsen)
    expect(found.weggelaten).toEqual(['eckid'])
    expect(JSON.stringify(found)).not.toContain('ketenid')
    expect(await read(`${FILES}/uwlr_leerresultaten_voorbeeld.xml`)).toMatchObject({ afnames: 2, rijen: 2 })
  })

  describe('of files that are written on the spot', () => {
    let folder: string
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'results-'))
    })
    afterEach(() => rm(folder, { recursive: true }))
    const fileOf = async (content: string | Uint8Array) => {
      const file = join(folder, 'x')
      await writeFile(file, content)
      return file
    }

    it('says of each row that is refused its number and why, and repeats nothing of it', async () => {
      const rows = [
        'Rapport van de toetsen',
        '',
        'Leerlingnummer;Jaargroep;Toets;Afnamedatum;Vaardigheidsscore;Niveau',
        '1;5;Rekenen M5;31-1-2026;99,5;II',
        ';5;Rekenen M5;31-1-2026;99,5;II',
        'Jan de Vries;5;Rekenen M5;31-1-2026;99,5;II',
        '2;5;Rekenen M5;31-2-2026;99,5;II',
        '3;9;Rekenen;31-1-2026;99,5;II',
        '4;5;Rekenen;31-1-2026;99,5;II',
        '5;5;Rekenen M5;31-1-2026;heel goed;II',
        '6;5;Rekenen M5;31-1-2026;99,5;VI',
        '7;5;Rekenen M5;31-1-2026;;',
        '1;5;Rekenen M5;1-2-2026;99,5;II',
      ]
      const found = await read(await fileOf(rows.join('\n')))
      expect(found.rijen).toBe(1)
      expect(found.geweigerd).toEqual([
        { rij: 5, reden: 'zonder leerlingnummer' },
        { rij: 6, reden: 'het leerlingnummer is geen nummer of code' },
        { rij: 7, reden: 'de datum is niet te lezen' },
        { rij: 8, reden: 'niet te zien is of het begin, midden of eind is' },
        { rij: 9, reden: 'niet te zien is of het begin, midden of eind is' },
        { rij: 10, reden: 'de score is geen getal' },
        { rij: 11, reden: 'dit niveau kennen we niet' },
        { rij: 12, reden: 'zonder score, niveau en referentieniveau' },
        { rij: 13, reden: 'staat er al: zelfde leerling, toets en moment' },
      ])
      expect(JSON.stringify(found)).not.toContain('Jan')
    })

    it('warns of another school, of more than one, of no rows, and refuses a far year', async () => {
      const head = 'Leerlingnummer;Jaargroep;Toets;Schooljaar;Score;BRIN'
      const rows = [head, '1;5;Rekenen M5;2025-2026;99;00AV', '2;5;Rekenen M5;2025-2026;99;99xx']
      const file = await fileOf([...rows, '3;5;Rekenen M5;2049-2050;99;00AV'].join('\n'))
      const found = await read(file)
      expect(found.waarschuwingen).toEqual([
        'In dit bestand staan resultaten van meer dan één school: 00AV, 99XX.',
      ])
      expect(found.geweigerd).toEqual([{ rij: 4, reden: expect.stringContaining('komende schooljaar') }])
      const { out } = await printed(() => resultsCommand([file, '00av']))
      expect(JSON.parse(out).waarschuwingen).toEqual([
        expect.stringContaining('van school 99XX; jullie school'),
      ])
      const message = await printed(() => resultsCommand([`${FILES}/uwlr-normaal.xml`, '99XX00']))
      expect(message.out).not.toContain('jullie school')
      expect((await read(await fileOf(`${head}\n`))).waarschuwingen).toEqual([
        'Onder de kolomkoppen staat geen enkele rij.',
      ])
    })

    it('leaves personal data out while reading, in Dutch and in English', async () => {
      const found = await read(
        await fileOf(
          'Pupil ID,BSN,First name,Ethnicity,Weight,Country,Land vader,Year group,Test,Date,Score,Level\n9,123456782,Sanne,9,1.2,SY,XX,5,Reading M5,2026-01-31,99.5,A\n',
        ),
      )
      expect(found).toMatchObject({ rijen: 1, geweigerdAantal: 0 })
      expect(found.weggelaten).toEqual(['BSN', 'First name', 'Ethnicity', 'Weight', 'Land vader'])
      for (const never of ['123456782', 'Sanne', 'SY', '1.2'])
        expect(JSON.stringify(found)).not.toContain(never)
    })

    it('makes of a file with a column for each test a row of each, as it is guessed', async () => {
      const found = await read(
        await fileOf(
          'llnr;Naam;groep;schooljaar;Rekenen M5 score;Rekenen M5 niveau;Spelling M5\n1;Sanne;5;2025-2026;200,5;I;\n2;Bo;5;2025-2026;x;II;300\n',
        ),
      )
      expect(found).toMatchObject({
        rijen: 2,
        geweigerdAantal: 1,
        geweigerd: [{ rij: 3, reden: 'de score is geen getal (kolom E)' }],
        weggelaten: ['Naam'],
      })
      expect(JSON.stringify(found)).not.toContain('Sanne')
    })

    it('refuses in one line what holds no results', async () => {
      const odd: [string | Uint8Array, string][] = [
        ['', 'leeg'],
        ['naam;groep\nKarin;3\n', 'geen toetsresultaten'],
        ['leerlingnummer;Spelling M3;Rekenen M3\n1;200;180\n', 'elke toets een eigen kolom'],
        ['%PDF-1.7\n', 'een PDF'],
        ['x\n'.repeat(100), 'geen toetsresultaten'],
        ['<html><body>hallo</body></html>', 'geen bericht'],
        ['<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'beschadigd'],
        ['<leerresultaten_verzoek><toets>', 'beschadigd'],
        [new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]), 'beschadigd'],
        [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'beschadigd'],
        [`Leerlingnummer;Toets;Datum;Score\n"${'1'.repeat(2_000_000)}`, 'aanhalingsteken'],
        ['a;b\n\0\0\0', 'geen lijst'],
      ]
      for (const [content, why] of odd) {
        const file = await fileOf(content)
        const { code, out, err } = await printed(() => resultsCommand([file]))
        expect([code, out]).toEqual([2, ''])
        expect(err).toContain(why)
        expect(err.trim().split('\n')).toHaveLength(1)
      }
      for (const args of [[], ['a', 'b'], [join(folder, 'nergens')], [folder]])
        expect((await printed(() => resultsCommand(args))).code).toBe(2)
    })
  })
})
