import type { Sql } from '../db/database.ts'
import type { PersonId } from '../kernel/id.ts'
import { type Addressee, readAddressees } from '../meeting/invite-store.ts'
import { queueMail } from '../post/mail-store.ts'
import { coordinatorsOf } from '../question/heavy-letter-desk.ts'
import type { Actor } from '../session/actor.ts'
import type { Sending } from '../visit/letter-desk.ts'
import { answerLetterText } from './answer-letter-text.ts'
import type { AnswerTold, TellAnswer } from './answer-store.ts'

/**
 * Tells by letter: the asker that there is an answer, the coordinator who answered that it does not work yet; when that
 * one coordinates no more, those who do. Of a visit the letter with the calendar says enough. Without an address the
 * pages tell the same.
 */
export const tellAnswerBy =
  (sending: Sending): TellAnswer =>
  async ({ sql, tx }, told) => {
    const { question, answer, what } = told
    if (what === 'answered' && answer.appointment !== null) return
    const all = await readAddressees(sql, sending.actor)
    const to = what === 'answered' ? [question.asker] : await whoAnswers(sql, sending.actor, told)
    const name = await nameOf(sql, sending.actor, what === 'answered' ? answer.by : question.asker)
    for (const who of all.filter(({ person }) => to.includes(person)))
      await queueMail(tx, letterFor(told, who, name, sending), new Date(sending.now))
  }

async function whoAnswers(sql: Sql, actor: Actor, { question, answer }: AnswerTold): Promise<PersonId[]> {
  const coordinators = (await coordinatorsOf(sql, actor)).filter((person) => person !== question.asker)
  return coordinators.includes(answer.by) ? [answer.by] : coordinators
}

async function nameOf(sql: Sql, actor: Actor, person: PersonId): Promise<string> {
  const row = await sql
    .selectFrom('person')
    .select('name')
    .where('id', '=', person)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  return row?.name ?? ''
}

function letterFor({ question, answer, what }: AnswerTold, who: Addressee, by: string, at: Sending) {
  const text = answerLetterText(who.language)
  const place =
    what === 'answered' ? `/questions/${question.id}#answers` : `/questions/tray?open=${question.id}`
  return {
    schoolId: at.actor.schoolId,
    personId: who.person,
    kind: `question-${what}`,
    to: who.address,
    subject: text.subject[what],
    body: `${[text.hello(who.name.split(' ')[0] ?? ''), text.says[what](by), text.look(`${at.origin}${place}`)].join('\n\n')}\n`,
    onceKey: `question-answer:${answer.id}:${what}:${at.now}:${who.person}`,
  }
}
