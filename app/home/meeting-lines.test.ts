import { describe, expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { mails } from '../../test/mailbox.ts'
import { meetingRoom } from '../../test/meeting-room.ts'
import type { Moment } from '../kernel/day.ts'
import { attend } from '../meeting/attend-store.ts'
import { addAction } from '../minutes/action-store.ts'
import { joinAs } from '../session/account-store.ts'
import { sendDigests } from './digest-job.ts'

eachDatabase((open) => {
  describe('a meeting on Vandaag', () => {
    it('comes: told in its week to who has said nothing about it, and always to be found', async () => {
      const room = await meetingRoom(await open(), { startsAt: '2026-11-23T14:30:00.000Z' as Moment })
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

    it('is today: in the morning Vandaag and the letter say at what time, unless this person said no', async () => {
      const room = await meetingRoom(await open(), { startsAt: '2026-11-19T14:30:00.000Z' as Moment })
      const title = 'Vandaag om 15.30 uur: Vaststelling van het begeleidingsplan'
      expect(await (await (await room.as('bram')).get('/')).text()).toContain(title)
      await room.db.write(room.cast, async (sql) => {
        const { schoolId } = room.cast
        for (const key of ['bram', 'anouk'] as const)
          await joinAs(sql, { schoolId, personId: room.cast.people[key] }, NOW_MOMENT)
      })
      await attend(room.db, {
        seat: room.seatOf('anouk'),
        person: room.cast.people.anouk,
        what: 'absent-notice',
        now: NOW_MOMENT,
      })
      expect(await (await (await room.as('anouk')).get('/for-you')).text()).not.toContain('Vandaag om')
      const now = () => new Date('2026-11-19T07:00:00.000Z')
      await sendDigests({ db: room.db, now, log: () => undefined, baseUrl: 'https://r.example' })
      const letters = (await mails(room.db)).filter(({ kind }) => kind === 'digest')
      const to = (key: 'bram' | 'anouk') =>
        letters.find(({ person_id }) => person_id === room.cast.people[key])?.body ?? ''
      expect(to('bram')).toContain(`Vandaag:\n\n- ${title}\n  https://r.example${room.href}\n`)
      expect(to('bram')).toContain('Niets meer over vergaderingen')
      expect(to('anouk')).not.toContain('Vandaag om')
    })

    it('is about to begin: within the hour one can come in, there and from its own page', async () => {
      const room = await meetingRoom(await open())
      const bram = await room.as('bram')
      const page = await (await bram.get('/')).text()
      expect(page).toContain('begint om 11.00 uur')
      expect(page).toContain(`href="${room.href}/phone"`)
      expect(page).not.toContain('Breng vast iets in')
      const own = await (await bram.get(room.href)).text()
      expect(own).toContain('De vergadering begint om 11.00 uur. Je kunt al binnenkomen.')
      expect(own).toContain(`href="${room.href}/phone"`)
      expect((await bram.get(`${room.href}/phone`)).status).toBe(200)
      await attend(room.db, {
        seat: room.seatOf('bram'),
        person: room.cast.people.bram,
        what: 'absent-notice',
        now: room.clock.now.toISOString() as Moment,
      })
      expect(await (await bram.get('/')).text()).not.toContain('begint om 11.00 uur')
      const early = await meetingRoom(await open(), { startsAt: '2026-11-19T15:00:00.000Z' as Moment })
      const far = await (await (await early.as('bram')).get(early.href)).text()
      expect(far).not.toContain('Je kunt al binnenkomen')
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
