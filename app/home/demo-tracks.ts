import { DEMO_LOWER_TRACKS } from './demo-lower-tracks.ts'
import { DEMO_UPPER_TRACKS } from './demo-upper-tracks.ts'

/** The tracks of this year, in the order of the plan. */
export const DEMO_TEACHER_TRACKS = [...DEMO_LOWER_TRACKS, ...DEMO_UPPER_TRACKS]
