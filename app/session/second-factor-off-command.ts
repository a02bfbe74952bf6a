import { parseArgs } from 'node:util'
import type { Db } from '../db/database.ts'
import type { Language } from '../kernel/language.ts'
import { parseAddress } from '../post/mail.ts'
import { tellOfReset } from './account-letter-desk.ts'
import { secondFactorOffText } from './second-factor-off-text.ts'
import { resetSecondFactor, withSecondFactor } from './second-factor-store.ts'

/**
 * `second-factor-off --email ADDRESS`: for who runs the server, when the only administrator of a school has lost the
 * phone. Answers the exit code: 0 done, 2 refused with one line on standard error.
 */
export async function secondFactorOffCommand(args: string[], open: () => Promise<Db>, language: Language) {
  const text = secondFactorOffText(language)
  const address = addressAsked(args)
  if (!address) return refused(text.usage)
  const db = await open()
  try {
    const owners = await withSecondFactor(db, address)
    for (const { schoolId, personId } of owners) {
      await resetSecondFactor(db, { kind: 'keeper', schoolId }, personId, tellOfReset, new Date())
    }
    if (owners.length === 0) return refused(text.none(address))
    console.log(text.done(address))
    return 0
  } finally {
    await db.close()
  }
}

function addressAsked(args: string[]) {
  try {
    return parseAddress(parseArgs({ args, options: { email: { type: 'string' } } }).values.email)
  } catch {
    return null
  }
}

function refused(line: string) {
  console.error(line)
  return 2
}
