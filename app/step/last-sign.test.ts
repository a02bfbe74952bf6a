import { expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { findPassage } from '../../test/passages.ts'
import { AFTER, adoptedPlan, done, planOf } from '../../test/written-plan.ts'
import { writeEvaluationText } from '../evaluation/evaluation-store.ts'
import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import { entryOf } from '../plan/plan.ts'
import { openThread } from '../writing/comment-store.ts'
import { lastSignOf } from './last-sign-store.ts'
import { endStep } from './step-end-store.ts'
import { makeStep } from './step-write-store.ts'

const day = (moment: Moment) => dayOf(new Date(moment))
const on = (date: string) => `${date}T09:00:00.000Z` as Moment

eachDatabase((open, dialect) => {
  it(`the last sign of life of a track is a text, a step, a word about it or an evaluation (${dialect})`, async () => {
    const db = await open()
    const { cast, id, anouk, bram, goal } = await adoptedPlan(db)
    const plan = () => planOf(db, cast, id)
    const last = async () => lastSignOf(db, cast.member('anouk'), await plan())
    const before = await last()
    expect(before.get(anouk)).toBe(day(NOW_MOMENT))
    expect(before.get(bram)).toBe(day(NOW_MOMENT))

    const given = { what: 'Kijken', form: null, onDay: '2027-05-01' as Day, people: [] }
    const step = done(await makeStep(db, cast.member('anouk'), await plan(), anouk, given, on('2026-12-01')))
    expect((await last()).get(anouk)).toBe('2026-12-01')
    const there = { id: step, entryId: anouk }
    const end = { as: 'done', saw: '' } as const
    done(await endStep(db, cast.member('anouk'), await plan(), there, end, on('2026-12-08')))
    expect((await last()).get(anouk)).toBe('2026-12-08')

    const spot = { ownerId: anouk, field: 'goal' }
    const said = { text: 'Mooi.', about: { range: { start: 0, end: 4 }, revision: 1 } }
    done(await openThread(db, cast.member('karin'), findPassage, spot, said, on('2026-12-15')))
    expect((await last()).get(anouk)).toBe('2026-12-15')

    const now = await plan()
    const place = { plan: now, entry: entryOf(now, anouk)!, time: 'mid' } as const
    done(await writeEvaluationText(db, cast.member('anouk'), place, 'saw', 'Rust.', null, on('2027-01-20')))
    const after = await last()
    expect(after.get(anouk)).toBe('2027-01-20')
    expect(after.get(bram)).toBe(day(NOW_MOMENT))
    expect(after.get(goal)).toBe(day(NOW_MOMENT))
    expect(day(AFTER) > day(NOW_MOMENT)).toBe(true)
  })
})
