import type { AmbitionAbout, AmbitionGiven } from '../ambition/ambition.ts'
import { teamNumbers } from '../ambition/ambition-numbers-store.ts'
import { makeAmbition } from '../ambition/ambition-store.ts'
import { tieAmbition } from '../ambition/ambition-tie-store.ts'
import { choicesIn } from '../ambition/choice.ts'
import { dayOf } from '../kernel/day.ts'
import type { DataTalkId, EntryId, PlanId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { nextYear, schoolYearOf } from '../kernel/school-year.ts'
import { textOf } from '../plan/entry.ts'
import { entriesOf } from '../plan/plan.ts'
import { readPlan } from '../plan/plan-store.ts'
import type { Seed } from './demo-plan.ts'

type Hanging = {
  readonly plan: PlanId
  /** The data talk of the learning team for arithmetic, from which both come. */
  readonly talkId: DataTalkId | null
}

/** What the learning team for arithmetic wants to reach: with the reference levels, and with the tables in group 6. */
export async function seedAmbitions(seed: Seed, { plan, talkId }: Hanging): Promise<void> {
  const { tx, keeper, now, cast } = seed
  const by = nextYear(schoolYearOf(dayOf(new Date(now))))
  const base = { teamId: cast.learningTeams.rekenen, talkId, by }
  const numbers = await teamNumbers(tx, keeper)
  const choices = choicesIn(numbers.shown, numbers.standings)
  const tables = choices.find(({ about }) => isGroupSix(about))
  const levels: AmbitionGiven = {
    ...base,
    about: { of: 'standing', share: 'target' },
    to: 60,
    why: 'Het ging elk jaar een stap omhoog. Met rekenen erbij kan het naar 60 %.',
  }
  await add(seed, levels, await goalOf(seed, plan), plan)
  if (!tables) return
  const given = {
    ...base,
    about: tables.about,
    to: Math.round(tables.now.value + 3),
    why: 'De tafels zitten in groep 6 nog niet vast. Elke dag tien minuten oefenen moet hier te zien zijn.',
  }
  await add(seed, given, await trackOf(seed, plan), plan)
}

const isGroupSix = (about: AmbitionAbout) =>
  about.of === 'section' &&
  about.subject === 'Rekenen' &&
  about.yearGroup === 6 &&
  about.moment === 'M' &&
  about.measure === 'mean'

/** The goal of the plan that says the same in words. */
const SAYS_IT = '60 %'

async function goalOf({ tx, keeper }: Seed, id: PlanId): Promise<EntryId | null> {
  const plan = await readPlan(tx, keeper, id)
  const goals = plan ? entriesOf(plan, 'general-goal') : []
  return goals.find((one) => textOf(one, 'title').includes(SAYS_IT))?.id ?? null
}

async function trackOf({ tx, keeper, cast }: Seed, id: PlanId): Promise<EntryId | null> {
  const plan = await readPlan(tx, keeper, id)
  const tracks = plan ? entriesOf(plan, 'learning-team-track') : []
  return tracks.find((one) => one.learningTeamId === cast.learningTeams.rekenen)?.id ?? null
}

async function add({ tx, keeper, now }: Seed, given: AmbitionGiven, entryId: EntryId | null, planId: PlanId) {
  const made = await makeAmbition(tx, keeper, given, now)
  if (isRefusal(made)) throw new Error(`the ambition of the demo school was refused: ${made.refused}`)
  if (entryId === null) return
  const tied = await tieAmbition(tx, keeper, made, { planId, entryId, amendmentId: null })
  if (isRefusal(tied)) throw new Error(`the ambition of the demo school hangs on nothing: ${tied.refused}`)
}
