import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../kernel/day.ts'
import type { EntryId, PersonId, PrincipleId, VisionLineId } from '../kernel/id.ts'
import {
  AIMS,
  DOMAINS,
  ENTRY_KINDS,
  OCCASIONS,
  SHARE_CHOICES,
  TEXTS_OF,
  UNSAID,
  WEIGHTS,
} from '../plan/entry.ts'
import { by, type EntryState, IN_ORDER, type PlanState, type PrincipleState } from '../plan/plan-state.ts'
import { applied, comparePlans, isNothing } from './compare.ts'

const text = fc.constantFrom(
  'Elke dag lezen.',
  'Elke week lezen.',
  'Samen kijken.\n\nEn praten.',
  '**Rekenen**',
)
const person = fc.constantFrom('petra', 'youssef', 'anouk').map((name) => name as PersonId)
const line = fc.constantFrom('v1', 'v2', 'v3').map((name) => name as VisionLineId)
const NAMES = Array.from({ length: 9 }, (_, place) => `e${place}`)

const entryCalled = (id: string): fc.Arbitrary<EntryState> => {
  // an entry never turns into another kind
  const kind = ENTRY_KINDS[Number(id.slice(1)) % ENTRY_KINDS.length] ?? 'team-goal'
  const texts = Object.fromEntries(TEXTS_OF[kind].map((field) => [field, text]))
  return fc.record({
    id: fc.constant(id as EntryId),
    kind: fc.constant(kind),
    personId: fc.option(person),
    learningTeamId: fc.constant(null),
    name: fc.option(fc.constantFrom('Juf van toen', 'Iemand')),
    weight: fc.constantFrom(...WEIGHTS),
    texts: fc.record(texts, { requiredKeys: [] }),
    shareChoice: fc.option(fc.constantFrom(...SHARE_CHOICES)),
    ownDomains: fc.option(fc.uniqueArray(fc.constantFrom(...DOMAINS))),
    ownAim: fc.option(fc.constantFrom(...AIMS)),
    coordinatorHours: fc.option(fc.nat(40)),
    parentId: fc.option(fc.constantFrom('e0' as EntryId, 'e1' as EntryId)),
    visionLineIds: fc.uniqueArray(line).map((ids) => ids.sort()),
    people: fc
      .uniqueArray(fc.record({ personId: person, part: fc.constantFrom('support', 'share') }))
      .map((people) => people.sort(by((one) => `${one.part} ${one.personId}`))),
    moments: fc.uniqueArray(
      fc.record({
        onDay: fc.constantFrom('2026-12-03' as Day, '2027-01-28' as Day),
        occasion: fc.constantFrom(...OCCASIONS),
      }),
    ),
    agreed: fc.boolean(),
  })
}

const principleCalled = (id: string): fc.Arbitrary<PrincipleState> =>
  fc.record({
    id: fc.constant(id as PrincipleId),
    preset: fc.option(fc.constantFrom('1', '2')),
    text,
    talk: fc.oneof(fc.constant(''), text),
  })

/** Some of nine possible ones, in any order; entries as the page has them, kind by kind. */
const someOf = <Of>(make: (id: string) => fc.Arbitrary<Of>) =>
  fc
    .shuffledSubarray(NAMES)
    .chain((ids) => fc.tuple(...ids.map(make)))
    .map((made) => [...made])

const plan: fc.Arbitrary<PlanState> = fc.record({
  frame: fc.record({
    title: text,
    visionLines: fc.uniqueArray(line).map((ids) => ids.map((id) => ({ id, text: `Lijn ${id}` }))),
  }),
  principles: someOf(principleCalled),
  entries: someOf(entryCalled).map((entries) =>
    IN_ORDER.flatMap((kind) => entries.filter((entry) => entry.kind === kind)),
  ),
})

const entry = (id: string, other: Partial<EntryState> = {}): EntryState => ({
  id: id as EntryId,
  kind: 'team-goal',
  ...UNSAID,
  texts: { title: `Doel ${id}` },
  agreed: true,
  ...other,
})
const planOf = (...entries: EntryState[]): PlanState => ({
  frame: { title: 'Begeleidingsplan', visionLines: [] },
  principles: [],
  entries,
})

describe('the difference of two plans', () => {
  it('gives the plan after, from the plan before', () => {
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        expect(applied(before, comparePlans(before, after))).toEqual(after)
      }),
    )
  })

  it('is empty for a plan with itself, whatever it holds', () => {
    fc.assert(
      fc.property(plan, (one) => {
        const difference = comparePlans(one, structuredClone(one))
        expect(isNothing(difference)).toBe(true)
        expect(difference.entries.same).toHaveLength(one.entries.length)
      }),
    )
  })

  it('names nothing as both gone and added, and nothing that stayed', () => {
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        const { there, gone, same } = comparePlans(before, after).entries
        const told = [
          ...there.map(({ after: { id } }) => id),
          ...gone.map(({ id }) => id),
          ...same.map(({ id }) => id),
        ]
        expect(new Set(told).size).toBe(told.length)
        expect(new Set(told)).toEqual(new Set([...before.entries, ...after.entries].map(({ id }) => id)))
      }),
    )
  })

  it('calls a goal that stands elsewhere moved, and it alone', () => {
    const [a, b, c, d] = [entry('a'), entry('b'), entry('c'), entry('d')]
    const { there, gone, same } = comparePlans(planOf(a, b, c, d), planOf(d, a, b, c)).entries
    expect(gone).toEqual([])
    expect(same.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(there).toEqual([
      { is: 'changed', before: d, after: d, facets: { texts: [], values: {} }, place: { behind: null } },
    ])
  })

  it('tells moved and written anew of one goal together', () => {
    const [a, b, c] = [entry('a'), entry('b'), entry('c')]
    const written = entry('b', { texts: { title: 'Doel b', approach: 'Samen kijken' }, coordinatorHours: 4 })
    const { there } = comparePlans(planOf(a, c, b), planOf(written, a, c)).entries
    expect(there).toHaveLength(1)
    expect(there[0]).toMatchObject({
      is: 'changed',
      facets: {
        texts: [{ field: 'approach', before: '', after: 'Samen kijken' }],
        values: { coordinatorHours: 4 },
      },
    })
  })

  it('knows what came and what went', () => {
    const [a, b] = [entry('a'), entry('b')]
    const { there, gone } = comparePlans(planOf(a), planOf(b)).entries
    expect(there).toEqual([{ is: 'added', after: b, place: { behind: null } }])
    expect(gone).toEqual([a])
  })

  it('is soon found in a plan of sixty tracks', () => {
    const tracks = Array.from({ length: 60 }, (_, place) => entry(`t${place}`, { kind: 'teacher-track' }))
    const turned = [...tracks].reverse()
    const { there } = comparePlans(planOf(...tracks), planOf(...turned)).entries
    expect(there).toHaveLength(59)
    expect(applied(planOf(...tracks), comparePlans(planOf(...tracks), planOf(...turned)))).toEqual(
      planOf(...turned),
    )
  })
})
