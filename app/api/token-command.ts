import { parseArgs } from 'node:util'
import type { Db } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { schoolsCalled } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import { makeToken } from '../session/api-token-store.ts'
import { tokenText } from './token-text.ts'

/**
 * `token --school NAME`: makes a token for a program that works for this school and prints it, alone. The demo school
 * is called 'demo'. Answers the exit code: 0 made, 2 refused with one line on standard error.
 */
export async function tokenCommand(
  args: string[],
  open: () => Promise<Db>,
  language: Language,
): Promise<number> {
  const text = tokenText(language)
  const name = schoolAsked(args)
  if (!name) return refused(text.usage)
  const db = await open()
  try {
    const [school, ...more] = await schoolsCalled(db, name)
    if (!school) return refused(text.noSchool(name))
    if (more.length > 0) return refused(text.moreSchools(name))
    const keeper: Keeper = { kind: 'keeper', schoolId: school.id }
    const now = new Date()
    const made = await makeToken(db, keeper, text.tokenName, momentOf(now))
    if (isRefusal(made)) throw new Error(`a token without a name: ${made.refused}`)
    console.log(made.token)
    return 0
  } finally {
    await db.close()
  }
}

function schoolAsked(args: string[]): string | null {
  try {
    const { values } = parseArgs({ args, options: { school: { type: 'string' } } })
    return values.school?.trim() || null
  } catch {
    return null
  }
}

function refused(line: string) {
  console.error(line)
  return 2
}
