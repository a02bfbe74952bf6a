import { type Look, looksAlike, type Run } from './rich-run.ts'
import { isInsideWord, runsIn } from './rich-signs.ts'

/**
 * The written form of one paragraph or point. Signs that would be taken for a look or a link get a backslash; when
 * none would, none gets one: '5 * 3' and 'a_b [c]' stay as typed.
 */
export function signsFor(runs: readonly Run[]): string {
  const bare = written(runs, false)
  return isRead(bare, runs) ? bare : written(runs, true)
}

function isRead(text: string, runs: readonly Run[]) {
  const read = runsIn(text)
  return (
    read.length === runs.length &&
    runs.every((run, at) => read[at]?.text === run.text && looksAlike(run, read[at] ?? {}))
  )
}

function written(runs: readonly Run[], guarded: boolean) {
  const out: string[] = []
  let last: Run | undefined
  for (const run of runs) {
    const gap = between(last ?? {}, run, last?.text.at(-1), run.text[0])
    const isFollowed = run !== runs.at(-1) || !looksAlike(run, {})
    out.push(gap, guarded ? guardedText(run.text, gap, last?.text.at(-1), isFollowed) : run.text)
    last = run
  }
  out.push(between(last ?? {}, {}, last?.text.at(-1), undefined))
  return out.join('')
}

/** The signs at a change of look: what ends before the bracket of a link, what begins behind it. */
function between(from: Look, to: Look, before: string | undefined, after: string | undefined) {
  const ends = stars(from.bold && !to.bold, from.italic && !to.italic)
  const begins = stars(to.bold && !from.bold, to.italic && !from.italic)
  if (from.href !== to.href) {
    return `${ends}${from.href === undefined ? '' : `](${from.href})`}${to.href === undefined ? '' : '['}${begins}`
  }
  const row = ends + begins
  return row !== '' && isInsideWord(before, after) ? `${row}\\` : row
}

const stars = (bold: boolean | undefined, italic: boolean | undefined) =>
  (bold ? '**' : '') + (italic ? '*' : '')

/** Every sign with a backslash, and two for each backslash that would mean something where it stands. */
function guardedText(text: string, gap: string, before: string | undefined, isFollowed: boolean) {
  const lead = /^\\*/.exec(text)?.[0] ?? ''
  const joins = /^\*+$/.test(gap) && isInsideWord(before, text[lead.length])
  const guarded = text
    .replace(isFollowed ? /\\+(?=[*[\]]|$)/g : /\\+(?=[*[\]])/g, '$&$&')
    .replace(/[*[\]]/g, '\\$&')
  return joins ? lead + guarded : guarded
}
