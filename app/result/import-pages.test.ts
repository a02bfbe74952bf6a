import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Cast, NOW, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { type App, asMember, type Visitor } from '../../test/request.ts'
import {
  atImports,
  brought,
  check,
  csv,
  filesLeft,
  KNOWN,
  nothingUnderWay,
  rowsOf,
  send,
  settled,
  taken,
} from '../../test/results-visit.ts'
import type { Db } from '../db/database.ts'
import { figuresOf } from './figure-store.ts'
import { importsOf } from './import-store.ts'

const FILES = 'test/fixtures/trend'

let db: Db
let cast: Cast
let app: App
let karin: Visitor

eachDatabase((open) => {
  beforeEach(async () => {
    db = await open()
    ;({ cast, app, karin } = await atImports(db))
  })
  afterEach(nothingUnderWay)

  it('from a file to an end page, and nothing of the file stays', async () => {
    const at = await brought(
      karin,
      readFileSync(`${FILES}/toetsresultaten-2025-2026-utf8bom.csv`),
      'cito.csv',
    )
    const look = await (await karin.get(at)).text()
    expect(look).toContain('Klopt het zo?')
    expect(look).toContain('••••93')
    expect(look).not.toContain('005293')
    await check(karin, at)
    expect(await settled(karin, at)).toContain('1.531 resultaten kunnen erin')
    await karin.post(at, { act: 'take' })
    const end = await settled(karin, at)
    expect(end).toContain('1.531 resultaten staan erin')
    expect(end).toContain('href="/trends/ambitions"')
    expect(filesLeft()).toEqual([])
    expect(await figuresOf(db, cast.keeper, {})).not.toEqual([])
    const list = await (await karin.get('/trends/import')).text()
    expect(list).toContain('Cito LVS, op')
    expect(list).toContain('Dan gaan 1.531 resultaten weg')
  })

  it('a message of UWLR and a spreadsheet go the same way', async () => {
    const message = await brought(karin, readFileSync(`${FILES}/uwlr-normaal.xml`), 'uwlr.xml')
    const look = await (await karin.get(message)).text()
    expect(look).toContain('staan 69 resultaten')
    expect(look).toContain('Dit lezen we niet: eckid.')
    await karin.post(message, { act: 'check', supplier: '-', 'supplier-other': 'Fictief toetssysteem' })
    expect(await settled(karin, message)).toContain('69 resultaten kunnen erin')
    await karin.post(message, { act: 'take' })
    expect(await settled(karin, message)).toContain('69 resultaten staan erin')
    const sheet = await brought(karin, readFileSync(`${FILES}/toetsresultaten-2021-2026.xlsx`), 'lvs.xlsx')
    await check(karin, sheet)
    expect(await settled(karin, sheet)).toContain('7.887 resultaten kunnen erin')
    const kinds = (await importsOf(db, cast.keeper)).map(({ kind, supplier }) => [kind, supplier])
    expect(kinds).toEqual([['uwlr', 'Fictief toetssysteem']])
  })

  it('a second time the same file changes nothing; undone it is as before', async () => {
    await taken(karin, csv(...rowsOf(30)))
    expect(await taken(karin, csv(...rowsOf(30)))).toContain('Alles stond er al')
    const [only, ...more] = await importsOf(db, cast.keeper)
    expect(more).toEqual([])
    const answer = await karin.post('/trends/import', { act: 'undo', import: only?.id ?? '' })
    expect(answer.headers.get('location')).toBe('/trends/import?done=undone')
    expect(await importsOf(db, cast.keeper)).toEqual([])
    const again = await karin.post('/trends/import', { act: 'undo', import: only?.id ?? '' })
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('al ongedaan gemaakt')])
  })

  it('shows which rows it can not read and takes the good ones, or nothing', async () => {
    const file = csv(
      ...rowsOf(25),
      ';5 Vossen;5;Rekenen M5;Rekenen;20-01-2026;1;I',
      ...rowsOf(1),
      '9;;5;X M5;X;;1;I',
    )
    const at = await brought(karin, file)
    await check(karin, at)
    const page = await settled(karin, at)
    expect(page).toContain('3 rijen kunnen we niet lezen')
    expect(page).toContain('zonder leerlingnummer')
    const list = await (await karin.get(`${at}/refused.csv`)).text()
    expect(list.split('\r\n').slice(1, 4)).toEqual([
      '27;"zonder leerlingnummer"',
      '28;"staat er al: zelfde leerling, toets en moment"',
      '29;"geen datum en geen schooljaar"',
    ])
    await karin.post(at, { act: 'nothing' })
    expect((await karin.get(at)).status).toBe(404)
    expect(await importsOf(db, cast.keeper)).toEqual([])
    expect(filesLeft()).toEqual([])
    const other = await brought(karin, file)
    await check(karin, other)
    await settled(karin, other)
    await karin.post(other, { act: 'take' })
    expect(await settled(karin, other)).toContain('25 resultaten staan erin')
  })

  it('asks for columns it does not know, and knows them the next time', async () => {
    const file = [
      'Stamnr;Kind;Meting;Wanneer;Punten',
      ...rowsOf(22).map((row) => {
        const [pupil, group, , test, , day, score] = row.split(';')
        return [pupil, group, test, day, score].join(';')
      }),
    ].join('\n')
    const at = await brought(karin, file, 'export.csv')
    const look = await (await karin.get(at)).text()
    expect(look).toContain('Zeg wat waar staat')
    expect(look).not.toContain('5 Vossen')
    expect(look).not.toContain('1000')
    const none = Object.fromEntries(Object.keys(KNOWN).map((name) => [name, '']))
    const bare = await check(karin, at, { ...none, supplier: '' })
    expect([bare.status, await bare.text()]).toEqual([
      422,
      expect.stringContaining('Kies van wie de toetsen zijn'),
    ])
    const chosen = {
      ...none,
      'column-pupil': '0',
      'column-test': '2',
      'column-takenOn': '3',
      'column-score': '4',
    }
    const other = { supplier: '-', 'supplier-other': 'Onze toets' }
    expect((await check(karin, at, { ...chosen, ...other })).status).toBe(303)
    expect(await settled(karin, at)).toContain('22 resultaten kunnen erin')
    await karin.post(at, { act: 'take' })
    await settled(karin, at)
    const next = await (await karin.get(await brought(karin, file, 'export.csv'))).text()
    expect(next).toContain('Klopt het zo?')
    expect(next).toMatch(/<option value="Onze toets" selected/)
  })

  it('does not take a column of personal data, nor names where tests or groups should stand', async () => {
    const file = [
      'BSN;Kind;Leerlingnummer;Toets;Vakgebied;Afnamedatum;Score',
      ...rowsOf(30).map((row, at) => {
        const [pupil, , , test, subject, day, score] = row.split(';')
        return [`11122233${at}`, `Sanne ${'x'.repeat(at + 1)}`, pupil, test, subject, day, score].join(';')
      }),
    ].join('\n')
    const at = await brought(karin, file)
    const look = await (await karin.get(at)).text()
    expect(look).toContain('Dit lezen we niet: BSN.')
    for (const never of ['11122233', 'Sanne']) expect(look).not.toContain(never)
    const columns = {
      'column-pupil': '2',
      'column-test': '3',
      'column-subject': '4',
      'column-takenOn': '5',
      'column-score': '6',
    }
    const none = Object.fromEntries(Object.keys(KNOWN).map((name) => [name, '']))
    const personal = await check(karin, at, { ...none, ...columns, 'column-pupil': '0' })
    expect([personal.status, await personal.text()]).toEqual([
      422,
      expect.stringContaining('Dat lezen we niet'),
    ])
    await check(karin, at, { ...none, ...columns, 'column-group': '1' })
    expect(await settled(karin, at)).toContain('Misschien staan daar namen')
    await check(karin, at, { ...none, ...columns, 'column-subject': '1' })
    expect(await settled(karin, at)).toContain('Misschien staan daar namen')
    expect(await importsOf(db, cast.keeper)).toEqual([])
  })

  it('a double post takes it in once, and two files at once both go in', async () => {
    const one = await brought(karin, csv(...rowsOf(40)))
    const two = await brought(karin, csv(...rowsOf(35, '5 Egels').map((row) => row.replaceAll('M5', 'E5'))))
    await Promise.all([check(karin, one), check(karin, one), check(karin, two)])
    await Promise.all([settled(karin, one), settled(karin, two)])
    await Promise.all([one, one, two, two].map((at) => karin.post(at, { act: 'take' })))
    const ends = await Promise.all([settled(karin, one), settled(karin, two)])
    expect(ends[0]).toContain('40 resultaten staan erin')
    expect(ends[1]).toContain('35 resultaten staan erin')
    expect((await importsOf(db, cast.keeper)).length).toBe(2)
  })

  it('who stops while it reads or stores leaves nothing behind, and can go on', async () => {
    const at = await brought(karin, csv(...rowsOf(60)))
    await check(karin, at)
    await karin.post(at, { act: 'cancel' })
    const stopped = await settled(karin, at)
    expect(stopped).toMatch(/Gestopt|60 resultaten kunnen erin/)
    if (stopped.includes('Gestopt')) await check(karin, at)
    await settled(karin, at)
    const other = Promise.withResolvers<void>()
    // Somebody else's import is being stored: this one waits for it.
    const before = db.write(cast.keeper, async (_, tx) => {
      await tx.hold(`results ${cast.schoolId}`)
      await other.promise
    })
    await karin.post(at, { act: 'take' })
    await karin.post(at, { act: 'cancel' })
    other.resolve()
    await before
    const halted = await settled(karin, at)
    expect(halted).toContain('Gestopt. Er is niets opgenomen.')
    expect(await importsOf(db, cast.keeper)).toEqual([])
    await karin.post(at, { act: 'take' })
    expect(await settled(karin, at)).toContain('60 resultaten staan erin')
  })

  it('is the coordinator’s alone, and a file is only for who brought it', async () => {
    const at = await brought(karin, csv(...rowsOf(30)))
    const anouk = await asMember(app, db, cast, 'anouk')
    for (const path of ['/trends/import', at, `${at}/refused.csv`])
      expect([path, (await anouk.get(path)).status]).toEqual([path, 403])
    expect((await send(anouk, csv(...rowsOf(3)))).status).toBe(403)
    expect((await anouk.post(at, { act: 'take' })).status).toBe(403)
    const atHome = await asMember(app, db, cast, 'karin', NOW)
    expect((await atHome.get(at)).status).toBe(200)
    const elsewhere = await asMember(app, db, await settleCast(db, { name: 'De Vlieger' }), 'karin')
    for (const path of [at, `${at}/refused.csv`]) expect((await elsewhere.get(path)).status).toBe(404)
    expect((await elsewhere.post(at, { act: 'nothing' })).status).toBe(404)
    expect((await karin.get(at)).status).toBe(200)
    expect((await karin.get(`${at}0`)).status).toBe(404)
  })
})
