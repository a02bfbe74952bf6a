import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { printed } from '../../test/printed.ts'
import { edexmlCommand } from './edexml-command.ts'

const FILE = 'test/fixtures/trend/edexml-normaal-2026-2027'

describe('import-edexml FILE.xml', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'edexml-'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  const run = async (content: string) => {
    const file = join(folder, 'x.xml')
    await writeFile(file, content)
    return printed(() => edexmlCommand([file]))
  }

  it('gives groups, staff and numbers of pupils, and nothing else of a pupil', async () => {
    const {
      moetWeg: _,
      magNietVoorkomenInOpslagRegex,
      ...wanted
    } = JSON.parse(await readFile(`${FILE}.expected.json`, 'utf8'))
    const { code, out } = await printed(() => edexmlCommand([`${FILE}.xml`]))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ ...wanted, waarschuwingen: [], geweigerd: [] })
    for (const never of magNietVoorkomenInOpslagRegex) expect(out).not.toMatch(new RegExp(never))
    expect(JSON.parse(out).weggelaten).toEqual(
      expect.arrayContaining([
        'bsn',
        'land',
        'land_vader',
        'land_moeder',
        'gewicht_nieuw',
        'etniciteit',
        'eckid',
      ]),
    )
  })

  it('reads another year, prefixes, groups behind who is in them, and a first name that is the whole name', async () => {
    const { code, out } = await run(
      `<e:EDEX xmlns:e="urn:x"><e:school><e:schooljaar>2031-2032</e:schooljaar></e:school>
       <e:leerlingen><e:leerling key="1"><e:jaargroep>3</e:jaargroep><e:groep key="G3"/></e:leerling>
       <e:leerling key="2"><e:jaargroep>S</e:jaargroep><e:groep key="nergens"/></e:leerling><e:leerling key="3"/></e:leerlingen>
       <e:leerkrachten><e:leerkracht key="a"><e:roepnaam>Jan de Wit</e:roepnaam><e:achternaam>Wit</e:achternaam><e:groepen><e:groep key="G3"/></e:groepen></e:leerkracht>
       <e:leerkracht key="a"><e:roepnaam>Jan</e:roepnaam></e:leerkracht><e:leerkracht key="b"/></e:leerkrachten>
       <e:groepen><e:groep key="G3"><e:naam>3</e:naam><e:jaargroep>3</e:jaargroep></e:groep><e:groep key="G4"/></e:groepen></e:EDEX>`,
    )
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      schooljaar: '2031-2032',
      leerlingen: 3,
      groepen: [{ key: 'G3', leerlingen: 1 }],
      leerkrachten: [{ naam: 'Jan de Wit', groepen: ['G3'] }],
    })
    expect(JSON.parse(out).waarschuwingen.toSorted()).toEqual([
      'collega zonder naam (1)',
      'dezelfde sleutel staat er twee keer (1)',
      'groep zonder naam of sleutel (1)',
      'leerling in een groep die er niet is (1)',
      'leerling zonder groep (1)',
    ])
  })

  it('refuses in one line what is no EDEXML', async () => {
    const deep = '<EDEX>'.repeat(100)
    const odd: [string, string][] = [
      ['', 'leeg'],
      ['hallo', 'beschadigd'],
      ['<edexml/>', 'geen EDEXML'],
      ['<EDEX><school>', 'beschadigd'],
      ['<!DOCTYPE EDEX [<!ENTITY a "b">]><EDEX>&a;</EDEX>', 'andere bestanden'],
      [deep, 'nesten'],
      [`<EDEX><groepen>${'<groep key="a"><naam>a</naam></groep>'.replace('"a"', '"b"')}`, 'beschadigd'],
      [
        `<EDEX><leerlingen>${'<leerling key="1"/>'.repeat(20_001)}</leerlingen></EDEX>`,
        'groter dan dat van één school',
      ],
    ]
    for (const [content, why] of odd) {
      const { code, out, err } = await run(content)
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain(why)
      expect(err.trim().split('\n')).toHaveLength(1)
    }
    expect((await printed(() => edexmlCommand([]))).code).toBe(2)
    expect((await printed(() => edexmlCommand([folder]))).code).toBe(2)
  })
})
