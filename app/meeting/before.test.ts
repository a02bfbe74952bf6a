import { expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { decidingOf, type MeetingVisit, newItem, visitMeeting } from '../../test/meeting-visit.ts'
import type { DemoPersonKey } from '../home/demo-cast.ts'
import type { Moment } from '../kernel/day.ts'
import type { Answer } from '../round/round.ts'
import { giveVoiceBefore, ownVoicesBefore, readVoicesBefore, takeBackVoiceBefore } from './before-store.ts'
import type { MeetingItem } from './meeting.ts'
import { changeDeciding } from './meeting-change-store.ts'
import type { Seat } from './seat.ts'

const LATER = '2026-11-19T10:00:00.000Z' as Moment
const consent: Answer = { kind: 'consent' }
const objection: Answer = { kind: 'objection', reason: 'Dan lukt het in groep 6 niet.' }

const seatOf = ({ cast, meeting }: MeetingVisit, key: DemoPersonKey): Seat => ({
  meetingId: meeting,
  schoolId: cast.schoolId,
  person: cast.people[key],
  via: 'session',
  waitsAs: null,
  pass: null,
  actor: cast.member(key),
})

const give = (visit: MeetingVisit, key: DemoPersonKey, item: MeetingItem, answer: Answer, now = NOW_MOMENT) =>
  giveVoiceBefore(
    visit.db,
    seatOf(visit, key),
    { itemId: item.id, answer, read: 'print-1', print: 'print-1' },
    now,
  )
const given = ({ db, cast }: MeetingVisit, { id }: MeetingItem) =>
  db.read(cast.keeper, (sql) => readVoicesBefore(sql, cast.keeper, id))

eachDatabase((open) => {
  it('the last voice of somebody counts, bound to the text that was read', async () => {
    const visit = await visitMeeting(await open())
    const item = await visit.item('goal')
    expect(await give(visit, 'petra', item, consent)).toBe('given')
    expect(await give(visit, 'petra', item, objection, LATER)).toBe('given')
    expect(await given(visit, item)).toEqual([
      {
        item: item.id,
        person: visit.cast.people.petra,
        answer: objection,
        textPrint: 'print-1',
        givenAt: LATER,
      },
    ])
    const own = await ownVoicesBefore(
      visit.db,
      visit.cast.member('bram'),
      visit.meeting,
      visit.cast.people.bram,
    )
    expect(own.size).toBe(0)
  })

  it('a text that changed while one read it is read again first', async () => {
    const visit = await visitMeeting(await open())
    const item = await visit.item('goal')
    const moved = { itemId: item.id, answer: consent, read: 'print-1', print: 'print-2' }
    expect(await giveVoiceBefore(visit.db, seatOf(visit, 'petra'), moved, NOW_MOMENT)).toEqual({
      refused: 'text-moved-on',
    })
    expect(await given(visit, item)).toEqual([])
  })

  it('who comes after all takes it back; once the item has its turn nobody does', async () => {
    const visit = await visitMeeting(await open())
    const item = await visit.item('goal')
    await give(visit, 'petra', item, consent)
    expect(await takeBackVoiceBefore(visit.db, seatOf(visit, 'petra'), item.id)).toBe('taken-back')
    expect(await given(visit, item)).toEqual([])
    await give(visit, 'petra', item, consent)
    await visit.db.write(visit.cast, (sql) =>
      sql.updateTable('meeting_item').set({ state: 'current' }).where('id', '=', item.id).execute(),
    )
    expect(await give(visit, 'petra', item, objection)).toEqual({ refused: 'item-begun' })
    expect(await takeBackVoiceBefore(visit.db, seatOf(visit, 'petra'), item.id)).toEqual({
      refused: 'item-begun',
    })
    expect(await given(visit, item)).toMatchObject([{ answer: consent }])
  })

  it('who has no voice, an item to talk about, ballots without names and a term afterwards: no voice beforehand', async () => {
    const db = await open()
    const visit = await visitMeeting(db)
    const item = await visit.item('goal')
    expect(await give(visit, 'sem', item, consent)).toEqual({ refused: 'no-voice' })
    const talk = await visitMeeting(db, { items: [newItem('free', null, { purpose: 'opinion' })] })
    expect(await give(talk, 'petra', await talk.item('free'), consent)).toEqual({
      refused: 'not-for-deciding',
    })
    const after = await visitMeeting(db)
    await changeDeciding(
      db,
      after.cast.member('karin'),
      after.meeting,
      decidingOf(after.cast, { absentDays: 7 }),
    )
    expect(await give(after, 'petra', await after.item('goal'), consent)).toEqual({
      refused: 'afterwards-instead',
    })
  })

  it('the first voice fixes how the team decides; taken back, it can change again', async () => {
    const visit = await visitMeeting(await open())
    const item = await visit.item('goal')
    const majority = decidingOf(visit.cast, { rule: { kind: 'majority', percentage: 50 } })
    const change = () => changeDeciding(visit.db, visit.cast.member('karin'), visit.meeting, majority)
    await give(visit, 'petra', item, consent)
    expect(await change()).toEqual({ refused: 'voices-given' })
    expect((await visit.now()).meeting.deciding.rule).toEqual({ kind: 'consent' })
    await takeBackVoiceBefore(visit.db, seatOf(visit, 'petra'), item.id)
    expect(await change()).toBe('done')
    expect((await visit.now()).meeting.deciding.rule).toEqual({ kind: 'majority', percentage: 50 })
  })
})
