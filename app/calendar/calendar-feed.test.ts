import { expect, it } from 'vitest'
import { NOW, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { newMeeting } from '../../test/meeting-visit.ts'
import { readWithIcalJs } from '../../test/read-calendar.ts'
import { asMember, visitor } from '../../test/request.ts'
import { type World, worldIn } from '../../test/world.ts'
import type { Day, Moment } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { planMeeting } from '../meeting/meeting-write-store.ts'
import { addYearItems, removeYearItems } from '../year/item-store.ts'
import type { NewYearItem } from '../year/year.ts'
import { forgetOldCalendars } from './calendar-tidy-store.ts'

const YEAR = '2026-2027' as SchoolYear

const item = (rest: Partial<NewYearItem>): NewYearItem => ({
  schoolYear: YEAR,
  kind: 'tests',
  title: '',
  note: 'Alleen voor ons',
  place: '',
  from: '2027-01-18' as Day,
  to: '2027-01-29' as Day,
  startsAt: null,
  endsAt: null,
  madeFrom: null,
  ...rest,
})

async function added(world: World, rest: Partial<NewYearItem>) {
  const made = await addYearItems(world.db, world.cast.member('karin'), [item(rest)], NOW_MOMENT)
  if (isRefusal(made)) throw new Error(made.refused)
  return made
}

/** Makes an address and answers its path. */
async function addressOf(world: World, key: Parameters<World['as']>[0], kind: 'own' | 'team') {
  const answer = await (await world.as(key)).post('/calendars', { act: 'make', kind })
  expect(answer.status).toBe(200)
  const found = /\/feeds\/[\w-]{43}\.ics/.exec(await answer.text())
  if (!found) throw new Error('no address on the page')
  return found[0]
}

const asked = async (world: World, path: string, headers = {}) => visitor(world.app).get(path, headers)
const read = async (world: World, path: string) => readWithIcalJs(await (await asked(world, path)).text())

eachDatabase((open) => {
  it('a colleague follows the year of the team: days as days, hours on the clock, nothing but title, place and link', async () => {
    const world = await worldIn(open)
    await added(world, {})
    await added(world, {
      kind: 'council',
      from: '2026-12-01' as Day,
      to: '2026-12-01' as Day,
      startsAt: '2026-12-01T18:30:00.000Z' as Moment,
      endsAt: '2026-12-01T20:00:00.000Z' as Moment,
      place: 'Teamkamer; boven, links',
    })
    const path = await addressOf(world, 'petra', 'team')
    const answer = await asked(world, path)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const file = await answer.text()
    expect(file).not.toContain('Alleen voor ons')
    const { name, events } = readWithIcalJs(file)
    expect(name).toBe('Rode Draad: Basisschool De Regenboog')
    expect(events.find(({ title }) => title === 'Toetsen')).toMatchObject({
      starts: '2027-01-18',
      ends: '2027-01-30',
      status: 'CONFIRMED',
      sequence: 0,
    })
    expect(events.find(({ title }) => title === 'MR')).toMatchObject({
      starts: '2026-12-01T18:30:00.000Z',
      ends: '2026-12-01T20:00:00.000Z',
      place: 'Teamkamer; boven, links',
      url: expect.stringMatching(/^http:\/\/localhost:3000\/year\/item\//),
    })
    expect(events.find(({ title }) => title === 'Kerstvakantie')).toMatchObject({
      starts: '2026-12-19',
      ends: '2027-01-04',
    })
  })

  it('a change raises its number, what is taken away stays for a while as cancelled, and an unchanged feed is not sent again', async () => {
    const world = await worldIn(open)
    const path = await addressOf(world, 'petra', 'team')
    const ids = await added(world, {
      kind: 'study-day',
      title: 'Studiedag taal',
      from: '2027-02-08' as Day,
      to: '2027-02-08' as Day,
    })
    const first = await asked(world, path)
    const etag = first.headers.get('etag') ?? ''
    expect((await asked(world, path, { 'if-none-match': etag })).status).toBe(304)
    const uid = readWithIcalJs(await first.text()).events.find(({ title }) => title === 'Studiedag taal')?.uid
    await removeYearItems(world.db, world.cast.member('karin'), ids, NOW_MOMENT)
    const after = await asked(world, path, { 'if-none-match': etag })
    expect(after.status).toBe(200)
    const gone = readWithIcalJs(await after.text()).events.find((event) => event.uid === uid)
    expect(gone).toMatchObject({
      status: 'CANCELLED',
      sequence: 1,
      title: 'Gaat niet door',
      starts: '2027-02-08',
    })
    expect((await asked(world, path)).headers.get('etag')).toBe(after.headers.get('etag'))
  })

  it('two programs that ask at one moment are told the same', async () => {
    const world = await worldIn(open)
    const path = await addressOf(world, 'petra', 'team')
    await added(world, {})
    const bodies = await Promise.all([1, 2, 3].map(async () => (await asked(world, path)).text()))
    expect(new Set(bodies).size).toBe(1)
    await added(world, { kind: 'reports', from: '2027-02-19' as Day, to: '2027-02-19' as Day })
    const later = await Promise.all([1, 2, 3].map(async () => (await asked(world, path)).text()))
    expect(new Set(later).size).toBe(1)
    expect(later[0]).not.toBe(bodies[0])
  })

  it('the own feed holds the meetings of the team with the number of their invitation', async () => {
    const world = await worldIn(open)
    const id = await planMeeting(world.db, world.cast.member('karin'), newMeeting(world.cast), NOW_MOMENT)
    await added(world, {})
    const { events } = await read(world, await addressOf(world, 'anouk', 'own'))
    expect(events.map(({ uid }) => uid)).toEqual([`${String(id)}@rode-draad`])
  })

  it('an address that was stopped, made anew or is of somebody who left leads nowhere', async () => {
    const world = await worldIn(open)
    const petra = await world.as('petra')
    const first = await addressOf(world, 'petra', 'own')
    const second = await addressOf(world, 'petra', 'own')
    expect((await asked(world, first)).status).toBe(404)
    expect((await asked(world, second)).status).toBe(200)
    expect((await petra.post('/calendars', { act: 'stop', kind: 'own' })).status).toBe(303)
    expect((await asked(world, second)).status).toBe(404)
    const third = await addressOf(world, 'petra', 'own')
    await world.db.write(world.cast, (sql) =>
      sql
        .updateTable('person')
        .set({ left_on: '2026-11-01' as Day })
        .where('id', '=', world.cast.people.petra)
        .execute(),
    )
    expect((await asked(world, third)).status).toBe(404)
  })

  it('nothing of the address is kept, and the page shows it once', async () => {
    const world = await worldIn(open)
    const path = await addressOf(world, 'petra', 'own')
    const token = path.slice('/feeds/'.length, -'.ics'.length)
    const rows = await world.db.read('server', (sql) => sql.selectFrom('calendar_feed').selectAll().execute())
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows).toHaveLength(1)
    expect(await (await (await world.as('petra')).get('/calendars')).text()).not.toContain(token)
    expect(NOW.toISOString()).toBe(rows[0]?.made_at)
  })

  it('who plans the year stops all addresses of the team at once; a teacher does not, and stops the own one', async () => {
    const world = await worldIn(open)
    const [petra, karin] = [await world.as('petra'), await world.as('karin')]
    const paths = [await addressOf(world, 'petra', 'team'), await addressOf(world, 'bram', 'team')]
    const own = await addressOf(world, 'bram', 'own')
    const refused = await petra.post('/calendars', { act: 'stop-all' })
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('Je eigen adres stop je hier zelf')
    expect(await (await petra.get('/calendars')).text()).not.toContain('value="stop-all"')
    expect((await asked(world, paths[1] ?? '')).status).toBe(200)
    expect((await karin.post('/calendars', { act: 'stop-all' })).headers.get('location')).toBe(
      '/calendars?all=2',
    )
    for (const path of paths) expect((await asked(world, path)).status).toBe(404)
    expect((await asked(world, own)).status).toBe(200)
  })

  it('asking for what is not there is held back; a right address never is, whoever asks from the same network', async () => {
    const world = await worldIn(open)
    const path = await addressOf(world, 'petra', 'own')
    const wrong = (place: number) => asked(world, `/feeds/${String(place).padStart(43, 'x')}.ics`)
    const statuses = new Set<number>()
    for (let place = 0; place < 125; place += 1) statuses.add((await wrong(place)).status)
    expect(statuses).toEqual(new Set([404, 429]))
    expect((await asked(world, path)).status).toBe(200)
    for (const junk of ['x', '%00', 'a/b', `${'x'.repeat(5_000)}.ics`, "'--"])
      expect([404, 429]).toContain((await asked(world, `/feeds/${junk}`)).status)
  })

  it('one address that is asked for all the time is told to wait', async () => {
    const world = await worldIn(open)
    const path = await addressOf(world, 'petra', 'own')
    const answers = []
    for (let count = 0; count < 125; count += 1) answers.push(await asked(world, path))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(120)
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('what stands behind an address of who left is forgotten, and of everybody else kept', async () => {
    const world = await worldIn(open)
    await added(world, {})
    for (const key of ['petra', 'bram'] as const) await asked(world, await addressOf(world, key, 'team'))
    await world.db.write(world.cast, (sql) =>
      sql
        .updateTable('person')
        .set({ left_on: '2026-11-19' as Day })
        .where('id', '=', world.cast.people.petra)
        .execute(),
    )
    await forgetOldCalendars(world.db, NOW)
    const left = await world.db.read('server', async (sql) => ({
      feeds: await sql.selectFrom('calendar_feed').select('person_id').execute(),
      told: await sql.selectFrom('calendar_told').select('feed_id').distinct().execute(),
    }))
    expect(left.feeds).toEqual([{ person_id: world.cast.people.bram }])
    expect(left.told).toHaveLength(1)
  })

  it('an address of another school shows that school, and its keeper reads nothing of ours', async () => {
    const world = await worldIn(open)
    await added(world, { title: 'Studiedag taal', kind: 'study-day' })
    const other = await settleCast(world.db, { name: 'De Vlieger' })
    const karin = await asMember(world.app, world.db, other, 'karin')
    const page = await (await karin.post('/calendars', { act: 'make', kind: 'team' })).text()
    const path = /\/feeds\/[\w-]{43}\.ics/.exec(page)?.[0] ?? ''
    const { name, events } = await read(world, path)
    expect(name).toContain('De Vlieger')
    expect(events.map(({ title }) => title)).not.toContain('Studiedag taal')
    expect((await karin.post('/calendars', { act: 'stop-all' })).headers.get('location')).toBe(
      '/calendars?all=1',
    )
  })
})
