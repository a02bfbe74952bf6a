import type { Day } from '../kernel/day.ts'
import { type Entry, isWritten, ownersOf, TEXTS_OF } from '../plan/entry.ts'
import { type LooseEnd, openEnds } from '../plan/loose-end.ts'
import { isOpen, type Plan, type Principle } from '../plan/plan.ts'
import { isOwner, mayReadTexts, mayWritePlan, mayWriteText } from '../plan/plan-may.ts'
import { isWaiting, type Proposal } from '../plan/proposal.ts'
import { type Roster, withoutPlace } from '../plan/roster.ts'
import { type SeenDecision, seenLast } from '../round/round-standing.ts'
import { hasRole, type Member } from '../session/actor.ts'
import { type Comment, type CommentId, type Talk, type Thread, waitsFor } from '../writing/comment.ts'
import { isWaitingSuggestion, type Suggestion } from '../writing/suggestion.ts'
import type { LetterKind } from './letter-kind.ts'

/** A line that another room adds to what waits for somebody: its words are ready, its key tells it from all others. */
export type RoomAsk = {
  readonly key: string
  readonly title: string
  readonly note: string
  readonly act: string
  readonly href: string
  /** As what it goes by mail; null: never by mail, it stands on Vandaag only; absent: as what waits. */
  readonly letter?: LetterKind | null
  /** The day that it is for, when it is for a day. */
  readonly on?: Day
  /** Nobody waits for it: it comes after what others wait for. */
  readonly own?: true
  /** Somebody asks for help now: before everything else. */
  readonly urgent?: true
  /** Somebody is expected at an hour of that day: on the day itself it comes before what can wait. */
  readonly meets?: true
}

/** Lines in three: what is urgent, who is expected today, and the others. */
export function byPress(lines: readonly RoomAsk[], today: Day) {
  const pressOf = ({ urgent, meets, on }: RoomAsk) =>
    urgent ? 'urgent' : meets && on === today ? 'expected' : 'other'
  const { urgent = [], expected = [], other = [] } = Object.groupBy(lines, pressOf)
  return { urgent, expected, other }
}

/** Of what a talk is: a goal, a track, or a principle. */
export type TalkSubject = { readonly entry: Entry } | { readonly principle: Principle }

/** What waits for somebody, or asks for them. */
export type Ask =
  | { readonly kind: 'voice'; readonly decision: SeenDecision }
  | { readonly kind: 'proposal'; readonly entry: Entry; readonly proposal: Proposal }
  | { readonly kind: 'suggestion'; readonly of: TalkSubject; readonly suggestion: Suggestion }
  | {
      readonly kind: 'reply' | 'comment'
      readonly of: TalkSubject
      readonly thread: Thread
      readonly comment: Comment
    }
  | { readonly kind: 'support'; readonly entry: Entry }
  | { readonly kind: 'room'; readonly line: RoomAsk }
  | { readonly kind: 'start' | 'agree'; readonly entry: Entry }
  | { readonly kind: 'no-place' }
  | { readonly kind: 'placeless'; readonly names: readonly string[] }
  | { readonly kind: 'loose-ends'; readonly count: number }
  | { readonly kind: 'no-vision' }

export type ForYouSheet = {
  readonly plan: Plan
  readonly roster: Roster
  readonly actor: Member
  readonly proposals: readonly Proposal[]
  readonly decisions: readonly SeenDecision[]
  readonly ends: readonly LooseEnd[]
  readonly today: Day
  readonly talk: Talk
  /** The last comment that this person read, by thread. */
  readonly seen: ReadonlyMap<string, CommentId>
  readonly rooms: readonly RoomAsk[]
}

/** Everything that waits for this person in a plan, what others wait for first. */
export const forYou = (sheet: ForYouSheet): Ask[] => [
  ...waitingFor(sheet),
  ...ownLines(sheet),
  ...ownTrack(sheet),
  ...forCoordinator(sheet),
]

/** What others wait for: all that a plan of another year asks. */
export function waitingFor(sheet: ForYouSheet): Ask[] {
  const { urgent, expected, other } = byPress(sheet.rooms, sheet.today)
  return [
    ...[...urgent, ...expected].map(roomAsk),
    ...voices(sheet),
    ...other.filter(({ own }) => !own).map(roomAsk),
    ...proposals(sheet),
    ...suggestions(sheet),
    ...talks(sheet),
    ...support(sheet),
  ]
}

const ownLines = ({ rooms, today }: ForYouSheet): Ask[] =>
  byPress(rooms, today)
    .other.filter(({ own }) => own)
    .map(roomAsk)

const roomAsk = (line: RoomAsk): Ask => ({ kind: 'room', line })

/** What goes by mail: what others wait for, and what is for a day. */
export const byMail = (sheet: ForYouSheet): Ask[] => [...waitingFor(sheet), ...ownLines(sheet)]

/** The kind under which a line goes by mail; null: it stands on Vandaag only. */
export const letterKindOf = (ask: Ask): LetterKind | null =>
  ask.kind === 'room' && ask.line.letter !== undefined ? ask.line.letter : 'waits'

/** What tells one ask from all others: the same key is the same thing that waits, a new round or answer is a new one. */
export function keyOf(ask: Ask): string {
  switch (ask.kind) {
    case 'voice':
      return `voice:${ask.decision.id}:${ask.decision.rounds.at(-1)?.number ?? 1}`
    case 'proposal':
      return `proposal:${ask.proposal.id}`
    case 'suggestion':
      return `suggestion:${ask.suggestion.id}`
    case 'reply':
    case 'comment':
      return `comment:${ask.comment.id}`
    case 'room':
      return `room:${ask.line.key}`
    case 'support':
    case 'start':
    case 'agree':
      return `${ask.kind}:${ask.entry.id}`
    case 'no-place':
    case 'no-vision':
    case 'placeless':
    case 'loose-ends':
      return ask.kind
  }
}

const voices = ({ decisions }: ForYouSheet): Ask[] =>
  decisions.filter(waitsForVoice).map((decision) => ({ kind: 'voice', decision }))

/** A round in the room is asked there, on the phone of who is in it. */
const waitsForVoice = (decision: SeenDecision) =>
  decision.standing.now.is === 'open' &&
  seenLast(decision).held === 'time' &&
  decision.mine.hasVoice &&
  decision.mine.answer === null

const proposals = ({ plan, actor, proposals: all }: ForYouSheet): Ask[] =>
  all.filter(isWaiting).flatMap((proposal): Ask[] => {
    const entry = plan.entries.find(({ id }) => id === proposal.entryId)
    return entry && isOwner(actor, entry) ? [{ kind: 'proposal', entry, proposal }] : []
  })

/** The goal, track or principle by its id, when this person reads its texts; and whether they hold the pen there. */
function subjectOf({ plan, actor }: ForYouSheet, { ownerId, field }: { ownerId: string; field: string }) {
  const entry = plan.entries.find(({ id }) => id === ownerId)
  if (entry) {
    if (!mayReadTexts(actor, entry).may) return null
    const pen = mayWriteText(actor, plan, entry, field as keyof Entry['texts']).may
    return { of: { entry }, pen }
  }
  const principle = plan.principles.find(({ id }) => id === ownerId)
  return principle ? { of: { principle }, pen: mayWritePlan(actor, plan).may } : null
}

/** Suggestions of others on a text of which this person holds the pen. */
const suggestions = (sheet: ForYouSheet): Ask[] =>
  sheet.talk.suggestions.filter(isWaitingSuggestion).flatMap((suggestion): Ask[] => {
    const subject = subjectOf(sheet, suggestion)
    if (!subject?.pen || suggestion.madeBy === sheet.actor.personId) return []
    return [{ kind: 'suggestion', of: subject.of, suggestion }]
  })

/** A word in a thread in which this person spoke, or at a text of which they hold the pen. */
const talks = (sheet: ForYouSheet): Ask[] =>
  sheet.talk.threads.flatMap((thread): Ask[] => {
    const subject = subjectOf(sheet, thread)
    const me = sheet.actor.personId
    const comment = subject && waitsFor(thread, me, subject.pen, sheet.seen.get(thread.id) ?? null)
    if (!subject || !comment) return []
    const spoke = thread.comments.some(({ by, withdrawnAt }) => by === me && withdrawnAt === null)
    return [{ kind: spoke ? 'reply' : 'comment', of: subject.of, thread, comment }]
  })

const support = ({ plan, actor }: ForYouSheet): Ask[] =>
  plan.entries
    .filter((entry) =>
      entry.people.some(
        (one) =>
          one.part === 'support' && one.personId === actor.personId && !one.agreedAt && !one.declinedAt,
      ),
    )
    .map((entry) => ({ kind: 'support', entry }))

/** One's own track: to begin, or to stand behind; or no place at all yet. */
function ownTrack({ plan, roster, actor }: ForYouSheet): Ask[] {
  if (!isOpen(plan.phase)) return []
  if (withoutPlace(plan, roster).some(({ personId }) => personId === actor.personId))
    return [{ kind: 'no-place' }]
  const own = ownTrackOf(plan, actor)
  if (!own || own.agreedAt !== null) return []
  return [{ kind: TEXTS_OF[own.kind].some((field) => isWritten(own, field)) ? 'agree' : 'start', entry: own }]
}

export const ownTrackOf = (plan: Plan, actor: Member) =>
  plan.entries.find((entry) => entry.kind === 'teacher-track' && ownersOf(entry).includes(actor.personId)) ??
  null

function forCoordinator({ plan, roster, actor, ends }: ForYouSheet): Ask[] {
  if (!hasRole(actor, 'coordinator')) return []
  const asks: Ask[] = []
  const names = withoutPlace(plan, roster).flatMap(({ personId, name }) =>
    personId === actor.personId ? [] : [name],
  )
  if (roster.visionLines.length === 0) asks.push({ kind: 'no-vision' })
  if (names.length > 0) asks.push({ kind: 'placeless', names })
  const count = openEnds(ends).length
  if (count > 0) asks.push({ kind: 'loose-ends', count })
  return asks
}
