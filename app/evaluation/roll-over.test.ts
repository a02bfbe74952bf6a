import { expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { findPassage } from '../../test/passages.ts'
import { AFTER, adoptedPlan, done, planOf, writtenPlan } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import type { EntryId, PlanId } from '../kernel/id.ts'
import { textOf } from '../plan/entry.ts'
import { entriesOf, entryOf } from '../plan/plan.ts'
import { answerProposal, readProposals } from '../plan/proposal-store.ts'
import type { NextStep } from './evaluation.ts'
import { chooseNext } from './evaluation-store.ts'
import { rollOver } from './roll-over-store.ts'

const words = {
  title: (year: string) => `Plan ${year}`,
  why: () => 'Een nieuw jaar.',
  note: () => 'Van vorig jaar.',
  adjust: (said: string) => `Bijstellen: ${said}`,
}
type Made = Awaited<ReturnType<typeof adoptedPlan>>

async function decide(db: Db, made: Made, id: EntryId, key: 'karin' | 'anouk', next: NextStep) {
  const plan = await planOf(db, made.cast, made.id)
  done(
    await chooseNext(
      db,
      made.cast.member(key),
      { plan, entry: entryOf(plan, id)!, time: 'end' },
      { next },
      AFTER,
    ),
  )
}

const rolled = async (db: Db, made: Made) =>
  planOf(
    db,
    made.cast,
    done(await rollOver(db, made.cast.member('karin'), made.id, words, findPassage, AFTER)) as PlanId,
  )

eachDatabase((open) => {
  it('carries over what goes on, with principles that are not new and texts that wait for their teacher', async () => {
    const db = await open()
    const made = await adoptedPlan(db)
    const { cast } = made
    await decide(db, made, made.goal, 'karin', 'adjust')
    await decide(db, made, made.anouk, 'anouk', 'go-on')
    const plan = await rolled(db, made)
    expect(plan).toMatchObject({
      schoolYear: '2027-2028',
      title: 'Plan 2027-2028',
      phase: 'draft',
      previousPlanId: made.id,
    })
    expect(plan.principles).toMatchObject([
      { carriedFrom: made.principle, text: { text: 'We delen alles.' } },
    ])
    const [goal] = entriesOf(plan, 'general-goal')
    expect(goal).toMatchObject({ carriedFrom: made.goal })
    expect(goal && textOf(goal, 'approach')).toBe('Samen kijken')
    const track = entriesOf(plan, 'teacher-track').find((entry) => entry.personId === cast.people.anouk)
    expect(track).toMatchObject({ carriedFrom: made.anouk, agreedAt: null, texts: {} })
    const [proposal] = await readProposals(db, cast.member('anouk'), plan)
    expect(proposal).toMatchObject({
      source: 'last-year',
      note: 'Van vorig jaar.',
      texts: { goal: 'Doel van anouk' },
    })
    expect(await readProposals(db, cast.member('paul'), plan)).toEqual([])
    expect(
      await answerProposal(db, cast.member('anouk'), plan, track!, proposal!, { outcome: 'accepted' }, AFTER),
    ).toBeNull()
    expect(textOf(entryOf(await planOf(db, cast, plan.id), track!.id)!, 'goal')).toBe('Doel van anouk')
  })

  it('leaves behind what stops and who left', async () => {
    const db = await open()
    const made = await adoptedPlan(db)
    const { cast } = made
    await decide(db, made, made.goal, 'karin', 'stop')
    const left = { left_on: '2027-07-31' as Day }
    await db.write(cast, async (sql) => {
      await sql.updateTable('person').set(left).where('id', '=', cast.people.bram).execute()
      await sql
        .updateTable('school')
        .set((set) => ({ revision: set('revision', '+', 1) }))
        .where('id', '=', cast.schoolId)
        .execute()
    })
    const plan = await rolled(db, made)
    expect(plan.entries.map((entry) => entry.carriedFrom)).toEqual([made.anouk])
  })

  it('is begun once, by the coordinator, from an adopted plan', async () => {
    const db = await open()
    const made = await adoptedPlan(db)
    expect(await rollOver(db, made.cast.member('anouk'), made.id, words, findPassage, AFTER)).toMatchObject({
      refused: 'may-not',
      because: 'only-coordinator',
    })
    const first = await rolled(db, made)
    expect(await rollOver(db, made.cast.member('karin'), made.id, words, findPassage, AFTER)).toMatchObject({
      refused: 'year-taken',
    })
    expect(await rollOver(db, made.cast.member('karin'), first.id, words, findPassage, AFTER)).toMatchObject({
      refused: 'may-not',
      because: 'not-adopted-yet',
    })
    const other = await writtenPlan(db)
    expect(await rollOver(db, other.cast.member('karin'), made.id, words, findPassage, AFTER)).toBeNull()
  })
})
