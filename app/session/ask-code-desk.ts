import type { Db } from '../db/database.ts'
import type { Language } from '../kernel/language.ts'
import { queueMail } from '../post/mail-store.ts'
import { newToken, serverKey } from './secret-store.ts'
import { candidatesAt, makeTicket } from './sign-in-store.ts'
import { signInText } from './sign-in-text.ts'

type Asked = {
  readonly address: string
  readonly language: Language
  /** Where a link in the message leads; null when that address can't be trusted: then the code goes alone. */
  readonly origin: string | null
}

/**
 * Somebody asks for a code. Who has the address gets a message; nobody learns whether anybody has.
 *
 * @returns what this browser must show again together with the code
 */
export async function askCode(db: Db, { address, language, origin }: Asked, now: Date): Promise<string> {
  const key = await serverKey(db)
  const challenge = newToken()
  await db.write('server', async (sql, tx) => {
    const people = await candidatesAt(sql, address, now)
    const [first] = people
    if (!first) return
    const { code, link, expiresAt } = await makeTicket(sql, people, challenge, key, now)
    const text = signInText(language)
    const body = text.mail(code, origin && `${origin}/sign-in/link/${link}`)
    const letter = { kind: 'sign-in', to: address, subject: text.mailSubject, body, usefulUntil: expiresAt }
    await queueMail(tx, { ...letter, schoolId: first.schoolId, personId: first.personId }, now)
  })
  return challenge
}
