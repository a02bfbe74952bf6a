import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { closeMeeting, holdMeeting, nextMeeting } from '../../test/held-meeting.ts'
import { at, leadMeetingOf } from '../../test/led-meeting.ts'
import { type MeetingRoom, meetingRoom, type Otherwise } from '../../test/meeting-room.ts'
import { newItem, newMeeting, VOTERS } from '../../test/meeting-visit.ts'
import type { Visitor } from '../../test/request.ts'
import { done } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import { closeRound, openRound } from '../deciding/decide-desk.ts'
import type { Moment } from '../kernel/day.ts'
import type { DecisionId } from '../kernel/id.ts'
import { attend } from '../meeting/attend-store.ts'
import { planMeeting } from '../meeting/meeting-write-store.ts'
import { markOf } from '../meeting/run.ts'
import { leadMeeting } from '../meeting/run-store.ts'
import { confirmMinutes } from '../minutes/minutes-confirm-desk.ts'
import { putMinutes } from '../minutes/minutes-store.ts'
import { speakAs } from '../round/round-room-store.ts'

const ADOPTED = 'Het begeleidingsplan 2026–2027 is vastgesteld. Versie 1.0.'

const textOf = (page: string) =>
  page
    .replace(/^[\s\S]*?<main/, '<main')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

const seen = async (who: Visitor, path: string) => textOf(await (await who.get(path)).text())

/** A meeting at the plan as a whole, on which everybody gave consent. */
async function decided(db: Db, otherwise: Otherwise = {}): Promise<MeetingRoom> {
  const room = await meetingRoom(db, { items: [newItem('plan')] }, otherwise)
  await room.open()
  await room.next()
  await room.stage('consent')
  await room.openRound()
  const { decisionId } = await room.item('plan')
  const now = room.clock.now.toISOString() as Moment
  const by = { how: 'self', enteredBy: null } as const
  for (const key of VOTERS.filter((voter) => voter !== 'youssef' || !otherwise.absentDays)) {
    const { cast } = room
    const said = {
      id: decisionId as DecisionId,
      person: cast.people[key],
      answer: { kind: 'consent' },
    } as const
    done(await speakAs(db, cast.member(key), said.id, said.person, said.answer, by, now))
  }
  await room.closeRound()
  return room
}

/** Out of the last item, by the button under the board. */
async function leave(room: MeetingRoom) {
  const { db, clock, seatOf } = room
  const { items, meeting } = await room.now()
  const mark = markOf({ items, current: meeting.current })
  const act = { act: 'next', mark, leave: 'done' } as const
  done(await leadMeeting(db, seatOf('karin'), act, clock.now.toISOString() as Moment))
}

/** The words of the button that stands first. */
async function firstButton(who: Visitor, path: string) {
  const page = await (await who.get(path)).text()
  return /class="knop"[^>]*>([^<]*)</.exec(page.slice(page.indexOf('class="leiden"')))?.[1]
}

eachDatabase((open) => {
  it('when everything stands the chair adopts the plan, and the wall and every phone say so', async () => {
    const room = await decided(await open())
    const [karin, bram] = [await room.as('karin'), await room.as('bram')]
    const at = (page: string) => `${room.href}/${page}`
    expect(await seen(karin, at('board'))).not.toContain('Stel het plan vast')
    await leave(room)
    expect(await firstButton(karin, at('board'))).toBe('Stel het plan vast')
    expect(await seen(await room.as('anouk'), at('board'))).not.toContain('Stel het plan vast')
    expect(await (await karin.get(at('adopt?from=board'))).text()).toContain('name="back" value="board"')
    const before = (await room.now()).meeting.revision
    const sealed = await karin.post(at('adopt'), { act: 'adopt', back: 'board' })
    expect([sealed.status, sealed.headers.get('location')]).toEqual([303, at('board')])
    expect((await room.now()).meeting.revision).toBeGreaterThan(before)
    for (const page of ['board', 'phone']) expect(await seen(bram, at(page))).toContain(ADOPTED)
    expect(await seen(bram, at('phone'))).toContain('Dank je wel.')
    expect(await (await bram.get(at('phone'))).text()).toContain(`href="/plan/${room.plan}/version/1.0"`)
    const guest = await room.join({ guest: 'Tineke' })
    expect(await seen(guest, at('phone'))).toContain(ADOPTED)
    expect(await seen(guest, at('phone'))).not.toContain('Lees versie')
    expect(await firstButton(karin, at('board'))).toBe('Sluit de vergadering')
    await room.close()
    for (const page of ['board', 'phone']) expect(await seen(bram, at(page))).toContain(ADOPTED)
  })

  it('as long as who was away can come back on it the closed board says until when', async () => {
    const room = await decided(await open(), { absentDays: 7 })
    await room.close()
    const page = await seen(await room.as('karin'), `${room.href}/board`)
    expect(page).toContain('Wie er niet was, kan tot en met 26 november 2026 met een bezwaar terugkomen.')
    expect(page).not.toContain('Staat alles, dan stelt')
  })

  it('another meeting says nothing of the seal', async () => {
    const room = await decided(await open())
    await leave(room)
    const items = [newItem('plan')]
    const given = newMeeting(room.cast, {
      planId: room.plan,
      items,
      startsAt: '2026-11-19T10:00:00.000Z' as Moment,
    })
    const now = room.clock.now.toISOString() as Moment
    const other = done(await planMeeting(room.db, room.cast.member('karin'), given, now))
    const seat = { ...room.seatOf('karin'), meetingId: other }
    done(await leadMeeting(room.db, seat, { act: 'open' }, now))
    const karin = await room.as('karin')
    expect((await karin.post(`${room.href}/adopt`, { act: 'adopt' })).status).toBe(303)
    for (const page of ['board', 'phone'])
      expect(await seen(karin, `/meeting/${other}/${page}`)).not.toContain('is vastgesteld')
  })

  it('an objection that was taken back is told: without a name on the wall, to who made it on the phone', async () => {
    const led = await leadMeetingOf(await open())
    const item = await led.goTo('principle', 1)
    const stage = { act: 'stage', mark: { item: item.id, stage: null }, stage: 'consent' } as const
    done(await leadMeeting(led.db, led.seat('karin'), stage, at(1)))
    const id = done(await openRound(await led.deciding('principle', 2))) as DecisionId
    await led.everyone('principle', 3, 'karin', 'paul', 'anouk')
    for (const key of ['bram', 'petra'] as const)
      await led.speak('principle', key, { kind: 'objection', reason: 'Niet alles is voor iedereen.' }, 3)
    done(await closeRound(await led.deciding('principle', 4)))
    const [bram, petra] = [await led.as('bram'), await led.as('petra')]
    const phone = `${led.href}/phone`
    expect(await seen(bram, phone)).toContain('Ik trek mijn bezwaar in')
    const taken = await bram.post(phone, { act: 'withdraw', decision: id, round: '1' })
    expect(taken.status).toBe(303)
    expect(await seen(bram, phone)).toContain('Jouw antwoord: bezwaar, ingetrokken.')
    expect(await seen(bram, phone)).not.toContain('Ik trek mijn bezwaar in')
    expect(await seen(petra, phone)).toContain('Ik trek mijn bezwaar in')
    const wall = await seen(await led.as('karin'), `${led.href}/board`)
    expect(wall).toContain('Ik heb een bezwaar 2 Eén bezwaar is ingetrokken.')
    expect(wall).not.toContain('Bram')
  })

  it('the closed board counts who was there at any moment', async () => {
    const led = await leadMeetingOf(await open(), { items: [newItem('free')] })
    const note = (key: 'bram' | 'petra', what: 'present' | 'left' | 'absent', minute: number) => {
      const act = { seat: led.seat('anouk'), person: led.cast.people[key], what, now: at(minute) }
      return attend(led.db, { ...act, at: at(minute) })
    }
    for (const key of ['bram', 'petra'] as const) done(await note(key, 'present', 1))
    done(await note('bram', 'left', 5))
    const karin = await led.as('karin')
    expect(await seen(karin, `${led.href}/board`)).toContain('2 van 6 zijn er')
    await closeMeeting(led, 9)
    expect(await seen(karin, `${led.href}/board`)).toContain('3 van 6 waren er')
  })

  it('minutes that were confirmed are told with thanks, and the meeting goes on', async () => {
    const held = await holdMeeting(await open())
    await closeMeeting(held)
    done(await putMinutes(held.db, held.cast.member('anouk'), held.meeting, at(61)))
    const later = await nextMeeting(held)
    const petra = await held.as('petra')
    const board = `/meeting/${later}/board`
    const seat = { ...held.seat('petra'), meetingId: later }
    const mark = { item: null, stage: null }
    done(await leadMeeting(held.db, seat, { act: 'next', mark, leave: 'done' }, at(63)))
    const asked = await seen(petra, board)
    expect(asked).toContain('Dit punt is om de notulen vast te stellen.')
    expect(asked).toContain('Stel de notulen vast')
    expect(await firstButton(petra, board)).toBe('Stel de notulen vast')
    const actor = held.cast.member('petra')
    const confirming = { db: held.db, actor, meetingId: held.meeting, confirmedIn: later, now: at(64) }
    done(await confirmMinutes(confirming))
    expect(await seen(petra, board)).toContain('De notulen zijn vastgesteld. Dank je, Anouk.')
    expect(await firstButton(petra, board)).toBe('Volgende punt')
    const bram = await held.as('bram')
    expect(await seen(bram, `/meeting/${later}/phone`)).toContain(
      'De notulen zijn vastgesteld. Dank je, Anouk.',
    )
  })
})
