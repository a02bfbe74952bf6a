import { parseRich, type RichText, wordsOf } from '../kernel/rich.ts'
import {
  type Block,
  plainText,
  type Run,
  type SaidRun,
  type SaidText,
  type Sheet,
  textRun,
} from '../paper/paper.ts'
import { type DiffLine, linesOf } from '../ui/word-diff-lines.ts'
import { richChanges } from '../ui/word-diff-rich.ts'
import type { PaperText } from './paper-text.ts'
import type { PaperChanges, PlanPaper } from './plan-paper.ts'

/** The first page of a paper that tells what changed: a list in words, and the texts that are gone. */
export function changesSheet({ changes }: PlanPaper, text: PaperText): Sheet[] {
  if (!changes) return []
  const rows = changes.lines.map(({ name, what, says }) => ({
    label: plainText(name),
    text: [what, ...says].map(plainText).join('\n'),
  }))
  return [
    {
      boxed: false,
      blocks: [
        { kind: 'title', runs: [textRun(text.changes.title)] },
        { kind: 'lead', runs: [textRun(text.changes.since(plainText(changes.since)))] },
        ...(rows.length === 0
          ? [{ kind: 'paragraph' as const, runs: [textRun(text.changes.nothing)] }]
          : [{ kind: 'facts' as const, rows }]),
        ...goneBlocks(changes, text),
      ],
    },
  ]
}

function goneBlocks({ gone }: PaperChanges, text: PaperText): Block[] {
  if (gone.length === 0) return []
  return [
    { kind: 'heading', level: 2, runs: [textRun(text.changes.gone)] },
    ...gone.flatMap(({ name, texts }): Block[] => [
      { kind: 'paragraph', runs: [{ as: 'label', text: plainText(name) }] },
      ...texts.map(
        ({ label, text: words }): Block => ({
          kind: 'said',
          as: 'text',
          lead: [{ as: 'label', text: `${plainText(label)}: ` }],
          rich: changedText(words, ''),
          tail: [],
        }),
      ),
    ]),
  ]
}

/** The form with, in each field that is another now, the words that went and those that came. */
export function withChanges(sheet: Sheet, paper: PlanPaper): Sheet {
  const { changes } = paper
  if (!changes) return sheet
  const texts = textsByMark(paper, changes)
  return { ...sheet, blocks: sheet.blocks.map((block) => changedBlock(block, texts)) }
}

type Texts = ReadonlyMap<string, { before: string; after: string }>

/** Both texts of each field that is another now, by the mark of the field. */
function textsByMark(paper: PlanPaper, { before, principles }: PaperChanges): Texts {
  const parts = [
    ['general-goal', paper.generalGoals],
    ['team-goal', paper.teamGoals],
    ['teacher-track', paper.teacherTracks],
    ['learning-team-track', paper.learningTeamTracks],
  ] as const
  const fields = parts.flatMap(([kind, entries]) =>
    entries.flatMap((entry, index) =>
      Object.entries(entry).flatMap(([field, now]) => {
        const was = before.get(`${entry.id}:${field}`)
        if (was === undefined || (typeof now !== 'string' && now !== null)) return []
        return [[`rd:${kind}:${index}:${field}`, { before: was, after: now ?? '' }] as const]
      }),
    ),
  )
  const said = principles.flatMap((was, index) =>
    was === null
      ? []
      : [[`rd:principle:${index}:text`, { before: was, after: paper.principles[index] ?? '' }] as const],
  )
  return new Map([...fields, ...said])
}

function changedBlock(block: Block, texts: Texts): Block {
  switch (block.kind) {
    case 'box':
      return { ...block, blocks: block.blocks.map((inner) => changedBlock(inner, texts)) }
    case 'list':
      return { ...block, items: block.items.map((runs) => runs.map((run) => changedRun(run, texts))) }
    case 'said': {
      const both = block.mark === undefined ? undefined : texts.get(block.mark)
      return both ? { ...block, rich: changedText(both.before, both.after) } : block
    }
    case 'paragraph':
      return wholeField(block, texts) ?? { ...block, runs: block.runs.map((run) => changedRun(run, texts)) }
    case 'heading':
      return { ...block, runs: block.runs.map((run) => changedRun(run, texts)) }
    case 'title':
    case 'lead':
    case 'quote':
    case 'facts':
    case 'names':
    case 'table':
    case 'figures':
    case 'picture':
    case 'signatures':
      return block
  }
}

/** A field that stands alone and has, or had, several paragraphs or a list gets its lines. */
function wholeField(block: Extract<Block, { kind: 'paragraph' }>, texts: Texts): Block | null {
  const [label, field, ...rest] = block.runs
  if (!label || !field || !('mark' in field) || rest.some((run) => 'mark' in run)) return null
  const both = texts.get(field.mark)
  const rich = both && changedText(both.before, both.after)
  if (!rich || rich.length < 2) return null
  const { mark, name } = field
  return {
    kind: 'said',
    as: 'text',
    lead: [label],
    rich,
    tail: rest,
    mark,
    name,
    ...(block.entry ? { entry: true } : {}),
  }
}

function changedRun(run: Run, texts: Texts): Run {
  const both = 'mark' in run ? texts.get(run.mark) : undefined
  if (!both) return run
  const said = changedText(both.before, both.after).flatMap((block, at): SaidRun[] => {
    const lines = block.kind === 'paragraph' ? [block.runs] : block.items
    return lines.flatMap((line, place) => [...(at + place > 0 ? [{ text: '\n' }] : []), ...line])
  })
  return { ...run, text: run.text ?? wordsOf(said), said }
}

/** Both texts in one: what went, what came, and what stayed. Of words that only look different the look of now. */
export function changedText(before: string, after: string): SaidText {
  const blocks: SaidText[number][] = []
  for (const line of linesOf(richChanges(plainText(before), plainText(after)))) {
    const runs = runsOf(line)
    const kind = line.start === 'paragraph' ? 'paragraph' : line.start === 'bullet' ? 'bullets' : 'numbers'
    const last = blocks.at(-1)
    if (kind === 'paragraph') blocks.push({ kind, runs })
    else if (last?.kind === kind && line.start !== 'first-number')
      blocks[blocks.length - 1] = { kind, items: [...last.items, runs] }
    else blocks.push({ kind, items: [runs] })
  }
  return blocks.length > 0 ? blocks : (parseRich(plainText(after)) satisfies RichText)
}

const runsOf = ({ parts }: DiffLine): SaidRun[] =>
  parts.flatMap((part): SaidRun[] => {
    if (part.kind === 'together') return []
    if (part.kind === 'look') return [...part.after]
    const { kind } = part
    return part.runs.map((run) => (kind === 'same' ? run : { ...run, change: kind }))
  })
