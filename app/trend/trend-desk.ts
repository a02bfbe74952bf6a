import type { Context } from 'hono'
import type { Db } from '../db/database.ts'
import type { Figure } from '../result/figure.ts'
import { figuresOf, growthOf, levelPupilsOf } from '../result/figure-store.ts'
import { mustMay } from '../school/school-desk.tsx'
import type { Actor } from '../session/actor.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import type { Aim } from './aim.ts'
import { weightingsOf } from './context-store.ts'
import { type ShownGrowth, shownGrowth } from './growth.ts'
import type { ShownFigure } from './series.ts'
import { type Standing, standingsOf } from './standing.ts'
import { type StandingSheet, standingSheet } from './standing-sheet.ts'
import type { Audience } from './suppress.ts'
import { shownFigures } from './suppress-figures.ts'
import { testChanges } from './test-change.ts'
import { mayReadTrends } from './trend-may.ts'
import { type AtTrends, aimsAt } from './trend-slot-desk.ts'

/** Who reads trends, and where; 403 for who is not of the school. */
export function atTrends(c: Context<OnDesk>): AtTrends {
  const reader = readerOf(c)
  mustMay(mayReadTrends(reader.actor))
  return { desk: deskOf(c), reader }
}

/** All that may be shown to these eyes, and what is drawn of it. */
export type Trends = {
  /** The share at 1S or 2F first, then at 1F; none without a doorstroomtoets. */
  readonly sheets: readonly StandingSheet[]
  /** By year, oldest first. */
  readonly standings: readonly Standing[]
  /** Of the whole school; for the coordinator of the groups as well. */
  readonly shown: readonly ShownFigure[]
  readonly aims: readonly Aim[]
}

/**
 * The trends of the school. For the team always from all figures of the whole school, whatever is asked for: what must
 * be left out hangs on everything that can be seen beside it.
 */
export async function trendsOf(
  db: Db,
  actor: Actor,
  audience: Audience,
  aims: readonly Aim[],
): Promise<Trends> {
  const figures = await figuresFor(db, actor, audience)
  const school = figures.filter(({ group }) => group === null)
  const weightings = await weightingsOf(db, actor)
  const standings = standingsOf(school, await levelPupilsOf(db, actor), weightings, audience)
  const shown = shownFigures(figures, audience)
  const beside = { aims, changes: testChanges(shown) }
  const sheets =
    standings.length === 0
      ? []
      : (['target', 'at1F'] as const).map((share) => standingSheet(standings, share, weightings, beside))
  return { sheets, standings, shown, aims }
}

/** The same, with what the school aims at. */
export const trendsAt = async (at: AtTrends, audience: Audience): Promise<Trends> =>
  trendsOf(at.desk.db, at.reader.actor, audience, await aimsAt(at))

/** How the same pupils grew, of the whole school; for these eyes. */
export async function growthFor({ desk, reader }: AtTrends, audience: Audience): Promise<ShownGrowth[]> {
  const growth = await growthOf(desk.db, reader.actor, { groups: 'school' })
  return shownGrowth(growth, await figuresFor(desk.db, reader.actor, 'team'), audience)
}

const figuresFor = (db: Db, actor: Actor, audience: Audience): Promise<Figure[]> =>
  figuresOf(db, actor, { groups: audience === 'coordinator' ? 'all' : 'school' })
