import type { Db, Sql } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { GroupId, LearningTeamId, PersonId, SchoolId, SectionId } from '../kernel/id.ts'
import { type Actor, isRole } from '../session/actor.ts'
import { type Group, inGroupOrder, type Section } from './group.ts'
import type { LearningTeam } from './learning-team.ts'
import type { Person } from './person.ts'
import { sortedByName, type Team } from './team.ts'

/** Everybody of the actor's school, who left included, with sections, groups and learning teams. Three queries. */
export function readTeam(db: Db, actor: Actor): Promise<Team> {
  return db.read(actor, async (sql) => {
    const people = await peopleOf(sql, actor.schoolId)
    const things = await thingsOf(sql, actor.schoolId)
    const ties = tiesByPerson(await tiesOf(sql, actor.schoolId))
    return {
      people: sortedByName(people.map((row) => personFrom(row, ties.get(row.id)))),
      sections: things.filter(({ kind }) => kind === 'section').map(sectionFrom),
      groups: things
        .filter(({ kind }) => kind === 'group')
        .map(groupFrom)
        .sort(inGroupOrder),
      learningTeams: things.filter(({ kind }) => kind === 'team').map((row) => learningTeamFrom(row, ties)),
    }
  })
}

const peopleOf = (sql: Sql, school: SchoolId) =>
  sql
    .selectFrom('person')
    .leftJoin('account', 'account.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.email', 'person.left_on', 'account.joined_at'])
    .where('person.school_id', '=', school)
    .execute()

type Thing = { kind: string; id: string; name: string; position: number; about: string | null }

/** Sections, groups (`about`: their section) and learning teams (`about`: the day they stopped), in order. */
const thingsOf = (sql: Sql, school: SchoolId): Promise<Thing[]> =>
  sectionsOf(sql, school)
    .unionAll(groupsOf(sql, school))
    .unionAll(teamsOf(sql, school))
    .orderBy('position')
    .orderBy('id')
    .execute()

const sectionsOf = (sql: Sql, school: SchoolId) =>
  sql
    .selectFrom('section')
    .select((row) => [row.val<string>('section').as('kind'), 'id', 'name', 'position'])
    .select((row) => row.cast<string | null>(row.lit(null), 'text').as('about'))
    .where('school_id', '=', school)
    .$castTo<Thing>()

const groupsOf = (sql: Sql, school: SchoolId) =>
  sql
    .selectFrom('class_group')
    .select((row) => [row.val<string>('group').as('kind'), 'id', 'name', row.lit(0).as('position')])
    .select('section_id as about')
    .where('school_id', '=', school)
    .$castTo<Thing>()

const teamsOf = (sql: Sql, school: SchoolId) =>
  sql
    .selectFrom('learning_team')
    .select((row) => [row.val<string>('team').as('kind'), 'id', 'name', 'position'])
    .select('retired_on as about')
    .where('school_id', '=', school)
    .$castTo<Thing>()

type Tie = { kind: string; person_id: PersonId; tied_to: string }

const tiesOf = (sql: Sql, school: SchoolId): Promise<Tie[]> =>
  sql
    .selectFrom('person_role')
    .select((row) => [row.val<string>('role').as('kind'), 'person_id', 'role as tied_to'])
    .where('school_id', '=', school)
    .$castTo<Tie>()
    .unionAll(
      sql
        .selectFrom('person_group')
        .select((row) => [row.val<string>('group').as('kind'), 'person_id', 'group_id as tied_to'])
        .where('school_id', '=', school)
        .$castTo<Tie>(),
    )
    .unionAll(
      sql
        .selectFrom('learning_team_member')
        .select((row) => [row.val<string>('team').as('kind'), 'person_id', 'learning_team_id as tied_to'])
        .where('school_id', '=', school)
        .$castTo<Tie>(),
    )
    .execute()

function tiesByPerson(ties: readonly Tie[]) {
  const byPerson = new Map<PersonId, Tie[]>()
  for (const tie of ties) {
    const known = byPerson.get(tie.person_id)
    if (known) known.push(tie)
    else byPerson.set(tie.person_id, [tie])
  }
  return byPerson
}

const tiedTo = (ties: readonly Tie[] | undefined, kind: string) =>
  (ties ?? []).filter((tie) => tie.kind === kind).map((tie) => tie.tied_to)

type PersonRow = {
  id: PersonId
  name: string
  email: string | null
  left_on: Day | null
  joined_at: Moment | null
}

const personFrom = (row: PersonRow, ties: readonly Tie[] | undefined): Person => ({
  id: row.id,
  name: row.name,
  email: row.email,
  roles: tiedTo(ties, 'role').filter(isRole),
  groups: tiedTo(ties, 'group') as GroupId[],
  learningTeams: tiedTo(ties, 'team') as LearningTeamId[],
  joinedAt: row.joined_at,
  leftOn: row.left_on,
})

const sectionFrom = (row: Thing): Section => ({ id: row.id as SectionId, name: row.name })

const groupFrom = (row: Thing): Group => ({
  id: row.id as GroupId,
  name: row.name,
  sectionId: row.about as SectionId | null,
})

const learningTeamFrom = (row: Thing, ties: ReadonlyMap<PersonId, readonly Tie[]>): LearningTeam => ({
  id: row.id as LearningTeamId,
  name: row.name,
  members: [...ties].filter(([, own]) => tiedTo(own, 'team').includes(row.id)).map(([person]) => person),
  retiredOn: row.about as Day | null,
})
