import type { Moment } from '../kernel/day.ts'
import { type Language, type Terms } from '../kernel/language.ts'
import { plainOf } from '../kernel/rich.ts'
import type { ItemSheet } from '../lookback/item-sheet.ts'
import { isHere, type MeetingItem, type Say, type SayKind, type Scene } from '../meeting/meeting.ts'
import type { Mark } from '../meeting/run.ts'
import type { SeenPoll } from '../round/poll.ts'
import { type SeenRound, seenLast } from '../round/round-standing.ts'
import type { SealedHere } from './sealed.ts'

/** Everything that the screen at the wall shows. The same for all who look, but for what who leads can do. */
export type Board = {
  readonly scene: Scene
  /** '/meeting/…' */
  readonly href: string
  readonly item: MeetingItem | null
  readonly sheet: ItemSheet | null
  /** Of the current item, in the order in which they were opened. */
  readonly polls: readonly SeenPoll[]
  /** How one takes part; null: outside the hours in which one can. */
  readonly join: { readonly url: string; readonly words: string; readonly code: string } | null
  readonly leads: boolean
  readonly isChair: boolean
  readonly mayAdopt: boolean
  readonly mark: Mark
  /** Once the plan of this meeting was sealed after it was opened. */
  readonly sealed: SealedHere | null
  /** For who leads: nothing is left but to adopt the plan. */
  readonly canSeal: boolean
  /** After the close: titles of items whose decision stands. */
  readonly stands: readonly string[]
  /** Until then who was not there can come back on one of these; null: nothing waits for that. */
  readonly waitsUntil: Moment | null
  readonly letters: Letters
  /** Seconds spent on the current item until now. */
  readonly spent: number
  readonly now: Moment
  readonly words: { readonly language: Language; readonly terms: Terms }
}

/**
 * What the buttons of who leads need. Each says at which item and stage it was meant, so that a second tap, or one of
 * somebody else, changes nothing.
 */
export type Leading = Pick<
  Board,
  | 'scene'
  | 'href'
  | 'item'
  | 'sheet'
  | 'polls'
  | 'isChair'
  | 'mayAdopt'
  | 'mark'
  | 'words'
  | 'sealed'
  | 'canSeal'
> & {
  readonly from: 'board' | 'desk'
}

/** How big the letters are: chosen on the device at the wall. */
export const LETTERS = [1, 2, 3] as const
export type Letters = (typeof LETTERS)[number]
export const parseLetters = (value: unknown): Letters =>
  LETTERS.find((step) => String(step) === String(value)) ?? 1

/** What of the agenda stands beside the current item, and how much is left out on either side. */
export type Window = {
  readonly before: number
  readonly shown: readonly { readonly item: MeetingItem; readonly number: number }[]
  readonly after: number
}

const ROOM = 84
const TITLE = 30

/** So many of an agenda's titles as one line holds: the current one, what comes, what was. */
export function agendaWindow(items: readonly MeetingItem[], current: MeetingItem | null): Window {
  const at = Math.max(0, current ? items.indexOf(current) : nextPlace(items))
  let [first, last] = [at, at]
  let left = ROOM - widthOf(items[at])
  for (;;) {
    const ahead = last + 1 < items.length && widthOf(items[last + 1]) <= left
    const behind = first > 0 && widthOf(items[first - 1]) <= left
    if (!ahead && !behind) break
    if (ahead && (!behind || last - at <= at - first)) last += 1
    else first -= 1
    left -= widthOf(items[last - at > at - first ? last : first])
  }
  const shown = items.slice(first, last + 1).map((item, place) => ({ item, number: first + place + 1 }))
  return { before: first, shown, after: Math.max(0, items.length - last - 1) }
}

const widthOf = (item: MeetingItem | undefined) => (item ? Math.min(TITLE, item.title.length) + 6 : 0)
const nextPlace = (items: readonly MeetingItem[]) => {
  const place = items.findIndex(({ state }) => state === 'to-come')
  return place < 0 ? items.length - 1 : place
}

/** From large to small: five sizes, so that a text of a sentence is read from the back row and a long one still fits. */
const STEPS = [100, 190, 340, 620] as const
/** What else takes room, as if it were so many letters: the name of a text, the heading above, what stands below. */
const [LABEL, HEADING, BELOW] = [75, 40, 40]
/** From here on a text does not fit beside its round at any size. */
const LONG = 900

export type Fit = { readonly step: 1 | 2 | 3 | 4 | 5; readonly isLong: boolean }

/** The size of letters for the text of an item; `crowded`: voices, questions or reasons stand below it. */
export function fitOf(
  { heading, pieces, why }: Pick<ItemSheet, 'heading' | 'pieces' | 'why'>,
  crowded: boolean,
): Fit {
  const several = pieces.length > 1
  const size = pieces.reduce((sum, { text, before }) => sum + sizeOf(text, before), 0)
  const names = several ? HEADING + pieces.length * LABEL : 0
  const all = (size || heading.length) + names + (why?.length ?? 0) / 4 + (crowded ? BELOW : 0)
  const step = (STEPS.findIndex((most) => all <= most) + 1 || 5) as Fit['step']
  return { step: several && step < 3 ? 3 : step, isLong: all > (crowded ? LONG * 0.6 : LONG) }
}

/** A struck out word takes room as well, and so does every line that begins anew. */
function sizeOf(text: string, before: string | null) {
  const plain = plainOf(text)
  const lines = text.split('\n').length - 1
  return (
    plain.length + lines * 30 + (before === null ? 0 : Math.max(0, plainOf(before).length - plain.length))
  )
}

/** What was said to an item, in the order in which it was said; what was talked through comes last. */
export function saysOf({ says }: Pick<Scene, 'says'>, item: MeetingItem, kind: SayKind): Say[] {
  const own = says.filter((say) => say.item === item.id && say.kind === kind)
  return [...own.filter((say) => say.doneAt === null), ...own.filter((say) => say.doneAt !== null)]
}

/**
 * Who is there, and once the meeting is over who was there at any moment: of those with a voice, or of everybody where
 * nobody was named; guests by number.
 */
export function attendanceOf(scene: Scene) {
  const { deciding, phase } = scene.meeting
  const { voters } = deciding
  const guests = scene.passes.filter(({ person, endedAt }) => person === null && endedAt === null).length
  const here = scene.attendance.filter(phase === 'closed' ? ({ arrivedAt }) => arrivedAt !== null : isHere)
  const others = here.filter(({ person }) => !voters.includes(person)).length
  return voters.length > 0
    ? { here: here.length - others, of: voters.length, others: others + guests }
    : { here: here.length, of: null, others: guests }
}

/** Names of who came, the last one first. */
export const arrivedNames = ({ attendance, people }: Scene) =>
  attendance
    .filter(isHere)
    .sort((one, other) => ((one.arrivedAt ?? '') < (other.arrivedAt ?? '') ? 1 : -1))
    .map(({ person }) => people.get(person)?.name ?? '')

/** The box of an unnamed vote was never opened: too few took part to hide who chose what. */
export const isBoxShut = ({ given, ballots }: SeenRound) =>
  given !== null && given.length > 0 && ballots === null

/** What objectors and who have a concern wrote, without a name: it is read together once the round has closed. */
export function reasonsOf(round: SeenRound) {
  const voices = (round.voices ?? []).filter(({ withdrawnAt }) => withdrawnAt === null)
  const spoken = voices.flatMap(({ answer }) => (answer.kind === 'objection' ? [answer.reason] : []))
  const late = round.late.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ reason }) => reason)
  const concerns = voices.flatMap(({ answer }) =>
    answer.kind === 'concern' && answer.text ? [answer.text] : [],
  )
  return { objections: [...spoken, ...late], concerns }
}

/** How many objections were taken back by who made them. */
export const withdrawnIn = ({ voices, late }: Pick<SeenRound, 'voices' | 'late'>) =>
  [...(voices ?? []), ...late].filter(({ withdrawnAt }) => withdrawnAt !== null).length

/** Once the plan has its seal that is what is shown: at the item of the whole plan, between items and after the close. */
export const showsSeal = ({ sealed, item }: Pick<Board, 'sealed' | 'item'>) =>
  sealed !== null && (item === null || item.kind === 'plan')

/** The round that the board shows: the last one on the current item. */
export const roundOf = (sheet: ItemSheet | null) => (sheet?.decision ? seenLast(sheet.decision) : null)

/** Marks by fives, as on a board: [5, 5, 2] for twelve. */
export const fives = (count: number) => [
  ...Array.from({ length: Math.floor(count / 5) }, () => 5),
  ...(count % 5 === 0 ? [] : [count % 5]),
]
