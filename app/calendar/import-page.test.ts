import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import type { Visitor } from '../../test/request.ts'
import { calendarWith, days, regenboogCalendar } from '../../test/school-calendar.ts'
import { type World, worldIn } from '../../test/world.ts'
import type { Day } from '../kernel/day.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { freeDaysOf, giveFreeDays } from '../year/holiday-store.ts'
import { readItems } from '../year/item-store.ts'

const YEAR = '2026-2027' as SchoolYear

function upload(visitor: Visitor, text: string | Uint8Array<ArrayBuffer>) {
  const form = new FormData()
  form.set('act', 'read')
  form.set('year', YEAR)
  form.set('file', new File([text], 'agenda.ics', { type: 'text/calendar' }))
  return visitor.send('/year/import', form)
}

const unescape = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')

/** The form of the preview, as a browser sends it: what is ticked, unless other rows are chosen by their title. */
function chosen(html: string, titles?: readonly string[]): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = { act: 'take', year: YEAR, name: '' }
  const take: string[] = []
  for (const row of html.split('<li').slice(1)) {
    const place = /name="take" value="(\d+)"/.exec(row)?.[1]
    if (place === undefined) continue
    const value = unescape(/name="row-\d+" value="([^"]*)"/.exec(row)?.[1] ?? '')
    fields[`row-${place}`] = value
    fields[`as-${place}`] = /<option value="([^"]*)" selected/.exec(row)?.[1] ?? ''
    const isTicked = / checked/.test(/<input[^>]*name="take"[^>]*>/.exec(row)?.[0] ?? '')
    if (titles ? titles.some((title) => value.includes(`"${title}"`)) : isTicked) take.push(place)
  }
  return { ...fields, take }
}

const itemsNow = async ({ db, cast }: World) =>
  (await readItems(db, cast.keeper, YEAR)).map(
    ({ kind, title, from, to }) => `${kind} ${title} ${from} ${to}`,
  )

const stood = async (world: World) => ({
  items: await itemsNow(world),
  free: (await freeDaysOf(world.db, world.cast.keeper, YEAR)).spans.map(
    ({ key, from, to }) => `${key} ${from} ${to}`,
  ),
})

eachDatabase((open) => {
  it('shows what it finds, and takes over what is recognised; the second time nothing changes, and undone all is as before', async () => {
    const world = await worldIn(open)
    const karin = await world.as('karin')
    const before = await stood(world)
    const preview = await (await upload(karin, regenboogCalendar())).text()
    expect(preview).toContain('momenten gevonden in 2026–2027')
    expect(preview).toContain('Eén afspraak die heel vaak terugkomt.')
    expect(preview).toMatch(/Taart voor Ada/)
    expect(preview).not.toContain('Gym groep 5')
    expect(await stood(world)).toEqual(before)
    const took = await karin.post('/year/import', chosen(preview))
    expect(took.status).toBe(303)
    expect(await itemsNow(world)).toEqual([
      'council MR 2026-12-01 2026-12-01',
      'tests M-toetsen Leerling in beeld 2027-01-18 2027-01-29',
      'study-day Studiedag taal 2027-02-08 2027-02-08',
      'reports Rapport mee 2027-02-19 2027-02-19',
    ])
    const after = await stood(world)
    expect(after.free).toContainEqual(expect.stringMatching(/^own-\S+ 2027-05-10 2027-05-10$/))
    const again = await (await upload(karin, regenboogCalendar())).text()
    expect(again).toContain('momenten staan er al')
    expect(chosen(again)['take']).toEqual([])
    // Whoever sends the first choice twice changes nothing either.
    await karin.post('/year/import', chosen(preview))
    expect(await stood(world)).toEqual(after)
    const page = await (await karin.get('/year/import')).text()
    const id = /name="import" value="([^"]*)"/.exec(page)?.[1] ?? ''
    expect(page.match(/name="import"/g)).toHaveLength(1)
    expect((await karin.post('/year/import', { act: 'undo', import: id, year: YEAR })).status).toBe(303)
    expect(await stood(world)).toEqual(before)
  })

  it('a day that changed in the school calendar is moved, not doubled', async () => {
    const world = await worldIn(open)
    const karin = await world.as('karin')
    const one = calendarWith(days('Studiedag taal', '20270208', '20270209', 'studiedag@school.example'))
    const other = calendarWith(days('Studiedag taal', '20270215', '20270216', 'studiedag@school.example'))
    await karin.post('/year/import', chosen(await (await upload(karin, one)).text()))
    const preview = await (await upload(karin, other)).text()
    expect(preview).toContain('Stond op maandag 8 februari')
    const answer = await karin.post('/year/import', chosen(preview))
    expect(answer.headers.get('location')).toContain('added=0&moved=1')
    expect(await itemsNow(world)).toEqual(['study-day Studiedag taal 2027-02-15 2027-02-15'])
  })

  it('a holiday of the school takes the place of the published one, and undone the earlier own dates are back', async () => {
    const world = await worldIn(open)
    const karin = await world.as('karin')
    const own = { name: 'Herfst', from: '2026-10-19' as Day, to: '2026-10-25' as Day }
    await giveFreeDays(
      world.db,
      world.cast.member('karin'),
      YEAR,
      'autumn',
      own,
      '2026-09-01T08:00:00.000Z' as never,
    )
    const before = await stood(world)
    const file = calendarWith(days('Herfstvakantie', '20261010', '20261019'))
    await karin.post('/year/import', chosen(await (await upload(karin, file)).text(), ['Herfstvakantie']))
    expect((await stood(world)).free).toContain('autumn 2026-10-10 2026-10-18')
    const id = /name="import" value="([^"]*)"/.exec(await (await karin.get('/year/import')).text())?.[1] ?? ''
    await karin.post('/year/import', { act: 'undo', import: id, year: YEAR })
    expect(await stood(world)).toEqual(before)
  })

  it('a row that somebody rewrites is checked as any other: nothing wrong gets in', async () => {
    const world = await worldIn(open)
    const karin = await world.as('karin')
    const row = (...fields: unknown[]) => JSON.stringify(['a'.repeat(64), ...fields])
    const send = (value: string, as = 'item-tests') =>
      karin.post('/year/import', { act: 'take', year: YEAR, name: '', take: '0', 'row-0': value, 'as-0': as })
    for (const value of [
      '',
      '{}',
      'null',
      '[',
      row(),
      row('x', '', '2027-02-31', '2027-02-31', null, null),
      '['.repeat(9_000),
    ])
      expect((await send(value)).status).toBe(422)
    expect((await send(row('x', '', '2029-01-01', '2029-01-01', null, null))).status).toBe(422)
    expect(
      (await send(row('x', '', '2027-02-01', '2027-02-02', null, null), 'item-constructor')).status,
    ).toBe(422)
    expect(await itemsNow(world)).toEqual([])
  })

  it('two who take in the same calendar at one moment put everything in once', async () => {
    const world = await worldIn(open)
    const [karin, paul] = [await world.as('karin'), await world.as('paul')]
    const preview = await (await upload(karin, regenboogCalendar())).text()
    const answers = await Promise.all([karin, paul].map((one) => one.post('/year/import', chosen(preview))))
    expect(answers.some(({ status }) => status === 303)).toBe(true)
    const items = await itemsNow(world)
    expect(new Set(items).size).toBe(items.length)
    expect(items).toHaveLength(4)
    expect((await stood(world)).free.filter((one) => one.startsWith('own-'))).toHaveLength(1)
  })

  it('nothing chosen: the rows are still there', async () => {
    const world = await worldIn(open)
    const karin = await world.as('karin')
    const preview = await (await upload(karin, regenboogCalendar())).text()
    const answer = await karin.post('/year/import', chosen(preview, []))
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Zet eerst een vinkje')
    expect(page).toContain('Studiedag taal')
  })

  it('a teacher reads who can do it, and changes nothing', async () => {
    const world = await worldIn(open)
    const petra = await world.as('petra')
    expect((await petra.get('/year/import')).status).toBe(403)
    const answer = await upload(petra, regenboogCalendar())
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('Vraag een van hen')
    expect(await itemsNow(world)).toEqual([])
  })
})

describe('a file that is no calendar, or means harm', () => {
  eachDatabase((open) => {
    it('is refused with a sentence that says what to do', async () => {
      const karin = await (await worldIn(open)).as('karin')
      const cases: [string | Uint8Array<ArrayBuffer>, string][] = [
        ['', 'Er zit niets in dit bestand'],
        ['Beste ouders,', 'Dit is geen agendabestand'],
        [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'Dit is geen agendabestand'],
        [new Uint8Array(2 * 2 ** 20 + 1).fill(32), 'groter dan 2 MB'],
      ]
      for (const [file, sentence] of cases) {
        const answer = await upload(karin, file)
        expect(answer.status).toBe(422)
        expect(await answer.text()).toContain(sentence)
      }
    })
  })
})
