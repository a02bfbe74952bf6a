import type { Language } from '../kernel/language.ts'
import type { Run } from '../kernel/rich.ts'
import { RichRuns } from './rich.tsx'
import { uiText } from './ui-text.ts'
import { type DiffLine, linesOf } from './word-diff-lines.ts'
import { richChanges } from './word-diff-rich.ts'

/** Stored texts, in their written form. */
export type WordDiffProps = { before: string; after: string; language: Language }

/**
 * A long text with its changed words: struck out what goes, a red line under what comes. Signs are not shown; of words
 * that only look different it is said how. Stands in any element of text.
 */
export function WordDiff({ before, after, language }: WordDiffProps) {
  const lines = linesOf(richChanges(before, after))
  const [only] = lines
  if (only?.start === 'paragraph' && lines.length === 1) return <Parts line={only} language={language} />
  const signs = signsOf(lines)
  return (
    <>
      {lines.map((line, at) => (
        <span class={classOf(line)}>
          {signs[at]}
          <Parts line={line} language={language} />
        </span>
      ))}
    </>
  )
}

/** A line of one of the texts only is named, so that a page that shows one side can leave it out. */
function classOf({ start, is, parts }: DiffLine) {
  const whole = is !== 'same' && parts.every(({ kind }) => kind === is) ? ` ${is}` : ''
  return `regelstuk${start === 'paragraph' ? '' : ' punt'}${whole}`
}

/** '– ' or '2. ' before each line; lines that go count among themselves. */
function signsOf(lines: readonly DiffLine[]): string[] {
  const counts = { gone: 0, stays: 0 }
  return lines.map(({ start, is }) => {
    if (start === 'paragraph') return ''
    if (start === 'bullet') return '– '
    const row = is === 'gone' ? 'gone' : 'stays'
    counts[row] = start === 'first-number' ? 1 : counts[row] + 1
    return `${counts[row]}. `
  })
}

type LineProps = { line: DiffLine; language: Language }

function Parts({ line, language }: LineProps) {
  const text = uiText(language)
  return (
    <>
      {line.note && <Note says={text.look[line.note]} before />}
      {line.parts.map((part) => {
        if (part.kind === 'together') return <Note says={text.look.together} />
        if (part.kind === 'same') return <RichRuns runs={part.runs} />
        if (part.kind === 'look') return <Look {...part} language={language} />
        const Tag = part.kind === 'gone' ? 'del' : 'ins'
        return (
          <Tag>
            <span class="vh">{text[part.kind]} </span>
            <RichRuns runs={part.runs} />
          </Tag>
        )
      })}
    </>
  )
}

const Note = ({ says, before }: { says: string; before?: boolean }) => (
  <small class="uiterlijk">{before ? `(${says}) ` : ` (${says})`}</small>
)

type LookProps = { before: readonly Run[]; after: readonly Run[]; language: Language }

/** The words as they look now, and what is different about that. */
function Look({ before, after, language }: LookProps) {
  const says = [...new Set(after.flatMap((run, at) => saysOf(before[at] ?? before.at(-1), run, language)))]
  return (
    <>
      <RichRuns runs={after} />
      <Note says={says.join(', ')} />
    </>
  )
}

function saysOf(before: Run | undefined, after: Run, language: Language): string[] {
  const { look } = uiText(language)
  const bold = before?.bold === after.bold ? [] : [after.bold ? look.bold : look.notBold]
  const italic = before?.italic === after.italic ? [] : [after.italic ? look.italic : look.notItalic]
  const link =
    before?.href === after.href ? [] : [after.href === undefined ? look.noLink : look.link(after.href)]
  return [...bold, ...italic, ...link]
}
