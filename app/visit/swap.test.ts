import { describe, expect, it } from 'vitest'
import { eventIn } from '../../test/calendar.ts'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { mails } from '../../test/mailbox.ts'
import { at, slot, TUESDAY, visitRoom } from '../../test/visit-room.ts'
import type { VisitId } from '../kernel/id.ts'
import { askBySwap } from './letter-desk.ts'
import type { SwapId } from './swap.ts'
import { askSwap, endSwap, openSwapsOf, sayYes } from './swap-store.ts'

const THURSDAY = '2026-11-26T11:00'

eachDatabase((open) => {
  /** Samira at Lotte's on Tuesday with Karin, Bram at Kees's on Thursday with Paul. */
  const two = async () => {
    const room = await visitRoom(await open())
    const { db, cast } = room
    const first = await room.agreed()
    const second = (await room.ask('bram', 'kees', { offer: await room.offer('paul', THURSDAY) })) as VisitId
    await room.agree('kees', second)
    type Key = keyof typeof cast.people
    const swapping = (key: Key) => {
      const { now, tell } = room.told(key)
      const sending = { actor: cast.member(key), now, origin: 'https://plan.example', from: null }
      return { now, tell, ask: askBySwap(sending) }
    }
    const ask = (key: Key = 'samira', who: Key = 'bram') =>
      askSwap(db, cast.member(key), { visit: first, with: cast.people[who] }, swapping(key))
    const open1 = async (key: Key) => (await openSwapsOf(db, cast.member(key), NOW_MOMENT))[0] ?? null
    const idOf = async (key: Key) => (await open1(key))?.swap.id as SwapId
    const yes = async (key: Key, swap: SwapId, other: VisitId | null = null) =>
      sayYes(db, cast.member(key), { swap, other }, swapping(key))
    return { ...room, askVisit: room.ask, first, second, ask, open1, idOf, yes }
  }

  describe('swapping moments', () => {
    it('goes by a yes of the colleague and of both who are visited, and changes both visits at once', async () => {
      const room = await two()
      const { cast, first, second } = room
      expect(await room.ask()).toBe('done')
      const swap = await room.idOf('bram')
      expect(await room.open1('lotte')).toBeNull()
      expect(await room.yes('bram', swap, second)).toBe('waits')
      expect(await room.yes('lotte', swap)).toBe('waits')
      expect(await room.read(first)).toMatchObject({ startsAt: at(TUESDAY), sequence: 0 })
      expect(await room.yes('kees', swap)).toBe('swapped')
      expect(await room.read(first)).toMatchObject({
        startsAt: at(THURSDAY),
        cover: cast.people.paul,
        sequence: 1,
      })
      expect(await room.read(second, 'bram')).toMatchObject({
        startsAt: at(TUESDAY),
        cover: cast.people.karin,
        sequence: 1,
      })
      expect(await room.open1('bram')).toBeNull()
    })

    it('tells everybody whose calendar changes', async () => {
      const room = await two()
      await room.ask()
      const before = (await mails(room.db)).length
      const swap = await room.idOf('bram')
      await room.yes('bram', swap, room.second)
      const asked = (await mails(room.db)).slice(before)
      expect(asked.map(({ kind, to_address }) => `${kind} ${to_address.split('@')[0]}`).sort()).toEqual([
        'visit-swap-host kees',
        'visit-swap-host lotte',
      ])
      await room.yes('lotte', swap)
      await room.yes('kees', swap)
      const told = (await mails(room.db)).slice(before + 2).map(({ kind, to_address, calendar }) => {
        const event = eventIn(calendar ?? '')
        return `${to_address.split('@')[0]} ${kind} ${event['METHOD']} ${event['UID']?.startsWith(room.first) ? 1 : 2}`
      })
      expect(told.sort()).toEqual([
        'bram visit-moved REQUEST 2',
        'karin visit-cover-released CANCEL 1',
        'karin visit-moved REQUEST 2',
        'kees visit-moved REQUEST 2',
        'lotte visit-moved REQUEST 1',
        'paul visit-cover-released CANCEL 2',
        'paul visit-moved REQUEST 1',
        'samira visit-moved REQUEST 1',
      ])
    })

    it('who is asked reads the moment in the letter, and no more', async () => {
      const room = await two()
      await room.ask()
      const letter = (await mails(room.db)).at(-1)
      expect(letter).toMatchObject({ kind: 'visit-swap-asked', to_address: 'bram@regenboog.example' })
      expect(letter?.body).toContain('dinsdag 24 november')
      expect(letter?.body).not.toMatch(/Lotte|Karin|Hoe begint/)
    })

    it('is asked for the own visit, answered by who is asked, with an own visit', async () => {
      const room = await two()
      expect(await room.ask('lotte')).toEqual({ refused: 'may-not' })
      expect(await room.ask('samira', 'lotte')).toMatchObject({ refused: 'cover-unknown' })
      await room.ask()
      const swap = await room.idOf('samira')
      expect(await room.yes('kees', swap)).toEqual({ refused: 'may-not' })
      expect(await room.yes('samira', swap)).toEqual({ refused: 'may-not' })
      expect(await room.yes('bram', swap, room.first)).toMatchObject({ refused: 'nothing-to-swap' })
      expect(await room.yes('bram', swap)).toMatchObject({ refused: 'nothing-to-swap' })
    })

    it('does not go when somebody has something else then', async () => {
      const room = await two()
      await room.ask('samira', 'bram')
      const swap = await room.idOf('bram')
      expect(await room.yes('bram', swap, room.second)).toBe('waits')
      const { db, cast } = room
      const busy = await room.offer('lotte', THURSDAY)
      expect(busy).toEqual(expect.any(String))
      await room.yes('kees', swap)
      expect(await room.yes('lotte', swap)).toEqual({ refused: 'you-busy' })
      expect(await endSwap(db, cast.member('lotte'), swap, NOW_MOMENT)).toBe('no')
    })

    it('ends with a no, a question taken back, or a visit that goes another way', async () => {
      for (const ending of ['no', 'withdrawn', 'off'] as const) {
        const room = await two()
        const { db, cast } = room
        await room.ask()
        const swap = await room.idOf('bram')
        if (ending === 'no') expect(await endSwap(db, cast.member('bram'), swap, NOW_MOMENT)).toBe('no')
        if (ending === 'withdrawn')
          expect(await endSwap(db, cast.member('samira'), swap, NOW_MOMENT)).toBe('withdrawn')
        if (ending === 'off') await room.callOff('lotte', room.first)
        expect(await room.open1('bram')).toBeNull()
        expect(await room.yes('bram', swap, room.second)).toEqual({ refused: 'swap-gone' })
      }
    })

    it('is not ended by who has no part in it', async () => {
      const room = await two()
      await room.ask()
      const swap = await room.idOf('bram')
      expect(await endSwap(room.db, room.cast.member('paul'), swap, NOW_MOMENT)).toEqual({
        refused: 'may-not',
      })
    })

    it('of two last answers at once changes the visits once', async () => {
      const room = await two()
      await room.ask()
      const swap = await room.idOf('bram')
      await room.yes('bram', swap, room.second)
      const answers = await Promise.all([
        room.yes('lotte', swap),
        room.yes('kees', swap),
        room.yes('kees', swap),
      ])
      expect(answers).toContain('swapped')
      expect(await room.read(room.first)).toMatchObject({ startsAt: at(THURSDAY), sequence: 1 })
      expect(await room.ask('samira', 'bram')).toBe('done')
    })

    it('a visit without a cover gives its moment all the same', async () => {
      const room = await two()
      const third = (await room.askVisit('noor', 'petra', { slot: slot('2026-11-27T09:00') })) as VisitId
      await room.agree('petra', third)
      await room.ask('samira', 'noor')
      const swap = await room.idOf('noor')
      await room.yes('noor', swap, third)
      await room.yes('lotte', swap)
      expect(await room.yes('petra', swap)).toBe('swapped')
      expect(await room.read(room.first)).toMatchObject({ cover: null, startsAt: at('2026-11-27T09:00') })
    })
  })
})
