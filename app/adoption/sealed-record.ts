import type { Moment } from '../kernel/day.ts'
import type { Counted, How, Rule } from '../round/round.ts'
import type { Ballots } from '../round/round-tally.ts'

/** The record of the decision as it was sealed; names as they were on that day. */
export type SealedRecord = readonly SealedDecision[]

type Named = { readonly id: string; readonly name: string }
export type SealedVoice = {
  readonly person: Named
  readonly kind: string
  readonly words: string | null
  readonly withdrawnAt: string | null
  readonly how?: How
  readonly enteredBy?: Named | null
}
/** What has a question mark is not in records from before rounds were held in a room. */
export type SealedRound = {
  readonly changeNote: string | null
  readonly closedAt: Moment | null
  readonly voices: readonly SealedVoice[]
  readonly held?: 'time' | 'room'
  readonly counted?: (Omit<Counted, 'by'> & { readonly by: Named }) | null
  /** Who gave a ballot in an unnamed vote, and apart from that what the ballots say. */
  readonly given?: readonly Named[] | null
  readonly ballots?: Ballots | null
  /** Objections of who was not there, laid after the round. */
  readonly late?: readonly SealedLate[]
}
type SealedLate = {
  readonly person: Named
  readonly reason: string
  readonly at: Moment
  readonly withdrawnAt: Moment | null
}
type SealedDecision = {
  readonly id: string
  readonly about: string
  readonly subject: string
  readonly title: string
  readonly rule: Rule
  readonly quorum: number
  readonly voters: readonly Named[]
  readonly rounds: readonly SealedRound[]
}

/** An amendment as the record under a seal tells it: who said yes, or how the team decided. */
export type SealedAmendment = {
  readonly about: string
  readonly kind: string
  readonly yeses: readonly { readonly side: string; readonly person: Named; readonly at: Moment }[]
  readonly decision: SealedDecision | null
}

/** The amendments that a version holds beside what the team adopted, oldest first. */
export function amendmentsFrom(text: string): readonly SealedAmendment[] {
  try {
    const read = JSON.parse(text) as { amendments?: readonly SealedAmendment[] }
    return Array.isArray(read.amendments) ? read.amendments : []
  } catch {
    return []
  }
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
