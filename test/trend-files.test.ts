import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { Db } from '../app/db/database.ts'
import { stopIncoming } from '../app/result/incoming-desk.ts'
import { routes } from '../app/routes.ts'
import { settleCast } from './cast.ts'
import { crawl, pathsOf, patternsOf, type Seen, textOf } from './crawl.ts'
import { eachDatabase } from './database.ts'
import { testHouse } from './house.ts'
import { asMember, type Visitor } from './request.ts'

/** Numbers that pass for a BSN, names, and what says where a child is from. None of it may be met again anywhere. */
const PERSONAL = [
  '123456782',
  'Kanarievogel',
  'Kanarietje',
  '2015-04-03',
  'Kanarieland',
  '0612345678',
] as const
/** What stands in cells that can't be read, and in files that are none. */
const BROKEN = ['kanarie-score', 'kanarie-jaar', 'kanarie-bestand'] as const
const NEVER = [...PERSONAL, ...BROKEN]
/** The name of a class: for the coordinator alone. */
const CLASS = '5 Kanariegroep'

const HEAD =
  'BSN;Achternaam;Roepnaam;Geboortedatum;Land vader;Telefoon;' +
  'Leerlingnummer;Groep;Jaargroep;Toets;Vakgebied;Afnamedatum;Vaardigheidsscore;Niveau'
const pupilOf = (at: number) => `9${87_001 + at}`
const rowOf = (pupil: string, score: string, day: string, group = CLASS) =>
  `${PERSONAL.join(';')};${pupil};${group};5;Rekenen-Wiskunde M5;Rekenen;${day};${score};III`

const PUPILS = Array.from({ length: 24 }, (_, at) => pupilOf(at))
const FILE = [
  HEAD,
  ...PUPILS.map((pupil, at) => rowOf(pupil, `${200 + at},5`, '20-01-2026', at % 2 ? '5 Vossen' : CLASS)),
  rowOf(pupilOf(30), 'kanarie-score', '20-01-2026'),
  rowOf(pupilOf(31), '210', 'kanarie-jaar'),
].join('\n')

/** The same with a column for each test, and one that isn't taken in. */
const WIDE = [
  `${HEAD.split(';').slice(0, 8).join(';')};Rekenen M5 score;Rekenen M5 niveau;Opmerking`,
  ...PUPILS.map((pupil, at) => [...PERSONAL, pupil, CLASS, `${200 + at},5`, 'III', 'kanarie-jaar'].join(';')),
  [...PERSONAL, pupilOf(30), CLASS, 'kanarie-score', 'II', ''].join(';'),
].join('\n')

/** Files that can't be read, with the same in them. */
const WRONG: Readonly<Record<string, string>> = {
  'leeg.csv': `${PERSONAL.join('\n')}\nkanarie-bestand`,
  'kapot.xml': `<leerresultaten_verzoek xmlns="http://www.edustandaard.nl/leerresultaten/2/leerresultaten"><bsn>${PERSONAL[0]}</bsn><naam>kanarie-bestand`,
  'kapot.xlsx': `PK\u0003\u0004${PERSONAL.join(' ')} kanarie-bestand`,
  'lang.csv': `${HEAD}\n"${'kanarie-bestand'.repeat(60_000)}`,
}

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-files-'))
const incomingDir = join(folder, 'incoming')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const filesIn = (at: string): string[] =>
  existsSync(at)
    ? readdirSync(at, { recursive: true, withFileTypes: true }).flatMap((one) =>
        one.isFile() ? [join(one.parentPath, one.name)] : [],
      )
    : []

async function worldOf(db: Db) {
  const logs: string[] = []
  const cast = await settleCast(db)
  const app = routes(testHouse(db, { incomingDir }), { log: (line) => logs.push(line), logAll: true })
  const as = (key: 'karin' | 'anouk' | 'paul') => asMember(app, db, cast, key)
  return { db, cast, app, logs, as }
}

/** Every value of every table, as text. */
async function dumpOf(db: Db): Promise<string> {
  const { tables } = await db.read('server', async (all) => ({ tables: await all.introspection.getTables() }))
  const rows = await Promise.all(
    tables.map(({ name }) => db.read('server', (all) => sql`select * from ${sql.table(name)}`.execute(all))),
  )
  expect(rows.flatMap((one) => one.rows).length).toBeGreaterThan(50)
  return JSON.stringify(
    rows.map((one) => one.rows),
    (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value),
  )
}

async function send(who: Visitor, content: string, name: string): Promise<Response> {
  const form = new FormData()
  form.set('file', new File([content], name))
  return who.send('/trends/import', form)
}

/** The page of a file when nothing is being done any more. */
async function settled(who: Visitor, at: string): Promise<string> {
  for (let turn = 0; turn < 500; turn += 1) {
    const page = await (await who.get(at)).text()
    if (!page.includes('<ask-again>')) return page
    await wait(20)
  }
  return expect.unreachable()
}

const meets = (texts: readonly (readonly [string, string])[], words: readonly string[]) =>
  texts.flatMap(([where, text]) =>
    words.filter((word) => text.includes(word)).map((word) => `${where}: ${word}`),
  )

const asTexts = (seen: readonly Seen[]) => seen.map(({ path, text }) => [path, text] as const)

/** Every page and file about results and trends, and what goes out of the house. */
async function everything({ app }: Awaited<ReturnType<typeof worldOf>>, who: Visitor) {
  const patterns = patternsOf(app, 'GET').filter((path) => /^\/(trends|search|team|for-you|$)/.test(path))
  const known = patterns.filter((path) => !/:(?!subject|share)/.test(path))
  const fill = { subject: ['Rekenen', 'target'], share: ['target'] }
  const more = [
    '/trends/Rekenen?group=5',
    '/trends/Rekenen?group=5&moment=M&class=5%20Kanariegroep',
    '/search?q=kanarie',
  ]
  return crawl(who, [...known.flatMap((pattern) => pathsOf(pattern, fill)), ...more])
}

eachDatabase((open) => {
  afterEach(stopIncoming)

  describe('what stands in a file with results', () => {
    it('is met nowhere again: no page, file, message, line of the log or row of the database', async () => {
      const world = await worldOf(await open())
      const karin = await world.as('karin')
      const at = (await send(karin, FILE, 'resultaten.csv')).headers.get('location') ?? ''
      const told = [['look', await (await karin.get(at)).text()] as [string, string]]
      const columns = [
        ...(told[0]?.[1] ?? '').matchAll(/<select[^>]*name="(column-[^"]*)"[\s\S]*?<\/select>/g),
      ]
      const fields = columns.map(([html, name = '']) => [
        name,
        /value="(\d*)" selected/.exec(html)?.[1] ?? '',
      ])
      expect(fields.length).toBeGreaterThan(5)
      await karin.post(at, { act: 'check', supplier: 'Cito LVS', norm: '3.0', ...Object.fromEntries(fields) })
      told.push(['ready', await settled(karin, at)])
      told.push(['refused', await (await karin.get(`${at}/refused.csv`)).text()])
      // While somebody decides the file lies there, for this user of the machine alone.
      expect(filesIn(incomingDir).some((file) => readFileSync(file, 'utf8').includes('Kanarievogel'))).toBe(
        true,
      )
      await karin.post(at, { act: 'take' })
      told.push(['done', await settled(karin, at)])
      expect(told[3]?.[1]).toContain('24 resultaten')
      expect(meets(told, [...NEVER, ...PUPILS])).toEqual([])
      await expect.poll(() => filesIn(incomingDir)).toEqual([])

      const hers = asTexts(await everything(world, karin))
      expect(meets(hers, [...NEVER, ...PUPILS])).toEqual([])
      expect(meets(hers, [CLASS])).not.toEqual([])
      for (const key of ['anouk', 'paul'] as const)
        expect(
          meets(asTexts(await everything(world, await world.as(key))), [...NEVER, ...PUPILS, CLASS]),
        ).toEqual([])
      expect(meets([['database', await dumpOf(world.db)]], [...NEVER, ...PUPILS])).toEqual([])
      expect(meets([['log', world.logs.join('\n')]], [...NEVER, ...PUPILS, CLASS])).toEqual([])
    })

    it('is met nowhere again of a file with a column for each test', async () => {
      const world = await worldOf(await open())
      const karin = await world.as('karin')
      const at = (await send(karin, WIDE, 'breed.csv')).headers.get('location') ?? ''
      const told = [['look', await (await karin.get(at)).text()] as [string, string]]
      const tests = { 'test-8-what': 'score', 'test-8-name': 'Rekenen', 'test-8-when': 'M5' }
      const level = { 'test-9-what': 'level', 'test-9-name': 'Rekenen', 'test-9-when': 'M5' }
      const known = { 'column-pupil': '6', 'column-group': '7', supplier: 'Cito LVS', year: '2025-2026' }
      await karin.post(at, { act: 'check', ...known, ...tests, ...level })
      told.push(['ready', await settled(karin, at)])
      told.push(['refused', await (await karin.get(`${at}/refused.csv`)).text()])
      await karin.post(at, { act: 'take' })
      told.push(['done', await settled(karin, at)])
      expect(told[3]?.[1]).toContain('24 resultaten')
      expect(meets(told, [...NEVER, ...PUPILS])).toEqual([])
      await expect.poll(() => filesIn(incomingDir)).toEqual([])
      expect(meets([['database', await dumpOf(world.db)]], [...NEVER, ...PUPILS])).toEqual([])
      expect(meets([['log', world.logs.join('\n')]], [...NEVER, ...PUPILS, CLASS])).toEqual([])
    })

    it.each(Object.entries(WRONG))(
      'is not told back when %s is no file with results',
      async (name, content) => {
        const world = await worldOf(await open())
        const karin = await world.as('karin')
        const answer = await send(karin, content, name)
        // What looks like a table is shown to point its columns out, to who brought it: it goes no further than that.
        if (answer.status === 303) await karin.post(answer.headers.get('location') ?? '', { act: 'nothing' })
        else {
          expect(answer.status).toBe(422)
          expect(meets([[name, await textOf(answer)]], NEVER)).toEqual([])
        }
        expect(meets([['database', await dumpOf(world.db)]], NEVER)).toEqual([])
        expect(meets([['log', world.logs.join('\n')]], NEVER)).toEqual([])
        await expect.poll(() => filesIn(incomingDir)).toEqual([])
      },
    )

    it('is for nobody but the coordinator who brought it', async () => {
      const world = await worldOf(await open())
      const karin = await world.as('karin')
      const at = (await send(karin, FILE, 'resultaten.csv')).headers.get('location') ?? ''
      for (const key of ['anouk', 'paul'] as const) {
        const other = await world.as(key)
        for (const path of [at, `${at}/refused.csv`])
          expect((await other.get(path)).status).toBeGreaterThan(399)
        expect((await other.post(at, { act: 'nothing' })).status).toBe(403)
        expect((await send(other, FILE, 'resultaten.csv')).status).toBe(403)
      }
      expect((await karin.get(at)).status).toBe(200)
      await karin.post(at, { act: 'nothing' })
      await expect.poll(() => filesIn(incomingDir)).toEqual([])
    })

    it('of EDEXML is of staff and groups alone: of pupils nothing comes back', async () => {
      const world = await worldOf(await open())
      const karin = await world.as('karin')
      const xml = readFileSync('test/fixtures/trend/edexml-normaal-2026-2027.xml', 'utf8')
      const pupils = xml.slice(xml.indexOf('<leerlingen'), xml.indexOf('</leerlingen>'))
      const staff = xml.slice(xml.indexOf('<leerkrachten'))
      const words = [...pupils.matchAll(/<(?:achternaam|bsn|postcodenl)>([^<]{6,})</g)]
        .flatMap(([, word = '']) => word)
        .filter((word) => !staff.includes(word))
      expect(words.length).toBeGreaterThan(50)
      const form = new FormData()
      form.set('act', 'read')
      form.set('file', new File([xml], 'groepen.xml'))
      const answer = await karin.send('/team/import', form)
      expect(answer.status).toBe(200)
      expect(meets([['page', await textOf(answer)]], words)).toEqual([])
      expect(meets([['database', await dumpOf(world.db)]], words)).toEqual([])
      expect(meets([['log', world.logs.join('\n')]], words)).toEqual([])
    })
  })
})
