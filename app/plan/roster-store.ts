import type { Db, Sql } from '../db/database.ts'
import type { SchoolId } from '../kernel/id.ts'
import { byName } from '../kernel/language.ts'
import type { Actor, Role } from '../session/actor.ts'
import type { Roster, RosterPerson } from './roster.ts'

const shelves = new WeakMap<Db, Map<SchoolId, { revision: number; roster: Roster }>>()
const SCHOOLS_KEPT = 200

/** The team and the vision of the actor's school; read anew only when `school.revision` has been raised. */
export async function readRoster(db: Db, actor: Actor): Promise<Roster> {
  const shelf = shelves.get(db) ?? new Map<SchoolId, { revision: number; roster: Roster }>()
  if (!db.isTransaction) shelves.set(db, shelf)
  return db.read(actor, async (sql) => {
    const school = await sql
      .selectFrom('school')
      .selectAll()
      .where('id', '=', actor.schoolId)
      .executeTakeFirstOrThrow()
    const known = shelf.get(actor.schoolId)
    if (known?.revision === school.revision) return known.roster
    const roster = {
      hoursAWeek: school.hours_a_week,
      pupils: school.pupils,
      ...(await loadRoster(sql, actor)),
    }
    if (shelf.size >= SCHOOLS_KEPT) shelf.clear()
    shelf.set(actor.schoolId, { revision: school.revision, roster })
    return roster
  })
}

const loadRoster = async (
  sql: Sql,
  actor: Actor,
): Promise<Pick<Roster, 'people' | 'learningTeams' | 'visionLines'>> => ({
  people: await loadPeople(sql, actor),
  learningTeams: await loadLearningTeams(sql, actor),
  visionLines: await loadVision(sql, actor),
})

async function loadPeople(sql: Sql, actor: Actor): Promise<RosterPerson[]> {
  const people = await sql
    .selectFrom('person')
    .select(['id', 'name', 'left_on'])
    .where('school_id', '=', actor.schoolId)
    .execute()
  const roles = await sql
    .selectFrom('person_role')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .execute()
  const groups = await sql
    .selectFrom('person_group')
    .innerJoin('class_group', 'class_group.id', 'person_group.group_id')
    .select(['person_group.person_id', 'class_group.name'])
    .where('person_group.school_id', '=', actor.schoolId)
    .execute()
  return people
    .map((person) => ({
      id: person.id,
      name: person.name,
      roles: roles.filter((row) => row.person_id === person.id).map((row) => row.role as Role),
      groups: groups
        .filter((row) => row.person_id === person.id)
        .map((row) => row.name)
        .sort(byName),
      hasLeft: person.left_on !== null,
    }))
    .sort((one, other) => byName(one.name, other.name))
}

async function loadLearningTeams(sql: Sql, actor: Actor) {
  const teams = await sql
    .selectFrom('learning_team')
    .select(['id', 'name'])
    .where('school_id', '=', actor.schoolId)
    .where('retired_on', 'is', null)
    .orderBy('position')
    .execute()
  const members = await sql
    .selectFrom('learning_team_member')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .execute()
  return teams.map((team) => ({
    ...team,
    memberIds: members.filter((row) => row.learning_team_id === team.id).map((row) => row.person_id),
  }))
}

async function loadVision(sql: Sql, actor: Actor) {
  const rows = await sql
    .selectFrom('vision_line')
    .select(['id', 'text', 'short', 'retired_at'])
    .where('school_id', '=', actor.schoolId)
    .orderBy('position')
    .execute()
  return rows.map(({ retired_at, ...line }) => ({ ...line, retiredAt: retired_at }))
}
