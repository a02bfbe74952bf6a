import type { Db } from '../../app/db/database.ts'
import { ensureDemo } from '../../app/home/demo-school.ts'
import { DEMO_TEACHER_TRACKS } from '../../app/home/demo-tracks.ts'
import { dayOf, type Moment, momentOf } from '../../app/kernel/day.ts'
import type { PersonId, PlanId } from '../../app/kernel/id.ts'
import { isRefusal } from '../../app/kernel/refusal.ts'
import { addEntry, agreeTrack } from '../../app/plan/entry-store.ts'
import { entryOf, type Plan } from '../../app/plan/plan.ts'
import { planOfToday, readPlan } from '../../app/plan/plan-store.ts'
import { setMoments, tieEntry } from '../../app/plan/tie-store.ts'
import { addPeople } from '../../app/school/person-store.ts'
import { schoolsOnServer } from '../../app/school/school-store.ts'
import { readTeam } from '../../app/school/team-store.ts'
import type { Keeper } from '../../app/session/actor.ts'

/**
 * The demo school grown until its plan of this year has so many teachers' tracks, each written, tied to a goal, dated
 * and agreed: a big school.
 */
export async function growDemoPlan(db: Db, tracks: number): Promise<PlanId> {
  const now = new Date()
  await ensureDemo(db, now)
  const demo = (await schoolsOnServer(db)).find((school) => school.demo)
  if (!demo) throw new Error('no demo school')
  const keeper: Keeper = { kind: 'keeper', schoolId: demo.id }
  const planId = must(await planOfToday(db, keeper, dayOf(now)))
  const missing =
    tracks - (await planNow(db, keeper, planId)).entries.filter((one) => one.kind === 'teacher-track').length
  for (const personId of await newcomers(db, keeper, Math.max(0, missing), momentOf(now))) {
    await writeTrack(db, keeper, planId, personId, momentOf(now))
  }
  return planId
}

const planNow = async (db: Db, keeper: Keeper, id: PlanId): Promise<Plan> =>
  must(await readPlan(db, keeper, id))

async function newcomers(db: Db, keeper: Keeper, count: number, now: Moment): Promise<PersonId[]> {
  const before = new Set((await readTeam(db, keeper)).people.map((person) => person.id))
  const list = Array.from({ length: count }, (_, place) => ({
    line: place + 1,
    name: `Collega ${place + 1}`,
    email: `collega${place + 1}@example.org`,
    roles: '',
    groups: '',
  }))
  if (count > 0) must(await addPeople(db, keeper, list, { mayGive: () => true, now }))
  return (await readTeam(db, keeper)).people.map((person) => person.id).filter((id) => !before.has(id))
}

async function writeTrack(db: Db, keeper: Keeper, planId: PlanId, personId: PersonId, now: Moment) {
  const plan = await planNow(db, keeper, planId)
  const { texts, days } = must(DEMO_TEACHER_TRACKS[plan.entries.length % DEMO_TEACHER_TRACKS.length])
  const id = must(await addEntry(db, keeper, plan, { kind: 'teacher-track', personId, texts }, now))
  const made = await planNow(db, keeper, planId)
  const entry = must(entryOf(made, id))
  const goal = made.entries.find((one) => one.kind === 'team-goal')
  must(
    await tieEntry(db, keeper, made, entry, {
      parentId: goal?.id ?? null,
      coordinatorHours: 3,
      shareChoice: 'share',
    }),
  )
  must(
    await setMoments(
      db,
      keeper,
      made,
      entry,
      days.map((onDay) => ({ onDay: dayOf(new Date(onDay)), occasion: 'end' })),
    ),
  )
  must(await agreeTrack(db, keeper, made, entry, now))
}

/** What a seed needs; a refusal here is a mistake of ours. */
function must<Answer>(answer: Answer): Exclude<NonNullable<Answer>, { refused: string }> {
  if (answer === undefined || isRefusal(answer))
    throw new Error(`the plan could not grow: ${JSON.stringify(answer)}`)
  return answer as Exclude<NonNullable<Answer>, { refused: string }>
}
