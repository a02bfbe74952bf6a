import { expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { leadMeetingOf } from '../../test/led-meeting.ts'
import { newItem } from '../../test/meeting-visit.ts'
import { done } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import { closeRound, openRound } from '../deciding/decide-desk.ts'
import { newId } from '../kernel/id.ts'
import { confirmRead, readersOf, unreadVersionsOf } from './read-store.ts'
import { readVersions } from './seal-store.ts'

/** A plan that the team adopted in a meeting. */
async function adoptedInRoom(db: Db) {
  const led = await leadMeetingOf(db, { items: [newItem('plan')] })
  await led.goTo('plan', 1)
  done(await openRound(await led.deciding('plan', 2)))
  await led.everyone('plan', 3, 'karin', 'paul', 'anouk', 'bram')
  done(await closeRound(await led.deciding('plan', 4)))
  const karin = await led.as('karin')
  expect((await karin.post(`${led.href}/adopt`, { act: 'adopt' })).status).toBe(303)
  const [version] = await readVersions(db, led.cast.keeper, led.plan)
  if (!version) throw new Error('nothing was sealed')
  return { led, version, path: `/plan/${led.plan}/version/${version.number}` }
}

eachDatabase((open) => {
  it('each member says for themselves to have read the sealed version, once, and the team sees who did', async () => {
    const db = await open()
    const { led, version, path } = await adoptedInRoom(db)
    const bram = await led.as('bram')
    const before = await (await bram.get(path)).text()
    expect(before).toContain('Nog niemand zei dit te hebben gelezen.')
    expect(before).toMatch(/<h1[^>]*>Vastgesteld, versie 1.0</)
    expect(before.indexOf('Lees het plan')).toBeLessThan(before.indexOf('Ik heb deze versie gelezen'))
    expect(before).toContain(`href="/plan/${led.plan}/contract"`)
    expect((await bram.get(`/plan/${led.plan}/versions/${version.number}`)).status).toBe(200)
    expect(before).toMatch(/<details id="vingerafdruk">/)
    const checked = await (await bram.get(`${path}?check=yes`)).text()
    expect(checked).toMatch(/<h1[^>]*>De vingerafdruk van versie 1.0 klopt</)
    expect(checked).toMatch(/<details id="vingerafdruk" open/)
    expect(await unreadVersionsOf(db, led.cast.member('bram'))).toMatchObject([
      { planId: led.plan, number: '1.0' },
    ])
    expect((await bram.post(path, { act: 'read' })).status).toBe(303)
    expect((await bram.post(path, { act: 'read' })).status).toBe(303)
    expect(await readersOf(db, led.cast.keeper, version.id)).toEqual([led.cast.people.bram])
    expect(await unreadVersionsOf(db, led.cast.member('bram'))).toEqual([])
    const anouk = await (await (await led.as('anouk')).get(path)).text()
    expect(anouk).toContain('Gelezen door Bram.')
    expect(anouk).toContain('Ik heb deze versie gelezen')
    expect(anouk).not.toContain('Petra')
  })

  it('the version tells in which meeting the team decided, and the decision page too', async () => {
    const db = await open()
    const { led, path } = await adoptedInRoom(db)
    const anouk = await led.as('anouk')
    expect(await (await anouk.get(path)).text()).toContain(`href="${led.href}"`)
    const { decisionId } = await led.item('plan')
    const page = await (await anouk.get(`/plan/${led.plan}/decision/${decisionId}`)).text()
    expect(page).toContain('Hierover besluit het team in de vergadering')
    expect(page).not.toContain('9999')
  })

  it('nobody says it for a version of another school, nor for one that is not there', async () => {
    const db = await open()
    const { version } = await adoptedInRoom(db)
    const other = await adoptedInRoom(db)
    const stranger = other.led.cast.member('karin')
    expect(await confirmRead(db, stranger, version.id, NOW_MOMENT)).toEqual({ refused: 'item-unknown' })
    expect(await confirmRead(db, stranger, newId<'version'>(), NOW_MOMENT)).toEqual({
      refused: 'item-unknown',
    })
    expect(await readersOf(db, stranger, version.id)).toEqual([])
    await expect(confirmRead(db, other.led.cast.keeper, version.id, NOW_MOMENT)).rejects.toThrow('person')
  })
})
