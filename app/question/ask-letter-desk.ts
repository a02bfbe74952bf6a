import type { Context } from 'hono'
import type { Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { type Addressee, readAddressees } from '../meeting/invite-store.ts'
import { queueMail } from '../post/mail-store.ts'
import type { Actor } from '../session/actor.ts'
import type { OnDesk } from '../session/desk.ts'
import { originForMember } from '../session/origin.ts'
import { askLetterText } from './ask-letter-text.ts'
import type { AskActing, AskTold, TellAsk } from './ask-store.ts'
import type { AtOne } from './question-desk.ts'

/** What the letters need to know of the server and of who acts; `origin` without a slash at the end. */
export type AskSending = { readonly actor: Actor; readonly now: Moment; readonly origin: string }

/** An act on the asks of the question at this address, told by letter. */
export function askActing(c: Context<OnDesk>, { desk, reader, question }: AtOne): AskActing {
  const origin = originForMember(desk.house.baseUrl, c.req.header('host'))
  const tell = tellAsksBy({ actor: reader.actor, now: desk.now, origin })
  return { id: question.id, now: desk.now, tell }
}

/** Tells by letter: no word of a question and no answer stands in it. Without an address the pages tell the same. */
export const tellAsksBy =
  (sending: AskSending): TellAsk =>
  async ({ sql, tx }, told) => {
    if (told.length === 0) return
    const all = await readAddressees(sql, sending.actor)
    for (const one of told) {
      const who = all.find(({ person }) => person === one.to)
      const letter = who && letterFor(one, who, await nameOf(sql, sending.actor, one.by), sending)
      if (letter) await queueMail(tx, letter, new Date(sending.now))
    }
  }

async function nameOf(sql: Sql, actor: Actor, person: PersonId | null): Promise<string | null> {
  if (person === null) return null
  const row = await sql
    .selectFrom('person')
    .select('name')
    .where('id', '=', person)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  return row?.name ?? null
}

function letterFor(told: AskTold, who: Addressee, by: string | null, { actor, now, origin }: AskSending) {
  const text = askLetterText(who.language)
  const says = by === null ? text.says.left : text.says[told.kind](by)
  const address = told.kind === 'withdrawn' ? `${origin}/questions` : `${origin}${placeOf(told)}`
  return {
    schoolId: actor.schoolId,
    personId: who.person,
    kind: `question-${told.kind}`,
    to: who.address,
    subject: text.subject[told.kind],
    body: `${[text.hello(who.name.split(' ')[0] ?? ''), says, text.look(address)].join('\n\n')}\n`,
    onceKey: `question-ask:${told.ask}:${told.kind}:${now}`,
  }
}

/** Where the letter leads: who is asked to the page where one answers, the asker to the question. */
const placeOf = ({ kind, question }: AskTold) =>
  kind === 'asked' ? `/questions/${question}/answer` : `/questions/${question}#ask`
