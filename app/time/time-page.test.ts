import { describe, expect, it } from 'vitest'
import { settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { addGoal, follow, ownTrack, visitPlan } from '../../test/plan-visit.ts'
import { asMember } from '../../test/request.ts'
import type { Db } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import { changeSchool } from '../school/school-store.ts'
import { countOnce } from './count.ts'
import { activitiesOf } from './time-store.ts'

const YEAR = ['2026-08-01' as Day, '2027-07-31' as Day] as const
const PAGES = ['/time', '/time/entries', '/time/week', '/time/import']

const onceIn = (page: string) => /name="once" value="([^"]+)"/.exec(page)?.[1] ?? ''
const sinceIn = (page: string) => /name="since" value="([^"]*)"/.exec(page)?.[1] ?? ''

/** A house whose clock can be moved. */
function clockedApp(db: Db, first: string) {
  let now = new Date(first)
  return { app: testApp(db, { now: () => now }), goTo: (moment: string) => void (now = new Date(moment)) }
}

eachDatabase((open) => {
  describe('two taps', () => {
    it('write down a goal and half an hour, and are taken back', async () => {
      const visit = await visitPlan(await open())
      const goal = await addGoal(visit, 'Samen lezen')
      const karin = visit.cast.member('karin')
      const before = await (await visit.karin.get('/time')).text()
      expect(before).toContain('Nog niets opgeschreven. Begin met één ding van vandaag.')
      const tap = { act: 'log', once: onceIn(before), what: `entry:${goal}`, length: '30' }
      const page = await follow(visit.karin, await visit.karin.post('/time', tap))
      expect(page).toContain('Bewaard: Samen lezen (doel 1), 30 minuten. Telt als voorkomen.')
      const [one, ...others] = await activitiesOf(visit.db, karin, ...YEAR)
      expect(others).toEqual([])
      expect(one).toMatchObject({
        minutes: 30,
        day: '2026-11-19',
        aim: 'preventive',
        source: 'tap',
        startedAt: null,
      })
      const gone = await follow(
        visit.karin,
        await visit.karin.post('/time', { act: 'undo', id: one?.id ?? '' }),
      )
      expect(gone).toContain('Weg. Er is niets van bewaard.')
      expect(await activitiesOf(visit.db, karin, ...YEAR)).toEqual([])
    })

    it('sent again count once, also when both come at the same time', async () => {
      const visit = await visitPlan(await open())
      const karin = visit.cast.member('karin')
      const once = onceIn(await (await visit.karin.get('/time')).text())
      const tap = { act: 'log', once, what: 'care', length: '15' }
      const answers = await Promise.all([1, 2, 3].map(() => visit.karin.post('/time', tap)))
      const to = answers.map((answer) => answer.headers.get('location'))
      expect(new Set(to).size).toBe(1)
      expect(await activitiesOf(visit.db, karin, ...YEAR)).toHaveLength(1)
      // Who goes back in the browser and chooses something else means something else.
      await visit.karin.post('/time', { ...tap, length: '30' })
      const all = async () => (await activitiesOf(visit.db, karin, ...YEAR)).map(({ minutes }) => minutes)
      expect(await all()).toEqual([15, 30])
      // And the same once more, from the page that came after it, is once more.
      const next = onceIn(await (await visit.karin.get('/time')).text())
      await visit.karin.post('/time', { ...tap, once: next, length: '30' })
      expect(await all()).toEqual([15, 30, 30])
    })

    it('ask for what is missing and keep what was chosen', async () => {
      const visit = await visitPlan(await open())
      const nothing = await visit.karin.post('/time', { act: 'log', length: '15' })
      expect(nothing.status).toBe(422)
      expect(await nothing.text()).toContain('Kies eerst waar het voor was.')
      const tooLong = await visit.karin.post('/time', {
        act: 'log',
        what: 'ad-hoc',
        adHoc: 'pupil',
        length: 'own',
        minutes: '900',
      })
      const page = await tooLong.text()
      expect(tooLong.status).toBe(422)
      expect(page).toMatch(/<input[^>]*value="ad-hoc"[^>]*checked/)
      expect(page).toMatch(/<input[^>]*value="pupil"[^>]*checked/)
      expect(page).toContain('van 1 tot en met 720')
      expect(await activitiesOf(visit.db, visit.cast.member('karin'), ...YEAR)).toEqual([])
    })

    it('count as the plan says, until she says otherwise', async () => {
      const visit = await visitPlan(await open())
      const karin = visit.cast.member('karin')
      await visit.karin.post('/time', { act: 'log', what: 'question', length: '60' })
      const [one] = await activitiesOf(visit.db, karin, ...YEAR)
      const flip = { act: 'flip', id: one?.id ?? '', aim: 'preventive' }
      const page = await follow(visit.karin, await visit.karin.post('/time', flip))
      expect(page).toContain('Telt als voorkomen.')
    })

    it('take an entry of this plan alone', async () => {
      const visit = await visitPlan(await open())
      const track = await ownTrack(visit, 'anouk', 'Rustig beginnen')
      const good = await visit.karin.post('/time', { act: 'log', what: 'pick', entry: track, length: '5' })
      expect(good.status).toBe(303)
      for (const what of ['entry:01890f00-0000-7000-8000-000000000000', 'entry:x', 'toString', '<b>'])
        expect((await visit.karin.post('/time', { act: 'log', what, length: '5' })).status).toBe(422)
    })
  })

  describe('until now', () => {
    it('goes from what was written down last', async () => {
      const db = await open()
      const { app, goTo } = clockedApp(db, '2026-11-19T09:00:00Z')
      const cast = await settleCast(db)
      const karin = await asMember(app, db, cast, 'karin')
      expect(await (await karin.get('/time')).text()).not.toContain('Tot nu')
      await karin.post('/time', { act: 'log', what: 'care', length: '15' })
      goTo('2026-11-19T09:25:00Z')
      const page = await (await karin.get('/time')).text()
      expect(page).toContain('Tot nu, vanaf 10.00')
      await karin.post('/time', { act: 'log', what: 'question', length: 'now', since: sinceIn(page) })
      const [, second] = await activitiesOf(db, cast.member('karin'), ...YEAR)
      expect(second).toMatchObject({ minutes: 25, startedAt: '2026-11-19T09:00:00.000Z' })
      // Who forgot to begin says since when; sent again a minute later it is still that one.
      const since9 = {
        act: 'log',
        once: onceIn(page),
        what: 'care',
        length: 'own',
        from: '9.15',
        minutes: '',
      }
      expect((await karin.post('/time', since9)).status).toBe(303)
      goTo('2026-11-19T09:26:00Z')
      expect((await karin.post('/time', since9)).status).toBe(303)
      const [, , third, ...more] = await activitiesOf(db, cast.member('karin'), ...YEAR)
      expect(third).toMatchObject({ minutes: 70, startedAt: '2026-11-19T08:15:00.000Z' })
      expect(more).toEqual([])
      for (const from of ['25:00', '23:59', 'vroeg', '9.5', '<b>']) {
        const no = await karin.post('/time', { ...since9, from })
        expect(no.status).toBe(422)
        expect(await no.text()).toContain('Schrijf een tijd die al voorbij is')
      }
      // A beginning that somebody made up: to come, or yesterday.
      for (const since of ['2026-11-20T09:00:00Z', '2026-11-18T09:00:00Z', 'nu'])
        expect((await karin.post('/time', { act: 'log', what: 'care', length: 'now', since })).status).toBe(
          422,
        )
    })

    it('begins with a tap and ends with one; sent twice it counts once', async () => {
      const db = await open()
      const { app, goTo } = clockedApp(db, '2026-11-19T09:00:00Z')
      const cast = await settleCast(db)
      const karin = await asMember(app, db, cast, 'karin')
      const begun = await follow(
        karin,
        await karin.post('/time', { act: 'log', what: 'care', length: 'begin' }),
      )
      expect(begun).toContain('Je bent bezig: Zorg voor een kind (overleg of gesprek), vanaf 10.00.')
      expect((await karin.post('/time', { act: 'log', what: 'other', length: 'begin' })).status).toBe(422)
      goTo('2026-11-19T09:40:00Z')
      const done = { act: 'done', started: '2026-11-19T09:00:00.000Z', length: 'now' }
      const answers = await Promise.all([karin.post('/time', done), karin.post('/time', done)])
      expect(answers.map(({ status }) => status)).toEqual([303, 303])
      const all = await activitiesOf(db, cast.member('karin'), ...YEAR)
      expect(all).toMatchObject([{ minutes: 40, startedAt: '2026-11-19T09:00:00.000Z' }])
    })

    it('ended in many ways at once it counts once', async () => {
      const db = await open()
      const { app, goTo } = clockedApp(db, '2026-11-19T09:00:00Z')
      const cast = await settleCast(db)
      const karin = await asMember(app, db, cast, 'karin')
      const lengths = ['now', '15', '30', '60', '5']
      // A few times: the first time the database still opens its connections one by one.
      for (const hour of ['09', '10', '11', '12']) {
        goTo(`2026-11-19T${hour}:00:00Z`)
        await karin.post('/time', { act: 'log', what: 'care', length: 'begin' })
        goTo(`2026-11-19T${hour}:40:00Z`)
        const done = { act: 'done', started: `2026-11-19T${hour}:00:00.000Z` }
        const answers = await Promise.all(lengths.map((length) => karin.post('/time', { ...done, length })))
        expect(answers.map(({ status }) => status)).toEqual(lengths.map(() => 303))
      }
      expect(await activitiesOf(db, cast.member('karin'), ...YEAR)).toHaveLength(4)
    })

    it('that was forgotten over night asks how long it was', async () => {
      const db = await open()
      const { app, goTo } = clockedApp(db, '2026-11-18T14:00:00Z')
      const cast = await settleCast(db)
      const karin = await asMember(app, db, cast, 'karin')
      await karin.post('/time', { act: 'log', what: 'care', length: 'begin' })
      goTo('2026-11-19T08:00:00Z')
      expect(await (await karin.get('/time')).text()).toContain('Hoe lang was het?')
      const started = '2026-11-18T14:00:00.000Z'
      expect((await karin.post('/time', { act: 'done', started, length: 'now' })).status).toBe(422)
      expect((await karin.post('/time', { act: 'done', started, length: '30' })).status).toBe(303)
      expect(await activitiesOf(db, cast.member('karin'), ...YEAR)).toMatchObject([
        { minutes: 30, day: '2026-11-18' },
      ])
    })

    it('leaves room for what comes in between, of which the minutes count once', async () => {
      const db = await open()
      const { app, goTo } = clockedApp(db, '2026-11-19T09:00:00Z')
      const cast = await settleCast(db)
      const karin = await asMember(app, db, cast, 'karin')
      await karin.post('/time', { act: 'log', what: 'care', length: 'begin' })
      goTo('2026-11-19T09:30:00Z')
      const page = await (await karin.get('/time')).text()
      expect(page).toContain('id="tijdvorm"')
      expect(page).not.toContain('value="begin"')
      const corridor = { act: 'log', once: onceIn(page), what: 'ad-hoc', adHoc: 'corridor', length: '15' }
      await karin.post('/time', corridor)
      goTo('2026-11-19T09:31:00Z')
      await karin.post('/time', corridor)
      goTo('2026-11-19T10:00:00Z')
      await karin.post('/time', { act: 'done', started: '2026-11-19T09:00:00.000Z', length: 'now' })
      const all = await activitiesOf(db, cast.member('karin'), ...YEAR)
      expect(new Set(all.map(({ minutes }) => minutes))).toEqual(new Set([15, 60]))
      const counted = countOnce(all).map(({ activity, minutes }) => [activity.subject.what, minutes])
      expect(Object.fromEntries(counted)).toEqual({ 'ad-hoc': 15, care: 45 })
    })

    it('can be let go', async () => {
      const visit = await visitPlan(await open())
      await visit.karin.post('/time', { act: 'log', what: 'care', length: 'begin' })
      const started = '2026-11-19T09:42:00.000Z'
      const page = await follow(
        visit.karin,
        await visit.karin.post('/time', { act: 'done', started, length: 'drop' }),
      )
      expect(page).not.toContain('Je bent bezig')
      expect(await activitiesOf(visit.db, visit.cast.member('karin'), ...YEAR)).toEqual([])
    })
  })

  describe('nobody else', () => {
    it('has a door: for a teacher, principal, expert or administrator there is no such page', async () => {
      const visit = await visitPlan(await open())
      for (const key of ['anouk', 'bram', 'paul'] as const) {
        const other = await visit.as(key)
        for (const path of PAGES) expect((await other.get(path)).status).toBe(404)
        for (const path of PAGES)
          expect((await other.post(path, { act: 'log', what: 'care', length: '15' })).status).toBe(404)
        expect(await activitiesOf(visit.db, visit.cast.member(key), ...YEAR)).toEqual([])
      }
    })

    it('reads or changes what somebody wrote, also no second coordinator', async () => {
      const visit = await visitPlan(await open())
      const { db, cast } = visit
      await db.write(cast, (sql) =>
        sql
          .insertInto('person_role')
          .values({ school_id: cast.schoolId, person_id: cast.people.anouk, role: 'coordinator' })
          .execute(),
      )
      await changeSchool(db, cast.keeper, {})
      await visit.karin.post('/time', { act: 'log', what: 'care', length: '60' })
      const [karins] = await activitiesOf(db, cast.member('karin'), ...YEAR)
      const id = karins?.id ?? ''
      const anouk = await visit.as('anouk')
      expect(await (await anouk.get(`/time?saved=${id}`)).text()).not.toContain('Bewaard:')
      expect(await (await anouk.get('/time/entries')).text()).toContain('Deze week schreef je niets op.')
      await anouk.post('/time', { act: 'undo', id })
      expect((await anouk.post('/time', { act: 'flip', id, aim: 'preventive' })).status).toBe(422)
      const change = { act: 'change', id, subject: 'other', minutes: '5', day: '2026-11-19' }
      expect((await anouk.post('/time/entries', change)).status).toBe(422)
      expect((await anouk.post('/time/entries', { act: 'remove', id })).status).toBe(422)
      expect(await activitiesOf(db, cast.member('karin'), ...YEAR)).toEqual([karins])
    })

    it('of another school comes near it', async () => {
      const visit = await visitPlan(await open())
      await visit.karin.post('/time', { act: 'log', what: 'care', length: '60' })
      const [one] = await activitiesOf(visit.db, visit.cast.member('karin'), ...YEAR)
      const other = await settleCast(visit.db, { name: 'De Wilg' })
      const stranger = await asMember(visit.app, visit.db, other, 'karin')
      await stranger.post('/time', { act: 'undo', id: one?.id ?? '' })
      expect(await activitiesOf(visit.db, visit.cast.member('karin'), ...YEAR)).toHaveLength(1)
    })

    it('keeps a copy of these pages on the way', async () => {
      const visit = await visitPlan(await open())
      for (const path of PAGES)
        expect((await visit.karin.get(path)).headers.get('cache-control')).toContain('no-store')
    })
  })
})
