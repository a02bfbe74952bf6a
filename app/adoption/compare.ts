import { TEXTS_OF } from '../plan/entry.ts'
import type { EntryState, FrameState, PlanState, PrincipleState } from '../plan/plan-state.ts'

/**
 * What differs between two states of a plan. Something that stands elsewhere is moved, never taken away and added
 * again. From the state before and the difference follows the state after.
 */
export type PlanDifference = {
  readonly frame: { readonly before: FrameState; readonly after: FrameState } | null
  readonly principles: PiecesDifference<PrincipleState, PrincipleFacets>
  readonly entries: PiecesDifference<EntryState, EntryFacets>
}

/** In the order of the state after; what went stands behind. */
export type PiecesDifference<Of, Facets> = {
  readonly there: readonly PieceChange<Of, Facets>[]
  readonly gone: readonly Of[]
  /** How many stayed exactly as they were. */
  readonly same: readonly Of[]
}

/** Somewhere else in the order: behind which piece it stands now; null: it comes first. */
export type Place = { readonly behind: string | null }

export type PieceChange<Of, Facets> =
  | { readonly is: 'added'; readonly after: Of; readonly place: Place }
  | {
      readonly is: 'changed'
      readonly before: Of
      readonly after: Of
      readonly facets: Facets
      readonly place: Place | null
    }

export type TextChange = { readonly field: string; readonly before: string; readonly after: string }
export type PrincipleFacets = {
  readonly texts: readonly TextChange[]
  readonly values: Partial<Pick<PrincipleState, 'preset' | 'erased'>>
}
export type EntryFacets = {
  readonly texts: readonly TextChange[]
  /** Everything beside the texts that is another now, as it is now. */
  readonly values: Partial<Omit<EntryState, 'id' | 'texts'>>
}

/** Of what only stands elsewhere. */
const NONE = { texts: [], values: {} }

export const comparePlans = (before: PlanState, after: PlanState): PlanDifference => ({
  frame: isSame(before.frame, after.frame) ? null : { before: before.frame, after: after.frame },
  principles: comparePieces(before.principles, after.principles, principleFacets, NONE),
  entries: comparePieces(before.entries, after.entries, entryFacets, NONE),
})

export const isNothing = ({ frame, principles, entries }: PlanDifference) =>
  frame === null && [principles, entries].every(({ there, gone }) => there.length + gone.length === 0)

function comparePieces<Of extends { id: string }, Facets>(
  before: readonly Of[],
  after: readonly Of[],
  facetsOf: (before: Of, after: Of) => Facets | null,
  none: Facets,
): PiecesDifference<Of, Facets> {
  const old = new Map(before.map((piece) => [piece.id, piece]))
  const isThere = new Set(after.map(({ id }) => id))
  const steady = inSameOrder(before, after)
  const same: Of[] = []
  const there = after.flatMap((piece, at): PieceChange<Of, Facets>[] => {
    const place: Place = { behind: after[at - 1]?.id ?? null }
    const was = old.get(piece.id)
    if (!was) return [{ is: 'added', after: piece, place }]
    const facets = facetsOf(was, piece)
    const moved = steady.has(piece.id) ? null : place
    if (facets || moved)
      return [{ is: 'changed', before: was, after: piece, facets: facets ?? none, place: moved }]
    same.push(piece)
    return []
  })
  return { there, gone: before.filter(({ id }) => !isThere.has(id)), same }
}

/** Those that kept their order among each other: as many as possible, so that as few as possible are called moved. */
function inSameOrder(before: readonly { id: string }[], after: readonly { id: string }[]): Set<string> {
  const places = new Map(before.map(({ id }, place) => [id, place]))
  const common = after.filter(({ id }) => places.has(id)).map(({ id }) => id)
  const lengths: number[] = []
  const from: number[] = []
  for (const [at, id] of common.entries()) {
    let best = -1
    for (let one = 0; one < at; one += 1) {
      const fits = (places.get(common[one] ?? '') ?? 0) < (places.get(id) ?? 0)
      if (fits && (lengths[one] ?? 0) > (best < 0 ? 0 : (lengths[best] ?? 0))) best = one
    }
    from.push(best)
    lengths.push(best < 0 ? 1 : (lengths[best] ?? 0) + 1)
  }
  const kept = new Set<string>()
  for (let at = lengths.indexOf(Math.max(0, ...lengths)); at >= 0; at = from[at] ?? -1)
    kept.add(common[at] ?? '')
  return kept
}

function principleFacets(before: PrincipleState, after: PrincipleState): PrincipleFacets | null {
  const texts = (['text', 'talk'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }))
  const values = valuesThatDiffer(before, after, ['preset', 'erased'])
  return texts.length + Object.keys(values).length === 0 ? null : { texts, values }
}

const VALUES = [
  'kind',
  'personId',
  'learningTeamId',
  'name',
  'weight',
  'shareChoice',
  'ownDomains',
  'ownAim',
  'coordinatorHours',
  'parentId',
  'visionLineIds',
  'people',
  'moments',
  'agreed',
  'erased',
  'veiled',
] as const satisfies readonly (keyof EntryState)[]

function entryFacets(before: EntryState, after: EntryState): EntryFacets | null {
  const texts = [...new Set([...TEXTS_OF[before.kind], ...TEXTS_OF[after.kind]])]
    .filter((field) => (before.texts[field] ?? '') !== (after.texts[field] ?? ''))
    .map((field) => ({ field, before: before.texts[field] ?? '', after: after.texts[field] ?? '' }))
  const values = valuesThatDiffer(before, after, VALUES)
  return texts.length + Object.keys(values).length === 0 ? null : { texts, values }
}

function valuesThatDiffer<Of, Name extends keyof Of>(before: Of, after: Of, names: readonly Name[]) {
  const other = names.filter((name) => !isSame(before[name], after[name]))
  return Object.fromEntries(other.map((name) => [name, after[name]])) as Partial<Pick<Of, Name>>
}

/** Equal as JSON has it. */
const isSame = (one: unknown, other: unknown) => canonical(one) === canonical(other)

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  ) ?? ''

/** The state after, from the state before and the difference. */
export const applied = (before: PlanState, difference: PlanDifference): PlanState => ({
  frame: difference.frame?.after ?? before.frame,
  principles: appliedTo(before.principles, difference.principles, applyPrinciple),
  entries: appliedTo(before.entries, difference.entries, applyEntry),
})

function appliedTo<Of extends { id: string }, Facets>(
  before: readonly Of[],
  { there, gone }: PiecesDifference<Of, Facets>,
  apply: (before: Of, facets: Facets) => Of,
): Of[] {
  const leaves = new Set(gone.map(({ id }) => id))
  const changes = new Map(
    there.flatMap((change) => (change.is === 'changed' ? [[change.before.id, change]] : [])),
  )
  const after: Of[] = []
  for (const piece of before) {
    const change = changes.get(piece.id)
    if (!leaves.has(piece.id) && !change?.place) after.push(change ? apply(piece, change.facets) : piece)
  }
  for (const change of there) {
    if (!change.place) continue
    const { behind } = change.place
    const at = behind === null ? 0 : after.findIndex(({ id }) => id === behind) + 1
    after.splice(at, 0, change.is === 'added' ? change.after : apply(change.before, change.facets))
  }
  return after
}

const applyPrinciple = (before: PrincipleState, { texts, values }: PrincipleFacets): PrincipleState => ({
  ...before,
  ...Object.fromEntries(texts.map(({ field, after }) => [field, after])),
  ...values,
})

const applyEntry = (before: EntryState, { texts, values }: EntryFacets): EntryState => ({
  ...before,
  ...values,
  texts: written({ ...before.texts, ...Object.fromEntries(texts.map(({ field, after }) => [field, after])) }),
})

const written = (texts: EntryState['texts']): EntryState['texts'] =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
