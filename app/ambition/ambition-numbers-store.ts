import type { Db } from '../db/database.ts'
import type { SchoolId } from '../kernel/id.ts'
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

/** What was worked out for a school, and the state of the database of before it was read. */
type Kept = { readonly stamp: string; readonly numbers: Promise<TeamNumbers> }
const shelves = new WeakMap<Db, Map<SchoolId, Kept>>()
const SCHOOLS_KEPT = 100

/**
 * Whoever asks: with the eyes of the team. What may be shown is worked out anew when anything was committed since, for a
 * plan page asks it each time.
 */
export async function teamNumbers(db: Db, actor: Actor): Promise<TeamNumbers> {
  if (db.isTransaction) return readNumbers(db, actor)
  const stamp = await db.stamp()
  const shelf = shelves.get(db) ?? new Map<SchoolId, Kept>()
  shelves.set(db, shelf)
  const known = shelf.get(actor.schoolId)
  if (known?.stamp === stamp) return known.numbers
  const made = { stamp, numbers: readNumbers(db, actor) }
  keep(shelf, actor.schoolId, made)
  return made.numbers
}

function keep(shelf: Map<SchoolId, Kept>, school: SchoolId, made: Kept) {
  shelf.delete(school)
  shelf.set(school, made)
  const oldest = shelf.keys().next().value
  if (shelf.size > SCHOOLS_KEPT && oldest !== undefined) shelf.delete(oldest)
  made.numbers.catch(() => {
    if (shelf.get(school) === made) shelf.delete(school)
  })
}

async function readNumbers(db: Db, actor: Actor): Promise<TeamNumbers> {
  const figures = await figuresOf(db, actor, { groups: 'school' })
  const pupils = await levelPupilsOf(db, actor)
  const weightings = await weightingsOf(db, actor)
  return {
    shown: shownFigures(figures, 'team'),
    standings: standingsOf(figures, pupils, weightings, 'team'),
  }
}
