import type { Context } from 'hono'
import { deskOf, type OnDesk } from '../session/desk.ts'
import { trySetupCode, visitNeedsCode } from '../session/setup-code-desk.ts'
import { hasSetupCode } from '../session/setup-code-store.ts'
import { isClaimed } from './school-store.ts'
import { setupText } from './setup-text.ts'

/** Whether a school may be set up here now: by who sits at the machine, with the server's code, or not at all. */
export type Claim = 'free' | 'with-code' | 'closed'

export async function claimOf(c: Context<OnDesk>): Promise<Claim> {
  const { db } = deskOf(c)
  if (await isClaimed(db)) return (await hasSetupCode(db)) ? 'with-code' : 'closed'
  return visitNeedsCode(c) ? 'with-code' : 'free'
}

/** What is to be said of the code that was given; null when it is right. Every try counts. */
export async function codeProblem(c: Context<OnDesk>, given: string): Promise<string | null> {
  const text = setupText(deskOf(c).language)
  const tried = await trySetupCode(c, given)
  if (tried === 'right') return null
  return tried === 'wrong' ? text.codeWrong : text.codeWait
}
