import { CannotOpen } from '../db/database.ts'
import type { Language } from '../kernel/language.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { parseSettings, type Settings } from '../settings.ts'
import { CannotListen } from './listen.ts'
import { startText } from './start-text.ts'

/** What keeps the program from starting, as one line for whoever started it. */
export class CannotStart extends Error {}

/** The settings of the environment. @throws CannotStart with the first that can't be used */
export function settingsOrStop(env: NodeJS.ProcessEnv): Settings {
  const settings = parseSettings(env)
  if (isRefusal(settings)) throw new CannotStart(startText(consoleLanguage(env))[settings.refused])
  return settings
}

/** The language of the console: Dutch, unless the environment is English. */
export const consoleLanguage = (env: NodeJS.ProcessEnv): Language =>
  /^en/i.test(env['LC_ALL'] || env['LANG'] || '') ? 'en' : 'nl'

/** One line for an error that has a known cause; null for a bug. */
export function whyNot(error: unknown, env: NodeJS.ProcessEnv): string | null {
  const text = startText(consoleLanguage(env))
  if (error instanceof CannotStart) return error.message
  if (error instanceof CannotListen) return text[error.reason](error.where)
  if (!(error instanceof CannotOpen)) return null
  const sentence = text[error.reason]
  return typeof sentence === 'string' ? sentence : sentence(error.detail)
}
