import type { Moment } from '../kernel/day.ts'
import type { AskedId, PersonId } from '../kernel/id.ts'
import type { May } from '../kernel/refusal.ts'
import type { AskState, Question } from '../question/question.ts'
import { mayAsk, mayConfirmTopic, mayHold, mayRead, mayThrowAway } from '../question/question-may.ts'
import type { Actor } from '../session/actor.ts'

type Ask = (actor: Actor) => May
type Circle = Pick<Question, 'asker' | 'asks' | 'letIn' | 'rung' | 'heavyAt' | 'closed' | 'readAt'>

const person = (name: string) => name as PersonId
const NOW = '2026-11-19T09:00:00.000Z' as Moment

/** A question of the owner, on the first rung, that nobody else has read. */
const QUESTION: Circle = {
  asker: person('owner'),
  asks: [],
  letIn: [],
  rung: 1,
  heavyAt: null,
  closed: null,
  readAt: null,
}
/** The expert teacher was asked. */
const asked = (state: AskState, more: Partial<Circle> = {}): Circle => ({
  ...QUESTION,
  rung: 2,
  asks: [{ id: 'ask' as AskedId, personId: person('expert'), state, askedAt: NOW, answeredAt: null }],
  ...more,
})

/** Every act with questions, with the one place that decides about it. */
export const questionActs = (): Record<string, Ask> => ({
  'write a question down': (actor) => mayAsk(actor),
  'read a question of the owner on the first rung': (actor) => mayRead(QUESTION, actor),
  'read a question for which the expert was asked': (actor) => mayRead(asked('asked'), actor),
  'read a question with which the expert said to help': (actor) => mayRead(asked('yes'), actor),
  'read a question to which the expert said no': (actor) => mayRead(asked('no'), actor),
  'read a question for which the expert is no longer asked': (actor) => mayRead(asked('withdrawn'), actor),
  'read a closed question with which the expert helped': (actor) =>
    mayRead(asked('yes', { closed: { at: NOW, solvedOn: 2 } }), actor),
  'read a question on the third rung': (actor) => mayRead({ ...QUESTION, rung: 3 }, actor),
  'read a question that is too heavy now': (actor) => mayRead({ ...QUESTION, heavyAt: NOW }, actor),
  'read a question to which the owner let the principal in': (actor) =>
    mayRead({ ...QUESTION, letIn: [{ personId: person('principal'), at: NOW }] }, actor),
  'write in a question, bring it up or down, let somebody in, close it, open it again': (actor) =>
    mayHold(QUESTION, actor),
  'throw a question away that nobody else has read': (actor) => mayThrowAway(QUESTION, actor),
  'throw a question away that somebody has read': (actor) =>
    mayThrowAway({ ...QUESTION, readAt: NOW }, actor),
  'confirm the topic of a question on the first rung': (actor) => mayConfirmTopic(QUESTION, actor),
  'confirm the topic of a question on the third rung': (actor) =>
    mayConfirmTopic({ ...QUESTION, rung: 3 }, actor),
})
