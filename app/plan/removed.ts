import type { Moment } from '../kernel/day.ts'
import type { EntryId, PersonId, PrincipleId } from '../kernel/id.ts'
import type { Entry } from './entry.ts'

/** What was taken out of a plan and can still be put back, newest first. */
export type Removed = { readonly at: Moment; readonly by: PersonId | null } & (
  | { readonly is: 'principle'; readonly id: PrincipleId; readonly text: string }
  /** Of a goal with its title; of a track nothing but whose it is. */
  | { readonly is: 'entry'; readonly id: EntryId; readonly entry: Entry }
)
