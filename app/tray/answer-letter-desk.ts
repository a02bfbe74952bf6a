import type { Sql } from '../db/database.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Addressee } from '../meeting/invite-store.ts'
import { bodyOf, type Sending, writeToEach } from '../meeting/letters-desk.ts'
import { coordinatorsOf } from '../question/heavy-letter-desk.ts'
import { firstName } from '../school/person.ts'
import type { Actor } from '../session/actor.ts'
import { answerLetterText } from './answer-letter-text.ts'
import type { AnswerTold, TellAnswer } from './answer-store.ts'

/**
 * Tells by letter: the asker that there is an answer, the coordinator who answered that it does not work yet; when that
 * one coordinates no more, those who do. Of a visit the letter with the calendar says enough. Without an address the
 * pages tell the same.
 */
export const tellAnswerBy =
  (sending: Sending): TellAnswer =>
  async (at, told) => {
    const { question, answer, what } = told
    if (what === 'answered' && answer.appointment !== null) return
    const people = what === 'answered' ? [question.asker] : await whoAnswers(at.sql, sending.actor, told)
    const by = what === 'answered' ? answer.by : question.asker
    const to = people.map((person) => ({ to: person }))
    await writeToEach(at, sending, to, (_one, who, names) =>
      letterFor(told, who, names.get(by) ?? '', sending),
    )
  }

async function whoAnswers(sql: Sql, actor: Actor, { question, answer }: AnswerTold): Promise<PersonId[]> {
  const coordinators = (await coordinatorsOf(sql, actor)).filter((person) => person !== question.asker)
  return coordinators.includes(answer.by) ? [answer.by] : coordinators
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
    body: bodyOf([text.hello(firstName(who)), text.says[what](by), text.look(`${at.origin}${place}`)]),
    onceKey: `question-answer:${answer.id}:${what}:${at.now}:${who.person}`,
  }
}
