import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { addGoal, follow, visitPlan } from '../../test/plan-visit.ts'
import type { Day } from '../kernel/day.ts'
import { activitiesOf } from './time-store.ts'

const ALL = ['2026-08-01' as Day, '2027-07-31' as Day] as const

eachDatabase((open) => {
  it('writes down a goal and half an hour in two taps, and takes it back', async () => {
    const visit = await visitPlan(await open())
    const goal = await addGoal(visit, 'Samen lezen')
    const karin = visit.cast.member('karin')
    const before = await (await visit.karin.get('/time')).text()
    expect(before).toContain('Nog niets opgeschreven')
    const once = /name="once" value="([^"]+)"/.exec(before)?.[1] ?? ''
    const tap = { act: 'log', once, what: `entry:${goal}`, length: '30', day: '', minutes: '' }
    const page = await follow(visit.karin, await visit.karin.post('/time', tap))
    expect(page).toContain('Bewaard: Samen lezen')
    expect(page).toContain('30 minuten')
    const [one] = await activitiesOf(visit.db, karin, ...ALL)
    expect(one).toMatchObject({
      minutes: 30,
      day: '2026-11-19',
      aim: 'preventive',
      source: 'tap',
      startedAt: null,
    })
    await follow(visit.karin, await visit.karin.post('/time', { act: 'undo', id: one?.id ?? '' }))
    expect(await activitiesOf(visit.db, karin, ...ALL)).toEqual([])
  })
})
