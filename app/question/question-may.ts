import { type May, no, type Refusal, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole, personOf } from '../session/actor.ts'
import { isWithCoordinators, partOf, type Question, type QuestionRefusal } from './question.ts'

/** Why somebody may or may not, with a question; each has a sentence in both languages. */
export type QuestionBecause =
  | 'everybody-asks'
  | 'own-question'
  | 'is-asked'
  | 'let-in'
  | 'with-coordinators'
  | 'of-the-asker'
  | 'not-in-circle'
  | 'not-yet-coordinator'
  | 'was-read'
  | 'members-only'

/** Every way in which something with a question is refused. */
export type QuestionNo =
  | Refusal<QuestionRefusal>
  | { readonly refused: 'may-not'; readonly because: QuestionBecause }

type QuestionMay = May<QuestionBecause>
type Circle = Pick<Question, 'asker' | 'asks' | 'letIn' | 'rung' | 'heavyAt' | 'closed'>

/** Writing a question: everybody of the team. */
export const mayAsk = (actor: Actor): QuestionMay =>
  actor.kind === 'member' ? yes('everybody-asks') : no('members-only')

const PARTS = { asker: 'own-question', asked: 'is-asked', 'let-in': 'let-in' } as const

/**
 * Reading a question: the asker, colleagues who are asked or said yes, whom the asker let in, and from the third rung
 * on (or when it is too heavy) the coordinators. Nobody else, whatever role; programs and the product itself never.
 */
export function mayRead(question: Circle, actor: Actor): QuestionMay {
  if (actor.kind !== 'member') return no('members-only')
  const part = partOf(question, personOf(actor))
  if (part !== null) return yes(PARTS[part])
  if (!hasRole(actor, 'coordinator')) return no('not-in-circle')
  return isWithCoordinators(question) ? yes('with-coordinators') : no('not-yet-coordinator')
}

/** Writing in it, letting somebody in, bringing it up or down the ladder, closing and opening: the asker alone. */
export const mayHold = (question: Pick<Question, 'asker'>, actor: Actor): QuestionMay =>
  personOf(actor) === question.asker ? yes('own-question') : no('of-the-asker')

/** Throwing it away: the asker, as long as nobody else has read it. */
export function mayThrowAway(question: Pick<Question, 'asker' | 'readAt'>, actor: Actor): QuestionMay {
  const may = mayHold(question, actor)
  return may.may && question.readAt !== null ? no('was-read') : may
}

/** Confirming what it is about: the asker, and coordinators who read it. */
export function mayConfirmTopic(question: Circle, actor: Actor): QuestionMay {
  const may = mayRead(question, actor)
  return may.may && (may.because === 'own-question' || hasRole(actor, 'coordinator'))
    ? may
    : no('of-the-asker')
}
