import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { isRunning, isWithCoordinators, type Question } from '../question/question.ts'
import { type Answer, waitsForAnswer } from './answer.ts'
import type { Join } from './join.ts'

/** A question as it lies in the tray. */
export type Lying = {
  readonly question: Question
  /** Since when it waits for an answer. */
  readonly since: Moment
  /** Oldest first. */
  readonly answers: readonly Answer[]
  /** Which coordinator takes it up; null: nobody said so. */
  readonly takenBy: PersonId | null
  /** With which other question it is answered together. */
  readonly join: Join | null
}

/** One line of 'you answered': a question with the answers to it. */
export type AnsweredLine = { readonly question: Question; readonly answers: readonly Answer[] }

/** When it last came to the coordinators; null: it did not. */
export function broughtAt({
  rung,
  rungAt,
  heavyAt,
}: Pick<Question, 'rung' | 'rungAt' | 'heavyAt'>): Moment | null {
  const came = rung === 3 ? rungAt : null
  if (came === null || heavyAt === null) return came ?? heavyAt
  return heavyAt > came ? heavyAt : came
}

/** Whether a question waits now, by the same rule as the tray. */
export function waitsNow(question: Question, answers: readonly Answer[]): boolean {
  const brought = broughtAt(question)
  return (
    isRunning(question) &&
    isWithCoordinators(question) &&
    brought !== null &&
    waitsForAnswer(answers, brought)
  )
}
