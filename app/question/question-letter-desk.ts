import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { readAddressees } from '../meeting/invite-store.ts'
import { queueMail } from '../post/mail-store.ts'
import type { Member } from '../session/actor.ts'
import { questionLetterText } from './question-letter-text.ts'
import type { TellChange } from './question-write-store.ts'

type Sending = { readonly actor: Member; readonly now: Moment; readonly origin: string }

/** Tells somebody who is let in, by letter; nothing of the question stands in it. */
export const tellLetIn =
  ({ actor, now, origin }: Sending, person: PersonId): TellChange =>
  async ({ sql, tx }, { id }) => {
    const who = (await readAddressees(sql, actor)).find((one) => one.person === person)
    if (!who) return
    const text = questionLetterText(who.language)
    const lines = [
      text.hello(who.name.split(' ')[0] ?? ''),
      text.says(actor.name),
      text.look(`${origin}/questions/${id}`),
    ]
    const letter = {
      schoolId: actor.schoolId,
      personId: person,
      kind: 'question-let-in',
      to: who.address,
      subject: text.subject,
      body: `${lines.join('\n\n')}\n`,
      onceKey: `question-let-in:${id}:${person}:${now}`,
    }
    await queueMail(tx, letter, new Date(now))
  }
