import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPlan, drawn, idAt, type Made, passage, planFor, threadFor } from '../../test/random-plan.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import type { Moment } from '../kernel/day.ts'
import type { EvaluationId, PersonId } from '../kernel/id.ts'
import type { Entry } from '../plan/entry.ts'
import type { Roster } from '../plan/roster.ts'
import { daysOf, type Knot, type Thread } from './thread.ts'
import { filtered, filterQuery, parseFilter, type ThreadFilter } from './thread-filter.ts'

describe('the thread of a plan', () => {
  it('holds every entry, every line and everyone without a place once, and knows what each hangs on', () => {
    fc.assert(
      fc.property(anyPlan, (made) => {
        const { knots } = threadFor(made)
        const keys = knots.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        const ofEntries = knots.filter(({ kind }) => kind === 'goal' || kind === 'track')
        expect(ofEntries.map(({ key }) => key).toSorted()).toEqual(
          made.plan.entries.map(({ id }) => `e-${id}`).toSorted(),
        )
        for (const knot of knots) for (const key of knot.on) expect(keys).toContain(key)
      }),
    )
  })

  it('tells a loose goal, a loose track, a bare line and a day that is missing', () => {
    fc.assert(
      fc.property(anyPlan, (made) => {
        const { knots } = threadFor(made)
        for (const knot of knots) {
          if (knot.kind === 'goal' || knot.kind === 'track') expect(knot.loose).toBe(knot.on.length === 0)
          if (knot.kind === 'line')
            expect(knot.loose).toBe(
              made.plan.entries.every(({ visionLineIds }) => !visionLineIds.includes(knot.line.id)),
            )
          if (knot.kind === 'evaluation') expect(knot.loose).toBe(knot.entry.moments.length === 0)
        }
      }),
    )
  })

  it('asks nobody of a closed plan for a place', () => {
    const [made] = fc.sample(planFor({ lines: 2, goals: 1, tracks: 1 }), { numRuns: 1, seed: 3 }) as [Made]
    const kinds = (phase: 'input' | 'archived') =>
      threadFor({ ...made, plan: { ...made.plan, phase } }).knots.map(({ kind }) => kind)
    expect(kinds('input')).toContain('place')
    expect(kinds('archived')).not.toContain('place')
  })

  it('lays an evaluation that was held on its day, and tells of one that had no day', () => {
    const [{ plan }] = fc.sample(planFor({ lines: 1, goals: 1, tracks: 0 }), { numRuns: 1, seed: 1 }) as [
      Made,
    ]
    const goal = {
      ...(plan.entries[0] as Entry),
      moments: [
        { id: 'a', onDay: '2026-11-26', occasion: 'mid' },
        { id: 'b', onDay: '2027-02-04', occasion: 'mid' },
      ] as unknown as Entry['moments'],
    }
    const held = (time: 'mid' | 'end', at: string): Evaluation => ({
      id: 'x' as EvaluationId,
      entryId: goal.id,
      time,
      texts: { saw: passage('Elke groep leest.') },
      next: null,
      reached: null,
      decided: null,
      at: at as Moment,
      by: null,
    })
    expect(daysOf(goal, [held('mid', '2026-12-01T10:00:00.000Z')]).map((day) => day.held)).toEqual([
      true,
      false,
    ])
    expect(daysOf(goal, [held('mid', '2026-09-01T10:00:00.000Z')]).map((day) => day.held)).toEqual([
      true,
      false,
    ])
    expect(daysOf(goal, [held('end', '2027-06-30T10:00:00.000Z')])).toEqual([
      { onDay: null, time: 'end', held: true },
      { onDay: '2026-11-26', time: 'mid', held: false },
      { onDay: '2027-02-04', time: 'mid', held: false },
    ])
    expect(
      daysOf(goal, [{ ...held('mid', '2026-12-01T10:00:00.000Z'), texts: {} }]).some((day) => day.held),
    ).toBe(false)
  })
})

describe('a part of the thread', () => {
  const none: ThreadFilter = { line: null, person: null, team: null, domain: null, loose: false }
  const keysIn = ({ knots }: Thread) => knots.map(({ key }) => key)

  it('is the whole when nothing is asked, and never holds more than the whole', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat({ max: 8 }), (made, line) => {
        const thread = threadFor(made)
        expect(filtered(thread, none, made.roster)).toEqual(thread)
        for (const filter of [
          { ...none, line: idAt('vision-line', line) },
          { ...none, person: idAt('person', line) },
          { ...none, loose: true },
          { ...none, domain: 'learning' as const },
        ]) {
          const part = filtered(thread, filter, made.roster)
          expect(keysIn(thread).filter((key) => keysIn(part).includes(key))).toEqual(keysIn(part))
          const kept = new Set(keysIn(part))
          for (const knot of part.knots) for (const key of knot.on) expect(kept.has(key)).toBe(true)
          expect(drawn(part).placed).toHaveLength(part.knots.length)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('of a line is all that hangs on it and nothing else', () => {
    fc.assert(
      fc.property(planFor({ lines: 3, goals: 4, tracks: 10 }), (made) => {
        const thread = threadFor(made)
        const part = filtered(thread, { ...none, line: idAt('vision-line', 1) }, made.roster)
        const above = (knot: Knot): string[] => knot.on.flatMap((key) => [key, ...above(knotIn(thread, key))])
        const expected = thread.knots.filter(
          (knot) => knot.key === 'line-vision-line-1' || above(knot).includes('line-vision-line-1'),
        )
        expect(keysIn(part)).toEqual(expected.map(({ key }) => key))
      }),
      { numRuns: 60 },
    )
  })

  it('of a colleague is the own work with all that it hangs on', () => {
    fc.assert(
      fc.property(planFor({ lines: 3, goals: 4, tracks: 10 }), (made) => {
        const thread = threadFor(made)
        const part = filtered(thread, { ...none, person: idAt('person', 2) }, made.roster)
        const tracks = part.knots.filter(({ kind }) => kind === 'track')
        expect(tracks.map(({ key }) => key)).toEqual(
          made.plan.entries
            .filter(({ personId }) => personId === idAt('person', 2))
            .map(({ id }) => `e-${id}`),
        )
        for (const track of tracks) expect(track.on).toEqual(knotIn(thread, track.key).on)
      }),
      { numRuns: 60 },
    )
  })

  it('tells nothing of words that the reader does not see', () => {
    const [made] = fc.sample(planFor({ lines: 1, goals: 0, tracks: 1 }), { numRuns: 1, seed: 3 }) as [Made]
    const veiled = { ...(made.plan.entries[0] as Entry), texts: {} }
    const thread = threadFor({ ...made, plan: { ...made.plan, entries: [veiled] } })
    for (const domain of ['care', 'learning', 'trends', 'process'] as const)
      expect(filtered(thread, { ...none, domain }, made.roster).knots).toEqual([])
  })

  it('stands in an address, and what is not known there is left out', () => {
    const [{ roster }] = fc.sample(planFor({ lines: 2, goals: 0, tracks: 2 }), { numRuns: 1, seed: 3 }) as [
      Made,
    ]
    const id = '0197f3a0-0000-7000-8000-000000000001'
    const known = { ...roster, people: [{ ...roster.people[0], id: id as PersonId }] } as Roster
    const asked = (query: string) =>
      parseFilter((name) => new URLSearchParams(query).get(name) ?? undefined, known)
    const filter = { ...none, person: id as PersonId, domain: 'care' as const, loose: true }
    expect(asked(filterQuery(filter))).toEqual(filter)
    expect(filterQuery(none)).toBe('')
    for (const query of [
      'person=x',
      `person=${id.replace('1', '2')}`,
      'domain=love',
      'loose=no',
      'line[]=1',
      'team=',
    ])
      expect(asked(query)).toEqual(none)
  })
})

const knotIn = ({ knots }: Thread, key: string) => knots.find((knot) => knot.key === key) as Knot
