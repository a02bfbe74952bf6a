import type { TeamLookNo } from '../evaluation/team-look-may.ts'
import type { YieldNo } from '../evaluation/yield-may.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { PollRefusal } from '../round/poll.ts'
import type { LookNo } from './look-back.ts'

/** Every way in which what who leads writes down while the team looks back is refused. */
export type RoomNo = LookNo | TeamLookNo | YieldNo | Refusal<PollRefusal>
