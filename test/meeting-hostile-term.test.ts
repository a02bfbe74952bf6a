import { describe, expect, it } from 'vitest'
import { closeRound, openRound, takeObjectionBack } from '../app/deciding/decide-desk.ts'
import { parseDay } from '../app/kernel/day.ts'
import type { DecisionId } from '../app/kernel/id.ts'
import { readOutcomes } from '../app/lookback/look-back-decide-store.ts'
import { eraseSaidDue } from '../app/meeting/said-erase-job.ts'
import { eraseMinutesDue } from '../app/minutes/minutes-erase-job.ts'
import { writeNote } from '../app/minutes/minutes-note-store.ts'
import { putMinutes } from '../app/minutes/minutes-store.ts'
import { readPolls } from '../app/round/poll-store.ts'
import { speakAs } from '../app/round/round-room-store.ts'
import { seenLast } from '../app/round/round-standing.ts'
import { readDecisionFor } from '../app/round/round-store.ts'
import { NOW, NOW_MOMENT } from './cast.ts'
import { eachDatabase } from './database.ts'
import { closeMeeting, holdMeeting } from './held-meeting.ts'
import { at, WORDING } from './led-meeting.ts'
import { LOOKS_BACK, lookBackRoom } from './look-back-room.ts'
import { meetingRoom } from './meeting-room.ts'
import { newItem } from './meeting-visit.ts'
import { formThat } from './page-forms.ts'
import { done } from './written-plan.ts'

const proposal = () =>
  newItem('proposal', null, { title: 'Voorstel', text: 'We kijken twee keer bij elkaar.' })

eachDatabase((open) => {
  it('a voice beforehand counts again when the same text is put again after a missed quorum', async () => {
    const room = await meetingRoom(await open(), { items: [proposal()] })
    const paul = await room.as('paul')
    const item = await room.item('proposal')
    const form = formThat(await (await paul.get(`${room.href}/item/${item.id}`)).text(), 'voice')!
    const answer = await paul.post(`${room.href}/item/${item.id}`, { ...form, answer: 'consent' })
    expect(answer.status).toBe(303)
    await room.open()
    await room.next()
    await room.stage('consent')
    await room.openRound()
    await room.closeRound()
    await room.openRound()
    const { decisionId } = await room.item('proposal')
    const seen = (await readDecisionFor(room.db, room.cast.keeper, decisionId!, null, NOW_MOMENT))!
    expect(seenLast(seen).number).toBe(2)
    expect(seen.standing.answered).toBe(1)
  })

  it('no poll outlives its meeting', async () => {
    const room = await lookBackRoom(await open())
    const karin = await room.as('karin')
    await room.open()
    const check = await room.item('plan-itself')
    await room.goTo(await room.item('themes'))
    const asked = await karin.post(`${room.href}/look-back`, { act: 'check', item: check })
    expect(await asked.text()).toContain('Ga eerst naar dit punt')
    const closed = await karin.post(`${room.href}/act`, {
      act: 'close',
      at: await room.item('themes'),
      stage: '',
      back: 'board',
    })
    expect(closed.status).toBe(303)
    expect((await room.now()).meeting.phase).toBe('closed')
    const polls = await readPolls(room.db, room.cast.keeper, room.meeting, null)
    expect(polls.filter(({ isOpen }) => isOpen)).toEqual([])
  })

  it('an objection taken back on how a goal goes on lays that down', async () => {
    const room = await lookBackRoom(await open())
    const karin = await room.as('karin')
    await room.open()
    const goal = await room.item('evaluation', room.goal)
    await room.goTo(goal)
    const put = await karin.post(`${room.href}/look-back`, {
      act: 'propose',
      item: goal,
      next: 'adjust',
      words: 'Kleiner beginnen.',
    })
    expect(put.status).toBe(303)
    const deciding = {
      db: room.db,
      seat: room.seatOf('karin'),
      meetingId: room.meeting,
      itemId: goal,
      now: LOOKS_BACK,
      wording: WORDING,
    }
    const id = done(await openRound(deciding)) as DecisionId
    const by = { how: 'self', enteredBy: null } as const
    for (const key of ['karin', 'paul', 'anouk', 'petra', 'youssef'] as const)
      done(
        await speakAs(
          room.db,
          room.cast.member(key),
          id,
          room.cast.people[key],
          { kind: 'consent' },
          by,
          LOOKS_BACK,
        ),
      )
    done(
      await speakAs(
        room.db,
        room.cast.member('bram'),
        id,
        room.cast.people.bram,
        { kind: 'objection', reason: 'Te klein' },
        by,
        LOOKS_BACK,
      ),
    )
    done(await closeRound(deciding))
    done(await takeObjectionBack({ ...deciding, seat: room.seatOf('bram') }))
    const seen = (await readDecisionFor(room.db, room.cast.keeper, id, null, LOOKS_BACK))!
    expect(seen.standing.now.is).toBe('stands')
    expect(await readOutcomes(room.db, room.cast.keeper, room.meeting)).toMatchObject([{ how: 'round' }])
  })

  it('of a meeting that does not go on what people said to it is taken away after a month', async () => {
    const room = await meetingRoom(await open(), { items: [proposal()] })
    const paul = await room.as('paul')
    const item = await room.item('proposal')
    const href = `${room.href}/item/${item.id}`
    const form = formThat(await (await paul.get(href)).text(), 'voice')!
    await paul.post(href, { ...form, answer: 'objection', objection: 'Liever niet.' })
    const say = formThat(await (await paul.get(href)).text(), 'say')!
    await paul.post(href, { ...say, text: 'Een eigen zorg.' })
    expect((await room.now()).says).toHaveLength(1)
    const karin = await room.as('karin')
    await room.join({ guest: 'Een gast' })
    const gone = await karin.post(room.href, { act: 'cancel', why: 'Ziekte', reason: 'Ziekte' })
    expect(gone.status).toBe(303)
    const left = async (days: number) => {
      await eraseSaidDue(room.db, new Date(NOW.getTime() + days * 86_400_000))
      const voices = await room.db.read('server', (sql) =>
        sql.selectFrom('meeting_voice_before').selectAll().execute(),
      )
      const { says, passes } = await room.now()
      return [voices.length, says.length, passes.length]
    }
    expect(await left(3)).toEqual([1, 1, 1])
    expect(await left(29)).toEqual([1, 1, 0])
    expect(await left(31)).toEqual([0, 0, 0])
  })

  it('what was noted at a track goes with it, also from minutes that lie before the team and were never confirmed', async () => {
    const led = await holdMeeting(await open())
    const { db, cast, meeting } = led
    const item = (await led.item('plan')).id
    await db.write(cast, async (sql) => {
      const { id } = await sql
        .selectFrom('entry')
        .select('id')
        .where('person_id', '=', cast.people.bram)
        .executeTakeFirstOrThrow()
      await sql
        .updateTable('meeting_item')
        .set({ kind: 'track', subject_id: id })
        .where('id', '=', item)
        .execute()
    })
    done(await writeNote(db, cast.member('anouk'), item, 'kanarie-traject', null, at(31)))
    await closeMeeting(led)
    done(await putMinutes(db, cast.member('anouk'), meeting, at(61)))
    const left = { left_on: parseDay('2027-01-01') }
    await db.write(cast, (sql) =>
      sql.updateTable('person').set(left).where('id', '=', cast.people.bram).execute(),
    )
    const kept = async () => {
      const put = await db.read(cast, (sql) => sql.selectFrom('minutes_put').selectAll().execute())
      const notes = await db.read(cast, (sql) => sql.selectFrom('passage').select('text').execute())
      return JSON.stringify([put, notes])
    }
    await eraseMinutesDue(db, new Date('2027-06-01T08:00:00Z'))
    expect(await kept()).toContain('kanarie-traject')
    await eraseMinutesDue(db, new Date('2035-01-01T08:00:00Z'))
    expect(await kept()).not.toContain('kanarie-traject')
  })

  describe('a guest', () => {
    it('finds no id or name beside what people say, and nothing said beforehand to another item', async () => {
      const room = await meetingRoom(await open(), {
        items: [proposal(), newItem('free', null, { title: 'Rondvraag', purpose: 'opinion' })],
      })
      const guest = await room.join({ guest: 'Gast' })
      const petra = await room.as('petra')
      const other = (await room.now()).items[1]!
      await petra.post(`${room.href}/phone`, {
        act: 'say',
        item: other.id,
        kind: 'input',
        text: 'STILLE INBRENG',
      })
      await room.open()
      await room.next()
      const look = async () =>
        `${await (await guest.get(`${room.href}/board`)).text()}${await (await guest.get(`${room.href}/phone`)).text()}`
      const check = (page: string) => {
        for (const [key, id] of Object.entries(room.cast.people))
          expect([key, page.includes(id)]).toEqual([key, false])
        expect(page).not.toContain('STILLE INBRENG')
        for (const [, act] of page.matchAll(/name="act" value="([^"]*)"/g)) expect(act).toBe('leave-device')
      }
      await petra.post(`${room.href}/phone`, {
        act: 'say',
        item: (await room.item('proposal')).id,
        kind: 'question',
        text: 'VRAAG',
      })
      await room.stage('understanding')
      let page = await look()
      expect(page).toContain('VRAAG')
      check(page)
      expect(page).not.toContain('Petra')
      await room.stage('consent')
      await room.openRound()
      const { decisionId } = await room.item('proposal')
      await petra.post(`${room.href}/phone`, {
        act: 'speak',
        decision: decisionId!,
        round: '1',
        answer: 'objection',
        objection: 'GEHEIM BEZWAAR',
      })
      page = await look()
      check(page)
      expect(page).not.toContain('GEHEIM')
      await room.closeRound()
      page = await look()
      check(page)
      expect(page).not.toContain('Petra')
      for (const path of [
        'desk',
        'minutes',
        'minutes/json',
        'look-back',
        'adopt',
        `text/${other.id}`,
        `item/${other.id}`,
        'calendar.ics',
        '',
      ]) {
        const answer = await guest.get(`${room.href}/${path}`.replace(/\/$/, ''))
        expect([path, [302, 303, 401, 403, 404].includes(answer.status)]).toEqual([path, true])
      }
    })
  })
})
