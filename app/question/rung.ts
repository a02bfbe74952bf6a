import type { Moment } from '../kernel/day.ts'
import type { EntryId, PersonId, PlanId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { TopicKey } from '../school/topic.ts'
import type { Passage } from '../writing/passage.ts'
import {
  type About,
  isRunning,
  isWithCoordinators,
  MOST_LET_IN,
  NOTHING,
  parseSentence,
  partOf,
  type Question,
  type QuestionField,
  type QuestionRefusal,
  RUNGS,
  type Rung,
  type RungNumber,
  rungOf,
  type Sentence,
} from './question.ts'

/** What happens to a question, as pure rules: from the question as it stands to the question afterwards. */
type Change = Question | Refusal<QuestionRefusal>

const newRung = (rung: RungNumber, now: Moment): Rung => ({
  rung,
  beganAt: now,
  idea: NOTHING,
  didAt: null,
  saw: NOTHING,
})

const withRung = (question: Question, changed: Rung): Question => ({
  ...question,
  rungs: [...question.rungs.filter(({ rung }) => rung !== changed.rung), changed].sort(
    (one, other) => one.rung - other.rung,
  ),
})

/**
 * To another rung, up or down: what stands on a rung stays there. Only the third opens it to the coordinators, and each
 * time that it comes there it begins to wait anew. Taken back from there it is theirs no more, also when it was too heavy.
 */
export function stepTo(question: Question, rung: RungNumber, now: Moment): Change {
  if (!isRunning(question)) return refuse('closed')
  if (question.rung === rung && rungOf(question, rung)) return question
  const heavyAt = question.rung === 3 && rung < 3 ? null : question.heavyAt
  return begunAnew(
    { ...question, rung, heavyAt, rungAt: question.rung === rung ? question.rungAt : now },
    now,
  )
}

const begunAnew = (question: Question, now: Moment): Question => {
  const there = rungOf(question, question.rung)
  if (there && question.rung !== 3) return question
  return withRung(question, there ? { ...there, beganAt: now } : newRung(question.rung, now))
}

/** The fields of a question as they are addressed: 'text', 'helped', '2.saw'. */
export function fieldFrom(raw: string): QuestionField | null {
  if (raw === 'text' || raw === 'helped') return raw
  const found = /^([123])\.(idea|saw)$/.exec(raw)
  return found ? (raw as QuestionField) : null
}

const placeIn = (field: Exclude<QuestionField, 'text' | 'helped'>) => {
  const [rung, part] = field.split('.') as ['1' | '2' | '3', 'idea' | 'saw']
  return { rung: Number(rung) as RungNumber, part }
}

/** A sentence as it stands; empty on a rung that has not begun. */
export function sentenceOf(question: Question, field: QuestionField): Sentence {
  if (field === 'text' || field === 'helped') return question[field]
  const { rung, part } = placeIn(field)
  return rungOf(question, rung)?.[part] ?? NOTHING
}

/** A sentence as the fields that save themselves know a text. */
export const passageOf = (question: Question, field: QuestionField): Passage => ({
  ...sentenceOf(question, field),
  changedAt: question.changedAt,
  changedBy: question.asker,
})

/**
 * Writes one sentence. Writing on the second rung brings it there; on the third one writes only once it is there,
 * for that opens it to others.
 */
export function write(question: Question, field: QuestionField, raw: string, now: Moment): Change {
  const text = parseSentence(raw, field)
  if (isRefusal(text)) return text
  if (field === 'text' && text === '') return refuse('text-missing', field)
  const before = sentenceOf(question, field)
  if (before.text === text) return question
  const sentence = { text, revision: before.revision + 1 }
  if (field === 'helped')
    return isRunning(question) ? refuse('still-open') : { ...question, helped: sentence }
  if (!isRunning(question)) return refuse('closed', field)
  if (field === 'text') return { ...question, text: sentence }
  const { rung, part } = placeIn(field)
  const there = reached(question, rung, now)
  return isRefusal(there) ? there : onRung(there, rung, now, (one) => ({ ...one, [part]: sentence }))
}

function reached(question: Question, rung: RungNumber, now: Moment): Change {
  if (rung === 3 && rungOf(question, 3) === null) return refuse('rung-ahead')
  return rung === 2 && question.rung === 1 ? stepTo(question, 2, now) : question
}

const onRung = (question: Question, rung: RungNumber, now: Moment, act: (rung: Rung) => Rung): Question =>
  withRung(question, act(rungOf(question, rung) ?? newRung(rung, now)))

/** 'Did it', in one tap; or not yet after all. */
export function did(question: Question, rung: RungNumber, isDone: boolean, now: Moment): Change {
  if (!isRunning(question)) return refuse('closed')
  const there = reached(question, rung, now)
  if (isRefusal(there)) return there
  const didAt = (one: Rung) => (isDone ? (one.didAt ?? now) : null)
  return onRung(there, rung, now, (one) => ({ ...one, didAt: didAt(one) }))
}

/** A number of a rung from a form; null for anything else. */
export const rungFrom = (raw: unknown): RungNumber | null =>
  RUNGS.find((rung) => String(rung) === raw) ?? null

/** On which rungs it can have been solved: those it came to, and the third when it went straight to the coordinators. */
export const rungsTried = (question: Question): RungNumber[] =>
  RUNGS.filter(
    (rung) =>
      rung <= question.rung ||
      rungOf(question, rung) !== null ||
      (rung === 3 && isWithCoordinators(question)),
  )

/** Closed with what helped, on the rung where it was solved; null: it closes without. */
export function close(
  question: Question,
  { solvedOn, helped }: { readonly solvedOn: RungNumber | null; readonly helped: string },
  now: Moment,
): Change {
  if (!isRunning(question)) return refuse('closed')
  const closed = { ...question, closed: { at: now, solvedOn } }
  const written = write(closed, 'helped', helped, now)
  return isRefusal(written) ? written : noLongerHeavy(written)
}

/** It comes back: everything that stood there goes on; with the coordinators it waits anew. */
export const openAgain = (question: Question, now: Moment): Change =>
  isRunning(question) ? refuse('still-open') : begunAnew({ ...question, closed: null, rungAt: now }, now)

/** Lets somebody read along, by name. */
export function letIn(question: Question, personId: PersonId, now: Moment): Change {
  if (partOf(question, personId) !== null) return refuse('reads-already', 'person')
  if (question.letIn.length >= MOST_LET_IN) return refuse('readers-many', 'person')
  return { ...question, letIn: [...question.letIn, { personId, at: now }] }
}

/** Takes that back, or somebody goes out of it oneself. */
export const letOut = (question: Question, personId: PersonId): Question => ({
  ...question,
  letIn: question.letIn.filter((one) => one.personId !== personId),
})

/** Tied to the asker's own track, or loose again with null. That it is a track of one's own is for the caller. */
export const tieTo = (
  question: Question,
  tie: { readonly planId: PlanId; readonly entryId: EntryId } | null,
): Question => ({ ...question, tie })

/** What it is about, said otherwise. */
export const withAbout = (question: Question, about: About): Question => ({ ...question, about })

/** A person says what it is about; null takes that away. */
export const withTopic = (
  question: Question,
  key: TopicKey | null,
  by: PersonId | null,
  now: Moment,
): Question => ({ ...question, topic: key === null ? null : { key, at: now, by } })

/** Too heavy: the coordinators read it at once, from any rung. */
export const tooHeavy = (question: Question, now: Moment): Change =>
  isRunning(question) ? { ...question, heavyAt: question.heavyAt ?? now } : refuse('closed')

export const noLongerHeavy = (question: Question): Question => ({ ...question, heavyAt: null })
