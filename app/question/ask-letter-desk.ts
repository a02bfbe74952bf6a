import type { Context } from 'hono'
import type { Addressee } from '../meeting/invite-store.ts'
import { bodyOf, type Sending, writeToEach } from '../meeting/letters-desk.ts'
import { firstName } from '../school/person.ts'
import type { OnDesk } from '../session/desk.ts'
import { originForMember } from '../session/origin.ts'
import { askLetterText } from './ask-letter-text.ts'
import type { AskActing, AskTold, TellAsk } from './ask-store.ts'
import type { AtOne } from './question-desk.ts'

/** What the letters need to know of the server and of who acts; `origin` without a slash at the end. */
export type AskSending = Omit<Sending, 'from'>

/** An act on the asks of the question at this address, told by letter. */
export function askActing(c: Context<OnDesk>, { desk, reader, question }: AtOne): AskActing {
  const origin = originForMember(desk.house.baseUrl, c.req.header('host'))
  const tell = tellAsksBy({ actor: reader.actor, now: desk.now, origin })
  return { id: question.id, now: desk.now, tell }
}

/** Tells by letter: no word of a question and no answer stands in it. Without an address the pages tell the same. */
export const tellAsksBy =
  (sending: AskSending): TellAsk =>
  (at, told) =>
    writeToEach(at, sending, told, (one, who, names) =>
      letterFor(one, who, one.by === null ? null : (names.get(one.by) ?? null), sending),
    )

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
    body: bodyOf([text.hello(firstName(who)), says, text.look(address)]),
    onceKey: `question-ask:${told.ask}:${told.kind}:${now}`,
  }
}

/** Where the letter leads: who is asked to the page where one answers, the asker to the question. */
const placeOf = ({ kind, question }: AskTold) =>
  kind === 'asked' ? `/questions/${question}/answer` : `/questions/${question}#ask`
