import type { Child } from 'hono/jsx'

/** From figures to doing, in this order. */
export const COLUMNS = ['data', 'meaning', 'goals', 'doing'] as const
export type ColumnName = (typeof COLUMNS)[number]

/** What stands below the four headings; `here`: which of the four is the next to do. */
export type Columns = {
  /** Null: the sentences of the page. */
  readonly data: Child | null
  readonly meaning: Child
  readonly goals: Child
  readonly doing: Child
  readonly here: ColumnName
}
