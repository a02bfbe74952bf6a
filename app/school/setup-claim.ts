import type { Context } from 'hono'
import { deskOf, type OnDesk } from '../session/desk.ts'
import { isClaimed } from './school-store.ts'
import { setupText } from './setup-text.ts'

/** Whether a school may be set up here now: by anyone at this machine, with the server's code, or not at all. */
export type Claim = 'free' | 'with-code' | 'closed'

export async function claimOf(c: Context<OnDesk>): Promise<Claim> {
  const { db, house } = deskOf(c)
  if (await isClaimed(db)) return house.setupCode === null ? 'closed' : 'with-code'
  return house.setupCode === null ? 'free' : 'with-code'
}

/** What is to be said of the code that was given; null when it is right. Placeholder until the session room has it. */
export async function codeProblem(c: Context<OnDesk>, given: unknown): Promise<string | null> {
  const { house, language } = deskOf(c)
  return given === house.setupCode ? null : setupText(language).codeWrong
}
