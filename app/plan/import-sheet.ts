import type { ImportId } from '../kernel/id.ts'
import type { Language, Terms } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Choices, DraftEntry, ImportDraft, Piece } from './import.ts'
import type { NameRow } from './import-people.ts'
import type { Roster } from './roster.ts'

/** Everything that the page shows on which a Word file is looked through. */
export type ImportSheet = {
  readonly id: ImportId
  readonly language: Language
  readonly terms: Terms
  readonly fileName: string
  readonly draft: ImportDraft
  readonly choices: Choices
  readonly rows: readonly NameRow[]
  readonly roster: Roster
  readonly counts: { readonly all: number; readonly placed: number }
  readonly years: readonly ImportYear[]
  readonly year: SchoolYear
}
export type ImportYear = { readonly year: SchoolYear; readonly taken: boolean }

export const isGoalEntry = ({ kind }: Pick<DraftEntry, 'kind'>) =>
  kind === 'general-goal' || kind === 'team-goal'

/** The number of a goal in the plan, or of a track in the file: general goals first, those of the team go on. */
export function numberOf({ entries }: ImportDraft, entry: DraftEntry): number {
  const kin = entries.filter((one) => isGoalEntry(one) === isGoalEntry(entry))
  return 1 + kin.indexOf(entry)
}

/** The entries of which a piece may be a part, the one beside which it stood first. */
export function entriesNear({ draft }: ImportSheet, piece: Piece): DraftEntry[] {
  const before = draft.entries.filter(({ fields }) =>
    fields.some(({ pieces }) => pieces.some(({ block }) => block <= piece.block)),
  )
  const lastBlock = (entry: DraftEntry) =>
    Math.max(
      ...entry.fields.flatMap(({ pieces }) =>
        pieces.map(({ block }) => (block <= piece.block ? block : Number.NEGATIVE_INFINITY)),
      ),
    )
  const [near] = before.toSorted((one, other) => lastBlock(other) - lastBlock(one))
  return near ? [near, ...draft.entries.filter((entry) => entry !== near)] : [...draft.entries]
}
