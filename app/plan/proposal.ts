import type { Moment } from '../kernel/day.ts'
import type { EntryId, PersonId, ProposalId } from '../kernel/id.ts'
import type { Entry, EntryText } from './entry.ts'
import { hasText, textOf } from './entry.ts'

export const SOURCES = ['coordinator', 'invited', 'meeting', 'import', 'last-year', 'program'] as const
export type Source = (typeof SOURCES)[number]
export const OUTCOMES = ['accepted', 'changed', 'declined', 'withdrawn'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Texts that somebody lays before the owner of a track. Until answered only those two see it. */
export type Proposal = {
  readonly id: ProposalId
  readonly entryId: EntryId
  readonly texts: Partial<Record<EntryText, string>>
  readonly source: Source
  readonly note: string | null
  readonly madeBy: PersonId | null
  readonly madeAt: Moment
  readonly outcome: Outcome | null
  readonly answeredAt: Moment | null
  readonly answeredBy: PersonId | null
  readonly answer: string | null
}

/** The texts of a proposal that belong to this kind of entry and differ from what stands there. */
export function changesIn(entry: Entry, texts: Partial<Record<string, string>>) {
  const changes: Partial<Record<EntryText, string>> = {}
  for (const [field, text] of Object.entries(texts)) {
    if (hasText(entry.kind, field) && text !== undefined && text !== textOf(entry, field))
      changes[field] = text
  }
  return changes
}

export const isWaiting = (proposal: Proposal) => proposal.outcome === null
