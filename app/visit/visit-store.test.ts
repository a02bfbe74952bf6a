import { describe, expect, it } from 'vitest'
import { eventIn } from '../../test/calendar.ts'
import { NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { mails } from '../../test/mailbox.ts'
import { decidingOf, newMeeting } from '../../test/meeting-visit.ts'
import { at, slot, TUESDAY, visitRoom } from '../../test/visit-room.ts'
import type { VisitId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { attend } from '../meeting/attend-store.ts'
import { planMeeting } from '../meeting/meeting-write-store.ts'
import { offerMoments, offersOf, openOffers, withdrawOffer } from './offer-store.ts'
import { agreeVisit, callOffVisit, declineCover, goAlone, handOver, takeOver } from './visit-change-store.ts'
import { readVisit, visitsOf } from './visit-store.ts'

const NEXT_WEEK = '2026-12-01T09:30'

eachDatabase((open) => {
  describe('taking a class over', () => {
    it('is free for the team until somebody asks for it, and again when it is declined or called off', async () => {
      const room = await visitRoom(await open())
      const { db, cast } = room
      const free = async () => (await openOffers(db, cast.member('anouk'), NOW_MOMENT)).map(({ id }) => id)
      const offer = await room.offer('karin')
      expect(await free()).toEqual([offer])
      const first = (await room.ask('samira', 'lotte', { offer })) as VisitId
      expect(await free()).toEqual([])
      expect(await room.decline('lotte', first)).toBe('done')
      expect(await free()).toEqual([offer])
      const second = (await room.ask('bram', 'kees', { offer })) as VisitId
      await room.agree('kees', second)
      expect(await room.callOff('bram', second)).toBe('done')
      expect(await free()).toEqual([offer])
    })

    it('goes away with the cover who can not', async () => {
      const room = await visitRoom(await open())
      const id = await room.agreed()
      expect(await room.fallOut('karin', id)).toBe('done')
      expect(await openOffers(room.db, room.cast.member('samira'), NOW_MOMENT)).toEqual([])
    })

    it('of two who ask at once one has it', async () => {
      const room = await visitRoom(await open())
      const offer = await room.offer('karin')
      const pairs = [
        ['samira', 'lotte'],
        ['bram', 'kees'],
        ['noor', 'petra'],
        ['daan', 'wilma'],
      ] as const
      const answers = await Promise.all(pairs.map(([visitor, host]) => room.ask(visitor, host, { offer })))
      expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1)
      expect(answers.filter((answer) => isRefusal(answer) && answer.refused === 'offer-taken')).toHaveLength(
        3,
      )
    })

    it('of two who want the same colleague at once, at moments that overlap, one is asked', async () => {
      const room = await visitRoom(await open())
      const one = await room.offer('karin')
      const other = await room.offer('paul', '2026-11-24T09:45')
      const answers = await Promise.all([
        room.ask('samira', 'lotte', { offer: one }),
        room.ask('bram', 'lotte', { offer: other }),
      ])
      expect(answers.filter(isRefusal)).toEqual([{ refused: 'host-busy', field: 'moment' }])
    })

    it('is not offered twice at the same time, not even at once, and a series leaves out what is taken', async () => {
      const room = await visitRoom(await open())
      const { db, cast } = room
      const given = { slots: [slot(TUESDAY)], words: '' }
      const twice = await Promise.all(
        [1, 2].map(() => offerMoments(db, cast.member('karin'), given, NOW_MOMENT)),
      )
      expect(twice.filter(isRefusal)).toEqual([{ refused: 'you-busy', field: 'startsAt' }])
      const series = { slots: [slot('2026-11-24T09:45'), slot(NEXT_WEEK)], words: '' }
      expect(await offerMoments(db, cast.member('karin'), series, NOW_MOMENT)).toEqual({
        added: 1,
        leftOut: 1,
      })
    })

    it('is taken back by who offered it alone, and not once it is taken', async () => {
      const room = await visitRoom(await open())
      const { db, cast } = room
      const offer = await room.offer('karin')
      const back = (key: 'karin' | 'paul') => withdrawOffer(db, cast.member(key), offer, NOW_MOMENT)
      expect(await back('paul')).toEqual({ refused: 'offer-gone' })
      await room.ask('samira', 'lotte', { offer })
      expect(await back('karin')).toEqual({ refused: 'offer-taken' })
      await room.decline('lotte', (await visitsOf(db, cast.member('lotte')))[0]!.id)
      expect(await back('karin')).toBeNull()
      expect(await room.ask('samira', 'lotte', { offer })).toEqual({ refused: 'offer-gone', field: 'moment' })
    })

    it('takes over for neither of the two who are there', async () => {
      const room = await visitRoom(await open())
      const offer = await room.offer('lotte')
      expect(await room.ask('samira', 'lotte', { offer })).toMatchObject({ refused: 'cover-is-host' })
      expect(await room.ask('lotte', 'samira', { offer })).toMatchObject({ refused: 'cover-is-host' })
    })
  })

  describe('three calendars are kept free', () => {
    it('for visitor, host and cover: no second visit, offer or booking at the same time', async () => {
      const room = await visitRoom(await open())
      await room.asked()
      const own = { slot: slot('2026-11-24T09:45', 15) }
      expect(await room.ask('samira', 'kees', own)).toMatchObject({ refused: 'you-busy' })
      expect(await room.ask('bram', 'samira', own)).toMatchObject({ refused: 'host-busy' })
      expect(await room.ask('bram', 'lotte', own)).toMatchObject({ refused: 'host-busy' })
      expect(await room.ask('karin', 'bram', own)).toMatchObject({ refused: 'you-busy' })
      for (const key of ['samira', 'lotte', 'karin'] as const) {
        const given = { slots: [slot('2026-11-24T09:40', 15)], words: '' }
        expect(await offerMoments(room.db, room.cast.member(key), given, NOW_MOMENT)).toMatchObject({
          refused: 'you-busy',
        })
      }
      expect(await room.ask('bram', 'kees', own)).toEqual(expect.any(String))
      expect(await room.ask('samira', 'noor', { slot: slot('2026-11-24T10:00', 15) })).toEqual(
        expect.any(String),
      )
    })

    it('also the moment that was only proposed, and the one that it would take the place of', async () => {
      const room = await visitRoom(await open())
      const id = await room.agreed()
      expect(await room.propose('samira', id, { offer: await room.offer('paul', NEXT_WEEK) })).toBe('done')
      for (const clock of [TUESDAY, NEXT_WEEK])
        expect(await room.ask('bram', 'lotte', { slot: slot(clock) })).toMatchObject({ refused: 'host-busy' })
      expect(await room.decline('lotte', id)).toBe('done')
      expect(await room.ask('bram', 'lotte', { slot: slot(NEXT_WEEK) })).toEqual(expect.any(String))
      expect(await room.read(id)).toMatchObject({
        state: 'agreed',
        next: null,
        startsAt: at(TUESDAY),
        sequence: 0,
      })
    })

    it('for a team meeting that calls them, unless they said that they can not come', async () => {
      const db = await open()
      const room = await visitRoom(db)
      const { cast } = room
      const deciding = decidingOf(cast, { voters: [cast.people.samira, cast.people.lotte], quorum: 1 })
      const given = newMeeting(cast, { startsAt: at('2026-11-24T09:00'), minutes: 60, deciding })
      const meetingId = await planMeeting(db, cast.member('karin'), given, NOW_MOMENT)
      if (meetingId === null || isRefusal(meetingId)) throw new Error('no meeting was planned')
      expect(await room.ask('samira', 'noor', { slot: slot(TUESDAY) })).toMatchObject({ refused: 'you-busy' })
      expect(await room.ask('bram', 'lotte', { slot: slot(TUESDAY) })).toMatchObject({ refused: 'host-busy' })
      expect(await room.ask('bram', 'noor', { slot: slot(TUESDAY) })).toEqual(expect.any(String))
      const seat = {
        meetingId,
        schoolId: cast.schoolId,
        person: cast.people.samira,
        via: 'session',
        waitsAs: null,
        pass: null,
        actor: cast.member('samira'),
      } as const
      await attend(db, { seat, person: cast.people.samira, what: 'absent-notice', now: NOW_MOMENT })
      expect(await room.ask('samira', 'kees', { slot: slot(TUESDAY) })).toEqual(expect.any(String))
    })

    it('and a meeting that was called after the question is met by who says yes', async () => {
      const db = await open()
      const room = await visitRoom(db)
      const id = await room.asked()
      const { cast } = room
      const deciding = decidingOf(cast, { voters: [cast.people.lotte], quorum: 1 })
      const given = newMeeting(cast, {
        startsAt: at(TUESDAY),
        minutes: 60,
        deciding,
        chair: cast.people.paul,
      })
      await planMeeting(db, cast.member('paul'), given, NOW_MOMENT)
      expect(await room.agree('lotte', id)).toMatchObject({ refused: 'you-busy' })
    })
  })

  describe('a visit', () => {
    it('is read by the three alone, whatever their role', async () => {
      const room = await visitRoom(await open())
      const { db, cast } = room
      const id = await room.agreed()
      for (const key of ['samira', 'lotte', 'karin'] as const)
        expect(await readVisit(db, cast.member(key), id)).toMatchObject({ id })
      for (const key of ['paul', 'anouk'] as const)
        expect(await readVisit(db, cast.member(key), id)).toBeNull()
      expect(await visitsOf(db, cast.member('paul'), cast.people.samira)).toEqual([])
      expect(await visitsOf(db, cast.keeper, cast.people.samira)).toHaveLength(1)
      expect(await offersOf(db, cast.member('paul'), cast.people.karin)).toEqual([])
    })

    it('is answered by who was asked: yes, another moment, or no thanks', async () => {
      const room = await visitRoom(await open())
      const id = await room.asked()
      expect(await room.agree('samira', id)).toEqual({ refused: 'may-not' })
      expect(await room.agree('karin', id)).toEqual({ refused: 'may-not' })
      expect(await room.propose('lotte', id, { offer: await room.offer('paul', NEXT_WEEK) })).toBe('done')
      expect(await room.read(id)).toMatchObject({
        state: 'asked',
        waitsFor: room.cast.people.samira,
        startsAt: at(NEXT_WEEK),
        cover: room.cast.people.paul,
      })
      expect(await room.agree('samira', id)).toBe('done')
      expect(await room.read(id)).toMatchObject({ state: 'agreed', waitsFor: null })
    })

    it('of another school is not there', async () => {
      const db = await open()
      const room = await visitRoom(db)
      const id = await room.agreed()
      const other = await settleCast(db, { name: 'De Wilg' })
      const changing = { id, revision: 2, ...room.told('karin') }
      expect(await readVisit(db, other.member('karin'), id)).toBeNull()
      expect(await callOffVisit(db, other.member('karin'), changing, '')).toBeNull()
      const theirs = await visitRoom(db, other)
      const offer = await room.offer('paul', NEXT_WEEK)
      expect(await theirs.ask('samira', 'lotte', { offer })).toMatchObject({ refused: 'offer-gone' })
    })

    it('that changed since the form was drawn changes no more by it, also when two press at once', async () => {
      const room = await visitRoom(await open())
      const { db, cast } = room
      const id = await room.asked()
      const [lotte, samira] = [await room.changing(id, 'lotte'), await room.changing(id, 'samira')]
      const answers = await Promise.all([
        agreeVisit(db, cast.member('lotte'), lotte),
        callOffVisit(db, cast.member('samira'), samira, ''),
      ])
      expect(answers.filter((answer) => answer === 'done')).toHaveLength(1)
      expect(answers).toContainEqual({ refused: 'changed' })
    })

    it('is called off by each of the two, and by nobody else', async () => {
      for (const key of ['samira', 'lotte'] as const) {
        const room = await visitRoom(await open())
        const id = await room.agreed()
        const outsider = { id, revision: 2, ...room.told('paul') }
        expect(await callOffVisit(room.db, room.cast.member('paul'), outsider, '')).toBeNull()
        expect(await room.callOff('karin', id)).toEqual({ refused: 'may-not' })
        expect(await room.callOff(key, id)).toBe('done')
        expect(await room.read(id)).toMatchObject({ state: 'cancelled', sequence: 1 })
        expect(await room.callOff(key, id)).toEqual({ refused: 'ended' })
      }
    })
  })

  describe('the cover', () => {
    it('asks a colleague to do it instead, who says yes: the moment stays, the name changes', async () => {
      const room = await visitRoom(await open())
      const { db, cast } = room
      const id = await room.agreed()
      const wish = await room.changing(id, 'karin')
      expect(await handOver(db, cast.member('karin'), wish, cast.people.paul)).toBe('done')
      expect(await room.read(id)).toMatchObject({ cover: cast.people.karin, newCover: cast.people.paul })
      expect(await takeOver(db, cast.member('paul'), await room.changing(id, 'paul'))).toBe('done')
      expect(await room.read(id)).toMatchObject({ cover: cast.people.paul, newCover: null, sequence: 1 })
      expect(await readVisit(db, cast.member('karin'), id)).toBeNull()
      expect(await openOffers(db, cast.member('anouk'), NOW_MOMENT)).toEqual([])
      expect(await room.offer('karin')).toEqual(expect.any(String))
    })

    it('keeps it when the colleague can not, and asks nobody who is in it or busy', async () => {
      const room = await visitRoom(await open())
      const { db, cast } = room
      const id = await room.agreed()
      const wish = async (key: 'paul' | 'lotte' | 'bram') =>
        handOver(db, cast.member('karin'), await room.changing(id, 'karin'), cast.people[key])
      await room.offer('bram')
      expect(await wish('lotte')).toMatchObject({ refused: 'cover-unknown' })
      expect(await wish('bram')).toMatchObject({ refused: 'cover-busy' })
      expect(await wish('paul')).toBe('done')
      expect(await takeOver(db, cast.member('samira'), await room.changing(id, 'samira'))).toEqual({
        refused: 'may-not',
      })
      expect(await declineCover(db, cast.member('paul'), await room.changing(id, 'paul'))).toBe('done')
      expect(await room.read(id)).toMatchObject({ cover: cast.people.karin, newCover: null, sequence: 0 })
    })

    it('falls out and the visit stays: its visitor asks a colleague, who takes the class over', async () => {
      const room = await visitRoom(await open())
      const { db, cast } = room
      const id = await room.agreed()
      expect(await room.fallOut('lotte', id)).toEqual({ refused: 'may-not' })
      expect(await room.fallOut('karin', id)).toBe('done')
      expect(await room.read(id)).toMatchObject({ state: 'agreed', cover: null, coverLeftAt: NOW_MOMENT })
      expect(await readVisit(db, cast.member('karin'), id)).toBeNull()
      const wish = async (key: 'lotte' | 'samira') =>
        handOver(db, cast.member(key), await room.changing(id, key), cast.people.paul)
      expect(await wish('lotte')).toEqual({ refused: 'may-not' })
      expect(await wish('samira')).toBe('done')
      expect(await declineCover(db, cast.member('paul'), await room.changing(id, 'paul'))).toBe('done')
      expect(await wish('samira')).toBe('done')
      expect(await takeOver(db, cast.member('paul'), await room.changing(id, 'paul'))).toBe('done')
      expect(await room.read(id)).toMatchObject({
        cover: cast.people.paul,
        coverLeftAt: null,
        state: 'agreed',
      })
    })

    it('that fell out need not be found again: the visitor goes without, or to another moment', async () => {
      const room = await visitRoom(await open())
      const { db, cast } = room
      const id = await room.agreed()
      const alone = async (key: 'lotte' | 'samira') =>
        goAlone(db, cast.member(key), await room.changing(id, key))
      expect(await alone('samira')).toEqual({ refused: 'may-not' })
      await room.fallOut('karin', id)
      expect(await alone('lotte')).toEqual({ refused: 'may-not' })
      const other = { offer: await room.offer('paul', '2026-12-01T09:30') }
      expect(await room.propose('samira', id, other)).toBe('done')
      expect(await room.agree('lotte', id)).toBe('done')
      expect(await room.read(id)).toMatchObject({ cover: cast.people.paul, coverLeftAt: null })
      await room.fallOut('paul', id)
      expect(await alone('samira')).toBe('done')
      expect(await room.read(id)).toMatchObject({ cover: null, coverLeftAt: null, state: 'agreed' })
    })
  })

  describe('letters', () => {
    const lettersOf = async (room: Awaited<ReturnType<typeof visitRoom>>) =>
      (await mails(room.db)).map(({ kind, to_address, calendar }) => {
        const event = calendar ? eventIn(calendar) : null
        return [kind, to_address.split('@')[0], event && `${event['METHOD']} ${event['SEQUENCE']}`]
      })

    it('ask one, and tell all three when it is agreed, each for the own calendar', async () => {
      const room = await visitRoom(await open())
      const id = await room.asked()
      expect(await lettersOf(room)).toEqual([['visit-asked', 'lotte', null]])
      await room.agree('lotte', id)
      expect(
        (await lettersOf(room))
          .slice(1)
          .map((one) => one.join(' '))
          .sort(),
      ).toEqual([
        'visit-agreed karin REQUEST 0',
        'visit-agreed lotte REQUEST 0',
        'visit-agreed samira REQUEST 0',
      ])
      const [ask, ...agreed] = await mails(room.db)
      expect(ask?.subject).toBe('Mag een collega komen kijken? dinsdag 24 november')
      expect(ask?.body).toContain('Samira wil graag bij jou komen kijken')
      expect(ask?.body).toContain('dinsdag 24 november, van 09.30 tot 10.00 uur')
      expect(ask?.body).not.toContain('Hoe begint de les?')
      const bodyTo = (name: string) => agreed.find(({ to_address }) => to_address.startsWith(name))?.body
      expect(bodyTo('samira')).toContain('Jij gaat kijken bij Lotte.')
      expect(bodyTo('lotte')).toContain('Samira komt bij jou kijken.')
      expect(bodyTo('karin')).toContain('Samira gaat kijken bij Lotte.')
      const karin = agreed.find(({ to_address }) => to_address.startsWith('karin'))
      expect(eventIn(karin?.calendar ?? '')).toMatchObject({
        UID: `${id}@rode-draad`,
        DTSTART: '20261124T083000Z',
        DTEND: '20261124T090000Z',
        SUMMARY: 'Groep van Samira overnemen',
      })
    })

    it('tell of another moment only once the other said yes, and release who is out of it', async () => {
      const room = await visitRoom(await open())
      const id = await room.agreed()
      const before = (await lettersOf(room)).length
      await room.propose('samira', id, { offer: await room.offer('paul', NEXT_WEEK) })
      expect((await lettersOf(room)).slice(before)).toEqual([['visit-other-moment', 'lotte', null]])
      await room.agree('lotte', id)
      expect(
        (await lettersOf(room))
          .slice(before + 1)
          .map((one) => one.join(' '))
          .sort(),
      ).toEqual([
        'visit-cover-released karin CANCEL 1',
        'visit-moved lotte REQUEST 1',
        'visit-moved paul REQUEST 1',
        'visit-moved samira REQUEST 1',
      ])
    })

    it('tell all three that it is off, with what was said along, and take it out of calendars', async () => {
      const room = await visitRoom(await open())
      const id = await room.agreed()
      const before = (await lettersOf(room)).length
      await room.callOff('lotte', id, 'De groep is op excursie.')
      expect(
        (await lettersOf(room))
          .slice(before)
          .map((one) => one.join(' '))
          .sort(),
      ).toEqual([
        'visit-cancelled karin CANCEL 1',
        'visit-cancelled lotte CANCEL 1',
        'visit-cancelled samira CANCEL 1',
      ])
      expect((await mails(room.db)).at(-1)?.body).toContain('Lotte schrijft: De groep is op excursie.')
    })

    it('speak to who called it off', async () => {
      const room = await visitRoom(await open())
      const id = await room.agreed()
      await room.callOff('lotte', id)
      const off = (await mails(room.db)).filter(({ kind }) => kind === 'visit-cancelled')
      const bodyTo = (name: string) => off.find(({ to_address }) => to_address.startsWith(name))?.body
      expect(bodyTo('lotte')).toContain('Je zei het bezoek van Samira bij Lotte af.')
      expect(bodyTo('samira')).toContain('Lotte zegt het bezoek van Samira bij Lotte af.')
    })

    it('of a cover who falls out go to the visitor, and free the calendar of who fell out', async () => {
      const room = await visitRoom(await open())
      const { db, cast } = room
      const id = await room.agreed()
      const before = (await lettersOf(room)).length
      await room.fallOut('karin', id)
      expect((await lettersOf(room)).slice(before)).toEqual([
        ['visit-cover-gone', 'samira', null],
        ['visit-cover-released', 'karin', 'CANCEL 1'],
      ])
      const wish = { ...(await room.changing(id, 'samira')), ...room.told('samira') }
      await handOver(db, cast.member('samira'), wish, cast.people.paul)
      const asked = (await mails(db)).at(-1)
      expect(asked).toMatchObject({ kind: 'visit-cover-asked' })
      expect(asked?.body).toContain('Samira zoekt iemand die de groep overneemt')
      await declineCover(db, cast.member('paul'), await room.changing(id, 'paul'))
      expect((await lettersOf(room)).at(-1)).toEqual(['visit-cover-none', 'samira', null])
    })

    it('of a visit that waited still for its answer touch no calendar when the cover falls out', async () => {
      const room = await visitRoom(await open())
      const id = await room.asked()
      await room.fallOut('karin', id)
      expect((await lettersOf(room)).slice(1)).toEqual([['visit-cover-gone', 'samira', null]])
      expect(await room.agree('lotte', id)).toBe('done')
    })

    it('tell who asked that it will not be, and nobody of a question that was refused', async () => {
      const room = await visitRoom(await open())
      const id = await room.asked()
      await room.decline('lotte', id)
      await room.ask('samira', 'lotte', { offer: id as never })
      expect((await lettersOf(room)).slice(1)).toEqual([['visit-declined', 'samira', null]])
    })

    it('of swapping the cover go to who is asked, then to all, and the old cover is released', async () => {
      const room = await visitRoom(await open())
      const { db, cast } = room
      const id = await room.agreed()
      const before = (await lettersOf(room)).length
      await handOver(db, cast.member('karin'), await room.changing(id, 'karin'), cast.people.paul)
      expect((await lettersOf(room)).slice(before)).toEqual([['visit-cover-asked', 'paul', null]])
      const took = { ...(await room.changing(id, 'paul')), ...room.told('paul') }
      await takeOver(db, cast.member('paul'), took)
      expect(
        (await lettersOf(room))
          .slice(before + 1)
          .map((one) => one.join(' '))
          .sort(),
      ).toEqual([
        'visit-cover-released karin CANCEL 1',
        'visit-other-cover lotte REQUEST 1',
        'visit-other-cover paul REQUEST 1',
        'visit-other-cover samira REQUEST 1',
      ])
    })
  })
})
