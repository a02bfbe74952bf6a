import { describe, expect, it } from 'vitest'
import { parseDay } from '../app/kernel/day.ts'
import type { DecisionId } from '../app/kernel/id.ts'
import { waitingPasses } from '../app/meeting/pass.ts'
import { askPass, confirmPass } from '../app/meeting/pass-store.ts'
import { seenLast } from '../app/round/round-standing.ts'
import { readDecisionFor } from '../app/round/round-store.ts'
import { leaveSchool } from '../app/school/person-store.ts'
import { NOW, NOW_MOMENT } from './cast.ts'
import { eachDatabase } from './database.ts'
import { type MeetingRoom, meetingRoom, type Otherwise } from './meeting-room.ts'
import { newItem } from './meeting-visit.ts'
import { formThat } from './page-forms.ts'
import { done } from './written-plan.ts'

const DAY = parseDay('2026-11-19')!
const proposal = () =>
  newItem('proposal', null, { title: 'Voorstel', text: 'We kijken twee keer bij elkaar.' })

/** At the proposal, in the stage of consent, the round open. */
async function inRound(room: MeetingRoom) {
  await room.open()
  await room.next()
  await room.stage('consent')
  await room.openRound()
  return decisionOf(room)
}

async function decisionOf(room: MeetingRoom) {
  const { decisionId } = await room.item('proposal')
  return decisionId as DecisionId
}

const seen = async (room: MeetingRoom) =>
  (await readDecisionFor(room.db, room.cast.keeper, await decisionOf(room), null, NOW_MOMENT))!

/** Somebody of the team came by the code, and the chair let them in. */
async function letIn(room: MeetingRoom, key: 'bram' | 'petra') {
  const device = await room.join(room.cast.people[key])
  const [waiting] = waitingPasses(await room.now())
  done(await confirmPass(room.db, { seat: room.seatOf('karin'), pass: waiting!.pass.id, now: NOW_MOMENT }))
  return device
}

eachDatabase((open) => {
  describe('seats', () => {
    it('of a device end with the day that its person leaves the school', async () => {
      const room = await meetingRoom(await open(), { items: [proposal()] })
      const device = await letIn(room, 'bram')
      const decision = await inRound(room)
      const speak = { act: 'speak', decision, round: '1', answer: 'consent' }
      const phone = `${room.href}/phone`
      expect(await (await device.get(phone)).text()).toContain('Bram')
      done(
        await leaveSchool(room.db, room.cast.member('karin'), room.cast.people.bram, { on: DAY, now: NOW }),
      )
      await device.post(phone, speak)
      await device.post(phone, {
        act: 'say',
        item: (await room.item('proposal')).id,
        kind: 'question',
        text: 'Hoi',
      })
      await device.post(phone, { act: 'attend', what: 'left' })
      expect((await seen(room)).standing.answered).toBe(0)
      expect((await room.now()).says).toEqual([])
    })
  })

  it('guests and one name never fill the room', async () => {
    const room = await meetingRoom(await open(), { items: [proposal()] })
    const ask = (asking: Parameters<typeof askPass>[2]) =>
      room.now().then(({ meeting }) => askPass(room.db, meeting, asking, null, NOW_MOMENT))
    for (let guest = 0; guest < 60; guest += 1) done(await ask({ guest: `Gast ${guest}` }))
    expect(await ask({ guest: 'Nog een' })).toEqual({ refused: 'too-many-devices' })
    for (let device = 0; device < 8; device += 1) done(await ask({ person: room.cast.people.bram }))
    expect(await ask({ person: room.cast.people.bram })).toEqual({ refused: 'too-many-devices' })
    done(await ask({ person: room.cast.people.petra }))
  })

  describe('forms of an earlier round', () => {
    const again = async (room: MeetingRoom) => {
      const decision = await inRound(room)
      const karin = await room.as('karin')
      const desk = await (await karin.get(`${room.href}/desk`)).text()
      const voice = formThat(desk, 'voice')!
      const count = formThat(desk, 'count')!
      await room.closeRound()
      await room.openRound()
      expect(seenLast(await seen(room)).number).toBe(2)
      return { karin, decision, voice, count }
    }

    it('read in at the desk lands in no later round', async () => {
      const room = await meetingRoom(await open(), { items: [proposal()] })
      const { karin, voice } = await again(room)
      const answer = await karin.post(`${room.href}/act`, {
        ...voice,
        person: room.cast.people.paul,
        how: 'phone',
        answer: 'consent',
      })
      expect(answer.status).toBe(422)
      expect((await seen(room)).standing.answered).toBe(0)
    })

    it('counted by hand lands in no later round', async () => {
      const room = await meetingRoom(await open(), { items: [proposal()] })
      const { karin, count } = await again(room)
      await karin.post(`${room.href}/act`, { ...count, method: 'hands', for: '4' })
      expect((await seen(room)).standing.answered).toBe(0)
    })
  })

  it('a question with half a character and signs that are none is stored as words, or refused', async () => {
    const room = await meetingRoom(await open(), { items: [proposal()] })
    await room.open()
    await room.next()
    const { id } = await room.item('proposal')
    const karin = await room.as('karin')
    const asked = { act: 'poll-open', at: id, stage: '', kind: 'check' }
    const answer = await karin.post(`${room.href}/act`, {
      ...asked,
      question: 'Hoe\u0000 gaat\ud800 het?',
      options: 'Goed\u0000\nMoe',
    })
    expect(answer.status).toBe(303)
    expect(await (await karin.get(`${room.href}/board`)).text()).toContain('Hoe gaat\ufffd het?')
    const nothing = await karin.post(`${room.href}/minutes`, {
      act: 'note',
      owner: 'geen\u0000id',
      note: 'x',
    })
    expect(nothing.status).toBe(404)
  })

  describe('who left before the opening', () => {
    const leave = async (room: MeetingRoom, ...keys: ('bram' | 'petra' | 'youssef' | 'anouk' | 'paul')[]) => {
      for (const key of keys)
        done(
          await leaveSchool(room.db, room.cast.member('karin'), room.cast.people[key], { on: DAY, now: NOW }),
        )
    }

    it('keeps a meeting with ballots shut until it is chosen anew how it decides', async () => {
      const room = await meetingRoom(await open(), { items: [proposal()] }, {
        unnamed: true,
      } satisfies Otherwise)
      await leave(room, 'bram', 'petra')
      const karin = await room.as('karin')
      const answer = await karin.post(`${room.href}/act`, { act: 'open' })
      expect(answer.headers.get('location')).toContain('told=too-few-for-ballots')
      expect((await room.now()).meeting).toMatchObject({ phase: 'prepare', deciding: { quorum: 5 } })
      const page = await (await karin.get(answer.headers.get('location')!)).text()
      expect(page).toContain('met minder dan vijf stem je niet zonder namen')
    })

    it('never asks nobody', async () => {
      const db = await open()
      const room = await meetingRoom(db, { items: [proposal()] })
      await db.write('server', (sql) =>
        sql
          .deleteFrom('meeting_voter')
          .where('meeting_id', '=', room.meeting)
          .where('person_id', '!=', room.cast.people.youssef)
          .execute(),
      )
      await leave(room, 'youssef')
      const karin = await room.as('karin')
      await room.open()
      await room.next()
      await room.stage('consent')
      const board = await (await karin.get(`${room.href}/board`)).text()
      const answer = await karin.post(`${room.href}/act`, formThat(board, 'round-open')!)
      expect(answer.headers.get('location')).toContain('told=nobody-decides')
    })
  })
})
