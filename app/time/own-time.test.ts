import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { addGoal, entryNow, follow, visitPlan } from '../../test/plan-visit.ts'
import type { Day } from '../kernel/day.ts'
import { tieEntry } from '../plan/tie-store.ts'
import { activitiesOf } from './time-store.ts'
import { forgetOldTime } from './time-tidy-store.ts'

const ALL = ['2000-01-01' as Day, '2030-12-31' as Day] as const
type Tie = Parameters<typeof tieEntry>[4]
const hour = { act: 'log', what: 'care', length: '60' }

eachDatabase((open) => {
  describe('own time', () => {
    it('can be taken along, and holds no formula for a spreadsheet', async () => {
      const visit = await visitPlan(await open())
      const goal = await addGoal(visit, '=HYPERLINK("http://kwaad") "lezen"')
      await visit.karin.post('/time', { act: 'log', what: `entry:${goal}`, length: '30' })
      const answer = await visit.karin.get('/time/own.csv')
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
      expect(answer.headers.get('cache-control')).toContain('no-store')
      const text = await answer.text()
      expect(text).toContain('"2026-11-19";"";"30"')
      expect(text).toContain(`"'=HYPERLINK(""http://kwaad"") ""lezen"" (doel 1)"`)
      expect((await (await visit.as('paul')).get('/time/own.csv')).status).toBe(404)
    })

    it('by goal says that the hours of the tracks below it are in it', async () => {
      const visit = await visitPlan(await open())
      const title = 'We geven instructie in vaste, duidelijke stappen, elke dag en in elke groep'
      const goal = await addGoal(visit, title)
      const tie = async (id: typeof goal, change: Tie) =>
        tieEntry(visit.db, visit.cast.keeper, await visit.now(), await entryNow(visit, id), change)
      expect(await tie(goal, { coordinatorHours: 40 })).toBeNull()
      await visit.karin.post('/time', { act: 'log', what: `entry:${goal}`, length: '60' })
      const alone = await (await visit.karin.get('/time')).text()
      // As one of the first choices a goal is its number, with below it what it is; by goal it has all its words.
      expect(alone).toMatch(/<b>Doel 1<\/b><small>We geven instructie in vaste, duidelijke stappen/)
      expect(alone).toContain(`<b>${title}</b>`)
      expect(alone).toContain('1 van 40 uur die het plan er dit jaar aan geeft<')
      const below = await addGoal(visit, 'Elk kind leest', 'team-goal')
      expect(await tie(below, { coordinatorHours: 10, parentId: goal })).toBeNull()
      const both = await (await visit.karin.get('/time')).text()
      expect(both).toContain('1 van 50 uur die het plan er dit jaar aan geeft, met de trajecten eronder<')
    })

    it('can be wiped, of one year alone and only by who is sure', async () => {
      const visit = await visitPlan(await open())
      const karin = visit.cast.member('karin')
      await visit.karin.post('/time', hour)
      await visit.karin.post('/time', { ...hour, day: '2026-05-12' })
      const unsure = await visit.karin.post('/time?year=2026-2027', { act: 'wipe' })
      expect(unsure.status).toBe(422)
      expect(await unsure.text()).toContain('Vink eerst aan dat je het zeker weet.')
      expect(await activitiesOf(visit.db, karin, ...ALL)).toHaveLength(2)
      const page = await follow(visit.karin, await visit.karin.post('/time', { act: 'wipe', sure: 'yes' }))
      expect(page).toContain('Je tijd van dit schooljaar is gewist.')
      expect((await activitiesOf(visit.db, karin, ...ALL)).map(({ day }) => day)).toEqual(['2026-05-12'])
    })

    it('of a year ago is looked at, not written in', async () => {
      const visit = await visitPlan(await open())
      await visit.karin.post('/time', { ...hour, day: '2026-05-12' })
      const now = await (await visit.karin.get('/time')).text()
      expect(now).toContain('/time?year=2025-2026')
      const before = await (await visit.karin.get('/time?year=2025-2026')).text()
      expect(before).toContain('Schooljaar 2025–2026')
      expect(before).not.toContain('id="tijdvorm"')
    })

    it('goes when its owner leaves, and when it is as old as the school keeps things', async () => {
      const visit = await visitPlan(await open())
      const { db, cast } = visit
      const karin = cast.member('karin')
      await visit.karin.post('/time', hour)
      await visit.karin.post('/time', { ...hour, day: '2025-09-02' })
      await forgetOldTime(db, new Date('2030-09-01T10:00:00Z'))
      expect(await activitiesOf(db, karin, ...ALL)).toHaveLength(2)
      await forgetOldTime(db, new Date('2030-09-02T10:00:00Z'))
      expect((await activitiesOf(db, karin, ...ALL)).map(({ day }) => day)).toEqual(['2026-11-19'])
      const leave = (day: string) =>
        db.write(cast, (sql) =>
          sql
            .updateTable('person')
            .set({ left_on: day as Day })
            .where('id', '=', cast.people.karin)
            .execute(),
        )
      await leave('2026-11-20')
      await forgetOldTime(db, new Date('2026-11-20T10:00:00Z'))
      expect(await activitiesOf(db, karin, ...ALL)).toHaveLength(1)
      await forgetOldTime(db, new Date('2026-11-21T10:00:00Z'))
      expect(await activitiesOf(db, karin, ...ALL)).toEqual([])
    })
  })
})
