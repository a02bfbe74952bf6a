import type { Db } from '../db/database.ts'
import { type Day, dayOf, type Moment, momentOf } from '../kernel/day.ts'
import type { EntryId, LearningTeamId, PersonId, PlanId, VisionLineId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { previousYear, type SchoolYear, schoolYearOf, yearTitle } from '../kernel/school-year.ts'
import { addEntry, agreeTrack } from '../plan/entry-store.ts'
import { entriesOf, entryOf, type Plan } from '../plan/plan.ts'
import { createPlan, movePlan, readPlan } from '../plan/plan-store.ts'
import { addPrinciple } from '../plan/principle-store.ts'
import { propose } from '../plan/proposal-store.ts'
import type { Tie } from '../plan/tie.ts'
import { namePerson, setMoments, tieEntry } from '../plan/tie-store.ts'
import type { Keeper, Member } from '../session/actor.ts'
import type { DemoLearningTeamKey, DemoPersonKey, DemoVisionKey } from './demo-cast.ts'
import { DEMO_GOALS, DEMO_PRINCIPLES, type DemoGoal } from './demo-goals.ts'
import { LAST_YEAR_GOALS, LAST_YEAR_PRINCIPLES, LAST_YEAR_TRACKS } from './demo-last-year.ts'
import { seedTalk } from './demo-talk.ts'
import { DEMO_TEAM_TRACKS } from './demo-team-tracks.ts'
import type { DemoTrack } from './demo-track.ts'
import { DEMO_TEACHER_TRACKS } from './demo-tracks.ts'

/** The ids that the seeded cast got. */
export type DemoCast = {
  readonly people: Readonly<Record<DemoPersonKey, PersonId>>
  readonly learningTeams: Readonly<Record<DemoLearningTeamKey, LearningTeamId>>
  readonly visionLines: Readonly<Record<DemoVisionKey, VisionLineId>>
  /** Somebody of the cast as an actor. */
  readonly member: (key: DemoPersonKey) => Member
}

export type Seed = { readonly tx: Db; readonly keeper: Keeper; readonly cast: DemoCast; readonly now: Moment }
type Content = {
  readonly principles: readonly { preset: string; text: string }[]
  readonly goals: readonly DemoGoal[]
  readonly tracks: readonly DemoTrack<DemoPersonKey>[]
  readonly teamTracks: readonly DemoTrack<DemoLearningTeamKey>[]
}

/** The plan of the year in which the story was written; days move along to the year that it is now. */
const STORY_YEAR = 2026

/** The plan in progress of this school year, in the phase of input, with last year's plan before it. */
export async function seedThisYear(seed: Seed, lastYear: PlanId | null) {
  const year = schoolYearOf(dayOf(new Date(seed.now)))
  const planId = await newPlan(before(seed, 75), year, lastYear)
  const content = {
    principles: DEMO_PRINCIPLES,
    goals: DEMO_GOALS,
    tracks: DEMO_TEACHER_TRACKS,
    teamTracks: DEMO_TEAM_TRACKS,
  }
  const old = lastYear && (await reread(seed, lastYear))
  await fill(before(seed, 40), planId, content, daysMoved(year, STORY_YEAR), old)
  await move(
    before(seed, 12),
    planId,
    'Het concept is klaar. Iedereen kan meelezen en aanvullen tot de teamvergadering.',
  )
  await talk(before(seed, 1), planId)
  return planId
}

/** Last year's plan, written and in the phase of input: adopting and evaluating it is the caller's. */
export async function seedLastYear(seed: Seed) {
  const year = previousYear(schoolYearOf(dayOf(new Date(seed.now))))
  const planId = await newPlan(before(seed, 440), year, null)
  const content = {
    principles: LAST_YEAR_PRINCIPLES,
    goals: LAST_YEAR_GOALS,
    tracks: LAST_YEAR_TRACKS,
    teamTracks: [],
  }
  await fill(before(seed, 425), planId, content, daysMoved(year, STORY_YEAR - 1))
  await move(before(seed, 420), planId, 'Het concept is klaar.')
  return planId
}

/** The same, so many days ago: a plan is not made in a moment. */
const before = (seed: Seed, days: number): Seed => ({
  ...seed,
  now: momentOf(new Date(Date.parse(seed.now) - days * 86_400_000)),
})

async function newPlan({ tx, keeper, now }: Seed, year: SchoolYear, previousPlanId: PlanId | null) {
  const title = `Begeleidingsplan ${yearTitle(year)}`
  return must(
    await createPlan(
      tx,
      keeper,
      { schoolYear: year, title, previousPlanId, why: 'Een nieuw schooljaar.' },
      now,
    ),
  )
}

/** Makes all entries first and ties them after one reading of the plan. */
async function fill(
  seed: Seed,
  planId: PlanId,
  content: Content,
  moved: (day: string) => Day,
  old: Plan | null = null,
) {
  const { tx, keeper, now, cast } = seed
  const plan = await reread(seed, planId)
  for (const principle of content.principles) must(await addPrinciple(tx, keeper, plan, principle, now))
  const goals: EntryId[] = []
  for (const goal of content.goals)
    goals.push(must(await addEntry(tx, keeper, plan, { ...goal, carriedFrom: goalBefore(old, goal) }, now)))
  const tracks: [EntryId, DemoTrack<string>][] = []
  for (const { whose, ...track } of content.teamTracks) {
    const entry = {
      kind: 'learning-team-track',
      learningTeamId: cast.learningTeams[whose],
      ...track,
    } as const
    tracks.push([must(await addEntry(tx, keeper, plan, entry, now)), { whose, ...track }])
  }
  for (const { whose, ...track } of content.tracks) {
    const personId = cast.people[whose]
    const carriedFrom = old && track.goesOn ? trackBefore(old, personId) : null
    const entry = { kind: 'teacher-track', personId, carriedFrom, ...track } as const
    tracks.push([must(await addEntry(tx, keeper, plan, entry, now)), { whose, ...track }])
  }
  const made = await reread(seed, planId)
  for (const [index, goal] of content.goals.entries())
    await tieGoal(seed, made, must(goals[index]), goal, moved)
  for (const [id, track] of tracks) await tieTrack(seed, made, id, track, goals, moved)
}

/** The goal of last year that a goal goes on with. */
const trackBefore = (old: Plan, personId: PersonId) =>
  must(old.entries.find((one) => one.personId === personId)).id

function goalBefore(old: Plan | null, { goesOn }: DemoGoal): EntryId | null {
  if (!old || !goesOn) return null
  return must([...entriesOf(old, 'general-goal'), ...entriesOf(old, 'team-goal')][goesOn - 1]).id
}

async function tieGoal(seed: Seed, plan: Plan, id: EntryId, goal: DemoGoal, moved: (day: string) => Day) {
  await tie(
    seed,
    plan,
    id,
    { visionLineIds: goal.line ? [seed.cast.visionLines[goal.line]] : [] },
    goal.days.map(moved),
  )
}

async function tieTrack(
  seed: Seed,
  plan: Plan,
  id: EntryId,
  track: DemoTrack<string>,
  goals: EntryId[],
  moved: (day: string) => Day,
) {
  const { tx, keeper, now } = seed
  const parentId = track.goal ? (goals[track.goal - 1] ?? null) : null
  const ties = { parentId, coordinatorHours: track.hours ?? null, shareChoice: 'share' } as const
  const entry = await tie(seed, plan, id, ties, track.days.map(moved))
  for (const key of track.support ?? []) {
    must(await namePerson(tx, keeper, plan, entry, seed.cast.people[key], 'support', now))
  }
  if (entry.kind === 'teacher-track') must(await agreeTrack(tx, keeper, plan, entry, now))
}

async function tie({ tx, keeper }: Seed, plan: Plan, id: EntryId, ties: Tie, days: Day[]) {
  const entry = must(entryOf(plan, id))
  must(await tieEntry(tx, keeper, plan, entry, ties))
  must(
    await setMoments(
      tx,
      keeper,
      plan,
      entry,
      days.map((onDay) => ({ onDay, occasion: occasionOf(onDay) })),
    ),
  )
  return entry
}

const occasionOf = (day: Day) => (day.slice(5, 7) === '06' ? 'end' : 'mid')

async function move(seed: Seed, planId: PlanId, why: string) {
  must(await movePlan(seed.tx, seed.keeper, await reread(seed, planId), 'input', why, seed.now))
}

/** What waits for somebody: a proposal of Karin for Anouk, and Wilma who asks Bram to think along. */
async function talk(seed: Seed, planId: PlanId) {
  const { tx, cast, now } = seed
  const plan = await reread(seed, planId)
  const trackOf = (key: DemoPersonKey) =>
    must(plan.entries.find((entry) => entry.personId === cast.people[key]) ?? null)
  const texts = {
    approach:
      'Wisbordjes en denktijd. Eerst bij rekenen, daarna bij spelling. Na elke les noteer ik één ding dat hielp.',
  }
  const note = 'Je vertelde in de gang wat er na een les bij je blijft hangen. Zullen we dat erbij zetten?'
  must(
    await propose(
      tx,
      cast.member('karin'),
      plan,
      trackOf('anouk'),
      { texts, source: 'coordinator', note },
      now,
    ),
  )
  must(await namePerson(tx, cast.member('wilma'), plan, trackOf('wilma'), cast.people.bram, 'support', now))
  await seedTalk(seed, await reread(seed, planId))
}

async function reread({ tx, keeper }: Seed, planId: PlanId) {
  return must(await readPlan(tx, keeper, planId))
}

/** Moves a day of the story by whole years. */
const daysMoved = (year: SchoolYear, storyYear: number) => (day: string) =>
  `${Number(day.slice(0, 4)) + Number(year.slice(0, 4)) - storyYear}${day.slice(4)}` as Day

/** The seed never refuses: if it does, the seed is wrong. */
function must<Value>(value: Value) {
  if (isRefusal(value)) throw new Error(`the seed of the demo was refused: ${value.refused}`)
  return value as NonNullable<Exclude<Value, { readonly refused: string }>>
}
