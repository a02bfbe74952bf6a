import { describe, expect, it } from 'vitest'
import { eventIn } from '../../test/calendar.ts'
import { NOW, NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { mails } from '../../test/mailbox.ts'
import { type Key, peerRoom, THURSDAY } from '../../test/peer-room.ts'
import { slot } from '../../test/visit-room.ts'
import { eventsFor } from '../calendar/feed-desk.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { PeerGroupId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { offerMoments } from '../visit/offer-store.ts'
import { reframePeers } from './peer-act-store.ts'
import { groupsEach, peerMomentsOf, peersOf, peersSeen } from './peer-store.ts'
import { forgetPeers } from './peer-tidy-store.ts'

type Room = Awaited<ReturnType<typeof peerRoom>>
const TODAY = '2026-11-19' as Day
const idOf = (answer: Awaited<ReturnType<Room['ask']>>): PeerGroupId => {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer))
  return answer
}
const seenBy = async ({ db, cast }: Room, key: Key, today = TODAY) =>
  (await peersSeen(db, cast.member(key), today)).map(({ people }) => [...people].sort())
const rowsOf = ({ db, cast }: Room) =>
  db.read(cast, async (sql) => {
    const counts: number[] = []
    for (const table of ['peer_group', 'peer_member', 'peer_agreement', 'peer_moment'] as const)
      counts.push((await sql.selectFrom(table).selectAll().execute()).length)
    return counts
  })

eachDatabase((open) => {
  describe('learning together', () => {
    it('is asked once, however often the form comes in', async () => {
      const room = await peerRoom(await open())
      const first = idOf(await room.ask('petra', ['lotte']))
      expect(await room.ask('petra', ['lotte'])).toBe(first)
      expect(await peersOf(room.db, room.cast.member('petra'))).toHaveLength(1)
    })

    it('is known to the coordinator and the two, to the team when both show it, to no program', async () => {
      const room = await peerRoom(await open())
      const id = await room.together('petra', 'lotte')
      const two = [room.cast.people.lotte, room.cast.people.petra].sort()
      for (const key of ['petra', 'lotte', 'karin'] as const) expect(await seenBy(room, key)).toEqual([two])
      for (const key of ['paul', 'anouk'] as const) expect(await seenBy(room, key)).toEqual([])
      await room.show('petra', id, true)
      expect(await seenBy(room, 'anouk')).toEqual([])
      await room.show('lotte', id, true)
      expect(await seenBy(room, 'anouk')).toEqual([two])
      expect(await seenBy(room, 'karin', '2026-12-19' as Day)).toEqual([])
      const program = { kind: 'program', schoolId: room.cast.schoolId, tokenId: 'token' } as const
      expect(await peersSeen(room.db, program, TODAY)).toEqual([])
      expect(await peersOf(room.db, program)).toEqual([])
      const other = await peerRoom(room.db)
      expect(await seenBy(other, 'karin')).toEqual([])
    })

    it('before there is a yes nobody else knows of it', async () => {
      const room = await peerRoom(await open())
      await room.ask('petra', ['lotte'])
      expect(await seenBy(room, 'karin')).toEqual([])
      expect((await groupsEach(room.db, room.cast.member('anouk'), TODAY)).get(room.cast.people.lotte)).toBe(
        undefined,
      )
    })

    it('sends letters without a word of what they wrote, and moments as an invitation for the calendar', async () => {
      const room = await peerRoom(await open())
      const id = await room.together('petra', 'lotte')
      await room.agree('petra', id, 'kanarie-afspraak')
      await room.brought('petra', id, 'kanarie-voor-mij')
      await room.meet('petra', id, THURSDAY, 'groep 5')
      await room.callOff('lotte', id)
      await room.leave('lotte', id)
      const letters = await mails(room.db)
      expect(letters.map(({ kind, to_address }) => `${kind} ${to_address.split('@')[0]}`)).toEqual([
        'peer-asked lotte',
        'peer-yes petra',
        'peer-moment petra',
        'peer-moment lotte',
        'peer-called-off petra',
        'peer-called-off lotte',
        'peer-left petra',
      ])
      for (const { subject, body } of letters) {
        expect(`${subject} ${body}`).not.toMatch(/kanarie|Rustig blijven/)
        expect(subject).not.toMatch(/Petra|Lotte/)
      }
      expect(letters[0]?.body).toContain('Petra vraagt of je een tijd samen wilt leren.')
      const invitation = eventIn(letters[3]?.calendar ?? '')
      expect(invitation).toMatchObject({ SUMMARY: 'Samen leren met Petra', METHOD: 'REQUEST' })
      expect(eventIn(letters[5]?.calendar ?? '')).toMatchObject({ METHOD: 'CANCEL', SEQUENCE: '1' })
    })

    it('stands in the private feed of both, without what it is about', async () => {
      const room = await peerRoom(await open())
      const id = await room.together('petra', 'lotte')
      await room.meet('lotte', id, THURSDAY, 'groep 5')
      for (const [key, other] of [
        ['petra', 'Lotte'],
        ['lotte', 'Petra'],
      ] as const) {
        const at = { db: room.db, actor: room.cast.member(key), language: 'nl', now: NOW_MOMENT } as const
        const own = (await eventsFor('own', at)).filter(({ href }) => href.startsWith('/peers/'))
        expect(own).toMatchObject([
          { title: `Samen leren met ${other}`, place: 'groep 5', ...slot(THURSDAY) },
        ])
        const team = await eventsFor('team', at)
        expect(team.some(({ href }) => href.startsWith('/peers/'))).toBe(false)
      }
      await room.callOff('petra', id)
      expect(await peerMomentsOf(room.db, room.cast.member('lotte'))).toEqual([])
    })

    it('takes no moment at which one of them has something else, and does not say what', async () => {
      const room = await peerRoom(await open())
      const id = await room.together('petra', 'lotte')
      const lotte = room.cast.member('lotte')
      await offerMoments(room.db, lotte, { slots: [slot(THURSDAY)], words: '' }, NOW_MOMENT)
      expect(await room.meet('petra', id)).toEqual({ refused: 'member-busy', field: 'startsAt' })
      expect(await room.meet('petra', id, '2026-11-27T15:30')).toBe('done')
      const other = await room.together('lotte', 'kees')
      expect(await room.meet('kees', other, '2026-11-27T15:45')).toMatchObject({ refused: 'member-busy' })
      expect(await room.meet('kees', other, '2026-11-27T16:00')).toBe('done')
    })

    it('of two who write at once loses nothing', async () => {
      const room = await peerRoom(await open())
      const id = await room.together('petra', 'lotte')
      await Promise.all([
        room.agree('petra', id, 'van Petra'),
        room.agree('lotte', id, 'van Lotte'),
        room.brought('petra', id, 'voor Petra'),
        room.brought('lotte', id, 'voor Lotte'),
      ])
      const seen = await room.seen('petra', id)
      expect(seen?.agreements.map(({ text }) => text).sort()).toEqual(['van Lotte', 'van Petra'])
      const kept = await Promise.all([
        room.kept('petra', id, 'van Petra', ''),
        room.kept('lotte', id, 'van Lotte', ''),
      ])
      expect(kept.filter((one) => one === 'done')).toHaveLength(1)
      expect(kept.find((one) => one !== 'done')).toEqual({ refused: 'changed', field: 'kept' })
      const stale = { ...room.at('petra', id), revision: 1 }
      const frame = { aim: 'Iets anders', topic: null, to: '2026-12-18' as Day }
      expect(await reframePeers(room.db, room.cast.member('petra'), stale, frame)).toEqual({
        refused: 'changed',
      })
    })

    it('two yeses and a third question at once never make four', async () => {
      const room = await peerRoom(await open())
      const id = idOf(await room.ask('petra', ['lotte', 'kees']))
      const answers = await Promise.all([
        room.answer('lotte', id, true),
        room.answer('kees', id, true),
        room.another('petra', id, 'sem'),
      ])
      expect(answers.filter((one) => one === 'done')).toHaveLength(2)
      expect((await room.seen('petra', id))?.members).toHaveLength(3)
    })

    it('leaves nothing behind when nobody ever said yes', async () => {
      const room = await peerRoom(await open())
      const id = idOf(await room.ask('petra', ['lotte']))
      expect(await room.leave('petra', id)).toBe('done')
      expect(await rowsOf(room)).toEqual([0, 0, 0, 0])
      expect(await room.seen('lotte', id)).toBeNull()
    })
  })

  describe('what is forgotten', () => {
    it('is all of it, a year after it was closed or its term was over', async () => {
      const room = await peerRoom(await open())
      const closed = await room.together('petra', 'lotte')
      await room.agree('petra', closed, 'Blijft onder ons.')
      await room.meet('petra', closed)
      await room.close('petra', closed)
      await room.together('kees', 'noor')
      await forgetPeers(room.db, new Date('2027-11-18T04:00:00Z'))
      expect((await rowsOf(room))[0]).toBe(2)
      await forgetPeers(room.db, new Date('2027-11-21T04:00:00Z'))
      expect(await rowsOf(room)).toEqual([1, 2, 0, 0])
      await forgetPeers(room.db, new Date('2027-12-20T04:00:00Z'))
      expect(await rowsOf(room)).toEqual([0, 0, 0, 0])
    })

    it('is a question that nobody answered, a month after its term', async () => {
      const room = await peerRoom(await open())
      await room.ask('petra', ['lotte'])
      await forgetPeers(room.db, new Date('2027-01-16T04:00:00Z'))
      expect((await rowsOf(room))[0]).toBe(1)
      await forgetPeers(room.db, new Date('2027-01-19T04:00:00Z'))
      expect(await rowsOf(room)).toEqual([0, 0, 0, 0])
    })

    it('is what who left the school wrote alone; the others are told and read the rest on', async () => {
      const room = await peerRoom(await open())
      const id = await room.together('petra', 'lotte')
      await room.agree('lotte', id, 'Blijft onder ons.')
      await room.brought('lotte', id, 'kanarie-voor-lotte')
      await room.meet('petra', id)
      await room.db.write(room.cast, (sql) =>
        sql
          .updateTable('person')
          .set({ left_on: '2026-11-18' as Day })
          .where('id', '=', room.cast.people.lotte)
          .execute(),
      )
      const told: string[] = []
      const forget = () =>
        forgetPeers(
          room.db,
          NOW,
          () =>
            async (_at, { after, by }) =>
              void told.push(`${after.id} ${by}`),
        )
      await forget()
      await forget()
      expect(told).toEqual([`${id} null`])
      const seen = await room.seen('petra', id)
      expect(seen?.closedAt).toBe(NOW.toISOString() as Moment)
      expect(seen?.agreements).toHaveLength(1)
      expect(seen?.moments.every(({ cancelledAt }) => cancelledAt !== null)).toBe(true)
      const rows = await room.db.read(room.cast, (sql) => sql.selectFrom('peer_member').selectAll().execute())
      expect(JSON.stringify(rows)).not.toContain('kanarie')
    })
  })
})
