import { teamNumbers } from '../ambition/ambition-numbers-store.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../session/actor.ts'
import type { Aim } from '../trend/aim.ts'
import { weightingsOf } from '../trend/context-store.ts'
import type { LevelShare } from '../trend/reference-line.ts'
import { standingSheet } from '../trend/standing-sheet.ts'
import type { Numbers } from './fact.ts'

/**
 * The numbers of the school with the eyes of the team: what is said in a talk is shared, whoever asks. `aims`: what the
 * school aims at, for the line of its own ambition.
 */
export async function numbersOf(db: Db, actor: Actor, aims: readonly Aim[] = []): Promise<Numbers> {
  const { shown, standings } = await teamNumbers(db, actor)
  const weightings = await weightingsOf(db, actor)
  const linesOf = (share: LevelShare) => standingSheet(standings, share, weightings, { aims }).lines
  return { shown, standings, lines: { target: linesOf('target'), at1F: linesOf('at1F') } }
}
