import type { PersonId } from '../kernel/id.ts'
import type { Language, Terms } from '../kernel/language.ts'
import type { MeetingItem } from '../meeting/meeting.ts'
import type { SheetPiece } from '../meeting/sheet-piece.ts'
import type { SeenPoll } from '../round/poll.ts'
import type { Passage } from '../writing/passage.ts'
import type { RoomLook } from './look-back.ts'

/** One item that looks back, as its page shows it to one member. */
export type LookItem = {
  readonly item: MeetingItem
  readonly look: RoomLook
  /** '12 juni · doel 3' and the like; '' when the title says enough. */
  readonly lead: string
  readonly heading: string
  readonly pieces: readonly SheetPiece[]
  readonly polls: readonly SeenPoll[]
  /** Whether this reader says here how a goal or track goes on. */
  readonly decides: boolean
  /** Unfolded: before the team, or just now worked on; without a current item all of them are. */
  readonly opens: boolean
  /** The text of the team that stands there, with its revision. */
  readonly passage: Passage | null
}

/** What was sent and not taken: with its sentence beside the field, and somebody else's words where they are in the way. */
export type LookTried = {
  readonly item: string
  readonly act: string
  /** Which theme, promise, poll or goal or track of the item; '' for the item itself. */
  readonly about: string
  readonly values: Readonly<Record<string, string>>
  readonly field: string | null
  readonly says: string
  readonly collision: Passage | null
}

/** With what the page of looking back is drawn. */
export type LookSheet = {
  readonly items: readonly LookItem[]
  /** '/meeting/…' */
  readonly href: string
  readonly planId: string | null
  /** Who leads, while the meeting is open. */
  readonly runs: boolean
  readonly words: { readonly language: Language; readonly terms: Terms }
  /** Of everybody who is here: for whom a promise can be written down. */
  readonly here: readonly { readonly id: PersonId; readonly name: string }[]
  /** How many with a voice are in the room now. */
  readonly votersHere: number
  /** Whether that is enough for a poll without names. */
  readonly maySecret: boolean
  /** The way to next year's plan: to begin it, or there it is; null for who does not begin it, or not now. */
  readonly next: { readonly madeAs: string | null } | null
  readonly tried: LookTried | null
  readonly isTried: (at: LookItem, act: string, about?: string) => boolean
  /** What was typed in a field that was not taken; undefined when it was not. */
  readonly typedOf: (at: LookItem, act: string, field: string, about?: string) => string | undefined
  readonly errorOf: (at: LookItem, act: string, field: string, about?: string) => string | null
}

/** The three questions about what was tried, for any sheet. */
export function triedAt(tried: LookTried | null) {
  const isTried: LookSheet['isTried'] = ({ item }, act, about = '') =>
    tried !== null && tried.item === item.id && tried.act === act && tried.about === about
  return {
    isTried,
    typedOf: ((at, act, field, about) =>
      isTried(at, act, about) ? tried?.values[field] : undefined) satisfies LookSheet['typedOf'],
    errorOf: ((at, act, field, about) =>
      isTried(at, act, about) && tried?.field === field ? tried.says : null) satisfies LookSheet['errorOf'],
  }
}
