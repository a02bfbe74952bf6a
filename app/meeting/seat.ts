import type { MeetingId, PassId, PersonId, SchoolId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'

/**
 * Where somebody sits in one meeting: a member with a session, a device that joined by the code and was confirmed as
 * somebody of the team, or a guest, who watches only.
 */
export type Seat = {
  readonly meetingId: MeetingId
  readonly schoolId: SchoolId
  /** Null for a guest, and for a device that waits to be confirmed. */
  readonly person: PersonId | null
  readonly via: 'session' | 'pass'
  /** The device that joined by the code; null with a session. */
  readonly pass: PassId | null
  /** A device that picked a name and waits for the chair. */
  readonly waitsAs: PersonId | null
  /** Who reads and writes in the stores: the member, or for a pass the product itself within this school. */
  readonly actor: Actor
}
