import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Evaluation } from '../evaluation/evaluation.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type {
  EntryId,
  EvaluationId,
  LearningTeamId,
  PersonId,
  PlanId,
  SchoolId,
  VisionLineId,
} from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Entry, EntryKind } from '../plan/entry.ts'
import { looseEnds } from '../plan/loose-end.ts'
import type { Plan } from '../plan/plan.ts'
import type { Roster } from '../plan/roster.ts'
import type { Passage } from '../writing/passage.ts'
import { daysOf, type Knot, type Thread, threadOf, tiesIn } from './thread.ts'
import { filtered, filterQuery, parseFilter, type ThreadFilter } from './thread-filter.ts'
import { fitted, widthOf, wrapped } from './thread-letters.ts'
import { type Box, boxOf, type Placed } from './thread-place.ts'
import { sheetsOf } from './thread-sheets.ts'
import { type Weave, weave } from './thread-weave.ts'
import { labelOf, tellingOf } from './thread-words-view.ts'

const AT = '2026-11-19T09:42:00.000Z' as Moment
const WORDS =
  'elke groep leest samen een half uur Rekengesprekken met wisbordjes & denktijd 60 % 1S/2F Automatiseringsvaardigheden'.split(
    ' ',
  )

const sentence = (most: number) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: most }).map((all) => all.join(' ')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.constant('W'.repeat(90)) },
  )

const passage = (text: string): Passage => ({ text, revision: 1, changedAt: AT, changedBy: null })
const idAt = <Id extends string>(name: string, place: number) => `${name}-${place}` as Id
const some = (ids: number, most: number): fc.Arbitrary<number[]> =>
  ids === 0 ? fc.constant([]) : fc.uniqueArray(fc.nat({ max: ids - 1 }), { maxLength: most })

type Sizes = { readonly lines: number; readonly goals: number; readonly tracks: number }

const entryFor = (kind: EntryKind, place: number, { lines, goals }: Sizes) =>
  fc
    .record({
      text: sentence(14),
      on: some(lines, 3),
      parent: fc.option(fc.nat({ max: goals + 1 })),
      days: fc.uniqueArray(
        fc.constantFrom('2026-11-26', '2027-03-04', '2027-06-24', '2027-06-30', '2026-12-01'),
        {
          maxLength: 5,
        },
      ),
      agreed: fc.boolean(),
      name: fc.option(sentence(2)),
    })
    .map(({ text, on, parent, days, agreed, name }): Entry => {
      const isTrack = kind === 'teacher-track'
      const own = isTrack && name === null ? idAt<PersonId>('person', place) : null
      return {
        id: idAt(isTrack ? 'track' : 'goal', place),
        kind,
        position: place,
        personId: own,
        learningTeamId: null,
        name: isTrack ? name : null,
        weight: 'full',
        texts: text === '' ? {} : isTrack ? { goal: passage(text) } : { title: passage(text) },
        shareChoice: null,
        ownDomains: null,
        ownAim: null,
        coordinatorHours: null,
        // A parent that is out of the plan, or none.
        parentId: isTrack && parent !== null ? idAt<EntryId>('goal', parent) : null,
        visionLineIds: on.map((one) => idAt<VisionLineId>('line', one)),
        people: [],
        moments: days.toSorted().map((onDay, at) => ({
          id: idAt(`moment-${place}-${kind}`, at),
          onDay: onDay as Day,
          occasion: 'mid',
        })),
        agreedAt: agreed ? AT : null,
        carriedFrom: null,
        isSealed: false,
        revision: 1,
      }
    })

const planFor = (sizes: Sizes) =>
  fc
    .record({
      lines: fc.array(fc.record({ text: sentence(12), retired: fc.boolean() }), {
        minLength: sizes.lines,
        maxLength: sizes.lines,
      }),
      goals: fc.tuple(
        ...Array.from({ length: sizes.goals }, (_, place) => entryFor('general-goal', place, sizes)),
      ),
      tracks: fc.tuple(
        ...Array.from({ length: sizes.tracks }, (_, place) => entryFor('teacher-track', place, sizes)),
      ),
      names: fc.array(sentence(2), { minLength: sizes.tracks + 2, maxLength: sizes.tracks + 2 }),
    })
    .map(({ lines, goals, tracks, names }) => {
      const plan: Plan = {
        id: 'plan' as PlanId,
        schoolId: 'school' as SchoolId,
        schoolYear: '2026-2027' as SchoolYear,
        title: 'Begeleidingsplan',
        phase: 'input',
        revision: 1,
        previousPlanId: null,
        changes: [],
        principles: [],
        entries: [...goals, ...tracks],
        letLoose: [],
      }
      const roster: Roster = {
        people: names.map((name, place) => ({
          id: idAt<PersonId>('person', place),
          name,
          roles: ['teacher'],
          groups: place % 3 === 0 ? [`groep ${place}`, 'groep 1/2 A'] : [],
          hasLeft: false,
        })),
        learningTeams: [
          {
            id: 'team-0' as LearningTeamId,
            name: 'Leerteam Lezen',
            memberIds: [idAt<PersonId>('person', 0)],
          },
        ],
        visionLines: lines.map(({ text, retired }, place) => ({
          id: idAt<VisionLineId>('line', place),
          text,
          short: text.slice(0, 20),
          retiredAt: retired ? AT : null,
        })),
        hoursAWeek: null,
        pupils: null,
      }
      return { plan, roster }
    })

const sizes = fc.record({
  lines: fc.nat({ max: 9 }),
  goals: fc.nat({ max: 12 }),
  tracks: fc.nat({ max: 30 }),
})
const anyPlan = sizes.chain(planFor)
/** As large as a large school has it. */
const bigPlan = planFor({ lines: 7, goals: 12, tracks: 60 })

type Made = { readonly plan: Plan; readonly roster: Roster }
const threadFor = ({ plan, roster }: Made): Thread =>
  threadOf({ plan, roster, ends: looseEnds(plan, roster), evaluations: [] })

function drawn(thread: Thread): Weave {
  const telling = tellingOf(thread, 'nl', () => true)
  return weave(thread, (knot) => labelOf(knot, telling))
}

const overlap = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

function overlapping({ placed }: Weave) {
  const boxes = placed.flatMap(({ key, words }) => words.map((line) => ({ key, box: boxOf(line), line })))
  return boxes.flatMap((one, place) =>
    boxes.slice(place + 1).flatMap((other) => (overlap(one.box, other.box) ? [[one.line, other.line]] : [])),
  )
}

/** Points along a path of `M`, `C`, `H` and `V`. */
function pointsOf(path: string): { x: number; y: number }[] {
  const points: { x: number; y: number }[] = []
  let [x, y] = [0, 0]
  for (const [, sign, rest = ''] of path.matchAll(/([MCHV])([^MCHV]*)/g)) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = rest.trim().split(/\s+/).map(Number)
    const to =
      sign === 'H' ? { x: a, y } : sign === 'V' ? { x, y: a } : sign === 'C' ? { x: e, y: f } : { x: a, y: b }
    for (let t = 0; t <= 1.0001 && sign !== 'M'; t += 0.05) {
      const u = 1 - t
      points.push(
        sign === 'C'
          ? {
              x: u ** 3 * x + 3 * u * u * t * a + 3 * u * t * t * c + t ** 3 * e,
              y: u ** 3 * y + 3 * u * u * t * b + 3 * u * t * t * d + t ** 3 * f,
            }
          : { x: u * x + t * to.x, y: u * y + t * to.y },
      )
    }
    ;({ x, y } = to)
  }
  return points
}

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

describe('the drawing of the thread', () => {
  const check = (plans: typeof anyPlan, runs: number) =>
    fc.assert(
      fc.property(plans, (made) => {
        const thread = threadFor(made)
        const woven = drawn(thread)
        expect(woven.placed.map(({ key }) => key)).toEqual(thread.knots.map(({ key }) => key))
        expect(overlapping(woven)).toEqual([])
        expect(woven.ties.map(({ from, to }) => `${from} ${to}`)).toEqual(
          tiesIn(thread).map(({ from, to }) => `${from} ${to}`),
        )
      }),
      { numRuns: runs },
    )

  it('draws every knot once and every tie as a line, and no words over other words', () =>
    check(anyPlan, 150))

  it('does so with seven lines, twelve goals and sixty tracks', () => check(bigPlan, 25))

  it('lets no thread run through words, and begins and ends each at its knots', () => {
    fc.assert(
      fc.property(anyPlan, (made) => {
        const { placed, ties } = drawn(threadFor(made))
        const at = new Map(placed.map((one) => [one.key, one]))
        const boxes = placed.flatMap(({ words }) => words.map(boxOf))
        for (const { path, from, to } of ties) {
          const points = pointsOf(path)
          for (const { x, y } of points)
            expect(
              boxes.filter((box) => x > box.left && x < box.right && y > box.top && y < box.bottom),
            ).toEqual([])
          expect(points[0]?.y).toBeCloseTo((at.get(from) as Placed).y, 0)
          expect(Math.abs((points.at(-1)?.y ?? 0) - (at.get(to) as Placed).y)).toBeLessThanOrEqual(8)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('stays within its width and height', () => {
    fc.assert(
      fc.property(anyPlan, (made) => {
        const { placed, width, height } = drawn(threadFor(made))
        for (const box of placed.flatMap(({ words }) => words.map(boxOf))) {
          expect(box.left).toBeGreaterThanOrEqual(0)
          expect(box.right).toBeLessThanOrEqual(width)
          expect(box.bottom).toBeLessThanOrEqual(height)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is cut for paper where no words stand, with nothing left out, and on one sheet for a large school', () => {
    fc.assert(
      fc.property(fc.oneof(anyPlan, bigPlan), (made) => {
        const woven = drawn(threadFor(made))
        const strips = sheetsOf(woven).flat()
        for (const { words, dots } of woven.placed) {
          const whole = words.map(boxOf).map(({ top, bottom }) => ({ top, bottom }))
          for (const { top, bottom } of [...whole, ...dots.map(({ y }) => ({ top: y - 7, bottom: y + 7 }))])
            expect(strips.filter(({ from, to }) => from <= top && bottom <= to)).toHaveLength(1)
        }
      }),
      { numRuns: 40 },
    )
    const [big] = fc.sample(bigPlan, { numRuns: 1, seed: 7 }) as [Made]
    expect(sheetsOf(drawn(threadFor(big))).length).toBeLessThanOrEqual(2)
    expect(sheetsOf(drawn(threadFor(fastened(big))))).toHaveLength(1)
  })
})

/** The same plan with everything fastened: goals over the lines, tracks over the goals. */
const fastened = ({ plan, roster }: Made): Made => ({
  roster,
  plan: {
    ...plan,
    entries: plan.entries.map((entry, place) => ({
      ...entry,
      personId: entry.kind === 'general-goal' ? null : idAt<PersonId>('person', place - 12),
      moments: entry.moments.slice(0, 2),
      visionLineIds: entry.kind === 'general-goal' ? [idAt<VisionLineId>('line', place % 7)] : [],
      parentId: entry.kind === 'general-goal' ? null : idAt<EntryId>('goal', place % 12),
    })),
  },
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
          { ...none, line: idAt<VisionLineId>('line', line) },
          { ...none, person: idAt<PersonId>('person', line) },
          { ...none, loose: true },
          { ...none, domain: 'learning' as const },
        ]) {
          const part = filtered(thread, filter, made.roster)
          expect(keysIn(thread).filter((key) => keysIn(part).includes(key))).toEqual(keysIn(part))
          const kept = new Set(keysIn(part))
          for (const knot of part.knots) for (const key of knot.on) expect(kept.has(key)).toBe(true)
          expect(overlapping(drawn(part))).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('of a line is all that hangs on it and nothing else', () => {
    fc.assert(
      fc.property(planFor({ lines: 3, goals: 4, tracks: 10 }), (made) => {
        const thread = threadFor(made)
        const part = filtered(thread, { ...none, line: 'line-1' as VisionLineId }, made.roster)
        const above = (knot: Knot): string[] => knot.on.flatMap((key) => [key, ...above(knotIn(thread, key))])
        const expected = thread.knots.filter(
          (knot) => knot.key === 'line-line-1' || above(knot).includes('line-line-1'),
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
        const part = filtered(thread, { ...none, person: 'person-2' as PersonId }, made.roster)
        const tracks = part.knots.filter(({ kind }) => kind === 'track')
        expect(tracks.map(({ key }) => key)).toEqual(
          made.plan.entries.filter(({ personId }) => personId === 'person-2').map(({ id }) => `e-${id}`),
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

describe('letters', () => {
  it('fit in the room they have', () => {
    fc.assert(
      fc.property(
        sentence(20),
        fc.integer({ min: 40, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, most) => {
          const letters = { size: 15 }
          const lines = wrapped(text, letters, width, most)
          expect(lines.length).toBeLessThanOrEqual(most)
          for (const line of lines) expect(widthOf(line, letters)).toBeLessThanOrEqual(width)
          expect(widthOf(fitted(text, letters, width), letters)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})
