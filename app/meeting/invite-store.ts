import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { MeetingId, PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { Actor } from '../session/actor.ts'
import type { Meeting } from './meeting.ts'

/** Somebody of the team with an address to which a letter can go. */
export type Addressee = {
  readonly person: PersonId
  readonly name: string
  readonly address: string
  readonly language: Language
}

/** Everybody of the school who is still there and has an address. */
export async function readAddressees(sql: Sql, actor: Actor): Promise<Addressee[]> {
  const rows = await sql
    .selectFrom('person')
    .innerJoin('school', 'school.id', 'person.school_id')
    .leftJoin('account', 'account.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.email', 'account.language', 'school.language as ofSchool'])
    .where('person.school_id', '=', actor.schoolId)
    .where('person.left_on', 'is', null)
    .where('person.email', 'is not', null)
    .orderBy('person.id')
    .execute()
  return rows.map(({ id, name, email, language, ofSchool }) => ({
    person: id,
    name,
    address: email ?? '',
    language: language ?? ofSchool,
  }))
}

/** Who had the invitation. */
export async function readInvited(sql: Sql, actor: Actor, id: MeetingId): Promise<ReadonlySet<PersonId>> {
  const rows = await sql
    .selectFrom('meeting_invited')
    .select('person_id')
    .where('meeting_id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

/** How many with an address have not had the invitation. */
export const countUninvited = (db: Db, actor: Actor, id: MeetingId): Promise<number> =>
  db.read(actor, async (sql) => {
    const invited = await readInvited(sql, actor, id)
    return (await readAddressees(sql, actor)).filter(({ person }) => !invited.has(person)).length
  })

/** Writes down who had it, what it said, and how often it changed. */
export async function noteInvited(
  sql: Sql,
  actor: Actor,
  { id, invitation }: Pick<Meeting, 'id' | 'invitation'>,
  people: readonly PersonId[],
  sent: { readonly number: number; readonly print: string },
  now: Moment,
) {
  const { schoolId } = actor
  const rows = people.map((person_id) => ({ meeting_id: id, school_id: schoolId, person_id }))
  if (rows.length > 0)
    await sql
      .insertInto('meeting_invited')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['meeting_id', 'person_id']).doNothing())
      .execute()
  await sql
    .updateTable('meeting')
    .set({
      invited_at: invitation.sentAt ?? now,
      invitation_number: sent.number,
      invited_print: sent.print,
    })
    .where('id', '=', id)
    .where('school_id', '=', schoolId)
    .execute()
}
