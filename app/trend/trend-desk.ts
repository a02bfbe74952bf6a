import type { Context } from 'hono'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Figure } from '../result/figure.ts'
import { figuresOf, growthOf, levelPupilsOf } from '../result/figure-store.ts'
import { mustMay } from '../school/school-desk.tsx'
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
export async function trendsAt(at: AtTrends, audience: Audience): Promise<Trends> {
  const { desk, reader } = at
  const figures = await figuresFor(at, audience)
  const school = figures.filter(({ group }) => group === null)
  const weightings = await weightingsAt(at)
  const standings = standingsOf(school, await levelPupilsOf(desk.db, reader.actor), weightings, audience)
  const aims = await aimsAt(at)
  const shown = shownFigures(figures, audience)
  const beside = { aims, changes: testChanges(shown) }
  const sheets =
    standings.length === 0
      ? []
      : (['target', 'at1F'] as const).map((share) => standingSheet(standings, share, weightings, beside))
  return { sheets, standings, shown, aims }
}

/** How pupils of a subject grew, of the whole school; for these eyes. */
export async function growthFor(at: AtTrends, audience: Audience): Promise<ShownGrowth[]> {
  const { desk, reader } = at
  const growth = await growthOf(desk.db, reader.actor, { groups: 'school' })
  return shownGrowth(growth, await figuresFor(at, 'team'), audience)
}

const figuresFor = ({ desk, reader }: AtTrends, audience: Audience): Promise<Figure[]> =>
  figuresOf(desk.db, reader.actor, { groups: audience === 'coordinator' ? 'all' : 'school' })

/** The school weighting of each year that has one; a line that needs one that isn't there is left out. */
const weightingsAt = ({ desk, reader }: AtTrends): Promise<ReadonlyMap<SchoolYear, number>> =>
  weightingsOf(desk.db, reader.actor)
