import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { findPassage } from '../../test/passages.ts'
import { anyPlan, passage } from '../../test/random-plan.ts'
import { AFTER, adoptedPlan, done, planOf } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { EvaluationId, PlanId } from '../kernel/id.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import { addEntry } from '../plan/entry-store.ts'
import { entriesOf, entryOf, type Plan } from '../plan/plan.ts'
import type { Roster } from '../plan/roster.ts'
import { readTalk } from '../writing/conversation-store.ts'
import { type Evaluation, NEXT_STEPS, type NextStep } from './evaluation.ts'
import { decideNext } from './evaluation-decide-store.ts'
import { adjustOf, goesAlong, whyBehind } from './roll-over.ts'
import { rollOver } from './roll-over-store.ts'
import { chooseTogether } from './team-look-store.ts'

const words = {
  title: (year: string) => `Plan ${year}`,
  why: () => 'Een nieuw jaar.',
  note: () => 'Van vorig jaar.',
  adjust: (said: string) => `Bijstellen: ${said}`,
}
const roster: Roster = { people: [], learningTeams: [], visionLines: [], hoursAWeek: null, pupils: null }

const evaluationOf = (entry: Entry, next: NextStep | null, time: 'mid' | 'end'): Evaluation => ({
  id: `${entry.id}-${time}` as EvaluationId,
  entryId: entry.id,
  time,
  texts: next === 'adjust' ? { adjust: passage('Anders.') } : {},
  next,
  reached: null,
  decided: null,
  at: AFTER,
  by: null,
})

/** A plan with, for each entry, nothing or any outcome half-way and at the end. */
const anyDecided = anyPlan.chain(({ plan }) =>
  fc
    .array(fc.tuple(fc.constantFrom(null, ...NEXT_STEPS), fc.constantFrom(null, ...NEXT_STEPS)), {
      minLength: plan.entries.length,
      maxLength: plan.entries.length,
    })
    .map((chosen) => ({
      plan,
      evaluations: plan.entries.flatMap((entry, place) => {
        const [mid, end] = chosen[place] ?? [null, null]
        return [evaluationOf(entry, mid, 'mid'), evaluationOf(entry, end, 'end')]
      }),
    })),
)

describe('what goes along', () => {
  it('is every goal that was not stopped, exactly once, from any set of outcomes', () => {
    fc.assert(
      fc.property(anyDecided, ({ plan, evaluations }) => {
        const along = goesAlong(plan, evaluations, roster).filter(isGoal)
        expect(new Set(along).size).toBe(along.length)
        for (const goal of plan.entries.filter(isGoal)) {
          const own = evaluations.filter((one) => one.entryId === goal.id && one.next !== null)
          const last = own.find(({ time }) => time === 'end') ?? own[0] ?? null
          expect(along.includes(goal)).toBe(last?.next !== 'stop')
          expect(whyBehind(goal, evaluations, roster)).toBe(last?.next === 'stop' ? 'stopped' : null)
          expect(adjustOf(goal, evaluations)).toBe(last?.next === 'adjust' ? 'Anders.' : '')
        }
      }),
    )
  })
})

async function decided(db: Db, outcomes: readonly (NextStep | null)[]) {
  const made = await adoptedPlan(db)
  const karin = made.cast.member('karin')
  await reopened(db, made.id, 'input')
  const goals = [made.goal]
  for (const title of ['Lezen', 'Spelen'])
    goals.push(
      done(
        await addEntry(
          db,
          karin,
          await planOf(db, made.cast, made.id),
          { kind: 'team-goal', texts: { title } },
          AFTER,
        ),
      ),
    )
  await reopened(db, made.id, 'adopted')
  for (const [place, next] of outcomes.entries()) {
    const plan = await planOf(db, made.cast, made.id)
    const entry = entryOf(plan, goals[place] ?? null)
    if (!entry || next === null) continue
    const outcome = { next, adjust: next === 'adjust' ? 'Eén stap.' : '', decidedIn: 'item', leads: true }
    expect(await decideNext(db, karin, { plan, entry, time: 'end' }, outcome, AFTER)).toBeNull()
  }
  return { made, karin, goals }

  /** Goals that the team added and adopted afterwards: straight in the phase, for the way there is told elsewhere. */
  async function reopened(of: Db, id: PlanId, phase: 'input' | 'adopted') {
    await of.write(made.cast, async (sql) => {
      await sql.updateTable('plan').set({ phase }).where('id', '=', id).execute()
      await sql
        .updateTable('phase_change')
        .set({ to_phase: phase })
        .where('plan_id', '=', id)
        .where('to_phase', 'in', ['adopted', 'input'])
        .execute()
      await sql
        .updateTable('plan')
        .set((row) => ({ revision: row('revision', '+', 1) }))
        .where('id', '=', id)
        .execute()
    })
  }
}

eachDatabase((open) => {
  it('keeps every goal that goes on exactly once, with the words of what is adjusted beside it', async () => {
    const db = await open()
    const { made, karin, goals } = await decided(db, ['stop', 'adjust', null])
    const id = done(await rollOver(db, karin, made.id, words, findPassage, AFTER)) as PlanId
    const plan: Plan = await planOf(db, made.cast, id)
    const carried = entriesOf(plan, 'general-goal', 'team-goal').map(({ carriedFrom }) => carriedFrom)
    expect(carried).toEqual([goals[1], goals[2]])
    const { threads } = await readTalk(db, made.cast.keeper, plan, [plan.id])
    const adjusted = plan.entries.find(({ carriedFrom }) => carriedFrom === goals[1])
    expect(threads).toMatchObject([
      { ownerId: adjusted?.id, field: 'approach', comments: [{ text: 'Bijstellen: Eén stap.' }] },
    ])
  })

  it('leaves a principle that was let go, and makes a goal of a theme, without a vision line', async () => {
    const db = await open()
    const { made, karin } = await decided(db, [])
    const plan = await planOf(db, made.cast, made.id)
    const choose = (given: Parameters<typeof chooseTogether>[3]) =>
      chooseTogether(db, karin, plan, given, true, AFTER)
    expect(await choose({ kind: 'principle', subjectId: made.principle, choice: 'drop' })).toBeNull()
    expect(await choose({ kind: 'theme', subjectId: 'thema', choice: 'goal', text: 'Rust' })).toBeNull()
    expect(await choose({ kind: 'theme', subjectId: 'leeg', choice: 'goal', text: ' ' })).toMatchObject({
      refused: 'text-missing',
    })
    const fresh = await planOf(
      db,
      made.cast,
      done(await rollOver(db, karin, made.id, words, findPassage, AFTER)) as PlanId,
    )
    expect(fresh.principles).toEqual([])
    const rust = fresh.entries.find((entry) => entry.texts.title?.text === 'Rust')
    expect(rust).toMatchObject({ kind: 'team-goal', visionLineIds: [], carriedFrom: null })
  })
})
