import type { Db } from '../db/database.ts'
import type { Actor } from '../session/actor.ts'

/** A series of a school as it is named in files, with its number. */
export type NamedSeries = {
  readonly no: number
  readonly subject: string
  readonly test: string
  readonly supplier: string
  readonly norm: string
}

/** The series of the actor's school of which there are results. */
export const seriesOf = (db: Db, actor: Actor): Promise<NamedSeries[]> =>
  db.read(actor, (sql) =>
    sql
      .selectFrom('result_series')
      .select(['no', 'subject', 'test', 'supplier', 'norm'])
      .where('school_id', '=', actor.schoolId)
      .execute(),
  )
