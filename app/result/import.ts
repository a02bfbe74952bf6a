import type { Moment } from '../kernel/day.ts'
import type { PersonId, ResultImportId } from '../kernel/id.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { TestMoment } from './result.ts'

/** What kind of file results came from. */
export const IMPORT_KINDS = ['sheet', 'uwlr'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/**
 * Pupils' results of the same subject, moment and year stand in the school already, under another supplier, norm or name.
 * `level-twice`: of the doorstroomtoets, where they would count twice. `other-norm`: of the same test; both may stay.
 */
export type StandsAlready = {
  readonly refused: 'level-twice' | 'other-norm'
  /** Under which they stand. */
  readonly stands: {
    readonly supplier: string
    readonly norm: string
    readonly test: string
    readonly subject: string
  }
}

/**
 * Of a test there are results already, and the file holds none of those pupils (`isNobody`), or hardly any: numbers of another
 * system, or of another school, would count each child twice.
 */
export type OtherPupils = {
  readonly refused: 'other-pupils'
  readonly place: {
    readonly subject: string
    readonly test: string
    readonly yearGroup: number
    readonly moment: TestMoment
    readonly schoolYear: SchoolYear
    /** How many pupils stand there already. */
    readonly pupils: number
  }
  readonly isNobody: boolean
}

/** Why results can't be taken in, or an import can't be undone. */
export type ImportNo =
  | { readonly refused: 'may-not'; readonly because: string }
  | StandsAlready
  | OtherPupils
  | Refusal<
      | 'cancelled'
      /** The key of the pupils' numbers is not where it lay. */
      | 'key-missing'
      /** Another key than the one that earlier results were stored with. */
      | 'key-wrong'
      | 'import-gone'
      /** Pupils' rows of this import were deleted at the end of their term. */
      | 'past-term'
    >

/** What an import did. An import that changes nothing is not kept: then there is no id. */
export type ImportDone = {
  readonly id: ResultImportId | null
  readonly added: number
  /** Other values for a result that was there: the earlier one comes back when this import is undone. */
  readonly replaced: number
  /** There already, exactly so. */
  readonly same: number
  /** Of school years whose pupils' rows were deleted at the end of their term: not taken in. */
  readonly closed: number
}

/** An import that stands, for the list. */
export type ResultImport = {
  readonly id: ResultImportId
  readonly supplier: string
  readonly kind: ImportKind
  readonly madeAt: Moment
  readonly madeBy: PersonId | null
  readonly added: number
  readonly replaced: number
  readonly same: number
  readonly firstYear: SchoolYear
  readonly lastYear: SchoolYear
}
