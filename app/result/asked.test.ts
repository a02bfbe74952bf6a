import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scoresOf } from '../../test/ambition-room.ts'
import { type Cast, NOW } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { type Visitor } from '../../test/request.ts'
import {
  atImports,
  bringIn,
  brought,
  check,
  csv,
  filesLeft,
  nothingUnderWay,
  rowsOf,
  settled,
  taken,
} from '../../test/results-visit.ts'
import type { Db } from '../db/database.ts'
import { changeSchool } from '../school/school-store.ts'
import { figuresOf } from './figure-store.ts'
import { otherSchools, schoolIn } from './file-school.ts'
import type { Importing } from './import-job.ts'
import { importsOf } from './import-store.ts'
import type { Result } from './result.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-asked-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const AS: Importing = { supplier: 'Cito', kind: 'sheet', keyFile: join(folder, 'notes.key'), now: NOW }
const MESSAGE = readFileSync('test/fixtures/trend/uwlr-normaal.xml')

describe('of which school a file is', () => {
  it.each([
    ['99XX', '', '99XX'],
    [' 99 xx ', '00', '99XX'],
    ['99XX', '02', '99XX02'],
    ['99XX01', '02', '99XX01'],
    ['99XX', '<b>', '99XX'],
    ['', '02', null],
    ['onbekend', '', null],
    ['99XX; drop table school', '', null],
    ['９９XX', '', null],
  ])('%j with branch %j is %j', (text, branch, school) => expect(schoolIn(text, branch)).toBe(school))

  const anySchool = fc
    .tuple(fc.constantFrom('00AV', '99XX', '12AB'), fc.constantFrom('', '00', '01', '02'))
    .map((parts) => parts.join(''))
  it('another one is named, the own one never', () => {
    fc.assert(
      fc.property(fc.array(anySchool), anySchool, (found, own) => {
        const others = otherSchools(found, own)
        expect(others.some((one) => one === own || one === own.slice(0, 4))).toBe(false)
        for (const one of found.filter((each) => each.slice(0, 4) !== own.slice(0, 4)))
          expect(others).toContain(one.slice(0, 4))
        expect(otherSchools(found, null)).toEqual([])
        expect(otherSchools([own, own.slice(0, 4)], own)).toEqual([])
      }),
    )
    expect(otherSchools(['00AV02'], '00AV01')).toEqual(['00AV02'])
    expect(otherSchools(['00AV02'], '00AV')).toEqual([])
  })
})

let db: Db
let cast: Cast
let karin: Visitor

eachDatabase((open) => {
  beforeEach(async () => {
    db = await open()
    ;({ cast, karin } = await atImports(db))
  })
  afterEach(nothingUnderWay)
  const standing = async () => [await importsOf(db, cast.keeper), await figuresOf(db, cast.keeper, {})]
  const message = async () => {
    const at = await brought(karin, MESSAGE, 'uwlr.xml')
    await karin.post(at, { act: 'check', supplier: '-', 'supplier-other': 'Fictief toetssysteem' })
    return { at, page: await settled(karin, at) }
  }
  const post = async (at: string, fields: Record<string, string>) => {
    const answer = await karin.post(at, fields)
    return { status: answer.status, to: answer.headers.get('location'), page: await answer.text() }
  }

  it('a file of another school goes in only when somebody says that it is ours', async () => {
    await changeSchool(db, cast.keeper, { brin: '00AV' })
    const before = await standing()
    const { at, page } = await message()
    expect(page).toContain('Dit bestand is van school 99XX; jullie school is 00AV. Is dit jullie bestand?')
    for (const odd of ['', 'ja', 'TAKE']) {
      const bare = await post(at, { act: 'take', ours: odd })
      expect(bare.status).toBe(422)
      expect(bare.page).toContain('href="#ours-take"')
      expect(bare.page).toContain('id="ours-error"')
      // Nor does another button.
      expect((await post(at, { act: 'beside', ours: odd })).status).toBe(422)
    }
    expect(await standing()).toEqual(before)
    expect(await post(at, { act: 'take', ours: 'leave' })).toMatchObject({
      status: 303,
      to: '/trends/import?done=nothing',
    })
    expect([await standing(), filesLeft()]).toEqual([before, []])
    const again = await message()
    await karin.post(again.at, { act: 'take', ours: 'take' })
    expect(await settled(karin, again.at)).toContain('69 resultaten staan erin')
  })

  it('asks nothing of its own file, nor where the school or the file names none', async () => {
    expect((await message()).page).not.toContain('jullie school is')
    await changeSchool(db, cast.keeper, { brin: '99XX00' })
    expect((await message()).page).not.toContain('jullie school is')
    expect(await taken(karin, csv(...rowsOf(12)))).toContain('12 resultaten staan erin')
  })

  it('reads it of a column too, wherever it stands, and keeps it nowhere', async () => {
    await changeSchool(db, cast.keeper, { brin: '00AV' })
    const [head = '', ...rows] = csv(...rowsOf(20)).split('\n')
    const some = rows.map((row, at) => `${row};${at < 3 ? '99 xx' : '00av'}`)
    const at = await brought(karin, [`${head};BRIN`, ...some].join('\n'))
    await check(karin, at)
    const page = await settled(karin, at)
    expect(page).toContain('staan ook resultaten van school 99XX; jullie school is 00AV')
    await karin.post(at, { act: 'take', ours: 'take' })
    expect(await settled(karin, at)).toContain('20 resultaten staan erin')
    const saved = await db.read(cast.keeper, (sql) => sql.selectFrom('result_columns').selectAll().execute())
    expect(JSON.stringify([saved, await standing()])).not.toContain('99XX')
  })

  const bring = (results: readonly Result[], as: Partial<Importing> = {}) =>
    bringIn(db, cast, results, { ...AS, ...as })
  const under = (results: readonly Result[], sign: string) =>
    results.map((one) => ({ ...one, pupil: `${sign}${one.pupil}` }))

  it('the same children under other numbers are asked about, and nothing is in', async () => {
    const rows = [...scoresOf('2024-2025', 70, 20), ...scoresOf('2025-2026', 72, 24)]
    await bring(rows)
    const before = await standing()
    expect(await bring(under(rows, 'P'))).toEqual({
      refused: 'other-pupils',
      place: {
        subject: 'Rekenen',
        test: 'Rekenen-Wiskunde',
        yearGroup: 5,
        moment: 'M',
        schoolYear: '2025-2026',
        pupils: 24,
      },
      isNobody: true,
    })
    // One who has such a number by chance makes it no other file.
    const [first, ...rest] = under(rows, 'P')
    const chance = [{ ...first, pupil: rows[0]?.pupil ?? '', score: 1 } as Result, ...rest]
    expect(await bring(chance)).toMatchObject({ refused: 'other-pupils', isNobody: false })
    expect(await standing()).toEqual(before)
    expect(await bring(under(rows, 'P'), { mayBeOthers: true })).toMatchObject({ added: rows.length })
  })

  it('what a school does every year is not asked about', async () => {
    const rows = scoresOf('2024-2025', 70, 20)
    await bring(rows)
    // Another test, another moment, the next year, other values, some who caught up, and who came new beside who stayed.
    expect(await bring(under(rows, 'A').map((one) => ({ ...one, test: 'Anders' })))).toHaveProperty('id')
    expect(await bring(under(rows, 'B').map((one) => ({ ...one, moment: 'E' })))).toHaveProperty('id')
    expect(await bring(under(scoresOf('2025-2026', 70, 20), 'C'))).toHaveProperty('id')
    expect(await bring(rows.map((one) => ({ ...one, score: 71 })))).toMatchObject({ replaced: 20 })
    expect(await bring(under(rows.slice(0, 4), 'D'))).toMatchObject({ added: 4 })
    expect(await bring([...rows, ...under(rows.slice(0, 12), 'E')])).toMatchObject({ added: 12 })
    // A second group of the year, known from the year before.
    const known = under(scoresOf('2025-2026', 70, 12), 'A').map((one, at) => ({
      ...one,
      pupil: `A${rows[at]?.pupil}`,
    }))
    expect(await bring(known)).toMatchObject({ added: 12 })
  })

  it('the page asks it, with how many stand there, and takes the answer', async () => {
    await taken(karin, csv(...rowsOf(32)))
    const before = await standing()
    const others = csv(...rowsOf(22).map((row) => `P${row}`))
    const bringOthers = async () => {
      const at = await brought(karin, others)
      await check(karin, at)
      await settled(karin, at)
      await karin.post(at, { act: 'take' })
      return { at, page: await settled(karin, at) }
    }
    const { at, page } = await bringOthers()
    expect(page).toContain(
      'Van Rekenen-Wiskunde (Rekenen), midden groep 5, 2025–2026 staan er al 32 leerlingen, en in dit bestand zit niemand van hen. Gebruikt dit bestand andere leerlingnummers?',
    )
    const bare = await post(at, { act: 'take' })
    expect([bare.status, bare.page]).toEqual([422, expect.stringContaining('href="#others-leave"')])
    expect(await standing()).toEqual(before)
    expect((await post(at, { act: 'take', others: 'leave' })).to).toBe('/trends/import?done=nothing')
    expect([await standing(), filesLeft()]).toEqual([before, []])
    const again = await bringOthers()
    await karin.post(again.at, { act: 'take', others: 'take' })
    expect(await settled(karin, again.at)).toContain('22 resultaten staan erin')
  })

  it('says what to do with headings alone, and with a PDF', async () => {
    const form = new FormData()
    const [head = ''] = csv().split('\n')
    for (const [content, says] of [
      [head, 'staan alleen kolomkoppen'],
      [`Rapport\n\n${head}\n;;;\n`, 'staan alleen kolomkoppen'],
      ['%PDF-1.7\n1 0 obj', 'Dit is een PDF'],
    ] as const) {
      form.set('file', new File([content], 'x.csv'))
      const answer = await karin.send('/trends/import', form)
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(says)])
    }
    const known = await brought(karin, csv(...rowsOf(2)))
    expect(await (await karin.get(known)).text()).not.toContain('eigen kolom')
  })

  it('a result of a far year is refused with its row; of the coming year it is named', async () => {
    const far = '1;5;5;Rekenen M5;Rekenen;20-01-2050;200;III'
    const next = '2;5;5;Rekenen M5;Rekenen;20-01-2028;200;III'
    const at = await brought(karin, csv(...rowsOf(3), far, next))
    await check(karin, at)
    const page = await settled(karin, at)
    expect(page).toContain('4 resultaten kunnen erin')
    expect(page).toContain('2025–2026 en 2027–2028')
    expect(page).toContain('ligt verder weg dan het komende schooljaar')
    expect(await (await karin.get(`${at}/refused.csv`)).text()).toContain(
      '5;"de datum of het schooljaar ligt',
    )
    await karin.post(at, { act: 'take' })
    await settled(karin, at)
    const years = (await figuresOf(db, cast.keeper, {})).map(({ schoolYear }) => schoolYear)
    expect(years).not.toContain('2049-2050')
  })
})
