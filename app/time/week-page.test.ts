import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { addGoal, follow, ownTrack, visitPlan } from '../../test/plan-visit.ts'
import type { Day } from '../kernel/day.ts'
import { tallyOf } from './balance.ts'
import { countOnce } from './count.ts'
import { measuredOf, weekBalance } from './measure-store.ts'
import { activitiesOf } from './time-store.ts'

const YEAR = ['2026-08-01' as Day, '2027-07-31' as Day] as const
const WEEK = '2026-11-16'

eachDatabase((open) => {
  describe('a week by dragging', () => {
    it('begins at what was written, takes its place, and gives it back', async () => {
      const visit = await visitPlan(await open())
      const goal = await addGoal(visit, 'Samen lezen')
      const karin = visit.cast.member('karin')
      await visit.karin.post('/time', { act: 'log', what: 'care', length: '60' })
      const page = await (await visit.karin.get('/time/week')).text()
      expect(page).toContain('Hoe was week 47?')
      expect(page).toMatch(/<input type="range"[^>]*name="m:care"[^>]*value="60"/)
      const sent = { week: WEEK, 'm:care': '120', [`m:entry:${goal}`]: '300', 'm:other': '0' }
      await follow(visit.karin, await visit.karin.post('/time/week', sent))
      const counted = async () => tallyOf(countOnce(await activitiesOf(visit.db, karin, ...YEAR)))
      expect(await counted()).toMatchObject({ minutes: 420, preventive: 300, curative: 120 })
      // Sent again, or anew, an estimate takes the place of the one before.
      await visit.karin.post('/time/week', { ...sent, 'm:care': '90' })
      expect((await counted()).minutes).toBe(390)
      const list = await (await visit.karin.get('/time/entries')).text()
      expect(list).toContain('zit in je schatting')
      await follow(visit.karin, await visit.karin.post('/time/entries', { act: 'drop-estimate', week: WEEK }))
      expect((await counted()).minutes).toBe(60)
    })

    it('is not of a week to come, nor of nothing', async () => {
      const visit = await visitPlan(await open())
      expect((await visit.karin.get('/time/week?week=2026-11-23')).status).toBe(404)
      expect((await visit.karin.get('/time/week?week=1999-01-01')).status).toBe(404)
      expect((await visit.karin.post('/time/week', { week: 'gisteren', 'm:care': '60' })).status).toBe(404)
      const nothing = await visit.karin.post('/time/week', { week: WEEK, 'm:care': '0' })
      expect(nothing.status).toBe(422)
      expect(await nothing.text()).toContain('Schuif minstens één ding open.')
      const toomuch = await visit.karin.post('/time/week', { week: WEEK, 'm:care': '99999' })
      expect(toomuch.status).toBe(422)
      expect(await activitiesOf(visit.db, visit.cast.member('karin'), ...YEAR)).toEqual([])
    })
  })

  describe('what was written', () => {
    it('can be changed in everything, and taken away', async () => {
      const visit = await visitPlan(await open())
      const track = await ownTrack(visit, 'anouk', 'Rustig beginnen')
      const karin = visit.cast.member('karin')
      await visit.karin.post('/time', { act: 'log', what: 'care', length: '60' })
      const [one] = await activitiesOf(visit.db, karin, ...YEAR)
      const change = {
        act: 'change',
        id: one?.id ?? '',
        week: WEEK,
        subject: `entry:${track}`,
        minutes: '25',
        day: '2026-11-12',
        aim: 'neither',
        domain: ['learning', 'trends', 'nonsense', 'learning'],
      }
      const page = await follow(visit.karin, await visit.karin.post('/time/entries', change))
      expect(page).toContain('Wat je opschreef in week 46')
      expect(await activitiesOf(visit.db, karin, ...YEAR)).toMatchObject([
        {
          subject: { what: 'entry', entryId: track },
          minutes: 25,
          day: '2026-11-12',
          aim: null,
          domains: ['learning', 'trends'],
        },
      ])
      const to = await visit.karin.post('/time/entries', { ...change, day: '2026-11-20' })
      expect(to.status).toBe(422)
      expect((await visit.karin.post('/time/entries', { ...change, minutes: '-1' })).status).toBe(422)
      const remove = { ...change, act: ['change', 'remove'] }
      await follow(visit.karin, await visit.karin.post('/time/entries', remove))
      expect(await activitiesOf(visit.db, karin, ...YEAR)).toEqual([])
    })
  })

  describe('the balance', () => {
    it('of a week is its owner’s alone', async () => {
      const visit = await visitPlan(await open())
      await visit.karin.post('/time', { act: 'log', what: 'care', length: '60' })
      await visit.karin.post('/time', { act: 'log', what: 'ad-hoc', adHoc: 'call-parents', length: '30' })
      const day = '2026-11-19' as Day
      expect(await weekBalance(visit.db, visit.cast.member('karin'), day)).toMatchObject({
        week: WEEK,
        number: 47,
        minutes: 90,
        curative: 90,
        adHoc: 30,
        share: 0,
        aim: null,
        isEstimated: false,
      })
      for (const key of ['anouk', 'paul'] as const)
        expect(await weekBalance(visit.db, visit.cast.member(key), day)).toBeNull()
      expect(await weekBalance(visit.db, visit.cast.keeper, day)).toBeNull()
      expect((await measuredOf(visit.db, visit.cast.member('paul'), ...YEAR)).minutes).toBe(0)
      expect(await measuredOf(visit.db, visit.cast.member('karin'), ...YEAR)).toMatchObject({
        minutes: 90,
        kinds: [{ kind: 'call-parents', minutes: 30 }],
        domains: { care: 90, learning: 0, trends: 0, process: 0 },
      })
    })

    it('by goal holds the tracks that hang on it', async () => {
      const visit = await visitPlan(await open())
      const goal = await addGoal(visit, 'Samen lezen')
      const track = await ownTrack(visit, 'anouk', 'Elke dag lezen')
      await visit.db.write(visit.cast, (sql) =>
        sql.updateTable('entry').set({ parent_id: goal }).where('id', '=', track).execute(),
      )
      await visit.db.write(visit.cast, (sql) =>
        sql
          .updateTable('plan')
          .set((is) => ({ revision: is('revision', '+', 1) }))
          .where('id', '=', visit.plan)
          .execute(),
      )
      for (const id of [goal, track])
        await visit.karin.post('/time', { act: 'log', what: `entry:${id}`, length: '30', day: '2026-11-10' })
      const page = await (await visit.karin.get('/time')).text()
      const bars = page.slice(page.indexOf('class="doelbalken"'))
      expect(bars).toMatch(/<b>Samen lezen<\/b>.*?<b>1 uur<\/b>/s)
      // What was written down for lately stands ready as a choice.
      expect(page).toMatch(new RegExp(`<input type="radio" name="what"[^>]*value="entry:${track}"`))
    })

    it('stands on the page with a table behind every picture', async () => {
      const visit = await visitPlan(await open())
      await visit.karin.post('/time', { act: 'log', what: 'question', length: '60', day: '2026-11-10' })
      const page = await (await visit.karin.get('/time')).text()
      expect(page).toContain('Eén hele week, 1 uur: 0 minuten voorkomen en 1 uur herstellen.')
      expect(page.match(/<caption/g)).toHaveLength(2)
      expect(page).toContain('Zorg, leren en trends lopen door elkaar')
      expect(page).toContain('Samen meer dan 1 uur, omdat een uur in meer domeinen kan vallen.')
      expect(page).not.toMatch(/ style="/)
    })
  })
})
