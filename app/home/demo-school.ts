import { clearSchool } from '../db/clear-school.ts'
import type { Db } from '../db/database.ts'
import { type Day, dayOf, type Moment, momentOf } from '../kernel/day.ts'
import { newId, type PersonId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import { addFirstSections } from '../school/group-store.ts'
import { addLearningTeams } from '../school/learning-team-store.ts'
import { addPeople } from '../school/person-store.ts'
import { changeSchool, createSchool, retireDemo, schoolsOnServer } from '../school/school-store.ts'
import type { Team } from '../school/team.ts'
import { readTeam } from '../school/team-store.ts'
import type { VisionLine } from '../school/vision.ts'
import { addVisionLines, readVision } from '../school/vision-store.ts'
import { joinAs } from '../session/account-store.ts'
import type { Keeper, Member } from '../session/actor.ts'
import { adoptLastYear } from './demo-adopted.ts'
import { seedAmbitions } from './demo-ambitions.ts'
import { seedAnalysis } from './demo-analysis.ts'
import { seedQuestions } from './demo-answers.ts'
import { seedAim, seedBudget } from './demo-budget.ts'
import { seedCalendar } from './demo-calendar.ts'
import {
  DEMO_GROUPS,
  DEMO_LEARNING_TEAMS,
  DEMO_PEOPLE,
  DEMO_SCHOOL,
  DEMO_VISION_LINES,
  type DemoLearningTeamKey,
  type DemoPersonKey,
  type DemoVisionKey,
} from './demo-cast.ts'
import { seedContext } from './demo-context.ts'
import { seedDataTalk } from './demo-data-talk.ts'
import { seedMeeting } from './demo-meeting.ts'
import { seedOffice } from './demo-office.ts'
import { seedPeers } from './demo-peers.ts'
import { type DemoCast, seedLastYear, seedThisYear } from './demo-plan.ts'
import { seedProfiles } from './demo-profiles.ts'
import { seedResults } from './demo-results.ts'
import { seedShelf } from './demo-shelf.ts'
import { seedSteps } from './demo-steps.ts'
import { seedTime } from './demo-time.ts'
import { seedVisits } from './demo-visits.ts'
import { seedYear } from './demo-year.ts'

/**
 * Makes the demo school when it is not there yet. Of servers that start together one makes it. `keyFile`: where the key
 * of pupils' numbers lies; without one the school has no test results.
 */
export const ensureDemo = async (db: Db, now: Date, keyFile?: string): Promise<void> =>
  done(
    await db.write('server', async (_, tx) => {
      await tx.hold('demo school')
      if ((await schoolsOnServer(tx)).every(({ demo }) => !demo)) await seedDemo(tx, now, keyFile)
    }),
  )

/** The demo school as on the first day. Who was in it has to come in again; what was sealed stays, out of reach. */
export const resetDemo = async (db: Db, now: Date, keyFile?: string): Promise<void> =>
  done(
    await db.write('server', async (sql, tx) => {
      await tx.hold('demo school')
      for (const { id, demo } of await schoolsOnServer(tx)) {
        if (!demo) continue
        await clearSchool(sql, id)
        await retireDemo(tx, id, momentOf(now))
      }
      await seedDemo(tx, now, keyFile)
    }),
  )

/** School, team and vision, then the plans: last year's and this year's. */
async function seedDemo(tx: Db, now: Date, keyFile: string | undefined) {
  const moment = momentOf(now)
  const keeper = await seedSchool(tx, now)
  await seedTeam(tx, keeper, moment)
  done(await addVisionLines(tx, keeper, DEMO_VISION_LINES, moment))
  const cast = castOf(keeper, await readTeam(tx, keeper), await readVision(tx, keeper))
  const seed = { tx, keeper, cast, now: moment }
  const lastYear = await seedLastYear(seed)
  await seedAim(seed, lastYear)
  await adoptLastYear(seed, lastYear)
  const thisYear = await seedThisYear(seed, lastYear)
  await seedBudget(seed, thisYear)
  await seedMeeting(seed, thisYear)
  await seedShelf(seed, lastYear, thisYear)
  await seedSteps(seed, thisYear)
  await seedTime(seed, thisYear)
  await seedVisits(seed, thisYear)
  await seedYear(seed)
  await seedCalendar(seed)
  await seedProfiles(seed)
  await seedOffice(seed)
  await seedQuestions(seed, lastYear, thisYear)
  await seedPeers(seed)
  await seedContext(tx, keeper, now)
  if (keyFile === undefined) return
  await seedResults(tx, keeper, now, keyFile)
  await seedAmbitions(seed, { plan: thisYear, talkId: await seedDataTalk(seed) })
  // Last of all: it holds what the others made.
  await seedAnalysis(seed)
}

async function seedSchool(tx: Db, now: Date): Promise<Keeper> {
  const { name, brin, language, coordinatorWord, teacherWord, hoursAWeek, pupils } = DEMO_SCHOOL
  const firstYear = schoolYearOf(dayOf(now))
  const facts = { name, brin, language, coordinatorWord, teacherWord, firstYear, demo: true }
  const keeper: Keeper = { kind: 'keeper', schoolId: await createSchool(tx, facts, momentOf(now)) }
  await changeSchool(tx, keeper, { hoursAWeek, pupils })
  return keeper
}

async function seedTeam(tx: Db, keeper: Keeper, now: Moment) {
  await tx.write(keeper, (sql) => addFirstSections(sql, keeper))
  const list = DEMO_PEOPLE.map((person, place) => ({
    line: place + 1,
    name: person.name,
    email: person.email,
    roles: person.roles.join(', '),
    groups: person.groups
      .map((key) => DEMO_GROUPS.find((group) => group.key === key)?.name ?? key)
      .join(', '),
  }))
  done(await addPeople(tx, keeper, list, { mayGive: () => true, now }))
  const { people } = await readTeam(tx, keeper)
  const idOf = (name: string) => people.find((person) => person.name === name)?.id
  const teams = DEMO_LEARNING_TEAMS.map(({ key, name }) => ({
    name,
    members: membersOf(key).flatMap((one) => idOf(one.name) ?? []),
  }))
  done(await addLearningTeams(tx, keeper, teams))
  for (const { name, joinedOn } of DEMO_PEOPLE) await join(tx, keeper, idOf(name), joinedOn)
}

const membersOf = (key: DemoLearningTeamKey) =>
  DEMO_PEOPLE.filter((person) => person.learningTeams.includes(key))

async function join(tx: Db, { schoolId }: Keeper, personId: PersonId | undefined, on: Day) {
  if (!personId) return
  await tx.write({ schoolId }, (sql) => joinAs(sql, { schoolId, personId }, `${on}T07:00:00.000Z` as Moment))
}

/** A seed that is refused is a mistake in the cast. */
function done(answer: unknown) {
  if (isRefusal(answer)) throw new Error(`the demo school was refused: ${answer.refused}`)
}

function castOf(keeper: Keeper, team: Team, vision: readonly VisionLine[]): DemoCast {
  const ids = <Key extends string, Id>(
    list: readonly { key: Key; name: string }[],
    all: readonly { id: Id; name: string }[],
  ) =>
    Object.fromEntries(
      list.map(({ key, name }) => [key, all.find((one) => one.name === name)?.id]),
    ) as Record<Key, Id>
  const people: Record<DemoPersonKey, PersonId> = ids(DEMO_PEOPLE, team.people)
  const lines = vision.map(({ id, short }) => ({ id, name: short }))
  return {
    people,
    learningTeams: ids(DEMO_LEARNING_TEAMS, team.learningTeams),
    visionLines: ids<DemoVisionKey, VisionLine['id']>(
      DEMO_VISION_LINES.map(({ key, short }) => ({ key, name: short })),
      lines,
    ),
    member: (key) => memberOf(keeper, team, people[key]),
  }
}

/** Somebody of the cast as an actor, without a session anybody could use. */
function memberOf({ schoolId }: Keeper, team: Team, personId: PersonId): Member {
  const person = team.people.find(({ id }) => id === personId)
  if (!person) throw new Error('the demo school misses somebody of its cast')
  const { name, roles, learningTeams } = person
  return {
    kind: 'member',
    schoolId,
    personId,
    name,
    roles,
    learningTeams,
    sessionId: newId<'session'>(),
    demo: true,
  }
}
