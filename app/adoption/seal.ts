import { canonicalJson, type Json } from '../kernel/canonical-json.ts'
import type { Moment } from '../kernel/day.ts'
import type { EntryId, PersonId, PlanId, VersionId } from '../kernel/id.ts'

export type AdoptionRefusal =
  | 'not-in-decision'
  | 'not-yet'
  | 'term-runs'
  | 'item-unknown'
  | 'already-asked'
  | 'not-a-track'
  | 'term-not-come'
  | 'already-erased'
  | 'erase-reason-missing'
  | 'plan-changed'
  | 'nothing-changed'

/** Adopted by the team, or laid beside such a version because tracks changed since: those are their owners' own. */
export type VersionKind = 'adopted' | 'beside'

/** A sealed version as it lies in the database. Texts are canonical JSON, byte for byte what was hashed. */
export type Version = {
  readonly id: VersionId
  readonly planId: PlanId
  readonly number: string
  readonly kind: VersionKind
  readonly frame: string
  readonly record: string
  readonly sha256: string
  readonly sealedAt: Moment
  readonly sealedBy: PersonId | null
}

export type SealedEntry = {
  readonly id: EntryId
  readonly kind: string
  readonly personId: PersonId | null
  /** Null once the text was erased. */
  readonly content: string | null
  readonly sha256: string
  readonly erased: { readonly at: Moment; readonly by: PersonId | null; readonly why: string } | null
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal signs. */
export type Sha = (text: string) => string

/** What a version seals: the entries by their fingerprints, and everything around them. */
export type ToSeal = {
  readonly planId: PlanId
  readonly number: string
  readonly kind: VersionKind
  readonly frame: string
  readonly record: string
  readonly entries: readonly Pick<SealedEntry, 'id' | 'kind' | 'personId' | 'sha256'>[]
}

/** The line over which the fingerprint of the whole goes. */
export function sealLine({ planId, number, kind, frame, record, entries }: ToSeal): string {
  return canonicalJson({
    format: 'rode-draad-seal-1',
    planId,
    number,
    kind,
    frame,
    record,
    entries: entries.map(({ id, kind, personId, sha256 }): Json => ({ id, kind, personId, sha256 })),
  })
}

/** The entries that are another than when they were sealed, or new since. An erased text is no change. */
export function changedSince(
  sealed: readonly SealedEntry[],
  now: readonly Pick<SealedEntry, 'id' | 'sha256'>[],
): EntryId[] {
  const before = new Map(sealed.map((entry) => [entry.id, entry]))
  return now
    .filter(({ id, sha256 }) => before.get(id)?.sha256 !== sha256 && before.get(id)?.erased == null)
    .map(({ id }) => id)
}

export type Check = {
  /** Everything is as it was sealed; erased texts included, since their fingerprints are. */
  readonly isRight: boolean
  readonly stored: string
  readonly computed: string
  readonly entries: readonly { readonly entry: SealedEntry; readonly is: 'same' | 'changed' | 'erased' }[]
}

/** Computes every fingerprint again from what is stored. Pure and total: damaged rows are an answer, not an error. */
export function checkSeal(version: Version, entries: readonly SealedEntry[], sha: Sha): Check {
  const checked = entries.map((entry) => ({ entry, is: checkEntry(entry, sha) }))
  const computed = sha(sealLine({ ...version, entries }))
  const isRight = computed === version.sha256 && checked.every(({ is }) => is !== 'changed')
  return { isRight, stored: version.sha256, computed, entries: checked }
}

function checkEntry(entry: SealedEntry, sha: Sha): Check['entries'][number]['is'] {
  if (entry.content === null) return entry.erased === null ? 'changed' : 'erased'
  return sha(entry.content) === entry.sha256 ? 'same' : 'changed'
}

/** '7c1e 9a40 …': a fingerprint in groups that one can read aloud. */
export const inGroups = (sha256: string) => sha256.match(/.{1,4}/g) ?? []
