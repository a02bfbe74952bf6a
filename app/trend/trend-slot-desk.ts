import type { Child } from 'hono/jsx'
import type { Reader } from '../session/actor.ts'
import type { Desk, House } from '../session/desk.ts'
import type { Aim } from './aim.ts'
import type { Columns } from './columns-view.ts'
import type { Statement } from './sentence.ts'
import type { AtSubject } from './subject-ways.ts'

/** Who reads trends, and where. */
export type AtTrends = { readonly desk: Desk; readonly reader: Reader }

/** What a team wants to reach, from a higher room: the first that fits a chart is drawn in it. */
export type FillAims = (at: AtTrends) => Promise<readonly Aim[]>

/** What a team made of these sentences, from a higher room; null when it hasn't begun. */
export type FillColumns = (at: AtTrends, statements: readonly Statement[]) => Promise<Columns | null>

/** How one goes on from the figures of a subject, from a higher room. */
export type FillWays = (at: AtTrends, about: AtSubject) => Promise<Child>

const aims = new WeakMap<House, FillAims>()
const columns = new WeakMap<House, FillColumns>()
const ways = new WeakMap<House, FillWays>()

/** Said once, where the routes of this house are made. */
export const fillAims = (house: House, fill: FillAims) => void aims.set(house, fill)

/** Said once, where the routes of this house are made. */
export const fillColumns = (house: House, fill: FillColumns) => void columns.set(house, fill)

/** Said once, where the routes of this house are made. */
export const fillWays = (house: House, fill: FillWays) => void ways.set(house, fill)

export const aimsAt = (at: AtTrends): Promise<readonly Aim[]> =>
  aims.get(at.desk.house)?.(at) ?? Promise.resolve([])

export const columnsAt = (at: AtTrends, statements: readonly Statement[]): Promise<Columns | null> =>
  columns.get(at.desk.house)?.(at, statements) ?? Promise.resolve(null)

export const waysAt = (at: AtTrends, about: AtSubject): Promise<Child> =>
  ways.get(at.desk.house)?.(at, about) ?? Promise.resolve(null)
