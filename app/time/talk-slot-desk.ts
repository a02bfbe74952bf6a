import type { Day } from '../kernel/day.ts'
import type { Reader } from '../session/actor.ts'
import type { Desk, House } from '../session/desk.ts'

/** What a higher room knows of what came in between, in sentences for the owner of the talk alone. */
export type FillTalk = (at: {
  readonly desk: Desk
  readonly reader: Reader
  readonly from: Day
  readonly until: Day
}) => Promise<readonly string[]>
const fills = new WeakMap<House, FillTalk>()

/** Said once, where the routes of this house are made. */
export const fillTalk = (house: House, fill: FillTalk) => void fills.set(house, fill)

export const talkLines = (at: Parameters<FillTalk>[0]): Promise<readonly string[]> =>
  fills.get(at.desk.house)?.(at) ?? Promise.resolve([])
