import type { Moment } from '../kernel/day.ts'
import type { AskedId, PersonId } from '../kernel/id.ts'
import type { May } from '../kernel/refusal.ts'
import type { Question } from '../question/question.ts'
import type { Actor } from '../session/actor.ts'
import {
  mayAnswer,
  mayKeepSmall,
  mayOpenTray,
  mayReadAnswers,
  mayReadReply,
  mayReadSmall,
  mayReply,
  mayTakeBack,
} from '../tray/answer-may.ts'

type Ask = (actor: Actor) => May

const person = (name: string) => name as PersonId
const NOW = '2026-11-19T09:00:00.000Z' as Moment

/** A question of the owner that came to the coordinators; the expert teacher helps with it. */
const QUESTION: Pick<Question, 'asker' | 'asks' | 'letIn' | 'rung' | 'heavyAt' | 'closed'> = {
  asker: person('owner'),
  asks: [{ id: 'ask' as AskedId, personId: person('expert'), state: 'yes', askedAt: NOW, answeredAt: NOW }],
  letIn: [],
  rung: 3,
  heavyAt: null,
  closed: null,
}

/** Every act of the tray and of answers, with the one place that decides about it. */
export const trayActs = (): Record<string, Ask> => ({
  'open the tray of the coordinators': (actor) => mayOpenTray(actor),
  'answer a question on the third rung, take it up, lay it together with another': (actor) =>
    mayAnswer(QUESTION, actor),
  'answer a question that has not come to the coordinators': (actor) =>
    mayAnswer({ ...QUESTION, rung: 2 }, actor),
  'answer a closed question': (actor) => mayAnswer({ ...QUESTION, closed: { at: NOW, solvedOn: 3 } }, actor),
  'read what was answered to a question with which the expert helps': (actor) =>
    mayReadAnswers(QUESTION, actor),
  'read when a coordinator comes, and what the owner says back': (actor) => mayReadReply(QUESTION, actor),
  'say something back to an answer, take a step that was offered, say yes or no to being joined': (actor) =>
    mayReply(QUESTION, actor),
  'take back an answer of the coordinator': (actor) => mayTakeBack({ by: person('coordinator') }, actor),
  'write a small ask down': (actor) => mayKeepSmall(actor),
  'read the small asks of the coordinator': (actor) => mayReadSmall(actor, 'coordinator'),
})
