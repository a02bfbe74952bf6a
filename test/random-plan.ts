import fc from 'fast-check'
import { type Thread, threadOf } from '../app/home/thread.ts'
import { type Weave, weave } from '../app/home/thread-weave.ts'
import { labelOf, tellingOf } from '../app/home/thread-words-view.ts'
import type { Day, Moment } from '../app/kernel/day.ts'
import type { Id, PlanId, SchoolId } from '../app/kernel/id.ts'
import type { SchoolYear } from '../app/kernel/school-year.ts'
import { type Entry, type EntryKind, UNSAID } from '../app/plan/entry.ts'
import { looseEnds } from '../app/plan/loose-end.ts'
import type { Plan } from '../app/plan/plan.ts'
import type { Roster } from '../app/plan/roster.ts'
import type { Passage } from '../app/writing/passage.ts'

const AT = '2026-11-19T09:42:00.000Z' as Moment
const WORDS =
  'elke groep leest samen een half uur Rekengesprekken met wisbordjes & denktijd 60 % 1S/2F Automatiseringsvaardigheden'.split(
    ' ',
  )

/** Words as people write them, and what nobody expects. */
export const sentence = (most: number) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: most }).map((all) => all.join(' ')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.constant('W'.repeat(90)) },
  )

/** A stored text. */
export const passage = (text: string): Passage => ({ text, revision: 1, changedAt: AT, changedBy: null })
/** An id that can be read. */
export const idAt = <Noun extends string>(noun: Noun, place: number) => `${noun}-${place}` as Id<Noun>
/** Goals and tracks are both entries: tracks are counted from here. */
const TRACKS_FROM = 100
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
      const own = isTrack && name === null ? idAt('person', place) : null
      return {
        id: idAt('entry', isTrack ? TRACKS_FROM + place : place),
        kind,
        position: place,
        ...UNSAID,
        personId: own,
        name: isTrack ? name : null,
        texts: text === '' ? {} : isTrack ? { goal: passage(text) } : { title: passage(text) },
        // A parent that is out of the plan, or none.
        parentId: isTrack && parent !== null ? idAt('entry', parent) : null,
        visionLineIds: on.map((one) => idAt('vision-line', one)),
        moments: days.toSorted().map((onDay, at) => ({
          id: idAt('evaluation-moment', 1000 * place + at),
          onDay: onDay as Day,
          occasion: 'mid',
        })),
        agreedAt: agreed ? AT : null,
        carriedFrom: null,
        isSealed: false,
        revision: 1,
      }
    })

/** A plan of a size in which anything can hang on anything, with its team. */
export const planFor = (sizes: Sizes) =>
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
        preventiveAim: null,
        careHours: null,
        roomHours: null,
      }
      const roster: Roster = {
        people: names.map((name, place) => ({
          id: idAt('person', place),
          name,
          roles: ['teacher'],
          groups: place % 3 === 0 ? [`groep ${place}`, 'groep 1/2 A'] : [],
          hasLeft: false,
        })),
        learningTeams: [
          {
            id: idAt('learning-team', 0),
            name: 'Leerteam Lezen',
            memberIds: [idAt('person', 0)],
          },
        ],
        visionLines: lines.map(({ text, retired }, place) => ({
          id: idAt('vision-line', place),
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
/** Of any size that a school has. */
export const anyPlan = sizes.chain(planFor)
/** As large as a large school has it. */
export const bigPlan = planFor({ lines: 7, goals: 12, tracks: 60 })

/** A plan with the team that it can name. */
export type Made = { readonly plan: Plan; readonly roster: Roster }
/** Its thread, as the coordinator sees it. */
export const threadFor = ({ plan, roster }: Made): Thread =>
  threadOf({ plan, roster, ends: looseEnds(plan, roster), evaluations: [] })

/** The drawing of a thread, in Dutch. */
export function drawn(thread: Thread): Weave {
  const telling = tellingOf(thread, 'nl', () => true)
  return weave(thread, (knot) => labelOf(knot, telling))
}
