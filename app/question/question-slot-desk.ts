import type { Child } from 'hono/jsx'
import type { Reader } from '../session/actor.ts'
import type { Desk, House } from '../session/desk.ts'
import type { Question } from './question.ts'

/** What a piece on the page of a question is drawn from: the page has asked whether this reader may read it. */
export type AtQuestion = { readonly desk: Desk; readonly reader: Reader; readonly question: Question }

/** What a higher room puts on the page of a question: the answers of the coordinator. */
export type FillAnswers = (at: AtQuestion) => Promise<Child | null>
const fills = new WeakMap<House, FillAnswers>()

/** Said once, where the routes of this house are made. */
export const fillAnswers = (house: House, fill: FillAnswers) => void fills.set(house, fill)

export const answersAt = (at: AtQuestion): Promise<Child | null> =>
  fills.get(at.desk.house)?.(at) ?? Promise.resolve(null)
