import type { Moment } from '../kernel/day.ts'
import type { EntryId, EvaluationId, PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import { evaluationIdOf } from '../plan/evaluation-id.ts'
import type { Phase } from '../plan/plan.ts'
import type { Passage } from '../writing/passage.ts'

/** When one looks back: half-way and at the end. */
export const TIMES = ['mid', 'end'] as const
export type Time = (typeof TIMES)[number]

/** What happens next with it. */
export const NEXT_STEPS = ['go-on', 'adjust', 'stop'] as const
export type NextStep = (typeof NEXT_STEPS)[number]

/** Of a goal only: whether it was reached. A track is evaluated in words. */
export const REACHES = ['reached', 'partly', 'not-yet'] as const
export type Reach = (typeof REACHES)[number]

/** The texts of an evaluation: what we saw, what we learned, what we adjust, with whom the yield was shared. */
export const EVALUATION_TEXTS = ['saw', 'learned', 'adjust', 'sharedWith'] as const
export type EvaluationText = (typeof EVALUATION_TEXTS)[number]

export type Evaluation = {
  readonly id: EvaluationId
  readonly entryId: EntryId
  readonly time: Time
  readonly texts: Partial<Record<EvaluationText, Passage>>
  readonly next: NextStep | null
  readonly reached: Reach | null
  /** Since when the team decided what happens next with a goal; null: nobody or only who wrote it chose. */
  readonly decided: Moment | null
  readonly at: Moment
  readonly by: PersonId | null
}

/** `stale`: the plan went on to another phase meanwhile. */
export type EvaluationRefusal =
  | 'words-only'
  | 'choice-unknown'
  | 'no-such-field'
  | 'stale'
  | 'decided-by-team'

/** The choices of an evaluation; what is left out stays as it is. */
export type Choices = { readonly next?: NextStep | null; readonly reached?: Reach | null }

/** Choices from a form: an empty value takes a choice back. Of a track none says how far somebody got. */
export function parseChoices(
  entry: Pick<Entry, 'kind'>,
  given: { readonly next?: string; readonly reached?: string },
): Choices | Refusal<EvaluationRefusal> {
  if (given.reached && !isGoal(entry)) return refuse('words-only', 'reached')
  const next = choice(NEXT_STEPS, given.next)
  const reached = isGoal(entry) ? choice(REACHES, given.reached) : undefined
  if (next === 'unknown') return refuse('choice-unknown', 'next')
  if (reached === 'unknown') return refuse('choice-unknown', 'reached')
  return { ...(next === undefined ? {} : { next }), ...(reached === undefined ? {} : { reached }) }
}

function choice<Known extends string>(known: readonly Known[], value: string | undefined) {
  if (value === undefined) return undefined
  return value === '' ? null : (known.find((one) => one === value) ?? 'unknown')
}

export const isTime = (value: unknown): value is Time => TIMES.includes(value as Time)
export const isEvaluationText = (value: unknown): value is EvaluationText =>
  EVALUATION_TEXTS.includes(value as EvaluationText)

/** Which evaluation is about to be written in a phase. */
export const timeOf = (phase: Phase): Time =>
  phase === 'end-evaluation' || phase === 'archived' ? 'end' : 'mid'

export const textIn = (evaluation: Evaluation | null | undefined, field: EvaluationText) =>
  evaluation?.texts[field]?.text ?? ''

/** Whether anybody wrote or chose anything. */
export const isSaid = (evaluation: Evaluation | null | undefined): evaluation is Evaluation =>
  !!evaluation &&
  (evaluation.next !== null ||
    evaluation.reached !== null ||
    EVALUATION_TEXTS.some((field) => textIn(evaluation, field) !== ''))

/** The last evaluation of an entry: that of the end, else that of half-way. */
export function lastOf(evaluations: readonly Evaluation[], entryId: EntryId): Evaluation | null {
  const own = evaluations.filter((evaluation) => evaluation.entryId === entryId && isSaid(evaluation))
  return own.find((evaluation) => evaluation.time === 'end') ?? own[0] ?? null
}

/** What was seen and learned with the entry of last year that an entry was carried over from. */
export type LastYear = { readonly entry: Entry; readonly evaluation: Evaluation }

/** To what the texts of an evaluation belong, also when there is none yet. */
export const evaluationPassageOwner = (
  entryId: EntryId,
  time: Time,
  known?: Pick<Evaluation, 'id'> | null,
): EvaluationId => known?.id ?? evaluationIdOf(entryId, time)
