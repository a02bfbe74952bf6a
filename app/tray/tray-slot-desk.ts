import type { Child } from 'hono/jsx'
import type { Reader } from '../session/actor.ts'
import type { Desk, House } from '../session/desk.ts'

/** What a higher room puts beside the tray: what comes back more often. */
export type FillPatterns = (at: { readonly desk: Desk; readonly reader: Reader }) => Promise<Child | null>
const fills = new WeakMap<House, FillPatterns>()

/** Said once, where the routes of this house are made. */
export const fillPatterns = (house: House, fill: FillPatterns) => void fills.set(house, fill)

export const patternsAt = (at: Parameters<FillPatterns>[0]): Promise<Child | null> =>
  fills.get(at.desk.house)?.(at) ?? Promise.resolve(null)
