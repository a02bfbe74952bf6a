import { newText } from '../adoption/amendment.ts'
import { readAllAmendments } from '../adoption/amendment-store.ts'
import type { MadeGoal } from '../adoption/goal-place.ts'
import { type GivenGoal, makeTeamGoal, type NewGoalNo } from '../adoption/new-goal-store.ts'
import { type AheadNo, putPoint } from '../agenda/ahead-store.ts'
import type { Db } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { AmbitionId, DataTalkId, EntryId, MeetingId, PlanId, StepId, TalkLineId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { Entry } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import type { PlanNo } from '../plan/plan-no.ts'
import { readPlan } from '../plan/plan-store.ts'
import { setMoments } from '../plan/tie-store.ts'
import type { Actor } from '../session/actor.ts'
import type { StepNo } from '../step/step-may.ts'
import { makeStep } from '../step/step-write-store.ts'
import { isTieable } from './doing.ts'
import { isOpenToTeam, lineIn, type Talk, type TalkHead } from './talk.ts'
import { type GivenBack, giveBack, type PlaceOf, takeAlong } from './talk-ambition-store.ts'
import { writeLine } from './talk-line-store.ts'
import { mayTakePart } from './talk-may.ts'
import { changeHead, type InTalk, onTalk, type TalkNo } from './talk-write-store.ts'

/** From a talk to the plan: a goal, its steps, when it is looked back at, and the agenda of a meeting. */

export type TalkGoalNo = TalkNo | NewGoalNo

/** Ambitions that hang on something else and come along all the same. */
type Along = { readonly taken: ReadonlySet<AmbitionId> }

/**
 * Makes a team goal of a talk; one goal comes of a talk. Its ambitions that hang on nothing are tied to it, and those that
 * were chosen.
 */
export const makeTalkGoal = (
  db: Db,
  actor: Actor,
  id: DataTalkId,
  { taken, ...given }: GivenGoal & Along,
  now: Moment,
) =>
  onTalk<MadeGoal, TalkGoalNo>(db, actor, { id, now }, async (at) => {
    if (at.talk.goal && (await standsStill(at.tx, actor, at.talk.goal))) return refuse('goal-made')
    const made = await makeTeamGoal(at, actor, given, now)
    if (isRefusal(made)) return made
    await putGoal(at, actor, made, taken, now)
    return made
  })

/** Ties a talk to a goal that is there, or to the track of its learning team; its ambitions as when one is made. */
export const tieTalk = (
  db: Db,
  actor: Actor,
  id: DataTalkId,
  { planId, entryId, taken }: { readonly planId: PlanId; readonly entryId: EntryId } & Along,
  now: Moment,
) =>
  onTalk<MadeGoal, TalkGoalNo>(db, actor, { id, now }, async (at) => {
    const plan = await readPlan(at.tx, actor, planId)
    if (!plan || plan.phase === 'archived' || !isTieable(plan, at.talk.team, entryId))
      return refuse('goal-unknown', 'entry')
    const goal = { planId, entryId, amendmentId: null }
    await putGoal(at, actor, goal, taken, now)
    return goal
  })

/** Lets a talk go from what it was tied to, and gives its ambitions back; what stands in the plan stays there. */
export const untieTalk = (db: Db, actor: Actor, id: DataTalkId, now: Moment) =>
  onTalk<GivenBack, TalkNo>(db, actor, { id, now }, async (at) => {
    const none = { plan_id: null, entry_id: null, amendment_id: null, goal_at: null }
    const given = await giveBack(at, actor, placeIn(at.tx, actor))
    await changeHead(at.sql, actor, at.talk, none)
    return given
  })

async function putGoal(at: InTalk, actor: Actor, goal: MadeGoal, taken: Along['taken'], now: Moment) {
  const { planId, entryId, amendmentId } = goal
  const row = { plan_id: planId, entry_id: entryId, amendment_id: amendmentId, goal_at: now }
  await changeHead(at.sql, actor, at.talk, row)
  await takeAlong(at, actor, goal, { taken, placeOf: placeIn(at.tx, actor) })
}

const placeIn =
  (tx: Db, actor: Actor): PlaceOf =>
  async (tie) =>
    (await standingGoal(tx, actor, tie))?.goal ?? null

/** What came of a talk as it stands in the plan now. */
export type StandingGoal = {
  readonly plan: Plan
  /** Null: proposed, and not decided yet. */
  readonly entry: Entry | null
  /** The title with which it was proposed; '' once it stands in the plan. */
  readonly proposed: string
  readonly goal: MadeGoal
}

/** Where the goal of a talk stands; null when it was taken out, withdrawn or declined. */
export async function standingGoal(
  db: Db,
  actor: Actor,
  goal: MadeGoal | null,
): Promise<StandingGoal | null> {
  const plan = goal && (await readPlan(db, actor, goal.planId))
  if (!plan || !goal) return null
  if (goal.entryId !== null) {
    const entry = entryOf(plan, goal.entryId)
    return entry && { plan, entry, proposed: '', goal }
  }
  const amendment = (await readAllAmendments(db, actor, plan)).find(({ id }) => id === goal.amendmentId)
  if (!amendment || amendment.ended?.is === 'withdrawn' || amendment.ended?.is === 'declined') return null
  const entry = amendment.ended ? entryOf(plan, amendment.subjectId as EntryId | null) : null
  if (entry) return { plan, entry, proposed: '', goal: { ...goal, entryId: entry.id } }
  return { plan, entry: null, proposed: newText(amendment, 'title'), goal }
}

const standsStill = async (db: Db, actor: Actor, goal: TalkHead['goal']) =>
  (await standingGoal(db, actor, goal)) !== null

/** Makes a first step of a line on what we do; of who makes it, until somebody else is named there. */
export const layStep = (db: Db, actor: Actor, id: DataTalkId, lineId: TalkLineId, now: Moment) =>
  onTalk<StepId, TalkNo | StepNo>(db, actor, { id, now }, async ({ sql, tx, talk }) => {
    const line = lineIn(talk, lineId)
    if (line === null || line.part !== 'act') return refuse('line-gone')
    if (line.stepId !== null) return refuse('step-made')
    const standing = await standingGoal(tx, actor, talk.goal)
    if (!standing?.entry) return refuse('no-goal-yet')
    const given = { what: line.words, form: null, onDay: null, people: [] }
    const step = await makeStep(tx, actor, standing.plan, standing.entry.id, given, now)
    if (isRefusal(step)) return step
    await writeLine(sql, actor, line, { step_id: step })
    return step
  })

/** Looks back at the goal on this day, beside the days that it has already. */
export const lookBackOn = (db: Db, actor: Actor, id: DataTalkId, onDay: Day, now: Moment) =>
  onTalk<'done', TalkNo | PlanNo>(db, actor, { id, now }, async ({ tx, talk }) => {
    const standing = await standingGoal(tx, actor, talk.goal)
    if (!standing?.entry) return refuse('no-goal-yet')
    const { plan, entry } = standing
    const there = entry.moments.map((one) => ({ onDay: one.onDay, occasion: one.occasion }))
    if (there.some((one) => one.onDay === onDay)) return 'done'
    const no = await setMoments(tx, actor, plan, entry, [...there, { onDay, occasion: 'other' }])
    return no ?? 'done'
  })

type Point = {
  readonly meetingId: MeetingId
  /** Shares it with the team in the same act. */
  readonly shares: boolean
  titleOf(talk: Talk): string
}

/**
 * Puts a talk that the team reads on the agenda of a meeting, which shows what stands in it. Who may is what the meeting
 * says.
 */
export const putTalkOnAgenda = (db: Db, actor: Actor, id: DataTalkId, given: Point, now: Moment) =>
  onTalk<'done', TalkNo | AheadNo>(db, actor, { id, now, may: mayTakePart }, async ({ sql, tx, talk }) => {
    if (!isOpenToTeam(talk) && !given.shares) return refuse('not-shared')
    if (talk.meetingId === given.meetingId) return refuse('on-agenda')
    const words = { title: given.titleOf(talk), text: '', about: id }
    const done = await putPoint(tx, actor, given.meetingId, words, now)
    if (isRefusal(done)) return done
    const shared = isOpenToTeam(talk) ? {} : { shared_at: now }
    await changeHead(sql, actor, talk, { ...shared, meeting_id: given.meetingId })
    return 'done'
  })
