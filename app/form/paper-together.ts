import { type Block, plainText, type Sheet, textRun, wordRun } from '../paper/paper.ts'
import { richOf } from './paper-fields.ts'
import type { PaperText } from './paper-text.ts'
import type { PaperTogether, PlanPaper } from './plan-paper.ts'

/** What team, coordinator and principal said together when they looked back; nothing as long as they did not. */
export function togetherSheet(paper: PlanPaper, text: PaperText): Sheet[] {
  const blocks = (paper.together ?? []).flatMap((one) => lookBlocks(one, paper, text))
  return blocks.length === 0 ? [] : [{ boxed: false, blocks }]
}

function lookBlocks(one: PaperTogether, paper: PlanPaper, text: PaperText): Block[] {
  const words = text.together
  const said: [string, string | null][] = [
    [words.coordinatorPart, one.coordinatorPart],
    [words.planItself, one.planItself],
    [words.conditions(paper.terms), one.conditions],
    [words.conditionsAnswer, one.conditionsAnswer],
  ]
  const blocks = [
    ...said.flatMap(([label, what]) => saidBlocks(label, what)),
    ...listBlocks(words.dropped, one.droppedPrinciples),
    ...listBlocks(words.goals, one.becameGoals),
  ]
  return blocks.length === 0 ? [] : [heading(text.together.title[one.moment]), ...blocks]
}

function saidBlocks(label: string, what: string | null): Block[] {
  const rich = richOf(what)
  if (rich.length === 0) return []
  return [subheading(label), { kind: 'said', as: 'text', lead: [], rich, tail: [] }]
}

function listBlocks(label: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return []
  const items = lines.map((line) => [textRun(plainText(line))])
  return [subheading(label), { kind: 'list', counted: false, items }]
}

const heading = (words: string): Block => ({
  kind: 'heading',
  level: 2,
  capitals: true,
  runs: [wordRun(words)],
})
const subheading = (words: string): Block => ({ kind: 'heading', level: 3, runs: [wordRun(words)] })
