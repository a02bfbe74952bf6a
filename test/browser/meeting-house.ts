import type { Db } from '../../app/db/database.ts'
import { openRound } from '../../app/deciding/decide-desk.ts'
import type { Moment } from '../../app/kernel/day.ts'
import type { MeetingId } from '../../app/kernel/id.ts'
import { joinCodeFor } from '../../app/meeting/join-store.ts'
import { planMeeting } from '../../app/meeting/meeting-write-store.ts'
import { addAction } from '../../app/minutes/action-store.ts'
import { confirmMinutes } from '../../app/minutes/minutes-confirm-desk.ts'
import { correctMinutes } from '../../app/minutes/minutes-correct-store.ts'
import { writeNote } from '../../app/minutes/minutes-note-store.ts'
import { putMinutes } from '../../app/minutes/minutes-store.ts'
import type { Cast } from '../cast.ts'
import { closeMeeting, come, holdMeeting } from '../held-meeting.ts'
import { at, type LedMeeting, leadAnother } from '../led-meeting.ts'
import { newItem, newMeeting } from '../meeting-visit.ts'
import { AFTER, done } from '../written-plan.ts'

/** A school with a meeting that was held, one that runs with a round open, and one that is being prepared. */
export type MeetingSchool = {
  readonly cast: Cast
  readonly closed: MeetingId
  /** Its minutes were confirmed by the one that runs, and corrected since. */
  readonly confirmed: MeetingId
  readonly running: MeetingId
  /** The item on which the round is open. */
  readonly current: string
  readonly preparing: MeetingId
  /** An item to come, with input and a voice of Petra's. */
  readonly item: string
  /** Of nobody yet: an agenda without points. */
  readonly empty: MeetingId
  readonly code: string
}

const STARTS = '2026-12-03T14:30:00.000Z' as Moment

export async function meetingSchool(db: Db): Promise<MeetingSchool> {
  const held = await holdMeeting(db)
  await closeMeeting(held)
  const { cast } = held
  const confirmed = await heldBefore(held)
  const running = await leadAnother(held, [
    newItem('minutes', confirmed, { title: 'Notulen van november' }),
    newItem('proposal', null, {
      title: 'Lezen op maandag',
      text: 'Elke maandag lezen alle groepen samen.',
    }),
    newItem('free', null, { title: 'Pleinwacht', purpose: 'opinion' }),
  ])
  await come(running, 'petra', 'remote', 1)
  await confirm(running, confirmed)
  const current = await running.goTo('proposal', 2)
  done(await openRound(await running.deciding('proposal', 3)))
  await running.everyone('proposal', 4, 'karin', 'petra')
  const plan = (rest: Parameters<typeof newMeeting>[1]) =>
    planMeeting(db, cast.member('karin'), newMeeting(cast, { startsAt: STARTS, ...rest }), STARTS)
  const own = newItem('free', null, {
    title: 'Hoe delen we de gymzaal als het een week regent?',
    purpose: 'opinion',
  })
  const vote = newItem('proposal', null, { title: 'Samen naar buiten', text: 'Elke dag een half uur.' })
  const preparing = done(await plan({ planId: held.plan, items: [vote, own, newItem('effort')] }))
  const [{ id: item } = { id: '' }] = await db.read(cast.keeper, (sql) =>
    sql
      .selectFrom('meeting_item')
      .select('id')
      .where('meeting_id', '=', preparing)
      .orderBy('position')
      .execute(),
  )
  const empty = done(await plan({ title: 'Teamvergadering', template: 'ordinary' }))
  const code = await codeOfToday(db, cast)
  return {
    cast,
    closed: held.meeting,
    confirmed,
    running: running.meeting,
    current: current.id,
    preparing,
    item,
    empty,
    code,
  }
}

/** A meeting of before, with its minutes before the team. */
async function heldBefore(held: LedMeeting): Promise<MeetingId> {
  const { db, cast } = held
  const before = await leadAnother(held, [newItem('free', null, { title: 'Pleinwacht' })])
  const anouk = cast.member('anouk')
  const { id: item } = await before.item('free')
  const note = 'We kiezen samen:\n\n- twee aan twee\n- in januari opnieuw'
  done(await writeNote(db, anouk, item, note, null, at(2)))
  done(await addAction(db, anouk, before.meeting, { line: 'Bram: rooster maken, 3 dec', item }, at(3)))
  await closeMeeting(before, 4)
  done(await putMinutes(db, anouk, before.meeting, at(5)))
  return before.meeting
}

async function confirm({ db, cast, meeting }: LedMeeting, meetingId: MeetingId) {
  const karin = cast.member('karin')
  done(await confirmMinutes({ db, actor: karin, meetingId, confirmedIn: meeting, now: at(6) }))
  const given = { item: null, what: 'Youssef was in de zaal.', why: 'Dat stond er niet.' }
  done(await correctMinutes(db, cast.member('anouk'), meetingId, given, at(7)))
}

/** By the clock of the house somebody else's meeting begins within the hour: that one can be joined. */
async function codeOfToday(db: Db, cast: Cast) {
  const soon = newMeeting(cast, { title: 'Bouwoverleg', template: 'ordinary', startsAt: AFTER })
  const meeting = done(await planMeeting(db, cast.member('karin'), soon, AFTER))
  return (await joinCodeFor(db, cast.keeper, meeting, AFTER)) ?? ''
}
