import type { Day, Moment } from '../kernel/day.ts'
import type { MeetingItemId, PersonId } from '../kernel/id.ts'
import { cameLater, leftBefore } from '../meeting/attendance.ts'
import type {
  Attendance,
  Meeting,
  MeetingItem,
  Presence,
  Purpose,
  SayKind,
  Scene,
} from '../meeting/meeting.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import type { Action } from './action.ts'
import type { ChangedTrack } from './changed-track.ts'
import { type MinutesDecision, type MinutesPoll, minutesDecision, type Named } from './minutes-decision.ts'

/** What the room said or found under one heading, without the name of who said it. */
export type MinutesLine = { readonly label: string; readonly text: string }

export type MinutesPresence = {
  readonly person: Named
  /** `not-noted`: nothing was written down. */
  readonly how: Presence | 'not-noted'
  /** Only of who came after the beginning, and of who went before the end. */
  readonly arrivedAt: Moment | null
  readonly leftAt: Moment | null
  readonly hasVoice: boolean
  /** When this was last written down; null: nothing was. */
  readonly notedAt: Moment | null
}

/** `to-come` and `current` only as long as the meeting runs. */
export type WrittenItem = {
  readonly id: string
  readonly erased: null
  readonly kind: string
  readonly title: string
  readonly purpose: Purpose
  readonly state: MeetingItem['state']
  readonly isCarried: boolean
  /** What it was about, where the item has a text of its own. */
  readonly text: string
  /** In whole minutes, as planned and as it was. */
  readonly planned: number
  readonly spent: number
  /** What was talked through: by kind, in no order, of nobody. */
  readonly said: readonly { readonly kind: SayKind; readonly text: string }[]
  readonly found: readonly MinutesLine[]
  readonly polls: readonly MinutesPoll[]
  readonly decision: MinutesDecision | null
  /** The words of the minute-taker, as stored rich text. */
  readonly note: string
}

/** An item whose text went after it was sealed; its fingerprint stayed. */
export type ErasedItem = {
  readonly id: string
  readonly erased: { readonly at: Moment; readonly why: string }
}
export type MinutesItem = WrittenItem | ErasedItem

export type MinutesAction = {
  readonly id: string
  readonly item: string | null
  readonly owner: Named
  readonly what: string
  readonly due: Day | null
  readonly addedAt: Moment
}

/** The minutes of one meeting, in no language: ids, moments and the words that people wrote. */
export type Minutes = {
  readonly meeting: string
  readonly school: string
  readonly title: string
  readonly startsAt: Moment
  readonly place: string
  readonly chair: Named
  readonly minuteTaker: Named
  readonly openedAt: Moment | null
  readonly closedAt: Moment | null
  readonly attendance: readonly MinutesPresence[]
  readonly items: readonly MinutesItem[]
  /** What changed in tracks that were talked through. */
  readonly changed: readonly (ChangedTrack | ErasedItem)[]
  readonly actions: readonly MinutesAction[]
  /** What the minute-taker wrote of the meeting as a whole, as stored rich text. */
  readonly note: string
  /** The version of the plan that was sealed in it. */
  readonly version: { readonly number: string; readonly sha256: string } | null
  readonly mrInformedOn: Day | null
}

/** Everything that minutes are made of; of decisions what nobody in particular may see. */
export type Gathered = {
  readonly school: string
  readonly scene: Scene
  readonly decisions: readonly SeenDecision[]
  /** Notes by item, and by the meeting itself. */
  readonly notes: ReadonlyMap<string, string>
  readonly actions: readonly Action[]
  /** What rooms concluded at an item, by item. */
  readonly found: ReadonlyMap<string, readonly MinutesLine[]>
  readonly polls: ReadonlyMap<string, readonly MinutesPoll[]>
  readonly changed: readonly ChangedTrack[]
  readonly version: Minutes['version']
  readonly now: Moment
}

/** The minutes as they write themselves. Of an open round, and of who said or voted what unnamed, nothing is in them. */
export function minutesOf(gathered: Gathered): Minutes {
  const { scene, notes, actions } = gathered
  const { meeting } = scene
  const named = namedIn(scene)
  return {
    meeting: meeting.id,
    school: gathered.school,
    title: meeting.title,
    startsAt: meeting.startsAt,
    place: meeting.place,
    chair: named(meeting.chair),
    minuteTaker: named(meeting.minuteTaker),
    openedAt: meeting.opened?.at ?? null,
    closedAt: meeting.closed?.at ?? null,
    attendance: presencesOf(scene),
    items: scene.items.map((item) => itemOf(item, gathered)),
    changed: gathered.changed,
    actions: actions.map(({ id, item, owner, what, due, addedAt }) => ({
      id,
      item,
      owner: named(owner),
      what,
      due,
      addedAt,
    })),
    note: notes.get(meeting.id) ?? '',
    version: gathered.version,
    mrInformedOn: meeting.mrInformedOn,
  }
}

export const namedIn =
  ({ people }: Pick<Scene, 'people'>) =>
  (id: PersonId): Named => ({ id, name: people.get(id)?.name ?? '' })

/** Everybody with a voice, and who else was noted; by name. */
export function presencesOf({ meeting, attendance, people }: Scene): MinutesPresence[] {
  const { voters } = meeting.deciding
  const noted = new Map(attendance.map((one) => [one.person, one]))
  const named = namedIn({ people })
  return [...new Set([...voters, ...noted.keys()])]
    .map((person) => ({
      person: named(person),
      ...presenceOf(noted.get(person), meeting),
      hasVoice: voters.includes(person),
      notedAt: noted.get(person)?.notedAt ?? null,
    }))
    .sort((one, other) => (one.person.name < other.person.name ? -1 : 1))
}

function presenceOf(noted: Attendance | undefined, meeting: Meeting) {
  if (!noted) return { how: 'not-noted', arrivedAt: null, leftAt: null } as const
  const { how, arrivedAt, leftAt } = noted
  if (how !== 'present' && how !== 'remote') return { how, arrivedAt: null, leftAt: null }
  return {
    how,
    arrivedAt: cameLater(meeting, noted) ? arrivedAt : null,
    leftAt: leftBefore(meeting, noted) ? leftAt : null,
  }
}

function itemOf(item: MeetingItem, gathered: Gathered): WrittenItem {
  const { scene, decisions, now } = gathered
  const decision = decisions.find(({ id }) => id === item.decisionId)
  return {
    id: item.id,
    erased: null,
    kind: item.kind,
    title: item.title,
    purpose: item.purpose,
    state: item.state,
    isCarried: item.carriedFrom !== null,
    text: item.text,
    planned: item.minutes,
    spent: Math.round(secondsAt(item, scene, now) / 60),
    said: saidAt(item.id, scene),
    found: gathered.found.get(item.id) ?? [],
    polls: gathered.polls.get(item.id) ?? [],
    decision: decision ? minutesDecision(decision, namedIn(scene)) : null,
    note: gathered.notes.get(item.id) ?? '',
  }
}

function secondsAt(item: MeetingItem, { meeting: { current } }: Scene, now: Moment) {
  const running = current?.item === item.id ? (Date.parse(now) - Date.parse(current.since)) / 1000 : 0
  return item.spent + Math.max(0, running)
}

/** What was talked through, in the order of the letters: when somebody said it tells who. */
export function saidAt(item: MeetingItemId, { says }: Pick<Scene, 'says'>): WrittenItem['said'] {
  return says
    .filter((say) => say.item === item && say.doneAt !== null)
    .map(({ kind, text }) => ({ kind, text }))
    .sort((one, other) => (`${one.kind} ${one.text}` < `${other.kind} ${other.text}` ? -1 : 1))
}

export const isWritten = (item: MinutesItem): item is WrittenItem => item.erased === null

/** Those who were there, those who were not, and those of whom nothing was written down. */
export function byPresence(attendance: readonly MinutesPresence[]) {
  const those = (...hows: readonly MinutesPresence['how'][]) =>
    attendance.filter(({ how }) => hows.includes(how))
  return {
    there: those('present', 'remote'),
    notThere: those('absent-notice', 'absent'),
    notNoted: those('not-noted'),
  }
}
