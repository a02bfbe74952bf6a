import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { type World, worldIn } from '../../test/world.ts'
import { changeSchool, readSchool } from '../school/school-store.ts'
import { readTeam } from '../school/team-store.ts'

const FILE = 'test/fixtures/trend/edexml-normaal-2026-2027.xml'
const words = (page: string) => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

const upload = (content: string | Buffer) => {
  const form = new FormData()
  form.set('act', 'read')
  form.set('file', new File([new Uint8Array(Buffer.from(content))], 'edex.xml'))
  return form
}

const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** What a browser sends when somebody presses the button: hidden fields and the choice of each list. */
function formOf(page: string): Record<string, string> {
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  const lists = [...page.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = '', options = '']) => [
      '',
      name,
      /<option value="([^"]*)" selected/.exec(options)?.[1] ?? /value="([^"]*)"/.exec(options)?.[1] ?? '',
    ],
  )
  return Object.fromEntries(
    [...hidden, ...lists].map(([, name = '', value = '']) => [name, unescaped(value)]),
  )
}

/** The list of choices of who is called this. */
const listOf = (page: string, name: string) =>
  new RegExp(`<label[^>]*>[^<]*${name}[^<]*</label>\\s*<select[^>]*name="([^"]*)"`).exec(page)?.[1] ?? ''

const edex = (staff: string, groups = '') =>
  `<EDEX><school><schooljaar>2026-2027</schooljaar><brincode>99XX</brincode></school><groepen>${groups}</groepen>
   <leerkrachten>${staff}</leerkrachten></EDEX>`
const colleague = (key: string, first: string, email: string, more = '<rol>LRK</rol>') =>
  `<leerkracht key="${key}"><roepnaam>${first}</roepnaam><achternaam>Bos</achternaam>
   <emailadres>${email}</emailadres>${more}</leerkracht>`

async function look(world: World, content: string | Buffer) {
  const karin = await world.as('karin')
  const answer = await karin.send('/team/import', upload(content))
  expect(answer.status).toBe(200)
  return { karin, page: await answer.text() }
}

eachDatabase((open) => {
  describe('/team/import', () => {
    it('is for the coordinator and the administrator alone', async () => {
      const { as } = await worldIn(open)
      expect((await (await as('karin')).get('/team/import')).status).toBe(200)
      for (const who of ['anouk', 'paul'] as const) {
        expect((await (await as(who)).get('/team/import')).status).toBe(403)
        expect((await (await as(who)).send('/team/import', upload(await readFile(FILE)))).status).toBe(403)
      }
    })

    it('shows groups, people and numbers of pupils beside the school, and nothing else of a pupil', async () => {
      const world = await worldIn(open)
      const { page } = await look(world, await readFile(FILE))
      const { magNietVoorkomenInOpslagRegex: never } = JSON.parse(
        await readFile(FILE.replace('.xml', '.expected.json'), 'utf8'),
      ) as { magNietVoorkomenInOpslagRegex: string[] }
      for (const sign of never) expect(page).not.toMatch(new RegExp(sign))
      const text = words(page)
      expect(text).toContain('9 groepen en 12 collega’s in het bestand')
      expect(text).toContain('3 Spechten 18 leerlingen · lijkt op een groep die er al is')
      expect(text).toMatch(/Niet gelezen: [^.]*bsn, eckid, etniciteit[^.]*land_moeder/)
      expect(text).toContain('Heleen van Wolkenstein nieuw Komt erin met: schoolleider, e-mailadres.')
      expect(text).toContain('Tine Zonnedauw nieuw Komt erin met: expertleraar, 8 en plusgroep, e-mailadres.')
      expect(text).not.toContain('Veere')
      const before = await readTeam(world.db, world.cast.keeper)
      expect(before.groups).toHaveLength(10)
      expect(before.people).toHaveLength(18)
    })

    it('takes over what was chosen; the same form again, and the same file again, make nobody twice', async () => {
      const world = await worldIn(open)
      const { karin, page } = await look(world, await readFile(FILE))
      const form = { ...formOf(page), act: 'take', pupils: '210' }
      const done = await karin.post('/team/import', form)
      expect(done.headers.get('location')).toBe(
        '/team/import?done=taken&groups=3&renamed=6&added=12&completed=0',
      )
      expect(words(await (await karin.get(done.headers.get('location') ?? '')).text())).toContain(
        'Overgenomen: 3 nieuwe groepen, 6 groepen met een nieuwe naam, 12 nieuwe collega’s.',
      )
      const team = await readTeam(world.db, world.cast.keeper)
      expect(team.people).toHaveLength(30)
      const group = (name: string) => team.groups.find((one) => one.name === name)
      expect(group('3 Spechten')?.id).toBe(world.cast.groups['3'])
      const kasper = team.people.find(({ name }) => name === 'Kasper van der Veldspaat')
      expect(kasper).toMatchObject({ roles: ['teacher'], groups: [world.cast.groups['3']], leftOn: null })
      expect((await readSchool(world.db, world.cast.keeper)).pupils).toBe(210)
      const twice = await karin.post('/team/import', form)
      expect(twice.status).toBe(422)
      expect(words(await twice.text())).toContain('Het team is intussen veranderd.')
      const again = await look(world, await readFile(FILE))
      const same = await again.karin.post('/team/import', { ...formOf(again.page), act: 'take' })
      expect(same.headers.get('location')).toBe(
        '/team/import?done=taken&groups=0&renamed=0&added=0&completed=0',
      )
      expect((await readTeam(world.db, world.cast.keeper)).people).toHaveLength(30)
    })

    it('finds who is here by address, and by first name; nobody leaves', async () => {
      const world = await worldIn(open)
      await changeSchool(world.db, world.cast.keeper, { brin: '12AB' })
      const groups =
        '<groep key="G3"><naam>Groep 3</naam></groep><groep key="G9"><naam>Schakelklas</naam></groep>'
      const file = edex(
        [
          colleague(
            '1',
            'Anouk',
            'anouk@regenboog.example',
            '<rol>IB</rol><groepen><groep key="G9"/></groepen>',
          ),
          colleague('2', 'Bram', 'bram@elders.example'),
          colleague('3', 'Oma', 'oma@elders.example', '<rol>OUD</rol>'),
          colleague('4', '=cmd', ''),
        ].join(''),
        groups,
      )
      const { karin, page } = await look(world, file)
      const text = words(page)
      expect(text).toContain('In dit bestand staat BRIN 99XX. Bij jullie school staat 12AB.')
      expect(text).toContain('groep 3 0 leerlingen · is er al')
      expect(text).toContain('Anouk Bos is er al Erbij: intern begeleider, Schakelklas.')
      expect(text).toContain('Bram Bos iemand met deze voornaam is er al')
      expect(text).toContain('Oma Bos staat in het bestand als ouder')
      expect(text).toContain('=cmd Bos deze naam kunnen we niet gebruiken')
      expect(text).toContain('Wel bij ons, niet in het bestand')
      const form: Record<string, string> = { ...formOf(page), act: 'take' }
      expect(form[listOf(page, 'Bram Bos')]).toBe('skip')
      const done = await karin.post('/team/import', form)
      expect(done.headers.get('location')).toContain('groups=1&renamed=0&added=0&completed=1')
      const team = await readTeam(world.db, world.cast.keeper)
      expect(team.people).toHaveLength(18)
      expect(team.people.every(({ leftOn }) => leftOn === null)).toBe(true)
      const anouk = team.people.find(({ id }) => id === world.cast.people.anouk)
      expect(anouk?.name).toBe('Anouk')
      expect(anouk?.roles).toEqual(expect.arrayContaining(['teacher', 'coordinator']))
      expect(anouk?.groups).toHaveLength(2)
    })

    it('lets two of the file never become one of the school, and a form name no stranger', async () => {
      const world = await worldIn(open)
      const two = edex(colleague('1', 'Sanne', '') + colleague('2', 'Mila', ''))
      const { karin, page } = await look(world, two)
      const is = `is ${world.cast.people.anouk}`
      const twice = await karin.post('/team/import', {
        ...formOf(page),
        act: 'take',
        'person-0': is,
        'person-1': is,
      })
      expect(twice.status).toBe(422)
      expect(words(await twice.text())).toContain('Twee regels wijzen naar dezelfde groep of collega.')
      const stranger = await karin.post('/team/import', {
        ...formOf(page),
        act: 'take',
        'person-0': 'is 0190a000-0000-7000-8000-000000000000',
        'person-1': 'skip',
      })
      expect(stranger.headers.get('location')).toContain('added=1&completed=0')
    })

    it('says why another file is not read, and takes no odd form', async () => {
      const world = await worldIn(open)
      const karin = await world.as('karin')
      const odd: [string, string][] = [
        ['', 'Kies eerst een bestand.'],
        ['hallo', 'beschadigd'],
        ['<leerlingen/>', 'geen EDEXML'],
        ['<!DOCTYPE EDEX [<!ENTITY a SYSTEM "file:///etc/passwd">]><EDEX>&a;</EDEX>', 'andere bestanden'],
      ]
      for (const [content, why] of odd) {
        const answer = await karin.send('/team/import', upload(content))
        expect(answer.status).toBe(422)
        expect(words(await answer.text())).toContain(why)
      }
      for (const file of ['', '{}', '[]', '{"groups":[],"staff":[1]}', '{"groups":[{}],"staff":[]}', 'x'])
        expect((await karin.post('/team/import', { act: 'take', file })).status).toBe(404)
      const empty = await karin.post('/team/import', { act: 'take', file: '{"groups":[],"staff":[]}' })
      expect(empty.status).toBe(422)
    })
  })
})
