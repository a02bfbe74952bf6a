import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { settleCast } from '../../test/cast.ts'
import { testApp } from '../../test/house.ts'
import { asMember, type Visitor } from '../../test/request.ts'
import {
  brought,
  check,
  csv,
  filesLeft,
  KNOWN,
  nothingLeft,
  rowsOf,
  send,
  settled,
} from '../../test/results-visit.ts'
import type { Db } from '../db/database.ts'
import { openTemporary } from '../db/sqlite.ts'
import { importsOf } from './import-store.ts'
import { stopIncoming } from './incoming-desk.ts'

let db: Db
let karin: Visitor
let keeper: Awaited<ReturnType<typeof settleCast>>['keeper']

beforeAll(async () => {
  db = await openTemporary()
  const cast = await settleCast(db)
  keeper = cast.keeper
  karin = await asMember(testApp(db), db, cast, 'karin')
})
afterEach(async () => {
  await stopIncoming()
  nothingLeft()
})
afterAll(() => db.close())

const HEADINGS = 'Leerlingnummer;Toets;Schooljaar;Score\n'

describe('a file that is none', () => {
  it.each([
    ['empty', '', 'Dit bestand is leeg'],
    ['nothing but signs', '\0\0\0\0;\0', 'tekens in die niet in een tekst horen'],
    [
      'a quote that stays open',
      `${HEADINGS}"${'x'.repeat(1_040_000)}`.slice(0, 1_020_000),
      'aanhalingsteken',
    ],
    ['a row without end', `${HEADINGS}${'x'.repeat(300_000)}\n`, 'te lang om een rij te zijn'],
    ['far too many columns', `${';'.repeat(2000)}\n`, 'te veel kolommen'],
    ['a torn spreadsheet', 'PK\u0003\u0004 torn', 'beschadigd'],
    [
      'another message',
      '<?xml version="1.0"?><order><bsn>111222333</bsn></order>',
      'geen bericht met leerresultaten',
    ],
    [
      'a message that refers',
      '<!DOCTYPE a [<!ENTITY b "c">]><leerresultaten_verzoek>&b;</leerresultaten_verzoek>',
      'beschadigd',
    ],
    ['a message without end', '<a>'.repeat(100_000), 'beschadigd'],
  ])('is refused in words: %s', async (_, content, says) => {
    const answer = await send(karin, content, 'x.csv')
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('Dit bestand konden we niet lezen')
    expect(page).toContain(says)
    expect(page).not.toContain('111222333')
    expect(await importsOf(db, keeper)).toEqual([])
  })

  it('is refused when it is an ordinary form, no form, or torn in the middle', async () => {
    const type = { 'content-type': 'multipart/form-data; boundary=b' }
    const none = await karin.send('/trends/import', new FormData())
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Kies eerst een bestand')])
    const plain = await karin.post('/trends/import', { file: 'x' })
    expect(plain.status).toBe(422)
    const torn = await karin.post('/trends/import', { file: 'x' }, type)
    expect([torn.status, await torn.text()]).toEqual([422, expect.stringContaining('niet helemaal binnen')])
  })

  it.each([
    ['the open file of the Inspectorate', 'ovt,Schoolweging\n00AV|C1,30.6', '/trends/school#published'],
    ['EDEXML', '<?xml version="1.0"?><EDEX><school/></EDEX>', '/team/import'],
  ])('is led on when it is %s', async (_, content, there) => {
    const answer = await send(karin, content)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(there)])
  })
})

describe('a form that says what can not be', () => {
  it.each([
    ['an act that is none', { act: 'dance' }, 303],
    ['no act', {}, 303],
    ['taking what was not read', { act: 'take' }, 303],
    ['a column that is not there', { act: 'check', supplier: 'X', ...KNOWN, 'column-pupil': '99' }, 422],
    ['a column that is no number', { act: 'check', supplier: 'X', ...KNOWN, 'column-pupil': '-1 or 1' }, 422],
    ['no supplier but the sign for another', { act: 'check', supplier: '-', ...KNOWN }, 422],
    ['one column for two things', { act: 'check', supplier: 'X', ...KNOWN, 'column-group': '0' }, 422],
  ])('changes nothing: %s', async (_, fields, status) => {
    const at = await brought(karin, csv(...rowsOf(3)))
    expect((await karin.post(at, fields as Record<string, string>)).status).toBe(status)
    expect((await karin.get(at)).status).toBe(200)
  })

  it('a name that could be markup, a path or a formula is text', async () => {
    const at = await brought(karin, csv(...rowsOf(3)), '..\\..\\<img src=x onerror=1>.csv')
    const page = await (await karin.get(at)).text()
    expect(page).toContain('&lt;img src=x onerror=1&gt;.csv')
    await check(karin, at, { supplier: '-', 'supplier-other': '<b>=1+1</b>', norm: 'x'.repeat(500) })
    expect(await settled(karin, at)).toContain('3 resultaten kunnen erin')
  })

  it('many files of one person do not pile up', async () => {
    const first = await brought(karin, csv(...rowsOf(3)))
    for (let time = 0; time < 5; time += 1) await brought(karin, csv(...rowsOf(3)))
    expect((await karin.get(first)).status).toBe(404)
    expect(filesLeft().length).toBe(5)
  })

  it('cells of other columns, and numbers of pupils, do not come back', async () => {
    const file = `Naam kind;Zorg;${csv(...rowsOf(3).map((row) => `Fatima;111222333 ADHD;${row}`))
      .split('\n')
      .join('\n')}`
    const page = await (await karin.get(await brought(karin, file))).text()
    for (const never of ['Fatima', '111222333', 'ADHD', '1002']) expect(page).not.toContain(never)
    expect(page).toContain('999999999 xxxx')
  })
})
