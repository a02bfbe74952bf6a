import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { WORDING } from '../../test/led-meeting.ts'
import { LOOKS_BACK, lookBackRoom } from '../../test/look-back-room.ts'
import { done } from '../../test/written-plan.ts'
import { lookBackMinutes } from './look-back-minutes-desk.ts'
import { addTheme, sayOfTheme } from './theme-store.ts'

eachDatabase((open) => {
  it('the minutes keep what lay in a theme, of nobody and in no order of saying, above what came of it', async () => {
    const room = await lookBackRoom(await open())
    await room.open()
    const item = await room.item('themes')
    const notes = [
      await room.bring('petra', item, 'Rust hielp.\n\n# niet *echt*'),
      await room.bring('anouk', item, 'Het was druk', 'pupils'),
      await room.bring('bram', item, 'Aan tijd kwam ik tekort'),
    ]
    await room.bring('bram', item, 'Dit ligt nog los')
    await room.goTo(item)
    const theme = done(
      await addTheme(room.db, room.seatOf('karin'), item, { title: 'Tijd', notes }, LOOKS_BACK),
    )
    const said = { outcome: 'We plannen ruimer.', becomesGoal: false }
    done(await sayOfTheme(room.db, room.seatOf('karin'), item, theme!, said, LOOKS_BACK))
    const scene = await room.now()
    const at = scene.items.find(({ id }) => id === item)
    if (!at) throw new Error('no such item')
    const desk = { db: room.db, now: LOOKS_BACK }
    const lines = await lookBackMinutes(desk, room.cast.keeper, scene, at, WORDING)
    const points = [
      'Aan tijd kwam ik tekort',
      'Rust hielp. # niet \\*echt\\*',
      'Wat leerlingen zeiden: Het was druk',
    ]
    const text = `${points.map((point) => `- ${point}`).join('\n')}\n\nWe plannen ruimer.`
    expect(lines).toEqual([{ label: 'Tijd', text }])
    expect(JSON.stringify(lines)).not.toMatch(/Petra|Anouk|Bram|los/)
  })
})
