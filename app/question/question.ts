import type { Moment } from '../kernel/day.ts'
import type { AskedId, EntryId, PersonId, PlanId, QuestionId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { lineOf } from '../school/line.ts'
import type { TopicKey } from '../school/topic.ts'

/** What a question is about; of a pupil the name is never written. */
export const ABOUTS = ['group', 'lesson', 'pupil', 'else'] as const
export type About = (typeof ABOUTS)[number]

/** The ladder: oneself, with a colleague, with the coordinator. */
export const RUNGS = [1, 2, 3] as const
export type RungNumber = (typeof RUNGS)[number]

/** A sentence with a revision of its own, so that two fields that save themselves never meet. */
export type Sentence = { readonly text: string; readonly revision: number }

/** A small cycle: thought of, done, seen. */
export type Rung = {
  readonly rung: RungNumber
  readonly beganAt: Moment
  readonly idea: Sentence
  readonly didAt: Moment | null
  readonly saw: Sentence
}

/** `passed`: cannot, and named somebody else; `withdrawn`: the asker took it back. */
export const ASK_STATES = ['asked', 'yes', 'no', 'passed', 'withdrawn'] as const
export type AskState = (typeof ASK_STATES)[number]
/** A colleague who was asked, as far as the circle needs it. */
export type Asked = {
  readonly id: AskedId
  readonly personId: PersonId
  readonly state: AskState
  readonly askedAt: Moment
  readonly answeredAt: Moment | null
}

/** Somebody the asker lets read along. */
export type LetIn = { readonly personId: PersonId; readonly at: Moment }

/** A question belongs to its asker; `question-may.ts` says who else reads it. */
export type Question = {
  readonly id: QuestionId
  readonly asker: PersonId
  readonly about: About
  readonly text: Sentence
  /** Where it stands on the ladder now. */
  readonly rung: RungNumber
  /** When it last came to that rung, or was opened again. */
  readonly rungAt: Moment
  /** The rungs that have begun, from below. */
  readonly rungs: readonly Rung[]
  readonly asks: readonly Asked[]
  readonly letIn: readonly LetIn[]
  /** Since when it is too heavy; null: it is not. */
  readonly heavyAt: Moment | null
  /** Confirmed by a person; null: nobody did. */
  readonly topic: { readonly key: TopicKey; readonly at: Moment; readonly by: PersonId | null } | null
  /** The asker's own track that it is tied to. */
  readonly tie: { readonly planId: PlanId; readonly entryId: EntryId } | null
  readonly askedAt: Moment
  /** When somebody else first read it. */
  readonly readAt: Moment | null
  readonly closed: { readonly at: Moment; readonly solvedOn: RungNumber | null } | null
  /** What helped: one sentence, which may stay empty. */
  readonly helped: Sentence
  /** Rises with every act, not with a sentence that is saved while somebody writes. */
  readonly revision: number
  readonly changedAt: Moment
}

export type QuestionRefusal =
  | 'text-missing'
  | 'text-long'
  | 'about-missing'
  | 'questions-many'
  | 'question-gone'
  | 'changed'
  | 'closed'
  | 'still-open'
  | 'rung-unknown'
  | 'rung-ahead'
  | 'field-unknown'
  | 'solved-unknown'
  | 'person-unknown'
  | 'readers-many'
  | 'reads-already'
  | 'entry-unknown'
  | 'topic-unknown'
  | 'was-read'

/** In characters: one sentence. */
export const LONGEST_SENTENCE = 300
/** Of one person at the same time; more than this is a talk. */
export const MOST_RUNNING = 40
/** Whom one asker lets in to one question. */
export const MOST_LET_IN = 12

/** Every sentence of a question: its own, what was thought of and seen on a rung, and what helped. */
export type QuestionField = 'text' | 'helped' | `${RungNumber}.${'idea' | 'saw'}`

export const NOTHING: Sentence = { text: '', revision: 0 }

export const isRunning = ({ closed }: Pick<Question, 'closed'>) => closed === null
export const rungOf = (question: Pick<Question, 'rungs'>, rung: RungNumber): Rung | null =>
  question.rungs.find((one) => one.rung === rung) ?? null

/** Asked and not answered yet, or said yes. */
export const reads = ({ state }: Pick<Asked, 'state'>) => state === 'asked' || state === 'yes'

type Asking = Pick<Question, 'asks' | 'closed'>

/** Who said yes, and as long as it runs who was asked and has not answered: these colleagues read along. */
export const readersAsked = ({ asks, closed }: Asking): PersonId[] =>
  asks.filter((ask) => reads(ask) && (ask.state === 'yes' || closed === null)).map(({ personId }) => personId)

/** From the third rung on, or when it is too heavy: the coordinators read it. */
export const isWithCoordinators = ({ rung, heavyAt }: Pick<Question, 'rung' | 'heavyAt'>) =>
  rung === 3 || heavyAt !== null

/**
 * Who reads it besides the coordinators, the asker first: colleagues who are asked or said yes, and whom the asker let
 * in.
 */
export const circleOf = (question: Asking & Pick<Question, 'asker' | 'letIn'>): PersonId[] => [
  ...new Set([question.asker, ...readersAsked(question), ...question.letIn.map(({ personId }) => personId)]),
]

/** What somebody has to do with a question, apart from being a coordinator. */
export type QuestionPart = 'asker' | 'asked' | 'let-in'
export function partOf(
  question: Asking & Pick<Question, 'asker' | 'letIn'>,
  person: PersonId | null,
): QuestionPart | null {
  if (person === null) return null
  if (question.asker === person) return 'asker'
  if (readersAsked(question).includes(person)) return 'asked'
  return question.letIn.some(({ personId }) => personId === person) ? 'let-in' : null
}

/** What it is about, from a form; null: nothing that is known. */
export const aboutFrom = (raw: unknown): About | null => ABOUTS.find((about) => about === raw) ?? null

/** One sentence from a form or a field that saves itself. */
export function parseSentence(raw: unknown, field?: string): string | Refusal<QuestionRefusal> {
  const text = lineOf(raw)
  return text.length > LONGEST_SENTENCE ? refuse('text-long', field) : text
}
