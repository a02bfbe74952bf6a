import { type May, no, type Refusal, yes } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import type { AskRefusal } from './ask.ts'
import { isRunning, type Question, reads } from './question.ts'

/** Why somebody may or may not ask or answer; each has a sentence in both languages. */
export type AskBecause = 'own-question' | 'only-asker-asks' | 'is-asked' | 'not-asked' | 'closed'

/** Every way in which asking or answering is refused. */
export type AskNo =
  | Refusal<AskRefusal | 'closed'>
  | { readonly refused: 'may-not'; readonly because: AskBecause }

type OfQuestion = Pick<Question, 'asker' | 'asks' | 'closed'>

/** Asking a colleague, and taking that back: the asker alone, whoever proposes somebody. */
export function mayAskColleague(question: OfQuestion, actor: Actor): May<AskBecause> {
  if (personOf(actor) !== question.asker) return no('only-asker-asks')
  return isRunning(question) ? yes('own-question') : no('closed')
}

/** Saying yes, 'not now', or naming somebody else: who is asked, for as long as the question runs. */
export function mayAnswerAsk(question: OfQuestion, actor: Actor): May<AskBecause> {
  const me = personOf(actor)
  const isAsked = me !== null && question.asks.some((ask) => ask.personId === me && reads(ask))
  if (!isAsked) return no('not-asked')
  return isRunning(question) ? yes('is-asked') : no('closed')
}

/** What was answered, by whom, and whom somebody named: the asker; each who was asked the own answer. */
export const maySeeAnswers = (question: Pick<Question, 'asker'>, actor: Actor): May<AskBecause> =>
  personOf(actor) === question.asker ? yes('own-question') : no('only-asker-asks')
