import { describe, expect, it } from 'vitest'
import { settleCast } from '../../test/cast.ts'
import { eachDatabase, type OpenFresh } from '../../test/database.ts'
import { type MeetingRoom, meetingRoom, type Otherwise } from '../../test/meeting-room.ts'
import { asMember } from '../../test/request.ts'
import type { Moment } from '../kernel/day.ts'
import { attend } from '../meeting/attend-store.ts'
import { confirmPass } from '../meeting/pass-store.ts'
import { markSay } from '../meeting/say-store.ts'
import { answerPoll, closePoll, openPoll } from '../round/poll-store.ts'
import { seenLast } from '../round/round-standing.ts'
import { readDecisionFor } from '../round/round-store.ts'

type Key = Parameters<MeetingRoom['as']>[0]

/** A phone of somebody of the cast: reads the page, and posts to it. */
async function phoneOf(room: MeetingRoom, key: Key) {
  const visitor = await room.as(key)
  const href = `${room.href}/phone`
  return {
    read: async () => (await visitor.get(href)).text(),
    post: (fields: Record<string, string | readonly string[]>) => visitor.post(href, fields),
  }
}

const moment = (room: MeetingRoom) => room.clock.now.toISOString() as Moment

/** A meeting at its first item, the round open. */
async function inRound(open: OpenFresh, otherwise: Otherwise = {}) {
  const room = await meetingRoom(await open(), {}, otherwise)
  await room.open()
  const item = await room.next()
  await room.stage('consent')
  await room.openRound()
  const decision = (await room.now()).items.find(({ id }) => id === item)!.decisionId!
  const speak = (fields: Record<string, string>) => ({ act: 'speak', decision, round: '1', ...fields })
  const seen = async (key: Key) =>
    (await readDecisionFor(room.db, room.cast.keeper, decision, room.cast.people[key], moment(room)))!
  return { room, item, decision, speak, seen }
}

eachDatabase((open) => {
  describe('before the meeting opens', () => {
    it('says when and where, and takes what is said of coming', async () => {
      const room = await meetingRoom(await open())
      const bram = await phoneOf(room, 'bram')
      expect(await bram.read()).toContain('De vergadering begint donderdag 19 november, 11.00 uur.')
      room.clock.now = new Date(room.clock.now.getTime() - 3 * 3_600_000)
      expect(await bram.read()).toContain('Ik kan er niet bij zijn')
      expect((await bram.post({ act: 'attend', what: 'present' })).status).toBe(422)
      expect((await bram.post({ act: 'attend', what: 'absent-notice' })).status).toBe(303)
      expect((await room.now()).attendance).toMatchObject([{ how: 'absent-notice', notedBy: null }])
      expect(await bram.read()).toContain('Ik kom toch wel')
      await bram.post({ act: 'attend', what: 'open' })
      expect((await room.now()).attendance).toEqual([])
    })

    it('never takes an absence without notice, or somebody else’s coming, from a phone', async () => {
      const room = await meetingRoom(await open())
      const bram = await phoneOf(room, 'bram')
      expect((await bram.post({ act: 'attend', what: 'absent' })).status).toBe(422)
      await bram.post({ act: 'attend', what: 'present', person: room.cast.people.petra })
      expect((await room.now()).attendance.map(({ person }) => person)).toEqual([room.cast.people.bram])
      const now = moment(room)
      const seat = room.seatOf('bram')
      const forPetra = { seat, person: room.cast.people.petra, what: 'present', now } as const
      expect(await attend(room.db, forPetra)).toEqual({ refused: 'only-minute-taker' })
      expect(await attend(room.db, { ...forPetra, seat: room.seatOf('anouk') })).toBe('noted')
      const stranger = { ...forPetra, seat: room.seatOf('anouk'), person: room.meeting as never }
      expect(await attend(room.db, stranger)).toEqual({ refused: 'person-unknown' })
    })
  })

  describe('in the meeting', () => {
    it('comes, goes and comes back, and each is written down', async () => {
      const room = await meetingRoom(await open())
      await room.open()
      await room.next()
      const bram = await phoneOf(room, 'bram')
      expect(await bram.read()).toContain('Ben je er?')
      await bram.post({ act: 'attend', what: 'remote' })
      expect(await bram.read()).toContain('Je doet op afstand mee.')
      await bram.post({ act: 'attend', what: 'left' })
      expect(await bram.read()).toContain('Je bent weggegaan.')
      const [, left] = (await room.now()).attendance.toSorted((one) =>
        one.person === room.cast.people.bram ? 1 : -1,
      )
      expect(left).toMatchObject({ how: 'remote', leftAt: moment(room) })
    })

    it('asks a question and a reaction in their own rounds, once, in one’s own name', async () => {
      const room = await meetingRoom(await open())
      await room.open()
      const item = await room.next()
      await room.stage('understanding')
      const bram = await phoneOf(room, 'bram')
      const question = { act: 'say', item, kind: 'question', text: 'Geldt dit ook voor de kleuters?' }
      expect((await bram.post(question)).status).toBe(303)
      expect((await bram.post(question)).status).toBe(303)
      const { says, attendance } = await room.now()
      expect(says).toMatchObject([{ person: room.cast.people.bram, kind: 'question', doneAt: null }])
      expect(attendance.map(({ person }) => person)).toContain(room.cast.people.bram)
      const page = await bram.read()
      expect(page).toContain('Geldt dit ook voor de kleuters?')
      const petra = await phoneOf(room, 'petra')
      expect(await petra.read()).not.toContain('kleuters')
      expect((await petra.post({ act: 'take-back', say: says[0]!.id })).status).toBe(422)
      await markSay(room.db, room.seatOf('karin'), says[0]!.id, true, moment(room))
      expect((await bram.post({ act: 'take-back', say: says[0]!.id })).status).toBe(422)
      expect(await bram.read()).toContain('besproken')
    })

    it('takes words back until they were talked through', async () => {
      const room = await meetingRoom(await open())
      await room.open()
      const item = await room.next()
      await room.stage('reactions')
      const bram = await phoneOf(room, 'bram')
      await bram.post({ act: 'say', item, kind: 'reaction', text: 'Hier word ik blij van.' })
      const [say] = (await room.now()).says
      expect((await bram.post({ act: 'take-back', say: say!.id })).status).toBe(303)
      expect((await room.now()).says).toEqual([])
    })

    it('keeps what was typed when it can’t be taken', async () => {
      const room = await meetingRoom(await open())
      await room.open()
      const item = await room.next()
      await room.stage('understanding')
      const bram = await phoneOf(room, 'bram')
      const long = await bram.post({
        act: 'say',
        item,
        kind: 'question',
        text: `Waarom ${'zo '.repeat(250)}lang?`,
      })
      expect(long.status).toBe(422)
      const page = await long.text()
      expect(page).toContain('Kort het in tot 600 tekens.')
      expect(page).toContain('zo zo zo')
      const [next] = (await room.now()).items.filter(({ state }) => state === 'to-come')
      const other = await bram.post({ act: 'say', item: next!.id, kind: 'question', text: 'En die dan? <i>' })
      expect(other.status).toBe(422)
      const told = await other.text()
      expect(told).toContain('Dit had je getypt:')
      expect(told).toContain('En die dan? &lt;i&gt;')
    })

    it('takes no act that it does not know, and nothing of another meeting', async () => {
      const db = await open()
      const { room, decision } = await inRound(async () => db)
      const other = await inRound(async () => db)
      const bram = await phoneOf(room, 'bram')
      const tried: Record<string, string>[] = [
        {},
        { act: 'open' },
        { act: 'constructor' },
        { act: '__proto__' },
        { act: 'speak' },
        { act: 'speak', decision, round: 'x', answer: 'consent' },
        { act: 'speak', decision: other.decision, round: '1', answer: 'consent' },
        { act: 'say', item: other.item, kind: 'question', text: 'Hoe?' },
        { act: 'say', item: "1' or '1'='1", kind: 'question', text: 'Hoe?' },
        { act: 'poll', poll: decision, choice: 'a' },
        { act: 'withdraw', decision: other.decision, round: '1' },
        { act: 'late', decision: other.decision, round: '1', reason: 'Nee.' },
      ]
      for (const fields of tried) expect((await bram.post(fields)).status).toBe(422)
      expect((await other.seen('bram')).mine.answer).toBe(null)
    })
  })

  describe('an answer by name', () => {
    it('is given, counts as being there, and can be changed until the round closes', async () => {
      const { room, speak, seen } = await inRound(open)
      const bram = await phoneOf(room, 'bram')
      const asked = await bram.read()
      expect(asked).toContain('Wat is jouw antwoord?')
      expect(asked).not.toContain('van de 6 ga')
      expect((await bram.post(speak({ answer: 'consent' }))).status).toBe(303)
      expect((await room.now()).attendance.map(({ person }) => person)).toContain(room.cast.people.bram)
      expect(await bram.read()).toContain('1 van de 6 gaf antwoord.')
      await bram.post(speak({ answer: 'concern', concern: 'Op vrijdag werk ik niet.' }))
      expect((await seen('bram')).mine.answer).toEqual({ kind: 'concern', text: 'Op vrijdag werk ik niet.' })
      expect((await seen('bram')).standing.answered).toBe(1)
    })

    it('asks an objection for its reason, and a concern for nothing', async () => {
      const { room, speak, seen } = await inRound(open)
      const bram = await phoneOf(room, 'bram')
      const empty = await bram.post(speak({ answer: 'objection', objection: '  ' }))
      expect(empty.status).toBe(422)
      expect(await empty.text()).toContain('Zeg in één zin wat er dan misgaat.')
      expect((await seen('bram')).mine.answer).toBe(null)
      expect((await bram.post(speak({ answer: 'concern' }))).status).toBe(303)
      expect(
        (await bram.post(speak({ answer: 'objection', objection: 'Op dinsdag sta ik alleen.' }))).status,
      ).toBe(303)
    })

    it('told again after the round closed is the same answer; another is kindly refused, its words kept', async () => {
      const { room, speak, seen } = await inRound(open)
      const bram = await phoneOf(room, 'bram')
      const objection = speak({ answer: 'objection', objection: 'Op dinsdag sta ik alleen.' })
      await bram.post(objection)
      await room.closeRound()
      expect((await bram.post(objection)).status).toBe(303)
      const other = await bram.post(speak({ answer: 'concern', concern: 'Bij nader inzien een zorg.' }))
      expect(other.status).toBe(422)
      const page = await other.text()
      expect(page).toContain('De ronde is gesloten. Je antwoord van daarvoor telt.')
      expect(page).toContain('Bij nader inzien een zorg.')
      expect((await seen('bram')).mine.answer).toMatchObject({ kind: 'objection' })
    })

    it('is one voice a person, from two devices and a double tap at once', async () => {
      const { room, speak, seen } = await inRound(open)
      const { db, cast, meeting } = room
      const device = await room.join(cast.people.bram)
      const pass = (await room.now()).passes[0]!.id
      await confirmPass(db, { seat: room.seatOf('karin'), pass, now: moment(room) })
      const bram = await phoneOf(room, 'bram')
      const consent = speak({ answer: 'consent' })
      const twice = await Promise.all([
        bram.post(consent),
        bram.post(consent),
        device.post(`/meeting/${meeting}/phone`, consent),
        device.post(`/meeting/${meeting}/phone`, speak({ answer: 'concern', concern: 'Toch een zorg.' })),
      ])
      expect(twice.map(({ status }) => status)).toEqual([303, 303, 303, 303])
      expect((await seen('bram')).standing.answered).toBe(1)
    })

    it('racing with the closing is in the record or refused, never lost', async () => {
      const { room, speak, seen, decision } = await inRound(open)
      const keys = ['karin', 'paul', 'anouk', 'bram', 'petra', 'youssef'] as const
      const phones = await Promise.all(keys.map((key) => phoneOf(room, key)))
      const consent = speak({ answer: 'consent' })
      const answers = Promise.all(phones.map((phone) => phone.post(consent)))
      await room.closeRound()
      const acknowledged = (await answers).filter(({ status }) => status === 303).length
      const round = seenLast(
        (await readDecisionFor(room.db, room.cast.keeper, decision, null, moment(room)))!,
      )
      expect(round.voices?.length).toBe(acknowledged)
      expect((await seen('karin')).standing.answered).toBe(acknowledged)
    })

    it('shows nobody what the others say; once closed numbers, and one’s own answer', async () => {
      const { room, speak } = await inRound(open)
      const bram = await phoneOf(room, 'bram')
      const petra = await phoneOf(room, 'petra')
      await bram.post(speak({ answer: 'objection', objection: 'KANARIE-BEZWAAR' }))
      for (const key of ['karin', 'paul', 'anouk'] as const)
        await (await phoneOf(room, key)).post(speak({ answer: 'consent' }))
      await petra.post(speak({ answer: 'concern', concern: 'KANARIE-ZORG' }))
      const during = await petra.read()
      expect(during).not.toContain('KANARIE-BEZWAAR')
      await room.closeRound()
      const after = await petra.read()
      expect(after).toContain('Er ligt een bezwaar')
      expect(after).toContain('Jouw antwoord: consent, met een zorg.')
      expect(after).not.toContain('KANARIE-BEZWAAR')
      const own = await bram.read()
      expect(own).toContain('Dank je voor je bezwaar.')
      expect(own).not.toContain('KANARIE-ZORG')
      const guest = await room.join({ guest: 'De inspecteur' })
      const watched = await (await guest.get(`${room.href}/phone`)).text()
      expect(watched).not.toMatch(/KANARIE|Petra|Bram/)
    })

    it('has no voice who was not named beforehand', async () => {
      const { room, speak, seen } = await inRound(open)
      const fatima = await phoneOf(room, 'fatima')
      expect(await fatima.read()).toContain('Je hebt hierin geen stem')
      expect((await fatima.post(speak({ answer: 'consent' }))).status).toBe(422)
      expect((await seen('fatima')).standing.answered).toBe(0)
    })

    it('of an older round is not taken for the renewed one', async () => {
      const { room, speak, seen } = await inRound(open)
      const bram = await phoneOf(room, 'bram')
      const answer = await bram.post({
        ...speak({ answer: 'objection', objection: 'Mijn reden.' }),
        round: '2',
      })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain('Intussen begon een nieuwe ronde.')
      expect(page).toContain('Mijn reden.')
      expect((await seen('bram')).mine.answer).toBe(null)
    })
  })

  describe('after an objection of one’s own', () => {
    it('gives an idea to the board, and takes the objection back', async () => {
      const { room, item, decision, speak, seen } = await inRound(open)
      const bram = await phoneOf(room, 'bram')
      await bram.post(speak({ answer: 'objection', objection: 'Op dinsdag sta ik alleen.' }))
      for (const key of ['karin', 'paul', 'anouk'] as const)
        await (await phoneOf(room, key)).post(speak({ answer: 'consent' }))
      await room.closeRound()
      expect(await bram.read()).toContain('Wat zou het bezwaar wegnemen?')
      await bram.post({ act: 'say', item, kind: 'reaction', text: 'Als Karin mijn groep overneemt.' })
      expect((await room.now()).says).toMatchObject([{ kind: 'reaction', person: room.cast.people.bram }])
      const petra = await phoneOf(room, 'petra')
      expect((await petra.post({ act: 'withdraw', decision, round: '1' })).status).toBe(422)
      expect((await bram.post({ act: 'withdraw', decision, round: '1' })).status).toBe(303)
      expect((await seen('bram')).standing.now.is).toBe('stands')
    })
  })

  describe('a ballot without a name', () => {
    it('is given once, and told again it is in', async () => {
      const { room, decision, speak, seen } = await inRound(open, { unnamed: true })
      const bram = await phoneOf(room, 'bram')
      const page = await bram.read()
      expect(page).toContain('Breng mijn stem uit')
      expect(page).toContain('je stem kun je niet meer veranderen')
      const ballot = { act: 'ballot', decision, round: '1' }
      expect((await bram.post(ballot)).status).toBe(422)
      expect((await bram.post({ ...ballot, choice: 'objection' })).status).toBe(422)
      expect((await bram.post(speak({ answer: 'consent' }))).status).toBe(422)
      expect((await bram.post({ ...ballot, choice: 'for' })).status).toBe(303)
      expect((await bram.post({ ...ballot, choice: 'against' })).status).toBe(303)
      expect(await bram.read()).toContain('Je stem is binnen. Hij verandert niet meer.')
      expect((await seen('bram')).mine).toMatchObject({ voted: true, answer: null })
      const rows = await room.db.read(room.cast, (sql) => sql.selectFrom('ballot').selectAll().execute())
      expect(rows.map(({ choice }) => choice)).toEqual(['for'])
    })
  })

  describe('dots and checks', () => {
    it('are given, changed and counted once', async () => {
      const room = await meetingRoom(await open())
      await room.open()
      const item = await room.next()
      const { cast, db } = room
      const poll = await openPoll(
        db,
        cast.keeper,
        {
          scopeId: room.meeting,
          subjectId: item,
          kind: 'dots',
          question: 'Waarover praten we?',
          options: [
            { id: 'a', text: 'Samen kijken' },
            { id: 'b', text: 'Tijd' },
          ],
          dots: 3,
          unnamed: false,
          voters: [cast.people.bram, cast.people.petra],
          by: cast.people.karin,
        },
        moment(room),
      )
      if (typeof poll !== 'string') throw new Error('no poll')
      const bram = await phoneOf(room, 'bram')
      expect(await bram.read()).toContain('Waarover praten we?')
      const many = await bram.post({ act: 'poll', poll, choice: ['a', 'a', 'a'] })
      expect(many.status).toBe(422)
      expect(await many.text()).toContain('Je zet veel stippen bij één keuze.')
      expect((await bram.post({ act: 'poll', poll, choice: ['a', 'a', 'b'] })).status).toBe(303)
      expect((await bram.post({ act: 'poll', poll, choice: ['a', 'a', 'b'] })).status).toBe(303)
      expect(await bram.read()).toContain('Je keuze is binnen.')
      const youssef = await phoneOf(room, 'youssef')
      expect(await youssef.read()).not.toContain('Waarover praten we?')
      expect((await youssef.post({ act: 'poll', poll, choice: 'a' })).status).toBe(422)
      await answerPoll(db, cast.keeper, poll, cast.people.petra, { b: 1 })
      const closed = await closePoll(db, cast.keeper, poll, cast.people.karin, moment(room), true)
      expect(closed).toMatchObject({ result: { answered: 2, counts: { a: 2, b: 2 } } })
    })
  })

  describe('once the meeting is over', () => {
    it('who was away comes back on it with a reason, who answered does not', async () => {
      const { room, decision, speak, seen } = await inRound(open, { absentDays: 7 })
      for (const key of ['karin', 'paul', 'anouk', 'petra'] as const)
        await (await phoneOf(room, key)).post(speak({ answer: 'consent' }))
      await room.closeRound()
      await room.close()
      const bram = await phoneOf(room, 'bram')
      expect(await bram.read()).toContain('Je was er niet bij')
      const petra = await phoneOf(room, 'petra')
      expect(await petra.read()).not.toContain('Je was er niet bij')
      const late = { act: 'late', decision, round: '1' }
      expect((await petra.post({ ...late, reason: 'Toch niet.' })).status).toBe(422)
      const empty = await bram.post({ ...late, reason: ' ' })
      expect(empty.status).toBe(422)
      expect(await empty.text()).toContain('Zeg in één zin wat er dan misgaat.')
      expect((await bram.post({ ...late, reason: 'Op vrijdag is er niemand.' })).status).toBe(303)
      const told = await bram.read()
      expect(told).toContain('Je bezwaar ligt er')
      expect(told).toContain('Op vrijdag is er niemand.')
      expect(told).not.toContain('name="reason"')
      expect(await petra.read()).not.toContain('Op vrijdag is er niemand.')
      expect((await seen('bram')).standing.now).toMatchObject({ is: 'objection' })
      expect((await room.now()).attendance.map(({ person }) => person)).not.toContain(room.cast.people.bram)
    })

    it('nobody comes back on it when the school did not choose so, or the days are over', async () => {
      const fixed = await inRound(open)
      await fixed.room.closeRound()
      await fixed.room.close()
      expect(await (await phoneOf(fixed.room, 'bram')).read()).not.toContain('Je was er niet bij')
      const { room, decision, speak } = await inRound(open, { absentDays: 2 })
      for (const key of ['karin', 'paul', 'anouk', 'petra'] as const)
        await (await phoneOf(room, key)).post(speak({ answer: 'consent' }))
      await room.closeRound()
      await room.close()
      room.clock.now = new Date(room.clock.now.getTime() + 4 * 86_400_000)
      const bram = await phoneOf(room, 'bram')
      expect(await bram.read()).not.toContain('Je was er niet bij')
      const late = await bram.post({ act: 'late', decision, round: '1', reason: 'Mijn reden achteraf.' })
      expect(late.status).toBe(422)
      expect(await late.text()).toContain('Mijn reden achteraf.')
    })
  })

  it('somebody of another school finds no meeting here, and a visitor the code', async () => {
    const db = await open()
    const room = await meetingRoom(db)
    const elsewhere = await settleCast(db, { name: 'De Horizon' })
    const stranger = await asMember(room.app, db, elsewhere, 'bram', room.clock.now)
    for (const path of [`${room.href}/phone`, '/meeting/nonsense/phone', '/meeting/%00/phone'])
      expect((await stranger.get(path)).status).toBe(404)
    expect((await stranger.post(`${room.href}/phone`, { act: 'attend', what: 'present' })).status).toBe(404)
    const visitor = await room.stranger().get(`${room.href}/phone`)
    expect([visitor.status, visitor.headers.get('location')]).toEqual([303, '/join'])
  })

  it('stays small, and reads nothing of the plan beside the item', async () => {
    const { room } = await inRound(open)
    const bram = await phoneOf(room, 'bram')
    expect((await bram.read()).length).toBeLessThan(8_800)
  })
})
