import type { Db } from '../db/database.ts'
import type { SchoolId } from '../kernel/id.ts'
import { figuresOf, levelPupilsOf } from '../result/figure-store.ts'
import type { Keeper } from '../session/actor.ts'
import type { BoardSchool } from './board.ts'
import { weightingsOf } from './context-store.ts'
import { standingsOf } from './standing.ts'

/**
 * Every school of this installation with where it stood, as its team may see it: nothing of
 * few pupils. Reads the figures that are kept ready, one school after the other, so that a country fits in little memory.
 */
export async function boardOf(db: Db): Promise<BoardSchool[]> {
  const schools: BoardSchool[] = []
  for (const { id, name, brin } of await schoolsOf(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    const figures = await figuresOf(db, keeper, { groups: 'school' })
    const weightings = await weightingsOf(db, keeper)
    const standings = standingsOf(figures, await levelPupilsOf(db, keeper), weightings, 'team')
    schools.push({ name, brin, weightings, standings })
  }
  return schools
}

type Found = { readonly id: SchoolId; readonly name: string; readonly brin: string | null }

const schoolsOf = (db: Db): Promise<Found[]> =>
  db.read('server', (sql) =>
    sql.selectFrom('school').select(['id', 'name', 'brin']).where('gone_at', 'is', null).execute(),
  )
