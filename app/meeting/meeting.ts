import type { Day, Moment } from '../kernel/day.ts'
import type {
  DecisionId,
  MeetingId,
  MeetingItemId,
  PassId,
  PersonId,
  PlanId,
  SayId,
  SchoolId,
  ThemeId,
} from '../kernel/id.ts'
import type { Rule } from '../round/round.ts'

/** From which agenda a meeting begins. */
export const TEMPLATES = ['adoption', 'mid-evaluation', 'end-evaluation', 'ordinary'] as const
export type Template = (typeof TEMPLATES)[number]

/** What an item is for: beeldvorming, oordeelvorming, besluit. */
export const PURPOSES = ['informing', 'opinion', 'decision'] as const
export type Purpose = (typeof PURPOSES)[number]

/**
 * What an item is about, and with it what its subject is: nothing (`free`, where it is no data
 * talk, and `proposal`, which carries its own text), a piece of the plan (`plan`: the whole; `principle`, `goal`, `amendment`, `track`: by id; `effort`, `places`),
 * the tracks of a learning team (`tracks`; no subject: of who is in none), the talk on a text of the plan that is not
 * settled (`suggestions`: the owner of the text), looking back (`evaluation`: an entry; `coordinator-part`,
 * `plan-itself`, `conditions`, `themes`, `yields`), or the minutes of an earlier meeting (`minutes`).
 */
export const ITEM_KINDS = [
  'free',
  'proposal',
  'plan',
  'principle',
  'goal',
  'track',
  'effort',
  'places',
  'amendment',
  'tracks',
  'suggestions',
  'evaluation',
  'coordinator-part',
  'plan-itself',
  'conditions',
  'themes',
  'yields',
  'minutes',
] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/** `carried`: to a later meeting; `passed`: the meeting went by it. */
export const ITEM_STATES = ['to-come', 'current', 'done', 'carried', 'passed'] as const
export type ItemState = (typeof ITEM_STATES)[number]

/** The rounds of sociocratic practice: questions to understand, reactions, and the decision itself. */
export const STAGES = ['understanding', 'reactions', 'consent'] as const
export type Stage = (typeof STAGES)[number]

/** `prepare`: not opened yet; `running`: in the room; `closed`: over, its minutes are being made. */
export type MeetingPhase = 'prepare' | 'running' | 'closed'

/** How the team decides in this meeting: fixed before its first voice. */
export type Deciding = {
  readonly rule: Rule
  /** How many of the voters have to answer. */
  readonly quorum: number
  /** A majority vote on ballots without names. */
  readonly unnamed: boolean
  /** Null: who is absent may give a voice beforehand. Else: so many days to come back with a reasoned objection. */
  readonly absentDays: number | null
  readonly voters: readonly PersonId[]
}

export type Meeting = {
  readonly id: MeetingId
  readonly schoolId: SchoolId
  /** The plan that is adopted or evaluated; null: none was there. */
  readonly planId: PlanId | null
  readonly template: Template
  readonly title: string
  readonly startsAt: Moment
  /** How long, in minutes. */
  readonly minutes: number
  readonly place: string
  readonly chair: PersonId
  readonly minuteTaker: PersonId
  readonly deciding: Deciding
  readonly phase: MeetingPhase
  readonly joinCode: string | null
  readonly current: { readonly item: MeetingItemId; readonly since: Moment } | null
  /** Rises with every change, each voice included. */
  readonly revision: number
  /** `print`: what it said when it was last sent; another day, time, place or title makes an update. */
  readonly invitation: {
    readonly number: number
    readonly sentAt: Moment | null
    readonly print: string | null
  }
  readonly cancelledAt: Moment | null
  readonly cancelReason: string | null
  readonly opened: { readonly at: Moment; readonly by: PersonId } | null
  readonly closed: { readonly at: Moment; readonly by: PersonId } | null
  readonly mrInformedOn: Day | null
}

export type MeetingItem = {
  readonly id: MeetingItemId
  readonly position: number
  readonly kind: ItemKind
  readonly subjectId: string | null
  readonly title: string
  readonly text: string
  readonly purpose: Purpose
  readonly minutes: number
  readonly state: ItemState
  readonly stage: Stage | null
  /** Seconds spent before the present turn. */
  readonly spent: number
  readonly decisionId: DecisionId | null
  /** The item of an earlier meeting that comes back here. */
  readonly carriedFrom: MeetingItemId | null
  readonly addedBy: PersonId | null
}

export const PRESENCES = ['present', 'remote', 'absent-notice', 'absent'] as const
export type Presence = (typeof PRESENCES)[number]
export type Attendance = {
  readonly person: PersonId
  readonly how: Presence
  readonly arrivedAt: Moment | null
  readonly leftAt: Moment | null
  readonly notedAt: Moment
  /** Null: by themselves. */
  readonly notedBy: PersonId | null
}

/** Silent input, a question, a reaction: one short text of one person, by name. */
export const SAY_KINDS = ['input', 'question', 'reaction'] as const
export type SayKind = (typeof SAY_KINDS)[number]

/** Whose words input to looking back brings in: what we saw ourselves, what pupils or parents told us. Never a name. */
export const SAY_SOURCES = ['we', 'pupils', 'parents'] as const
export type SaySource = (typeof SAY_SOURCES)[number]
export type Say = {
  readonly id: SayId
  readonly item: MeetingItemId
  readonly person: PersonId
  readonly kind: SayKind
  readonly text: string
  /** Of input on a 'themes' item; null: of nobody else than who says it. */
  readonly source: SaySource | null
  readonly theme: ThemeId | null
  readonly saidAt: Moment
  /** Talked through. */
  readonly doneAt: Moment | null
}

/** A device that joined by the code. It speaks for its person once the chair (or minute-taker) confirmed it. */
export type Pass = {
  readonly id: PassId
  readonly person: PersonId | null
  readonly name: string | null
  readonly askedAt: Moment
  readonly confirmedAt: Moment | null
  readonly endedAt: Moment | null
}

/** Everything of one meeting at one revision. It holds more than everybody may read: views get what a seat may see. */
export type Scene = {
  readonly meeting: Meeting
  readonly items: readonly MeetingItem[]
  readonly attendance: readonly Attendance[]
  readonly says: readonly Say[]
  readonly passes: readonly Pass[]
  /** Everybody of the school by name, also who left. */
  readonly people: ReadonlyMap<PersonId, { readonly name: string; readonly hasLeft: boolean }>
}

export const isHere = (attendance: Attendance | undefined) =>
  attendance !== undefined &&
  (attendance.how === 'present' || attendance.how === 'remote') &&
  attendance.leftAt === null

/** Who with a voice is in the room (or takes part from elsewhere) now. */
export const votersHere = ({ meeting, attendance }: Pick<Scene, 'meeting' | 'attendance'>) =>
  meeting.deciding.voters.filter((voter) => isHere(attendance.find(({ person }) => person === voter)))

export const itemOf = ({ items }: Pick<Scene, 'items'>, id: string | null | undefined) =>
  items.find((item) => item.id === id) ?? null

export const currentItem = (scene: Pick<Scene, 'meeting' | 'items'>) =>
  itemOf(scene, scene.meeting.current?.item)

export const nameIn = ({ people }: Pick<Scene, 'people'>, person: PersonId | null) =>
  person === null ? null : (people.get(person)?.name ?? null)
