import { describe, expect, it } from 'vitest'
import { type Cast, NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { officeRoom } from '../../test/office-room.ts'
import { at } from '../../test/visit-room.ts'
import { newId } from '../kernel/id.ts'
import type { FeedKind } from './feed.ts'
import { eventsFor } from './feed-desk.ts'

const FIRST = '2026-11-19T15:00'

eachDatabase((open) => {
  describe('an appointment in a feed', () => {
    it('stands in those of its two, with whom and nothing else, until it is called off', async () => {
      const room = await officeRoom(await open())
      const { db, cast } = room
      const id = room.good(await room.book('anouk', FIRST, newId<'question'>()))
      const told = async (key: keyof Cast['people'], kind: FeedKind = 'own') => {
        const events = await eventsFor(kind, { db, actor: cast.member(key), language: 'nl', now: NOW_MOMENT })
        return events.filter(({ uid }) => uid.startsWith(id))
      }
      expect(await told('anouk')).toEqual([
        {
          uid: `${id}@rode-draad`,
          from: '2026-11-19',
          to: '2026-11-19',
          startsAt: at(FIRST),
          endsAt: at('2026-11-19T15:20'),
          title: 'Afspraak met Karin',
          place: 'kamer van Karin',
          href: `/office#a-${id}`,
        },
      ])
      expect((await told('karin')).map(({ title }) => title)).toEqual(['Afspraak met Anouk'])
      expect([await told('paul'), await told('bram'), await told('anouk', 'team')]).toEqual([[], [], []])
      await room.move('karin', id, '2026-11-19T15:20')
      expect((await told('anouk'))[0]?.startsAt).toBe(at('2026-11-19T15:20'))
      await room.cancel('anouk', id)
      expect([await told('anouk'), await told('karin')]).toEqual([[], []])
    })
  })
})
