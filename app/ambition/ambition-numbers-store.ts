import type { Db } from '../db/database.ts'
import { figuresOf, levelPupilsOf } from '../result/figure-store.ts'
import type { Actor } from '../session/actor.ts'
import { weightingsOf } from '../trend/context-store.ts'
import type { ShownFigure } from '../trend/series.ts'
import { type Standing, standingsOf } from '../trend/standing.ts'
import { shownFigures } from '../trend/suppress-figures.ts'

/** All figures of a school as its team may see them: an ambition is everybody's, so nobody sees more beside it. */
export type TeamNumbers = {
  readonly shown: readonly ShownFigure[]
  readonly standings: readonly Standing[]
}

/** Whoever asks: with the eyes of the team. */
export async function teamNumbers(db: Db, actor: Actor): Promise<TeamNumbers> {
  const figures = await figuresOf(db, actor, { groups: 'school' })
  const pupils = await levelPupilsOf(db, actor)
  const weightings = await weightingsOf(db, actor)
  return {
    shown: shownFigures(figures, 'team'),
    standings: standingsOf(figures, pupils, weightings, 'team'),
  }
}
