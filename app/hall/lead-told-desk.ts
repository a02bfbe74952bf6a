import type { Context } from 'hono'
import type { DecideNo } from '../deciding/decide.ts'
import type { Wording } from '../deciding/decide-desk.ts'
import { decideSentence } from '../deciding/decide-say-desk.ts'
import { takingPartText } from '../meeting/say-text.ts'
import { minutesActText } from '../minutes/minutes-act-text.ts'
import { pollRefusalText } from '../round/poll-text.ts'
import { roundRefusalText } from '../round/round-refusal-text.ts'
import type { OnDesk } from '../session/desk.ts'
import type { ShellNotice } from '../ui/shell.ts'
import { joinText } from './join-text.ts'
import { leadText } from './lead-text.ts'
import { recordText } from './record-text.ts'

/** The sentence for every way in which leading and writing down say no; the name of it travels in the address. */
export function leadSentence(reason: string, wording: Wording): string {
  const { language } = wording
  const catalogues: readonly Readonly<Record<string, string>>[] = [
    leadText(language).refusal,
    recordText(language).refusal,
    roundRefusalText(language),
    pollRefusalText(language),
    joinText(language).refused,
    takingPartText(language),
    minutesActText(language).refusal,
  ]
  const known = catalogues.find((catalogue) => Object.hasOwn(catalogue, reason))
  const sentence: unknown = known?.[reason] ?? decideSentence({ refused: reason } as DecideNo, wording)
  return typeof sentence === 'string' ? sentence : leadText(language).unknown
}

/** What is told at the top of the page that an act returns to: `?told=<reason>`; null: nothing. */
export function toldNotice(c: Context<OnDesk>, wording: Wording): ShellNotice | null {
  const told = c.req.query('told')
  return told === undefined ? null : { kind: 'refusal', text: leadSentence(told, wording) }
}
