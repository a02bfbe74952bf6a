import type { Db } from '../db/database.ts'
import type { PersonId, SchoolId } from '../kernel/id.ts'
import { queueMail } from '../post/mail-store.ts'
import { accountText } from './account-text.ts'
import type { ToldOf } from './link-store.ts'

type Whose = { readonly schoolId: SchoolId; readonly personId: PersonId }

/** Tells somebody that a link which another made for them was used; inside the caller's transaction. */
export async function tellOfUsedLink(
  tx: Db,
  whose: Whose,
  link: ToldOf & { readonly id: string },
  now: Date,
) {
  if (!link.email) return
  const { schoolId, personId } = whose
  const text = accountText(link.language ?? 'nl')
  const body = text.shownMail(link.name, link.by ?? text.school)
  const letter = { schoolId, personId, kind: 'link-used', to: link.email, subject: text.shownSubject, body }
  await queueMail(tx, { ...letter, onceKey: `link-used:${link.id}` }, now)
}

/** Tells somebody that an administrator took their second step away; inside the caller's transaction. */
export async function tellOfReset(tx: Db, whose: Whose, { email, name, language, by }: ToldOf, now: Date) {
  if (!email) return
  const { schoolId, personId } = whose
  const text = accountText(language ?? 'nl')
  const body = text.resetMail(name, by ?? text.server)
  const letter = {
    schoolId,
    personId,
    kind: 'second-factor-reset',
    to: email,
    subject: text.resetSubject,
    body,
  }
  await queueMail(tx, letter, now)
}
