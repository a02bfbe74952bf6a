import type { Db, Sql } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { joinAs } from '../session/account-store.ts'
import type { Keeper } from '../session/actor.ts'
import { openSession } from '../session/session-store.ts'
import { dropSetupCode, useSetupCode } from '../session/setup-code-store.ts'
import { addFirstSections } from './group-store.ts'
import { addPerson } from './person-store.ts'
import { createSchool, isClaimed } from './school-store.ts'
import type { Founding } from './setup.ts'

type Setting = {
  readonly language: Language
  readonly device: string
  /** the server's code, which is used up; null for who needed none: then no other school may be there */
  readonly code: string | null
  readonly now: Date
}

/**
 * A new school with its first person, coordinator and administrator in one, who is signed in at once: all or nothing.
 * Of two that come at the same time the second finds the server claimed.
 */
export function foundSchool(
  db: Db,
  founding: Founding,
  setting: Setting,
): Promise<{ token: string } | Refusal<'claimed'>> {
  const now = momentOf(setting.now)
  return db.write('server', async (sql, tx) => {
    await tx.hold('first set-up')
    if (!(await mayFound(sql, tx, setting.code))) return refuse('claimed')
    const { school, firstYear, person } = founding
    const schoolId = await createSchool(tx, { ...school, firstYear, language: setting.language }, now)
    const keeper: Keeper = { kind: 'keeper', schoolId }
    await addFirstSections(sql, keeper)
    const personId = await addPerson(
      tx,
      keeper,
      { ...person, roles: ['coordinator', 'administrator'], groups: [], learningTeams: [] },
      now,
    )
    if (typeof personId !== 'string')
      throw new Error(`a new school refused its first person: ${personId.refused}`)
    await joinAs(sql, { schoolId, personId }, now)
    return openSession(
      sql,
      { schoolId, personId, device: setting.device, way: 'setup', shared: false },
      setting.now,
    )
  })
}

/** With the code once; without it only as the first, and then the code is of no use to anybody any more. */
async function mayFound(sql: Sql, tx: Db, code: string | null): Promise<boolean> {
  if (code !== null) return useSetupCode(sql, code)
  if (await isClaimed(tx)) return false
  await dropSetupCode(sql)
  return true
}
