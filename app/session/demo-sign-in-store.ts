import type { Db } from '../db/database.ts'
import { openSession } from './session-store.ts'
import type { Candidate } from './sign-in-store.ts'

/** Whose place a visitor of the demo school can take. */
export const DEMO_PLACES = ['karin', 'anouk', 'bram', 'paul'] as const
export type DemoPlace = (typeof DEMO_PLACES)[number]

export const isDemoPlace = (value: unknown): value is DemoPlace => DEMO_PLACES.includes(value as DemoPlace)

/** Opens a session in the demo school, as on a shared computer; null when that school is not there. */
export function enterDemo(
  db: Db,
  place: DemoPlace,
  device: string,
  now: Date,
): Promise<{ token: string } | null> {
  return db.write('server', async (sql) => {
    const who: Candidate | undefined = await sql
      .selectFrom('person')
      .innerJoin('school', 'school.id', 'person.school_id')
      .select(['person.id as personId', 'school.id as schoolId', 'person.name', 'school.name as school'])
      .where('school.demo_since', 'is not', null)
      .where('school.gone_at', 'is', null)
      .where('person.email', '=', `${place}@regenboog.example`)
      .executeTakeFirst()
    return who ? openSession(sql, { ...who, device, way: 'demo', shared: true }, now) : null
  })
}
