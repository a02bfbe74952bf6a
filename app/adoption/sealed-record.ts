import type { Moment } from '../kernel/day.ts'
import type { Rule } from '../round/round.ts'

/** The record of the decision as it was sealed; names as they were on that day. */
export type SealedRecord = readonly SealedDecision[]

type Named = { readonly id: string; readonly name: string }
export type SealedVoice = {
  readonly person: Named
  readonly kind: string
  readonly words: string | null
  readonly withdrawnAt: string | null
}
type SealedRound = {
  readonly changeNote: string | null
  readonly closedAt: Moment | null
  readonly voices: readonly SealedVoice[]
}
type SealedDecision = {
  readonly about: string
  readonly subject: string
  readonly title: string
  readonly rule: Rule
  readonly quorum: number
  readonly voters: readonly Named[]
  readonly rounds: readonly SealedRound[]
}

/** Reads what `recordContent` wrote; empty for a record that is no longer what it was. */
export function recordFrom(text: string): SealedRecord {
  try {
    const read = JSON.parse(text) as { decisions?: SealedRecord }
    return Array.isArray(read.decisions) ? read.decisions : []
  } catch {
    return []
  }
}

/** The decision on the plan as a whole. */
export const wholeOf = (record: SealedRecord) => record.find((decision) => decision.about === 'plan') ?? null
