import type { Id, PersonId, SchoolId } from '../kernel/id.ts'
import type { CheckTrouble, FileCheck } from './file-check.ts'
import type { MessageLook, SheetLook } from './file-look.ts'
import type { FileTrouble } from './file-trouble.ts'
import type { ImportDone, OtherPupils, StandsAlready } from './import.ts'
import type { Columns } from './result-columns.ts'
import type { Wide } from './wide.ts'

export type IncomingId = Id<'incoming'>

/** What somebody said of a file: whose tests, which norms, which columns; the columns of a message are its own. */
export type Given = {
  readonly supplier: string
  readonly norm: string
  readonly columns: Columns | null
  /** Of a table with a column for each test; null: it has a row for each. */
  readonly wide: Wide | null
}

/** Why a file goes no further. */
export type StopWhy =
  | FileTrouble
  | CheckTrouble
  | 'too-slow'
  | 'too-much'
  | 'broken'
  | 'may-not'
  | 'key-missing'
  | 'key-wrong'

/** What is said when a file lies before somebody again: it was stopped, or its columns can't hold what they should. */
export type LookSays = 'halted' | 'tests-many' | 'groups-many' | 'no-columns'

/** What somebody answered about a file: it is ours, its norms are others, its pupils are others. */
export type Agreed = { readonly ours?: boolean; readonly beside?: boolean; readonly others?: boolean }

/** How far a file is; only one act changes it at a time. */
export type Stage =
  | { readonly is: 'look'; readonly given: Given; readonly says?: LookSays }
  | { readonly is: 'checking'; readonly given: Given; readonly rows: number }
  | {
      readonly is: 'ready'
      readonly given: Given
      readonly check: FileCheck
      readonly agreed: Agreed
      readonly halted?: boolean
      readonly already?: StandsAlready | OtherPupils
    }
  | {
      readonly is: 'taking'
      readonly given: Given
      readonly check: FileCheck
      readonly agreed: Agreed
      /** Results read so far; all of them means that they are being stored. */
      readonly read: number
    }
  | { readonly is: 'done'; readonly given: Given; readonly done: ImportDone }
  | { readonly is: 'stopped'; readonly why: StopWhy }

/** A file on its way in: kept while somebody decides, an hour at the most, and only for who brought it. */
export type Incoming = {
  readonly id: IncomingId
  readonly schoolId: SchoolId
  readonly personId: PersonId
  readonly fileName: string
  readonly size: number
  readonly look: SheetLook | MessageLook
  stage: Stage
}

/** Whether something is being done with it now. */
export const isBusy = ({ stage }: Pick<Incoming, 'stage'>) => stage.is === 'checking' || stage.is === 'taking'
