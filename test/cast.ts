import type { Db, Sql } from '../app/db/database.ts'
import {
  DEMO_GROUPS,
  DEMO_LEARNING_TEAMS,
  DEMO_PEOPLE,
  DEMO_SCHOOL,
  DEMO_SECTIONS,
  DEMO_VISION_LINES,
  type DemoGroupKey,
  type DemoLearningTeamKey,
  type DemoPersonKey,
  type DemoVisionKey,
  STORY_NOW,
} from '../app/home/demo-cast.ts'
import type { Day, Moment } from '../app/kernel/day.ts'
import {
  type GroupId,
  type LearningTeamId,
  newId,
  type PersonId,
  type SchoolId,
  type SectionId,
  type VisionLineId,
} from '../app/kernel/id.ts'
import type { SchoolYear } from '../app/kernel/school-year.ts'
import type { Keeper, Member } from '../app/session/actor.ts'

/** Thursday 19 November 2026, 10.42 in Amsterdam. */
export const NOW = new Date(STORY_NOW)
export const NOW_MOMENT = STORY_NOW as Moment
export const TODAY = '2026-11-19' as Day

/** The ids of De Regenboog in one database. */
export type Cast = {
  readonly schoolId: SchoolId
  readonly keeper: Keeper
  readonly people: Readonly<Record<DemoPersonKey, PersonId>>
  readonly groups: Readonly<Record<DemoGroupKey, GroupId>>
  readonly learningTeams: Readonly<Record<DemoLearningTeamKey, LearningTeamId>>
  readonly visionLines: Readonly<Record<DemoVisionKey, VisionLineId>>
  /** Somebody of the cast as an actor, without a session of their own. */
  member(key: DemoPersonKey): Member
}

const idsFor = <Key extends string, Made>(list: readonly { key: Key }[], make: () => Made) =>
  Object.fromEntries(list.map(({ key }) => [key, make()])) as Record<Key, Made>

type Settling = { readonly demo?: boolean; readonly name?: string }

/** Puts De Regenboog with its whole team in the database; as an ordinary school unless `demo`. */
export async function settleCast(
  db: Db,
  { demo = false, name = DEMO_SCHOOL.name }: Settling = {},
): Promise<Cast> {
  const schoolId = newId<'school'>()
  const ids = {
    people: idsFor(DEMO_PEOPLE, newId<'person'>),
    groups: idsFor(DEMO_GROUPS, newId<'group'>),
    learningTeams: idsFor(DEMO_LEARNING_TEAMS, newId<'learning-team'>),
    visionLines: idsFor(DEMO_VISION_LINES, newId<'vision-line'>),
  }
  await db.write({ schoolId }, async (sql) => {
    await settleSchool(sql, schoolId, name, demo)
    await settleGroups(sql, schoolId, ids)
    await settleTeamsAndVision(sql, schoolId, ids)
    await settlePeople(sql, schoolId, ids)
    await settlePlaces(sql, schoolId, ids)
  })
  return {
    schoolId,
    keeper: { kind: 'keeper', schoolId },
    ...ids,
    member: (key) => memberOf(schoolId, ids, key, demo),
  }
}

type Ids = Pick<Cast, 'people' | 'groups' | 'learningTeams' | 'visionLines'>

async function settleSchool(sql: Sql, id: SchoolId, name: string, demo: boolean) {
  await sql
    .insertInto('school')
    .values({
      id,
      name,
      brin: null,
      language: 'nl',
      coordinator_word: 'ib',
      teacher_word: 'leraar',
      hours_a_week: DEMO_SCHOOL.hoursAWeek,
      pupils: DEMO_SCHOOL.pupils,
      retention_years: 5,
      first_year: DEMO_SCHOOL.schoolYear as SchoolYear,
      revision: 0,
      gone_at: null,
      demo_since: demo ? NOW_MOMENT : null,
      created_at: NOW_MOMENT,
    })
    .execute()
}

async function settleGroups(sql: Sql, school_id: SchoolId, ids: Ids) {
  const sections = idsFor(DEMO_SECTIONS, newId<'section'>) as Record<string, SectionId>
  await sql
    .insertInto('section')
    .values(
      DEMO_SECTIONS.map(({ key, name }, position) => ({ id: sections[key]!, school_id, name, position })),
    )
    .execute()
  await sql
    .insertInto('class_group')
    .values(
      DEMO_GROUPS.map(({ key, name, section }) => ({
        id: ids.groups[key],
        school_id,
        name,
        section_id: section && (sections[section] ?? null),
      })),
    )
    .execute()
}

async function settleTeamsAndVision(sql: Sql, school_id: SchoolId, ids: Ids) {
  await sql
    .insertInto('learning_team')
    .values(
      DEMO_LEARNING_TEAMS.map(({ key, name }, position) => ({
        id: ids.learningTeams[key],
        school_id,
        name,
        position,
        retired_on: null,
      })),
    )
    .execute()
  await sql
    .insertInto('vision_line')
    .values(
      DEMO_VISION_LINES.map(({ key, text, short }, position) => ({
        id: ids.visionLines[key],
        school_id,
        text,
        short,
        position,
        retired_at: null,
        created_at: NOW_MOMENT,
      })),
    )
    .execute()
}

type RowsOf<Row> = (person: (typeof DEMO_PEOPLE)[number], personId: PersonId) => readonly Row[]

const forEachOf =
  (ids: Ids) =>
  <Row>(rows: RowsOf<Row>) =>
    DEMO_PEOPLE.flatMap((person) => rows(person, ids.people[person.key]))

async function settlePeople(sql: Sql, school_id: SchoolId, ids: Ids) {
  const each = forEachOf(ids)
  await sql
    .insertInto('person')
    .values(
      each(({ name, email }, id) => [{ id, school_id, name, email, left_on: null, created_at: NOW_MOMENT }]),
    )
    .execute()
  await sql
    .insertInto('person_role')
    .values(each(({ roles }, person_id) => roles.map((role) => ({ school_id, person_id, role }))))
    .execute()
  await sql
    .insertInto('account')
    .values(
      each(({ joinedOn }, person_id) => [
        { person_id, school_id, language: null, joined_at: `${joinedOn}T08:00:00.000Z` as Moment },
      ]),
    )
    .execute()
}

async function settlePlaces(sql: Sql, school_id: SchoolId, ids: Ids) {
  const each = forEachOf(ids)
  await sql
    .insertInto('person_group')
    .values(
      each(({ groups }, person_id) =>
        groups.map((key) => ({ school_id, person_id, group_id: ids.groups[key] })),
      ),
    )
    .execute()
  await sql
    .insertInto('learning_team_member')
    .values(
      each((person, person_id) =>
        person.learningTeams.map((key) => ({
          school_id,
          person_id,
          learning_team_id: ids.learningTeams[key],
        })),
      ),
    )
    .execute()
}

function memberOf(schoolId: SchoolId, ids: Ids, key: DemoPersonKey, demo: boolean): Member {
  const person = DEMO_PEOPLE.find((one) => one.key === key)!
  return {
    kind: 'member',
    schoolId,
    personId: ids.people[key],
    name: person.name,
    roles: person.roles,
    learningTeams: person.learningTeams.map((team) => ids.learningTeams[team]),
    sessionId: newId<'session'>(),
    demo,
  }
}
