import type { DataTalkId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { LineChart } from '../ui/chart.ts'

/** Parts in which the numbers of the day stand, in the order of the report. */
export const NUMBER_PARTS = ['standing', 'subjects', 'growth', 'ambitions', 'talks', 'agreements'] as const
export type NumberPart = (typeof NUMBER_PARTS)[number]

/** All parts; the first and the last are the coordinator's words alone. */
export const PARTS = ['opening', ...NUMBER_PARTS, 'closing'] as const
export type PartName = (typeof PARTS)[number]

export const isPart = (value: unknown): value is PartName => PARTS.includes(value as PartName)

/**
 * A number as it was said that day. `n`: of how many pupils, null where it is no number of pupils; `was`: the same a year
 * before, with its own n, where the two can be compared.
 */
export type Cell = { readonly text: string; readonly n: number | null; readonly was: string | null }

export type ReportTable = {
  readonly caption: string
  /** The first stands above the names of the rows. */
  readonly head: readonly string[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly Cell[] }[]
  /** What has to be known to read it. */
  readonly note: string | null
}

/**
 * Shares over the years, as they were drawn that day. These shapes are stored: who changes one of them keeps reading
 * reports of before.
 */
export type ReportChart = Pick<
  LineChart,
  'id' | 'title' | 'told' | 'steps' | 'lines' | 'references' | 'marks'
>

/** Something with a title and lines: a data talk, a goal. `href`: where it stands in the product. */
export type Story = {
  readonly title: string
  readonly under: string
  readonly lines: readonly string[]
  readonly href: string | null
}

/** One part as it stood that day: sentences first, then what they are of. Nothing in it hangs on what came later. */
export type ReportPart = {
  readonly sentences: readonly string[]
  readonly charts: readonly ReportChart[]
  readonly tables: readonly ReportTable[]
  readonly stories: readonly Story[]
}

/** The numbers of one day, part by part, said in one language. */
export type Report = Readonly<Record<NumberPart, ReportPart>>

/** As it is stored: said in both languages on the day itself, so that later words and rules change nothing in it. */
export type Reports = Readonly<Record<Language, Report>>

/** Where a data talk stands: by it its story is known. */
export const talkHrefOf = (id: DataTalkId) => `/trends/talks/${id}`

export const EMPTY_PART: ReportPart = { sentences: [], charts: [], tables: [], stories: [] }

export const isEmptyPart = ({ sentences, charts, tables, stories }: ReportPart): boolean =>
  [sentences, charts, tables, stories].every(({ length }) => length === 0)

export const isEmptyReport = (report: Report): boolean =>
  NUMBER_PARTS.every((part) => isEmptyPart(report[part]))
