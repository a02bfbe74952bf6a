import type { Context } from 'hono'
import type { SchoolYear } from '../kernel/school-year.ts'
import { figuresOf, levelPupilsOf } from '../result/figure-store.ts'
import { found, mustMay } from '../school/school-desk.tsx'
import type { Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { weightingsOf } from './context-store.ts'
import type { ShownFigure } from './series.ts'
import { type Standing, standingsOf } from './standing.ts'
import { type StandingSheet, standingSheet } from './standing-sheet.ts'
import type { Audience } from './suppress.ts'
import { shownFigures } from './suppress-figures.ts'
import { mayReadTrends } from './trend-may.ts'

/** The two shares of the levels, each ready to be drawn and told; none without a doorstroomtoets. */
export const sheetsFrom = (
  standings: readonly Standing[],
  weightings: ReadonlyMap<SchoolYear, number>,
): StandingSheet[] =>
  standings.length === 0
    ? []
    : (['target', 'at1F'] as const).map((share) => standingSheet(standings, share, weightings))

type AtTrends = { readonly desk: Desk; readonly reader: Reader }

/** Who reads trends, and where; 403 for who is not of the school. */
export function atTrends(c: Context<OnDesk>): AtTrends {
  const reader = readerOf(c)
  mustMay(mayReadTrends(reader.actor))
  return { desk: deskOf(c), reader }
}

/** The school weighting of each year that has one; a line that needs one that isn't there is left out. */
export const weightingsAt = ({ desk, reader }: AtTrends): Promise<ReadonlyMap<SchoolYear, number>> =>
  weightingsOf(desk.db, reader.actor)

/** Where the school stands by year, for these eyes. */
export async function standingsFor(at: AtTrends, audience: Audience): Promise<Standing[]> {
  const { desk, reader } = at
  const figures = await figuresOf(desk.db, reader.actor, { groups: 'school' })
  const pupils = await levelPupilsOf(desk.db, reader.actor)
  return standingsOf(figures, pupils, await weightingsAt(at), audience)
}

/** All figures of the whole school, as these eyes may see them. */
export async function shownFor({ desk, reader }: AtTrends, audience: Audience): Promise<ShownFigure[]> {
  return shownFigures(await figuresOf(desk.db, reader.actor, { groups: 'school' }), audience)
}

/** What is taken out of the house, whoever takes it: as the team sees it. 404 for another share. */
export async function sheetToKeep(c: Context<OnDesk>, at: AtTrends): Promise<StandingSheet> {
  const sheets = sheetsFrom(await standingsFor(at, 'team'), await weightingsAt(at))
  return found(sheets.find(({ share }) => share === c.req.param('share')))
}
