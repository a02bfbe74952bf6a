import { plainOf, type RichText } from '../kernel/rich.ts'
import { capital } from '../kernel/sentence.ts'
import { noteRun, plainText, type Run, threadRun } from '../paper/paper.ts'
import { hasBlocks, labelOf, type Paragraph, richOf, spoken } from './paper-fields.ts'
import type { PaperText } from './paper-text.ts'
import type { PaperEntry, PaperEvaluation, PaperGoal } from './plan-paper.ts'

/** What an entry hangs on: its vision lines, or the goal above it. */
export function threads(entry: PaperEntry, text: PaperText): Run[] {
  const lines = entry.visionLines.map(plainText)
  const parent = entry.parentGoal ? [text.parentGoal(plainText(plainOf(entry.parentGoal)))] : []
  return [...lines, ...parent].map((line) => threadRun(line))
}

/** The domains it touches, and whether it prevents or repairs. */
export function besides(entry: PaperEntry, text: PaperText): Paragraph[] {
  const domains = entry.domains.map((domain) => text.domain[domain])
  const said = [...domains, ...(entry.direction ? [text.direction[entry.direction]] : [])]
  return said.length === 0 ? [] : [{ kind: 'paragraph', runs: [noteRun(`${capital(said.join(', '))}.`)] }]
}

/** What was seen and learned, half-way and at the end; what has paragraphs or lists stands below the rest. */
export const evaluations = (entry: PaperEntry, text: PaperText): Paragraph[] =>
  entry.evaluations.flatMap((evaluation) => evaluationBlocks(evaluation, text))

function evaluationBlocks(evaluation: PaperEvaluation, text: PaperText): Paragraph[] {
  const said: [string, string | null][] = [
    [text.saw, evaluation.saw],
    [text.learned, evaluation.learned],
    [text.nextStep, nextWords(evaluation, text)],
    [text.adjust, evaluation.adjust],
    [text.sharedWith, evaluation.sharedWith],
    [text.reachedLabel, evaluation.reached && text.reached[evaluation.reached]],
  ]
  const told = said
    .map(([label, what]) => ({ label, what, rich: richOf(what) }))
    .filter(({ rich }) => rich.length > 0)
  const parts = told
    .filter(({ rich }) => !hasBlocks(rich))
    .flatMap(({ label, what }) => noteRuns(label, what))
  const head: Paragraph = {
    kind: 'paragraph',
    runs: [
      labelOf(text.evaluated[evaluation.moment]),
      ...(told.length > 0 ? parts : [noteRun(text.nothingYet)]),
    ],
  }
  return [
    head,
    ...told
      .filter(({ rich }) => hasBlocks(rich))
      .map(({ label, rich }) => noteBlocks(noteRun(`${label}:`), rich)),
  ]
}

/** 'bijstellen (besloten door het team op 17 juni 2027)' */
function nextWords({ next, decidedOn }: PaperEvaluation, text: PaperText) {
  if (next === null) return null
  return decidedOn ? `${text.next[next]} (${text.decidedByTeam(decidedOn)})` : text.next[next]
}

/** 'Gezien: dat het lukt. ' */
function noteRuns(label: string, what: string | null): Run[] {
  const { text, said } = spoken(what)
  const words = (text ?? '').trim()
  const stop = /[.!?…]$/u.test(words) ? ' ' : '. '
  return [noteRun(`${label}: `), { as: 'note', text: words, ...(said && { said }) }, noteRun(stop)]
}

const noteBlocks = (lead: Run, rich: RichText): Paragraph => ({
  kind: 'said',
  as: 'note',
  lead: [lead],
  rich,
  tail: [],
})

/** What pupils and parents say about a goal. */
export function voice(goal: PaperGoal, text: PaperText): Paragraph[] {
  const rich = richOf(goal.pupilsAndParents)
  if (rich.length === 0) return []
  if (hasBlocks(rich)) return [noteBlocks(labelOf(text.voice), rich)]
  const { text: words, said } = spoken(goal.pupilsAndParents)
  return [
    {
      kind: 'paragraph',
      runs: [labelOf(text.voice), { as: 'note', text: words ?? '', ...(said && { said }) }],
    },
  ]
}
