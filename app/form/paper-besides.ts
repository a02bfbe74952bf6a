import { capital, noteRun, plainText, type Run, threadRun } from '../paper/paper.ts'
import { labelOf, type Paragraph } from './paper-fields.ts'
import type { PaperText } from './paper-text.ts'
import type { PaperEntry, PaperEvaluation, PaperGoal } from './plan-paper.ts'

/** What an entry hangs on: its vision lines, or the goal above it. */
export function threads(entry: PaperEntry, text: PaperText): Run[] {
  const lines = entry.visionLines.map(plainText)
  const parent = entry.parentGoal ? [text.parentGoal(plainText(entry.parentGoal))] : []
  return [...lines, ...parent].map((line) => threadRun(line))
}

/** The domains it touches, and whether it prevents or repairs. */
export function besides(entry: PaperEntry, text: PaperText): Paragraph[] {
  const domains = entry.domains.map((domain) => text.domain[domain])
  const said = [...domains, ...(entry.direction ? [text.direction[entry.direction]] : [])]
  return said.length === 0 ? [] : [{ kind: 'paragraph', runs: [noteRun(`${capital(said.join(', '))}.`)] }]
}

/** What was seen and learned, half-way and at the end. */
export const evaluations = (entry: PaperEntry, text: PaperText): Paragraph[] =>
  entry.evaluations.map((evaluation) => ({ kind: 'paragraph', runs: evaluationRuns(evaluation, text) }))

function evaluationRuns(evaluation: PaperEvaluation, text: PaperText): Run[] {
  const said: [string, string | null][] = [
    [text.saw, evaluation.saw],
    [text.learned, evaluation.learned],
    [text.nextStep, evaluation.next && text.next[evaluation.next]],
    [text.sharedWith, evaluation.sharedWith],
    [text.reachedLabel, evaluation.reached && text.reached[evaluation.reached]],
  ]
  const parts = said.flatMap(([label, what]) =>
    what ? [noteRun(`${label}: ${ended(plainText(what))} `)] : [],
  )
  return [
    labelOf(text.evaluated[evaluation.moment]),
    ...(parts.length > 0 ? parts : [noteRun(text.nothingYet)]),
  ]
}

const ended = (text: string) => (/[.!?…]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`)

/** What pupils and parents say about a goal. */
export const voice = (goal: PaperGoal, text: PaperText): Paragraph[] =>
  goal.pupilsAndParents === null
    ? []
    : [{ kind: 'paragraph', runs: [labelOf(text.voice), noteRun(plainText(goal.pupilsAndParents))] }]
