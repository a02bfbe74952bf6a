import type { Db } from '../app/db/database.ts'
import type { Moment } from '../app/kernel/day.ts'
import type { DecisionId, PersonId } from '../app/kernel/id.ts'
import type { Frame, Rule } from '../app/round/round.ts'
import { openDecision } from '../app/round/round-store.ts'
import { type Cast, NOW_MOMENT } from './cast.ts'
import { done } from './written-plan.ts'

/** A text that is put to eight colleagues in the room, in a database. */
export const ROOM = '01890000-0000-7000-8000-0000000000aa'
export const IN_ROOM = [
  'karin',
  'paul',
  'anouk',
  'petra',
  'sem',
  'bram',
  'youssef',
  'wilma',
] as const satisfies readonly (keyof Cast['people'])[]

export const inRoomIds = (cast: Cast): PersonId[] => IN_ROOM.map((key) => cast.people[key])

export const roomFrame = (cast: Cast, rest: Partial<Frame> = {}): Frame => ({
  rule: { kind: 'consent' },
  quorum: 5,
  voters: inRoomIds(cast),
  chair: cast.people.karin,
  unnamed: false,
  absentDays: null,
  ...rest,
})

export const MAJORITY: Rule = { kind: 'majority', percentage: 50 }

export async function askedInRoom(
  db: Db,
  cast: Cast,
  rest: Partial<Frame> = {},
  closesAt: Moment | null = null,
): Promise<DecisionId> {
  const about = { scopeId: ROOM, about: 'principle', subjectId: ROOM, title: 'Principe 5' }
  const question = { ...about, text: 'We delen alles.', content: '{}', closesAt }
  return done(await openDecision(db, cast.member('karin'), question, roomFrame(cast, rest), NOW_MOMENT))
}
