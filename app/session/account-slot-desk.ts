import type { Child } from 'hono/jsx'
import type { Reader } from './actor.ts'
import type { Desk, House } from './desk.ts'

/** What higher rooms put on one's own account page; filled in `home/`. */
export type FillAccount = (desk: Desk, reader: Reader) => Promise<Child>
const fills = new WeakMap<House, FillAccount>()

/** Said once, where the routes of this house are made. */
export const fillAccount = (house: House, fill: FillAccount) => void fills.set(house, fill)

export const accountPiecesOf = (desk: Desk, reader: Reader) => fills.get(desk.house)?.(desk, reader) ?? null
