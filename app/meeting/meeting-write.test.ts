import { expect, it } from 'vitest'
import { NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { newItem, newMeeting, VOTERS, visitMeeting } from '../../test/meeting-visit.ts'
import { newId } from '../kernel/id.ts'
import { planMeeting } from './meeting-write-store.ts'
import { readScene } from './scene-store.ts'

eachDatabase((open) => {
  it('a meeting stands as it was planned, with its agenda in order', async () => {
    const visit = await visitMeeting(await open())
    const { meeting, items } = await visit.now()
    expect(meeting).toMatchObject({
      template: 'adoption',
      planId: visit.plan,
      phase: 'prepare',
      startsAt: '2026-11-19T14:30:00.000Z',
      chair: visit.cast.people.karin,
      minuteTaker: visit.cast.people.anouk,
      invitation: { number: 0, sentAt: null, print: null },
      cancelledAt: null,
      deciding: { rule: { kind: 'consent' }, quorum: 4, unnamed: false, absentDays: null },
    })
    expect([...meeting.deciding.voters].sort()).toEqual(VOTERS.map((key) => visit.cast.people[key]).sort())
    expect(items.map(({ kind, state }) => [kind, state])).toEqual([
      ['principle', 'to-come'],
      ['goal', 'to-come'],
      ['plan', 'to-come'],
    ])
  })

  it('a teacher plans no meeting, and nothing of it stays', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const given = newMeeting(cast, { items: [newItem('free')] })
    expect(await planMeeting(db, cast.member('anouk'), given, NOW_MOMENT)).toEqual({
      refused: 'may-not',
      because: 'only-who-plans',
    })
    expect(await db.read(cast.keeper, (sql) => sql.selectFrom('meeting').select('id').execute())).toEqual([])
  })

  it('chair, minute-taker and voters are people of the school', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const other = await settleCast(db, { name: 'Elders' })
    const plan = (rest: Parameters<typeof newMeeting>[1]) =>
      planMeeting(db, cast.member('karin'), newMeeting(cast, rest), NOW_MOMENT)
    expect(await plan({ chair: other.people.karin })).toMatchObject({ refused: 'chair-unknown' })
    expect(await plan({ minuteTaker: newId<'person'>() })).toMatchObject({ refused: 'taker-unknown' })
    const deciding = { ...newMeeting(cast).deciding, voters: [other.people.paul] }
    expect(await plan({ deciding })).toMatchObject({ refused: 'voter-unknown' })
  })

  it('another school does not see it', async () => {
    const db = await open()
    const visit = await visitMeeting(db)
    const other = await settleCast(db, { name: 'Elders' })
    expect(await readScene(db, other.member('karin'), visit.meeting)).toBeNull()
  })
})
