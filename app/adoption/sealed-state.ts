import type { Day } from '../kernel/day.ts'
import type { EntryId, PersonId, PrincipleId, VisionLineId } from '../kernel/id.ts'
import { type Entry, type EntryKind, UNSAID } from '../plan/entry.ts'
import {
  aimIn,
  by,
  type EntryState,
  type FrameState,
  IN_ORDER,
  type PlanState,
  type PrincipleState,
} from '../plan/plan-state.ts'
import type { SealedEntry } from './seal.ts'

type SealedFrame = {
  readonly title: string
  readonly principles: readonly { id: PrincipleId; preset: string | null; text: string; talk: string }[]
  readonly visionLines: FrameState['visionLines']
  readonly preventiveAim?: number
}

type SealedContent = {
  readonly name: string | null
  readonly weight: EntryState['weight']
} & (
  | { readonly agreed: false }
  | {
      readonly agreed: true
      readonly texts: Readonly<Record<string, string>>
      readonly shareChoice: EntryState['shareChoice']
      readonly visionLines: readonly VisionLineId[]
      readonly parent: EntryId | null
      readonly people: readonly { id: PersonId; part: EntryState['people'][number]['part'] }[]
      readonly moments: readonly { day: Day; occasion: EntryState['moments'][number]['occasion'] }[]
      readonly hours: number | null
      readonly domains: EntryState['ownDomains']
      readonly aim: EntryState['ownAim']
    }
)

/**
 * A sealed version as a state of the plan. What a seal does not hold (which learning team, a name from last year)
 * is as it is today; a track that was not agreed then was sealed without its text.
 */
export function stateOfSealed(
  frame: string,
  entries: readonly SealedEntry[],
  now: readonly Entry[],
): PlanState {
  const { title, principles, visionLines, preventiveAim = null } = JSON.parse(frame) as SealedFrame
  const today = new Map<string, Entry>(now.map((entry) => [entry.id, entry]))
  const states = entries.map((entry) => entryOfSealed(entry, today.get(entry.id)))
  return {
    frame: { title, visionLines, ...aimIn(preventiveAim) },
    principles: principles.map(({ id, preset, text, talk }): PrincipleState => ({ id, preset, text, talk })),
    entries: IN_ORDER.flatMap((kind) => states.filter((state) => state.kind === kind)),
  }
}

function entryOfSealed(sealed: SealedEntry, today: Entry | undefined): EntryState {
  const bare = bareState(sealed, today)
  if (sealed.content === null) return { ...bare, erased: true }
  const content = JSON.parse(sealed.content) as SealedContent
  const named = { ...bare, weight: content.weight, name: today ? today.name : content.name }
  if (!content.agreed) return { ...named, veiled: true }
  return {
    ...named,
    agreed: true,
    texts: Object.fromEntries(Object.entries(content.texts).filter(([, text]) => text !== '')),
    shareChoice: content.shareChoice,
    visionLineIds: [...content.visionLines].sort(),
    parentId: content.parent,
    people: content.people
      .map(({ id, part }) => ({ personId: id, part }))
      .sort(by(({ personId, part }) => `${part} ${personId}`)),
    moments: content.moments
      .map(({ day, occasion }) => ({ onDay: day, occasion }))
      .sort(by(({ onDay, occasion }) => `${onDay} ${occasion}`)),
    coordinatorHours: content.hours,
    ownDomains: content.domains,
    ownAim: content.aim,
  }
}

const bareState = ({ id, kind, personId }: SealedEntry, today: Entry | undefined): EntryState => ({
  id,
  kind: kind as EntryKind,
  ...UNSAID,
  personId,
  learningTeamId: today?.learningTeamId ?? null,
  name: today?.name ?? null,
  weight: today?.weight ?? 'full',
  agreed: false,
})
