import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { at, leadMeetingOf } from '../../test/led-meeting.ts'
import { newItem } from '../../test/meeting-visit.ts'
import { done } from '../../test/written-plan.ts'
import { markOf } from '../meeting/run.ts'
import { leadMeeting } from '../meeting/run-store.ts'
import { closeRound, openRound } from './decide-desk.ts'

eachDatabase((open) => {
  it('what was decided on a proposal stays readable with its text, after the meeting', async () => {
    const led = await leadMeetingOf(await open(), {
      items: [newItem('proposal', null, { title: 'Studiedag', text: 'Een vrije dag in maart.' })],
    })
    const item = await led.goTo('proposal', 1)
    done(await openRound(await led.deciding('proposal', 2)))
    await led.everyone('proposal', 3, 'karin', 'paul', 'anouk', 'bram', 'petra', 'youssef')
    done(await closeRound(await led.deciding('proposal', 4)))
    const { items, meeting } = await led.now()
    const closing = {
      act: 'close',
      mark: markOf({ items, current: meeting.current }),
      left: new Map(),
    } as const
    done(await leadMeeting(led.db, led.seat('karin'), closing, at(5)))
    const bram = await led.as('bram')
    for (const path of [`${led.href}/item/${item.id}`, `${led.href}/minutes`]) {
      const page = await (await bram.get(path)).text()
      expect(page).toContain('Studiedag')
      expect(page).toContain('Een vrije dag in maart.')
      expect(page).toMatch(/Het besluit staat\.|Besloten, met consent/)
    }
  })
})
