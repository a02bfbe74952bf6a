import { type FontCover, SUBSTITUTE, showable } from './font-cover.ts'
import type { Paper } from './paper.ts'

/**
 * The document as JSON for the typesetter, with nothing in it that its fonts can't show; the
 * address of a link is not shown. A document without a title to
 * read is no accessible one: a title of signs that show nothing becomes the sign for what can't be shown.
 */
export function shownJson(paper: Paper, covers: FontCover): string {
  const titled = showable(paper.title, covers).trim() === '' ? { ...paper, title: SUBSTITUTE } : paper
  return JSON.stringify(titled, (key, value: unknown) =>
    typeof value === 'string' && key !== 'href' ? showable(value, covers) : value,
  )
}
