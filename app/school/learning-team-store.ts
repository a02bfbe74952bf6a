import type { Db, Sql } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import { type LearningTeamId, newId, type PersonId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import {
  isRunning,
  type LearningTeamRefusal,
  MOST_LEARNING_TEAMS,
  type WrittenTeam,
} from './learning-team.ts'
import { alike } from './line.ts'
import { schoolChanged } from './school-store.ts'
import { learningTeamIn, personIn, type Team } from './team.ts'
import { readTeam } from './team-store.ts'

type Done = LearningTeamRefusal | 'done' | null

function change(db: Db, actor: Actor, act: (sql: Sql, team: Team) => Promise<Done>): Promise<Done> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(actor.schoolId)
    tx.announce({ topic: 'person', schoolId: actor.schoolId, id: actor.schoolId })
    const done = await act(sql, await readTeam(tx, actor))
    if (done === 'done') await schoolChanged(sql, actor)
    return done
  })
}

/** New learning teams with their members; all of them, or the refusal of the first that can't be. */
export const addLearningTeams = (db: Db, actor: Actor, teams: readonly WrittenTeam[]): Promise<Done> =>
  change(db, actor, async (sql, team) => {
    const refusal = refusalFor(team, teams)
    if (refusal) return refusal
    for (const [place, written] of teams.entries()) {
      const id = newId<'learning-team'>()
      const position = team.learningTeams.length + place
      await sql
        .insertInto('learning_team')
        .values({ id, school_id: actor.schoolId, name: written.name, position, retired_on: null })
        .execute()
      await addMembers(sql, actor, id, membersHere(team, written.members))
    }
    return 'done'
  })

function refusalFor(team: Team, written: readonly WrittenTeam[]): LearningTeamRefusal | null {
  const known = written.find(({ name }) => isKnown(team, name))
  if (known) return { ...refuse('learning-team-known', 'learningTeam'), name: known.name }
  const running = team.learningTeams.filter(isRunning).length
  return running + written.length > MOST_LEARNING_TEAMS ? refuse('learning-teams-many', 'learningTeam') : null
}

const isKnown = (team: Team, name: string, but?: LearningTeamId) =>
  team.learningTeams.some((one) => one.id !== but && isRunning(one) && alike(one.name) === alike(name))

const membersHere = (team: Team, members: readonly PersonId[]) =>
  members.filter((id) => personIn(team, id)?.leftOn === null)

async function addMembers(sql: Sql, actor: Actor, team: LearningTeamId, people: readonly PersonId[]) {
  if (people.length === 0) return
  const rows = people.map((person) => ({
    school_id: actor.schoolId,
    learning_team_id: team,
    person_id: person,
  }))
  await sql
    .insertInto('learning_team_member')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A learning team's name and members as given; null for an id that is not of this school. */
export const changeLearningTeam = (
  db: Db,
  actor: Actor,
  id: LearningTeamId,
  written: WrittenTeam,
): Promise<Done> =>
  change(db, actor, async (sql, team) => {
    if (!learningTeamIn(team, id)) return null
    if (isKnown(team, written.name, id)) return refuse('learning-team-known', 'learningTeam')
    await sql
      .updateTable('learning_team')
      .set({ name: written.name })
      .where('school_id', '=', actor.schoolId)
      .where('id', '=', id)
      .execute()
    await sql
      .deleteFrom('learning_team_member')
      .where('school_id', '=', actor.schoolId)
      .where('learning_team_id', '=', id)
      .execute()
    await addMembers(sql, actor, id, membersHere(team, written.members))
    return 'done'
  })

/** Stops a learning team from this day, or starts it again (null). */
export const retireLearningTeam = (db: Db, actor: Actor, id: LearningTeamId, on: Day | null): Promise<Done> =>
  change(db, actor, async (sql, team) => {
    const known = learningTeamIn(team, id)
    if (!known) return null
    if (on === null && isKnown(team, known.name, id)) return refuse('learning-team-known', 'learningTeam')
    await sql
      .updateTable('learning_team')
      .set({ retired_on: on })
      .where('school_id', '=', actor.schoolId)
      .where('id', '=', id)
      .execute()
    return 'done'
  })

/** Inside the caller's transaction: the running learning teams that somebody is in become these; stopped ones stay. */
export async function putInTeams(
  sql: Sql,
  actor: Actor,
  team: Team,
  person: PersonId,
  teams: readonly LearningTeamId[],
) {
  const running = team.learningTeams.filter(isRunning).map(({ id }) => id)
  const out = running.filter((id) => !teams.includes(id))
  if (out.length > 0) {
    await sql
      .deleteFrom('learning_team_member')
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', person)
      .where('learning_team_id', 'in', out)
      .execute()
  }
  for (const id of running.filter((one) => teams.includes(one))) await addMembers(sql, actor, id, [person])
}
