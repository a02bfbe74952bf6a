import { describe, expect, it } from 'vitest'
import { adoptedPlan, planOf, writtenPlan } from '../../test/written-plan.ts'
import { openDatabase } from '../db/open.ts'
import { newId } from '../kernel/id.ts'
import type { Plan } from '../plan/plan.ts'
import { mayReadTexts } from '../plan/plan-may.ts'
import { readRoster } from '../plan/roster-store.ts'
import { BUILT_IN_TOPICS } from '../school/topic.ts'
import { agreementsOf, fitting, stepPlaces } from './agreement.ts'

const TOPICS = BUILT_IN_TOPICS.map((key) => ({ key, name: null, isRetired: false }))
const ABOUT = (key: (typeof BUILT_IN_TOPICS)[number] | null) => ({
  tie: null,
  topic: key && ({ key, at: '2026-11-19T09:00:00.000Z', by: null } as never),
})

describe('what the team agreed', () => {
  it('is what stands in an adopted plan, and nothing before', async () => {
    const db = await openDatabase({ temporary: true })
    const written = await writtenPlan(db)
    expect(agreementsOf(await planOf(db, written.cast, written.id))).toEqual([])
    expect(agreementsOf(null)).toEqual([])
    await db.close()
  })

  it('is principles and goals, of which the one that fits stands ready', async () => {
    const db = await openDatabase({ temporary: true })
    const made = await adoptedPlan(db)
    const plan = await planOf(db, made.cast, made.id)
    expect(agreementsOf(plan)).toMatchObject([
      { kind: 'principle', number: '1', words: 'We delen alles.' },
      { kind: 'goal', number: '1', words: 'Rekenen' },
    ])
    expect(fitting(plan, ABOUT('maths'), TOPICS)).toBe(`entry:${made.goal}`)
    expect(fitting(plan, ABOUT('parents'), TOPICS)).toBeNull()
    const pen: Plan = { ...plan, principles: plan.principles.map((one) => ({ ...one, preset: '5' })) }
    expect(fitting(pen, ABOUT('parents'), TOPICS)).toBe(`principle:${made.principle}`)
    const tied: Plan = {
      ...plan,
      entries: plan.entries.map((one) => (one.id === made.anouk ? { ...one, parentId: made.goal } : one)),
    }
    const tie = { planId: made.id, entryId: made.anouk }
    expect(fitting(tied, { ...ABOUT(null), tie }, TOPICS)).toBe(`entry:${made.goal}`)
    await db.close()
  })

  it('is of a closed plan too, and names its year; a goal that goes on is the one that it goes on from', async () => {
    const db = await openDatabase({ temporary: true })
    const made = await adoptedPlan(db)
    const plan = await planOf(db, made.cast, made.id)
    const last: Plan = { ...plan, phase: 'archived', principles: [] }
    expect(agreementsOf(last, plan.schoolYear)).toMatchObject([{ kind: 'goal', year: plan.schoolYear }])
    expect(agreementsOf(last)).toMatchObject([{ year: null }])
    const [goal, track] = [newId<'entry'>(), newId<'entry'>()]
    const now: Plan = {
      ...plan,
      phase: 'input',
      entries: plan.entries.map((one) => {
        if (one.id === made.goal) return { ...one, id: goal, carriedFrom: made.goal }
        return one.id === made.anouk ? { ...one, id: track, parentId: goal } : one
      }),
    }
    const tie = { planId: made.id, entryId: track }
    expect(fitting(last, { ...ABOUT(null), tie }, TOPICS, now)).toBe(`entry:${made.goal}`)
    expect(fitting(last, { ...ABOUT(null), tie }, TOPICS, { ...now, entries: [] })).toBeNull()
    expect(fitting(null, { ...ABOUT(null), tie }, TOPICS, now)).toBeNull()
    await db.close()
  })

  it('offers a step where the asker may make one and the coordinator may read: the tied track first', async () => {
    const db = await openDatabase({ temporary: true })
    const made = await adoptedPlan(db)
    const plan = await planOf(db, made.cast, made.id)
    const roster = await readRoster(db, made.cast.member('karin'))
    const karin = made.cast.member('karin')
    const placesOf = (key: 'anouk' | 'bram' | 'kees', entryId: typeof made.anouk | null = null) => {
      const question = { asker: made.cast.people[key], tie: entryId && { planId: made.id, entryId } }
      return stepPlaces(plan, question, roster, (entry) => mayReadTexts(karin, entry).may).map(
        ({ entry, isOwn }) => [entry.id, isOwn] as const,
      )
    }
    expect(placesOf('anouk', made.anouk)[0]).toEqual([made.anouk, true])
    expect(placesOf('anouk').map(([id]) => id)).not.toContain(made.bram)
    expect(placesOf('kees')).toEqual([[made.goal, false]])
    const nobody = stepPlaces(plan, { asker: made.cast.people.bram, tie: null }, roster, () => false)
    expect(nobody).toEqual([])
    await db.close()
  })
})
