import { describe, expect, it } from 'vitest'
import { settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { AFTER, adoptedPlan, done, planOf, writtenPlan } from '../../test/written-plan.ts'
import { eraseTrack } from '../adoption/erase-store.ts'
import type { Db } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'
import { entryOf } from '../plan/plan.ts'
import { tieEntry } from '../plan/tie-store.ts'
import { parseChoices, type Time } from './evaluation.ts'
import { chooseNext, readEvaluations, writeEvaluationText } from './evaluation-store.ts'

/** The evaluation of one entry of an adopted plan. */
async function placeOf(
  db: Db,
  made: Awaited<ReturnType<typeof adoptedPlan>>,
  id: EntryId,
  time: Time = 'mid',
) {
  const plan = await planOf(db, made.cast, made.id)
  return { plan, entry: entryOf(plan, id)!, time }
}

describe('choices', () => {
  it('say of a goal whether it was reached, and of a track never', () => {
    expect(parseChoices({ kind: 'general-goal' }, { next: 'adjust', reached: 'partly' })).toEqual({
      next: 'adjust',
      reached: 'partly',
    })
    expect(parseChoices({ kind: 'teacher-track' }, { next: 'go-on', reached: 'reached' })).toMatchObject({
      refused: 'words-only',
    })
    expect(parseChoices({ kind: 'learning-team-track' }, { reached: 'not-yet' })).toMatchObject({
      refused: 'words-only',
    })
    expect(parseChoices({ kind: 'teacher-track' }, { next: 'go-on' })).toEqual({ next: 'go-on' })
  })

  it('can be taken back, and are none that we do not know', () => {
    expect(parseChoices({ kind: 'team-goal' }, { next: '', reached: '' })).toEqual({
      next: null,
      reached: null,
    })
    expect(parseChoices({ kind: 'team-goal' }, { next: 'score-3' })).toMatchObject({
      refused: 'choice-unknown',
    })
    expect(parseChoices({ kind: 'team-goal' }, {})).toEqual({})
  })
})

eachDatabase((open) => {
  it('is written by the coordinator for a goal, by the teacher for a track', async () => {
    const db = await open()
    const made = await adoptedPlan(db)
    const { cast, goal, anouk } = made
    const ofGoal = await placeOf(db, made, goal)
    const ofAnouk = await placeOf(db, made, anouk)
    const write = (key: 'karin' | 'anouk' | 'paul', place: typeof ofGoal) =>
      writeEvaluationText(db, cast.member(key), place, 'saw', `Gezien door ${key}`, null, AFTER)
    expect(await write('karin', ofGoal)).toMatchObject({ saved: { revision: 1 } })
    expect(await write('anouk', ofGoal)).toMatchObject({ refused: 'may-not', because: 'only-coordinator' })
    expect(await write('anouk', ofAnouk)).toMatchObject({ saved: { revision: 1 } })
    expect(await write('karin', ofAnouk)).toMatchObject({ refused: 'may-not', because: 'teacher-writes' })
    expect(await write('paul', ofAnouk)).toMatchObject({ refused: 'may-not' })
    expect(await chooseNext(db, cast.member('karin'), ofAnouk, { next: 'stop' }, AFTER)).toMatchObject({
      refused: 'may-not',
    })
    expect(
      await writeEvaluationText(db, cast.member('karin'), ofGoal, 'score', '7', null, AFTER),
    ).toMatchObject({ refused: 'no-such-field' })
  })

  it('keeps half-way and end apart, with texts and choices', async () => {
    const db = await open()
    const made = await adoptedPlan(db)
    const karin = made.cast.member('karin')
    const mid = await placeOf(db, made, made.goal)
    done(await writeEvaluationText(db, karin, mid, 'saw', 'Het begin is er.', null, AFTER))
    done(await chooseNext(db, karin, mid, { next: 'adjust', reached: 'partly' }, AFTER))
    done(await chooseNext(db, karin, { ...mid, time: 'end' }, { next: 'go-on', reached: 'reached' }, AFTER))
    const all = await readEvaluations(db, karin, mid.plan)
    expect(all.find((one) => one.time === 'mid')).toMatchObject({
      next: 'adjust',
      reached: 'partly',
      texts: { saw: { text: 'Het begin is er.' } },
    })
    expect(all.find((one) => one.time === 'end')).toMatchObject({
      next: 'go-on',
      reached: 'reached',
      texts: {},
    })
  })

  it('does not lose one of two texts of one field', async () => {
    const db = await open()
    const made = await adoptedPlan(db)
    const karin = made.cast.member('karin')
    const place = await placeOf(db, made, made.goal)
    done(await writeEvaluationText(db, karin, place, 'saw', 'Een', 0, AFTER))
    expect(await writeEvaluationText(db, karin, place, 'saw', 'Twee', 0, AFTER)).toMatchObject({
      collision: { text: 'Een' },
      mine: 'Twee',
    })
  })

  it('is read by the team only when the teacher shares the yield', async () => {
    const db = await open()
    const made = await adoptedPlan(db)
    const { cast, anouk } = made
    const place = await placeOf(db, made, anouk)
    done(await writeEvaluationText(db, cast.member('anouk'), place, 'learned', 'Wachten helpt.', null, AFTER))
    const reads = async (key: 'karin' | 'anouk' | 'paul' | 'bram') => {
      const plan = await planOf(db, cast, made.id)
      return (await readEvaluations(db, cast.member(key), plan)).length
    }
    expect(await reads('anouk')).toBe(1)
    expect(await reads('karin')).toBe(1)
    expect(await reads('paul')).toBe(0)
    expect(await reads('bram')).toBe(0)
    expect(
      await tieEntry(db, cast.member('anouk'), place.plan, place.entry, { shareChoice: 'share' }),
    ).toBeNull()
    expect(await reads('bram')).toBe(1)
  })

  it('waits until the plan is adopted', async () => {
    const db = await open()
    const { cast, id, goal } = await writtenPlan(db)
    const plan = await planOf(db, cast, id)
    const place = { plan, entry: entryOf(plan, goal)!, time: 'mid' } as const
    expect(
      await writeEvaluationText(db, cast.member('karin'), place, 'saw', 'Te vroeg', null, AFTER),
    ).toMatchObject({ because: 'not-adopted-yet' })
  })

  it('is not there for another school', async () => {
    const db = await open()
    const made = await adoptedPlan(db)
    const place = await placeOf(db, made, made.goal)
    done(await writeEvaluationText(db, made.cast.member('karin'), place, 'saw', 'Van ons.', null, AFTER))
    const other = await settleCast(db, { name: 'De Vlieger' })
    expect(await readEvaluations(db, other.member('karin'), place.plan)).toEqual([])
  })

  it('goes with the track when its text is erased', async () => {
    const db = await open()
    const made = await adoptedPlan(db)
    const { cast, anouk } = made
    const place = await placeOf(db, made, anouk)
    done(await writeEvaluationText(db, cast.member('anouk'), place, 'learned', 'Wachten helpt.', null, AFTER))
    const leftOn = '2020-07-31' as Day
    await db.write(cast, (sql) =>
      sql.updateTable('person').set({ left_on: leftOn }).where('id', '=', cast.people.anouk).execute(),
    )
    expect(await eraseTrack(db, cast.member('karin'), anouk, 'De termijn is voorbij.', AFTER)).toBeNull()
    const [left] = await readEvaluations(db, cast.member('karin'), place.plan)
    expect(left?.texts).toEqual({})
  })
})
