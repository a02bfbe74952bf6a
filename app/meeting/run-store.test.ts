import { describe, expect, it } from 'vitest'
import { settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { meetingRoom } from '../../test/meeting-room.ts'
import { decidingOf } from '../../test/meeting-visit.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { isHere } from './meeting.ts'
import { markOf, type RunAct } from './run.ts'
import { leadMeeting } from './run-store.ts'

const MINUTE = 60_000

async function running(db: Db) {
  const room = await meetingRoom(db)
  await room.open()
  const now = () => room.clock.now.toISOString() as Moment
  const wait = (minutes: number) => {
    room.clock.now = new Date(room.clock.now.getTime() + minutes * MINUTE)
  }
  const lead = (act: RunAct, key: 'karin' | 'anouk' | 'petra' = 'karin') =>
    leadMeeting(db, room.seatOf(key), act, now())
  const mark = async () => {
    const { meeting, items } = await room.now()
    return markOf({ items, current: meeting.current })
  }
  return { room, wait, lead, mark, now }
}

eachDatabase((open) => {
  describe('leading a meeting', () => {
    it('opens with who is left of those with a voice, and notes who opened it as present', async () => {
      const db = await open()
      const room = await meetingRoom(db)
      await db.write(room.cast, (sql) =>
        sql
          .updateTable('person')
          .set({ left_on: '2026-11-01' as never })
          .where('id', 'in', [room.cast.people.petra, room.cast.people.youssef, room.cast.people.bram])
          .execute(),
      )
      await room.open()
      const { meeting, attendance } = await room.now()
      expect(meeting).toMatchObject({ phase: 'running', opened: { by: room.cast.people.karin } })
      expect(meeting.deciding.voters).toHaveLength(3)
      expect(meeting.deciding.quorum).toBe(3)
      expect(attendance.filter(isHere).map(({ person }) => person)).toEqual([room.cast.people.karin])
    })

    it('goes on once when two tap at the same moment, and keeps the time of each item', async () => {
      const { room, wait, lead, mark } = await running(await open())
      await room.next()
      wait(7)
      const at = await mark()
      const next: RunAct = { act: 'next', mark: at, leave: 'done' }
      const both = await Promise.all([lead(next), lead(next, 'anouk')])
      expect(new Set(both.map((one) => (typeof one === 'string' ? one : one?.refused)))).toEqual(
        new Set(['led', 'moved-on']),
      )
      const { items, meeting } = await room.now()
      expect(items.map(({ state }) => state)).toEqual(['done', 'current', 'to-come'])
      expect(items[0]?.spent).toBe(7 * 60)
      expect(meeting.current?.item).toBe(items[1]?.id)
    })

    it('stays at an item while its round is open, and goes on after', async () => {
      const { room, lead, mark } = await running(await open())
      await room.next()
      await room.stage('consent')
      await room.openRound()
      const next: RunAct = { act: 'next', mark: await mark(), leave: 'done' }
      expect(await lead(next)).toEqual({ refused: 'round-still-open' })
      expect(await lead({ act: 'close', mark: await mark(), left: new Map() })).toEqual({
        refused: 'round-still-open',
      })
      await room.closeRound()
      expect(await lead(next)).toBe('led')
    })

    it('closes with the rest moved on, and opens again within the hour by the chair', async () => {
      const { room, wait, lead, mark } = await running(await open())
      await room.next()
      wait(3)
      await lead({ act: 'close', mark: await mark(), left: new Map() }, 'anouk')
      const { items, meeting } = await room.now()
      expect(meeting).toMatchObject({
        phase: 'closed',
        current: null,
        closed: { by: room.cast.people.anouk },
      })
      expect(items.map(({ state, spent }) => [state, spent])).toEqual([
        ['done', 180],
        ['carried', 0],
        ['carried', 0],
      ])
      expect(await lead({ act: 'reopen' }, 'anouk')).toEqual({ refused: 'only-chair-reopens' })
      expect(await lead({ act: 'reopen' })).toBe('led')
      expect((await room.now()).meeting).toMatchObject({ phase: 'running', closed: null })
    })

    it('is for the chair and the minute-taker alone, of this school', async () => {
      const db = await open()
      const { room, lead, mark, now } = await running(db)
      const act: RunAct = { act: 'next', mark: await mark(), leave: 'done' }
      expect(await lead(act, 'petra')).toEqual({ refused: 'only-who-leads' })
      const guest = { ...room.seatOf('karin'), person: null, via: 'pass', actor: room.cast.keeper } as const
      expect(await leadMeeting(db, guest, act, now())).toEqual({ refused: 'guest-watches' })
      const byPass = { ...room.seatOf('karin'), via: 'pass', actor: room.cast.keeper } as const
      expect(await leadMeeting(db, byPass, act, now())).toEqual({ refused: 'only-who-leads' })
      const other = await settleCast(db, { name: 'Elders' })
      const elsewhere = { ...room.seatOf('karin'), schoolId: other.schoolId, actor: other.member('karin') }
      expect(await leadMeeting(db, elsewhere, act, now())).toBeNull()
      expect((await room.now()).meeting.current).toBeNull()
    })

    it('leaves nothing behind of an act that comes too late', async () => {
      const { room, lead, mark } = await running(await open())
      const before = await mark()
      await room.next()
      const { revision } = (await room.now()).meeting
      expect(await lead({ act: 'next', mark: before, leave: 'done' })).toEqual({ refused: 'moved-on' })
      expect((await room.now()).meeting.revision).toBe(revision)
    })

    it('keeps a quorum that can be reached when nobody is left with a voice', async () => {
      const db = await open()
      const room = await meetingRoom(db, {})
      expect(decidingOf(room.cast).quorum).toBe(4)
      await db.write(room.cast, (sql) =>
        sql
          .updateTable('person')
          .set({ left_on: '2026-11-01' as never })
          .where('id', 'in', (await_) => await_.selectFrom('meeting_voter').select('person_id'))
          .where('id', '!=', room.cast.people.karin)
          .execute(),
      )
      await room.open()
      expect((await room.now()).meeting.deciding).toMatchObject({
        quorum: 1,
        voters: [room.cast.people.karin],
      })
    })
  })
})
