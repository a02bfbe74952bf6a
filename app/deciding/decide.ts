import { type Item, parseItem } from '../adoption/adoption.ts'
import type { AmendmentNo } from '../adoption/adoption-no.ts'
import type { Clashed } from '../adoption/typed-place.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Deciding, ItemKind, Meeting, MeetingItem } from '../meeting/meeting.ts'
import type { MeetingBecause } from '../meeting/meeting-may.ts'
import type { RoundRefusal } from '../round/round.ts'

export type DecideRefusal =
  | 'not-running'
  | 'item-gone'
  | 'not-current'
  | 'nothing-to-decide'
  | 'nobody-decides'
  | 'nothing-proposed-yet'
  | 'no-round'
  | 'no-plan'
  | 'not-typed-here'
  | 'only-own-text'
  | 'whole-not-here'
  | 'only-chair-adopts'
  | 'day-unknown'

/** Every way in which deciding in the room says no. */
export type DecideNo =
  | AmendmentNo
  | Clashed
  | Refusal<DecideRefusal | RoundRefusal>
  | { readonly refused: 'may-not'; readonly because: MeetingBecause }

const PLAN_KINDS: readonly ItemKind[] = ['plan', 'principle', 'goal', 'effort', 'places']

/** What of the plan an item is about, when the team decides on it on the way to adoption; null for anything else. */
export function planItem({ kind, subjectId }: Pick<MeetingItem, 'kind' | 'subjectId'>): Item | null {
  if (!PLAN_KINDS.includes(kind)) return null
  return parseItem(kind === 'principle' || kind === 'goal' ? `${kind}:${subjectId ?? ''}` : kind)
}

/** Whether a round can be held on an item of this kind at all. */
export const isDecidable = ({ kind }: Pick<MeetingItem, 'kind'>) =>
  PLAN_KINDS.includes(kind) || ['amendment', 'proposal', 'evaluation', 'minutes'].includes(kind)

/** A round is held on the item that everybody has before them, when it was put on the agenda to be decided. */
export function whyNoRound(
  meeting: Pick<Meeting, 'current' | 'deciding'>,
  item: MeetingItem,
): Refusal<DecideRefusal> | null {
  if (meeting.current?.item !== item.id) return refuse('not-current')
  if (meeting.deciding.voters.length === 0) return refuse('nobody-decides')
  return isDecidable(item) && item.purpose === 'decision' ? null : refuse('nothing-to-decide')
}

/** The frame of every round of a meeting: as it was fixed beforehand, led by its chair. */
export const frameOf = ({ deciding, chair }: { deciding: Deciding; chair: Meeting['chair'] }) => ({
  ...deciding,
  chair,
})
