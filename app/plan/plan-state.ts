import type { Day, Moment } from '../kernel/day.ts'
import type { EntryId, LearningTeamId, PersonId, PlanId, PrincipleId, VisionLineId } from '../kernel/id.ts'
import {
  type Aim,
  type Domain,
  type Entry,
  type EntryKind,
  type EntryText,
  type OCCASIONS,
  type Part,
  type ShareChoice,
  TEXTS_OF,
  type Weight,
} from './entry.ts'
import { entriesOf, type Plan } from './plan.ts'
import type { RosterLine } from './roster.ts'

/** A plan as it stands at one moment, without revisions: what a version keeps and what two versions are compared by. */
export type PlanState = {
  readonly frame: FrameState
  readonly principles: readonly PrincipleState[]
  /** In the order of the page: general goals, goals of the team, learning teams, people. */
  readonly entries: readonly EntryState[]
}

export type FrameState = {
  readonly title: string
  readonly visionLines: readonly { readonly id: VisionLineId; readonly text: string }[]
  /** The share for preventing, in whole percent; absent where none was set, as in states from before there were aims. */
  readonly preventiveAim?: number
}

export type PrincipleState = {
  readonly id: PrincipleId
  readonly preset: string | null
  readonly text: string
  readonly talk: string
  /** The text was erased since. */
  readonly erased?: true
}

export type EntryState = {
  readonly id: EntryId
  readonly kind: EntryKind
  readonly personId: PersonId | null
  readonly learningTeamId: LearningTeamId | null
  readonly name: string | null
  readonly weight: Weight
  /** Only what is written. */
  readonly texts: Readonly<Partial<Record<EntryText, string>>>
  readonly shareChoice: ShareChoice | null
  readonly ownDomains: readonly Domain[] | null
  readonly ownAim: Aim | null
  readonly coordinatorHours: number | null
  readonly parentId: EntryId | null
  readonly visionLineIds: readonly VisionLineId[]
  /** Without who said that it does not suit. */
  readonly people: readonly { readonly personId: PersonId; readonly part: Part }[]
  readonly moments: readonly { readonly onDay: Day; readonly occasion: (typeof OCCASIONS)[number] }[]
  /** Whether the owner stood behind the text. */
  readonly agreed: boolean
  /** The text was erased since: its term had come, or it was removed and the year is over. */
  readonly erased?: true
  /** Whoever asks may not read it: that it has a place is all that is told. */
  readonly veiled?: true
}

export const IN_ORDER = ['general-goal', 'team-goal', 'learning-team-track', 'teacher-track'] as const

/** The plan as it stands now. */
export const stateOf = (
  plan: Plan,
  lines: readonly Pick<RosterLine, 'id' | 'text' | 'retiredAt'>[],
): PlanState => ({
  frame: {
    title: plan.title,
    visionLines: lines.filter((line) => isNamed(plan, line)).map(({ id, text }) => ({ id, text })),
    ...aimIn(plan.preventiveAim),
  },
  principles: plan.principles.map(({ id, preset, text, talk }) => ({
    id,
    preset,
    text: text.text,
    talk: talk?.text ?? '',
  })),
  entries: IN_ORDER.flatMap((kind) => entriesOf(plan, kind)).map(entryState),
})

/** The aim as a state holds it: nothing where none is set. */
export const aimIn = (aim: number | null): Pick<FrameState, 'preventiveAim'> =>
  aim === null ? {} : { preventiveAim: aim }

const isNamed = (plan: Plan, line: Pick<RosterLine, 'id' | 'retiredAt'>) =>
  line.retiredAt === null || plan.entries.some((entry) => entry.visionLineIds.includes(line.id))

/** What is written of an entry, in the order of the form. */
export const textsInOrder = (entry: Pick<EntryState, 'kind' | 'texts'>): (readonly [EntryText, string])[] =>
  TEXTS_OF[entry.kind].flatMap((field) => {
    const text = entry.texts[field]
    return text ? [[field, text] as const] : []
  })

export const entryState = (entry: Entry): EntryState => ({
  id: entry.id,
  kind: entry.kind,
  personId: entry.personId,
  learningTeamId: entry.learningTeamId,
  name: entry.name,
  weight: entry.weight,
  texts: writtenTexts(entry),
  shareChoice: entry.shareChoice,
  ownDomains: entry.ownDomains,
  ownAim: entry.ownAim,
  coordinatorHours: entry.coordinatorHours,
  parentId: entry.parentId,
  // The order of these says nothing: sorted, so that another order is no difference.
  visionLineIds: [...entry.visionLineIds].sort(),
  people: entry.people
    .filter((named) => named.declinedAt === null)
    .map(({ personId, part }) => ({ personId, part }))
    .sort(by(({ personId, part }) => `${part} ${personId}`)),
  moments: entry.moments
    .map(({ onDay, occasion }) => ({ onDay, occasion }))
    .sort(by(({ onDay, occasion }) => `${onDay} ${occasion}`)),
  agreed: entry.agreedAt !== null,
})

export const by =
  <Of>(key: (of: Of) => string) =>
  (one: Of, other: Of) =>
    key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0

const writtenTexts = (entry: Entry): EntryState['texts'] =>
  Object.fromEntries(
    Object.entries(entry.texts)
      .filter(([, passage]) => passage.text !== '')
      .map(([field, passage]) => [field, passage.text]),
  )

/** A part of a version that is stored by itself. */
export type Piece =
  | { readonly is: 'frame'; readonly ownerId: PlanId; readonly of: FrameState }
  | { readonly is: 'principle'; readonly ownerId: PrincipleId; readonly of: PrincipleState }
  | { readonly is: 'entry'; readonly ownerId: EntryId; readonly of: EntryState }

/** The pieces of a plan in its order. */
export const piecesOf = (id: PlanId, state: PlanState): Piece[] => [
  { is: 'frame', ownerId: id, of: state.frame },
  ...state.principles.map((of): Piece => ({ is: 'principle', ownerId: of.id, of })),
  ...state.entries.map((of): Piece => ({ is: 'entry', ownerId: of.id, of })),
]

/** The plan that its pieces tell; what was erased is not among them. */
export function stateFrom(pieces: readonly Piece[]): PlanState {
  const frame = pieces.find((piece) => piece.is === 'frame')?.of
  return {
    frame: frame ?? { title: '', visionLines: [] },
    principles: pieces.flatMap((piece) => (piece.is === 'principle' ? [piece.of] : [])),
    entries: pieces.flatMap((piece) => (piece.is === 'entry' ? [piece.of] : [])),
  }
}

/** What is left of a piece when its text is erased: whose it was, and that it was there. */
export function erasedPiece(piece: Piece): Piece {
  if (piece.is === 'frame') return piece
  if (piece.is === 'principle')
    return { ...piece, of: { ...piece.of, preset: null, text: '', talk: '', erased: true } }
  return { ...piece, of: { ...veiledState(piece.of), name: null, erased: true } }
}

/** That somebody has a place is for all to see; what is written there, and with whom, is not. */
export const veiledState = (entry: EntryState): EntryState => ({
  ...entry,
  texts: {},
  people: entry.people.filter((named) => named.part === 'duo'),
  moments: [],
  shareChoice: null,
})

const NEVER = '' as Moment

/** An entry as it stood, in the shape in which rights and names ask for it; its texts have no revision. */
export const entryFrom = (state: EntryState): Entry => ({
  id: state.id,
  kind: state.kind,
  position: 0,
  personId: state.personId,
  learningTeamId: state.learningTeamId,
  name: state.name,
  weight: state.weight,
  texts: Object.fromEntries(
    Object.entries(state.texts).map(([field, text]) => [
      field,
      { text, revision: 0, changedAt: NEVER, changedBy: null },
    ]),
  ),
  shareChoice: state.shareChoice,
  ownDomains: state.ownDomains,
  ownAim: state.ownAim,
  coordinatorHours: state.coordinatorHours,
  parentId: state.parentId,
  visionLineIds: state.visionLineIds,
  people: state.people.map((named) => ({ ...named, askedAt: NEVER, agreedAt: null, declinedAt: null })),
  moments: [],
  agreedAt: state.agreed ? NEVER : null,
  carriedFrom: null,
  isSealed: false,
  revision: 0,
})
