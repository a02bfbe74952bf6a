import type { Db, Sql } from '../db/database.ts'
import { type Day, type Moment, momentOf } from '../kernel/day.ts'
import { type GroupId, newId, type PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Actor, Role } from '../session/actor.ts'
import { revokeAll } from '../session/session-store.ts'
import { addressChanged } from './address-letter-desk.ts'
import { sameGroup } from './group.ts'
import { type GroupNamed, groupsNamed } from './group-store.ts'
import { putInTeams } from './learning-team-store.ts'
import { type CheckedPerson, checkPeople, isReady } from './people-check.ts'
import type { WrittenPerson } from './people-list.ts'
import {
  isPresent,
  lastOfRole,
  type Person,
  type PersonFacts,
  type PersonRefusal,
  rolesFrom,
} from './person.ts'
import { mayGiveAddress } from './school-may.ts'
import { schoolChanged } from './school-store.ts'
import { personIn, type Team } from './team.ts'
import { readTeam } from './team-store.ts'

/** A transaction that knows the team as it is and that no other change of the school can disturb. */
function change<Answer>(
  db: Db,
  actor: Actor,
  act: (sql: Sql, team: Team, tx: Db) => Promise<Answer>,
): Promise<Answer> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(actor.schoolId)
    tx.announce({ topic: 'person', schoolId: actor.schoolId, id: actor.schoolId })
    // A refusal is rolled back, this step with it.
    await schoolChanged(sql, actor)
    return act(sql, await readTeam(tx, actor), tx)
  })
}

type Added = { readonly added: number; readonly completed: number }
type NotReady = Refusal<'list-not-ready'> & { readonly lines: readonly CheckedPerson[] }

/**
 * Puts a list in the school. The lines are checked again against the school as it is now: either all of them are ready
 * and stored, or nothing is and the checked lines come back. Who was here already gets the roles and groups added.
 */
export const addPeople = (
  db: Db,
  actor: Actor,
  list: readonly WrittenPerson[],
  { mayGive, now }: { mayGive: (role: Role) => boolean; now: Moment },
): Promise<Added | NotReady> =>
  change(db, actor, async (sql, team) => {
    const checked = checkPeople(list, team, mayGive)
    if (!checked.every(isReady)) return { ...refuse('list-not-ready'), lines: checked }
    const groups = await groupsNamed(
      sql,
      actor,
      team,
      checked.flatMap((person) => person.groups),
    )
    const all = checked.map((line) => ({ ...line, id: line.known ?? newId<'person'>() }))
    const added = all.filter(({ known }) => known === null)
    await insertPeople(sql, actor, added, now)
    await giveAddresses(sql, actor, team, all, now)
    await tieRoles(sql, actor, all)
    await tieGroups(
      sql,
      actor,
      all.map(({ id, groups: names }) => ({ id, groups: idsOf(groups, names) })),
    )
    return { added: added.length, completed: all.length - added.length }
  })

const idsOf = (groups: readonly GroupNamed[], names: readonly string[]) =>
  groups.filter((group) => names.some((name) => sameGroup(name, group.name))).map(({ id }) => id)

type NewPerson = { readonly id: PersonId; readonly name: string; readonly email: string | null }

export async function insertPeople(sql: Sql, actor: Actor, people: readonly NewPerson[], now: Moment) {
  if (people.length === 0) return
  const rows = people.map(({ id, name, email }) => ({
    id,
    school_id: actor.schoolId,
    name,
    email,
    left_on: null,
    created_at: now,
  }))
  await sql.insertInto('person').values(rows).execute()
}

/** Who was known without an address gets the one of the list. */
export async function giveAddresses(
  sql: Sql,
  actor: Actor,
  team: Team,
  all: readonly (NewPerson & { known: PersonId | null })[],
  now: Moment,
) {
  for (const { id, known, email } of all) {
    const person = known === null ? null : personIn(team, known)
    if (!person || email === null || person.email !== null || !mayGiveAddress(actor, person).may) continue
    await ofPerson(sql, actor, id).set({ email, address_changed_at: now }).execute()
  }
}

const ofPerson = (sql: Sql, actor: Actor, id: PersonId) =>
  sql.updateTable('person').where('school_id', '=', actor.schoolId).where('id', '=', id)

export async function tieRoles(
  sql: Sql,
  actor: Actor,
  people: readonly { id: PersonId; roles: readonly Role[] }[],
) {
  const rows = people.flatMap(({ id, roles }) =>
    roles.map((role) => ({ school_id: actor.schoolId, person_id: id, role })),
  )
  if (rows.length === 0) return
  await sql
    .insertInto('person_role')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function tieGroups(
  sql: Sql,
  actor: Actor,
  people: readonly { id: PersonId; groups: readonly GroupId[] }[],
) {
  const rows = people.flatMap(({ id, groups }) =>
    groups.map((group) => ({ school_id: actor.schoolId, person_id: id, group_id: group })),
  )
  if (rows.length === 0) return
  await sql
    .insertInto('person_group')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** One person more; the refusal when the address is known already. Groups and learning teams must be of this school. */
export const addPerson = (
  db: Db,
  actor: Actor,
  facts: PersonFacts,
  now: Moment,
): Promise<PersonId | PersonRefusal> =>
  change(db, actor, async (sql, team) => {
    if (emailKnown(team, facts.email)) return refuse('email-known', 'email')
    const id = newId<'person'>()
    await insertPeople(sql, actor, [{ id, name: facts.name, email: facts.email }], now)
    await tieAll(sql, actor, team, id, facts)
    return id
  })

const emailKnown = (team: Team, email: string | null, but?: PersonId) =>
  email !== null && team.people.some((person) => person.id !== but && person.email === email)

async function tieAll(sql: Sql, actor: Actor, team: Team, id: PersonId, facts: PersonFacts) {
  await tieRoles(sql, actor, [{ id, roles: facts.roles }])
  const groups = team.groups.filter((group) => facts.groups.includes(group.id)).map((group) => group.id)
  await tieGroups(sql, actor, [{ id, groups }])
  await putInTeams(sql, actor, team, id, facts.learningTeams)
}

/** Somebody as given; null for an id that is not of this school. A school keeps a coordinator and an administrator. */
export const changePerson = (
  db: Db,
  actor: Actor,
  id: PersonId,
  facts: PersonFacts,
  now: Date,
): Promise<'done' | PersonRefusal | null> =>
  change(db, actor, async (sql, team, tx) => {
    const person = personIn(team, id)
    if (!person) return null
    const refusal = refusalToChange(actor, team, person, facts)
    if (refusal) return refusal
    const isNew = facts.email !== person.email
    if (isNew) await addressChanged(tx, actor, person, now)
    const changed = isNew ? { address_changed_at: momentOf(now) } : {}
    await ofPerson(sql, actor, id)
      .set({ name: facts.name, email: facts.email, ...changed })
      .execute()
    await sql
      .deleteFrom('person_role')
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', id)
      .execute()
    await sql
      .deleteFrom('person_group')
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', id)
      .execute()
    await tieAll(sql, actor, team, id, facts)
    return 'done'
  })

function refusalToChange(actor: Actor, team: Team, person: Person, facts: PersonFacts): PersonRefusal | null {
  if (facts.email !== person.email && !mayGiveAddress(actor, person).may)
    return refuse('address-not-yours', 'email')
  if (emailKnown(team, facts.email, person.id)) return refuse('email-known', 'email')
  return isPresent(person) ? lastOfRole(team.people, person, rolesFrom(facts.roles)) : null
}

/** One's own name, as oneself writes it. */
export const renamePerson = (db: Db, actor: Actor, id: PersonId, name: string): Promise<'done' | null> =>
  change(db, actor, async (sql, team) => {
    if (!personIn(team, id)) return null
    await ofPerson(sql, actor, id).set({ name }).execute()
    return 'done'
  })

/** Somebody is no longer at the school since this day (today or before): the name stays in old plans, access ends now. */
export const leaveSchool = (
  db: Db,
  actor: Actor,
  id: PersonId,
  { on, now }: { on: Day; now: Date },
): Promise<'done' | PersonRefusal | null> =>
  change(db, actor, async (sql, team) => {
    const person = personIn(team, id)
    if (!person) return null
    if (!isPresent(person)) return refuse('has-left')
    const last = lastOfRole(team.people, person, [])
    if (last) return last
    await ofPerson(sql, actor, id).set({ left_on: on }).execute()
    await revokeAll(sql, { schoolId: actor.schoolId, personId: id }, now)
    return 'done'
  })

/** Somebody is back, or was marked as gone by mistake. */
export const comeBack = (db: Db, actor: Actor, id: PersonId): Promise<'done' | PersonRefusal | null> =>
  change(db, actor, async (sql, team) => {
    const person = personIn(team, id)
    if (!person) return null
    if (isPresent(person)) return refuse('is-here')
    await ofPerson(sql, actor, id).set({ left_on: null }).execute()
    return 'done'
  })
