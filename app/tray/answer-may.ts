import { type May, no, yes } from '../kernel/refusal.ts'
import { isRunning, isWithCoordinators, type Question } from '../question/question.ts'
import { mayRead } from '../question/question-may.ts'
import { type Actor, hasRole, personOf } from '../session/actor.ts'
import type { Answer } from './answer.ts'

/** Why somebody may or may not, with answers, the tray and small asks; each has a sentence in both languages. */
export type TrayBecause =
  | 'coordinator-answers'
  | 'own-question'
  | 'own-answer'
  | 'own-asks'
  | 'in-circle'
  | 'only-coordinators'
  | 'only-asker'
  | 'only-owner'
  | 'asker-and-coordinators'
  | 'not-in-circle'
  | 'not-own-question'
  | 'no-longer-runs'

type TrayMay = May<TrayBecause>
type Circle = Pick<Question, 'asker' | 'asks' | 'letIn' | 'rung' | 'heavyAt' | 'closed'>

/** The tray is of the coordinators together. */
export const mayOpenTray = (actor: Actor): TrayMay =>
  hasRole(actor, 'coordinator') ? yes('coordinator-answers') : no('only-coordinators')

/**
 * Answering, saying that one takes it, joining: a coordinator, once the question came to the coordinators, as long as
 * it runs; never the own question.
 */
export function mayAnswer(question: Circle, actor: Actor): TrayMay {
  if (!hasRole(actor, 'coordinator')) return no('only-coordinators')
  if (personOf(actor) === question.asker) return no('not-own-question')
  if (!isWithCoordinators(question)) return no('not-in-circle')
  return isRunning(question) ? yes('coordinator-answers') : no('no-longer-runs')
}

/** What was answered: whoever reads the question. */
export const mayReadAnswers = (question: Circle, actor: Actor): TrayMay =>
  mayRead(question, actor).may ? yes('in-circle') : no('not-in-circle')

/** The moment of a visit, what the asker says back, and joining: the asker and who reads it as a coordinator. */
export function mayReadReply(question: Circle, actor: Actor): TrayMay {
  if (personOf(actor) === question.asker) return yes('own-question')
  const reads = hasRole(actor, 'coordinator') && isWithCoordinators(question)
  return reads ? yes('coordinator-answers') : no('asker-and-coordinators')
}

/** Saying something back, taking a step that was offered, saying yes or no to being joined: the asker alone. */
export const mayReply = (question: Pick<Question, 'asker'>, actor: Actor): TrayMay =>
  personOf(actor) === question.asker ? yes('own-question') : no('only-asker')

/** Taking back an answer: who gave it. */
export const mayTakeBack = (answer: Pick<Answer, 'by'>, actor: Actor): TrayMay =>
  hasRole(actor, 'coordinator') && personOf(actor) === answer.by ? yes('own-answer') : no('only-owner')

/** Writing down small asks: a coordinator, the own ones; nobody else ever reads them. */
export const mayKeepSmall = (actor: Actor): TrayMay =>
  hasRole(actor, 'coordinator') ? yes('own-asks') : no('only-coordinators')
export const mayReadSmall = (actor: Actor, owner: string): TrayMay =>
  mayKeepSmall(actor).may && personOf(actor) === owner ? yes('own-asks') : no('only-owner')
