import { expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember } from '../../test/request.ts'
import { ORIGIN, slot, TUESDAY, visitRoom } from '../../test/visit-room.ts'
import { adoptedPlan, done } from '../../test/written-plan.ts'
import { tellBy } from '../visit/letter-desk.ts'
import { askVisit } from '../visit/visit-store.ts'

type Key = 'anouk' | 'youssef' | 'karin' | 'petra'

eachDatabase((open, dialect) => {
  it(`a lesson visit stands in the story of a track for the three it is of, and for nobody else (${dialect})`, async () => {
    const db = await open()
    const { cast, id, anouk } = await adoptedPlan(db)
    const room = await visitRoom(db, cast)
    const actor = cast.member('anouk')
    const visit = done(
      await askVisit(
        db,
        actor,
        {
          visitor: cast.people.anouk,
          host: cast.people.youssef,
          chosen: { slot: slot(TUESDAY) },
          question: 'Hoe begint de les?',
          planId: id,
          entryId: anouk,
        },
        {
          now: NOW_MOMENT,
          tell: tellBy({ actor, now: NOW_MOMENT, origin: ORIGIN, from: 'draad@school.example' }),
        },
      ),
    )
    await room.agree('youssef', visit)
    const pageOf = async (key: Key, now: string) => {
      const app = testApp(db, { now: () => new Date(now) })
      const reader = await asMember(app, db, cast, key, new Date(now))
      return (await reader.get(`/plan/${id}/entry/${anouk}/steps`)).text()
    }
    const before = '2026-11-23T09:00:00.000Z'
    const after = '2026-11-26T09:00:00.000Z'
    expect(await pageOf('anouk', before)).toContain('Je kijkt bij Youssef')
    expect(await pageOf('anouk', after)).toContain('Je keek bij Youssef')
    expect(await pageOf('youssef', after)).toContain('Anouk kwam bij je kijken')
    for (const key of ['karin', 'petra'] as const) {
      const page = await pageOf(key, after)
      expect(page).toContain('Het verhaal tot nu toe')
      expect(page).not.toContain(`/visits/${visit}`)
      expect(page).not.toContain('Lesbezoek')
    }
  })
})
