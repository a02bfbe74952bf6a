import type { Moment } from '../kernel/day.ts'
import type { PersonId, SchoolId } from '../kernel/id.ts'

/** Rows of the tables of step 0018-reminders. */
export type ReminderTables = {
  /** A kind of line that somebody wants no mail of. Who wants none at all has `digest.off_at`, as before. */
  letter_off: { person_id: PersonId; school_id: SchoolId; kind: string; off_at: Moment }
}
