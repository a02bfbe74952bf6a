/** The meeting in which the team decided on the whole, as the record under the seal tells it; names as on that day. */
export type SealedMeeting = {
  readonly id: string
  readonly title: string
  /** The day in Amsterdam, and when it opened and closed; null: it is not closed yet. */
  readonly day: string
  readonly openedAt: string | null
  readonly place: string
  readonly chair: Named
  readonly minuteTaker: Named
  readonly attendance: readonly Attended[]
}

type Named = { readonly id: string; readonly name: string }

export const ATTENDED = ['present', 'remote', 'absent-notice', 'absent'] as const
export type Attended = Named & {
  readonly how: (typeof ATTENDED)[number]
  readonly arrivedAt: string | null
  readonly leftAt: string | null
}

/** The meeting that a sealed record names; null: the team decided in rounds by time, or the record is damaged. */
export function meetingFrom(record: string): SealedMeeting | null {
  try {
    const read = (JSON.parse(record) as { meeting?: SealedMeeting }).meeting
    return read && Array.isArray(read.attendance) ? read : null
  } catch {
    return null
  }
}
