import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { emptyProfile, isBlank, type Profile } from './profile.ts'
import type { GivenProfile } from './profile-form.ts'
import { isHere, loadProfiles } from './profile-load.ts'
import { mayReadProfiles, mayWriteProfile, type ProfileBecause, type ProfileNo } from './profile-may.ts'

/** With `profile-tidy-store` the sole writer of profile and profile_topic. */

/** The profile of somebody who works at this school now, empty when nothing was written; null: there is no such colleague. */
export async function readProfile(db: Db, actor: Actor, person: PersonId): Promise<Profile | null> {
  if (!mayReadProfiles(actor).may) return null
  return db.read(actor, async (sql) => {
    const [profile] = await loadProfiles(sql, actor, person)
    if (profile) return profile
    return (await isHere(sql, actor, person)) ? emptyProfile(person) : null
  })
}

/** What everybody who works here now wrote; who wrote nothing is not in it (`profileIn` answers the empty one). */
export async function profilesOf(db: Db, actor: Actor): Promise<Profile[]> {
  if (!mayReadProfiles(actor).may) return []
  return db.read(actor, (sql) => loadProfiles(sql, actor))
}

/** Writes one's own profile, all of it at once; one in which nothing stands and nothing is shown is no profile. */
export async function writeProfile(
  db: Db,
  actor: Actor,
  given: GivenProfile,
  now: Moment,
): Promise<null | ProfileNo> {
  const me = personOf(actor)
  const may = me === null ? null : mayWriteProfile(actor, me)
  if (me === null || !may?.may) return mayNot(may?.because ?? 'only-own-words')
  return db.write(actor, async (sql, tx) => {
    await tx.hold(`profile ${me}`)
    await removeProfile(sql, actor, me)
    const isNothing = isBlank({ ...given, personId: me, changedAt: now })
    if (isNothing && !given.showsVisits && !given.showsQuestions) return null
    await sql
      .insertInto('profile')
      .values(rowOf(actor, me, given, now))
      .execute()
    const topics = topicRowsOf(actor, me, given)
    if (topics.length > 0) await sql.insertInto('profile_topic').values(topics).execute()
    return null
  })
}

const mayNot = (because: ProfileBecause) => ({ refused: 'may-not', because }) as const

const rowOf = (actor: Actor, person_id: PersonId, given: GivenProfile, now: Moment) => ({
  person_id,
  school_id: actor.schoolId,
  ways: given.ways.join(' '),
  often: given.often,
  line: given.line,
  shows_visits: given.showsVisits ? 1 : 0,
  shows_questions: given.showsQuestions ? 1 : 0,
  changed_at: now,
})

function topicRowsOf(actor: Actor, person_id: PersonId, given: GivenProfile) {
  const parts = [
    ...given.helps.map((topic, position) => ({ part: 'helps', topic, position, words: '' })),
    ...given.learns.map((topic, position) => ({ part: 'learns', topic, position, words: '' })),
    ...given.specialties.map((one, position) => ({ part: 'trained', position, ...one })),
  ]
  return parts.map((part) => ({ person_id, school_id: actor.schoolId, ...part }))
}

/** Leaves nothing of a profile, inside the caller's transaction. */
export async function removeProfile(sql: Sql, actor: Actor, person: PersonId): Promise<void> {
  for (const table of ['profile_topic', 'profile'] as const)
    await sql
      .deleteFrom(table)
      .where('person_id', '=', person)
      .where('school_id', '=', actor.schoolId)
      .execute()
}
