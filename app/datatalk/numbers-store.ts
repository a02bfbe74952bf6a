import { aimsOf } from '../ambition/aims-store.ts'
import { teamNumbers } from '../ambition/ambition-numbers-store.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../session/actor.ts'
import { weightingsOf } from '../trend/context-store.ts'
import type { LevelShare } from '../trend/reference-line.ts'
import { standingSheet } from '../trend/standing-sheet.ts'
import type { Numbers } from './fact.ts'

/** The numbers of the school with the eyes of the team: what is said in a talk is shared, whoever asks. */
export async function numbersOf(db: Db, actor: Actor): Promise<Numbers> {
  const { shown, standings } = await teamNumbers(db, actor)
  const aims = await aimsOf(db, actor)
  const weightings = await weightingsOf(db, actor)
  const linesOf = (share: LevelShare) => standingSheet(standings, share, weightings, { aims }).lines
  return { shown, standings, lines: { target: linesOf('target'), at1F: linesOf('at1F') }, aims }
}
