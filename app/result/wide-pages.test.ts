import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Cast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { type Visitor } from '../../test/request.ts'
import {
  atImports,
  brought,
  check,
  csv,
  filesLeft,
  nothingUnderWay,
  rowsOf,
  send,
  settled,
} from '../../test/results-visit.ts'
import type { Db } from '../db/database.ts'
import { figuresOf } from './figure-store.ts'
import { importsOf } from './import-store.ts'

const FILE = readFileSync('test/fixtures/trend/breed-groep5-2025-2026.csv')

let db: Db
let cast: Cast
let karin: Visitor

/** What a form holds as it stands, without script. */
function fieldsOf(page: string): Record<string, string> {
  const chosen = [...page.matchAll(/<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)].map(
    ([, name = '', options = '']) => [name, /value="([^"]*)" selected/.exec(options)?.[1] ?? ''],
  )
  const typed = [...page.matchAll(/<input[^>]*type="text"[^>]*>/g)].map(([html]) => [
    /name="([^"]+)"/.exec(html)?.[1] ?? '',
    /value="([^"]*)"/.exec(html)?.[1] ?? '',
  ])
  return Object.fromEntries([...chosen, ...typed])
}

/** Sends a form as it stands, with some answers more. */
async function sendForm(at: string, act: string, more: Record<string, string> = {}) {
  const fields = fieldsOf(await (await karin.get(at)).text())
  return karin.post(at, { ...fields, act, ...more })
}

async function takenIn(at: string) {
  await karin.post(at, { act: 'take' })
  return settled(karin, at)
}

const CITO = { supplier: 'Cito LVS', norm: '3.0' }

eachDatabase((open) => {
  beforeEach(async () => {
    db = await open()
    ;({ cast, karin } = await atImports(db))
  })
  afterEach(nothingUnderWay)

  it('a file with a column for each test goes in as it is guessed, twice changes nothing, and is undone', async () => {
    const at = await brought(karin, FILE, 'breed 2025-2026.csv')
    const look = await (await karin.get(at)).text()
    expect(look).toContain('heeft elke toets een eigen kolom. Kijk of we het goed lezen.')
    expect(look).toContain('E · Rekenen-Wiskunde M5 niveau <small>→ Rekenen-Wiskunde, midden groep 5, niveau')
    expect(look).toContain('één jaar eerder, score')
    expect(look).toContain('O · Opmerkingen <small>→ niet innemen')
    expect(look).toContain('Dit worden de eerste resultaten')
    for (const never of ['verzonnen', '007310', 'bril']) expect(look).not.toContain(never)
    await sendForm(at, 'check', CITO)
    expect(await settled(karin, at)).toContain('146 resultaten kunnen erin')
    expect(await takenIn(at)).toContain('146 resultaten staan erin')
    expect(filesLeft()).toEqual([])
    const figures = await figuresOf(db, cast.keeper, {})
    expect(new Set(figures.map(({ schoolYear }) => schoolYear))).toEqual(new Set(['2024-2025', '2025-2026']))

    const again = await brought(karin, FILE, 'breed 2025-2026.csv')
    await sendForm(again, 'check')
    await settled(karin, again)
    expect(await takenIn(again)).toContain('Alles stond er al')
    const [only, ...more] = await importsOf(db, cast.keeper)
    expect(more).toEqual([])
    await karin.post('/trends/import', { act: 'undo', import: only?.id ?? '' })
    expect(await figuresOf(db, cast.keeper, {})).toEqual([])
  })

  it('the same results with a row for each test are the same', async () => {
    const at = await brought(karin, csv(...rowsOf(24)))
    await check(karin, at)
    await settled(karin, at)
    await takenIn(at)
    const rows = rowsOf(24).map((row) => {
      const [pupil, group, , , , , score, level] = row.split(';')
      return [pupil, group, score, level].join(';')
    })
    const wide = ['Leerlingnummer;Groep;Rekenen-Wiskunde M5 score;Rekenen-Wiskunde M5 niveau', ...rows]
    const other = await brought(karin, wide.join('\n'), 'lijst 2025-2026.csv')
    await sendForm(other, 'check', CITO)
    expect(await settled(karin, other)).toContain('24 resultaten kunnen erin')
    expect(await takenIn(other)).toContain('Alles stond er al')
  })

  it('asks what it does not know, and knows it the next time', async () => {
    const rows = Array.from(
      { length: 22 },
      (_, at) => `${1000 + at};5 Vossen;${200 + at},5;${at % 2 ? 'I' : 'II'};x`,
    )
    const content = ['Leerlingnummer;Groep;Meting A;Spelling;Lezen;Notitie', ...rows].join('\n')
    const at = await brought(karin, content, 'eigen lijst.csv')
    const look = await (await karin.get(at)).text()
    expect(look).toContain('Vul aan wat we niet weten')
    const bare = await sendForm(at, 'check')
    const page = await bare.text()
    expect(bare.status).toBe(422)
    for (const says of [
      'Kies van wie de toetsen zijn.',
      'Kies het schooljaar van deze toetsen.',
      'D · Spelling: Kies het moment',
    ])
      expect(page).toContain(says)
    expect(page).toContain('href="#f-test-3-when"')
    const said = {
      ...CITO,
      year: '2025-2026',
      'test-2-what': 'score',
      'test-2-name': 'Spelling',
      'test-2-when': 'M5',
      'test-3-what': 'level',
      'test-3-when': 'M5',
      'test-4-what': '',
    }
    await karin.post(at, { ...fieldsOf(page), ...said, act: 'show' })
    expect(await (await karin.get(at)).text()).toContain(
      'C · Meting A <small>→ Spelling, midden groep 5, score',
    )
    await sendForm(at, 'check')
    expect(await settled(karin, at)).toContain('22 resultaten kunnen erin')
    expect(await takenIn(at)).toContain('22 resultaten staan erin')
    const saved = await db.read(cast.keeper, (sql) => sql.selectFrom('result_columns').selectAll().execute())
    expect(JSON.stringify(saved)).not.toMatch(/Notitie|1000|Vossen/)

    const next = await brought(karin, content.replaceAll('Meting A', 'meting a'), 'eigen lijst 2026-2027.csv')
    const known = await (await karin.get(next)).text()
    expect(known).toContain('Klopt het zo?')
    expect(known).toContain('C · meting a <small>→ Spelling, midden groep 5, score')
    expect(known).toContain('E · Lezen <small>→ niet innemen')
    expect(fieldsOf(known)).toMatchObject({ supplier: 'Cito LVS', norm: '3.0', year: '2026-2027' })
  })

  it('names a refused result with its row and column, on the page and in the list', async () => {
    const rows = Array.from({ length: 22 }, (_, at) => `${1000 + at};5 Vossen;2${at};III;1${at}`)
    const head = 'Leerlingnummer;Groep;=RW M5 score;"RW M5 ""niveau""";Spelling M5'
    const content = [head, ...rows, '1100;5 Vossen;afwezig;III;10', '1101;5 Vossen;20;Z;10'].join('\n')
    const at = await brought(karin, content, '2025-2026.csv')
    await sendForm(at, 'check', CITO)
    const page = await settled(karin, at)
    expect(page).toContain('46 resultaten kunnen erin')
    expect(page).toContain('2 resultaten kunnen we niet lezen')
    expect(page).toMatch(/24<\/th><td>C · =RW M5 score<\/td><td>de score is geen getal/)
    expect(page).not.toContain('afwezig')
    const list = await (await karin.get(`${at}/refused.csv`)).text()
    expect(list.split('\r\n').slice(0, 3)).toEqual([
      'rij;kolom;reden',
      '24;"C · =RW M5 score";"de score is geen getal"',
      '25;"D · RW M5 ""niveau""";"dit niveau kennen we niet"',
    ])
    await karin.post(at, { act: 'nothing' })
  })

  it('two year groups of a test in one year are said, and put right at the column', async () => {
    const rows = Array.from({ length: 22 }, (_, at) => `${1000 + at};Vossen;${at};2${at};3${at}`)
    const at = await brought(karin, ['llnr;Klas;RW M4;RW M5;SP M5', ...rows].join('\n'), '2025-2026.csv')
    await sendForm(at, 'check', CITO)
    const page = await settled(karin, at)
    expect(page).toContain('kies bij de kolom het goede schooljaar')
    expect(page).toContain('22 resultaten kunnen erin')
    await karin.post(at, { act: 'back' })
    await sendForm(at, 'check', { 'test-2-ago': '1' })
    expect(await settled(karin, at)).toContain('66 resultaten kunnen erin')
    expect(await settled(karin, at)).toContain('2024–2025 en 2025–2026')
    await karin.post(at, { act: 'nothing' })
  })

  it('may be said to be the other kind of table, and back', async () => {
    const at = await brought(karin, 'llnr;Groep;Rekenen M5\n1001;5;200\n1002;5;201', 'x 2025-2026.csv')
    expect(await (await karin.get(at)).text()).toContain('Elke toets heeft een eigen kolom')
    await sendForm(at, 'wide')
    const wide = await (await karin.get(at)).text()
    expect(wide).toContain('C · Rekenen M5 <small>→ Rekenen, midden groep 5, score')
    await sendForm(at, 'long')
    const long = await (await karin.get(at)).text()
    expect(long).toContain('name="column-test"')
    await sendForm(at, 'wide')
    await sendForm(at, 'check', CITO)
    expect(await settled(karin, at)).toContain('2 resultaten kunnen erin')
    await karin.post(at, { act: 'nothing' })
  })

  it('speaks English', async () => {
    await karin.post('/language', { language: 'en', back: '/' })
    const at = await brought(
      karin,
      'pupil number;group;Arithmetic M5 score;Arithmetic M5 level\n1;5;x;A\n2;5;99;B',
    )
    expect(await (await karin.get(at)).text()).toContain('Fill in what we do not know')
    await sendForm(at, 'check', { supplier: 'Cito LVS', year: '2025-2026' })
    const page = await settled(karin, at)
    expect(page).toContain('We can’t read one result')
    expect(page).toContain('C · Arithmetic M5 score')
    await karin.post(at, { act: 'nothing' })
  })

  it('a form that says what can not be changes nothing, and breaks nothing', async () => {
    const heads = Array.from({ length: 61 }, (_, at) => `Spelling lijst ${at}x M5`).join(';')
    const many = await send(karin, `llnr;${heads}\n1;2\n`)
    expect([many.status, await many.text()]).toEqual([
      422,
      expect.stringContaining('meer dan zestig kolommen'),
    ])
    const at = await brought(karin, FILE)
    const odd: Record<string, string>[] = [
      { year: '2025-2027' },
      { year: '<b>' },
      { 'test-3-what': 'bsn' },
      { 'test-3-when': 'M9', 'test-3-name': '' },
      { 'test-3-name': '<img src=x onerror=1>', 'test-3-ago': '-1' },
      { 'test-1-what': 'score', 'test-1-name': 'Naam', 'test-1-when': 'M5' },
      { 'test-999-what': 'score', 'test-999-name': 'x', 'test-999-when': 'M5' },
      { 'column-pupil': '1' },
      { 'column-pupil': '3' },
      { 'test-4-what': 'score' },
      Object.fromEntries(Array.from({ length: 15 }, (_, place) => [`test-${place}-what`, ''])),
    ]
    for (const fields of odd) {
      const answer = await sendForm(at, 'show', fields)
      expect(answer.status).toBe(303)
      const page = await (await karin.get(at)).text()
      for (const never of ['verzonnen', '<img', '007310']) expect(page).not.toContain(never)
    }
    expect((await sendForm(at, 'check', { ...CITO, year: '' })).status).toBe(422)
    expect(await importsOf(db, cast.keeper)).toEqual([])
    await karin.post(at, { act: 'nothing' })
  })
})
