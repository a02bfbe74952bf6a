import { describe, expect, it } from 'vitest'
import { NOW_MOMENT, settleCast, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { looseEnds, openEnds } from '../plan/loose-end.ts'
import { planOfToday, readPlan } from '../plan/plan-store.ts'
import { readProposals } from '../plan/proposal-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import { seedLastYear, seedThisYear } from './demo-plan.ts'

describe('the plans of the demo school', () => {
  eachDatabase((open) => {
    it('have this year’s plan in progress, as the story tells', async () => {
      const db = await open()
      const cast = await settleCast(db, { demo: true })
      await db.write(cast, async (_sql, tx) => {
        const seed = { tx, keeper: cast.keeper, cast, now: NOW_MOMENT }
        await seedThisYear(seed, await seedLastYear(seed))
      })
      const karin = cast.member('karin')
      const plan = await readPlan(db, karin, (await planOfToday(db, karin, TODAY))!)
      expect(plan).toMatchObject({ schoolYear: '2026-2027', phase: 'input' })
      expect(plan!.principles).toHaveLength(4)
      expect(plan!.entries.filter((entry) => entry.kind === 'teacher-track')).toHaveLength(17)
      const ends = openEnds(looseEnds(plan!, await readRoster(db, karin)))
      const petra = plan!.entries.find((entry) => entry.personId === cast.people.petra)
      expect(ends).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ kind: 'line-carries-nothing', subjectId: cast.visionLines.ouders }),
          expect.objectContaining({ kind: 'person-without-track', subjectId: cast.people.sem }),
          expect.objectContaining({ kind: 'track-hangs-on-nothing', subjectId: petra!.id }),
        ]),
      )
      expect(await readProposals(db, cast.member('anouk'), plan!)).toHaveLength(1)
      expect(await readProposals(db, karin, plan!)).toHaveLength(1)
      expect(await readProposals(db, cast.member('youssef'), plan!)).toHaveLength(0)
    })
  })
})
