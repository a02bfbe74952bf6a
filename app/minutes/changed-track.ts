import type { EntryId, MeetingItemId } from '../kernel/id.ts'
import type { Named } from './minutes-decision.ts'

/** One text of a track, as it was when the meeting opened and as it was when it closed. */
export type ChangedText = {
  readonly label: string
  readonly before: string
  readonly after: string
  /** Who typed it or said yes to it: of a track its teacher. Null: that is not kept. */
  readonly by: Named | null
}

/**
 * What changed in one track while a meeting talked about it. A piece of its own in the minutes, so that it can go with
 * the track when its term has come.
 */
export type ChangedTrack = {
  /** `<item>.<track>` */
  readonly id: string
  readonly erased: null
  readonly track: EntryId
  readonly title: string
  readonly texts: readonly ChangedText[]
}

export const changedId = (item: MeetingItemId, track: EntryId) => `${item}.${track}`

/** The item at which a track was changed; null for the id of an item itself. */
export const itemOfChanged = (id: string) => (id.includes('.') ? (id.split('.')[0] ?? null) : null)
