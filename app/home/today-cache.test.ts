import { expect, test } from 'vitest'
import { NOW } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { addGoal, ownTrack, visitPlan } from '../../test/plan-visit.ts'
import { asMember } from '../../test/request.ts'
import type { Moment } from '../kernel/day.ts'
import { drawnOnce } from './today-cache-desk.ts'

const MINUTE = 60_000

eachDatabase((open) => {
  test('the stamp of the database stands still while only is read, and moves with every commit', async () => {
    const db = await open()
    const visit = await visitPlan(db)
    const before = await db.stamp()
    await visit.now()
    await db.read(visit.cast, (sql) => sql.selectFrom('person').selectAll().execute())
    expect(await db.stamp()).toBe(before)
    await addGoal(visit, 'Elk kind leest')
    const after = await db.stamp()
    expect(after).not.toBe(before)
    expect(await db.stamp()).toBe(after)
    const nobody = db.write(visit.cast, async (_sql, tx) => tx.stamp())
    await expect(nobody).rejects.toThrow('inside a transaction nothing is kept')
  })

  test('a piece is drawn once for a reader and a minute, and again after any change', async () => {
    const db = await open()
    const visit = await visitPlan(db)
    let times = 0
    const draw = (of: string, now: string) =>
      drawnOnce({ db, of, now: now as Moment }, async () => `${of} ${(times += 1)}`)
    expect(await draw('karin', '2026-11-19T09:42:10.000Z')).toBe('karin 1')
    expect(await draw('karin', '2026-11-19T09:42:50.000Z')).toBe('karin 1')
    expect(await draw('anouk', '2026-11-19T09:42:50.000Z')).toBe('anouk 2')
    expect(await draw('karin', '2026-11-19T09:43:00.000Z')).toBe('karin 3')
    await addGoal(visit, 'Elk kind leest')
    expect(await draw('karin', '2026-11-19T09:43:00.000Z')).toBe('karin 4')
  })

  test('what is written while a piece is read is in the next one', async () => {
    const db = await open()
    const visit = await visitPlan(db)
    const now = '2026-11-19T09:42:00.000Z' as Moment
    const titles = async () => (await visit.now()).entries.length
    const slow = drawnOnce({ db, of: 'karin', now }, async () => {
      const read = await titles()
      await addGoal(visit, 'Elk kind leest')
      return String(read)
    })
    expect(await slow).toBe('0')
    expect(await drawnOnce({ db, of: 'karin', now }, async () => String(await titles()))).toBe('1')
  })

  test('who asks while it is drawn gets the same drawing; one that failed is not kept', async () => {
    const db = await open()
    await visitPlan(db)
    const now = '2026-11-19T09:42:00.000Z' as Moment
    let times = 0
    const draw = async () => String((times += 1))
    const all = await Promise.all([1, 2, 3, 4].map(() => drawnOnce({ db, of: 'karin', now }, draw)))
    expect(all).toEqual(['1', '1', '1', '1'])
    const fails = () => Promise.reject(new Error('no'))
    await expect(drawnOnce({ db, of: 'bram', now }, fails)).rejects.toThrow('no')
    expect(await drawnOnce({ db, of: 'bram', now }, draw)).toBe('2')
  })

  test('nobody gets the page of another: of the same minute each has the own greeting, asks and language', async () => {
    const visit = await visitPlan(await open())
    await ownTrack(visit, 'anouk', 'Geheim doel van Anouk.')
    const [karin, anouk, bram] = [visit.karin, await visit.as('anouk'), await visit.as('bram')]
    for (let time = 0; time < 2; time += 1) {
      const hers = await (await anouk.get('/')).text()
      expect(hers).toContain('Goedemorgen, Anouk')
      expect(hers).toContain('Geheim doel van Anouk.')
      for (const [one, name] of [
        [karin, 'Karin'],
        [bram, 'Bram'],
      ] as const) {
        const page = await (await one.get('/')).text()
        expect(page).toContain(`Goedemorgen, ${name}`)
        expect(page).not.toContain('Goedemorgen, Anouk')
      }
      expect(await (await bram.get('/')).text()).not.toContain('Geheim doel')
      const english = await bram.get('/', { cookie: `${bram.cookie}; language=en` })
      expect(await english.text()).toContain('Good morning, Bram')
    }
  })

  test('a person who loses a role, or whose name changes, sees so at once', async () => {
    const visit = await visitPlan(await open())
    expect(await (await visit.karin.get('/')).text()).toContain('Jouw week in balans')
    expect(await (await visit.karin.get('/')).text()).toContain('href="/time#log"')
    const { karin } = visit.cast.people
    await visit.db.write(visit.cast, async (sql) => {
      await sql
        .deleteFrom('person_role')
        .where('person_id', '=', karin)
        .where('role', '=', 'coordinator')
        .execute()
      await sql.updateTable('person').set({ name: 'Karin de Boer' }).where('id', '=', karin).execute()
    })
    const page = await (await visit.karin.get('/')).text()
    expect(page).not.toContain('Jouw week in balans')
    expect(page).not.toContain('href="/time')
  })

  test('a role that is lost while a page is asked for is not on the next one', async () => {
    const { db, cast } = await visitPlan(await open())
    const { karin } = cast.people
    let isAsked = false
    const lose = () =>
      db.write(cast, (sql) =>
        sql
          .deleteFrom('person_role')
          .where('person_id', '=', karin)
          .where('role', '=', 'coordinator')
          .execute(),
      )
    // Who asks is known before the state of the database is.
    const stamp = async () => {
      if (!isAsked) await lose()
      isAsked = true
      return db.stamp()
    }
    const slow = { ...db, stamp }
    const visitor = await asMember(testApp(slow), db, cast, 'karin')
    expect(await (await visitor.get('/')).text()).toContain('Jouw week in balans')
    expect(await (await visitor.get('/')).text()).not.toContain('Jouw week in balans')
  })

  test('with own time on it no browser keeps the page', async () => {
    const visit = await visitPlan(await open())
    const kept = async (who: typeof visit.karin) => (await who.get('/')).headers.get('cache-control')
    expect(await kept(visit.karin)).toContain('no-store')
    expect(await kept(await visit.as('bram'))).not.toContain('no-store')
  })

  test('the clock goes on without a change: the afternoon greets as the afternoon', async () => {
    const visit = await visitPlan(await open())
    let late = 0
    const app = testApp(visit.db, { now: () => new Date(NOW.getTime() + late) })
    const karin = await asMember(app, visit.db, visit.cast, 'karin')
    expect(await (await karin.get('/')).text()).toContain('Goedemorgen, Karin')
    late = 3 * 60 * MINUTE
    expect(await (await karin.get('/')).text()).toContain('Goedemiddag, Karin')
  })
})
