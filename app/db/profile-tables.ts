import type { Moment } from '../kernel/day.ts'
import type { PersonId, SchoolId } from '../kernel/id.ts'

/** Rows of the tables of step 0024-profiles. */
export type ProfileTables = {
  /** What somebody says of themselves; no row: nothing written yet. */
  profile: {
    person_id: PersonId
    school_id: SchoolId
    /** Ways of being asked, with a space in between. */
    ways: string
    /** How often; null: nothing said about it. */
    often: string | null
    line: string
    /** 1: the map of the team may show with whom this person learns out of visits. */
    shows_visits: number
    shows_questions: number
    changed_at: Moment
  }
  profile_topic: {
    person_id: PersonId
    school_id: SchoolId
    /** The key of a built-in topic, or the id of one of the school. */
    topic: string
    /** 'helps', 'learns' or 'trained'. */
    part: string
    position: number
    /** Of 'trained': in own words. */
    words: string
  }
}
