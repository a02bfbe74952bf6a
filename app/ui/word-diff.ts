import { diffWordsWithSpace } from 'diff'

export type Change = { kind: 'same' | 'gone' | 'added'; text: string }

/** Beyond this many differences two texts have little in common; then the whole is replaced. */
const MOST_EDITS = 400

/** What changed between two texts, in words; the parts in order give both texts back. */
export function changedWords(before: string, after: string): Change[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS })
  if (!parts) return replaced(before, after)
  return joined(
    parts.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'gone' : 'same',
      text: value,
    })),
  )
}

/** Changed words with nothing but blank space between them read as one change, not as a zip of single words. */
function joined(changes: readonly Change[]): Change[] {
  const runs: Change[][] = []
  for (const [place, change] of changes.entries()) {
    const last = runs.at(-1)
    if (last && isChanging(changes, place) && isChanging(changes, place - 1)) last.push(change)
    else runs.push([change])
  }
  return runs.flatMap((run) => (run.length === 1 ? run : replaced(textOf(run, 'added'), textOf(run, 'gone'))))
}

/** Changed, or blank between two changes. */
function isChanging(changes: readonly Change[], place: number) {
  const [before, here, after] = [changes[place - 1], changes[place], changes[place + 1]]
  if (here?.kind !== 'same') return here !== undefined
  return here.text.trim() === '' && !!before && before.kind !== 'same' && !!after && after.kind !== 'same'
}

const textOf = (run: readonly Change[], without: 'added' | 'gone') =>
  run
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

const replaced = (before: string, after: string): Change[] =>
  [
    { kind: 'gone' as const, text: before },
    { kind: 'added' as const, text: after },
  ].filter(({ text }) => text !== '')
