import { expect, it } from 'vitest'
import { settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { at, leadMeetingOf } from '../../test/led-meeting.ts'
import { newItem } from '../../test/meeting-visit.ts'
import { done, planOf } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { objectAfterwards } from '../round/round-room-store.ts'
import { sealInMeeting } from './adopt-store.ts'
import { closeRound, openRound } from './decide-desk.ts'
import { cameBackOn, openForLateObjection } from './late-store.ts'

const THREE_DAYS_ON = '2026-11-22T23:30:00.000Z' as Moment
const WORDS = { why: (number: string) => `Versie ${number}`, schoolName: 'De Regenboog' }

/** A meeting on the whole, in a school that gives who is not there three days to come back. */
async function ledWithTerm(db: Db) {
  const led = await leadMeetingOf(db, { items: [newItem('plan')] })
  await db.write(led.cast.keeper, (sql) =>
    sql.updateTable('meeting').set({ absent_days: 3 }).where('id', '=', led.meeting).execute(),
  )
  return led
}

eachDatabase((open) => {
  it('an objection of a colleague who was not there, within the days agreed, keeps the plan from being sealed', async () => {
    const db = await open()
    const led = await ledWithTerm(db)
    await led.goTo('plan', 1)
    const id = done(await openRound(await led.deciding('plan', 2)))
    await led.everyone('plan', 3, 'karin', 'paul', 'anouk', 'petra')
    done(await closeRound(await led.deciding('plan', 4)))
    const adopting = { db, seat: led.seat('karin'), meetingId: led.meeting, words: WORDS, mrInformedOn: null }
    expect(await sealInMeeting({ ...adopting, now: at(5) })).toEqual({ refused: 'term-runs' })
    expect(await openForLateObjection(db, led.cast.member('anouk'), at(6))).toEqual([])
    expect(await cameBackOn(db, led.cast.member('karin'), at(6))).toEqual([])
    expect(await openForLateObjection(db, led.cast.member('bram'), at(6))).toMatchObject([
      { meetingId: led.meeting, title: 'Het plan als geheel' },
    ])
    if (id === null) throw new Error('no round')
    const bram = led.cast.member('bram')
    done(await objectAfterwards(db, bram, id, led.cast.people.bram, 'Zo lukt het mij niet.', at(60)))
    expect(await openForLateObjection(db, bram, at(61))).toEqual([])
    for (const who of ['karin', 'paul'] as const)
      expect([who, (await cameBackOn(db, led.cast.member(who), at(61))).map(({ title }) => title)]).toEqual([
        who,
        who === 'karin' ? ['Het plan als geheel'] : [],
      ])
    expect(await sealInMeeting({ ...adopting, now: THREE_DAYS_ON })).toEqual({ refused: 'not-yet' })
    expect((await led.sheet('plan', 62)).decision?.standing.now.is).toBe('objection')
    expect((await planOf(db, led.cast, led.plan)).phase).toBe('decision')
  })

  it('when nobody comes back the plan is sealed after the term, and not a moment before', async () => {
    const db = await open()
    const led = await ledWithTerm(db)
    await led.goTo('plan', 1)
    done(await openRound(await led.deciding('plan', 2)))
    await led.everyone('plan', 3, 'karin', 'paul', 'anouk', 'petra')
    done(await closeRound(await led.deciding('plan', 4)))
    const adopting = { db, seat: led.seat('karin'), meetingId: led.meeting, words: WORDS, mrInformedOn: null }
    const last = '2026-11-22T22:59:59.998Z' as Moment
    expect(await sealInMeeting({ ...adopting, now: last })).toEqual({ refused: 'term-runs' })
    expect(await sealInMeeting({ ...adopting, now: THREE_DAYS_ON })).toMatchObject({ number: '1.0' })
  })

  it('who is of another school, or no person, is asked nothing', async () => {
    const db = await open()
    const led = await ledWithTerm(db)
    const other = await settleCast(db, { name: 'De Vlieger' })
    expect(await openForLateObjection(db, other.member('karin'), at(6))).toEqual([])
    expect(await openForLateObjection(db, led.cast.keeper, at(6))).toEqual([])
  })
})
