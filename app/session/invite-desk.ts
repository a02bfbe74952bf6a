import type { Db } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { queueMail } from '../post/mail-store.ts'
import { accountText } from './account-text.ts'
import type { Actor } from './actor.ts'
import { type InviteRefusal, makeLink, recipient } from './link-store.ts'
import { LINK_LASTS } from './sign-in.ts'

/**
 * Invites somebody of the actor's school by mail, for two weeks. A newer invitation ends an older one. They have
 * joined (have an `account` row) as soon as they have come in. Who may is asked before. Fit for a transaction.
 *
 * @param origin where the link leads: `originForMember(house.baseUrl, host)`
 */
export function invite(
  db: Db,
  actor: Actor,
  personId: PersonId,
  origin: string,
  now: Date,
): Promise<{ link: string } | Refusal<InviteRefusal>> {
  return db.write(actor, async (sql, tx) => {
    const person = await recipient(sql, actor, personId, now)
    if ('refused' in person) return person
    if (!person.email) return refuse('no-address')
    const link = `${origin}/sign-in/link/${await makeLink(sql, actor, personId, 'invitation', now)}`
    const text = accountText(person.language ?? person.schoolLanguage)
    const inviter = actor.kind === 'member' ? actor.name : person.school
    const sent = await queueMail(
      tx,
      {
        schoolId: actor.schoolId,
        personId,
        kind: 'invitation',
        to: person.email,
        subject: text.inviteSubject(person.school),
        body: text.inviteMail(person.name, inviter, person.school, link),
        usefulUntil: momentOf(new Date(now.getTime() + LINK_LASTS.invitation)),
      },
      now,
    )
    return typeof sent === 'string' ? { link } : sent
  })
}
