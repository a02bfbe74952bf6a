import { describe, expect, it } from 'vitest'
import { eventIn } from '../../test/calendar.ts'
import { NOW, NOW_MOMENT, settleCast, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { mails } from '../../test/mailbox.ts'
import { decidingOf, newMeeting } from '../../test/meeting-visit.ts'
import { officeRoom } from '../../test/office-room.ts'
import { at, slot, visitRoom } from '../../test/visit-room.ts'
import type { Day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { planMeeting } from '../meeting/meeting-write-store.ts'
import { giveFreeDays } from '../year/holiday-store.ts'
import { appointmentsAbout, appointmentsOf, clashesOf, makeAppointment } from './appointment-store.ts'
import { chooseStandIn, daysOf, tellDay, tellWeek, whoIsIn } from './days-store.ts'
import { addHours, closeDay, dropHours, officeHoursOf } from './hours-store.ts'
import { tidyAppointmentsOfLeavers } from './leaver-job.ts'
import { forgetOldOffice } from './office-tidy-store.ts'
import { addSafe, dropSafe, safePeople } from './safe-store.ts'
import { officeAhead } from './slot-store.ts'

const FIRST = '2026-11-19T15:00'
const SECOND = '2026-11-19T15:20'
const NEXT_WEEK = '2026-11-26T15:00'
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

eachDatabase((open) => {
  describe('a turn in office hours', () => {
    it('is taken in one go, and free again when it is called off', async () => {
      const room = await officeRoom(await open())
      expect(await room.free()).toContain(at(FIRST))
      const id = room.good(await room.book('anouk', FIRST))
      expect(await room.free()).not.toContain(at(FIRST))
      expect(await room.read('anouk', id)).toMatchObject({ place: 'kamer van Karin', state: 'agreed' })
      expect(await room.cancel('karin', id)).toBe('done')
      expect(await room.free()).toContain(at(FIRST))
      expect(await room.cancel('anouk', id)).toEqual({ refused: 'ended' })
    })

    it('of four who take it at once one has it', async () => {
      const room = await officeRoom(await open())
      const keys = ['anouk', 'bram', 'petra', 'sem'] as const
      const answers = await Promise.all(keys.map((key) => room.book(key, FIRST)))
      expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1)
      expect(answers.filter(isRefusal)).toEqual(
        keys.slice(1).map(() => ({ refused: 'slot-taken', field: 'slot' })),
      )
    })

    it('tapped twice by one is one appointment', async () => {
      const room = await officeRoom(await open())
      const [one, other] = await Promise.all([room.book('anouk', FIRST), room.book('anouk', FIRST)])
      expect(one).toEqual(other)
      expect(await appointmentsOf(room.db, room.cast.member('anouk'))).toHaveLength(1)
      expect(await mails(room.db)).toHaveLength(2)
    })

    it('is none at another clock, with who holds none, with oneself, or when it has been', async () => {
      const room = await officeRoom(await open())
      expect(await room.book('anouk', '2026-11-19T15:10')).toMatchObject({ refused: 'slot-gone' })
      expect(await room.book('anouk', '2026-11-19T09:00')).toMatchObject({ refused: 'gone-by' })
      expect(await room.book('karin', FIRST)).toMatchObject({ refused: 'with-yourself' })
      expect(await room.book('anouk', '2026-12-25T15:00')).toMatchObject({ refused: 'slot-gone' })
    })

    it('leaves room for the others: four of one with one', async () => {
      const room = await officeRoom(await open())
      for (const clock of [FIRST, NEXT_WEEK, '2026-12-03T15:00', '2026-12-10T15:00'])
        room.good(await room.book('anouk', clock))
      expect(await room.book('anouk', SECOND)).toMatchObject({ refused: 'many-booked' })
      expect(await room.book('bram', SECOND)).toEqual(expect.any(String))
    })

    it('is not there in a holiday, on a day off, or when the host is not in school', async () => {
      const room = await officeRoom(await open())
      const { db, cast } = room
      const karin = cast.member('karin')
      const days = async () => [...new Set((await room.free()).map((moment) => moment.slice(0, 10)))]
      expect(await days()).toEqual(['2026-11-19', '2026-11-26', '2026-12-03', '2026-12-10'])
      await closeDay(db, karin, { day: '2026-11-26' as Day, isClosed: true }, TODAY)
      await tellDay(db, karin, { day: '2026-12-03' as Day, isIn: false }, TODAY)
      const own = { name: 'Studiedag', from: '2026-12-10' as Day, to: '2026-12-10' as Day }
      expect(await giveFreeDays(db, karin, '2026-2027' as never, null, own, NOW_MOMENT)).toHaveProperty('key')
      expect(await days()).toEqual(['2026-11-19'])
      expect(await room.book('anouk', NEXT_WEEK)).toMatchObject({ refused: 'slot-gone' })
      await closeDay(db, karin, { day: '2026-11-26' as Day, isClosed: false }, TODAY)
      expect(await days()).toEqual(['2026-11-19', '2026-11-26'])
    })

    it('is not there while the host has a visit, takes a class over, or is called to a meeting', async () => {
      const db = await open()
      const cast = await settleCast(db)
      const [room, visits] = [await officeRoom(db, cast), await visitRoom(db, cast)]
      await visits.offer('karin', '2026-11-26T15:00')
      expect(await visits.ask('karin', 'lotte', { slot: slot('2026-12-03T15:30') })).toEqual(
        expect.any(String),
      )
      const deciding = decidingOf(cast, { voters: [cast.people.karin], quorum: 1 })
      await planMeeting(
        db,
        cast.member('paul'),
        newMeeting(cast, {
          startsAt: at('2026-12-10T15:15'),
          minutes: 60,
          deciding,
          chair: cast.people.paul,
        }),
        NOW_MOMENT,
      )
      const free = await room.free()
      expect(free).not.toContain(at('2026-11-26T15:00'))
      expect(free).not.toContain(at('2026-11-26T15:20'))
      expect(free).toContain(at('2026-11-26T15:40'))
      expect(free).toContain(at('2026-12-03T15:00'))
      expect(free).not.toContain(at('2026-12-03T15:20'))
      expect(free.filter((moment) => moment.startsWith('2026-12-10'))).toEqual([])
      expect(await room.book('anouk', '2026-11-26T15:00')).toMatchObject({ refused: 'slot-taken' })
    })

    it('keeps both calendars: no visit, no class taken over, no second appointment then', async () => {
      const db = await open()
      const cast = await settleCast(db)
      const [room, visits] = [await officeRoom(db, cast), await visitRoom(db, cast)]
      room.good(await room.book('anouk', FIRST))
      const then = { slot: slot('2026-11-19T15:05', 15) }
      expect(await visits.ask('anouk', 'lotte', then)).toMatchObject({ refused: 'you-busy' })
      expect(await visits.ask('bram', 'anouk', then)).toMatchObject({ refused: 'host-busy' })
      expect(await room.come('karin', 'sem', '2026-11-19T15:10')).toMatchObject({ refused: 'you-busy' })
      const els = await visits.ask('bram', 'lotte', { slot: slot(SECOND, 15) })
      expect(els).toEqual(expect.any(String))
      expect(await room.book('bram', SECOND)).toMatchObject({ refused: 'you-busy' })
    })
  })

  describe('an appointment', () => {
    it('is read by the two alone, whatever their role', async () => {
      const room = await officeRoom(await open())
      const about = newId<'question'>()
      const id = room.good(await room.book('anouk', FIRST, about))
      const { db, cast } = room
      for (const key of ['anouk', 'karin'] as const)
        expect(await room.read(key, id)).toMatchObject({ id, about })
      for (const key of ['paul', 'bram'] as const) {
        expect(await room.read(key, id)).toBeNull()
        expect(await appointmentsOf(db, cast.member(key), cast.people.anouk)).toEqual([])
        expect(await appointmentsAbout(db, cast.member(key), about)).toEqual([])
        expect(await room.cancel(key, id)).toBeNull()
      }
      expect(await appointmentsAbout(db, cast.member('karin'), about)).toHaveLength(1)
      const stranger = await settleCast(db, { name: 'De Vlieger' })
      expect(await appointmentsOf(db, stranger.member('karin'), cast.people.anouk)).toEqual([])
    })

    it('of who comes to somebody is made by a coordinator, on a school day, when both are free', async () => {
      const room = await officeRoom(await open())
      const id = room.good(await room.come('karin', 'petra', '2026-11-24T12:45'))
      expect(await room.read('petra', id)).toMatchObject({ host: room.cast.people.karin, place: 'groep 6' })
      expect(await room.come('petra', 'karin', '2026-11-25T12:45')).toEqual({ refused: 'may-not' })
      expect(await room.come('karin', 'sem', '2026-11-24T12:50')).toMatchObject({ refused: 'you-busy' })
      expect(await room.come('karin', 'sem', '2026-12-25T12:50')).toMatchObject({ refused: 'no-school-day' })
      expect(await room.come('karin', 'karin', '2026-11-25T12:50')).toMatchObject({
        refused: 'with-yourself',
      })
      const stranger = await settleCast(room.db, { name: 'De Vlieger' })
      const given = { ...slot('2026-11-25T12:45', 20), place: '', about: null }
      expect(
        await makeAppointment(
          room.db,
          room.cast.member('karin'),
          { ...given, with: stranger.people.sem },
          room.telling('karin'),
        ),
      ).toEqual({ refused: 'person-unknown', field: 'with' })
    })

    it('is moved by both to another turn, by the host alone to a moment of one’s own', async () => {
      const room = await officeRoom(await open())
      const id = room.good(await room.book('anouk', FIRST))
      expect(await room.move('anouk', id, SECOND)).toBe('done')
      expect(await room.read('karin', id)).toMatchObject({ startsAt: at(SECOND), sequence: 1, revision: 2 })
      expect(await room.free()).toContain(at(FIRST))
      expect(await room.move('anouk', id, SECOND)).toMatchObject({ refused: 'slot-taken' })
      expect(await room.moveOwn('anouk', id, '2026-11-20T12:15')).toEqual({ refused: 'may-not' })
      expect(await room.moveOwn('karin', id, '2026-12-25T12:15')).toMatchObject({ refused: 'no-school-day' })
      expect(await room.moveOwn('karin', id, '2026-11-20T12:15')).toBe('done')
      expect(await room.read('anouk', id)).toMatchObject({ startsAt: at('2026-11-20T12:15'), place: '' })
    })

    it('tells both by letter and calendar with whom it is, and nothing else', async () => {
      const room = await officeRoom(await open())
      const id = room.good(await room.book('anouk', FIRST, newId<'question'>()))
      await room.move('karin', id, SECOND)
      await room.cancel('anouk', id)
      const letters = await mails(room.db)
      expect(letters.map(({ kind }) => kind)).toEqual([
        ...Array<string>(2).fill('appointment-made'),
        ...Array<string>(2).fill('appointment-moved'),
        ...Array<string>(2).fill('appointment-cancelled'),
      ])
      const toAnouk = letters.filter(({ person_id }) => person_id === room.cast.people.anouk)
      expect(toAnouk[0]!.subject).toBe('Afspraak: donderdag 19 november')
      expect(toAnouk[0]!.body).toContain('Je hebt een afspraak met Karin.')
      const events = toAnouk.map(({ calendar }) => eventIn(calendar ?? ''))
      expect(events.map(({ SUMMARY, SEQUENCE, METHOD }) => [SUMMARY, SEQUENCE, METHOD])).toEqual([
        ['Afspraak met Karin', '0', 'REQUEST'],
        ['Afspraak met Karin', '1', 'REQUEST'],
        ['Afspraak met Karin', '2', 'CANCEL'],
      ])
      expect(new Set(events.map(({ UID }) => UID)).size).toBe(1)
      expect(JSON.stringify(letters)).not.toContain('vraag')
    })

    it('that a meeting came over is shown as such to its two', async () => {
      const room = await officeRoom(await open())
      const { db, cast } = room
      const id = room.good(await room.book('anouk', FIRST))
      const mine = () => appointmentsOf(db, cast.member('anouk'))
      expect(await clashesOf(db, cast.member('anouk'), await mine())).toEqual(new Set())
      const deciding = decidingOf(cast, { voters: [cast.people.anouk], quorum: 1 })
      const meeting = newMeeting(cast, {
        startsAt: at(FIRST),
        minutes: 30,
        deciding,
        chair: cast.people.paul,
      })
      await planMeeting(db, cast.member('paul'), meeting, NOW_MOMENT)
      expect(await clashesOf(db, cast.member('anouk'), await mine())).toEqual(new Set([id]))
    })

    it('is called off when one of the two leaves, and who stays is told', async () => {
      const room = await officeRoom(await open())
      const { db, cast } = room
      const id = room.good(await room.book('anouk', NEXT_WEEK))
      await leave(db, cast.people.karin)
      await tidyAppointmentsOfLeavers(db, NOW, { origin: 'https://x.example', from: null })
      expect(await room.read('anouk', id)).toMatchObject({ state: 'cancelled', ended: { by: null } })
      const letter = (await mails(db)).at(-1)!
      expect(letter).toMatchObject({ kind: 'appointment-left', person_id: cast.people.anouk })
      expect(await room.free()).toEqual([])
      await tidyAppointmentsOfLeavers(db, NOW, { origin: 'https://x.example', from: null })
      expect((await mails(db)).at(-1)!.id).toBe(letter.id)
    })

    it('and the rest is forgotten in time', async () => {
      const room = await officeRoom(await open())
      const { db, cast } = room
      const id = room.good(await room.book('anouk', FIRST))
      await tellDay(db, cast.member('anouk'), { day: TODAY, isIn: false }, TODAY)
      await tellWeek(db, cast.member('sem'), { 1: 'all' })
      await forgetOldOffice(db, later(59))
      expect(await room.read('anouk', id)).not.toBeNull()
      expect((await daysOf(db, cast.member('bram'))).get(cast.people.anouk)).toBeUndefined()
      await forgetOldOffice(db, later(61))
      expect(await room.read('anouk', id)).toBeNull()
      await leave(db, cast.people.sem)
      await forgetOldOffice(db, later(6))
      expect((await daysOf(db, cast.member('bram'))).has(cast.people.sem)).toBe(true)
      await forgetOldOffice(db, later(8))
      expect((await daysOf(db, cast.member('bram'))).has(cast.people.sem)).toBe(false)
    })
  })

  describe('the own office hours', () => {
    it('are set by a coordinator, for oneself, and seen by everybody', async () => {
      const room = await officeRoom(await open())
      const { db, cast } = room
      const form = { weekday: '1', starts: '12:00', ends: '12:30', minutes: '10', place: '' }
      expect(await addHours(db, cast.member('anouk'), form)).toEqual({ refused: 'may-not' })
      const [hours] = await officeHoursOf(db, cast.member('anouk'))
      expect(hours).toMatchObject({ person: cast.people.karin, weekday: 4 })
      expect(await dropHours(db, cast.member('paul'), hours!.id)).toEqual({ refused: 'may-not' })
      room.good(await room.book('anouk', FIRST))
      const ahead = await officeAhead(db, cast.member('karin'), NOW_MOMENT)
      expect(ahead[0]).toMatchObject({ startsAt: at(FIRST), appointment: { guest: cast.people.anouk } })
      expect(ahead[1]).toMatchObject({ startsAt: at(SECOND), appointment: null })
      expect(await dropHours(db, cast.member('karin'), hours!.id)).toBeNull()
      expect(await dropHours(db, cast.member('karin'), hours!.id)).toEqual({ refused: 'hours-gone' })
      expect(await room.free()).toEqual([])
      expect(await appointmentsOf(db, cast.member('anouk'))).toMatchObject([{ state: 'agreed' }])
    })
  })

  describe('who is in school', () => {
    it('is as everybody said of themselves; who stands in goes with the coordinator', async () => {
      const db = await open()
      const cast = await settleCast(db)
      const { karin, paul, anouk, sem } = cast.people
      await tellWeek(db, cast.member('karin'), { 1: 'all', 4: 'morning' })
      await tellWeek(db, cast.member('anouk'), { 1: 'all' })
      await tellDay(db, cast.member('sem'), { day: TODAY, isIn: false }, TODAY)
      expect(await chooseStandIn(db, cast.member('karin'), paul, NOW_MOMENT)).toBeNull()
      const who = await whoIsIn(db, cast.member('bram'), TODAY)
      expect([karin, anouk, sem, paul].map((id) => who.people.get(id))).toEqual([
        'morning',
        'out',
        'away',
        'unknown',
      ])
      expect(who.coordinators).toEqual([
        {
          id: karin,
          name: 'Karin',
          presence: 'morning',
          standIn: { id: paul, name: 'Paul', presence: 'unknown' },
        },
      ])
      await tellWeek(db, cast.member('karin'), {})
      await tellDay(db, cast.member('sem'), { day: TODAY, isIn: null }, TODAY)
      const anew = await whoIsIn(db, cast.member('bram'), TODAY)
      expect([karin, sem].map((id) => anew.people.get(id))).toEqual(['unknown', 'unknown'])
    })

    it('is for the people of the school alone', async () => {
      const db = await open()
      const cast = await settleCast(db)
      const other = await settleCast(db, { name: 'De Vlieger' })
      await tellWeek(db, cast.member('karin'), { 1: 'all' })
      const program = { kind: 'program', schoolId: cast.schoolId, tokenId: 'token' } as const
      expect((await daysOf(db, program)).size).toBe(0)
      expect((await whoIsIn(db, program, TODAY)).people.size).toBe(0)
      expect((await daysOf(db, other.member('karin'))).size).toBe(0)
    })

    it('refuses a day that has been, a stand-in from elsewhere, and who is no coordinator', async () => {
      const db = await open()
      const cast = await settleCast(db)
      const other = await settleCast(db, { name: 'De Vlieger' })
      const karin = cast.member('karin')
      const tell = (day: string) => tellDay(db, karin, { day: day as Day, isIn: false }, TODAY)
      expect(await tell('2026-11-18')).toEqual({ refused: 'day-gone-by', field: 'day' })
      expect(await tell('2029-01-01')).toEqual({ refused: 'day-unknown', field: 'day' })
      expect(await chooseStandIn(db, karin, karin.personId, NOW_MOMENT)).toMatchObject({
        refused: 'stand-in-is-you',
      })
      expect(await chooseStandIn(db, karin, other.people.paul, NOW_MOMENT)).toMatchObject({
        refused: 'stand-in-unknown',
      })
      expect(await chooseStandIn(db, cast.member('anouk'), cast.people.paul, NOW_MOMENT)).toEqual({
        refused: 'may-not',
      })
    })
  })

  describe('to whom one goes when somebody is not safe', () => {
    it('is set by who leads the school and read by everybody; who left is no longer named', async () => {
      const db = await open()
      const cast = await settleCast(db)
      const inside = { kind: 'child', person: cast.people.ineke, name: '', phone: '' } as const
      const outside = { kind: 'confidant-outside', person: null, name: 'Mira', phone: '06-12345678' } as const
      expect(await addSafe(db, cast.member('anouk'), inside)).toEqual({ refused: 'may-not' })
      const id = await addSafe(db, cast.member('paul'), outside)
      await addSafe(db, cast.member('karin'), inside)
      const named = async () => (await safePeople(db, cast.member('anouk'))).map(({ name }) => name)
      expect(await named()).toEqual(['Ineke', 'Mira'])
      await leave(db, cast.people.ineke)
      expect(await named()).toEqual(['Mira'])
      if (isRefusal(id)) throw new Error('refused')
      expect(await dropSafe(db, cast.member('sem'), id)).toEqual({ refused: 'may-not' })
      const other = await settleCast(db, { name: 'De Vlieger' })
      expect(await dropSafe(db, other.member('karin'), id)).toEqual({ refused: 'safe-gone' })
      expect(await dropSafe(db, cast.member('karin'), id)).toBeNull()
      expect(await named()).toEqual([])
    })
  })
})

const leave = (db: Parameters<typeof officeRoom>[0], person: string) =>
  db.write('server', (sql) =>
    sql
      .updateTable('person')
      .set({ left_on: TODAY })
      .where('id', '=', person as never)
      .execute(),
  )
