import { diffWordsWithSpace } from 'diff'

export type Change = { kind: 'same' | 'gone' | 'added'; text: string }

/** Beyond this many differences two texts have little in common; then the whole is replaced. */
const MOST_EDITS = 400

/** What changed between two texts, in words; the parts in order give both texts back. */
export function changedWords(before: string, after: string): Change[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS })
  if (!parts) return replaced(before, after)
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'gone' : 'same',
    text: value,
  }))
}

const replaced = (before: string, after: string): Change[] =>
  [
    { kind: 'gone' as const, text: before },
    { kind: 'added' as const, text: after },
  ].filter(({ text }) => text !== '')
