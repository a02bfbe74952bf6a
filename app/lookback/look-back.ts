import type { NextStep, Time } from '../evaluation/evaluation.ts'
import { timeOf } from '../evaluation/evaluation.ts'
import type { TeamChoice } from '../evaluation/team-look.ts'
import { inOrder, type YieldPromise } from '../evaluation/yield.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { EntryId, MeetingItemId, PersonId, PrincipleId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { ItemKind, Meeting, MeetingItem } from '../meeting/meeting.ts'
import type { MeetingBecause } from '../meeting/meeting-may.ts'
import type { SheetPiece } from '../meeting/sheet-piece.ts'
import { type Entry, isGoal, ownersOf } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import type { PassageRefusal } from '../writing/passage.ts'
import { tidyText } from '../writing/passage.ts'
import type { Grouped, ThemeRefusal } from './theme.ts'

/** Items that look back; what they show and decide is told here. */
export const LOOK_BACK_KINDS = [
  'themes',
  'evaluation',
  'coordinator-part',
  'plan-itself',
  'conditions',
  'yields',
] as const satisfies readonly ItemKind[]
export type LookBackKind = (typeof LOOK_BACK_KINDS)[number]

export const isLookBack = <Item extends Pick<MeetingItem, 'kind'>>(
  item: Item,
): item is Item & { kind: LookBackKind } => (LOOK_BACK_KINDS as readonly string[]).includes(item.kind)

/** Which look back a meeting holds: as it was planned, else as the plan stands. */
export function lookTimeOf({ template }: Pick<Meeting, 'template'>, { phase }: Pick<Plan, 'phase'>): Time {
  if (template === 'end-evaluation') return 'end'
  return template === 'mid-evaluation' ? 'mid' : timeOf(phase)
}

/** Who says how it goes on: the team, the members of a learning team, or the teacher whose track it is. */
export type WhoSays = 'team' | 'members' | 'teacher'
export function whoSays(entry: Entry): WhoSays {
  if (isGoal(entry) || (entry.kind === 'teacher-track' && ownersOf(entry).length === 0)) return 'team'
  return entry.kind === 'learning-team-track' ? 'members' : 'teacher'
}

/** How a goal or track goes on: a proposal, and once decided the team's (or its people's) choice. */
export type RoomOutcome = {
  readonly item: MeetingItemId
  readonly next: NextStep
  /** What is to be adjusted, in words. */
  readonly words: string
  /** Null: it is a proposal. */
  readonly how: 'agreed' | 'round' | null
  readonly decidedAt: Moment | null
}

export type Written = { readonly next: NextStep | null; readonly words: string }

export type LookRefusal =
  | 'not-running'
  | 'item-gone'
  | 'no-plan'
  | 'next-missing'
  | 'words-missing'
  | 'words-too-long'
  | 'round-is-open'
  | 'decided-by-round'
  | 'objection-stands'
  | 'nothing-proposed-yet'
  | 'not-decided-here'
  | 'not-current'
  | 'principle-gone'
  | 'not-here'

/** Every way in which looking back in the room says no. */
export type LookNo =
  | Refusal<LookRefusal | ThemeRefusal>
  | PassageRefusal
  | { readonly refused: 'may-not'; readonly because: MeetingBecause }

export const LONGEST_WORDS = 1_000

/** What is proposed, from a form. To adjust something says in words what. */
export function parseOutcome(
  next: unknown,
  raw: string,
): { readonly next: NextStep; readonly words: string } | Refusal<LookRefusal> {
  if (next !== 'go-on' && next !== 'adjust' && next !== 'stop') return refuse('next-missing', 'next')
  const words = tidyText(raw.slice(0, 20_000))
  if (typeof words !== 'string' || words.length > LONGEST_WORDS) return refuse('words-too-long', 'words')
  if (next === 'adjust' && words === '') return refuse('words-missing', 'words')
  return { next, words: next === 'adjust' ? words : '' }
}

export type SeenPrinciple = {
  readonly id: PrincipleId
  readonly text: string
  /** Null: not talked about, so it stays. */
  readonly choice: 'keep' | 'drop' | null
}

export const principlesWith = ({ principles }: Plan, choices: readonly TeamChoice[]): SeenPrinciple[] =>
  principles.map(({ id, text }) => ({
    id,
    text: text.text,
    choice: choiceOf(choices, id),
  }))

function choiceOf(choices: readonly TeamChoice[], id: PrincipleId) {
  const found = choices.find(({ kind, subjectId }) => kind === 'principle' && subjectId === id)
  return found?.choice === 'keep' || found?.choice === 'drop' ? found.choice : null
}

/** A promise with what people read of it. */
export type SeenPromise = YieldPromise & { readonly name: string; readonly of: string }

/** What the plan says of sharing, where nothing was promised yet. */
export type SeenHarvest = {
  readonly entryId: EntryId
  readonly name: string
  readonly owners: readonly PersonId[]
  readonly withWhom: string
  readonly when: Day | null
}

/** What everybody in the room may see at an item that looks back, guests included. */
export type RoomLook =
  | { readonly kind: 'themes'; readonly grouped: Grouped }
  | {
      readonly kind: 'evaluation'
      readonly entryId: EntryId
      readonly asked: WhoSays
      readonly owners: readonly PersonId[]
      /** A teacher's track whose yield is not shared: nothing of it is shown here. */
      readonly kept: boolean
      readonly said: readonly SheetPiece[]
      readonly outcome: RoomOutcome | null
      /** What was chosen before this meeting, in the evaluation: a proposal begins with it. */
      readonly written: Written | null
    }
  | {
      readonly kind: 'coordinator-part'
      readonly grouped: Grouped
      readonly text: string
      /** What is shared of the coordinator's own time: proportions in sentences. */
      readonly shared: readonly string[]
    }
  | {
      readonly kind: 'plan-itself'
      readonly grouped: Grouped
      readonly text: string
      readonly principles: readonly SeenPrinciple[]
    }
  | {
      readonly kind: 'conditions'
      readonly text: string
      readonly answer: string
      readonly hours: { readonly planned: number; readonly available: number | null }
    }
  | {
      readonly kind: 'yields'
      readonly open: readonly SeenPromise[]
      readonly ended: readonly SeenPromise[]
      readonly harvest: readonly SeenHarvest[]
    }

export type LookOf<Kind extends LookBackKind> = Extract<RoomLook, { kind: Kind }>

export function promisesSeen(
  promises: readonly YieldPromise[],
  nameOf: (person: PersonId) => string,
  titleOf: (entry: EntryId) => string,
): Pick<LookOf<'yields'>, 'open' | 'ended'> {
  const seen = (one: YieldPromise): SeenPromise => ({
    ...one,
    name: nameOf(one.person),
    of: one.entryId === null ? '' : titleOf(one.entryId),
  })
  const { open, ended } = inOrder(promises)
  return { open: open.map(seen), ended: ended.map(seen) }
}

/** The sheet of an item that looks back: as those of other kinds, and `look` besides. */
export type LookBackSheet = {
  readonly lead: string
  readonly heading: string
  readonly pieces: readonly SheetPiece[]
  readonly why: null
  readonly people: readonly string[]
  readonly decision: null
  /** Whether a round can be held on what is proposed. */
  readonly mayDecide: boolean
  readonly print: string | null
  readonly look: RoomLook
}
