import { type Block, isPlain, parseRich, type Run, wordsOf, writeRich } from '../kernel/rich.ts'
import { edited, type NameEdit } from './name-finder.ts'

/** How texts are rewritten: names of things and lines as they are, long texts through their looks and links. */
export type Rewriting = {
  readonly plain: (text: string) => string
  readonly long: (text: string) => string
}

/** Rewrites texts by edits that are found in their words, so that a name is found also where half of it is bold. */
export function rewriting(find: (text: string) => NameEdit[]): Rewriting {
  const plain = (text: string) => edited(text, find(text))
  const block = (one: Block): Block =>
    one.kind === 'paragraph'
      ? { ...one, runs: rewritten(one.runs, find) }
      : { ...one, items: one.items.map((item) => rewritten(item, find)) }
  return { plain, long: (text) => (isPlain(text) ? plain(text) : writeRich(parseRich(text).map(block))) }
}

function rewritten(runs: readonly Run[], find: (text: string) => NameEdit[]): Run[] {
  const bare = runs.map((run) => withoutTelling(run, find))
  const made: Run[] = []
  let at = 0
  const edits = find(wordsOf(runs))
  for (const run of bare) {
    made.push(...partsOf(run, at, edits))
    at += run.text.length
  }
  return made
}

/** What a run keeps of its text; an edit stands in the run where it begins. */
function partsOf({ text, ...look }: Run, at: number, edits: readonly NameEdit[]): Run[] {
  const parts: Run[] = []
  let done = 0
  for (const edit of edits) {
    const [from, to] = [edit.from - at, edit.to - at]
    if (to <= 0 || from >= text.length) continue
    parts.push({ ...look, text: text.slice(done, Math.max(0, from)) })
    if (from >= 0) parts.push({ ...look, text: edit.text })
    done = Math.min(text.length, to)
  }
  return [...parts, { ...look, text: text.slice(done) }].filter(({ text }) => text !== '')
}

/** A mail address is somebody's, and an address of the web may hold a name: then the words stay, the link goes. */
function withoutTelling({ href, ...run }: Run, find: (text: string) => NameEdit[]): Run {
  if (href === undefined || /^mailto:/i.test(href) || find(readable(href)).length > 0) return run
  return { ...run, href }
}

function readable(href: string) {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}
