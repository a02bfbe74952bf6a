import type { SchoolYear } from '../kernel/school-year.ts'
import type { Level, Reference, TestMoment } from '../result/result.ts'
import type { Caution } from './suppress.ts'
import type { Band } from './wilson.ts'

/** When in the school's course something is measured. */
export type Place = {
  readonly schoolYear: SchoolYear
  readonly yearGroup: number
  readonly moment: TestMoment
}

/** A test of one supplier with one version of its norms: only within it numbers can be compared. */
export type Series = {
  readonly series: number
  readonly subject: string
  readonly test: string
  readonly supplier: string
  readonly norm: string
}

type Base = { readonly n: number; readonly caution: Caution }
/** On the scale of the supplier. */
export type Scores = Base & { readonly mean: number; readonly median: number | null }
/** The counts of the whole scale, noughts too; best first. */
export type Levels = Base & { readonly counts: ReadonlyMap<Level, number> }
/** `n`: pupils with a reference level that counts. `exempt`: null when it may not be shown. */
export type References = Base & {
  readonly counts: ReadonlyMap<Reference, number>
  readonly at1F: number
  readonly atTarget: number
  readonly exempt: number | null
}

/** What may be shown, `hidden` when it is of too few pupils or would give away what is, null when it wasn't measured. */
export type Kept<Of> = Of | 'hidden' | null

/** What may be shown of a figure. */
export type ShownFigure = Place &
  Series & {
    /** Null: the whole school. */
    readonly group: string | null
    readonly scores: Kept<Scores>
    readonly levels: Kept<Levels>
    readonly references: Kept<References>
  }

/** What a line can be of: a score of the supplier's scale, or a percentage of the pupils. */
export const MEASURES = ['mean', 'median', 'at1F', 'target'] as const
export type Measure = (typeof MEASURES)[number]

/** A value that is shown; the band is of shares alone. */
export type Value = Base & { readonly value: number; readonly band: Band | null }
/** `hidden`: too few pupils; `none`: nothing measured between two that were. The line is not drawn through either. */
export type Point = Place & { readonly at: Value | 'hidden' | 'none' }

/** A part of a line within one series, oldest first. The parts are not joined. */
export type Stretch = Series & { readonly points: readonly Point[] }

export const isValue = (at: Point['at']): at is Value => typeof at === 'object'
