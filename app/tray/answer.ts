import type { Moment } from '../kernel/day.ts'
import type { AnswerId, AppointmentId, EntryId, PersonId, PlanId, QuestionId, StepId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { lineOf } from '../school/line.ts'

/**
 * What a coordinator can answer: you can do this (with a question back), ask a colleague, this fits your track, I come.
 */
export const ANSWER_KINDS = ['yours', 'ask', 'track', 'come'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]
export const isAnswerKind = (value: unknown): value is AnswerKind =>
  ANSWER_KINDS.includes(value as AnswerKind)

/** What the asker does with an answer: takes it up, says thanks, or it does not work yet. */
export const REPLIES = ['taken', 'thanks', 'not-yet'] as const
export type ReplyAs = (typeof REPLIES)[number]
export const isReply = (value: unknown): value is ReplyAs => REPLIES.includes(value as ReplyAs)

/** An offer of a coordinator to who asks; the question stays the asker's. */
export type Answer = {
  readonly id: AnswerId
  readonly questionId: QuestionId
  readonly by: PersonId
  readonly kind: AnswerKind
  readonly words: string
  /** Which friendly sentence it began from; '' for none. */
  readonly variant: string
  /** What the team agreed, as it stood in the plan then, with the way to it. */
  readonly agreement: Agreement | null
  /** Of 'ask': who is proposed; reads nothing until the asker asks. */
  readonly colleague: PersonId | null
  /** Of 'track'. */
  readonly step: OfferedStep | null
  /** Of 'come'. */
  readonly appointment: AppointmentId | null
  /** Of 'come': it was called off, so that nobody comes. */
  readonly isOff: boolean
  readonly at: Moment
  readonly reply: Reply | null
}

export type Agreement = { readonly words: string; readonly href: string }

/** A step that is offered: of the asker, once taken. */
export type OfferedStep = {
  readonly planId: PlanId
  readonly entryId: EntryId
  readonly what: string
  readonly takenAt: Moment | null
  readonly stepId: StepId | null
}

export type Reply = { readonly as: ReplyAs; readonly words: string; readonly at: Moment }

/** What a coordinator is about to answer, as a form says it and the room checked it. */
export type GivenAnswer = Pick<Answer, 'kind' | 'words' | 'variant' | 'agreement' | 'colleague'> & {
  readonly step: Pick<OfferedStep, 'planId' | 'entryId' | 'what'> | null
  readonly appointment: AppointmentId | null
}

export type AnswerRefusal =
  | 'kind-missing'
  | 'words-missing'
  | 'words-long'
  | 'colleague-missing'
  | 'colleague-unknown'
  | 'colleague-named'
  | 'track-missing'
  | 'step-missing'
  | 'step-long'
  | 'moment-missing'
  | 'answered-meanwhile'
  | 'question-gone'
  | 'question-closed'
  | 'answer-gone'
  | 'replied-already'
  | 'reply-missing'
  | 'reply-long'
  | 'step-taken'
  | 'no-step'
  | 'too-old'
  | 'answers-many'

/** In characters. */
export const LONGEST_ANSWER = 600
export const LONGEST_REPLY = 300
/** To one question: more than this is a talk. */
export const MOST_ANSWERS = 40

/** The sentence of an answer, from a form: one paragraph. */
export function parseWords(raw: unknown): string | Refusal<AnswerRefusal> {
  const words = lineOf(raw)
  if (words === '') return refuse('words-missing', 'words')
  return words.length > LONGEST_ANSWER ? refuse('words-long', 'words') : words
}

/** The one line back, which may stay empty. */
export function parseReply(as: unknown, raw: unknown): Omit<Reply, 'at'> | Refusal<AnswerRefusal> {
  if (!isReply(as)) return refuse('reply-missing', 'as')
  const words = lineOf(raw)
  return words.length > LONGEST_REPLY ? refuse('reply-long', 'words') : { as, words }
}

/** How a question lies in the tray, as far as its answers say so. */
type Answered = Pick<Answer, 'at' | 'reply' | 'isOff'>

/** The last one that stands: a visit that was called off is none. */
export const lastAnswer = <Of extends Answered>(answers: readonly Of[]): Of | null =>
  answers.findLast(({ isOff }) => !isOff) ?? null

/**
 * Whether a question waits for a coordinator: there is no answer since it was brought, or the last one does not work
 * yet.
 * @param answers oldest first, without what was taken back
 * @param broughtAt when it last came to the coordinators
 */
export function waitsForAnswer(answers: readonly Answered[], broughtAt: Moment): boolean {
  const last = lastAnswer(answers)
  if (last === null || last.reply?.as === 'not-yet') return true
  return last.at < broughtAt
}

/** Which answers do not work yet: what is chosen beforehand is another one. */
export const kindsNotYet = (answers: readonly Pick<Answer, 'kind' | 'reply'>[]): ReadonlySet<AnswerKind> =>
  new Set(answers.filter(({ reply }) => reply?.as === 'not-yet').map(({ kind }) => kind))

/** Since when it waits: since it was brought, or since it turned out not to work yet. */
export function waitsSince(answers: readonly Answered[], broughtAt: Moment): Moment {
  const reply = lastAnswer(answers)?.reply
  return reply?.as === 'not-yet' && reply.at > broughtAt ? reply.at : broughtAt
}

/** Open for the asker: nothing was said back, and the step that it offers was not taken. */
export const asksReply = ({ reply, step, isOff }: Pick<Answer, 'reply' | 'step' | 'isOff'>) =>
  !isOff && reply === null && (step === null || step.takenAt === null)

const HOUR = 3_600_000

/** Taking an answer back is for what went wrong just now: within the hour, and nothing was done with it. */
export function takeBackNo(answer: Answer, now: Moment): Refusal<AnswerRefusal> | null {
  if (answer.reply !== null) return refuse('replied-already')
  if (answer.step !== null && answer.step.takenAt !== null) return refuse('step-taken')
  return Date.parse(now) - Date.parse(answer.at) > HOUR ? refuse('too-old') : null
}
