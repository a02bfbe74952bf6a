import type { Context } from 'hono'
import type { Language } from '../kernel/language.ts'
import { pollRefusalText } from '../round/poll-text.ts'
import { roundRefusalText } from '../round/round-refusal-text.ts'
import type { OnDesk } from '../session/desk.ts'
import type { ShellNotice } from '../ui/shell.ts'
import { decideText } from './decide-text.ts'
import { joinText } from './join-text.ts'
import { leadText } from './lead-text.ts'
import { recordText } from './record-text.ts'
import { takingPartText } from './say-text.ts'

/** The sentence for every way in which leading and writing down say no; the name of it travels in the address. */
export function leadSentence(reason: string, language: Language): string {
  const catalogues: readonly Readonly<Record<string, string>>[] = [
    leadText(language).refusal,
    recordText(language).refusal,
    decideText(language).refusal,
    roundRefusalText(language),
    pollRefusalText(language),
    joinText(language).refused,
    takingPartText(language),
  ]
  const known = catalogues.find((catalogue) => Object.hasOwn(catalogue, reason))
  return known?.[reason] ?? leadText(language).unknown
}

/** What is told at the top of the page that an act returns to: `?told=<reason>`; null: nothing. */
export function toldNotice(c: Context<OnDesk>, language: Language): ShellNotice | null {
  const told = c.req.query('told')
  return told === undefined ? null : { kind: 'refusal', text: leadSentence(told, language) }
}
