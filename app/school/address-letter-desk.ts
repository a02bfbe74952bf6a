import type { Db } from '../db/database.ts'
import type { Language } from '../kernel/language.ts'
import { queueMail } from '../post/mail-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { endCodes } from '../session/sign-in-store.ts'
import { addressLetterText } from './address-letter-text.ts'
import type { Person } from './person.ts'

/**
 * Another address is another key to somebody's door: who had joined is told at the old one, and what was sent there
 * or made before opens nothing any more. Inside the caller's transaction.
 */
export async function addressChanged(tx: Db, actor: Actor, person: Person, now: Date) {
  const { schoolId } = actor
  const language = await tx.write(actor, async (sql) => {
    await endCodes(sql, { schoolId, personId: person.id }, now)
    const account = await sql
      .selectFrom('account')
      .select('language')
      .where('school_id', '=', schoolId)
      .where('person_id', '=', person.id)
      .executeTakeFirst()
    return account?.language ?? 'nl'
  })
  if (person.email === null || person.joinedAt === null || personOf(actor) === person.id) return
  await queueMail(tx, letterTo(person, person.email, actor, language), now)
}

function letterTo(person: Person, to: string, actor: Actor, language: Language) {
  const text = addressLetterText(language)
  const who = actor.kind === 'member' ? actor.name : text.school
  const body = text.body(person.name, who)
  const whose = { schoolId: actor.schoolId, personId: person.id }
  return { ...whose, kind: 'address-changed', to, subject: text.subject, body }
}
