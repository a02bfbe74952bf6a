import { fieldsOf } from '../adoption/amendment.ts'
import type { SeenAmendment } from '../adoption/amendment-scene.ts'
import {
  EVALUATION_TEXTS,
  type Evaluation,
  evaluationPassageOwner,
  type Time,
} from '../evaluation/evaluation.ts'
import type { Entry } from '../plan/entry.ts'
import { TEXTS_OF } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import type { Comment, Thread } from '../writing/comment.ts'
import type { Passage } from '../writing/passage.ts'
import type { Suggestion } from '../writing/suggestion.ts'
import type { Range } from '../writing/suggestion-place.ts'

/** What a conversation page is about: one goal or track, the principles together, an amendment, or looking back. */
export type Subject =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'principles' }
  | { readonly kind: 'amendment'; readonly scene: SeenAmendment }
  | {
      readonly kind: 'evaluation'
      readonly entry: Entry
      readonly time: Time
      /** Null as long as nobody has written a word of it. */
      readonly evaluation: Evaluation | null
    }

/** One text of it, with all that was said about it and what this reader may do. */
export type PassageTalk = {
  /** `<owner>.<field>` */
  readonly key: string
  readonly ownerId: string
  readonly field: string
  readonly text: string
  readonly revision: number
  readonly speaks: boolean
  readonly suggests: boolean
  /** Takes suggestions over: holds the pen. */
  readonly decides: boolean
  /** Leaves them aside. */
  readonly declines: boolean
  readonly threads: readonly Thread[]
  readonly suggestions: readonly Suggestion[]
  /** By thread: the comment that waits for this reader. */
  readonly waits: ReadonlyMap<string, Comment>
}

export type Spot = {
  readonly ownerId: string
  readonly field: string
  readonly passage: Passage | null
}

/** The texts that a conversation page is about, in the order of the form. */
export function spotsOf(plan: Plan, subject: Subject): Spot[] {
  if (subject.kind === 'principles') {
    return plan.principles.flatMap(({ id, text, talk }) => [
      { ownerId: id, field: 'text', passage: text },
      { ownerId: id, field: 'talk', passage: talk },
    ])
  }
  if (subject.kind === 'amendment') {
    const { about, id, texts } = subject.scene.amendment
    return fieldsOf(about).map((field) => ({ ownerId: id, field, passage: texts[field] ?? null }))
  }
  if (subject.kind === 'evaluation') {
    const { entry, time, evaluation } = subject
    const ownerId = evaluationPassageOwner(entry.id, time, evaluation)
    return EVALUATION_TEXTS.map((field) => ({ ownerId, field, passage: evaluation?.texts[field] ?? null }))
  }
  const { entry } = subject
  return TEXTS_OF[entry.kind].map((field) => ({
    ownerId: entry.id,
    field,
    passage: entry.texts[field] ?? null,
  }))
}

/** '12-40' from a form: a part of a text; null for anything else. */
export function parsePlace(value: unknown): Range | null {
  const found = /^(\d{1,6})-(\d{1,6})$/.exec(typeof value === 'string' ? value : '')
  if (!found) return null
  const [start, end] = [Number(found[1]), Number(found[2])]
  return start <= end ? { start, end } : null
}

/** A revision from a form; -1, which no text has, for anything else. */
export const parseRevision = (value: unknown) =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : -1
