import type { Db, Sql } from '../db/database.ts'
import { type GroupId, newId, type SectionId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { type GroupRefusal, sameGroup, sectionPlace } from './group.ts'
import { alike } from './line.ts'
import { schoolChanged } from './school-store.ts'
import type { Team } from './team.ts'
import { readTeam } from './team-store.ts'

const FIRST_SECTIONS = ['Onderbouw', 'Middenbouw', 'Bovenbouw']

/** The three sections that nearly every school has; they can be renamed and removed. */
export async function addFirstSections(sql: Sql, actor: Actor): Promise<void> {
  const rows = FIRST_SECTIONS.map((name, position) => ({
    id: newId<'section'>(),
    school_id: actor.schoolId,
    name,
    position,
  }))
  await sql.insertInto('section').values(rows).execute()
}

/**
 * The groups with these names, inside the caller's transaction; those that are not there yet are made, in the section
 * that their year groups propose.
 */
export async function groupsNamed(
  sql: Sql,
  actor: Actor,
  team: Team,
  names: readonly string[],
): Promise<GroupNamed[]> {
  const known: GroupNamed[] = [...team.groups]
  const made: NewGroup[] = []
  for (const name of names) {
    if (known.some((group) => sameGroup(group.name, name))) continue
    const place = sectionPlace(name)
    const section = place === null ? null : (team.sections[place]?.id ?? null)
    const row = { id: newId<'group'>(), school_id: actor.schoolId, name, section_id: section }
    made.push(row)
    known.push(row)
  }
  if (made.length > 0) await sql.insertInto('class_group').values(made).execute()
  return known
}

export type GroupNamed = { readonly id: GroupId; readonly name: string }
type NewGroup = GroupNamed & { school_id: Actor['schoolId']; section_id: SectionId | null }

/** The change of one group. Null for an id that is not of this school. */
type Done = GroupRefusal | 'done' | null

/** A transaction that knows the team as it is and that no other change of the school can disturb. */
function change(db: Db, actor: Actor, act: (sql: Sql, team: Team) => Promise<Done>): Promise<Done> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(actor.schoolId)
    const done = await act(sql, await readTeam(tx, actor))
    if (done === 'done') await schoolChanged(sql, actor)
    return done
  })
}

export const addGroup = (db: Db, actor: Actor, name: string, sectionId: SectionId | null) =>
  change(db, actor, async (sql, team) => {
    if (team.groups.some((group) => sameGroup(group.name, name))) return refuse('group-known', 'group')
    const [made] = (await groupsNamed(sql, actor, team, [name])).slice(-1)
    if (made && sectionId && team.sections.some(({ id }) => id === sectionId))
      await putInSection(sql, actor, made.id, sectionId)
    return 'done'
  })

const putInSection = (sql: Sql, actor: Actor, id: GroupId, section: SectionId | null) =>
  sql
    .updateTable('class_group')
    .set({ section_id: section })
    .where('school_id', '=', actor.schoolId)
    .where('id', '=', id)
    .execute()

export const changeGroup = (
  db: Db,
  actor: Actor,
  id: GroupId,
  facts: { name: string; sectionId: SectionId | null },
) =>
  change(db, actor, async (sql, team) => {
    if (!team.groups.some((group) => group.id === id)) return null
    if (team.groups.some((group) => group.id !== id && sameGroup(group.name, facts.name)))
      return refuse('group-known', 'group')
    const section = team.sections.find((one) => one.id === facts.sectionId)?.id ?? null
    await sql
      .updateTable('class_group')
      .set({ name: facts.name, section_id: section })
      .where('school_id', '=', actor.schoolId)
      .where('id', '=', id)
      .execute()
    return 'done'
  })

/** A group that is no more: who had it keeps everything else. */
export const removeGroup = (db: Db, actor: Actor, id: GroupId) =>
  change(db, actor, async (sql, team) => {
    if (!team.groups.some((group) => group.id === id)) return null
    await sql
      .deleteFrom('person_group')
      .where('school_id', '=', actor.schoolId)
      .where('group_id', '=', id)
      .execute()
    await sql.deleteFrom('class_group').where('school_id', '=', actor.schoolId).where('id', '=', id).execute()
    return 'done'
  })

const sectionKnown = (team: Team, name: string, but?: SectionId): Refusal<'section-known'> | null =>
  team.sections.some((section) => section.id !== but && alike(section.name) === alike(name))
    ? refuse('section-known', 'section')
    : null

export const addSection = (db: Db, actor: Actor, name: string) =>
  change(db, actor, async (sql, team) => {
    const known = sectionKnown(team, name)
    if (known) return known
    const row = { id: newId<'section'>(), school_id: actor.schoolId, name, position: team.sections.length }
    await sql.insertInto('section').values(row).execute()
    return 'done'
  })

export const renameSection = (db: Db, actor: Actor, id: SectionId, name: string) =>
  change(db, actor, async (sql, team) => {
    if (!team.sections.some((section) => section.id === id)) return null
    const known = sectionKnown(team, name, id)
    if (known) return known
    await sql
      .updateTable('section')
      .set({ name })
      .where('school_id', '=', actor.schoolId)
      .where('id', '=', id)
      .execute()
    return 'done'
  })

/** A section that is no more: its groups stay, without a section. */
export const removeSection = (db: Db, actor: Actor, id: SectionId) =>
  change(db, actor, async (sql, team) => {
    if (!team.sections.some((section) => section.id === id)) return null
    await sql
      .updateTable('class_group')
      .set({ section_id: null })
      .where('school_id', '=', actor.schoolId)
      .where('section_id', '=', id)
      .execute()
    await sql.deleteFrom('section').where('school_id', '=', actor.schoolId).where('id', '=', id).execute()
    return 'done'
  })
