import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { visitMeeting } from '../../test/meeting-visit.ts'
import { asMember, visitor } from '../../test/request.ts'
import { worldIn } from '../../test/world.ts'
import { AFTER, adoptedPlan, done, planOf, writtenPlan } from '../../test/written-plan.ts'
import type { Day } from '../kernel/day.ts'
import type { EntryId, YearItemId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { entryOf } from '../plan/plan.ts'
import { setMoments } from '../plan/tie-store.ts'
import { freeDaysOf } from './holiday-store.ts'
import { addYearItems, readItem, readItems } from './item-store.ts'
import { readYearMoments } from './moments-store.ts'

const YEAR = '2026-2027' as SchoolYear
const to = (answer: Response) => answer.headers.get('location') ?? ''
const ITEM = { kind: 'parents', title: 'Ouderavond over lezen', from: '2027-02-11' }

eachDatabase((open) => {
  describe('the year of a school', () => {
    it('is laid down from the template, once, on the days that one chose', async () => {
      const { db, cast, as } = await worldIn(open)
      const karin = await as('karin')
      const empty = await (await karin.get('/year')).text()
      expect(empty).toContain('Dit jaar is nog leeg. Begin met een sjabloon')
      expect(await (await (await as('anouk')).get('/year')).text()).toContain('zet de eerste momenten neer')
      const lay = { year: YEAR, line: ['line-tests-m', 'line-start'], 'day.line-tests-m': '2027-01-18' }
      const laid = await karin.post('/year/new', { ...lay, 'day.line-start': '2026-08-27' })
      expect([laid.status, to(laid)]).toEqual([303, '/year?done=laid&count=2'])
      await karin.post('/year/new', { ...lay, 'day.line-start': '2026-08-26' })
      const items = await readItems(db, cast.keeper, YEAR)
      expect(items.map(({ title, from, to: last }) => [title, from, last])).toEqual([
        ['Startvergadering', '2026-08-27', '2026-08-27'],
        ['M-toetsen', '2027-01-18', '2027-02-05'],
      ])
      const page = await (await karin.get('/year')).text()
      expect(page).toContain('M-toetsen')
      expect(page).toContain('Tot en met 5 februari')
      expect(await (await karin.get(`/year/new?year=${YEAR}`)).text()).toContain('staat er al')
    })

    it('takes nothing of a year that nobody opened: a slip in the date is said, not kept', async () => {
      const { db, as } = await worldIn(open)
      const karin = await as('karin')
      for (const from of ['9999-01-01', '1999-01-01', '2062-02-11']) {
        const no = await karin.post('/year/item/new', { ...ITEM, from })
        expect([no.status, await no.text()]).toEqual([422, expect.stringContaining('buiten het schooljaar')])
      }
      const kept = await db.read('server', (sql) => sql.selectFrom('year_item').select('id').execute())
      expect(kept).toEqual([])
      const next = await karin.post('/year/item/new', { ...ITEM, from: '2027-09-09' })
      expect(to(next)).toBe('/year?year=2027-2028&done=saved')
    })

    it('becomes the next one on the same weekdays', async () => {
      const { db, cast, as } = await worldIn(open)
      const karin = await as('karin')
      await karin.post('/year/item/new', ITEM)
      const [kept] = await readItems(db, cast.keeper, YEAR)
      const page = await (await karin.get(`/year/new?year=2027-2028&from=${YEAR}`)).text()
      expect(page).toContain('value="2028-02-10"')
      const lay = { year: '2027-2028', from: YEAR, line: kept!.id, [`day.${kept!.id}`]: '2028-02-10' }
      expect((await karin.post('/year/new', lay)).status).toBe(303)
      const [next] = await readItems(db, cast.keeper, '2027-2028' as SchoolYear)
      expect(next).toMatchObject({ title: 'Ouderavond over lezen', from: '2028-02-10', madeFrom: kept!.id })
    })

    it('is planned by few and read by all', async () => {
      const { db, cast, as } = await worldIn(open)
      const paul = await as('paul')
      expect((await paul.post('/year/item/new', ITEM)).status).toBe(303)
      const [item] = await readItems(db, cast.keeper, YEAR)
      const anouk = await as('anouk')
      const page = await (await anouk.get('/year')).text()
      expect(page).toContain('Ouderavond over lezen')
      expect(page).not.toContain('Zet er iets bij')
      for (const path of [
        '/year/item/new',
        `/year/item/${item!.id}`,
        '/year/new',
        '/year/template',
        '/year/holidays',
      ])
        expect([path, (await anouk.get(path)).status]).toEqual([path, 403])
      expect((await anouk.post('/year/item/new', ITEM)).status).toBe(403)
      expect((await anouk.post(`/year/item/${item!.id}`, { act: 'remove' })).status).toBe(403)
      const moved = await anouk.post('/year/move', {
        uid: `item-${item!.id}`,
        from: item!.from,
        day: '2027-02-12',
      })
      expect(moved.status).toBe(403)
      expect(await readItems(db, cast.keeper, YEAR)).toEqual([item])
      expect(await (await anouk.get(`/year/move?uid=item-${item!.id}&from=${item!.from}`)).text()).toContain(
        'houden het jaar bij',
      )
    })

    it('reads a time as people write it, and asks for the half that is missing', async () => {
      const { db, cast, as } = await worldIn(open)
      const karin = await as('karin')
      const made = async (startsAt: string, endsAt: string) => {
        const answer = await karin.post('/year/item/new', { ...ITEM, startsAt, endsAt })
        return answer.status === 422 ? answer.text() : answer.status
      }
      for (const [from, until] of [
        ['19.30', '21:00'],
        ['9.30', '10u00'],
      ] as const)
        expect(await made(from, until)).toBe(303)
      const items = await readItems(db, cast.keeper, YEAR)
      expect(new Set(items.map(({ startsAt }) => startsAt))).toEqual(
        new Set(['2027-02-11T08:30:00.000Z', '2027-02-11T18:30:00.000Z']),
      )
      expect(await made('', '21.00')).toContain('Wanneer begint het?')
      expect(await made('19.30', '')).toContain('Tot hoe laat duurt het?')
      for (const odd of ['25.00', '19.3', 'half acht']) expect(await made(odd, '21.00')).toContain('14.45')
    })

    it('says at once that a day it was moved to is free, with the way to another', async () => {
      const { db, cast, as } = await worldIn(open)
      const karin = await as('karin')
      await karin.post('/year/item/new', ITEM)
      const [item] = await readItems(db, cast.keeper, YEAR)
      const moved = async (from: string, day: string) => {
        const answer = await karin.post('/year/move', { uid: `item-${item!.id}`, from, day })
        return (await karin.get(to(answer))).text()
      }
      const holiday = await moved('2027-02-11', '2026-12-23')
      expect(holiday).toContain('Let op: dan is het kerstvakantie.')
      expect(holiday).toContain('Kies een andere dag')
      expect(await moved('2026-12-23', '2027-02-13')).toContain('Let op: dat is in het weekend.')
      expect(await moved('2027-02-13', '2027-02-12')).not.toContain('Let op')
    })

    it('tells on a phone until when a holiday lasts that begins in the month', async () => {
      const { as } = await worldIn(open)
      const page = await (await (await as('anouk')).get('/year?month=2026-12')).text()
      expect(page).toContain('Kerstvakantie<span class="vrijtot"> t/m 3 januari</span>')
    })

    it('lets a moment be changed, moved with its hours, taken out and put back', async () => {
      const { db, cast, as } = await worldIn(open)
      const karin = await as('karin')
      await karin.post('/year/item/new', { ...ITEM, startsAt: '19:30', endsAt: '21:00', place: 'aula' })
      const [item] = await readItems(db, cast.keeper, YEAR)
      expect(item).toMatchObject({ startsAt: '2027-02-11T18:30:00.000Z', endsAt: '2027-02-11T20:00:00.000Z' })
      const uid = `item-${item!.id}`
      // After the clock goes forward the evening still begins at half past seven.
      const moved = await karin.post('/year/move', { uid, from: item!.from, day: '2027-04-01' })
      expect(to(moved)).toBe(`/year?done=moved&about=${uid}`)
      expect(await readItem(db, cast.keeper, item!.id)).toMatchObject({
        from: '2027-04-01',
        startsAt: '2027-04-01T17:30:00.000Z',
      })
      expect(await (await karin.get(to(moved))).text()).toContain(
        'Ouderavond over lezen staat nu op 1 april.',
      )
      const href = `/year/item/${item!.id}`
      const change = { ...ITEM, from: '2027-04-01', title: 'Ouderavond', revision: '2' }
      expect((await karin.post(href, change)).status).toBe(303)
      const stale = await karin.post(href, { ...change, title: 'Mijn woorden' })
      expect(stale.status).toBe(422)
      expect(await stale.text()).toContain('value="Mijn woorden"')
      expect(to(await karin.post(href, { act: 'remove' }))).toContain('done=removed')
      expect(await readItems(db, cast.keeper, YEAR)).toEqual([])
      expect(await (await karin.get(href)).text()).toContain('Zet terug')
      await karin.post(href, { act: 'restore' })
      expect((await readItem(db, cast.keeper, item!.id))?.title).toBe('Ouderavond')
    })

    it('says what to do about a form that can’t be taken, and keeps what was typed', async () => {
      const { db, cast, as } = await worldIn(open)
      const karin = await as('karin')
      const cases: [Record<string, string>, string][] = [
        [{ from: '2027-02-30' }, 'Deze dag bestaat niet'],
        [{ to: '2027-02-10' }, 'De laatste dag ligt vóór de eerste'],
        [{ to: '2027-06-11' }, 'ten hoogste drie maanden'],
        [{ kind: '__proto__' }, 'Kies wat het is'],
        [{ kind: 'other', title: '  ' }, 'Geef het een naam'],
        [{ title: 'x'.repeat(121) }, 'Kort hem in'],
        [{ startsAt: '25:00', endsAt: '26:00' }, 'uren en minuten'],
        [{ startsAt: '14:00' }, 'Tot hoe laat duurt het?'],
        [{ startsAt: '15:00', endsAt: '14:00' }, 'eindtijd ligt vóór de begintijd'],
        [{ startsAt: '14:00', endsAt: '15:00', to: '2027-02-12' }, 'alleen bij één dag'],
      ]
      for (const [wrong, says] of cases) {
        const answer = await karin.post('/year/item/new', { ...ITEM, place: 'de aula', ...wrong })
        expect([says, answer.status]).toEqual([says, 422])
        const page = await answer.text()
        expect(page).toContain(says)
        expect(page).toContain('value="de aula"')
      }
      expect(await readItems(db, cast.keeper, YEAR)).toEqual([])
    })

    it('shows what people wrote as words, and no address beside its own', async () => {
      const { as } = await worldIn(open)
      const karin = await as('karin')
      await karin.post('/year/item/new', {
        ...ITEM,
        title: '<script>alert(1)</script>',
        note: '"><img src=x>',
      })
      for (const path of ['/year', '/year?month=2027-02', '/year/print', '/year/circle.svg']) {
        const page = await (await karin.get(path)).text()
        expect(page).not.toContain('<script>alert')
        expect(page).not.toContain('<img src=x')
      }
      for (const path of [
        '/year?year=1999-2000',
        '/year?year=niet',
        '/year/item/1',
        '/year/move?uid=item-x&from=2027-01-01',
      ])
        expect([path, (await karin.get(path)).status]).toEqual([path, 404])
      expect((await karin.get('/year?month=2026-13')).status).toBe(200)
    })

    it('is drawn as a picture that is XML, without who may do what', async () => {
      const { as } = await worldIn(open)
      const karin = await as('karin')
      await karin.post('/year/item/new', {
        kind: 'tests',
        title: 'M & E',
        from: '2027-01-25',
        to: '2027-02-12',
      })
      const image = await karin.get('/year/circle.svg')
      expect(image.headers.get('content-type')).toContain('image/svg+xml')
      const text = await image.text()
      expect(text).toContain('<svg xmlns="http://www.w3.org/2000/svg"')
      expect(text).toContain('M &amp; E')
      const opened = text.match(/<(?:svg|g|defs|pattern|text|title|style)\b/g)?.length
      expect(text.match(/<\/(?:svg|g|defs|pattern|text|title|style)>/g)?.length).toBe(opened)
      expect(await (await karin.get('/year/print')).text()).not.toContain('Verzet')
    })

    it('is of one school', async () => {
      const one = await worldIn(open)
      const other = await worldIn(async () => one.db)
      await (await one.as('karin')).post('/year/item/new', ITEM)
      const [item] = await readItems(one.db, one.cast.keeper, YEAR)
      expect(await readItem(one.db, other.cast.keeper, item!.id)).toBeUndefined()
      const stranger = await other.as('karin')
      expect((await stranger.get(`/year/item/${item!.id}`)).status).toBe(404)
      expect((await stranger.post(`/year/item/${item!.id}`, { act: 'remove' })).status).toBe(404)
      expect((await readItems(one.db, one.cast.keeper, YEAR)).length).toBe(1)
      const out = await visitor(one.app).get('/year')
      expect([302, 303]).toContain(out.status)
    })

    it('takes what two lay down at once only one time', async () => {
      const { db, cast } = await worldIn(open)
      const now = AFTER
      const item = {
        schoolYear: YEAR,
        kind: 'reports',
        title: '',
        note: '',
        place: '',
        madeFrom: 'line-reports-1',
      } as const
      const days = { from: '2026-12-03' as Day, to: '2026-12-03' as Day, startsAt: null, endsAt: null }
      const lay = () => addYearItems(db, cast.member('karin'), [{ ...item, ...days }], now)
      const made = await Promise.all([lay(), lay(), lay()])
      expect(made.flat()).toHaveLength(1)
      expect(await readItems(db, cast.keeper, YEAR)).toHaveLength(1)
    })
  })

  describe('the holidays', () => {
    it('are of the region that the school chose, with what it changed', async () => {
      const { db, cast, as } = await worldIn(open)
      const karin = await as('karin')
      expect(await (await karin.get('/year')).text()).toContain('We rekenen met regio Midden.')
      expect((await karin.post('/year/holidays', { act: 'region', region: 'north' })).status).toBe(303)
      expect((await freeDaysOf(db, cast.keeper, YEAR)).isFree('2026-10-12' as Day)).toBe(true)
      const may = { act: 'give', of: YEAR, key: 'may', from: '2027-04-24', to: '2027-05-09' }
      expect((await karin.post('/year/holidays', may)).status).toBe(303)
      expect((await freeDaysOf(db, cast.keeper, YEAR)).isFree('2027-05-04' as Day)).toBe(true)
      await karin.post('/year/holidays', { act: 'reset', of: YEAR, key: 'may' })
      expect((await freeDaysOf(db, cast.keeper, YEAR)).isFree('2027-05-04' as Day)).toBe(false)
      await karin.post('/year/holidays', { act: 'not-free', of: YEAR, key: 'good-friday' })
      expect((await freeDaysOf(db, cast.keeper, YEAR)).isFree('2027-03-26' as Day)).toBe(false)
    })

    it('hold own free days, which can be changed and taken away', async () => {
      const { db, cast, as } = await worldIn(open)
      const karin = await as('karin')
      await karin.post('/year/holidays', {
        act: 'give',
        key: '',
        name: 'Studiedag bestuur',
        from: '2026-11-23',
      })
      const own = (await freeDaysOf(db, cast.keeper, YEAR)).at('2026-11-23' as Day)
      expect(own).toMatchObject({ kind: 'own', name: 'Studiedag bestuur', to: '2026-11-23' })
      const change = { act: 'give', of: YEAR, key: own!.key, name: 'Studiedag bestuur' }
      await karin.post('/year/holidays', { ...change, from: '2026-11-24', to: '2026-11-24' })
      const free = await freeDaysOf(db, cast.keeper, YEAR)
      expect([free.isFree('2026-11-23' as Day), free.isFree('2026-11-24' as Day)]).toEqual([false, true])
      await karin.post('/year/holidays', { act: 'reset', of: YEAR, key: own!.key })
      expect((await freeDaysOf(db, cast.keeper, YEAR)).isFree('2026-11-24' as Day)).toBe(false)
    })

    it('refuse what is no free day, in words', async () => {
      const { db, cast, as } = await worldIn(open)
      const karin = await as('karin')
      const cases: [Record<string, string>, string][] = [
        [{ act: 'region', region: 'oost' }, 'Kies een regio'],
        [{ act: 'give', key: '', name: '', from: '2026-11-23' }, 'Geef het een naam'],
        [{ act: 'give', key: '', name: 'Vrij', from: 'morgen' }, 'Deze dag bestaat niet'],
        [{ act: 'give', key: 'may', of: YEAR, from: '2027-05-09', to: '2027-04-24' }, 'ligt vóór de eerste'],
        [
          { act: 'give', key: 'may', of: YEAR, from: '2027-08-09', to: '2027-08-24' },
          'buiten het schooljaar',
        ],
        [{ act: 'give', key: 'constructor', of: YEAR, from: '2027-05-09', to: '2027-05-09' }, 'niet meer'],
        [
          { act: 'give', key: 'own-elsewhere', of: YEAR, name: 'x', from: '2027-05-10', to: '2027-05-10' },
          'niet meer',
        ],
      ]
      for (const [form, says] of cases) {
        const answer = await karin.post('/year/holidays', form)
        expect([says, answer.status]).toEqual([says, 422])
        expect(await answer.text()).toContain(says)
      }
      expect((await freeDaysOf(db, cast.keeper, YEAR)).spans.every(({ isOwn }) => !isOwn)).toBe(true)
    })
  })

  describe('the template', () => {
    it('becomes the school’s own, line by line, and lays what it says', async () => {
      const { as } = await worldIn(open)
      const karin = await as('karin')
      const row = (key: string, rest: Record<string, string> = {}) =>
        Object.fromEntries(
          Object.entries({
            kind: 'study-day',
            title: 'Studiedag',
            note: '',
            anchor: '3',
            week: '2',
            weekday: '3',
            days: '1',
            ...rest,
          }).map(([name, value]) => [`${name}.${key}`, value]),
        )
      const sent = {
        key: ['study-1', 'reports-1', 'new'],
        ...row('study-1'),
        ...row('reports-1'),
        ...row('new', { kind: '' }),
      }
      expect((await karin.post('/year/template', { ...sent, 'drop.reports-1': 'yes' })).status).toBe(303)
      const page = await (await karin.get(`/year/new?year=${YEAR}`)).text()
      expect(page).toContain('value="2027-03-10"')
      expect(page).not.toContain('Rapporten mee')
      const wrong = await karin.post('/year/template', {
        key: ['study-1'],
        ...row('study-1', { week: '99', title: 'Mijn dag' }),
      })
      expect(wrong.status).toBe(422)
      expect(await wrong.text()).toContain('value="Mijn dag"')
      await karin.post('/year/template', { act: 'built-in' })
      expect(await (await karin.get(`/year/new?year=${YEAR}`)).text()).toContain('Rapporten mee')
    })
  })

  describe('the day of an evaluation', () => {
    const DAY = '2026-12-01' as Day
    const uidOf = (entry: EntryId) => `evaluation-${entry}-mid-1`

    /** Anouk's track in an adopted plan, looked back at on the first of December. */
    async function adopted() {
      const db = await open()
      const made = await adoptedPlan(db, async ({ cast, id, anouk }) => {
        const plan = await planOf(db, cast, id)
        const moments = [{ onDay: DAY, occasion: 'mid' as const }]
        done(await setMoments(db, cast.keeper, plan, entryOf(plan, anouk)!, moments))
      })
      const app = testApp(db, { now: () => new Date(AFTER) })
      const as = (key: 'karin' | 'anouk' | 'bram') => asMember(app, db, made.cast, key)
      const dayNow = async () => entryOf(await planOf(db, made.cast, made.id), made.anouk)?.moments[0]?.onDay
      return { ...made, db, as, dayNow, uid: uidOf(made.anouk) }
    }
    const move = (uid: string, day: string) => ({ uid, from: DAY, day })

    it('is moved by whose track it is', async () => {
      const { as, dayNow, uid } = await adopted()
      const anouk = await as('anouk')
      expect(to(await anouk.post('/year/move', move(uid, '2026-12-08')))).toContain('done=moved')
      expect(await dayNow()).toBe('2026-12-08')
      const again = await anouk.post('/year/move', { uid, from: '2026-12-08', day: '2027-12-08' })
      expect(again.status).toBe(422)
      expect(await again.text()).toContain('buiten het schooljaar')
    })

    it('is chosen by whose track it is: a colleague reads by name who that is', async () => {
      const { as, dayNow, uid } = await adopted()
      const bram = await as('bram')
      const no = await bram.post('/year/move', move(uid, '2026-12-08'))
      expect([no.status, await no.text()]).toEqual([403, expect.stringContaining('Anouk kiest deze dag.')])
      expect(await dayNow()).toBe(DAY)
    })

    it('is proposed by who plans the year, and stays until there is a yes', async () => {
      const { as, dayNow, uid } = await adopted()
      const karin = await as('karin')
      expect(await (await karin.get(`/year/move?uid=${uid}&from=${DAY}`)).text()).toContain('Stel voor')
      const proposed = await karin.post('/year/move', move(uid, '2026-12-08'))
      expect(to(proposed)).toContain('done=proposed')
      expect(await (await karin.get(to(proposed))).text()).toContain('Je voorstel ligt bij Anouk.')
      expect(await dayNow()).toBe(DAY)
      expect((await karin.post('/year/move', move(uid, '2026-12-08'))).status).toBe(422)
      const anouk = await as('anouk')
      expect(await (await anouk.get('/year')).text()).toContain('Iemand stelt jou een andere dag voor.')
      const page = await (await anouk.get('/year/proposals')).text()
      expect(page).toContain(
        'Karin vraagt: kan de evaluatie van Anouk van dinsdag 1 december naar dinsdag 8 december?',
      )
      const proposal = /name="proposal" value="([^"]+)"/.exec(page)![1]!
      expect(await (await (await as('bram')).get('/year/proposals')).text()).not.toContain('8 december')
      expect((await (await as('bram')).post('/year/proposals', { proposal, act: 'yes' })).status).toBe(403)
      expect((await karin.post('/year/proposals', { proposal, act: 'yes' })).status).toBe(403)
      expect((await anouk.post('/year/proposals', { proposal, act: 'yes' })).status).toBe(303)
      expect(await dayNow()).toBe('2026-12-08')
      expect((await anouk.post('/year/proposals', { proposal, act: 'no' })).status).toBe(422)
      expect(await (await karin.get('/year/proposals')).text()).toContain('Ja. Het is nu dinsdag 8 december.')
    })

    it('becomes another day, stays, lapses or is taken back, as the two say', async () => {
      const { as, dayNow, uid } = await adopted()
      const [karin, anouk] = [await as('karin'), await as('anouk')]
      const last = async () =>
        /name="proposal" value="([^"]+)"/.exec(await (await anouk.get('/year/proposals')).text())?.[1] ?? ''
      await karin.post('/year/move', move(uid, '2026-12-08'))
      await anouk.post('/year/proposals', { proposal: await last(), act: 'no' })
      expect(await dayNow()).toBe(DAY)
      await karin.post('/year/move', move(uid, '2026-12-09'))
      const own = await last()
      expect((await anouk.post('/year/proposals', { proposal: own, act: 'withdraw' })).status).toBe(422)
      expect((await karin.post('/year/proposals', { proposal: own, act: 'withdraw' })).status).toBe(303)
      await karin.post('/year/move', move(uid, '2026-12-10'))
      const other = { proposal: await last(), act: 'other', day: '2026-12-11' }
      expect((await anouk.post('/year/proposals', { ...other, day: '11 december' })).status).toBe(422)
      expect((await anouk.post('/year/proposals', other)).status).toBe(303)
      expect(await dayNow()).toBe('2026-12-11')
      await karin.post('/year/move', { uid, from: '2026-12-11', day: '2026-12-15' })
      await anouk.post('/year/move', { uid, from: '2026-12-11', day: '2026-12-14' })
      expect(await last()).toBe('')
      const told = await (await karin.get('/year/proposals')).text()
      for (const says of [
        'Het blijft zoals het was.',
        'Teruggetrokken.',
        'Het werd een andere dag',
        'De dag was al veranderd.',
      ])
        expect(told).toContain(says)
    })

    it('is said yes to or taken back, never both at once', async () => {
      const { as, dayNow, uid } = await adopted()
      const [karin, anouk] = [await as('karin'), await as('anouk')]
      for (const day of [
        '2026-12-08',
        '2026-12-09',
        '2026-12-10',
        '2026-12-11',
        '2026-12-14',
        '2026-12-15',
      ]) {
        const from = (await dayNow()) ?? DAY
        await karin.post('/year/move', { uid, from, day })
        const page = await (await anouk.get('/year/proposals')).text()
        const proposal = /name="proposal" value="([^"]+)"/.exec(page)![1]!
        const [back, yes] = await Promise.all([
          karin.post('/year/proposals', { proposal, act: 'withdraw' }),
          anouk.post('/year/proposals', { proposal, act: 'yes' }),
        ])
        expect([back.status, yes.status].toSorted((one, other) => one - other)).toEqual([303, 422])
        expect(await dayNow()).toBe(yes.status === 303 ? day : from)
      }
    })

    it('of a goal is the team’s: nobody moves it by hand once it is adopted', async () => {
      const db = await open()
      const made = await adoptedPlan(db, async ({ cast, id, goal }) => {
        const plan = await planOf(db, cast, id)
        done(await setMoments(db, cast.keeper, plan, entryOf(plan, goal)!, [{ onDay: DAY, occasion: 'mid' }]))
      })
      const app = testApp(db, { now: () => new Date(AFTER) })
      const karin = await asMember(app, db, made.cast, 'karin')
      const uid = uidOf(made.goal)
      expect(await (await karin.get(`/year/move?uid=${uid}&from=${DAY}`)).text()).toContain(
        'Stel dan een wijziging voor.',
      )
      expect((await karin.post('/year/move', move(uid, '2026-12-08'))).status).toBe(403)
    })

    it('of a track nobody stands behind yet is seen by who may read it', async () => {
      const db = await open()
      const { cast, id, bram } = await writtenPlan(db)
      const plan = await planOf(db, cast, id)
      done(await setMoments(db, cast.keeper, plan, entryOf(plan, bram)!, [{ onDay: DAY, occasion: 'mid' }]))
      const seenBy = async (key: 'bram' | 'petra' | 'karin') =>
        (await readYearMoments(db, cast.member(key), YEAR)).map(({ uid }) => uid)
      expect(await seenBy('bram')).toEqual([uidOf(bram)])
      expect(await seenBy('karin')).toEqual([uidOf(bram)])
      expect(await seenBy('petra')).toEqual([])
    })
  })

  it('shows team meetings where they are planned, and leads there to move them', async () => {
    const visit = await visitMeeting(await open())
    const moments = await readYearMoments(visit.db, visit.cast.keeper, YEAR)
    const meeting = moments.find(({ kind }) => kind === 'meeting')
    expect(meeting).toMatchObject({
      from: '2026-11-19',
      startsAt: '2026-11-19T14:30:00.000Z',
      personIds: null,
    })
    const karin = await visit.as('karin')
    expect(await (await karin.get('/year')).text()).toContain(`href="${meeting!.href}"`)
    expect(to(await karin.get(`/year/move?uid=${meeting!.uid}&from=${meeting!.from}`))).toBe(meeting!.href)
    const id = '00000000-0000-7000-8000-000000000000' as YearItemId
    expect(await readItem(visit.db, visit.cast.keeper, id)).toBeUndefined()
  })
})
