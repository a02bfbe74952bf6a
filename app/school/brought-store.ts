import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type GroupId, newId, type PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Actor, Role } from '../session/actor.ts'
import type { Brought, BroughtGroup, BroughtPerson } from './brought.ts'
import { sameGroup } from './group.ts'
import { groupsNamed } from './group-store.ts'
import { isPresent } from './person.ts'
import { giveAddresses, insertPeople, tieGroups, tieRoles } from './person-store.ts'
import { mayManageSchool, type SchoolBecause } from './school-may.ts'
import { changeSchool, schoolChanged } from './school-store.ts'
import { personIn, type Team } from './team.ts'
import { readTeam } from './team-store.ts'

export type BroughtDone = {
  readonly groups: number
  readonly renamed: number
  readonly added: number
  readonly completed: number
}
export type BroughtNo =
  | Refusal<'changed-meanwhile' | 'group-known' | 'email-known' | 'role-not-yours'>
  | { readonly refused: 'may-not'; readonly because: SchoolBecause }

type Giving = { readonly mayGive: (role: Role) => boolean; readonly now: Moment }

/**
 * Brings groups and people of a file into the school, all of it or nothing. Nobody leaves and no group goes; who is here
 * gets groups, roles and an address that were missing. Refused when the school changed since the choice was shown: so the
 * same form sent twice brings nobody in twice.
 */
export function bringIn(
  db: Db,
  actor: Actor,
  brought: Brought,
  giving: Giving,
): Promise<BroughtDone | BroughtNo> {
  const may = mayManageSchool(actor)
  if (!may.may) return Promise.resolve({ refused: 'may-not', because: may.because })
  return db.write<BroughtDone | BroughtNo>(actor, async (sql, tx) => {
    await tx.hold(actor.schoolId)
    if ((await revisionOf(sql, actor)) !== brought.revision) return refuse('changed-meanwhile')
    const team = await readTeam(tx, actor)
    const no = refusalTo(brought, team, giving)
    if (no) return no
    await schoolChanged(sql, actor)
    tx.announce({ topic: 'person', schoolId: actor.schoolId, id: actor.schoolId })
    if (brought.pupils !== null) await changeSchool(tx, actor, { pupils: brought.pupils })
    const groups = await bringGroups(sql, actor, team, brought.groups)
    await bringPeople(sql, actor, team, brought.people, groups.idOf, giving.now)
    const added = brought.people.filter(({ known }) => known === null).length
    const completed = brought.people.filter((person) => addsTo(person, team, groups.idOf)).length
    return { ...groups.done, added, completed }
  })
}

async function revisionOf(sql: Sql, { schoolId }: Actor): Promise<number> {
  const school = sql.selectFrom('school').select('revision').where('id', '=', schoolId)
  return (await school.executeTakeFirstOrThrow()).revision
}

function refusalTo({ groups, people }: Brought, team: Team, { mayGive }: Giving): BroughtNo | null {
  const isHere = (id: PersonId) => team.people.some((person) => person.id === id && isPresent(person))
  const isGroup = (id: GroupId) => team.groups.some((group) => group.id === id)
  if (groups.some(({ known }) => known !== null && !isGroup(known))) return refuse('changed-meanwhile')
  if (people.some(({ known }) => known !== null && !isHere(known))) return refuse('changed-meanwhile')
  if (groups.some((group) => group.rename && nameKnown(group, team))) return refuse('group-known')
  const isNew = people.filter(({ known }) => known === null)
  const taken = (email: string | null) =>
    email !== null && team.people.some((person) => person.email === email)
  if (isNew.some(({ email }) => taken(email))) return refuse('email-known')
  return people.some(({ roles }) => !roles.every(mayGive)) ? refuse('role-not-yours') : null
}

const nameKnown = ({ known, name }: BroughtGroup, { groups }: Team) =>
  groups.some((group) => group.id !== known && sameGroup(group.name, name))

async function bringGroups(sql: Sql, actor: Actor, team: Team, groups: readonly BroughtGroup[]) {
  const fresh = groups.filter(({ known }) => known === null).map(({ name }) => name)
  const all = await groupsNamed(sql, actor, team, fresh)
  const renamed = groups.filter(
    (group) => group.rename && !team.groups.some(({ id, name }) => id === group.known && name === group.name),
  )
  for (const { known, name } of renamed)
    if (known !== null)
      await sql
        .updateTable('class_group')
        .set({ name })
        .where('school_id', '=', actor.schoolId)
        .where('id', '=', known)
        .execute()
  const idOf = new Map(
    groups.map(({ key, name, known }) => [
      key,
      known ?? (all.find((one) => sameGroup(one.name, name))?.id as GroupId),
    ]),
  )
  return { idOf, done: { groups: all.length - team.groups.length, renamed: renamed.length } }
}

async function bringPeople(
  sql: Sql,
  actor: Actor,
  team: Team,
  people: readonly BroughtPerson[],
  groupOf: ReadonlyMap<string, GroupId>,
  now: Moment,
) {
  const all = people.map((person) => ({ ...person, id: person.known ?? newId<'person'>() }))
  await insertPeople(
    sql,
    actor,
    all.filter(({ known }) => known === null),
    now,
  )
  const free = (email: string | null) => team.people.every((person) => person.email !== email)
  await giveAddresses(
    sql,
    actor,
    team,
    all.filter(({ email }) => free(email)),
    now,
  )
  await tieRoles(
    sql,
    actor,
    all.map(({ id, known, roles }) => ({ id, roles: rolesToAdd(roles, known, team) })),
  )
  await tieGroups(
    sql,
    actor,
    all.map(({ id, groups }) => ({ id, groups: groups.flatMap((key) => groupOf.get(key) ?? []) })),
  )
}

/** Whether somebody who is here gets anything. */
function addsTo(
  { known, email, roles, groups }: BroughtPerson,
  team: Team,
  groupOf: ReadonlyMap<string, GroupId>,
): boolean {
  const person = known === null ? undefined : personIn(team, known)
  if (!person) return false
  const isMore = rolesToAdd(roles, known, team).some((role) => !person.roles.includes(role))
  const isElsewhere = groups
    .flatMap((key) => groupOf.get(key) ?? [])
    .some((id) => !person.groups.includes(id))
  return isMore || isElsewhere || (email !== null && person.email === null)
}

/** 'Other staff' says nothing more of somebody who has a role. */
function rolesToAdd(roles: readonly Role[], known: PersonId | null, team: Team): readonly Role[] {
  const has = known === null ? [] : (personIn(team, known)?.roles ?? [])
  return has.length > 0 ? roles.filter((role) => role !== 'staff') : roles
}
