import { type FontCover, showable } from './font-cover.ts'
import type { Paper } from './paper.ts'

/** The document as JSON for the typesetter, with nothing in it that its fonts can't show. */
export const shownJson = (paper: Paper, covers: FontCover): string =>
  JSON.stringify(paper, (_key, value: unknown) =>
    typeof value === 'string' ? showable(value, covers) : value,
  )
