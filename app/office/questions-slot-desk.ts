import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { QuestionId } from '../kernel/id.ts'
import type { Member } from '../session/actor.ts'
import type { House } from '../session/desk.ts'

/** A question of the one who books, to be chosen by. */
export type MyQuestion = { readonly id: QuestionId; readonly sentence: string; readonly rung: 1 | 2 | 3 }

/** Questions are a room above this one: it says which there are, and brings one to the coordinator. */
export type MyQuestions = {
  /** Those of one's own that run. */
  readonly list: (db: Db, actor: Member) => Promise<readonly MyQuestion[]>
  /** Whether this reader may open it: of the other one's question only when that one's circle says so. */
  readonly opens: (db: Db, actor: Member, id: QuestionId) => Promise<boolean>
  /** To the third rung, inside the caller's transaction; false when it is not theirs to bring. */
  readonly bring: (tx: Db, actor: Member, id: QuestionId, now: Moment) => Promise<boolean>
}

const fills = new WeakMap<House, MyQuestions>()

/** Said once, where the routes of this house are made. */
export const fillMyQuestions = (house: House, fill: MyQuestions) => void fills.set(house, fill)

const NONE: MyQuestions = { list: async () => [], opens: async () => false, bring: async () => false }

export const myQuestionsIn = (house: House): MyQuestions => fills.get(house) ?? NONE
