import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { meetingRoom } from '../../test/meeting-room.ts'
import type { Moment } from '../kernel/day.ts'
import { attend } from '../meeting/attend-store.ts'
import { addAction } from '../minutes/action-store.ts'

eachDatabase((open) => {
  describe('a meeting on Vandaag', () => {
    it('comes: told in its week to who has said nothing about it, and always to be found', async () => {
      const room = await meetingRoom(await open())
      const bram = await room.as('bram')
      const before = await (await bram.get('/')).text()
      expect(before).toContain('Breng vast iets in')
      expect(before).toContain(`href="${room.href}"`)
      await attend(room.db, {
        seat: room.seatOf('bram'),
        person: room.cast.people.bram,
        what: 'absent-notice',
        now: room.clock.now.toISOString() as Moment,
      })
      const after = await (await bram.get('/')).text()
      expect(after).not.toContain('Breng vast iets in')
      expect(after).toContain(`href="${room.href}"`)
    })

    it('runs: the first thing that is asked, with the way in', async () => {
      const room = await meetingRoom(await open())
      await room.open()
      const page = await (await (await room.as('bram')).get('/')).text()
      expect(page).toContain('Nu bezig')
      expect(page).toContain(`href="${room.href}/phone"`)
    })

    it('is over: the minute-taker completes the minutes, who took something on sees it until it is done', async () => {
      const room = await meetingRoom(await open())
      await room.open()
      const line = { item: null, line: 'Bram: leeslijst maken, 26 nov' }
      const now = room.clock.now.toISOString() as Moment
      expect(await addAction(room.db, room.cast.member('anouk'), room.meeting, line, now)).not.toHaveProperty(
        'refused',
      )
      await room.close()
      expect(await (await (await room.as('anouk')).get('/for-you')).text()).toContain('Maak de notulen af')
      const bram = await (await (await room.as('bram')).get('/for-you')).text()
      expect(bram).toContain('leeslijst maken')
      expect(bram).not.toContain('Maak de notulen af')
      const paul = await (await (await room.as('paul')).get('/for-you')).text()
      expect(paul).not.toContain('leeslijst maken')
    })
  })
})
