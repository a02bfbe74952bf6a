import { expect, it } from 'vitest'
import { NOW, NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { mails } from '../../test/mailbox.ts'
import { ORIGIN, visitRoom } from '../../test/visit-room.ts'
import type { Day } from '../kernel/day.ts'
import { addPerson, leaveSchool } from '../school/person-store.ts'
import { printOf } from './guide.ts'
import { writeNotes } from './guide-note-store.ts'
import { tidyLeavers } from './leaver-job.ts'
import { offersOf, openOffers } from './offer-store.ts'
import { visitsOf } from './visit-store.ts'
import { forgetOldVisits } from './visit-tidy-store.ts'

const DAY = 86_400_000
const later = (days: number) => new Date(NOW.getTime() + days * DAY)

eachDatabase((open) => {
  const settled = async () => {
    const room = await visitRoom(await open())
    const { db, cast } = room
    const id = await room.agreed()
    const lines = [{ point: null, text: 'Tien tellen stil.', base: 0, print: printOf('') }]
    await writeNotes(db, cast.member('samira'), id, lines, NOW_MOMENT)
    const counts = () =>
      db.read(cast, async (sql) => {
        const of = async (table: 'visit' | 'visit_offer' | 'visit_note') =>
          (await sql.selectFrom(table).select('id').execute()).length
        return [await of('visit'), await of('visit_offer'), await of('visit_note')]
      })
    return { ...room, id, counts }
  }

  /** Lotte leaves the school. */
  const leave = async ({ db, cast }: Awaited<ReturnType<typeof settled>>, on: string) =>
    expect(await leaveSchool(db, cast.keeper, cast.people.lotte, { on: on as Day, now: NOW })).toBe('done')

  it('a visit with its guide stays a school year, what came of nothing two months', async () => {
    const room = await settled()
    await room.offer('paul', '2026-11-27T09:00')
    await room.ask('bram', 'kees', { offer: await room.offer('paul', '2026-11-27T10:00') })
    expect(await room.counts()).toEqual([2, 3, 1])
    await forgetOldVisits(room.db, later(50))
    expect(await room.counts()).toEqual([2, 3, 1])
    await forgetOldVisits(room.db, later(70))
    expect(await room.counts()).toEqual([1, 1, 1])
    await forgetOldVisits(room.db, later(399))
    expect(await room.counts()).toEqual([1, 1, 1])
    await forgetOldVisits(room.db, later(410))
    expect(await room.counts()).toEqual([0, 0, 0])
  })

  it('the guide of a teacher who left goes after a week', async () => {
    const room = await settled()
    await leave(room, '2026-11-25')
    await forgetOldVisits(room.db, later(7))
    expect(await room.counts()).toEqual([1, 1, 1])
    await forgetOldVisits(room.db, later(14))
    expect(await room.counts()).toEqual([1, 1, 0])
  })

  it('a visit stays when only who takes the class over left: its visitor looks for somebody else', async () => {
    const room = await settled()
    const { db, cast } = room
    const before = (await mails(db)).length
    const more = {
      name: 'Ilse',
      email: null,
      roles: ['coordinator' as const, 'administrator' as const],
      groups: [],
      learningTeams: [],
    }
    await addPerson(db, cast.keeper, more, NOW_MOMENT)
    const left = { on: '2026-11-19' as Day, now: NOW }
    expect(await leaveSchool(db, cast.keeper, cast.people.karin, left)).toBe('done')
    await tidyLeavers(db, NOW, { origin: ORIGIN, from: null })
    expect(await room.read(room.id)).toMatchObject({ state: 'agreed', cover: null, coverLeftAt: NOW_MOMENT })
    expect((await mails(db)).slice(before).map(({ kind }) => kind)).toEqual(['visit-cover-gone'])
  })

  it('a visit to come of who left is called off, and who stays is told', async () => {
    const room = await settled()
    const { db, cast } = room
    await room.offer('lotte', '2026-11-27T09:00')
    const before = (await mails(db)).length
    const tidy = () => tidyLeavers(db, NOW, { origin: ORIGIN, from: null })
    await tidy()
    expect((await mails(db)).length).toBe(before)
    await leave(room, '2026-11-19')
    await tidy()
    await tidy()
    expect((await visitsOf(db, cast.member('samira')))[0]).toMatchObject({ state: 'cancelled', sequence: 1 })
    const told = (await mails(db)).slice(before)
    expect(told.map(({ kind, to_address }) => `${kind} ${to_address.split('@')[0]}`).sort()).toEqual([
      'visit-left karin',
      'visit-left samira',
    ])
    expect(told[0]?.calendar).toContain('METHOD:CANCEL')
    expect((await offersOf(db, cast.keeper, cast.people.lotte))[0]?.withdrawnAt).toBe(NOW_MOMENT)
    expect(await openOffers(db, cast.member('anouk'), NOW_MOMENT)).toHaveLength(1)
  })
})
