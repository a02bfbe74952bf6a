import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp, testHouse } from '../../test/house.ts'
import { type App, asMember, type Visitor } from '../../test/request.ts'
import type { Db } from '../db/database.ts'
import { openTemporary } from '../db/sqlite.ts'
import { figuresOf } from './figure-store.ts'
import { importsOf } from './import-store.ts'
import { stopIncoming } from './incoming-desk.ts'

const FILES = 'test/fixtures/trend'

let db: Db
let cast: Cast
let app: App
let karin: Visitor

const folder = () => testHouse(db).incomingDir
const filesLeft = () => (existsSync(folder()) ? readdirSync(folder()) : [])

const csv = (...rows: string[]) =>
  ['Leerlingnummer;Groep;Jaargroep;Toets;Vakgebied;Afnamedatum;Vaardigheidsscore;Niveau', ...rows].join('\n')

/** A few rows as a school has them. */
const rowsOf = (pupils: number, group = '5 Vossen') =>
  Array.from(
    { length: pupils },
    (_, at) => `${1000 + at};${group};5;Rekenen-Wiskunde M5;Rekenen;20-01-2026;${200 + at},5;III`,
  )

async function send(who: Visitor, content: string | Uint8Array<ArrayBuffer>, name = 'cito.csv') {
  const form = new FormData()
  form.set('file', new File([content], name))
  return who.send('/trends/import', form)
}

/** Brings a file in as far as its own page; the address of that page. */
async function brought(who: Visitor, content: string | Uint8Array<ArrayBuffer>, name?: string) {
  const answer = await send(who, content, name)
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

const KNOWN = {
  'column-pupil': '0',
  'column-group': '1',
  'column-yearGroup': '2',
  'column-test': '3',
  'column-subject': '4',
  'column-takenOn': '5',
  'column-score': '6',
  'column-level': '7',
}

const check = (who: Visitor, at: string, fields: Record<string, string> = {}) =>
  who.post(at, { act: 'check', supplier: 'Cito LVS', norm: '3.0', ...KNOWN, ...fields })

/** The page when nothing is being done any more. */
async function settled(who: Visitor, at: string): Promise<string> {
  for (let turn = 0; turn < 500; turn += 1) {
    const page = await (await who.get(at)).text()
    if (!page.includes('<ask-again>')) return page
    await wait(20)
  }
  return expect.unreachable()
}

async function taken(who: Visitor, content: string, name?: string) {
  const at = await brought(who, content, name)
  await check(who, at)
  await settled(who, at)
  await who.post(at, { act: 'take' })
  return settled(who, at)
}

eachDatabase((open) => {
  beforeEach(async () => {
    db = await open()
    cast = await settleCast(db)
    app = testApp(db)
    karin = await asMember(app, db, cast, 'karin')
  })
  afterEach(async () => {
    await stopIncoming()
    expect(filesLeft()).toEqual([])
  })

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
    expect(await figuresOf(db, await asActor(), {})).not.toEqual([])
    const list = await (await karin.get('/trends/import')).text()
    expect(list).toContain('Cito LVS, op')
    expect(list).toContain('Dan gaan 1.531 resultaten weg')
  })

  const asActor = async () => ({ kind: 'keeper', schoolId: cast.schoolId }) as const

  it('a second time the same file changes nothing; undone it is as before', async () => {
    await taken(karin, csv(...rowsOf(30)))
    expect(await taken(karin, csv(...rowsOf(30)))).toContain('Alles stond er al')
    const [only, ...more] = await importsOf(db, await asActor())
    expect(more).toEqual([])
    const answer = await karin.post('/trends/import', { act: 'undo', import: only?.id ?? '' })
    expect(answer.headers.get('location')).toBe('/trends/import?done=undone')
    expect(await importsOf(db, await asActor())).toEqual([])
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
    expect(await importsOf(db, await asActor())).toEqual([])
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
    expect(look).toContain('Deze kolommen lezen we niet: BSN.')
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
    expect(await importsOf(db, await asActor())).toEqual([])
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
    expect((await importsOf(db, await asActor())).length).toBe(2)
  })

  it('who stops while it reads or stores leaves nothing behind, and can go on', async () => {
    const at = await brought(karin, csv(...rowsOf(60)))
    await check(karin, at)
    await karin.post(at, { act: 'cancel' })
    const stopped = await settled(karin, at)
    expect(stopped).toMatch(/Gestopt|60 resultaten kunnen erin/)
    if (stopped.includes('Gestopt')) await check(karin, at)
    await settled(karin, at)
    await Promise.all([karin.post(at, { act: 'take' }), karin.post(at, { act: 'cancel' })])
    const halted = await settled(karin, at)
    expect(halted).toContain('Gestopt. Er is niets opgenomen.')
    expect(await importsOf(db, await asActor())).toEqual([])
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
    const other = await asMember(app, db, cast, 'karin', NOW)
    expect((await other.get(at)).status).toBe(200)
    expect((await karin.get(`${at}0`)).status).toBe(404)
  })
})

describe('a file that is none', () => {
  beforeEach(async () => {
    db = await openTemporary()
    cast = await settleCast(db)
    app = testApp(db)
    karin = await asMember(app, db, cast, 'karin')
  })
  afterEach(async () => {
    await stopIncoming()
    await db.close()
    expect(filesLeft()).toEqual([])
  })

  it.each([
    ['empty', '', 'Dit bestand is leeg'],
    ['nothing but signs', '\0\0\0\0;\0', 'tekens in die niet in een tekst horen'],
    [
      'a quote that stays open',
      `a;b\n"${'x'.repeat(1_050_000)}`.slice(0, 900_000),
      'koppen|aanhalingsteken|regel',
    ],
    ['a torn spreadsheet', 'PK\u0003\u0004 torn', 'beschadigd'],
    [
      'another message',
      '<?xml version="1.0"?><order><bsn>111222333</bsn></order>',
      'geen bericht met leerresultaten',
    ],
    [
      'a message with entities',
      '<!DOCTYPE a [<!ENTITY b "c">]><leerresultaten_verzoek>&b;</leerresultaten_verzoek>',
      'beschadigd',
    ],
  ])('is refused: %s', async (_, content, says) => {
    const answer = await send(karin, content, 'x.csv')
    const page = await answer.text()
    if (answer.status === 303) return expect(filesLeft()).not.toEqual([])
    expect(answer.status).toBe(422)
    expect(page).toMatch(new RegExp(says))
    expect(page).not.toContain('111222333')
  })

  it.each([
    ['the open file of the Inspectorate', 'ovt,Schoolweging\n00AV|C1,30.6', '/trends/school#published'],
    ['EDEXML', '<?xml version="1.0"?><EDEX><school/></EDEX>', '/team/import'],
  ])('is led on: %s', async (_, content, there) => {
    const answer = await send(karin, content)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(there)])
  })

  it('without a file, or torn in the middle, says so', async () => {
    const bare = await karin.send('/trends/import', new FormData())
    expect([bare.status, await bare.text()]).toEqual([422, expect.stringContaining('Kies eerst een bestand')])
    const torn = await karin.get('/trends/import')
    expect(torn.status).toBe(200)
  })
})
