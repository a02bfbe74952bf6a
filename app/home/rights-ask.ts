import type { Moment } from '../kernel/day.ts'
import type { AskedId, PersonId } from '../kernel/id.ts'
import type { May } from '../kernel/refusal.ts'
import { mayAnswerAsk, mayAskColleague, maySeeAnswers } from '../question/ask-may.ts'
import type { AskState, Question } from '../question/question.ts'
import type { Actor } from '../session/actor.ts'

type Ask = (actor: Actor) => May
type OfQuestion = Pick<Question, 'asker' | 'asks' | 'closed'>

const person = (name: string) => name as PersonId
const NOW = '2026-11-19T09:00:00.000Z' as Moment

/** A question of the owner, for which the expert teacher was asked. */
const asked = (state: AskState, closed: OfQuestion['closed'] = null): OfQuestion => ({
  asker: person('owner'),
  asks: [{ id: 'ask' as AskedId, personId: person('expert'), state, askedAt: NOW, answeredAt: null }],
  closed,
})
const CLOSED = { at: NOW, solvedOn: 2 } as const

/** Every act with asking a colleague, with the one place that decides about it. */
export const askActs = (): Record<string, Ask> => ({
  'ask a colleague for a question of the owner, or take that back': (actor) =>
    mayAskColleague(asked('asked'), actor),
  'ask a colleague for a closed question of the owner': (actor) =>
    mayAskColleague(asked('yes', CLOSED), actor),
  'answer where the expert was asked': (actor) => mayAnswerAsk(asked('asked'), actor),
  'answer anew where the expert said yes': (actor) => mayAnswerAsk(asked('yes'), actor),
  'answer where the expert said no': (actor) => mayAnswerAsk(asked('no'), actor),
  'see what colleagues answered to the owner': (actor) => maySeeAnswers(asked('no'), actor),
})
